"""Another tempo in the log: planned stays planned, done is the truth, a cut forgets nothing."""

import json

import pytest

from coreapp.domain.player import PlayerOptions
from coreapp.domain.tempo import AS_PLANNED, Pace
from coreapp.domain.timeline import TimelineOptions
from coreapp.domain.training_log import Outcome
from coreapp.services.kept_timeline import decode_pace, decode_timeline, encode_timeline
from coreapp.services.playing import LiveSession, Playing, Request
from tests.each_case import each_case
from tests.fakes.clock import FakeClock
from tests.fakes.session_content import session_library
from tests.fakes.work import FakeDatabase

PATIENT = PlayerOptions(gap_seconds=10_000)
BRIDGE = 8
"""The phase of the main routine with 6 repetitions of 5 s, from 130 s on."""


@pytest.fixture
def world():
    clock, database = FakeClock(), FakeDatabase()
    return clock, database, Playing(session_library(), database, clock, lambda: "s1")


def begun(world, until: float) -> LiveSession:
    clock, _database, playing = world
    live = playing.begin(Request("main"), PATIENT)
    live.start()
    clock.advance(until)
    live.advance()
    return live


def test_the_log_keeps_what_was_planned_and_what_was_done(world):
    clock, database, _playing = world
    live = begun(world, 130 + 10)
    live.adopt(Pace(80))
    clock.advance(25)
    live.advance()
    row = database.stored.sessions.kept["s1"].sets[-1]

    assert (row.phase, row.planned_seconds, row.planned_reps) == (BRIDGE, 30, 6)
    assert (row.actual_seconds, row.actual_reps) == (35, 6)
    assert live.session.outcome is Outcome.COMPLETED
    assert live.session.timeline == ""


def test_a_session_that_was_cut_off_goes_on_in_its_tempo(world):
    clock, database, playing = world
    begun(world, 140).adopt(Pace(125))
    row = database.stored.sessions.kept["s1"]
    live = playing.go_on("s1", PATIENT)

    assert decode_timeline("main", row.timeline) == session_library().timeline("main")
    assert live.player.pace == Pace(125)
    assert live.view().phase.seconds == 24
    live.start()
    live.resume()
    clock.advance(3 + 24)
    live.advance()
    assert database.stored.sessions.kept["s1"].sets[-1].planned_seconds == 30


def test_that_everything_waits_is_no_part_of_the_plan(world):
    _clock, database, playing = world
    options = TimelineOptions(wait_everywhere=True)
    live = playing.begin(Request("main", options=options), PATIENT)
    waits = [phase.until_tapped for phase in live.timeline.phases]
    text = database.stored.sessions.kept["s1"].timeline

    assert all(waits)
    assert decode_timeline("main", text) == session_library().timeline("main")
    assert decode_pace(text) == Pace(waits=True)
    assert playing.go_on("s1", PATIENT).view().pace.waits


def test_a_session_that_is_over_takes_no_tempo(world):
    live = begun(world, 200)
    live.adopt(Pace(80))

    assert live.session.timeline == ""


@each_case("tempo", [75, "fast", None, 110.5])
def test_a_tempo_that_is_none_is_the_planned_one(tempo):
    timeline = session_library().timeline("main")
    text = json.dumps({"tempo": tempo, "phases": json.loads(encode_timeline(timeline))})

    assert decode_pace(text) == AS_PLANNED
    assert decode_timeline("main", text) == timeline
