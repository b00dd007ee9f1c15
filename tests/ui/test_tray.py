"""The icon in the tray and its menu; the offscreen platform has no tray, so nothing is seen."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QSystemTrayIcon

from coreapp.domain.settings import ThemeChoice
from coreapp.domain.sitting.facts import HoldReason
from coreapp.domain.sitting.presence import Posture
from coreapp.ui.breaks.break_menu import TrayAction
from coreapp.ui.breaks.ring_icon import SIZES, same_icon
from coreapp.ui.breaks.ring_look import ring_look
from coreapp.ui.tray import TrayIcon
from coreapp.ui.widgets.sitting_ring import RingState
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
        TrayAction.STATE,
        TrayAction.BREAK_NOW,
        TrayAction.PAUSE,
        TrayAction.ALREADY_STOOD,
        TrayAction.POSTURE,
        TrayAction.OPEN,
        TrayAction.ABOUT,
        TrayAction.QUIT,
    ]


def test_later_is_there_while_a_bar_is_open(tray, desk):
    desk.work(29.6)
    assert TrayAction.LATER in visible(tray)
    assert tray.action(TrayAction.LATER).text() == "Later (15 minutes left)"

    tray.action(TrayAction.LATER).trigger()

    assert desk.view.snoozed_until is not None
    assert TrayAction.LATER not in visible(tray)

    desk.work(6)
    assert tray.action(TrayAction.LATER).text() == "Later (10 minutes left)"


def test_a_break_is_skipped_while_its_bar_is_open(tray, desk):
    desk.work(29.6)
    assert TrayAction.SKIP in visible(tray)

    tray.action(TrayAction.SKIP).trigger()

    assert desk.view.today.skipped == 1
    assert TrayAction.SKIP not in visible(tray)


def test_the_menu_begins_with_where_sitting_stands(tray, desk):
    desk.work(18)
    line = tray.action(TrayAction.STATE)
    assert line.text() == tray.tool_tip().splitlines()[0]
    assert not line.isEnabled()


@pytest.mark.parametrize("posture", list(Posture))
def test_a_posture_is_chosen(tray, desk, posture):
    desk.work(5)
    tray.entries.posture(posture).trigger()

    assert desk.view.posture is posture
    assert [each for each in Posture if tray.entries.posture(each).isChecked()] == [posture]


def test_who_said_to_be_away_sits_again_with_the_next_key(tray, desk):
    desk.work(5)
    tray.entries.posture(Posture.AWAY).trigger()

    desk.pass_time(60)
    desk.work(1)

    assert tray.entries.posture(Posture.SITTING).isChecked()


def test_in_a_call_it_says_what_can_be_done_unseen(qapp, desk):
    tray = TrayIcon(shipped_theme(), desk.breaks, desk.clock, lambda _view: "Press the knees.")
    tray.refresh()

    assert tray.action(TrayAction.HINT).isVisible()
    assert tray.action(TrayAction.HINT).text() == "Press the knees."
    assert "Press the knees." in tray.tool_tip()


def test_a_call_can_be_told_and_ends_with_resume(tray, desk):
    desk.work(10)
    pauses = tray.action(TrayAction.PAUSE).menu().actions()
    next(each for each in pauses if each.text() == "While I am in a call").trigger()

    assert [each.reason for each in desk.view.holds] == [HoldReason.CALL]
    desk.rest(40 * 60)
    assert desk.view.sitting_seconds == pytest.approx(50 * 60, abs=1)
    assert TrayAction.RESUME in visible(tray)
    assert TrayAction.PAUSE not in visible(tray)

    tray.action(TrayAction.RESUME).trigger()
    assert desk.view.holds == ()


def test_a_pause_may_have_no_end(tray, desk):
    pauses = tray.action(TrayAction.PAUSE).menu().actions()
    next(each for each in pauses if each.text() == "Until I resume").trigger()

    desk.pass_time(4 * 3600)
    assert HoldReason.MANUAL in {each.reason for each in desk.view.holds}


def test_the_icon_is_painted_at_most_once_a_minute(tray, desk, monkeypatch):
    desk.work(3)
    painted = []
    monkeypatch.setattr(tray._icon, "setIcon", painted.append)

    for _second in range(10 * 60):
        desk.clock.advance(1)
        desk.hands.type()
        desk.breaks.tick()

    assert 8 <= len(painted) <= 20


def test_while_paused_the_icon_has_bars_and_no_figure(tray, desk):
    desk.breaks.pause(None)
    look = ring_look(desk.view)
    later = replace(look, texts=replace(look.texts, figure="7"))

    assert same_icon(look, later)
    assert not same_icon(look, replace(later, state=RingState.OWED))


def test_without_snooze_left_it_cannot_be_put_off(tray, desk):
    desk.work(29.6)
    desk.breaks.snooze(15)
    desk.work(16)

    assert TrayAction.SKIP in visible(tray)
    assert TrayAction.LATER not in visible(tray)


def test_while_nothing_changes_nothing_is_sent_to_the_panel(tray, desk, monkeypatch):
    desk.work(3)
    desk.rest(10 * 60)
    sent = []
    for name in ("setIcon", "setToolTip"):
        monkeypatch.setattr(tray._icon, name, sent.append)

    desk.pass_time(30 * 60)

    assert sent == []


def test_what_is_new_is_asked_for_once(qapp, desk, monkeypatch):
    """Icon, tool tip and menu say the same: each look of the tray is one of the engine's."""
    hinted: list[object] = []

    def hint(view: object) -> str:
        hinted.append(view)
        return "Stand up" if len(hinted) > 1 else ""

    tray = TrayIcon(shipped_theme(), desk.breaks, desk.clock, hint)
    asked: list[object] = []
    view = desk.breaks.view
    monkeypatch.setattr(desk.breaks, "view", lambda: asked.append(view) or view())
    hinted[1:] = []

    tray.refresh()

    assert len(asked) == 1
    assert len(hinted) == 2
    assert tray.action(TrayAction.HINT).text() == "Stand up"
    assert tray.tool_tip().endswith("Stand up")
    assert tray.tool_tip().startswith(tray.action(TrayAction.STATE).text())
    tray.hide()


