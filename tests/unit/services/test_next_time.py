"""What changes the next time, and why: from the log of the shipped routines and programmes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from coreapp.domain.exercise import Side
from coreapp.domain.next_dose import DoseReason
from coreapp.domain.progression import PassesReason
from coreapp.domain.routine import Block, Routine, Step
from coreapp.domain.timeline import PhaseKind
from coreapp.domain.training_log import (
    Feeling,
    Outcome,
    PerformedSession,
    PerformedSet,
    SessionKind,
    feeling_of,
)
from coreapp.services.next_time import NextTime
from coreapp.services.next_time_words import next_time_lines
from coreapp.services.prospects import Prospect
from tests.fakes.programmes import BACK, ProgrammeHome

CORE = "core-basics-runners"
Why = DoseReason
EASY = Feeling(3, 1, 1, 1, form_ok=True)


@pytest.fixture
def home() -> ProgrammeHome:
    return ProgrammeHome()


def put(home: ProgrammeHome, *steps: Step, identity: str = "mine", **changes) -> str:
    """Put a routine of one's own into the library."""
    home.library.put_routine(replace(Routine(identity, "Mine", (Block(steps),)), **changes))
    return identity


def sets_of(home: ProgrammeHome, routine: str, *, short: str = "", side: Side | None = None):
    """The sets of a session done as planned, but for one exercise cut short."""
    timeline = home.library.timeline(routine)
    found = []
    for index, phase in enumerate(timeline.phases):
        if phase.kind is not PhaseKind.WORK:
            continue
        is_short = phase.exercise == short and side in {None, phase.side}
        found.append(
            PerformedSet(
                phase=index,
                exercise=phase.exercise,
                name=home.library.exercise_name(phase.exercise),
                side=phase.side,
                set=phase.set,
                planned_seconds=phase.seconds,
                actual_seconds=phase.seconds - (10 if is_short else 0),
                planned_reps=phase.reps,
                actual_reps=None,
                skipped=False,
            )
        )
    return tuple(found)


def did(home: ProgrammeHome, routine: str, days_ago: float = 0, **changes) -> PerformedSession:
    """Do a routine as planned; return the session."""
    changes = {"sets": sets_of(home, routine), "pain_next_morning": None} | changes
    identity = home.did(routine, days_ago, **changes)
    return home.database.stored.sessions.kept[identity]


def look(home: ProgrammeHome, session: PerformedSession, feeling: Feeling | None = None):
    """Look ahead after a session."""
    outlook = NextTime(home.library, home.database, home.shelf).look(session)
    return outlook.after(feeling or feeling_of(session))


def reasons(prospect: Prospect) -> dict[str, DoseReason | None]:
    return {each.exercise: each.reason for each in prospect.exercises}


def lines(home: ProgrammeHome, prospect: Prospect) -> Sequence[str]:
    return next_time_lines(prospect, home.library)


def test_two_easy_sessions_make_every_exercise_of_strength_grow(home: ProgrammeHome) -> None:
    did(home, CORE, 3)
    found = look(home, did(home, CORE))

    doses = {each.exercise: (each.now, each.dose, each.in_seconds) for each in found.exercises}
    assert doses["plank"] == (20, 22, True)
    assert doses["side-plank"] == (20, 22, True)
    assert doses["glute-bridge"] == (12, 13, False)
    assert doses["dead-bug"] == (8, 9, False)  # alternating: the log counts both sides
    assert "cat-cow" not in doses
    assert set(reasons(found).values()) == {Why.MORE}
    told = lines(home, found)
    assert told[0] == "The last sessions were complete and easy, with pain of 3 or less."
    assert "Forearm plank: 22 s instead of 20 s." in told


def test_the_form_decides_at_once(home: ProgrammeHome) -> None:
    did(home, CORE, 3)
    outlook = NextTime(home.library, home.database, home.shelf).look(did(home, CORE))

    said = [
        set(reasons(outlook.after(feeling)).values())
        for feeling in (Feeling(), EASY, replace(EASY, effort=7), replace(EASY, pain_during=5))
    ]
    assert said == [{Why.STAY_UNKNOWN}, {Why.MORE}, {Why.STAY_EFFORT}, {Why.STAY_PAIN}]


def test_what_stays_for_one_reason_is_told_together(home: ProgrammeHome) -> None:
    mine = put(home, Step("plank", seconds=20), Step("glute-bridge", reps=10))

    assert lines(home, look(home, did(home, mine))) == [
        (
            "Forearm plank and Glute bridge stay as they are. "
            "More comes after two complete and easy sessions with this dose."
        )
    ]


