"""The tour: every stage really happens, and it says so when one does not."""

import json
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import pytest
from PySide6.QtCore import QSize, QTimer, qInstallMessageHandler
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from coreapp.bootstrap import build_services
from coreapp.cli import main
from coreapp.cli.tour import run_tour, stages
from coreapp.cli.tour.tourist import StageError, Tourist
from coreapp.services.playing import SessionLog
from tests.e2e.processes import run, run_script
from tests.e2e.world import leave_figures_unpainted
from tests.fakes.sound import FakeTones

PICTURES = (
    "plan-a-session",
    "today",
    "library",
    "exercise",
    "routines",
    "programme",
    "player-get-ready",
    "player-work",
    "player-switch-sides",
    "player-rest",
    "player-after",
    "enter-a-run",
    "plan",
    "log",
    "prompt-bar",
    "break",
    "break-routine",
    "progress",
    "guide",
    "article",
    "when-to-see-a-doctor",
    "breaks",
    "settings",
    "first-start",
    "first-session",
)
TWO_STAGES = """
import sys
from coreapp.cli import main
from coreapp.cli.tour import stages
stages.STAGES = {name: stages.STAGES[name] for name in ("open", "today")}
sys.exit(main())
"""
"""What is the command, but for the stages that take long."""
USUAL = MappingProxyType({"theme": "light", "size": (1440, 900), "scale": 1, "text": 100})
FEWEST_COLOURS = 24
"""An empty window has one; text alone, with its soft edges, has dozens."""


def is_blank(image: QImage) -> bool:
    """Tell whether a picture has hardly any colours, seen at every fourth point."""
    seen: set[int] = set()
    for y in range(0, image.height(), 4):
        seen |= {image.pixel(x, y) for x in range(0, image.width(), 4)}
        if len(seen) >= FEWEST_COLOURS:
            return False
    return True


def check_pictures(folder: Path, names: Sequence[str]) -> None:
    files = sorted(folder.glob("*.png"))
    assert [file.stem.partition("-")[2] for file in files] == list(names)
    for file in files:
        assert not is_blank(QImage(str(file))), f"{file.name} is blank"


def check_all_pictures(folder: Path, desktop: tuple[int, int] = (1280, 800)) -> None:
    check_pictures(folder, PICTURES)
    bar = QImage(str(next(folder.glob("*-prompt-bar.png"))))
    assert (bar.width(), bar.height()) == desktop


def test_the_command_leads_through_stages_in_a_process_of_its_own(
    tmp_path: Path, coreapp_home: Path
) -> None:
    """Through two of them: all are taken in this process below, and as here by `make soak`."""
    folder = tmp_path / "deep" / "pictures"

    done = run_script(coreapp_home, TWO_STAGES, "tour", str(folder), "--json")

    assert (done.stderr, done.returncode) == ("", 0)
    told = json.loads(done.stdout)
    assert told["failures"] == {}
    assert told["pictures"] == sorted(file.name for file in folder.iterdir())
    check_pictures(folder, ["today"])
    assert not (coreapp_home / "coreapp.db").exists()  # nobody's log is touched


@pytest.mark.soak
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "de", "nl"])
def test_the_tour_in_every_language_and_theme(
    tmp_path: Path, coreapp_home: Path, language: str, theme: str
) -> None:
    done = run(coreapp_home, "tour", str(tmp_path), "--language", language, "--theme", theme)

    assert (done.stderr, done.returncode) == ("", 0)
    check_all_pictures(tmp_path)


@pytest.mark.soak
@pytest.mark.parametrize(
    ("words", "bar"),
    [
        (("--size", "1024x680", "--text", "200"), (1024, 680)),
        (("--size", "1440x900", "--scale", "2", "--theme", "contrast"), (2560, 1600)),
    ],
)
def test_the_tour_in_other_sizes(
    tmp_path: Path, coreapp_home: Path, words: tuple[str, ...], bar: tuple[int, int]
) -> None:
    done = run(coreapp_home, "tour", str(tmp_path), "--language", "de", *words)

    assert (done.stderr, done.returncode) == ("", 0)
    check_all_pictures(tmp_path, bar)


@pytest.fixture
def short_tour(
    qtbot: QtBot, tones: FakeTones, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator:
    """Return what takes the tour in this process, or some of its stages, in less time."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setenv("QT_SCALE_FACTOR", "1")
    monkeypatch.setattr("coreapp.cli.tour.guide.catch_qt_messages", lambda: None)
    monkeypatch.setattr("coreapp.cli.tour.tourist.SETTLE_MS", 1)
    monkeypatch.setattr(stages, "ROUTINE", "runners-five")  # shorter, and with a side plank too
    leave_figures_unpainted(monkeypatch)

    def take(*names: str, look: Mapping[str, object] = USUAL, **more) -> int:
        chosen = {name: stages.STAGES[name] for name in names} | more
        monkeypatch.setattr(stages, "STAGES", chosen)
        words = Namespace(folder=tmp_path / "out", language="en", json=False, **look)
        return run_tour(build_services(), words)

    yield take
    qInstallMessageHandler(None)


def test_every_stage_happens_and_looks_as_it_was_asked_to(
    short_tour, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = []

    def look(tourist: Tourist) -> None:
        texts.append(tourist.program.services.settings().text_percent)

    wanted = USUAL | {"size": (1100, 700), "text": 150}
    assert short_tour(*stages.STAGES, look=wanted, see=look) == 0

    printed = capsys.readouterr()
    assert printed.err == ""
    assert printed.out.startswith("25 pictures are in ")
    check_all_pictures(tmp_path / "out", (1100, 700))
    today = next((tmp_path / "out").glob("*-today.png"))
    assert QImage(str(today)).size() == QSize(1100, 700)
    assert texts == [150]


def test_a_stage_that_does_not_happen_and_a_bug_in_a_slot_fail_the_tour(short_tour, capsys) -> None:
    def nothing(_tourist: Tourist) -> None:
        raise StageError("the bar is not there")

    def stumble() -> None:
        raise RuntimeError("a bug")

    def buggy(tourist: Tourist) -> None:
        QTimer.singleShot(0, stumble)
        tourist.settle(tourist.program.window)

    assert short_tour("open", nothing=nothing, buggy=buggy) == 1
    assert capsys.readouterr().err == (
        "coreapp: nothing: the bar is not there\ncoreapp: buggy: RuntimeError('a bug')\n"
    )


def test_a_window_that_is_not_there_fails_the_tour(short_tour, monkeypatch, capsys) -> None:
    monkeypatch.setattr("coreapp.ui.pages.plan.PlanPage.ask_for_entry", lambda _page, _id: None)

    assert short_tour("open", "plan") == 1
    assert "plan: the dialog did not open" in capsys.readouterr().err


def test_a_session_that_is_not_stored_fails_the_tour(short_tour, monkeypatch, capsys) -> None:
    """What the windows show is not believed: it is read back from the data."""
    monkeypatch.setattr(SessionLog, "store", lambda *_arguments: None)
    monkeypatch.setattr(Tourist, "see", lambda *_arguments: None)  # pictures take their time

    assert short_tour("open", "plan", "session") == 1
    assert "session: the session is not completed" in capsys.readouterr().err


def test_a_folder_that_cannot_be_made_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")

    code = main(["tour", str(tmp_path / "file")])

    told = capsys.readouterr().err
    assert code == 1
    assert told.startswith("coreapp: ")
    assert told.count("\n") == 1
