"""What the ring shows, from the engine's own view."""

import pytest

from coreapp.domain.sitting.view import StateWhy
from coreapp.services.sitting_breaks import Answer
from coreapp.ui.breaks.ring_look import ring_look
from coreapp.ui.widgets.sitting_ring import RingState
from tests.fakes.sitting import Desk


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    desk.breaks.start()
    return desk


def test_sitting_shows_what_is_left(desk):
    desk.work(17.5)
    look = ring_look(desk.view)

    assert (look.state, look.texts.figure) == (RingState.SITTING, "13")
    assert look.share == pytest.approx(17.5 / 30)
    assert look.texts.spoken == "Break in 13 minutes"
    assert not look.tells_sat


def test_an_open_bar_shows_a_full_ring_and_the_time_sat(desk):
    desk.work(29.6)
    look = ring_look(desk.view)

    assert (look.state, look.share, look.texts.figure) == (RingState.DUE, 1.0, "29")
    assert look.tells_sat


def test_a_break_fills_the_ring_with_rest(desk):
    desk.work(10)
    desk.breaks.answer(Answer.STAND)
    desk.rest(60)
    look = ring_look(desk.view)

    assert look.state is RingState.IN_BREAK
    assert look.share == pytest.approx(0.5, abs=0.03)


def test_a_pause_shows_the_time_sat(desk):
    desk.work(10)
    desk.breaks.pause(None)

    look = ring_look(desk.view)

    assert (look.state, look.texts.figure) == (RingState.PAUSED, "10")


def test_what_is_owed_is_told_from_a_pause(desk):
    desk.breaks.pause(None)
    desk.work(31)

    assert desk.view.why is StateWhy.OWED
    assert ring_look(desk.view).state is RingState.OWED


def test_switched_off_is_an_empty_ring():
    look = ring_look(None)

    assert (look.state, look.share) == (RingState.PAUSED, 0.0)