def test_red_goes_down_and_an_easy_day_comes_first(home: ProgrammeHome) -> None:
    mine = put(home, Step("plank", seconds=20), Step("glute-bridge", reps=10))
    session = did(home, mine)
    raised = replace(
        session,
        sets=tuple(
            replace(each, planned_seconds=24, actual_seconds=24)
            if each.exercise == "plank"
            else each
            for each in session.sets
        ),
    )

    found = look(home, raised, replace(EASY, pain_during=6))

    red = "There was pain of 6 or more, a sign to stop, or much more pain on the next morning."
    assert lines(home, found) == [
        "Take an easy day next, for example with “Easy day”.",
        f"Forearm plank: 20 s instead of 24 s. {red}",
        f"Glute bridge stays at 10 times. {red}",
    ]


@pytest.mark.parametrize(
    ("side", "told"),
    [
        (Side.LEFT, "Side plank stays at 20 s. It was cut short on the left."),
        (Side.RIGHT, "Side plank stays at 20 s. It was cut short on the right."),
        (None, "Side plank stays at 20 s. Not all of it was done this time."),
    ],
)
def test_what_was_cut_short_stays_with_its_side(home: ProgrammeHome, side, told) -> None:
    mine = put(home, Step("side-plank", sets=2, seconds=20))
    did(home, mine, 3)
    short = sets_of(home, mine, short="side-plank", side=side)

    assert lines(home, look(home, did(home, mine, sets=short))) == [told]


def test_a_set_that_was_never_begun_is_not_complete(home: ProgrammeHome) -> None:
    mine = put(home, Step("plank", sets=3, seconds=20), Step("glute-bridge", reps=10))
    did(home, mine, 3)
    begun = sets_of(home, mine)[:2]

    found = look(home, did(home, mine, sets=begun, outcome=Outcome.ENDED_EARLY))

    assert reasons(found) == {"plank": Why.STAY_SHORT}


def at_the_top(home: ProgrammeHome, level: str, **changes) -> Prospect:
    """Do two holds at the top of the ladder twice."""
    steps = (Step("plank", seconds=20, level=level), Step("side-plank", seconds=20))
    mine = put(home, *steps)
    sets = tuple(
        replace(each, planned_seconds=30, actual_seconds=30) for each in sets_of(home, mine)
    )
    did(home, mine, 3, sets=sets, **changes)
    return look(home, did(home, mine, sets=sets, **changes))


def test_at_the_top_one_exercise_goes_to_the_next_level(home: ProgrammeHome) -> None:
    found = at_the_top(home, "L1")

    assert reasons(found) == {"plank": Why.LEVEL_UP, "side-plank": Why.LEVEL_WAITS}
    assert lines(home, found) == [
        (
            "Forearm plank may go to the next level, it was clean and easy twice: Full plank on "
            "the toes, 3 × 20 s, growing by about 10 % a week to 3 × 30 s."
        ),
        "Side plank stays at 30 s. One exercise at a time goes to the next level.",
    ]


def test_at_the_top_level_nothing_is_above(home: ProgrammeHome) -> None:
    told = lines(home, at_the_top(home, "L3"))

    assert told[0] == "Forearm plank stays at 30 s: this is the top level, and it is easy for you."


def test_at_the_top_the_rule_of_the_level_is_told(home: ProgrammeHome) -> None:
    told = lines(home, at_the_top(home, "L1", form_ok=None))

    assert told[0] == (
        "Forearm plank stays at 30 s. Move up when two sessions in a row had every hold complete "
        "with the line kept, effort 4 or less and pain 3 or less."
    )


@pytest.mark.parametrize(
    "step",
    [
        Step("child-pose", seconds=30),
        Step("bird-dog", reps=3, seconds_per_rep=13),
        Step("side-plank", reps=3, seconds_per_rep=13),
        Step("desk-march", seconds=60),
    ],
)
def test_what_has_no_ladder_is_not_spoken_of(home: ProgrammeHome, step: Step) -> None:
    mine = put(home, step, Step("plank", seconds=20), Step("plank", seconds=10))

    found = look(home, did(home, mine))

    assert "side-plank" not in reasons(found)
    assert not {"child-pose", "desk-march", "plank"} & set(reasons(found))


def test_desk_breaks_and_routines_that_are_gone_are_left_alone(home: ProgrammeHome) -> None:
    mine = put(home, Step("plank", seconds=20))
    desk = put(home, Step("desk-push-up", reps=10), identity="desk", place="desk")

    for session in (
        did(home, mine, kind=SessionKind.BREAK),
        did(home, desk),
        replace(did(home, mine), routine="gone"),
    ):
        assert look(home, session) == Prospect()
        assert lines(home, look(home, session)) == []


def test_pain_with_the_same_exercise_elsewhere_counts(home: ProgrammeHome) -> None:
    mine = put(home, Step("plank", seconds=20))
    other = put(home, Step("plank", seconds=40), identity="other")
    did(home, mine, 3)
    did(home, other, 1, pain_during=5)

    assert reasons(look(home, did(home, mine))) == {"plank": Why.STAY_PAIN}


