"""Skipping, stopping, going back and doing a set again in a guided session."""

import pytest

from coreapp.domain.cues import Cue, CueKind
from coreapp.domain.player_events import CueDue, Finished, PhaseLeft, PhaseStarted, Resumed
from coreapp.domain.training_log import Outcome
from tests.each_case import each_case
from tests.fakes.player_session import (
    PATIENT,
    PAUSED,
    PLAN,
    RUNNING,
    Session,
    cues,
    done,
    kept,
    skipped,
    started,
    steps_of,
)


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
        assert steps_of(session.do("skip")) == [PhaseLeft(4, None), PhaseStarted(5)]

    def test_skipping_the_last_phase_finishes(self):
        session = Session().at(130)
        assert steps_of(session.do("skip")) == [
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
        assert steps_of(session.do("stop_set")) == [PhaseLeft(1, done(38)), PhaseStarted(2)]

    @each_case(("seconds", "reps"), [(4.9, 0), (5, 1), (38, 7), (39.99, 7)])
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

    @each_case("command", ["skip", "stop_set", "tap"])
    @each_case("border", [50, 55, 95, 125])
    def test_a_command_too_late_for_its_phase_does_not_hit_the_next(self, command, border):
        session = Session().at(border - 0.01)
        session.clock.advance(0.05)
        assert started(session.do(command)) == [PLAN.index_at(border)]
        assert session.view.session_into == pytest.approx(border + 0.04)

    def test_a_tap_too_late_for_timed_work_does_not_end_the_work_that_waits_for_one(self):
        session = Session(PATIENT).at(39.99)
        session.clock.advance(0.05)
        assert started(session.do("tap")) == [1]

    @each_case("command", ["skip", "stop_set", "end", "back", "pause"])
    def test_a_command_too_late_for_the_session_finds_it_finished(self, command):
        session = Session().at(164.9)
        session.clock.advance(0.2)
        assert session.do(command)[-1] == Finished(Outcome.COMPLETED)


class TestGoingBack:
    def test_late_in_a_phase_back_is_its_start(self):
        session = Session().at(14)
        told = session.do("back")
        assert steps_of(told) == [PhaseLeft(1, skipped(4)), PhaseStarted(1)]
        assert cues(told) == [(1, CueKind.START)]
        assert session.view.session_into == 10

    def test_early_in_a_phase_back_is_the_one_before(self):
        session = Session().at(53)
        assert steps_of(session.do("back")) == [PhaseLeft(2, None), PhaseStarted(1)]
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
