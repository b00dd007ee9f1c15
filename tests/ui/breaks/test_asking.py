"""Who is asked by a notification, what it says, and what answers, clicks and failures do."""

import pytest

from coreapp.domain.sitting.view import StateWhy
from coreapp.services.notifying import ClosedBy, Urgency
from coreapp.services.sitting_breaks import Answer
from coreapp.ui.breaks.answers import BreakAnswer
from coreapp.ui.breaks.asking import NOTICE, NoticeAsking, notice_of
from coreapp.ui.breaks.prompt_bar import BarButton, BarContent
from tests.fakes.notices import FakeNotifier


@pytest.fixture
def wayland(office):
    """A desk whose desktop lets nobody place a window."""
    office.is_placed = False
    return office


@pytest.fixture
def asked(wayland):
    """The same, thirty seconds before the limit: a notification is there."""
    wayland.work_until_the_bar()
    assert NOTICE in wayland.notifier.on_screen
    return wayland


def notice(office):
    return office.notifier.on_screen[NOTICE]


def texts(office) -> list[str]:
    return [each.text for each in notice(office).buttons]


def test_where_windows_cannot_be_placed_a_notification_asks_with_buttons_and_a_click(asked):
    assert asked.prompter.bar is None
    assert notice(asked).title == "Time to stand up"
    assert notice(asked).urgency is Urgency.NORMAL
    assert notice(asked).stays
    assert notice(asked).silent
    assert asked.prompts == 1
    assert texts(asked) == ["Stand, 2 min", "Exercise, 2 min", "In 5 min"]
    assert notice(asked).click == "All answers"
    assert notice(asked).instead == "When your hands rest, the break opens with all answers."


@pytest.mark.parametrize(
    ("style", "placed", "by_notice"),
    [
        ("auto", True, False),
        ("auto", False, True),
        ("bar", False, False),
        ("notification", True, True),
    ],
)
def test_the_setting_decides(office, style, placed, by_notice):
    office.is_placed = placed
    office.desk.preferences.change({"prompt_style": style})
    office.work_until_the_bar()

    assert (NOTICE in office.notifier.on_screen) is by_notice
    assert (office.prompter.bar is None) is by_notice


def test_where_there_is_no_such_thing_the_bar_asks_at_once(wayland):
    wayland.notifier.is_there = False
    wayland.work_until_the_bar()

    assert wayland.prompter.bar is not None
    assert wayland.notifier.history == []
    assert wayland.prompts == 1


def test_with_nothing_left_to_put_off_it_can_be_skipped(make_office):
    office = make_office(snooze_budget_min=0)
    office.is_placed = False
    office.work_until_the_bar()

    assert texts(office) == ["Stand, 2 min", "Exercise, 2 min", "Skip"]
    office.notifier.press(NOTICE, "Skip")

    assert office.desk.view.today.skipped == 1
    assert office.notifier.on_screen == {}


def test_without_an_offer_there_is_one_way_and_the_rest(qapp):
    buttons = (BarButton(BreakAnswer.STAND, "Stand"), BarButton(BreakAnswer.SKIP, "Skip"))

    notice = notice_of(BarContent("Title", "Line", "", buttons))

    assert [each.text for each in notice.buttons] == ["Stand", "Skip"]
    assert notice_of(BarContent("Title", "Line", "", buttons[:1])).buttons == notice.buttons[:1]


def test_a_minute_more_is_no_reason_to_come_again(qapp):
    notifier = FakeNotifier()
    asking = NoticeAsking(notifier, print, print)
    buttons = (BarButton(BreakAnswer.STAND, "Stand"),)

    asking.ask(BarContent("Stand up", "You have sat for 30 minutes.", "", buttons))
    asking.ask(BarContent("Stand up", "You have sat for 31 minutes.", "", buttons))
    assert len(notifier.history) == 1
    asking.ask(BarContent("Take a walk", "You have sat for 31 minutes.", "", buttons))

    assert len(notifier.history) == 2


def test_standing_is_answered_and_the_break_covers_the_screens(asked):
    asked.notifier.press(NOTICE, "Stand, 2 min")

    assert asked.desk.view.break_running
    assert asked.prompter.grown.is_open
    assert asked.notifier.on_screen == {}


def test_a_routine_is_answered(asked):
    asked.notifier.press(NOTICE, "Exercise, 2 min")

    assert len(asked.sessions) == 1
    assert asked.desk.view.why is StateWhy.SESSION
    assert asked.notifier.on_screen == {}


def test_later_is_answered_and_the_notification_comes_back_then(asked):
    asked.notifier.press(NOTICE, "In 5 min")
    assert asked.notifier.on_screen == {}

    asked.desk.work(4.9)
    assert asked.notifier.on_screen == {}
    asked.desk.work(0.2)

    assert NOTICE in asked.notifier.on_screen
    assert asked.prompts == 2


