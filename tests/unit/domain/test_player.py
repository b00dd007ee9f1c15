"""The guided session, as the person in front of it sees it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from coreapp.domain.cues import Cue, CueKind, cues_of
from coreapp.domain.player import Player, PlayerOptions
from coreapp.domain.player_events import (
    CueDue,
    Finished,
    Paused,
    PauseReason,
    PhaseLeft,
    PhaseStarted,
    Resumed,
)
from coreapp.domain.timeline import Phase, PhaseKind, Timeline
from coreapp.domain.training_log import Outcome
from tests.each_case import each_case
from tests.fakes.clock import FakeClock
from tests.fakes.player_session import (
    FINISHED,
    LEAD_IN,
    PATIENT,
    PAUSED,
    PLAN,
    READY,
    RUNNING,
    Session,
    cues,
    done,
    kept,
    started,
    steps_of,
)


class TestPlayingThrough:
    def test_a_whole_session_tells_everything_once_and_in_order(self):
        session = Session()
        session.play_out()
        assert steps_of(session.told) == [
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
        planned_cues = [
            (index, cue) for index, phase in enumerate(PLAN.phases) for cue in cues_of(phase)
        ]
        assert [(event.index, event.cue) for _, event in heard] == [
            *planned_cues,
            (5, Cue(40, CueKind.FINISHED)),
        ]
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
    @each_case("seconds", [5.5, 60, 8 * 3600])
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

    @each_case("pass_time", [FakeClock.advance, FakeClock.sleep])
    def test_five_seconds_are_no_gap(self, pass_time: Callable[[FakeClock, float], object]):
        session = Session().at(30.5)
        pass_time(session.clock, 5)
        assert steps_of(session.do("advance")) == []

    @each_case("command", ["skip", "stop_set", "end"])
    def test_a_command_after_a_gap_first_pauses(self, command):
        session = Session().at(30)
        session.clock.sleep(100)
        told = session.do(command)
        assert told[:2] == [Paused(PauseReason.GAP), PhaseLeft(1, session.player.results[1])]
        assert session.player.results[1].actual_seconds == 20

    @each_case("command", ["pause", "resume", "tap"])
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

    def test_a_session_cut_off_in_its_first_phase_waits_as_well(self):
        session = Session(start_at=0)
        assert session.told == [PhaseStarted(0), Paused(PauseReason.ASKED)]
        assert session.play(60) == []
        assert session.player.goes_on
        assert not Session().player.goes_on

    def test_what_was_done_before_makes_it_completed(self):
        session = Session(start_at=5, results={1: done(40)})
        assert session.do("skip")[-1] == Finished(Outcome.COMPLETED)

    @each_case(("start_at", "index"), [(99, 5), (6, 5), (-1, 0)])
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