def test_a_session_of_the_programme_tells_the_doses_of_its_next_week(home: ProgrammeHome) -> None:
    session = did(home, f"{BACK}-w1-c")

    assert lines(home, look(home, session)) == [
        "This session comes again in week 2 of the programme.",
        "McGill curl-up: 11 s instead of 10 s.",
        "Side plank: 11 s instead of 10 s.",
        "Bird dog: 11 s instead of 10 s.",
        "Forearm plank: 22 s instead of 20 s.",
    ]
    (bridge,) = [
        each
        for each in look(home, did(home, f"{BACK}-w1-a")).exercises
        if each.exercise == "glute-bridge"
    ]
    assert (bridge.now, bridge.dose, bridge.in_seconds) == (10, 11, False)


def test_pain_in_the_programme_repeats_the_week_or_goes_back(home: ProgrammeHome) -> None:
    session = did(home, f"{BACK}-w3-c")

    amber = lines(home, look(home, session, replace(EASY, pain_during=4)))
    red = lines(home, look(home, session, replace(EASY, stop_sign=True)))
    assert len(amber) == 1
    assert "Repeat that week" in amber[0]
    assert red[0].startswith("Take an easy day next")
    assert "doses of week 1" in red[1]


def test_in_the_last_week_nothing_changes(home: ProgrammeHome) -> None:
    assert lines(home, look(home, did(home, f"{BACK}-w8-c"))) == []


def test_a_session_that_was_ended_early_is_done_again_as_it_is(home: ProgrammeHome) -> None:
    session = did(home, f"{BACK}-w1-c", outcome=Outcome.ENDED_EARLY)

    assert look(home, session) == Prospect()


def test_the_programme_begun_anew_forgets_what_was_before(home: ProgrammeHome) -> None:
    did(home, f"{BACK}-w1-a", 2, pain_during=6)
    home.clock.advance(timedelta(days=-1).total_seconds())
    home.programmes.begin_again(BACK)
    home.clock.advance(timedelta(days=1).total_seconds())

    found = look(home, did(home, f"{BACK}-w1-c"))

    assert found.week is not None
    assert found.week.go_on == 2


def test_the_flow_that_grows_by_the_day_says_how_many_passes_come_next(
    home: ProgrammeHome,
) -> None:
    for days in (8, 6, 5, 4, 2, 0):
        session = home.database.stored.sessions.kept[home.saluted(5, days)]

    easy, hard, red = (
        look(home, session, feeling)
        for feeling in (EASY, replace(EASY, effort=7), replace(EASY, pain_during=7))
    )

    assert lines(home, easy) == [
        "The next time: 6 passes. You did all passes on enough days, and it was easy: one more."
    ]
    assert hard.passes is not None
    assert (hard.passes.count, hard.passes.reason) == (5, PassesReason.STAY_EFFORT)
    assert lines(home, red) == [
        "Take an easy day next, for example with “Easy day”.",
        "The next time: 4 passes. The last time there was pain of 6 or more: one pass fewer.",
    ]


def test_the_passes_are_those_of_the_next_morning(home: ProgrammeHome) -> None:
    for days in (8, 6, 5, 4, 2, 0):
        session = home.database.stored.sessions.kept[home.saluted(5, days)]
    found = look(home, session)
    home.clock.advance(timedelta(days=1).total_seconds())
    assert found.passes == home.growth().passes


def test_a_gate_that_is_not_met_is_told_with_what_it_takes(home: ProgrammeHome) -> None:
    for place, days in (("w1-a", 12), ("w1-b", 10), ("w2-a", 5)):
        did(home, f"{BACK}-{place}", days)
    session = did(home, f"{BACK}-w2-c")

    (line,) = lines(home, look(home, session))

    assert line.startswith("Week 2 comes once more.")
    assert "at least 5 of 6 sessions" in line


def test_a_session_that_may_still_come_this_week_is_awaited(home: ProgrammeHome) -> None:
    for place, days in (("w1-a", 12), ("w1-b", 10), ("w2-a", 5)):
        did(home, f"{BACK}-{place}", days)

    found = look(home, did(home, f"{BACK}-w2-b"))

    assert found.week is not None
    assert (found.week.go_on, found.week.kept_back_by) == (3, None)


def test_pain_that_the_form_says_decides_about_the_gate(home: ProgrammeHome) -> None:
    none = {"pain_before": 0, "pain_during": 0, "pain_after": 0, "pain_next_morning": 0}
    little = dict.fromkeys(none, 2)
    for place, days in (("w1-a", 13), ("w1-b", 11), ("w1-c", 9)):
        did(home, f"{BACK}-{place}", days, **none)
    for place, days in (("w2-a", 5), ("w2-b", 3)):
        did(home, f"{BACK}-{place}", days, **little)
    session = did(home, f"{BACK}-w2-c", **none)

    well = look(home, session, replace(EASY, pain_before=0, pain_during=0, pain_after=0))
    worse = look(home, session, replace(EASY, pain_before=3, pain_during=3, pain_after=3))

    assert well.week is not None
    assert worse.week is not None
    assert (well.week.go_on, worse.week.go_on) == (3, 2)
