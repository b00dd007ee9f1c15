from coreapp.domain.cues import Cue, CueKind, cues_of
from coreapp.domain.timeline import Phase, PhaseKind


def cues(phase: Phase) -> list[tuple[float, CueKind, int]]:
    return [(cue.at, cue.kind, cue.number) for cue in cues_of(phase)]


def test_work_is_announced_halved_and_counted_out() -> None:
    assert cues(Phase(PhaseKind.WORK, 20, "plank")) == [
        (0, CueKind.START, 0),
        (10, CueKind.HALFWAY, 0),
        (17, CueKind.COUNTDOWN, 3),
        (18, CueKind.COUNTDOWN, 2),
        (19, CueKind.COUNTDOWN, 1),
    ]


def test_work_below_twenty_seconds_has_no_halfway_cue() -> None:
    assert CueKind.HALFWAY not in {
        cue.kind for cue in cues_of(Phase(PhaseKind.WORK, 19.9, "plank"))
    }


def test_rest_is_counted_out_but_not_halved() -> None:
    assert cues(Phase(PhaseKind.REST, 30, "plank")) == [
        (0, CueKind.START, 0),
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
