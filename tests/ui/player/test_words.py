"""What the player says about each moment."""

import pytest

from coreapp.domain.clock import Reading
from coreapp.domain.player import Player
from coreapp.domain.player_view import PlayerState
from coreapp.domain.timeline import TimelineOptions
from coreapp.ui.player.words import SessionWords
from tests.fakes.clock import MORNING
from tests.fakes.session_content import session_library

START = Reading(MORNING, 0, 0)
LIBRARY = session_library()


class Moment:
    """A moment of a routine, with its words."""

    def __init__(self, routine, seconds, options=TimelineOptions()):  # noqa: B008  frozen
        timeline = LIBRARY.timeline(routine, options)
        player = Player(timeline)
        player.start(START)
        player.seek(START, seconds)
        self.view = player.view(START)
        self.words = SessionWords(LIBRARY, timeline)
        self.texts = self.words.texts(self.view)
        self.upcoming = self.words.upcoming(self.view)


def test_getting_ready_names_what_comes_and_how_to_set_up():
    texts = Moment("main", 3).texts

    assert (texts.badge, texts.title, texts.side) == (
        "Get ready",
        "Next: Side plank",
        "Left side",
    )
    assert texts.facts == ("Set 1 of 2", "20 s")
    assert texts.steps[texts.current] == "Lay out a mat."
    assert not texts.numbered


def test_work_lights_the_steps_one_after_the_other():
    lit = [Moment("main", 10 + into).texts.current for into in (0, 9.9, 10, 19.9)]

    assert lit == [0, 0, 1, 1]


def test_a_rest_between_sets_speaks_of_the_breath():
    texts = Moment("main", 10 + 45 + 1).texts

    assert texts.badge == "Rest"
    assert texts.facts == ("Set 2 of 2", "20 s")
    assert texts.steps[0] == "Breathe quietly."


def test_repetitions_are_counted_with_the_tempo():
    counted = [Moment("main", 130 + into).texts.repetition for into in (0, 4.9, 5, 29.9)]

    assert counted == [
        "Repetition 1 of 6",
        "Repetition 1 of 6",
        "Repetition 2 of 6",
        "Repetition 6 of 6",
    ]


def test_repetitions_that_wait_for_a_tap_are_not_counted():
    texts = Moment("tapped", 12).texts

    assert (texts.digits, texts.facts) == ("6", ("Set 1 of 2", "6 repetitions"))
    assert texts.hint == "Press Space when you are done."


def test_other_phases_that_wait_say_when_to_press():
    texts = Moment("main", 3, TimelineOptions(wait_everywhere=True)).texts

    assert (texts.digits, texts.hint) == ("7", "Press Space when you are ready.")


@pytest.mark.parametrize(
    ("left", "digits"),
    [(20, "20"), (19.2, "20"), (0.4, "1"), (59, "59"), (60, "1:00"), (90, "1:30")],
)
def test_the_figure_is_in_seconds_below_a_minute(left, digits):
    assert Moment("rounds", 16 + 90 - left).texts.digits == digits


@pytest.mark.parametrize(
    ("seconds", "caption", "text"),
    [
        (3, "After that", "Switch to the right side"),
        (12, "Next", "Switch to the right side"),
        (40, "Next", "Rest, then Side plank"),
        (60, "After that", "Switch to the right side"),
        (125, "Next", "Glute bridge"),
        (140, "Next", "The end of the session"),
    ],
)
def test_what_comes_next_is_said(seconds, caption, text):
    upcoming = Moment("main", seconds).upcoming

    assert (upcoming.caption, upcoming.text) == (caption, text)


def test_rounds_are_counted_where_there_are_several():
    first, second = Moment("rounds", 2), Moment("rounds", 106 + 15 + 2)

    assert (first.texts.facts, first.texts.repetition) == (
        ("Round 1 of 2",),
        "Repetition 1 of 4",
    )
    assert second.texts.facts[0] == "Round 2 of 2"
    assert first.texts.side == "Alternating sides"
    assert first.words.places(second.view.phase) == ("Exercise 3 of 4", "3 of 4")


@pytest.mark.parametrize(
    ("into", "title", "side", "current"),
    [(0, "Prayer pose", "Breathe out", 0), (6, "Raised arms", "Breathe in", 1)],
)
def test_a_flow_names_position_and_breath(into, title, side, current):
    texts = Moment("flow", 5 + into).texts

    assert (texts.badge, texts.title, texts.side) == ("Flow", title, side)
    assert texts.facts == ("Sun salutation", "Pass 1 of 2", "Right leg first")
    assert texts.steps == ("Stand tall.", "Reach up.")
    assert texts.current == current


def test_what_comes_next_says_which_pass_of_a_flow_it_is():
    assert Moment("flow", 5).upcoming.text == "Sun salutation · Pass 2 of 2"


def test_how_far_it_is_is_not_said_of_a_session_of_one_exercise():
    moment = Moment("flow", 5)
    assert moment.words.places(moment.view.phase) == ("", "")


def test_the_left_leg_leads_in_the_second_pass():
    assert Moment("flow", 5 + 12).texts.facts[-1] == "Left leg first"


def test_the_rest_at_the_end_leads_to_nothing():
    moment = Moment("flow", 5 + 20 + 3)

    assert moment.texts.title == "Stay and breathe quietly"
    assert (moment.texts.facts, moment.texts.steps) == ((), ())
    assert moment.upcoming.text == "The end of the session"


def test_a_pause_is_said():
    moment = Moment("main", 3)
    player = Player(LIBRARY.timeline("main"))
    player.start(START)
    player.pause(START)

    assert moment.texts.state == ""
    assert moment.words.texts(player.view(START)).state == "Paused"
    assert player.state is PlayerState.PAUSED


@pytest.mark.parametrize(
    ("index", "spoken"),
    [
        (0, "Get ready: Side plank, Left side, 10 s"),
        (2, "Switch sides: Side plank, Right side, 5 s"),
        (8, "Move: Glute bridge, 6 repetitions"),
    ],
)
def test_phases_are_spoken_in_whole_phrases(index, spoken):
    moment = Moment("main", 0)

    assert moment.words.spoken(LIBRARY.timeline("main").phases[index]) == spoken


def test_an_exercise_that_left_the_library_is_still_played():
    timeline = LIBRARY.timeline("main")
    words = SessionWords(type(LIBRARY)({}, {}), timeline)
    player = Player(timeline)
    player.start(START)
    player.seek(START, 12)
    texts = words.texts(player.view(START))

    assert (texts.title, texts.steps) == ("Deleted exercise", ())
