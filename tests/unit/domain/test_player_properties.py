"""What holds for every session, however it is called and whatever a person presses."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coreapp.domain.clock import Reading
from coreapp.domain.cues import cues_of
from coreapp.domain.player import Player, PlayerOptions
from coreapp.domain.player_events import (
    CueDue,
    Finished,
    PhaseLeft,
    PhaseResult,
    PhaseStarted,
    PlayerEvent,
)
from coreapp.domain.player_view import PlayerState
from coreapp.domain.tempo import TEMPOS, Pace
from coreapp.domain.timeline import Phase, PhaseKind, Timeline
from coreapp.domain.training_log import Outcome
from tests.fakes.clock import MORNING

GAP = PlayerOptions().gap_seconds
TEN_MILLISECONDS = 0.01

lengths = st.one_of(st.integers(1, 90), st.floats(0.1, 90), st.just(0))
phases = st.builds(
    Phase,
    kind=st.sampled_from(PhaseKind),
    seconds=lengths,
    exercise=st.just("plank"),
    reps=st.none() | st.integers(1, 20),
    until_tapped=st.just(False),
)
flows = st.integers(6, 72).map(
    lambda seconds: Phase(PhaseKind.WORK, seconds, "salute", reps=1, marks=(0, seconds / 3))
)
timelines = st.lists(phases | flows, min_size=1, max_size=8).map(
    lambda listed: Timeline("random", tuple(listed))
)
patient_timelines = st.lists(
    st.builds(lambda phase, waits: replace(phase, until_tapped=waits), phases, st.booleans()),
    min_size=1,
    max_size=8,
).map(lambda listed: Timeline("patient", tuple(listed)))
origins = st.floats(0, 1e6)
"""Seconds since boot: where floats are coarsest, eleven days up."""
ticks = st.lists(st.floats(0.001, GAP - 0.1), max_size=5).map(lambda listed: [*listed, GAP - 0.1])
"""Mixed lengths; the long one keeps a test from taking minutes."""


def at(moment: float) -> Reading:
    return Reading(MORNING, monotonic=moment, boot=moment)


def play_by_next_call(player: Player, end: float) -> list[PlayerEvent]:
    """Call at exactly the moments that were asked for, until `end`."""
    told: list[PlayerEvent] = []
    before = float("-inf")
    while (call := player.next_call()) is not None and call <= end:
        assert call > before, "asked for a call in the past, or twice at once"
        before = call
        told += player.advance(at(call))
    return told


def play_by_ticks(player: Player, now: float, seconds: list[float]) -> tuple[float, list]:
    """Call after each of these lengths, over and over until it is finished."""
    told: list[PlayerEvent] = []
    while player.state is not PlayerState.FINISHED:
        for length in seconds:
            now += length
            told += player.advance(at(now))
    return now, told


@given(timelines, origins, ticks)
def test_calls_at_any_moments_tell_the_same(timeline, origin, seconds):
    asked, ticked = Player(timeline), Player(timeline)
    expected = asked.start(at(origin)) + play_by_next_call(asked, float("inf"))
    told = ticked.start(at(origin)) + play_by_ticks(ticked, origin, seconds)[1]
    assert told == expected
    assert ticked.results == asked.results


@given(timelines, origins, ticks)
def test_every_phase_and_every_cue_comes_once_and_in_order(timeline, origin, seconds):
    player = Player(timeline)
    told = player.start(at(origin)) + play_by_ticks(player, origin, seconds)[1]
    assert [event.index for event in told if isinstance(event, PhaseStarted)] == list(
        range(len(timeline.phases))
    )
    assert [event.index for event in told if isinstance(event, PhaseLeft)] == list(
        range(len(timeline.phases))
    )
    assert [(event.index, event.cue) for event in told if isinstance(event, CueDue)][:-1] == [
        (index, cue) for index, phase in enumerate(timeline.phases) for cue in cues_of(phase)
    ]
    assert [type(event) for event in told].count(Finished) == 1


@given(timelines, origins, ticks)
def test_a_session_left_alone_does_all_that_was_planned(timeline, origin, seconds):
    player = Player(timeline)
    player.start(at(origin))
    play_by_ticks(player, origin, seconds)
    for index, phase in enumerate(timeline.phases):
        if phase.kind is not PhaseKind.WORK:
            assert index not in player.results
        elif phase.seconds:
            expected = PhaseResult(round(phase.seconds, 3), phase.reps, skipped=False)
            assert player.results[index] == expected


def half_an_hour() -> Timeline:
    """Thirty minutes in lengths that floats cannot hold exactly."""
    listed = [Phase(PhaseKind.WORK, 1800 / 271, "plank", set=number) for number in range(1, 272)]
    return Timeline("half an hour", tuple(listed))


@settings(max_examples=settings.default.max_examples // 2)
@given(origins, ticks)
def test_thirty_minutes_end_within_ten_milliseconds_of_the_plan(origin, seconds):
    player = Player(half_an_hour())
    player.start(at(origin))
    now = origin
    while not (player.view(at(now)).index == 270 and origin + 1800 - now < GAP):
        for length in seconds:
            now = min(now + length, origin + 1800 - 2 * TEN_MILLISECONDS)
            player.advance(at(now))
    player.advance(at(origin + 1800 - TEN_MILLISECONDS))
    assert player.state is PlayerState.RUNNING
    player.advance(at(origin + 1800 + TEN_MILLISECONDS))
    assert player.state is PlayerState.FINISHED


@given(timelines, origins, st.floats(0, 0.9), st.floats(0, 1))
def test_seeking_anywhere_and_playing_on_ends_in_the_same_place(timeline, origin, first, second):
    player = Player(timeline)
    player.start(at(origin))
    moved = origin + first * min(timeline.seconds, GAP)
    play_by_next_call(player, moved)
    target = second * timeline.seconds
    player.seek(at(moved), target)
    end = moved + timeline.seconds - target
    play_by_next_call(player, end - TEN_MILLISECONDS)
    if timeline.seconds - target > 2 * TEN_MILLISECONDS:
        assert player.state is PlayerState.RUNNING
    play_by_next_call(player, end + TEN_MILLISECONDS)
    assert player.state is PlayerState.FINISHED
    assert player.view(at(end)).session_left == 0
    worked = [index for index, p in enumerate(timeline.phases) if p.kind is PhaseKind.WORK]
    assert sorted(player.results) == worked


@given(timelines, origins, st.lists(st.tuples(st.floats(0.1, 4), st.floats(0, 600)), max_size=5))
def test_pauses_only_move_the_end(timeline, origin, pauses):
    plain, paused = Player(timeline), Player(timeline)
    expected = plain.start(at(origin)) + play_by_next_call(plain, float("inf"))
    told, now = paused.start(at(origin)), origin
    for playing, waiting in pauses:
        now += playing
        told += play_by_next_call(paused, now)
        told += paused.pause(at(now))
        now += waiting
        told += paused.resume(at(now))
        now += PlayerOptions().lead_in_seconds
    told += play_by_next_call(paused, float("inf"))
    lasting = PhaseStarted | PhaseLeft | CueDue | Finished
    assert [e for e in told if isinstance(e, lasting)] == [
        e for e in expected if isinstance(e, lasting)
    ]
    # A call long after the end: nothing runs any more.
    assert paused.spent(at(now + 10_000)) == pytest.approx(timeline.seconds, abs=1e-3)
    assert plain.spent(at(now + 10_000)) == pytest.approx(timeline.seconds, abs=1e-3)


commands = st.one_of(
    st.sampled_from(["advance", "pause", "resume", "tap", "stop_set", "skip", "back"]).map(
        lambda name: (name,)
    ),
    st.tuples(st.just("nudge"), st.sampled_from([-10, 10])),
    st.tuples(st.just("seek"), st.floats(-10, 800)),
    st.tuples(st.just("adopt"), st.builds(Pace, st.sampled_from(TEMPOS), waits=st.booleans())),
)
presses = st.lists(st.tuples(st.floats(0, 12), commands), max_size=30)
going_on = st.none() | st.integers(0, 3)


@given(timelines | patient_timelines, origins, presses, going_on)
def test_whatever_is_pressed_the_view_and_the_results_hold_together(
    timeline, origin, pressed, start_at
):
    player, now = Player(timeline, start_at=start_at), origin
    told = player.start(at(now))
    for seconds, (command, *arguments) in pressed:
        now += seconds
        told += getattr(player, command)(at(now), *arguments)
        view = player.view(at(now))
        assert 0 <= view.seconds_into <= view.phase.seconds
        assert view.seconds_left >= 0
        assert view.session_into + view.session_left == pytest.approx(player.timeline.seconds)
        assert view.lead_in_left >= 0
        call = player.next_call()
        moving = player.state in {PlayerState.RUNNING, PlayerState.LEAD_IN}
        assert (call is not None) == moving
        assert call is None or call > now or call == pytest.approx(now, abs=1e-9)
    told += player.end(at(now))
    assert [type(event) for event in told].count(Finished) == 1
    assert isinstance(told[-1], Finished)
    check_log(timeline, told, player.results)
    check_phases(timeline, told)


def check_log(timeline: Timeline, told: list[PlayerEvent], results: dict[int, PhaseResult]) -> None:
    """What was told last of a phase is what stands in the results, and it never gets worse."""
    logged: dict[int, PhaseResult] = {}
    for event in told:
        if isinstance(event, PhaseLeft) and event.result is not None:
            before, phase = logged.get(event.index, event.result), timeline.phases[event.index]
            assert phase.kind is PhaseKind.WORK
            assert (event.result.actual_reps or 0) >= (before.actual_reps or 0)
            assert before.skipped or not event.result.skipped
            assert (event.result.actual_reps is None) == (phase.reps is None)
            assert 0 <= (event.result.actual_reps or 0) <= (phase.reps or 0)
            logged[event.index] = event.result
    assert logged == results
    if told[-1] == Finished(Outcome.COMPLETED):
        assert any(not result.skipped for result in results.values())


def check_phases(timeline: Timeline, told: list[PlayerEvent]) -> None:
    """A phase is left before another one starts, and no cue belongs to another phase."""
    running = [e for e in told if isinstance(e, PhaseStarted | PhaseLeft | CueDue)]
    for before, event in pairwise(running):
        match event:
            case PhaseStarted(index):
                assert isinstance(before, PhaseLeft) or before.index == index
            case CueDue(index):
                over = index == len(timeline.phases) - 1 and isinstance(before, PhaseLeft)
                assert before.index == index
                assert not isinstance(before, PhaseLeft) or over
