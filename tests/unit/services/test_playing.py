"""A guided session in the log: from its first moment, phase by phase, whatever happens."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.cues import CueKind
from coreapp.domain.errors import DiskFullError, UnknownIdError
from coreapp.domain.exercise import Side
from coreapp.domain.player_events import CueDue, Finished, Paused, PhaseStarted
from coreapp.domain.player_view import PlayerState
from coreapp.domain.timeline import PhaseKind, TimelineOptions
from coreapp.domain.training_log import (
    Feeling,
    Outcome,
    PerformedSet,
    PlannedOccurrence,
    SessionKind,
)
from coreapp.services.playing import Request
from tests.fakes.clock import MORNING
from tests.fakes.languages import shown_in
from tests.fakes.played import OPTIONS, World
from tests.fakes.session_content import BRIDGE, MAIN, SIDE_PLANK

WORK = (1, 3, 5, 7, 8)
"""The work phases of the main routine, which lasts 160 s: see tests/fakes/session_content.py."""


@pytest.fixture
def world():
    return World()


def without_rests(row) -> list[PerformedSet]:
    """The sets of a session; how long one rested before a crash nobody knows."""
    return [replace(each, rest_seconds=None) for each in row.sets]


def phases(row) -> list[int]:
    return [each.phase for each in row.sets]


def test_a_session_stands_in_the_log_from_its_first_moment(world):
    planned = PlannedOccurrence("e1", MORNING)

    world.begin(kind=SessionKind.BREAK, planned=planned)

    row = world.row
    assert (row.outcome, row.kind, row.routine) == (Outcome.INTERRUPTED, SessionKind.BREAK, "main")
    assert (row.started_at, row.ended_at, row.zone) == (MORNING, MORNING, "Europe/Berlin")
    assert (row.planned, row.sets, row.position) == (planned, (), 0)
    assert world.playing.interrupted() == row


def test_it_begins_when_it_is_started_not_when_it_was_opened(world):
    live = world.playing.begin(Request("main"), OPTIONS)
    world.clock.advance(60)
    live.start()
    world.play(live)

    assert world.row.started_at == MORNING + timedelta(seconds=60)
    assert world.row.ended_at == MORNING + timedelta(seconds=60 + live.timeline.seconds)


def test_every_finished_phase_is_in_the_log_at_once(world):
    live = world.begin()

    world.play(live, 30)
    assert (phases(world.row), world.row.position) == ([1], 2)
    world.play(live, 5)
    assert world.row.position == 3
    world.play(live, 20)
    assert (phases(world.row), world.row.position) == ([1, 3], 4)
    assert world.row.ended_at == MORNING + timedelta(seconds=55)
    assert world.row.outcome is Outcome.INTERRUPTED


def test_a_cue_is_heard_before_the_log_is_written(world):
    live = world.begin()
    stored = {}

    def note(timeline, events, _into):
        for event in events:
            if isinstance(event, CueDue):
                kind = timeline.phases[event.index].kind
                stored.setdefault((kind, event.cue.kind), phases(world.row))

    live.let_hear(note)

    world.play(live, 30)

    assert stored[PhaseKind.SWITCH_SIDES, CueKind.START] == []
    assert phases(world.row) == [1]


def test_the_rest_that_was_taken_stands_with_the_set_it_followed(world):
    live = world.begin()

    world.play(live, 55)
    before = {each.phase: each.rest_seconds for each in world.row.sets}
    world.play(live)

    phases = live.timeline.phases
    planned = {index: phases[index + 1].seconds for index in WORK[:-2]}
    assert before == {1: planned[1], 3: None}
    assert {each.phase: each.rest_seconds for each in world.row.sets} == planned | {7: 0, 8: None}


def test_a_set_that_is_saved_is_not_written_again(world):
    live = world.begin()
    world.play(live, 36)
    world.rows["s1"] = replace(world.row, sets=())

    world.play(live, 19)

    assert phases(world.row) == [3]


def test_a_whole_session_is_what_was_planned(world):
    live = world.begin()
    world.play(live)

    row = world.row
    assert (row.outcome, phases(row)) == (Outcome.COMPLETED, list(WORK))
    assert [each.actual_seconds for each in row.sets] == [20, 20, 20, 20, 30]
    assert [each.planned_seconds for each in row.sets] == [20, 20, 20, 20, 30]
    assert [each.side for each in row.sets] == [
        Side.LEFT,
        Side.RIGHT,
        Side.LEFT,
        Side.RIGHT,
        Side.BOTH,
    ]
    assert [each.set for each in row.sets] == [1, 1, 2, 2, 1]
    assert (row.sets[4].planned_reps, row.sets[4].actual_reps) == (6, 6)
    assert live.session == row
    assert world.playing.interrupted() is None


def test_the_timeline_goes_when_it_is_no_longer_needed(world):
    live = world.begin()
    assert world.row.timeline
    world.play(live)
    assert world.row.timeline == ""
    assert live.timeline.phases

    world.begin()
    world.playing.keep("s2")
    assert (world.rows["s2"].timeline, world.rows["s2"].outcome) == ("", Outcome.ENDED_EARLY)


def test_names_are_those_of_the_day(world, tmp_path):
    german = {
        (MAIN.text_context, MAIN.name): "Hauptprogramm",
        (SIDE_PLANK.text_context, SIDE_PLANK.name): "Seitstütz",
    }
    with shown_in(tmp_path, "de", german):
        live = world.begin()
        world.play(live, 30)
    world.play(live, 25)

    assert world.row.title == "Hauptprogramm"
    assert [each.name for each in world.row.sets] == ["Seitstütz", "Side plank"]


def test_what_is_ended_here_keeps_what_was_done(world):
    live = world.begin()
    world.play(live, 20)

    assert isinstance(live.end()[-1], Finished)

    assert world.row.outcome is Outcome.ENDED_EARLY
    assert [(each.phase, each.actual_seconds) for each in world.row.sets] == [(1, 10)]
    assert live.next_call() is None


def test_every_command_reaches_the_player(world):
    live = world.begin()
    world.play(live, 15)
    assert [type(event) for event in live.pause()] == [Paused]
    assert live.next_call() is None
    live.resume()
    world.play(live, 3)
    assert live.view().seconds_into == 5
    live.nudge(3)
    assert live.view().seconds_into == 8
    live.back()
    assert live.view().seconds_into == 0
    world.play(live, 4)
    live.stop_set()
    assert live.view().index == 2
    live.skip()
    assert live.view().index == 3
    live.seek(108)
    assert live.view().index == 6
    # Going back counts with the better run, jumping over work as skipping it.
    assert [(each.phase, each.actual_seconds, each.skipped) for each in world.row.sets] == [
        (1, 5, False),
        (3, 0, True),
        (5, 0, True),
    ]


def test_what_waits_for_a_tap_waits_and_counts_what_was_done(world):
    live = world.begin("tapped")
    world.play(live, 45)
    assert live.view().index == 0
    live.tap()

    assert [(each.actual_seconds, each.actual_reps) for each in world.row.sets] == [(45, 6)]


@pytest.mark.parametrize("options", [TimelineOptions(), TimelineOptions(5, wait_everywhere=True)])
def test_with_nobody_there_everything_ends_at_its_estimate(world, options):
    live = world.begin("tapped", options=options, unattended=True)
    world.play(live)

    assert world.row.outcome is Outcome.COMPLETED
    assert [(each.planned_seconds, each.actual_seconds) for each in world.row.sets] == [
        (30, 30),
        (30, 30),
    ]


def test_how_it_felt_is_stored_with_the_session(world):
    live = world.begin()
    world.play(live)

    live.save_feeling(Feeling(effort=6, pain_before=1, pain_after=2, note="good"))

    row = world.row
    assert (row.effort, row.pain_before, row.pain_after, row.note) == (6, 1, 2, "good")
    assert phases(row) == list(WORK)


class TestTrouble:
    def test_a_log_that_cannot_be_written_does_not_stop_the_session(self, world):
        live = world.begin()
        world.database.failure = full = DiskFullError("full")
        world.play(live, 60)

        assert live.trouble is full
        assert live.view().index == 4
        world.database.failure = None
        assert world.row.sets == ()

    def test_what_was_not_saved_is_saved_with_the_next_phase(self, world):
        live = world.begin()
        world.database.failure = DiskFullError("full")
        world.play(live, 60)
        world.database.failure = None
        world.play(live)

        assert live.trouble is None
        assert phases(world.row) == list(WORK)
        assert live.session == world.row

    def test_what_was_not_saved_at_the_end_is_saved_with_how_it_felt(self, world):
        live = world.begin()
        world.database.failure = DiskFullError("full")
        world.play(live)
        with pytest.raises(DiskFullError):
            live.save_feeling(Feeling(effort=5))
        assert live.trouble is not None
        world.database.failure = None

        live.save_feeling(Feeling(effort=5))

        assert live.trouble is None
        assert (world.row.outcome, world.row.effort) == (Outcome.COMPLETED, 5)
        assert phases(world.row) == list(WORK)
        assert live.session == world.row

    def test_a_session_that_cannot_be_written_at_all_does_not_begin(self, world):
        world.database.failure = DiskFullError("full")
        with pytest.raises(DiskFullError):
            world.begin()

    def test_what_is_not_there_is_named(self, world):
        with pytest.raises(UnknownIdError, match="yoga"):
            world.begin("yoga")
        with pytest.raises(UnknownIdError, match="s9"):
            world.go_on("s9")
        with pytest.raises(UnknownIdError, match="s9"):
            world.playing.keep("s9")
        assert world.rows == {}


class TestGoingOn:
    @pytest.mark.parametrize(("seconds", "index"), [(0, 0), (4, 0), (12, 1), (33, 2), (60, 4)])
    def test_it_waits_where_it_was_cut_off(self, world, seconds, index):
        world.play(world.begin(), seconds)
        live = world.playing.go_on("s1", OPTIONS)

        told = live.start()

        assert [type(event) for event in told] == [PhaseStarted, Paused]
        assert (live.view().index, live.player.state) == (index, PlayerState.PAUSED)
        assert live.next_call() is None

    def test_it_keeps_when_it_was_begun(self, world):
        world.play(world.begin(), 4)
        world.clock.advance(3600)
        world.play(world.go_on())

        assert world.row.started_at == MORNING
        assert world.row.outcome is Outcome.COMPLETED

    def test_the_newest_is_offered(self, world):
        world.begin()
        world.clock.advance(60)
        world.begin()

        assert world.playing.interrupted() == world.rows["s2"]

    @given(cuts=st.lists(st.floats(0, 200), max_size=4))
    def test_however_often_it_is_cut_off_it_ends_as_if_it_had_not_been(self, cuts):
        straight, broken = World(), World()
        straight.play(straight.begin())
        live = broken.begin()
        for seconds in cuts:
            broken.play(live, seconds)
            if live.player.state is PlayerState.FINISHED:
                break
            assert broken.row.outcome is Outcome.INTERRUPTED
            broken.clock.advance(1000)  # killed: nothing of the running program is left
            live = broken.go_on()
        broken.play(live)

        assert without_rests(broken.row) == without_rests(straight.row)
        assert broken.row.outcome is straight.row.outcome is Outcome.COMPLETED
        assert (broken.row.position, broken.row.timeline) == (8, "")

    def test_it_goes_on_with_the_routine_as_it_was(self, world):
        live = world.begin(options=TimelineOptions(extra_ready_seconds=7))
        world.play(live, 20)

        assert world.go_on().timeline == live.timeline
        assert BRIDGE.id in {phase.exercise for phase in live.timeline.phases}
