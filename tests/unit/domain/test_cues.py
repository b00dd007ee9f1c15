from dataclasses import replace

from coreapp.domain.cues import Cue, CueChannel, CueKind, CueTopic, cues_of, topic_of
from coreapp.domain.exercise import Side
from coreapp.domain.timeline import Phase, PhaseKind
from tests.each_case import each_case


def cues(phase: Phase) -> list[tuple[float, CueKind, int]]:
    return [(cue.at, cue.kind, cue.number) for cue in cues_of(phase)]


def test_work_is_announced_halved_and_counted_out() -> None:
    assert cues(Phase(PhaseKind.WORK, 20, "plank")) == [
        (0, CueKind.START, 0),
        (5, CueKind.REMINDER, 0),
        (10, CueKind.HALFWAY, 0),
        (12, CueKind.REMINDER, 1),
        (17, CueKind.COUNTDOWN, 3),
        (18, CueKind.COUNTDOWN, 2),
        (19, CueKind.COUNTDOWN, 1),
    ]


def test_work_below_twenty_seconds_is_neither_halved_nor_reminded() -> None:
    kinds = {cue.kind for cue in cues_of(Phase(PhaseKind.WORK, 19.9, "plank"))}
    assert kinds == {CueKind.START, CueKind.COUNTDOWN}


def test_repetitions_are_counted_from_the_second_and_reminders_come_with_one() -> None:
    assert cues(Phase(PhaseKind.WORK, 20, "bridge", reps=4)) == [
        (0, CueKind.START, 0),
        (5, CueKind.REPETITION, 2),
        (5, CueKind.REMINDER, 0),
        (10, CueKind.HALFWAY, 0),
        (10, CueKind.REPETITION, 3),
        (10, CueKind.REMINDER, 1),
        (15, CueKind.REPETITION, 4),
        (17, CueKind.COUNTDOWN, 3),
        (18, CueKind.COUNTDOWN, 2),
        (19, CueKind.COUNTDOWN, 1),
    ]


def test_a_single_repetition_has_no_reminder_at_its_beginning() -> None:
    kinds = {cue.kind for cue in cues_of(Phase(PhaseKind.WORK, 40, "twist", reps=1))}
    assert not kinds & {CueKind.REMINDER, CueKind.REPETITION}


def test_fast_repetitions_are_counted_when_the_work_has_been_announced() -> None:
    told = cues(Phase(PhaseKind.WORK, 18, "swing", reps=9))
    assert [(at, n) for at, kind, n in told if kind is CueKind.REPETITION][:2] == [(4, 3), (6, 4)]


def test_very_fast_repetitions_are_not_counted() -> None:
    kinds = {cue.kind for cue in cues_of(Phase(PhaseKind.WORK, 28, "swing", reps=20))}
    assert CueKind.REPETITION not in kinds
    assert CueKind.REMINDER in kinds


@each_case("kind", PhaseKind)
def test_what_is_next_is_told_while_there_is_nothing_to_do(kind: PhaseKind) -> None:
    told = Cue(0, CueKind.NEXT_UP) in cues_of(Phase(kind, 10, "plank"))
    assert told is (kind in {PhaseKind.GET_READY, PhaseKind.REST})


def test_every_cue_belongs_to_a_topic_that_can_be_chosen() -> None:
    work = Phase(PhaseKind.WORK, 20, "plank", Side.LEFT)
    start = Cue(0, CueKind.START)

    topics = {topic_of(work, Cue(1, kind)) for kind in CueKind}

    assert topics | {CueTopic.SIDE_CHANGE} == set(CueTopic)
    assert topic_of(replace(work, side=Side.RIGHT), start) is CueTopic.SIDE_CHANGE
    assert topic_of(replace(work, kind=PhaseKind.SWITCH_SIDES), start) is CueTopic.SIDE_CHANGE
    assert topic_of(replace(work, side=Side.RIGHT, marks=(0, 9)), start) is CueTopic.START


def test_a_topic_is_spoken_toned_both_or_neither() -> None:
    heard = {channel: (channel.has_voice, channel.has_tone) for channel in CueChannel}

    assert heard == {
        CueChannel.VOICE: (True, False),
        CueChannel.TONE: (False, True),
        CueChannel.BOTH: (True, True),
        CueChannel.OFF: (False, False),
    }


def test_rest_is_counted_out_but_not_halved() -> None:
    assert cues(Phase(PhaseKind.REST, 30, "plank")) == [
        (0, CueKind.START, 0),
        (0, CueKind.NEXT_UP, 0),
        (27, CueKind.COUNTDOWN, 3),
        (28, CueKind.COUNTDOWN, 2),
        (29, CueKind.COUNTDOWN, 1),
    ]


def test_the_shortest_phase_that_is_counted_out_has_five_seconds() -> None:
    five = cues_of(Phase(PhaseKind.SWITCH_SIDES, 5, "plank"))
    assert [cue.at for cue in five] == [0, 2, 3, 4]
    assert cues_of(Phase(PhaseKind.SWITCH_SIDES, 4.9, "plank")) == (Cue(0, CueKind.START),)


def test_what_waits_for_a_tap_is_only_announced() -> None:
    phase = Phase(PhaseKind.WORK, 40, "plank", until_tapped=True)
    assert cues_of(phase) == (Cue(0, CueKind.START),)


def test_a_flow_names_each_position_but_the_first_at_its_mark() -> None:
    phase = Phase(PhaseKind.WORK, 30, "salute", marks=(0, 6, 28.5))
    assert cues(phase) == [
        (0, CueKind.START, 0),
        (6, CueKind.POSITION, 1),
        (27, CueKind.COUNTDOWN, 3),
        (28, CueKind.COUNTDOWN, 2),
        (28.5, CueKind.POSITION, 2),
        (29, CueKind.COUNTDOWN, 1),
    ]


def test_a_flow_that_waits_for_a_tap_still_names_its_positions() -> None:
    phase = Phase(PhaseKind.WORK, 30, "salute", until_tapped=True, marks=(0, 6))
    assert cues_of(phase) == (Cue(0, CueKind.START), Cue(6, CueKind.POSITION, 1))
