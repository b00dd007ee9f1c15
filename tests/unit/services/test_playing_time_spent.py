"""The minutes of a guided session: the time that ran, however often it was paused or cut off."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.player_view import PlayerState
from coreapp.domain.time_spent import estimated, minutes_of, seconds_of
from coreapp.domain.training_log import Outcome
from tests.fakes.clock import MORNING
from tests.fakes.played import World


@pytest.fixture
def world():
    return World()


def test_a_pause_is_no_time_spent(world):
    live = world.begin()
    world.play(live, 20)
    live.pause()
    world.clock.advance(3600)
    live.resume()
    world.play(live)

    assert world.row.spent_seconds == live.timeline.seconds
    assert world.row.ended_at - world.row.started_at > timedelta(hours=1)


@given(cuts=st.lists(st.tuples(st.floats(0, 200), st.floats(0, 90_000)), max_size=4))
def test_only_the_time_that_ran_counts(cuts):
    world = World()
    live = world.begin()
    for seconds, gap in cuts:
        before = world.row.spent_seconds
        world.play(live, seconds)
        # What a killed program leaves: never more than had run, at most a phase less.
        stored = world.row.spent_seconds
        assert before <= stored <= before + seconds + 0.001
        if live.player.state is PlayerState.FINISHED:
            break
        world.clock.advance(gap)
        live = world.go_on()
    done, timeline = world.row, live.timeline
    left = 0 if done.outcome is Outcome.COMPLETED else timeline.seconds
    left -= timeline.starts[done.position] if left else 0
    world.play(live)

    assert world.row.spent_seconds == pytest.approx(done.spent_seconds + left, abs=0.01)


def test_the_night_in_between_is_not_counted(world):
    world.play(world.begin(), 60)
    world.clock.advance(14 * 3600)
    world.play(world.go_on())

    # Cut off in the rest that began after 55 s, it goes on with that rest.
    assert world.row.spent_seconds == 55 + (160 - 55)
    assert minutes_of(world.row) == 3


def test_one_that_nobody_measured_goes_on_from_what_its_sets_account_for(world):
    world.play(world.begin(), 60)
    old = replace(world.row, spent_seconds=None, ended_at=MORNING + timedelta(hours=14))
    world.rows["s1"] = old

    world.play(world.go_on())

    before = seconds_of(estimated(old))
    assert 50 < before < 600
    assert world.row.spent_seconds == pytest.approx(before + 105)
