"""One's data out into a file and in from one, in the settings of the running program."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from coreapp.interchange.formats import DataFolder
from coreapp.services.bundle import Bundle
from coreapp.ui.dialogs.import_preview import ImportPreview
from coreapp.ui.navigation import PageKey
from coreapp.ui.pages.settings.page import SettingsPage
from coreapp.ui.pages.settings.rows import DATA
from tests.e2e.world import World
from tests.fakes.records import activity, session

pytestmark = pytest.mark.usefixtures("tray")


def page_of(world: World) -> SettingsPage:
    page = world.open_page(PageKey.SETTINGS)
    assert isinstance(page, SettingsPage)
    world.click(page, f"nav_{DATA}")
    return page


def choose(world: World, page: SettingsPage, label: str, file: Path) -> None:
    """Press a button of the section, and choose a file in the dialog that opens."""
    world.click(page, label)
    dialog = page.findChild(QFileDialog)
    dialog.fileSelected.emit(str(file))
    dialog.close()
    world.settle()


def stored(world: World) -> tuple[int, int]:
    with world.services.database.work() as work:
        return len(work.sessions.between(None, None)), len(work.activities.between(None, None))


def said(world: World) -> str:
    return world.program.window.toast.text


def test_a_file_comes_in_is_taken_back_and_what_is_here_goes_into_one(world: World, tmp_path: Path):
    file = tmp_path / "theirs.json"
    DataFolder().write(file, Bundle((session(),), activities=(activity("a1"), activity("a2"))))
    page = page_of(world)

    choose(world, page, "Import…", file)
    world.qtbot.waitUntil(lambda: page.findChild(ImportPreview) is not None)
    assert stored(world) == (0, 0)
    world.click(page.findChild(ImportPreview), "Bring in")

    world.qtbot.waitUntil(lambda: stored(world) == (1, 2))
    world.qtbot.waitUntil(lambda: said(world) == "3 added, 0 changed, 0 already there.")
    world.click(world.program.window.toast, "Undo")
    world.qtbot.waitUntil(lambda: stored(world) == (0, 0))
    world.qtbot.waitUntil(lambda: said(world) == "Everything is as it was before the import")

    with world.services.database.work() as work:
        work.activities.add(activity())
    choose(world, page, "Export…", tmp_path / "mine.zip")
    world.qtbot.waitUntil((tmp_path / "mine.zip").exists)
    world.qtbot.waitUntil(lambda: said(world).endswith("and 1 activity are in mine.zip."))
    assert DataFolder().read(tmp_path / "mine.zip").activities == (activity(),)
