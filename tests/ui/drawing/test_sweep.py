"""The shipped figures, seen from all around: nothing that is painted over another flickers."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF

from coreapp.domain.figure.camera import Camera
from coreapp.ui.drawing.anatomy import pieces_of
from coreapp.ui.drawing.camera import Projector
from coreapp.ui.drawing.colours import FigureColours
from coreapp.ui.drawing.order import DrawOrder
from coreapp.ui.drawing.parts import Screen
from coreapp.ui.figure.art import FigureShot
from tests.fakes.shipped import shipped_art, shipped_library

RECT = QRectF(0.0, 0.0, 640.0, 640.0)
FRAME = QRectF(-1.2, -1.8, 2.4, 2.4)
SOON = 4
"""A pair that swaps and swaps back within so many degrees flickers."""

SOME = ("bird-dog", "side-plank", "lunch-walk")
"""On all fours, lying on a side, and upright; `make soak` looks at all of them, and closer."""


def flickers(exercise: str, step: int, colours: FigureColours) -> list[tuple[str, str, int]]:
    """Return the pairs that flicker in a turn of the camera by so many degrees, and where."""
    staging = shipped_art().staging(FigureShot(exercise))
    assert staging is not None
    order = DrawOrder()
    seen: dict[tuple[str, str], dict[int, bool]] = {}
    for azimuth in range(0, 361, step):
        camera = Camera(float(azimuth), staging.camera.elevation)
        projector = Projector(camera, FRAME, RECT)
        pieces = pieces_of(staging.scene.body, Screen(projector), colours, {})
        rank = {name: at for at, name in enumerate(order.arrange(pieces, projector.scale))}
        for one, other, _ in DrawOrder().links(pieces, projector.scale):
            first, second = min(one, other), max(one, other)
            is_over = rank[second] > rank[first]
            seen.setdefault((first, second), {})[azimuth] = is_over
    found = []
    for (first, second), over in seen.items():
        swaps = [at for at in over if over.get(at - step, over[at]) is not over[at]]
        found += [(first, second, at) for at, again in pairwise(swaps) if again - at <= SOON]
    return found


@pytest.mark.parametrize("exercise", SOME)
def test_a_turn_of_the_camera_does_not_flicker(exercise: str, colours: FigureColours) -> None:
    assert flickers(exercise, 2, colours) == []


@pytest.mark.soak
@pytest.mark.parametrize("exercise", [each.id for each in shipped_library().exercises])
def test_no_figure_flickers(exercise: str, colours: FigureColours) -> None:
    assert flickers(exercise, 1, colours) == []
