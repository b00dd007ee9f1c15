"""The icon in the tray and its menu; the offscreen platform has no tray, so nothing is seen."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QSystemTrayIcon

from coreapp.domain.settings import ThemeChoice
from coreapp.domain.sitting.facts import HoldReason
from coreapp.ui.tray import SIZES, TrayAction, TrayIcon
from tests.fakes.shipped import shipped_theme
from tests.fakes.sitting import Desk


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    desk.breaks.start()
    return desk


@pytest.fixture
def tray(qapp, desk) -> Iterator[TrayIcon]:
    tray = TrayIcon(shipped_theme(), desk.breaks, desk.clock)
    tray.refresh()
    yield tray
    tray.hide()


def visible(tray: TrayIcon) -> list[TrayAction]:
    return [each for each in TrayAction if tray.action(each).isVisible()]


def test_without_a_bar_there_is_nothing_to_put_off(tray):
    assert visible(tray) == [
        TrayAction.BREAK_NOW,
        TrayAction.PAUSE,
        TrayAction.ALREADY_STOOD,
        TrayAction.OPEN,
        TrayAction.QUIT,
    ]


def test_later_is_there_while_a_bar_is_open(tray, desk):
    desk.work(29.6)
    assert TrayAction.LATER in visible(tray)

    tray.action(TrayAction.LATER).trigger()

    assert desk.view.snoozed_until is not None
    assert TrayAction.LATER not in visible(tray)


@pytest.mark.parametrize(("index", "minutes"), [(0, 30), (1, 60), (2, 120), (3, 15 * 60)])
def test_a_pause_ends_when_its_time_is_over(tray, desk, index, minutes):
    pauses = tray.action(TrayAction.PAUSE).menu().actions()
    assert [each.text() for each in pauses] == [
        "30 minutes",
        "1 hour",
        "2 hours",
        "Until tomorrow",
    ]

    pauses[index].trigger()
    assert [each.reason for each in desk.view.holds] == [HoldReason.MANUAL]

    desk.pass_time(timedelta(minutes=minutes).total_seconds() - 1)
    assert HoldReason.MANUAL in {each.reason for each in desk.view.holds}
    desk.pass_time(2)
    assert HoldReason.MANUAL not in {each.reason for each in desk.view.holds}


def test_a_pause_can_be_ended(tray, desk):
    desk.breaks.pause(None)
    assert TrayAction.RESUME in visible(tray)
    assert TrayAction.PAUSE not in visible(tray)

    tray.action(TrayAction.RESUME).trigger()

    assert desk.view.holds == ()
    assert TrayAction.RESUME not in visible(tray)


def test_a_break_can_be_begun_and_told(tray, desk):
    desk.work(10)
    tray.action(TrayAction.BREAK_NOW).trigger()
    assert desk.view.break_running

    tray.action(TrayAction.ALREADY_STOOD).trigger()

    assert desk.view.today.taken == 1


def test_the_program_is_opened_and_ended(qtbot, tray):
    with qtbot.waitSignal(tray.open_requested):
        tray.action(TrayAction.OPEN).trigger()
    with qtbot.waitSignal(tray.open_requested):
        tray.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    with qtbot.waitSignal(tray.quit_requested):
        tray.action(TrayAction.QUIT).trigger()


def test_the_tool_tip_says_why(tray, desk):
    desk.work(18)
    assert "Next break at" in tray.toolTip()
    assert "You have sat for 18 minutes." in tray.toolTip()

    desk.breaks.pause(None)

    assert "Paused since" in tray.toolTip()


def test_the_icon_shows_the_minutes_and_follows_them(tray, desk):
    before = tray.icon().pixmap(64, 64).toImage()

    desk.work(18)

    assert tray.icon().pixmap(64, 64).toImage() != before
    assert {each.width() for each in tray.icon().availableSizes()} == set(SIZES)


def test_the_icon_follows_the_theme(qapp, desk):
    theme = shipped_theme()
    theme.set_choice(ThemeChoice.LIGHT)
    tray = TrayIcon(theme, desk.breaks, desk.clock)
    tray.refresh()
    before = tray.icon().pixmap(64, 64).toImage()

    theme.set_choice(ThemeChoice.DARK)

    assert tray.icon().pixmap(64, 64).toImage() != before


def test_a_desktop_without_a_tray_is_told(tray):
    assert tray.available is QSystemTrayIcon.isSystemTrayAvailable()
    if not tray.available:
        assert tray.show_reminder("Planned", "Hips") is False


def test_nothing_can_be_done_while_the_breaks_are_off(qapp):
    desk = Desk({"breaks_on": False})
    tray = TrayIcon(shipped_theme(), desk.breaks, desk.clock)
    tray.refresh()

    assert not tray.action(TrayAction.BREAK_NOW).isEnabled()
    assert "switched off" in tray.toolTip()


def test_it_can_be_written_anew(tray, desk):
    tray.rebuild()

    tray.action(TrayAction.BREAK_NOW).trigger()
    assert desk.view.break_running
