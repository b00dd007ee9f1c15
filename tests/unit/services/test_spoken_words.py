"""What the voice says, and how."""

from dataclasses import replace

import pytest

from coreapp.domain.cues import Cue, CueKind
from coreapp.domain.exercise import Side
from coreapp.domain.timeline import Phase, PhaseKind, Timeline, TimelineOptions
from coreapp.services.spoken_words import SpokenWords, clauses, speakable
from tests.each_case import each_case
from tests.fakes.session_content import session_library

START = Cue(0, CueKind.START)
NEXT = Cue(0, CueKind.NEXT_UP)
REST = Phase(PhaseKind.REST, 30, "side-plank")


@pytest.fixture
def words() -> SpokenWords:
    return SpokenWords(session_library())


def said(words: SpokenWords, routine: str, index: int, *cues: Cue) -> list[str]:
    timeline = session_library().timeline(routine, TimelineOptions())
    return list(words.wordings(timeline, index, cues))


def alone(words: SpokenWords, cue: Cue, *phases: Phase, index: int = 0) -> list[str]:
    return list(words.wordings(Timeline("t", phases), index, [cue]))


def test_what_is_next_comes_with_how_to_set_up_for_it(words):
    assert said(words, "main", 0, START, NEXT) == [
        "Next: Side plank, Left side. Lay out a mat.",
        "Next: Side plank, Left side",
        "Next: Side plank",
        "Side plank",
    ]


def test_getting_ready_alone_is_said_too(words):
    assert said(words, "main", 0, START) == ["Get ready"]


def test_the_next_set_needs_no_setting_up(words):
    assert said(words, "main", 4, START, NEXT) == [
        "Rest. Next: set 2 of 2, Left side",
        "Next: set 2 of 2, Left side",
        "Rest. Next: set 2 of 2",
        "Next: set 2 of 2",
    ]


def test_the_next_set_of_both_sides_has_no_side(words):
    rest = Phase(PhaseKind.REST, 30, "glute-bridge", set=2, sets=2)
    work = replace(rest, kind=PhaseKind.WORK)

    assert alone(words, NEXT, rest, work) == ["Next: set 2 of 2"]


def test_the_next_of_a_flow_is_a_pass(words):
    rest = Phase(PhaseKind.REST, 30, "sun-salutation", Side.LEFT, set=2, sets=2)
    work = replace(rest, kind=PhaseKind.WORK)

    assert alone(words, NEXT, rest, work) == ["Next: pass 2 of 2"]


def test_a_flow_is_announced_without_the_leading_leg(words):
    assert said(words, "flow", 0, NEXT)[1] == "Next: Sun salutation"


def test_a_change_of_sides_always_says_the_side(words):
    assert said(words, "main", 2, START) == ["Switch sides: Right side", "Right side"]


def test_work_that_was_announced_says_only_side_and_dose(words):
    assert said(words, "main", 1, START) == ["Left side, 20 seconds", "Left side"]


def test_work_that_nothing_announced_says_its_name(words):
    assert said(words, "rounds", 0, START) == [
        "Bird dog, 4 repetitions",
        "4 repetitions",
        "Bird dog",
    ]
    assert said(words, "rounds", 1, START)[0] == "Desk march, 90 seconds"


def test_after_a_short_wait_the_name_is_said_again(words):
    ready = Phase(PhaseKind.GET_READY, 5, "side-plank", Side.LEFT)
    work = replace(ready, kind=PhaseKind.WORK, seconds=20)

    assert alone(words, START, ready, work, index=1)[0] == "Side plank, Left side, 20 seconds"
    longer = replace(ready, seconds=10)
    assert alone(words, START, longer, work, index=1)[0] == "Left side, 20 seconds"


def test_whole_minutes_are_said_as_minutes(words):
    march = Phase(PhaseKind.WORK, 120, "desk-march")
    assert alone(words, START, march)[0] == "Desk march, 2 minutes"


def test_a_pass_begins_with_the_leading_leg_and_the_first_position(words):
    assert said(words, "flow", 1, START) == [
        "Right leg first. Breathe out. Prayer pose. Stand tall.",
        "Right leg first. Breathe out. Prayer pose",
        "Right leg first. Breathe out",
        "Right leg first",
    ]
    plain = Phase(PhaseKind.WORK, 10, "sun-salutation", marks=(0, 6))
    assert alone(words, START, plain)[-1] == "Breathe out"


def test_a_position_is_breath_name_and_what_to_do(words):
    assert said(words, "flow", 1, Cue(6, CueKind.POSITION, 1)) == [
        "Breathe in. Raised arms. Reach up.",
        "Breathe in. Raised arms",
        "Breathe in",
    ]


