"""What an honest program meets: broken files, a newer log, a full disk. Said once, nothing lost."""

import logging
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from coreapp.cli import main
from coreapp.domain.errors import CoreappError, DatabaseBusyError, DiskFullError
from coreapp.domain.training_log import Outcome
from coreapp.services.log_ports import Work
from coreapp.storage.database import SqlDatabase
from coreapp.ui.navigation import PageKey
from tests.e2e.world import World, texts_of
from tests.fakes.shipped import ASSETS

ROUTINE = "desk-2min-a-reset"


class FailingDatabase:
    """The real database, with a failure that a test turns on and off."""

    def __init__(self, path: Path) -> None:
        self.real = SqlDatabase(path)
        self.failure: CoreappError | None = None

    @contextmanager
    def work(self) -> Iterator[Work]:
        if self.failure is not None:
            raise self.failure
        with self.real.work() as work:
            yield work

    @contextmanager
    def reading(self) -> Iterator[Work]:
        if self.failure is not None:
            raise self.failure
        with self.real.reading() as work:
            yield work

    def check(self):
        return self.real.check()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[FailingDatabase]:
    made = FailingDatabase(tmp_path / "log.db")
    yield made
    made.real.close()


NO_DATABASE = b"Dear diary, this is no database at all."


@pytest.mark.parametrize("content", [NO_DATABASE, b"SQLite format 3\0 and then nonsense"])
def test_a_file_that_is_no_database_is_told_and_left_alone(
    open_world: Callable[..., World], coreapp_home: Path, content: bytes
) -> None:
    coreapp_home.mkdir()
    file = coreapp_home / "coreapp.db"
    file.write_bytes(content)

    world = open_world().start("hide", log=False)

    assert world.banner.startswith("The log cannot be opened")
    world.program.obey(["play", ROUTINE])
    assert world.program.sessions.player is None
    assert world.banner.startswith("The log cannot be opened")
    world.stop()
    assert file.read_bytes() == content


def test_without_a_log_pages_and_breaks_are_there_all_the_same(
    open_world: Callable[..., World], coreapp_home: Path
) -> None:
    coreapp_home.mkdir()
    (coreapp_home / "coreapp.db").write_bytes(NO_DATABASE)

    world = open_world().start("hide", log=False)

    world.hands.type()
    world.sit(31 * 60)
    assert world.program.stage.prompter.bar is not None
    for key in PageKey:
        assert world.open_page(key).isVisible(), key
    world.program.open_exercise("plank")
    assert world.banner.startswith("The log cannot be opened")


def test_a_newer_log_is_told_and_left_alone(
    open_world: Callable[..., World], coreapp_home: Path
) -> None:
    open_world().start("hide").stop()
    file = coreapp_home / "coreapp.db"
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = 'ffff'")
    before = file.read_bytes()

    world = open_world().start(log=False)

    assert world.banner.startswith("A newer version of the program saved this log.")
    for key in (PageKey.PLAN, PageKey.LOG, PageKey.PROGRESS):
        assert world.open_page(key).isVisible()
    world.stop()
    assert file.read_bytes() == before


def test_a_log_that_cannot_be_read_for_a_while_comes_back_and_a_full_disk_is_told(
    open_world: Callable[..., World], database: FailingDatabase
) -> None:
    world = open_world(database=database).start()
    database.failure = DatabaseBusyError()
    world.open_page(PageKey.PLAN)
    assert world.banner.startswith("Another program is using the log.")

    database.failure = None
    world.program.window.banner.dismiss()
    world.open_page(PageKey.TODAY)
    world.begin(ROUTINE)
    assert world.player.conductor.is_moving
    assert world.banner == ""

    world.player.close_now()
    database.failure = DiskFullError()
    world.begin(ROUTINE)
    assert world.program.sessions.player is None, "a session that cannot even begin"
    assert world.banner.startswith("The disk is full.")


