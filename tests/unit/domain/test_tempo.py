"""Slower and faster: the place within a repetition stays, and the truth is what is logged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.clock import Reading
from coreapp.domain.cues import CueKind
from coreapp.domain.errors import InvalidValueError
from coreapp.domain.player import Player, PlayerOptions
from coreapp.domain.player_events import CueDue, Finished, PhaseResult, PhaseStarted
from coreapp.domain.player_view import PlayerState
from coreapp.domain.tempo import TEMPOS, Pace, has_tempo, neighbour
from coreapp.domain.timeline import Phase, PhaseKind, Timeline
from tests.each_case import each_case
from tests.fakes.clock import MORNING

PATIENT = PlayerOptions(gap_seconds=10_000)
READY = Phase(PhaseKind.GET_READY, 10, "bridge")
BRIDGE = Phase(PhaseKind.WORK, 40, "bridge", reps=8)
REST = Phase(PhaseKind.REST, 20, "bridge")
PLANK = Phase(PhaseKind.WORK, 30, "plank")
SALUTE = Phase(PhaseKind.WORK, 60, "salute", reps=1, marks=(0, 20, 30))
PLAN = Timeline("plan", (READY, BRIDGE, REST, PLANK, SALUTE))


def at(moment: float) -> Reading:
    return Reading(MORNING, monotonic=moment, boot=moment)


def begun(until: float = 0, plan: Timeline = PLAN) -> Player:
    player = Player(plan, PATIENT)
    player.start(at(0))
    player.advance(at(until))
    return player


def test_counted_work_and_flows_have_a_tempo_holds_and_rests_have_none():
    assert [has_tempo(phase) for phase in PLAN.phases] == [False, True, False, False, True]


@each_case(
    ("percent", "faster", "then"),
    [(100, True, 110), (100, False, 90), (125, True, 125), (80, False, 80)],
)
def test_slower_and_faster_go_by_steps(percent, faster, then):
    assert neighbour(percent, faster=faster) == then


def test_what_is_no_step_is_refused():
    with pytest.raises(InvalidValueError):
        Pace(99)


def test_the_place_within_the_repetition_stays_and_the_rest_follows():
    player = begun(10 + 12.5)
    player.adopt(at(22.5), Pace(125))
    view = player.view(at(22.5))

    assert view.pace.tempo == 125
    assert view.phase.seconds == pytest.approx(32)
    assert view.seconds_into * 8 / view.phase.seconds == pytest.approx(2.5)
    assert view.session_left == pytest.approx(22 + 20 + 30 + 48)
    assert [phase.seconds for phase in player.plan.phases] == [10, 40, 20, 30, 60]


def test_what_was_done_before_the_change_counts_with_its_real_seconds():
    player = begun(10 + 20)
    player.adopt(at(30), Pace(80))
    before = player.advance(at(54.9))
    after = player.advance(at(55))

    assert [type(event) for event in before if isinstance(event, PhaseStarted)] == []
    assert any(isinstance(event, PhaseStarted) for event in after)
    assert player.results[1] == PhaseResult(45, 8, skipped=False)


def test_a_set_that_is_stopped_counts_the_repetitions_that_were_done():
    player = begun(10 + 20)
    player.adopt(at(30), Pace(80))
    player.stop_set(at(30 + 7))

    assert player.results[1] == PhaseResult(27, 5, skipped=False)


def test_the_marks_of_a_flow_follow():
    player = begun()
    player.adopt(at(0), Pace(80))

    assert player.timeline.phases[4].marks == (0, 25, 37.5)


def test_each_repetition_is_counted_once_whenever_the_tempo_changes():
    player, told = begun(10), []
    for moment, percent in ((15, 125), (19, 80), (19.0005, 90), (25, 100)):
        told += player.advance(at(moment))
        told += player.adopt(at(moment), Pace(percent))
    told += player.advance(at(60))
    cues = [event.cue for event in told if isinstance(event, CueDue)]

    counted = [cue.number for cue in cues if cue.kind is CueKind.REPETITION]
    assert counted == list(range(2, 9))


def test_before_the_start_and_in_a_pause_nothing_is_lost():
    player = Player(PLAN, PATIENT)
    player.adopt(at(0), Pace(90))
    told = player.start(at(1))
    player.pause(at(5))
    player.adopt(at(50), Pace(110))
    player.resume(at(60))
    player.adopt(at(61), Pace(125))

    assert CueKind.START in {e.cue.kind for e in told if isinstance(e, CueDue)}
    assert player.state is PlayerState.LEAD_IN
    assert player.view(at(63)).seconds_into == 4
    player.advance(at(64))
    assert player.view(at(64)).seconds_into == 5


def test_who_goes_back_has_the_tempo_of_now():
    player = begun(10 + 40 + 5)
    player.adopt(at(55), Pace(125))
    before = player.timeline.phases[1].seconds
    player.seek(at(55), 30)
    view = player.view(at(55))

    assert before == 40
    assert view.phase.seconds == 32
    assert view.seconds_into == pytest.approx(16)


def test_a_session_that_goes_on_has_its_tempo_from_there():
    player = Player(PLAN, PATIENT, start_at=3, pace=Pace(80))
    player.start(at(0))

    assert [phase.seconds for phase in player.timeline.phases] == [10, 40, 20, 30, 75]


def test_who_wants_every_phase_to_wait_is_waited_for():
    player = begun(8)
    player.adopt(at(8), Pace(waits=True))
    told = player.advance(at(500))
    waiting = player.view(at(500))
    player.tap(at(500))

    assert told == []
    assert (waiting.index, waiting.seconds_left, waiting.phase.until_tapped) == (0, 0, True)
    assert player.view(at(500)).index == 1
    assert not any(phase.until_tapped for phase in player.plan.phases)


def test_what_has_waited_longer_than_planned_ends_when_the_clock_is_wanted_again():
    player = begun(10)
    player.adopt(at(10), Pace(waits=True))
    player.advance(at(70))
    player.adopt(at(70), Pace())

    assert player.view(at(70)).index == 2
    assert player.view(at(70)).seconds_into == 0
    assert player.results[1] == PhaseResult(60, 8, skipped=False)


def test_what_was_planned_to_wait_waits_at_any_pace():
    waiting = Phase(PhaseKind.WORK, 40, "bridge", reps=8, until_tapped=True)
    player = begun(50, Timeline("tapped", (waiting, REST)))
    player.adopt(at(50), Pace(80))

    assert player.view(at(50)).seconds_left == 0
    assert player.phase.until_tapped


def test_a_session_that_is_over_stays_as_it_was():
    player = begun(160)
    timeline = player.timeline
    player.adopt(at(161), Pace(80))

    assert player.state is PlayerState.FINISHED
    assert player.timeline is timeline


def test_a_phase_of_no_time_has_no_tempo():
    player = begun(plan=Timeline("short", (Phase(PhaseKind.WORK, 0, "bridge", reps=1), PLANK)))
    player.adopt(at(0), Pace(80))
    player.back(at(0))

    assert player.state is PlayerState.RUNNING


changes = st.lists(
    st.tuples(
        st.floats(0, 12),
        st.builds(Pace, st.sampled_from(TEMPOS), st.booleans()),
        st.sampled_from(["", "skip", "back", "tap"]),
    ),
    max_size=12,
)


@given(changes)
def test_whatever_is_chosen_nothing_jumps_and_real_time_is_logged(chosen):
    player, now = begun(), 0.0
    told = []
    for seconds, pace, command in chosen:
        now += seconds
        told += player.advance(at(now))
        if player.state is PlayerState.FINISHED:
            break
        before = player.view(at(now))
        told += player.adopt(at(now), pace)
        if player.state is PlayerState.FINISHED:
            break
        view = player.view(at(now))
        if view.index == before.index:
            share = before.seconds_into / before.phase.seconds
            assert view.seconds_into / view.phase.seconds == pytest.approx(share)
        assert view.session_into + view.session_left == pytest.approx(player.timeline.seconds)
        call = player.next_call()
        assert call is not None
        assert call > now - 1e-9
        if command:
            told += getattr(player, command)(at(now))
    told += player.adopt(at(now), Pace())
    told += player.advance(at(now + 1000))
    assert player.state is PlayerState.FINISHED
    assert [type(event) for event in told].count(Finished) == 1
    for index, result in player.results.items():
        phase = player.plan.phases[index]
        assert 0 <= result.actual_seconds <= now + phase.seconds * 1.25
        assert 0 <= (result.actual_reps or 0) <= (phase.reps or 0)