def test_the_rest_at_the_end_leads_nowhere(words):
    closing = [Phase(PhaseKind.WORK, 20, "side-plank"), REST]

    assert alone(words, START, *closing, index=1) == ["Rest and breathe quietly", "Rest"]
    assert alone(words, NEXT, *closing, index=1) == []


def test_a_repetition_is_a_number_and_the_last_three_are_told(words):
    bridge = Phase(PhaseKind.WORK, 40, "glute-bridge", reps=8)
    few = replace(bridge, reps=7)

    assert alone(words, Cue(10, CueKind.REPETITION, 3), bridge) == ["3"]
    assert alone(words, Cue(25, CueKind.REPETITION, 6), bridge) == ["Last three"]
    assert alone(words, Cue(25, CueKind.REPETITION, 5), few) == ["5"]


def test_the_last_seconds_are_counted_only_where_nothing_else_is(words):
    third = Cue(37, CueKind.COUNTDOWN, 3)
    assert alone(words, third, Phase(PhaseKind.WORK, 40, "side-plank")) == ["3"]
    assert alone(words, third, Phase(PhaseKind.WORK, 40, "glute-bridge", reps=8)) == []


def test_a_reminder_is_of_the_breath_and_then_of_the_step_that_is_lit(words):
    plank = Phase(PhaseKind.WORK, 20, "side-plank")
    assert alone(words, Cue(5, CueKind.REMINDER, 0), plank) == ["Breathe quietly."]
    assert alone(words, Cue(12, CueKind.REMINDER, 1), plank) == ["Lift the hips."]


def test_a_number_is_never_followed_by_a_full_stop(words):
    """In German "3." is an ordinal."""
    bridge = Phase(PhaseKind.WORK, 40, "glute-bridge", reps=8)
    cues = [Cue(10, CueKind.REPETITION, 3), Cue(10, CueKind.REMINDER, 0)]

    assert words.wordings(Timeline("t", (bridge,)), 0, cues) == ["3, Breathe quietly.", "3"]


def test_halfway_comes_before_the_number(words):
    bridge = Phase(PhaseKind.WORK, 40, "glute-bridge", reps=8)
    cues = [Cue(20, CueKind.HALFWAY), Cue(20, CueKind.REPETITION, 5)]

    assert words.wordings(Timeline("t", (bridge,)), 0, cues) == ["Halfway. 5", "Halfway"]


def test_the_end_is_told(words):
    cue = Cue(20, CueKind.FINISHED)
    assert alone(words, cue, REST) == ["That was the session.", "Done"]


@each_case(
    ("cue", "expected"),
    [
        (START, ["Deleted exercise, 20 seconds", "Deleted exercise", "20 seconds"]),
        (Cue(5, CueKind.REMINDER, 0), []),
        (Cue(5, CueKind.POSITION, 0), []),
    ],
)
def test_an_exercise_that_the_library_forgot_is_not_called_by_its_id(words, cue, expected):
    assert alone(words, cue, Phase(PhaseKind.WORK, 20, "my-own")) == expected


def test_an_exercise_that_the_library_forgot_can_be_next(words):
    rest = Phase(PhaseKind.REST, 20, "my-own")
    work = Phase(PhaseKind.WORK, 20, "my-own", set=2, sets=2)

    assert alone(words, NEXT, rest, replace(work, set=1)) == [
        "Next: Deleted exercise",
        "Deleted exercise",
    ]
    assert alone(words, NEXT, rest, work) == ["Next: set 2 of 2"]


def test_a_position_that_is_no_longer_there_is_passed_over(words):
    flow = Phase(PhaseKind.WORK, 20, "sun-salutation", marks=(0, 5, 10))
    assert alone(words, Cue(10, CueKind.POSITION, 2), flow) == []


@each_case(
    ("text", "first"),
    [
        ("Lay out a mat; a cushion can help.", "Lay out a mat"),
        ("Quiet breaths in. Do not hold your breath.", "Quiet breaths in"),
        ("Lie down; then breathe on; rest.", "Lie down; then breathe on"),
        ("Lay out a mat, folded double.", None),
        ("Stand tall.", None),
    ],
)
def test_a_first_clause_is_one_that_stands_alone(text, first):
    assert clauses(text) == ((text,) if first is None else (text, first))


def test_what_is_only_written_is_not_said():
    text = "Dead Bug (Käfer), Katze–Kuh – 8\N{NO-BREAK SPACE}kg"
    assert speakable(text) == "Dead Bug, Katze Kuh, 8 kg"
