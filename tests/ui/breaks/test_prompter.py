"""What is on the screen when, and what the answers do; the bar and the break are the real ones."""

import pytest

from coreapp.domain.errors import NotNowError
from coreapp.domain.sitting.facts import HoldReason
from coreapp.domain.sitting.view import StateWhy
from coreapp.services.sitting_breaks import Answer
from coreapp.ui.breaks.answers import BreakAnswer
from tests.fakes.shipped import shipped_library

RESET = "desk-2min-a-reset"
WALK = "desk-2min-f-walk"
MOVEMENT = "break-desk-calf-raise"


def test_one_bar_opens_thirty_seconds_before_the_limit_and_stays_while_typing_goes_on(office):
    office.desk.work(29.4)
    assert office.prompter.bar is None

    office.desk.work(0.1)
    bar = office.prompter.bar
    assert bar is not None
    assert bar.isVisible()
    assert office.prompts == 1

    office.desk.work(10)
    assert office.prompter.bar is bar
    assert not office.prompter.grown.is_open
    assert office.prompts == 1


def test_it_grows_with_the_first_rest_after_the_limit_and_the_bar_goes(office):
    office.work_until_the_bar()
    office.desk.rest(20)
    assert not office.prompter.grown.is_open

    office.desk.work(1)
    office.desk.rest(3)

    assert office.prompter.grown.is_open
    assert office.prompter.bar is None


@pytest.mark.parametrize("answer", [BreakAnswer.STAND, BreakAnswer.ALREADY_STOOD])
def test_a_break_is_answered_without_a_session(office, answer):
    office.work_until_the_break()

    office.prompter.grown.answered.emit(answer)

    assert office.sessions == []
    assert office.desk.view.today.taken == (answer is BreakAnswer.ALREADY_STOOD)
    assert office.desk.view.break_running is (answer is BreakAnswer.STAND)


@pytest.mark.parametrize(
    ("answer", "routine"), [(BreakAnswer.ROUTINE, RESET), (BreakAnswer.EXERCISE, MOVEMENT)]
)
def test_an_answer_with_movement_asks_for_its_session_and_frees_the_screen(office, answer, routine):
    office.work_until_the_break()

    office.prompter.grown.answered.emit(answer)

    assert office.sessions == [routine]
    assert office.desk.view.why is StateWhy.SESSION
    assert not office.prompter.grown.is_open


@pytest.mark.parametrize("minutes", [1, 2])
def test_what_is_begun_without_a_prompt_is_as_long_as_a_break_of_the_settings(make_office, minutes):
    office = make_office(break_min=minutes)
    office.desk.work(10)

    office.prompter.begin_offer(Answer.ROUTINE)

    (routine,) = office.sessions
    seconds = shipped_library().timeline(routine).seconds
    assert abs(seconds - minutes * 60) <= 30


def test_later_closes_the_bar_and_it_comes_back(office):
    office.work_until_the_bar()
    assert office.prompter.bar is not None
    office.prompter.bar.button(BreakAnswer.LATER).click()
    assert office.prompter.bar is None

    office.desk.work(4.9)
    assert office.prompter.bar is None
    office.desk.work(0.2)

    assert office.prompter.bar is not None


def test_later_is_not_offered_when_none_is_left(make_office):
    office = make_office(snooze_budget_min=0)
    office.work_until_the_bar()

    assert office.prompter.bar is not None
    assert office.prompter.bar.button(BreakAnswer.LATER) is None
    assert office.prompter.bar.button(BreakAnswer.SKIP) is not None


def test_later_says_how_much_is_really_granted(make_office):
    office = make_office(snooze_budget_min=8)
    office.work_until_the_bar()
    office.prompter.bar.button(BreakAnswer.LATER).click()
    office.desk.work(5.1)

    assert office.prompter.bar.button(BreakAnswer.LATER).text() == "In 3 min"


def test_skip_closes_everything_and_counts(office):
    office.work_until_the_break()

    office.prompter.grown.answered.emit(BreakAnswer.SKIP)

    assert not office.prompter.grown.is_open
    assert office.desk.view.today.skipped == 1


def test_leaving_gives_the_screens_back_and_counts_as_a_skip(office):
    office.work_until_the_break()

    office.prompter.grown.answered.emit(BreakAnswer.LEFT)

    assert not office.prompter.grown.is_open
    assert office.desk.view.today.skipped == 1
    assert office.failures == []


