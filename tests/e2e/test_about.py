"""What the program says of itself, from wherever it is asked."""

import pytest
from PySide6.QtWidgets import QApplication

from coreapp.ui.breaks.break_menu import TrayAction
from coreapp.ui.navigation import PageKey
from tests.e2e.world import World

pytestmark = pytest.mark.usefixtures("tray")


def test_settings_and_tray_open_the_box_once_and_it_knows_its_sources(world: World) -> None:
    about, window = world.program.about, world.program.window
    # Every window has the icon.
    assert not QApplication.windowIcon().isNull()
    assert not window.windowIcon().isNull()

    world.click(world.open_page(PageKey.SETTINGS), "about")
    assert about.dialog is not None
    assert about.dialog.isVisible()
    world.click(about.dialog, "Sources")
    assert about.dialog.part == "sources"
    world.click(about.dialog, "Close")
    assert about.dialog is None

    window.hide()
    entries = world.program.stage.tray.entries
    entries.action(TrayAction.ABOUT).trigger()
    box = about.dialog
    assert box is not None
    assert window.isVisible()
    entries.action(TrayAction.ABOUT).trigger()
    assert about.dialog is box
    box.close()
