"""Looking around with an example: a program beside one's own that leaves nothing behind."""

import hashlib
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from coreapp.bootstrap import Services
from coreapp.bootstrap.example import make_example
from coreapp.cli import main
from coreapp.desktop.example_folder import PREFIX
from coreapp.desktop.paths import find_paths
from coreapp.domain.settings import ThemeChoice
from coreapp.domain.sitting.view import PromptLook
from coreapp.program.example_program import ExampleProgram
from coreapp.services.playing import Request
from coreapp.ui.breaks.watchdog import NullWatchdog
from coreapp.ui.navigation import PageKey
from coreapp.ui.pages.log.page import TrainingLogPage
from coreapp.ui.pages.progress.page import ProgressPage
from tests.e2e.processes import LONGEST_SECONDS, environment, leave_lock, query
from tests.e2e.world import PATIENCE_MS, World, texts_of
from tests.fakes.clock import FakeClock
from tests.fakes.desktop import FakeDeskSenses

START_MS = 60_000
NOTE = "Example data. Nothing here is kept."


class Example:
    """The example in this process, on a simulated clock."""

    def __init__(self, qtbot: QtBot, own: Services, folder: Path) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.own_before = files_of(own.paths.data)
        folder.mkdir()
        self.services = make_example(own, folder)
        self.services.use_language()
        self.hands = FakeDeskSenses(own.clock)
        self.program = ExampleProgram(app, self.services, self.hands, NullWatchdog())
        self.program.early_pages.stop()
        begun: list[bool] = []
        self.program.begun.connect(lambda: begun.append(True))
        self.program.start(["show"])
        qtbot.waitUntil(lambda: bool(begun), timeout=PATIENCE_MS)
        QApplication.processEvents()


@pytest.fixture
def own(coreapp_home: Path) -> Services:
    """One's own world, with settings."""
    services = Services(find_paths(), FakeClock())
    services.preferences.change({"language": "de", "theme": "dark", "text_percent": 125})
    return services


@pytest.fixture
def example(
    qtbot: QtBot, own: Services, tmp_path: Path, quits: list[bool], tones: object
) -> Iterator[Example]:
    made = Example(qtbot, own, tmp_path / "example")
    yield made
    made.program.stop()
    made.program.window.deleteLater()


def files_of(folder: Path) -> dict[str, str]:
    """Return a digest of every file."""
    return {
        str(each.relative_to(folder)): hashlib.sha256(each.read_bytes()).hexdigest()
        for each in folder.rglob("*")
        if each.is_file()
    }


# In this process


