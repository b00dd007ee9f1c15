"""Jumping about in a guided session, and phases that wait for a tap."""

import pytest

from coreapp.domain.cues import Cue, CueKind
from coreapp.domain.player_events import CueDue, Finished, PhaseLeft, PhaseStarted, Resumed
from coreapp.domain.timeline import Phase, PhaseKind, Timeline
from coreapp.domain.training_log import Outcome
from tests.each_case import each_case
from tests.fakes.player_session import (
    PATIENT,
    PAUSED,
    PLAN,
    RUNNING,
    WAITING,
    Session,
    cues,
    done,
    skipped,
    steps_of,
)


class TestSeeking:
    def test_seeking_ahead_skips_the_work_between(self):
        session = Session().at(30)
        assert steps_of(session.do("seek", 130)) == [
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
        assert steps_of(session.do("seek", 160)) == [PhaseStarted(5)]
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

    @each_case("seconds", [165, 9999])
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

    @each_case("target", [20, 60])
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
    @each_case(
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

    @each_case("seconds", [12.5, 70])
    def test_a_tap_says_that_all_was_done(self, seconds):
        session = Session(PATIENT).at(40)
        session.play(seconds)
        told = session.do("tap")
        assert steps_of(told) == [PhaseLeft(1, done(seconds, 8)), PhaseStarted(2)]
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
        assert steps_of(session.do("tap")) == [
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