def test_a_full_disk_in_a_session_is_told_and_the_session_goes_on(
    open_world: Callable[..., World], database: FailingDatabase
) -> None:
    world = open_world(database=database).start("hide")
    world.begin(ROUTINE)
    player = world.player
    world.play(lambda each: len(each.conductor.live.session.sets) == 1)

    database.failure = DiskFullError()
    world.play(lambda each: each.conductor.live.trouble is not None)
    assert player.session.line.text.startswith("The disk is full.")
    assert "The session goes on" in player.session.line.text
    assert player.conductor.is_moving

    world.play()
    assert player.conductor.is_over
    world.click(player, "Save")
    assert player.after.card.trouble.startswith("The disk is full.")
    assert player.isVisible()

    database.failure = None
    world.click(player, "Save")
    assert world.program.sessions.player is None
    (session,) = world.services.training.history()
    assert session.outcome is Outcome.COMPLETED
    assert len(session.sets) == 3


def test_a_break_whose_routine_cannot_begin_does_not_stop_the_breaks(
    open_world: Callable[..., World], database: FailingDatabase
) -> None:
    world = open_world(database=database).start("hide")
    world.hands.type()
    world.program.stage.tick()
    world.sit(30 * 60)
    database.failure = DiskFullError()
    bar = world.program.stage.prompter.bar
    assert bar is not None

    world.click(bar, "Exercise, 2 min")

    assert world.banner.startswith("The disk is full.")
    world.sit(60)
    view = world.program.breaks.view()
    assert view is not None
    assert view.state.value == "sitting"
    assert world.program.stage.prompter.bar is not None


@pytest.mark.usefixtures("tray")
def test_a_setting_that_cannot_be_kept_is_told(world: World) -> None:
    page = world.open_page(PageKey.SETTINGS)
    settings = world.services.paths.settings
    settings.unlink(missing_ok=True)
    settings.mkdir()
    (settings / "in the way").touch()

    world.choose(page, "Dark")

    assert "settings.json cannot be read or written" in world.banner
    assert not world.program.theme.tokens.dark


@pytest.fixture
def broken_assets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The content files, to be broken by a test."""
    shipped = tmp_path / "shipped"
    shutil.copytree(ASSETS, shipped / "assets")
    monkeypatch.setattr("coreapp.desktop.paths._shipped", lambda: shipped)
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield shipped / "assets"
    qInstallMessageHandler(None)
    for handler in set(root.handlers) - set(handlers):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def test_a_broken_content_file_is_one_line_and_no_window(
    qapp: QApplication, broken_assets: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in (
        "exercises/plank.toml",
        "routines/desk-2min-a-reset.toml",
        "icons/icons.toml",
        "themes/dark.toml",
    ):
        file = broken_assets / name
        good = file.read_bytes()
        for content in (b"[broken", b"\xff\xfe", b"surprise = 1\n"):
            case = f"{name} with {content!r}"
            file.write_bytes(content)

            assert main([]) == 1, case

            told = capsys.readouterr().err
            assert told.startswith("coreapp: "), case
            assert file.name in told, case
            assert told.count("\n") == 1, f"{case}: {told}"
            assert not any(window.isVisible() for window in qapp.topLevelWidgets()), case
        file.write_bytes(good)


def test_a_broken_settings_file_is_set_aside_and_told(
    open_world: Callable[..., World], coreapp_home: Path
) -> None:
    coreapp_home.mkdir()
    (coreapp_home / "settings.json").write_text('{"theme": ', encoding="utf-8")
    (coreapp_home / "windows.json").write_text("[]", encoding="utf-8")
    (coreapp_home / "sitting.json").write_text('{"engine": {"now": "?"}}', encoding="utf-8")
    (coreapp_home / "reminders.json").write_text('{"reminded_until": 5}', encoding="utf-8")

    world = open_world().start()

    assert world.banner.startswith("settings.json could not be read and begins anew.")
    for key in (PageKey.PLAN, PageKey.BREAKS):
        assert world.open_page(key).isVisible()
    assert "windows.json" not in world.banner, "nobody chose what is in it"
    assert (coreapp_home / "settings.json.bad").read_text(encoding="utf-8") == '{"theme": '
    assert "Settings" in texts_of(world.open_page(PageKey.SETTINGS))
