"""The page of breaks in the running program: the preview, the settings it tries, the self-test."""

from PySide6.QtWidgets import QApplication

from coreapp.ui.navigation import PageKey
from coreapp.ui.pages.break_preview import BreakPreview
from coreapp.ui.pages.breaks import BreaksPage
from tests.e2e.world import World


def page_of(world: World) -> BreaksPage:
    world.program.open_page(PageKey.BREAKS)
    QApplication.processEvents()
    return world.program.window.findChild(BreaksPage)


def test_a_day_is_tried_out_used_and_left(world: World):
    page = page_of(world)
    world.program.preview_day()
    preview = page.findChild(BreakPreview)
    world.qtbot.waitUntil(lambda: preview.is_settled)
    preview._form._numbers["interval_min"].setValue(40)
    world.qtbot.waitUntil(lambda: preview.is_settled)
    preview._use.click()
    assert world.services.preferences.settings.breaks.interval_min == 40
    assert world.program.breaks.view().interval_seconds == 40 * 60
    world.program.go_back()

    assert not preview.isVisible()
    assert page.isVisible()


def test_the_self_test_names_every_sense_and_shows_a_bar(world: World):
    page_of(world)
    sensing = world.program.sensing

    assert {each.key for each in sensing.shows()} >= {"bar", "tray", "tones", "media"}
    sensing.show_bar()
    assert sensing.bar is not None
    assert sensing.bar.isVisible()
    world.program.sensing.stop()
    assert sensing.bar is None


def test_the_page_rests_with_the_window(world: World):
    page = page_of(world)
    assert page.is_following
    world.program.window.hide()
    assert not page.is_following
    world.program.show_window()

    assert page.is_following
