"""In the player, an exercise without a figure shows its picture, which stands still."""

import pytest

from coreapp.domain.clock import Reading
from coreapp.domain.player import Player
from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.player.movement import Movement, Pose
from tests.fakes.clock import MORNING
from tests.fakes.session_content import session_library

START = Reading(MORNING, 0, 0)


@pytest.mark.parametrize("routine", ["main", "tapped"])
def test_the_picture_neither_moves_nor_turns(routine):
    library = session_library()
    timeline = library.timeline(routine)
    player = Player(timeline)
    player.start(START)
    movement = Movement(FigureArt(lambda _exercise: None))
    for start, phase in zip(timeline.starts, timeline.phases, strict=True):
        player.seek(START, start + phase.seconds / 2)
        view = player.view(START)
        exercise = library.exercise(view.phase.exercise)
        pose = movement.pose(view, exercise, still=False)
        assert pose == Pose(FigureShot(view.phase.exercise))
