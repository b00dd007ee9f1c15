"""What the program says of itself, from wherever it is asked."""

from PySide6.QtWidgets import QApplication

from coreapp.ui.breaks.break_menu import TrayAction
from coreapp.ui.navigation import PageKey
from tests.e2e.world import World


def test_settings_open_the_box_and_it_knows_its_sources(world: World) -> None:
    page = world.open_page(PageKey.SETTINGS)
    world.click(page, "about")
    box = world.program.about.dialog
    assert box is not None
    assert box.isVisible()

    world.click(box, "Sources")
    assert box.part == "sources"
    world.click(box, "Close")
    assert world.program.about.dialog is None


def test_the_tray_opens_it_once_over_the_window(world: World) -> None:
    world.program.window.hide()
    entries = world.program.stage.tray.entries
    entries.action(TrayAction.ABOUT).trigger()
    box = world.program.about.dialog
    assert box is not None
    assert world.program.window.isVisible()

    entries.action(TrayAction.ABOUT).trigger()
    assert world.program.about.dialog is box
    box.close()


def test_every_window_has_the_icon(world: World) -> None:
    assert not QApplication.windowIcon().isNull()
    assert not world.program.window.windowIcon().isNull()
