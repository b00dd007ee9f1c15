"""The guided session, as the person in front of it sees it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from coreapp.domain.cues import Cue, CueKind
from coreapp.domain.exercise import Side
from coreapp.domain.player import Player, PlayerOptions, PlayerState, PlayerView
from coreapp.domain.player_events import (
    CueDue,
    Finished,
    Paused,
    PauseReason,
    PhaseLeft,
    PhaseResult,
    PhaseStarted,
    PlayerEvent,
    Resumed,
)
from coreapp.domain.timeline import Phase, PhaseKind, Timeline
from coreapp.domain.training_log import Outcome
from tests.fakes.clock import FakeClock

READY, RUNNING, LEAD_IN, PAUSED, FINISHED = PlayerState
LAST_THREE = [CueKind.COUNTDOWN] * 3

PLAN = Timeline(
    "evening",
    (
        Phase(PhaseKind.GET_READY, 10, "side-plank", Side.LEFT),
        Phase(PhaseKind.WORK, 40, "side-plank", Side.LEFT),
        Phase(PhaseKind.SWITCH_SIDES, 5, "side-plank", Side.RIGHT),
        Phase(PhaseKind.WORK, 40, "side-plank", Side.RIGHT),
        Phase(PhaseKind.REST, 30, "bridge"),
        Phase(PhaseKind.WORK, 40, "bridge", reps=8),
    ),
)
"""165 s; the phases begin at 0, 10, 50, 55, 95 and 125."""

PATIENT = Timeline(
    "patient",
    (
        Phase(PhaseKind.WORK, 40, "plank"),
        Phase(PhaseKind.WORK, 40, "bridge", reps=8, until_tapped=True),
        Phase(PhaseKind.WORK, 40, "plank"),
    ),
)
WAITING = PATIENT.phases[1]


class Session:
    """A player, and somebody who calls it as it asks to be called."""

    def __init__(
        self,
        timeline: Timeline = PLAN,
        *,
        start_at: int = 0,
        results: dict[int, PhaseResult] | None = None,
        options: PlayerOptions | None = None,
    ) -> None:
        self.clock = FakeClock()
        self.player = Player(timeline, options or PlayerOptions(), start_at, results or {})
        self.told = self.player.start(self.clock.reading())

    @property
    def view(self) -> PlayerView:
        return self.player.view(self.clock.reading())

    def play(self, seconds: float) -> list[PlayerEvent]:
        """Let time pass, calling at the latest moment each time."""
        now = self.clock.reading().monotonic
        end, told = now + seconds, []
        while (call := self.player.next_call()) is not None and call < end:
            assert call > now, "asked to be called at once, again and again"
            now = self.clock.advance(call - now).monotonic
            told += self.player.advance(self.clock.reading())
        told += self.player.advance(self.clock.advance(end - now))
        self.told += told
        return told

    def play_out(self) -> list[PlayerEvent]:
        return self.play(10_000)

    def do(self, command: str, *arguments: float) -> list[PlayerEvent]:
        told: list[PlayerEvent] = getattr(self.player, command)(self.clock.reading(), *arguments)
        self.told += told
        return told

    def at(self, seconds: float) -> "Session":
        """Play on to this moment of the timeline."""
        self.play(seconds - self.view.session_into)
        assert self.view.session_into == pytest.approx(seconds)
        return self


def cues(told: list[PlayerEvent]) -> list[tuple[int, CueKind]]:
    return [(event.index, event.cue.kind) for event in told if isinstance(event, CueDue)]


def without_cues(told: list[PlayerEvent]) -> list[PlayerEvent]:
    return [event for event in told if not isinstance(event, CueDue)]


def started(told: list[PlayerEvent]) -> list[int]:
    return [event.index for event in told if isinstance(event, PhaseStarted)]


def kept(told: list[PlayerEvent]) -> list[tuple[int, PhaseResult]]:
    return [
        (event.index, event.result)
        for event in told
        if isinstance(event, PhaseLeft) and event.result is not None
    ]


def done(seconds: float, reps: int | None = None) -> PhaseResult:
    return PhaseResult(seconds, reps, skipped=False)


def skipped(seconds: float = 0.0, reps: int | None = None) -> PhaseResult:
    return PhaseResult(seconds, reps, skipped=True)


class TestPlayingThrough:
    def test_a_whole_session_tells_everything_once_and_in_order(self):
        session = Session()
        session.play_out()
        assert without_cues(session.told) == [
            PhaseStarted(0),
            PhaseLeft(0, None),
            PhaseStarted(1),
            PhaseLeft(1, done(40)),
            PhaseStarted(2),
            PhaseLeft(2, None),
            PhaseStarted(3),
            PhaseLeft(3, done(40)),
            PhaseStarted(4),
            PhaseLeft(4, None),
            PhaseStarted(5),
            PhaseLeft(5, done(40, 8)),
            Finished(Outcome.COMPLETED),
        ]
        assert session.player.results == {1: done(40), 3: done(40), 5: done(40, 8)}

    def test_cues_come_once_in_order_at_their_moments(self):
        session = Session()
        start = session.clock.reading().monotonic
        heard = [(0.0, event) for event in session.told if isinstance(event, CueDue)]
        while (call := session.player.next_call()) is not None:
            session.clock.advance(call - session.clock.reading().monotonic)
            told = session.player.advance(session.clock.reading())
            heard += [(call - start, event) for event in told if isinstance(event, CueDue)]
        work = [CueKind.START, CueKind.HALFWAY, *LAST_THREE]
        other = [CueKind.START, *LAST_THREE]
        assert [(event.index, event.cue.kind) for _, event in heard] == [
            (index, kind)
            for index, kinds in enumerate([other, work, other, work, other, work])
            for kind in kinds
        ] + [(5, CueKind.FINISHED)]
        for moment, event in heard:
            planned = PLAN.starts[event.index] + event.cue.at
            assert moment == pytest.approx(planned, abs=1e-6)

    def test_the_last_cue_says_that_it_is_over(self):
        session = Session()
        session.play_out()
        assert session.told[-2:] == [
            CueDue(5, Cue(40, CueKind.FINISHED)),
            Finished(Outcome.COMPLETED),
        ]

    def test_a_late_tick_loses_no_time(self):
        session = Session()
        session.at(8)
        told = session.player.advance(session.clock.advance(4.5))
        assert started(told) == [1]
        assert session.view.seconds_into == pytest.approx(2.5)
        assert session.view.session_left == pytest.approx(165 - 12.5)

    def test_one_late_tick_may_pass_several_phases(self):
        phases = tuple(Phase(PhaseKind.WORK, 1, "plank", set=number) for number in range(1, 6))
        session = Session(Timeline("quick", phases))
        told = session.player.advance(session.clock.advance(3.5))
        assert started(told) == [1, 2, 3]
        assert [result for _, result in kept(told)] == [done(1)] * 3
        assert session.view.seconds_left == pytest.approx(0.5)

    def test_phases_of_no_length_are_passed_at_once(self):
        still = Phase(PhaseKind.REST, 0, "plank")
        work = Phase(PhaseKind.WORK, 10, "plank")
        session = Session(Timeline("t", (still, work, still, still, work)))
        assert started(session.told) == [0, 1]
        session.play(10)
        assert started(session.told) == [0, 1, 2, 3, 4]
        session.play(10)
        assert session.player.state is FINISHED

    def test_no_repetition_is_lost_to_rounding(self):
        session = Session(Timeline("thirds", (Phase(PhaseKind.WORK, 10 / 3, "bridge", reps=3),)))
        session.play_out()
        assert session.player.results == {0: done(3.333, 3)}

    def test_before_the_start_nothing_happens(self):
        clock = FakeClock()
        player = Player(PLAN)
        assert player.next_call() is None
        for command in (player.pause, player.resume, player.tap, player.stop_set, player.skip):
            assert command(clock.advance(1)) == []
        assert player.back(clock.reading()) == player.end(clock.reading()) == []
        assert player.seek(clock.reading(), 60) == player.nudge(clock.reading(), 10) == []
        assert player.advance(clock.advance(100)) == []
        assert player.state is READY
        assert player.view(clock.reading()).session_into == 0

    def test_after_the_end_nothing_happens(self):
        session = Session()
        session.play_out()
        shown = session.view
        for command in ["pause", "resume", "tap", "stop_set", "skip", "back", "end"]:
            assert session.do(command) == []
        assert session.do("seek", 60) == session.do("nudge", -10) == session.play(100) == []
        assert session.player.start(session.clock.reading()) == []
        assert session.player.next_call() is None
        assert session.view == shown
        assert (shown.state, shown.session_into, shown.session_left) == (FINISHED, 165, 0)

    def test_starting_twice_starts_once(self):
        session = Session()
        session.at(20)
        assert session.player.start(session.clock.reading()) == []
        assert session.view.session_into == pytest.approx(20)


class TestPausing:
    def test_a_pause_keeps_the_place_and_the_lead_in_costs_no_time(self):
        session = Session().at(30)
        assert session.do("pause") == [Paused(PauseReason.ASKED)]
        assert session.player.next_call() is None
        assert session.play(600) == []
        assert session.do("resume") == []
        assert (session.view.state, session.view.lead_in_left) == (LEAD_IN, 3)
        assert session.play(2.5) == []
        assert session.view.lead_in_left == pytest.approx(0.5)
        assert session.view.session_into == pytest.approx(30)
        assert session.play(1) == [Resumed()], "the cue of this very moment is not repeated"
        assert session.view.session_into == pytest.approx(30.5)
        assert (session.view.state, session.view.lead_in_left) == (RUNNING, 0)

    def test_a_late_tick_at_the_end_of_the_lead_in_loses_no_time(self):
        session = Session().at(30)
        session.do("pause")
        session.do("resume")
        session.clock.advance(4)
        session.do("advance")
        assert session.view.session_into == pytest.approx(31)

    def test_no_cue_is_repeated_or_lost_by_a_pause_in_the_countdown(self):
        session = Session().at(47.5)
        session.do("pause")
        session.do("resume")
        told = session.play(3 + 2.5)
        assert [(event.index, event.cue.number) for event in told if isinstance(event, CueDue)] == [
            (1, 2),
            (1, 1),
            (2, 0),
        ]

    def test_a_pause_at_a_border_announces_the_next_phase_once(self):
        session = Session().at(50)
        session.do("pause")
        session.do("resume")
        session.play(4)
        assert cues(session.told).count((2, CueKind.START)) == 1

    def test_a_pause_in_the_lead_in_keeps_the_place(self):
        session = Session().at(30)
        session.do("pause")
        session.do("resume")
        session.play(2)
        assert session.do("pause") == [Paused(PauseReason.ASKED)]
        session.play(50)
        assert session.view.session_into == pytest.approx(30)

    def test_pausing_twice_and_resuming_while_running_change_nothing(self):
        session = Session().at(30)
        assert session.do("resume") == []
        session.play(1)
        session.do("pause")
        assert session.do("pause") == []
        assert session.view.session_into == pytest.approx(31)

    def test_resuming_again_in_the_lead_in_does_not_prolong_it(self):
        session = Session().at(30)
        session.do("pause")
        session.do("resume")
        session.play(2)
        assert session.do("resume") == []
        assert session.view.lead_in_left == pytest.approx(1)

    def test_without_lead_in_time_runs_at_once(self):
        session = Session(options=PlayerOptions(lead_in_seconds=0)).at(30.5)
        session.do("pause")
        assert session.do("resume") == [Resumed()]
        assert session.view.state is RUNNING

    def test_pauses_are_not_work(self):
        session = Session().at(30)
        session.do("pause")
        session.play(100)
        session.do("resume")
        session.play(3 + 20)
        assert session.player.results == {1: done(40)}


class TestNobodyThere:
    @pytest.mark.parametrize("seconds", [5.5, 60, 8 * 3600])
    def test_sleep_pauses_where_the_machine_fell_asleep(self, seconds):
        session = Session().at(30)
        session.clock.sleep(seconds)
        assert session.do("advance") == [Paused(PauseReason.GAP)]
        assert session.view.session_into == pytest.approx(30)
        assert session.play(100) == []

    def test_a_gap_pauses_at_the_last_moment_somebody_was_there(self):
        session = Session().at(30)
        session.clock.advance(5.5)
        assert session.do("advance") == [Paused(PauseReason.GAP)]
        assert session.view.session_into == pytest.approx(30)

    @pytest.mark.parametrize("pass_time", [FakeClock.advance, FakeClock.sleep])
    def test_five_seconds_are_no_gap(self, pass_time: Callable[[FakeClock, float], object]):
        session = Session().at(30.5)
        pass_time(session.clock, 5)
        assert session.do("advance") == []

    @pytest.mark.parametrize("command", ["skip", "stop_set", "end"])
    def test_a_command_after_a_gap_first_pauses(self, command):
        session = Session().at(30)
        session.clock.sleep(100)
        told = session.do(command)
        assert told[:2] == [Paused(PauseReason.GAP), PhaseLeft(1, session.player.results[1])]
        assert session.player.results[1].actual_seconds == 20

    @pytest.mark.parametrize("command", ["pause", "resume", "tap"])
    def test_a_gap_is_not_covered_up_by_a_command(self, command):
        session = Session().at(30)
        session.clock.sleep(100)
        assert session.do(command) == [Paused(PauseReason.GAP)]
        assert session.player.state is PAUSED

    def test_sleep_in_the_lead_in_pauses(self):
        session = Session().at(30)
        session.do("pause")
        session.do("resume")
        session.clock.sleep(60)
        assert session.do("advance") == [Paused(PauseReason.GAP)]

    def test_sleep_in_a_pause_is_nothing_new(self):
        session = Session().at(30)
        session.do("pause")
        session.clock.sleep(3600)
        assert session.do("resume") == []
        assert session.play(3.5)[0] == Resumed()

    def test_a_wall_clock_that_is_set_changes_nothing(self):
        session = Session().at(30.5)
        session.clock.jump(-3600)
        assert session.do("advance") == []
        session.clock.jump(7200)
        assert session.do("advance") == []


class TestSkippingAndStopping:
    def test_skipping_work_keeps_the_truth_and_calls_it_skipped(self):
        session = Session().at(30)
        assert session.do("skip") == [
            PhaseLeft(1, skipped(20)),
            PhaseStarted(2),
            CueDue(2, Cue(0, CueKind.START)),
        ]
        assert session.view.session_into == 50

    def test_skipping_a_rest_leaves_no_result(self):
        session = Session().at(100)
        assert without_cues(session.do("skip")) == [PhaseLeft(4, None), PhaseStarted(5)]

    def test_skipping_the_last_phase_finishes(self):
        session = Session().at(130)
        assert without_cues(session.do("skip")) == [
            PhaseLeft(5, skipped(5, 1)),
            Finished(Outcome.COMPLETED),
        ]
        assert session.view.session_left == 0

    def test_a_session_of_nothing_but_skips_is_not_completed(self):
        session = Session()
        for _ in PLAN.phases:
            session.do("skip")
        assert session.told[-1] == Finished(Outcome.ENDED_EARLY)
        assert all(result.skipped for result in session.player.results.values())

    def test_skipping_in_pause_stays_in_pause(self):
        session = Session().at(30)
        session.do("pause")
        assert session.do("skip") == [PhaseLeft(1, skipped(20)), PhaseStarted(2)]
        assert session.play(60) == []
        session.do("resume")
        assert session.play(3.5) == [Resumed(), CueDue(2, Cue(0, CueKind.START))]

    def test_skipping_in_the_lead_in_keeps_the_lead_in(self):
        session = Session().at(30)
        session.do("pause")
        session.do("resume")
        session.play(1)
        session.do("skip")
        assert session.view.lead_in_left == pytest.approx(2)
        session.play(3)
        assert session.view.session_into == pytest.approx(51)

    def test_stopping_at_38_of_40_seconds_logs_38(self):
        session = Session().at(48)
        assert without_cues(session.do("stop_set")) == [PhaseLeft(1, done(38)), PhaseStarted(2)]

    @pytest.mark.parametrize(("seconds", "reps"), [(4.9, 0), (5, 1), (38, 7), (39.99, 7)])
    def test_only_whole_repetitions_count(self, seconds, reps):
        session = Session().at(125 + seconds)
        session.do("stop_set")
        assert session.player.results[5] == done(pytest.approx(seconds), reps)

    def test_stopping_in_pause_logs_what_was_done_before_it(self):
        session = Session().at(48)
        session.do("pause")
        session.play(100)
        session.do("stop_set")
        assert session.player.results[1] == done(38)
        assert session.player.state is PAUSED

    def test_stopping_outside_of_work_does_nothing(self):
        session = Session().at(5)
        assert session.do("stop_set") == []
        assert session.view.index == 0

    def test_work_stopped_before_a_second_of_it_was_done_counts_as_skipped(self):
        session = Session(start_at=1)
        session.do("stop_set")
        assert session.player.results == {1: skipped()}

    @pytest.mark.parametrize("command", ["skip", "stop_set", "tap"])
    @pytest.mark.parametrize("border", [50, 55, 95, 125])
    def test_a_command_too_late_for_its_phase_does_not_hit_the_next(self, command, border):
        session = Session().at(border - 0.01)
        session.clock.advance(0.05)
        assert started(session.do(command)) == [PLAN.index_at(border)]
        assert session.view.session_into == pytest.approx(border + 0.04)

    def test_a_tap_too_late_for_timed_work_does_not_end_the_work_that_waits_for_one(self):
        session = Session(PATIENT).at(39.99)
        session.clock.advance(0.05)
        assert started(session.do("tap")) == [1]

    @pytest.mark.parametrize("command", ["skip", "stop_set", "end", "back", "pause"])
    def test_a_command_too_late_for_the_session_finds_it_finished(self, command):
        session = Session().at(164.9)
        session.clock.advance(0.2)
        assert session.do(command)[-1] == Finished(Outcome.COMPLETED)


class TestGoingBack:
    def test_late_in_a_phase_back_is_its_start(self):
        session = Session().at(14)
        told = session.do("back")
        assert without_cues(told) == [PhaseLeft(1, skipped(4)), PhaseStarted(1)]
        assert cues(told) == [(1, CueKind.START)]
        assert session.view.session_into == 10

    def test_early_in_a_phase_back_is_the_one_before(self):
        session = Session().at(53)
        assert without_cues(session.do("back")) == [PhaseLeft(2, None), PhaseStarted(1)]
        assert session.view.session_into == 10

    def test_in_the_first_phase_back_is_its_start(self):
        session = Session()
        for seconds in (0, 2, 4):
            session.play(seconds)
            session.do("back")
            assert session.view.session_into == 0
        assert session.view.state is RUNNING

    def test_back_again_and_again_reaches_the_beginning(self):
        session = Session().at(140)
        visited = [session.do("back") and session.view.index for _ in range(8)]
        assert visited == [5, 4, 3, 2, 1, 0, 0, 0]

    def test_work_that_had_not_begun_is_not_logged_when_gone_back_from(self):
        session = Session(start_at=3)
        assert session.do("back") == [PhaseLeft(3, None), PhaseStarted(2)]
        assert session.player.results == {}

    def test_going_back_in_pause_stays_in_pause(self):
        session = Session().at(30)
        session.do("pause")
        assert session.do("back") == [PhaseLeft(1, skipped(20)), PhaseStarted(1)]
        assert session.view.state is PAUSED


class TestRedoing:
    def test_a_second_better_run_counts(self):
        session = Session().at(30)
        session.do("skip")
        session.do("back")
        session.play(40)
        assert session.player.results == {1: done(40)}

    def test_a_second_worse_run_does_not_count(self):
        session = Session().at(52)
        session.do("back")
        session.play(10)
        assert kept(session.do("stop_set")) == [(1, done(40))]
        assert session.player.results == {1: done(40)}

    def test_a_restart_does_not_lose_the_run_before_it(self):
        session = Session().at(48)
        session.do("back")
        session.play(5)
        session.do("end")
        assert session.player.results == {1: done(38)}

    def test_work_that_was_finished_once_stays_finished(self):
        session = Session().at(60)
        session.do("seek", 20)
        session.do("seek", 60)
        assert session.player.results[1] == done(40)

    def test_more_repetitions_are_better_than_more_seconds(self):
        session = Session(PATIENT).at(40)
        session.play(36)
        session.do("back")
        session.play(25)
        session.do("tap")
        assert session.player.results[1] == done(25, 8)

    def test_results_of_an_earlier_run_are_kept(self):
        session = Session(start_at=3, results={1: done(40), 3: done(12)})
        session.do("resume")
        session.play(3 + 5)
        session.do("end")
        assert session.player.results == {1: done(40), 3: done(12)}


class TestSeeking:
    def test_seeking_ahead_skips_the_work_between(self):
        session = Session().at(30)
        assert session.do("seek", 130) == [
            PhaseLeft(1, skipped(20)),
            PhaseLeft(2, None),
            PhaseLeft(3, skipped()),
            PhaseLeft(4, None),
            PhaseStarted(5),
        ]
        assert session.view.session_into == pytest.approx(130)

    def test_skipped_repetitions_are_none(self):
        phases = (WAITING, PLAN.phases[5], PLAN.phases[4])
        session = Session(Timeline("t", phases))
        session.do("seek", 85)
        assert session.player.results == {0: skipped(0, 0), 1: skipped(0, 0)}

    def test_seeking_within_work_logs_only_what_was_done(self):
        session = Session().at(130)
        assert session.do("seek", 160) == [PhaseStarted(5)]
        session.play_out()
        assert session.player.results[5] == done(10, 2)

    def test_seeking_back_within_work_goes_on_counting(self):
        session = Session().at(30)
        session.do("seek", 20)
        session.play(30)
        assert session.player.results == {1: done(50)}

    def test_seeking_into_the_countdown_counts_only_what_is_left(self):
        session = Session()
        session.do("seek", 47.5)
        told = session.play(2)
        assert [event.cue.number for event in told if isinstance(event, CueDue)] == [2, 1]

    def test_seeking_to_the_very_moment_of_a_cue_gives_it(self):
        session = Session()
        told = session.do("seek", 48)
        assert told[-1] == CueDue(1, Cue(38, CueKind.COUNTDOWN, 2))

    def test_seeking_back_gives_the_cues_behind_again(self):
        session = Session().at(48.5)
        session.do("seek", 29)
        assert cues(session.play(2)) == [(1, CueKind.HALFWAY)]

    def test_seeking_to_a_border_begins_the_phase_there(self):
        session = Session()
        told = session.do("seek", 55)
        assert told[-2:] == [PhaseStarted(3), CueDue(3, Cue(0, CueKind.START))]

    @pytest.mark.parametrize("seconds", [165, 9999])
    def test_seeking_to_the_end_finishes_and_calls_nothing_done(self, seconds):
        session = Session()
        assert session.do("seek", seconds)[-1] == Finished(Outcome.ENDED_EARLY)
        assert session.player.results == {1: skipped(), 3: skipped(), 5: skipped(0, 0)}

    def test_seeking_before_the_start_goes_to_the_start(self):
        session = Session().at(30)
        session.do("seek", -5)
        assert (session.view.index, session.view.session_into) == (0, 0)

    def test_seeking_in_pause_stays_there_until_resumed(self):
        session = Session().at(30)
        session.do("pause")
        session.do("seek", 48.5)
        assert session.play(60) == []
        session.do("resume")
        assert cues(session.play(3 + 1)) == [(1, CueKind.COUNTDOWN)]
        assert session.view.session_into == pytest.approx(49.5)

    def test_seeking_to_the_end_in_pause_waits_for_the_person(self):
        session = Session().at(30)
        session.do("pause")
        session.do("seek", 165)
        assert (session.view.state, session.view.session_left) == (PAUSED, 0)
        session.do("seek", 30)
        assert session.view.session_into == pytest.approx(30)

    @pytest.mark.parametrize("target", [20, 60])
    def test_seeking_in_the_lead_in_keeps_the_lead_in(self, target):
        session = Session().at(30)
        session.do("pause")
        session.do("resume")
        session.play(1)
        session.do("seek", target)
        assert session.view.lead_in_left == pytest.approx(2)
        assert session.play(2.5)[0] == Resumed()
        assert session.view.session_into == pytest.approx(target + 0.5)


class TestNudging:
    @pytest.mark.parametrize(
        ("at", "by", "to"),
        [
            (15, 10, 25),
            (30, -10, 20),
            (45, 10, 55),
            (52, 10, 62),
            (52, -10, 42),
            (57, -10, 47),
            (4, -10, 0),
            (40, 10, 50),
        ],
    )
    def test_ten_seconds_cross_borders_both_ways(self, at, by, to):
        session = Session().at(at)
        session.do("nudge", by)
        assert session.view.session_into == pytest.approx(to)
        assert session.view.index == PLAN.index_at(to)

    def test_nudging_past_the_end_finishes_with_the_truth(self):
        session = Session().at(160)
        assert session.do("nudge", 10)[-1] == Finished(Outcome.COMPLETED)
        assert session.player.results[5] == done(35, 7)

    def test_nudging_in_pause_moves_the_place_and_logs_no_work(self):
        session = Session().at(20)
        session.do("pause")
        for by in (10, 10, -10):
            session.do("nudge", by)
        assert session.view.session_into == pytest.approx(30)
        session.do("stop_set")
        assert session.player.results == {1: done(10)}

    def test_nudging_back_from_a_long_wait_is_from_the_end_of_the_phase(self):
        session = Session(PATIENT).at(40)
        session.play(100)
        session.do("nudge", -10)
        assert (session.view.index, session.view.seconds_left) == (1, pytest.approx(10))

    def test_nudging_ahead_from_a_long_wait_goes_just_past_the_phase(self):
        session = Session(PATIENT).at(40)
        session.play(100)
        session.do("nudge", 10)
        assert (session.view.index, session.view.seconds_into) == (2, pytest.approx(10))


class TestWaitingForATap:
    def test_it_waits_as_long_as_it_takes(self):
        session = Session(PATIENT).at(40)
        session.play(500)
        view = session.view
        assert (view.index, view.seconds_into, view.seconds_left) == (1, 40, 0)
        assert (view.session_into, view.session_left) == (80, 40)

    @pytest.mark.parametrize("seconds", [12.5, 70])
    def test_a_tap_says_that_all_was_done(self, seconds):
        session = Session(PATIENT).at(40)
        session.play(seconds)
        told = session.do("tap")
        assert without_cues(told) == [PhaseLeft(1, done(seconds, 8)), PhaseStarted(2)]
        assert session.view.seconds_into == 0

    def test_stopping_estimates_the_repetitions(self):
        session = Session(PATIENT).at(40)
        session.play(24)
        session.do("stop_set")
        assert session.player.results[1] == done(24, 4)

    def test_a_tap_means_nothing_elsewhere(self):
        session = Session(PATIENT).at(20)
        assert session.do("tap") == []
        session.play(30)
        session.do("pause")
        assert session.do("tap") == []
        session.do("resume")
        assert session.do("tap") == []
        assert session.view.index == 1

    def test_the_tap_in_the_last_phase_finishes(self):
        session = Session(Timeline("one", (WAITING,)))
        session.play(3)
        assert without_cues(session.do("tap")) == [
            PhaseLeft(0, done(3, 8)),
            Finished(Outcome.COMPLETED),
        ]

    def test_the_end_of_a_waiting_last_phase_can_be_sought(self):
        session = Session(Timeline("one", (WAITING,)))
        session.do("seek", 40)
        assert session.view.state is RUNNING
        assert session.do("tap")[-1] == Finished(Outcome.COMPLETED)

    def test_only_the_announcement_is_heard(self):
        session = Session(PATIENT).at(40)
        session.play(100)
        assert [kind for index, kind in cues(session.told) if index == 1] == [CueKind.START]

    def test_positions_of_a_waiting_flow_are_still_named(self):
        flow = Phase(PhaseKind.WORK, 12, "salute", until_tapped=True, marks=(0, 6, 10))
        session = Session(Timeline("flow", (flow,)))
        session.play(60)
        assert session.told[1:] == [
            CueDue(0, Cue(0, CueKind.START)),
            CueDue(0, Cue(6, CueKind.POSITION, 1)),
            CueDue(0, Cue(10, CueKind.POSITION, 2)),
        ]


class TestEnding:
    def test_ending_keeps_what_was_done(self):
        session = Session().at(70)
        assert session.do("end") == [PhaseLeft(3, done(15)), Finished(Outcome.ENDED_EARLY)]
        assert session.player.results == {1: done(40), 3: done(15)}

    def test_the_view_stays_where_it_ended(self):
        session = Session().at(70)
        session.do("end")
        assert session.view.session_into == pytest.approx(70)
        assert session.view.session_left == pytest.approx(95)

    def test_ending_in_pause_keeps_what_was_done(self):
        session = Session().at(70)
        session.do("pause")
        session.play(60)
        session.do("end")
        assert session.player.results[3] == done(15)

    def test_ending_before_anything_was_done_leaves_no_result(self):
        session = Session(start_at=3)
        assert session.do("end") == [Finished(Outcome.ENDED_EARLY)]
        assert session.player.results == {}


class TestGoingOn:
    def test_a_session_gone_on_with_waits_in_pause(self):
        session = Session(start_at=3)
        assert session.told == [PhaseStarted(3), Paused(PauseReason.ASKED)]
        assert session.play(60) == []
        session.do("resume")
        assert session.play(3.5) == [Resumed(), CueDue(3, Cue(0, CueKind.START))]
        session.play_out()
        assert session.told[-1] == Finished(Outcome.COMPLETED)

    def test_what_was_done_before_makes_it_completed(self):
        session = Session(start_at=5, results={1: done(40)})
        assert session.do("skip")[-1] == Finished(Outcome.COMPLETED)

    @pytest.mark.parametrize(("start_at", "index"), [(99, 5), (6, 5), (-1, 0)])
    def test_a_place_outside_the_timeline_is_moved_into_it(self, start_at, index):
        session = Session(start_at=start_at)
        assert (session.view.index, session.view.state) == (index, PAUSED)


class TestBeingCalled:
    def test_it_asks_often_enough_to_notice_that_the_machine_slept(self):
        session = Session(PATIENT)
        now = session.clock.reading().monotonic
        assert session.player.next_call() == now + 1

    def test_it_asks_for_the_next_cue(self):
        session = Session(options=PlayerOptions(gap_seconds=1000))
        now = session.clock.reading().monotonic
        assert session.player.next_call() == now + 7

    def test_it_asks_for_the_end_of_the_lead_in(self):
        session = Session(options=PlayerOptions(gap_seconds=1000))
        session.do("pause")
        session.do("resume")
        now = session.clock.reading().monotonic
        assert session.player.next_call() == now + 3

    def test_it_asks_for_the_end_of_a_phase_that_has_no_cues_left(self):
        short = replace(PLAN.phases[2], seconds=4)
        session = Session(Timeline("t", (short,)), options=PlayerOptions(gap_seconds=1000))
        now = session.clock.reading().monotonic
        assert session.player.next_call() == now + 4

    def test_looking_does_not_move_anything(self):
        session = Session().at(9.5)
        session.clock.advance(3)
        view = session.view
        assert (view.index, view.seconds_into, view.seconds_left) == (0, 10, 0)
        assert session.view == view
