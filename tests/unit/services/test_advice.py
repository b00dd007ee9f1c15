"""What the rules say of a log, and in which words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import get_args

import pytest

from coreapp.domain.activity import ActivityType
from coreapp.domain.habits import Frequency
from coreapp.domain.load import Growth, Step
from coreapp.domain.pain import Concern, PainDay, TwoWeeks
from coreapp.domain.training_log import PerformedSession, PlannedOccurrence, SessionKind
from coreapp.services.activities import activities_of, kinds_of, pain_days
from coreapp.services.advice import (
    MOST_HINTS,
    Advice,
    CoreMissed,
    EasyNext,
    HardDays,
    Hint,
    LoadGrew,
    PainGrew,
    SeeSomebody,
    hints_for,
    is_safety,
)
from coreapp.services.advice_words import hint_reason, hint_text
from coreapp.services.training import TrainingLog
from tests.fakes.clock import MORNING, FakeClock
from tests.fakes.records import performed_set, session
from tests.fakes.work import FakeDatabase

TODAY = date(2026, 3, 5)
"""A Thursday."""

EVENING = datetime(2026, 3, 5, 18, tzinfo=UTC)


def did(back: int, routine: str = "core-four", minutes: int = 20, **values) -> PerformedSession:
    """Return a session of some days ago, without any figure that is not given."""
    start = EVENING - timedelta(days=back)
    nothing = dict.fromkeys(
        ("effort", "pain_before", "pain_during", "pain_after", "pain_next_morning")
    )
    plain = replace(
        session(),
        id=f"{routine}-{back}",
        routine=routine,
        started_at=start,
        ended_at=start + timedelta(minutes=minutes),
        zone="Europe/Berlin",
        stop_sign=False,
        planned=None,
        sets=(performed_set(),),
    )
    return replace(plain, **(nothing | values))


def rules(sessions: Sequence[PerformedSession]) -> list[type[Hint]]:
    return [type(each) for each in hints_for(sessions, TODAY)]


ENOUGH = [did(1), did(4), did(8)]
"""Core work often enough, so that nothing is said of it."""


def test_where_all_is_well_nothing_is_said():
    assert rules(ENOUGH) == []
    assert rules([]) == []


def test_strong_pain_on_three_days_comes_first():
    sessions = [did(back, pain_after=7, effort=8, minutes=90) for back in range(3)]

    assert rules([*sessions, did(8, effort=3)])[:2] == [SeeSomebody, EasyNext]


def test_after_a_red_session_an_easy_one_is_advised_for_two_days():
    assert rules([did(2, pain_during=6), *ENOUGH]) == [EasyNext]
    assert rules([did(1, pain_during=1), did(2, pain_during=6), *ENOUGH]) == []
    assert rules([did(3, stop_sign=True), *ENOUGH]) == []


def test_a_week_that_grows_too_fast_is_told():
    assert rules([did(1, effort=5, minutes=30), did(8, effort=5), did(9)])[:1] != [LoadGrew]
    grown = [did(0, effort=5, minutes=30), did(1, effort=4), did(8, effort=5), did(9, effort=4)]

    (hint,) = hints_for(grown, TODAY)

    assert hint == LoadGrew(Step(1800, 2300, Growth.AMBER))


def test_pain_that_grows_is_told():
    before = [did(back, pain_after=1) for back in range(7, 11)]
    now = [did(back, pain_after=3) for back in range(4)]

    assert rules([*now, *before]) == [PainGrew]


def test_six_hard_days_of_seven_are_too_many():
    hard = [did(back, effort=4, minutes=1) for back in range(6)]

    assert HardDays in rules(hard)
    assert HardDays not in rules(hard[:5])


def test_core_work_is_missed_only_by_who_trains_for_a_week_or_more():
    assert rules([did(8)]) == [CoreMissed]
    assert rules([did(29)]) == []
    assert rules([did(6)]) == []
    assert rules([did(8, "desk-2min-a-reset", kind=SessionKind.BREAK)]) == []


def test_two_hints_a_day_are_enough_but_safety_is_never_left_out():
    database, clock = FakeDatabase(), FakeClock(MORNING + timedelta(days=3))
    hard = [did(back, effort=9, minutes=60, pain_after=8) for back in range(6)]
    for each in [*hard, *(did(back, effort=1, pain_after=1) for back in range(7, 12))]:
        database.stored.sessions.add(each)

    found = Advice(TrainingLog(database, clock), clock).today()

    safety = [each for each in found if is_safety(each)]
    assert [each.concern for each in safety] == [Concern.STRONG_FOR_DAYS]
    assert len(found) - len(safety) == MOST_HINTS


@pytest.mark.parametrize(
    ("routine", "kinds"),
    [
        ("back-strength-8wk-w3-b", {ActivityType.STRENGTH, ActivityType.CORE}),
        ("back-strength-8wk-w3-c", {ActivityType.CORE}),
        ("sun-5-to-10-p6", {ActivityType.FLOW}),
        ("strength-30", {ActivityType.STRENGTH, ActivityType.CORE}),
        ("core-basics-runners", {ActivityType.CORE}),
        ("runner-dynamic-warmup", {ActivityType.WARMUP}),
        ("one-of-my-own", {ActivityType.CORE}),
    ],
)
def test_sessions_count_as_what_the_brief_says(routine, kinds):
    assert kinds_of(did(0, routine)) == kinds


def test_a_break_at_the_desk_is_no_training():
    assert kinds_of(did(0, "desk-2min-a-reset", kind=SessionKind.BREAK)) == {
        ActivityType.DESK_BREAK
    }


@pytest.mark.parametrize(
    ("routine", "kinds"),
    [
        ("strength-30--sets-4to6-9", {ActivityType.STRENGTH, ActivityType.CORE}),
        ("back-strength-8wk-w3-c--sets-2", {ActivityType.CORE}),
        ("one-of-my-own--sets-1", {ActivityType.CORE}),
    ],
)
def test_a_session_done_in_breaks_counts_once_with_its_last_portion(routine, kinds):
    planned = PlannedOccurrence("entry", EVENING)
    part = did(0, routine, kind=SessionKind.BREAK)

    assert kinds_of(part) == {ActivityType.DESK_BREAK}
    assert kinds_of(replace(part, planned=planned)) == kinds


def test_a_session_without_work_was_none():
    assert activities_of([did(0, sets=())]) == []


def test_lengths_are_whole_minutes_of_at_least_one():
    (short,) = activities_of([did(0, minutes=0)])
    (amber,) = activities_of([did(0, minutes=12, pain_during=4)])

    assert (short.minutes, short.is_amber) == (1, None)
    assert (amber.minutes, amber.is_amber) == (12, True)


def test_the_pain_of_the_next_morning_is_that_of_the_next_day():
    found = pain_days([did(1, pain_before=2, pain_after=1, pain_next_morning=3), did(2)])

    assert found == {TODAY - timedelta(days=1): PainDay(2), TODAY: PainDay(3)}


WEEKS = TwoWeeks(now=21, now_days=6, before=8, before_days=4)
OFTEN = Frequency(core=1, strength=0, strength_minutes=0, hard_days=6)
HINTS = [
    *(SeeSomebody(each, WEEKS) for each in Concern),
    EasyNext(session()),
    LoadGrew(Step(1800, 2300, Growth.AMBER)),
    PainGrew(WEEKS),
    HardDays(OFTEN),
    CoreMissed(OFTEN),
]


@pytest.mark.parametrize("hint", HINTS, ids=lambda hint: type(hint).__name__)
def test_each_hint_has_its_sentence_and_its_reason(hint):
    text, reason = hint_text(hint, "Easy day"), hint_reason(hint)

    assert text.endswith(".")
    assert reason.endswith(".")
    assert "{" not in text + reason


def test_all_rules_are_told():
    assert {type(each) for each in HINTS} == set(get_args(Hint))


def test_the_figures_are_said():
    assert "28 %" in hint_text(HINTS[5], "")
    assert "230 this week, 180 last week; 10 % more would be 198" in hint_reason(HINTS[5])
    assert "3.5 of 10 in the last seven days, 2 in the seven before" in hint_reason(HINTS[0])
    assert "“Easy day”" in hint_text(HINTS[4], "Easy day")


@pytest.mark.parametrize(
    ("pain", "said"),
    [
        (TwoWeeks(0, 0, 0, 0), "From the pain that you entered."),
        (TwoWeeks(9, 3, 0, 0), "Mean of the days you entered: 3 of 10 in the last seven days."),
    ],
)
def test_where_little_was_entered_little_is_said(pain, said):
    assert hint_reason(PainGrew(pain)) == said


@pytest.mark.parametrize(("count", "said"), [(0, "No core"), (1, "1 core session in")])
def test_core_work_is_counted(count, said):
    often = replace(OFTEN, core=count)

    assert hint_text(CoreMissed(often), "").startswith(said)
