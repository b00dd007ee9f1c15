"""The page of breaks in the running program: the preview, the settings it tries, the self-test."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from coreapp.domain.sitting.presence import Posture
from coreapp.domain.span_correction import CORRECTED
from coreapp.program.break_stage import FORGET_EVERY_MS
from coreapp.services.planning import day_bounds
from coreapp.services.sitting_breaks import Answer
from coreapp.ui.dialogs.time_correction import TimeCorrectionDialog
from coreapp.ui.navigation import PageKey
from coreapp.ui.pages.breaks.page import BreaksPage
from coreapp.ui.pages.breaks.preview import BreakPreview
from coreapp.ui.widgets.day_strip import DayStrip
from tests.e2e.test_day import sit_at_work
from tests.e2e.world import World

pytestmark = pytest.mark.usefixtures("tray")


def page_of(world: World) -> BreaksPage:
    page = world.open_page(PageKey.BREAKS)
    assert isinstance(page, BreaksPage)
    return page


def test_a_day_is_tried_out_used_and_left_and_the_page_rests_with_the_window(world: World):
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

    assert page.is_following
    world.program.window.hide()
    assert not page.is_following
    world.program.show_window()
    assert page.is_following

    the_self_test_names_every_sense_and_shows_a_bar(world)


def the_self_test_names_every_sense_and_shows_a_bar(world: World):
    sensing = world.program.sensing
    assert {each.key for each in sensing.shows()} >= {"bar", "tray", "tones", "media"}
    sensing.show_bar()
    assert sensing.bar is not None
    assert sensing.bar.isVisible()
    sensing.stop()
    assert sensing.bar is None


def test_a_time_is_corrected_by_hand_and_that_is_undone(world: World):
    world.program.breaks.answer(Answer.ALREADY_STOOD)
    sit_at_work(world, 20 * 60)
    world.program.breaks.change_posture(Posture.STANDING)
    world.sit(5 * 60)
    world.program.breaks.change_posture(Posture.SITTING)
    sit_at_work(world, 10 * 60)
    page = page_of(world)
    database, bounds = world.services.database, day_bounds(world.clock, 0)
    with database.work() as work:
        before = work.spans.between(*bounds)
    strip = page.findChild(DayStrip)
    strip.setFocus()
    QTest.keyClick(strip, Qt.Key.Key_Home)
    QTest.keyClick(strip, Qt.Key.Key_Space)
    world.settle()
    dialog = world.program.window.findChild(TimeCorrectionDialog)
    world.choose(dialog, "Sitting")
    world.click(dialog, "Correct")
    with database.work() as work:
        after = work.spans.between(*bounds)

    assert before[0].kind == "away"
    assert (after[0].kind, after[0].reason) == ("sitting", CORRECTED)
    assert (after[0].start, after[-1].end) == (before[0].start, before[-1].end)
    assert all(one.end == other.start for one, other in pairwise(after))
    world.program.window.undo()
    with database.work() as work:
        assert work.spans.between(*bounds) == before


def test_a_program_in_the_tray_for_weeks_deletes_what_is_too_old(world: World):
    world.program.breaks.answer(Answer.ALREADY_STOOD)
    world.sit(600)
    world.program.breaks.change_posture(Posture.STANDING)
    world.sit(60)
    world.program.window.close()
    bounds = day_bounds(world.clock, 0)
    world.services.preferences.change({"breaks_on": False})
    world.program.breaks.apply_settings()
    with world.services.database.work() as work:
        assert work.spans.between(*bounds)
    world.clock.advance((world.services.preferences.settings.keep_presence_days + 2) * 86_400)

    (timer,) = (
        each
        for each in world.program.stage.findChildren(QTimer)
        if each.interval() == FORGET_EVERY_MS
    )
    assert timer.isActive()
    timer.timeout.emit()

    with world.services.database.work() as work:
        assert not work.spans.between(*bounds)