def test_leaving_works_even_if_the_engine_does_not_take_it(office, monkeypatch):
    def refuse(_reason: str) -> None:
        raise NotNowError("no")

    monkeypatch.setattr(office.desk.breaks, "skip", refuse)
    office.work_until_the_break()
    office.prompter.grown.answered.emit(BreakAnswer.LEFT)
    assert not office.prompter.grown.is_open
    assert len(office.failures) == 1

    office.desk.rest(5)

    assert not office.prompter.grown.is_open


def test_an_answer_that_comes_too_late_is_told_and_changes_nothing(office):
    office.work_until_the_bar()
    bar = office.prompter.bar
    office.desk.breaks.answer(Answer.ALREADY_STOOD)
    bar.answered.emit(BreakAnswer.SKIP)

    assert len(office.failures) == 1
    assert office.desk.view.today.skipped == 0


def test_a_break_that_is_rested_through_closes_by_itself(office):
    office.work_until_the_break()
    office.prompter.grown.answered.emit(BreakAnswer.STAND)

    office.desk.rest(121)

    assert not office.prompter.grown.is_open
    assert office.desk.view.today.taken == 1


def test_a_minute_of_typing_turns_the_break_back_into_the_bar(office):
    office.work_until_the_break()
    office.prompter.grown.answered.emit(BreakAnswer.STAND)

    office.desk.work(1.1)

    assert not office.prompter.grown.is_open
    assert office.prompter.bar is not None


def test_the_break_says_that_its_clock_waits_while_somebody_works(office):
    office.work_until_the_break()
    office.prompter.grown.answered.emit(BreakAnswer.STAND)
    office.desk.rest(40)
    assert _notice(office) == ""
    before = _clock(office)

    office.desk.work(0.1)

    assert "working during the break" in _notice(office)
    assert _clock(office) == before
    # Between two questions for the input nobody knows: the clock must not run and jump back.
    office.desk.clock.advance(1.5)
    office.prompter.refresh()
    assert _clock(office) == before

    office.desk.rest(10)

    assert _notice(office) == ""
    assert _clock(office) < before


def test_a_hold_takes_everything_off_the_screen(office):
    office.work_until_the_break()

    office.desk.breaks.pause(None)

    assert [each.reason for each in office.desk.view.holds] == [HoldReason.MANUAL]
    assert not office.prompter.grown.is_open
    assert office.prompter.bar is None


def test_switching_the_breaks_off_takes_everything_off_the_screen(office):
    office.work_until_the_bar()

    office.desk.preferences.change({"breaks_on": False})
    office.desk.breaks.apply_settings()

    assert office.prompter.bar is None


def test_a_long_sit_leads_with_a_walk(make_office):
    office = make_office(interval_min=60, long_sit_min=60, lead_s=0, cover_while_typing=True)
    office.desk.work(60.1)
    bar = office.prompter.bar
    assert bar is not None
    assert list(bar.buttons)[:2] == [BreakAnswer.ROUTINE, BreakAnswer.STAND]
    assert bar.buttons[BreakAnswer.ROUTINE].text() == "Walk, 2 min"

    office.desk.work(1)
    main = office.prompter.grown.main
    assert main is not None
    assert [each.look.answer for each in main.buttons][:2] == [
        BreakAnswer.ROUTINE,
        BreakAnswer.STAND,
    ]
    assert [each.look.rank for each in main.buttons][:2] == [0, 1]

    office.prompter.grown.answered.emit(BreakAnswer.ROUTINE)

    assert office.sessions == [WALK]


def test_a_bar_offers_the_same_from_its_first_moment_to_the_break(office):
    office.work_until_the_bar()
    offered = office.prompter.bar.buttons[BreakAnswer.ROUTINE].text()
    office.desk.work(1)
    office.desk.rest(3)
    office.prompter.grown.answered.emit(BreakAnswer.ROUTINE)

    assert offered == "Exercise, 2 min"
    assert office.sessions == [RESET]


def _notice(office) -> str:
    content = office.prompter.grown.content
    assert content is not None
    return content.notice


def _clock(office) -> str:
    content = office.prompter.grown.content
    assert content is not None
    return content.clock