@pytest.mark.parametrize(("index", "minutes"), [(0, 30), (1, 60), (2, 120), (3, 15 * 60)])
def test_a_pause_ends_when_its_time_is_over(tray, desk, index, minutes):
    pauses = tray.action(TrayAction.PAUSE).menu().actions()
    assert [each.text() for each in pauses if not each.isSeparator()] == [
        "30 minutes",
        "1 hour",
        "2 hours",
        "Until tomorrow",
        "While I am in a call",
        "Until I resume",
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


def test_while_a_session_runs_nothing_answers_behind_its_back(tray, desk):
    desk.work(10)
    desk.breaks.session_started()
    asked = (TrayAction.BREAK_NOW, TrayAction.ALREADY_STOOD)
    assert not any(tray.action(each).isEnabled() for each in asked)

    desk.breaks.session_finished(60)

    assert all(tray.action(each).isEnabled() for each in asked)


def test_the_program_is_opened_and_ended(qtbot, tray):
    with qtbot.waitSignal(tray.open_requested):
        tray.action(TrayAction.OPEN).trigger()
    with qtbot.waitSignal(tray.open_requested):
        tray._icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    with qtbot.waitSignal(tray.quit_requested):
        tray.action(TrayAction.QUIT).trigger()


def test_the_tool_tip_says_why(tray, desk):
    desk.work(18)
    assert "Next break at" in tray.tool_tip()
    assert "You have sat for 18 minutes." in tray.tool_tip()

    desk.breaks.pause(None)

    assert "Paused since" in tray.tool_tip()


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
    assert "switched off" in tray.tool_tip()


def test_it_can_be_written_anew(tray, desk):
    tray.rebuild()

    tray.action(TrayAction.BREAK_NOW).trigger()
    assert desk.view.break_running


def test_an_icon_made_before_there_was_a_tray_is_made_anew(qapp, desk, monkeypatch):
    is_there = []
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _icon: None)
    monkeypatch.setattr(TrayIcon, "available", property(lambda _tray: bool(is_there)))
    tray = TrayIcon(shipped_theme(), desk.breaks, desk.clock)
    tray.refresh()
    early = tray._icon
    tray.show()
    assert tray._icon is early

    is_there.append(True)
    tray.show()
    late = tray._icon
    assert late is not early
    assert late.toolTip() == early.toolTip()
    assert not late.icon().isNull()

    tray.show()
    assert tray._icon is late
    tray.hide()