def test_ignored_it_stands_out_in_its_place_once_and_comes_no_third_time(asked):
    asked.desk.work(0.6)

    assert [each.urgency for each in asked.notifier.history] == [Urgency.NORMAL, Urgency.HIGH]
    assert notice(asked).urgency is Urgency.HIGH
    assert notice(asked).text == "Your break waits for a pause in your work."
    assert asked.prompts == 1

    asked.desk.work(60)

    assert len(asked.notifier.history) == 2


@pytest.mark.parametrize("by", list(ClosedBy))
def test_taken_away_it_is_no_answer_and_it_comes_back_once(asked, by):
    asked.notifier.take_away(NOTICE, by)
    asked.desk.work(0.2)
    assert asked.notifier.on_screen == {}
    assert asked.prompter.bar is None
    assert asked.desk.view.why is StateWhy.PROMPT

    asked.desk.work(0.4)
    assert notice(asked).urgency is Urgency.HIGH
    asked.notifier.take_away(NOTICE, by)
    asked.desk.work(31)  # half an hour is the limit; an hour is waited above

    assert asked.notifier.on_screen == {}
    assert len(asked.notifier.history) == 2
    assert asked.desk.view.why is StateWhy.PROMPT


def test_taken_away_the_break_still_comes_with_the_first_rest(asked):
    asked.notifier.take_away(NOTICE)
    asked.desk.work(1)

    asked.desk.rest(3)

    assert asked.prompter.grown.is_open
    assert asked.notifier.on_screen == {}


def test_a_click_brings_up_the_bar_with_all_answers(asked):
    asked.notifier.click(NOTICE)

    assert asked.prompter.bar is not None
    assert list(asked.prompter.bar.buttons) == [
        BreakAnswer.STAND,
        BreakAnswer.ROUTINE,
        BreakAnswer.LATER,
        BreakAnswer.SKIP,
    ]
    asked.desk.work(1)
    assert len(asked.notifier.history) == 1
    assert asked.prompts == 1


def test_where_nobody_shows_it_the_bar_asks_for_the_rest_of_this_prompt(asked):
    asked.notifier.fail(NOTICE)
    bar = asked.prompter.bar
    assert bar is not None
    assert bar.isVisible()

    asked.desk.work(1)
    assert asked.prompter.bar is bar
    bar.button(BreakAnswer.LATER).click()
    assert asked.prompter.bar is None
    asked.desk.work(5.1)

    assert asked.prompter.bar is None
    assert NOTICE in asked.notifier.on_screen


def test_a_server_that_goes_later_leaves_the_bar_as_it_stands(asked):
    asked.desk.work(0.6)
    asked.notifier.fail(NOTICE)

    assert asked.prompter.bar is not None
    assert not asked.prompter.bar.bell.isHidden()


def test_a_failure_that_is_told_after_the_prompt_is_over_opens_nothing(asked):
    heard = asked.notifier._heard[NOTICE]
    asked.desk.breaks.answer(Answer.ALREADY_STOOD)
    asked.notifier._heard[NOTICE], asked.notifier.on_screen[NOTICE] = heard, None
    asked.notifier.fail(NOTICE)

    assert asked.prompter.bar is None


@pytest.mark.parametrize("ends", ["answered elsewhere", "held", "switched off"])
def test_when_the_prompt_ends_the_notification_goes(asked, ends):
    if ends == "answered elsewhere":
        asked.desk.breaks.answer(Answer.ALREADY_STOOD)
    elif ends == "held":
        asked.desk.breaks.pause(None)
    else:
        asked.desk.preferences.change({"breaks_on": False})
        asked.desk.breaks.apply_settings()

    assert asked.notifier.on_screen == {}


def test_an_answer_that_fails_is_told_and_it_is_asked_again(asked, monkeypatch):
    def refuse(*_arguments: object) -> None:
        from coreapp.domain.errors import NotNowError

        raise NotNowError("no")

    monkeypatch.setattr(asked.desk.breaks, "snooze", refuse)
    asked.notifier.press(NOTICE, "In 5 min")

    assert len(asked.failures) == 1
    assert NOTICE in asked.notifier.on_screen


def test_a_minute_of_typing_in_the_break_asks_by_a_notification_again(asked):
    asked.notifier.press(NOTICE, "Stand, 2 min")
    asked.desk.rest(5)
    asked.desk.work(1.1)

    assert not asked.prompter.grown.is_open
    assert NOTICE in asked.notifier.on_screen


def test_a_long_sit_leads_with_a_walk(make_office):
    office = make_office(interval_min=60, long_sit_min=60, lead_s=0)
    office.is_placed = False
    office.desk.work(60.1)

    assert texts(office)[:2] == ["Walk, 2 min", "Stand, 2 min"]