def test_it_is_full_and_touches_nothing_of_ones_own_or_outside_its_window(
    tray: list[str],
    own: Services,
    example: Example,
    qtbot: QtBot,
    quits: list[bool],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown: list[bool] = []
    monkeypatch.setattr("coreapp.ui.tray.TrayIcon.show", lambda _tray: shown.append(True))
    it_looks_like_ones_own_program(example)
    its_pages_are_full(example, qtbot)
    no_break_asks_and_a_session_can_be_played(example)
    assert (shown, tray, example.program.stage.outside.small) == ([], [], None)

    its_note_follows_the_language_and_it_ends_with_its_window(example, quits)
    assert files_of(own.paths.data) == example.own_before


def it_looks_like_ones_own_program(example: Example) -> None:
    settings = example.services.preferences.settings
    assert (settings.language, settings.theme, settings.text_percent) == (
        "de",
        ThemeChoice.DARK,
        125,
    )
    assert not example.services.first_start.is_wanted


def its_pages_are_full(example: Example, qtbot: QtBot) -> None:
    program = example.program
    planned = example.services.planning.between(*example.services.planning.today())
    assert [each.done for each in planned] == [False]
    assert len(example.services.training.history()) > 30
    view = program.breaks.view()
    assert view is not None
    assert view.today.taken + view.today.natural > 0
    for key in PageKey:
        program.open_page(key)
        page = program.window.page
        if isinstance(page, TrainingLogPage):
            qtbot.waitUntil(lambda page=page: page.is_settled)
            assert page.rows
        if isinstance(page, ProgressPage):
            qtbot.waitUntil(lambda page=page: page.is_complete)
    assert not example.services.database.check()
    assert (example.services.paths.data / "coreapp.db").exists()


def no_break_asks_and_a_session_can_be_played(example: Example) -> None:
    program, stage = example.program, example.program.stage
    assert program._reminders is None
    clock = example.services.clock
    assert isinstance(clock, FakeClock)
    program.window.hide()
    QApplication.processEvents()
    for _minute in range(90):
        clock.advance(60)
        stage.tick()
    view = program.breaks.view()
    assert view is not None
    assert view.prompt is PromptLook.CLOSED
    assert not example.services.autostart.is_there
    assert not example.services.autostart_offer.is_time([])

    program.show_window()
    program.play(Request("core-four"))
    player = program.sessions.player
    assert player is not None
    assert player.conductor.live.session.routine == "core-four"
    player.close_now()
    QApplication.processEvents()
    assert program.sessions.player is None
    program.show_example()
    assert program.window.toast.isVisible()


def its_note_follows_the_language_and_it_ends_with_its_window(
    example: Example, quits: list[bool]
) -> None:
    program = example.program
    title = program.window.windowTitle()
    assert title.endswith("Coreapp")
    assert title != "Coreapp"
    assert program.note.isVisible()

    program.open_page(PageKey.TODAY)
    program.apply_settings(example.services.preferences.change({"language": "en"}))
    QApplication.processEvents()
    assert NOTE in [each.text() for each in program.note.findChildren(QLabel)]
    assert program.window.windowTitle() == "Example – Coreapp"

    program.note.close_button.click()
    assert quits == [True]
    program.window.close()
    assert quits == [True, True]


def test_it_is_opened_from_the_first_start_and_from_what_is_empty(
    open_world: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[str] = []
    monkeypatch.setattr("coreapp.desktop.example_start.start_example", started.append)
    assert callable(open_world)
    newcomer: World = open_world(is_new=True).start()

    for _press in range(2):  # as on an icon: one is wanted
        newcomer.click(newcomer.program.window, "welcome_example")
        newcomer.clock.advance(0.3)
    assert started == ["en"]
    newcomer.click(newcomer.program.window, "welcome_skip")
    newcomer.clock.advance(10)
    newcomer.click(newcomer.program.window, "see_example")
    newcomer.clock.advance(10)
    newcomer.open_page(PageKey.LOG)
    page = newcomer.program.window.page
    assert isinstance(page, TrainingLogPage)
    newcomer.qtbot.waitUntil(lambda: "See an example" in texts_of(page))
    newcomer.click(page, "See an example")
    newcomer.clock.advance(10)
    progress = newcomer.open_page(PageKey.PROGRESS)
    newcomer.qtbot.waitUntil(lambda: "See an example" in texts_of(progress))
    newcomer.click(progress, "See an example")
    assert started == ["en"] * 4


# As a process


def begin(home: Path, temporary: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "coreapp", "example"],
        env=environment(home) | {"TMPDIR": str(temporary)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def folders(temporary: Path) -> list[Path]:
    return sorted(temporary.glob(f"{PREFIX}*"))


def left_by_a_killed_one(temporary: Path) -> Path:
    folder = temporary / f"{PREFIX}left"
    folder.mkdir()
    leave_lock(folder)
    return folder


def is_full(temporary: Path, left: Path) -> bool:
    found = [each for each in folders(temporary) if each != left]
    return bool(found) and query(found[0], "SELECT count(*) FROM session") not in ([], [(0,)])


@pytest.mark.skipif(sys.platform == "win32", reason="ended by signals")
def test_the_process_leaves_nothing_behind_and_clears_up_after_a_killed_one(
    qtbot: QtBot, own: Services, tmp_path: Path
) -> None:
    home, temporary = own.paths.data, tmp_path / "temporary"
    temporary.mkdir()
    before = files_of(home)
    left = left_by_a_killed_one(temporary)
    process = begin(home, temporary)
    try:
        qtbot.waitUntil(lambda: is_full(temporary, left), timeout=START_MS)
        assert not left.exists()
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=LONGEST_SECONDS)
        assert (process.returncode, out, err) == (0, "", "")
    finally:
        process.kill()
        process.communicate(timeout=LONGEST_SECONDS)

    assert folders(temporary) == []
    assert files_of(home) == before


def test_without_a_display_it_says_so(
    own: Services,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)  # where it was found before
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)

    code = main(["--language", "en", "example"])

    printed = capsys.readouterr()
    assert (code, printed.out) == (1, "")
    assert printed.err == "coreapp: There is no display for a window here.\n"
    assert folders(tmp_path) == []
