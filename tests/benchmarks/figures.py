"""How long a figure takes: solved and painted, moving and still, at 640 x 640 pixels."""

from collections.abc import Callable
from functools import partial
from itertools import cycle
from time import perf_counter

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from coreapp.app import make_application
from coreapp.domain.figure.movement import Movement
from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.theme.tokens import load_tokens
from tests.fakes.shipped import ASSETS, shipped_figures, shipped_library

SIZE = 640
FRAMES = 300
STILLS = 46


def bench() -> dict[str, list[float]]:
    """Return the seconds of each frame, by what it was."""
    application = make_application()
    names = [each.id for each in shipped_library().exercises]
    figures = [figure for name in names if (figure := shipped_figures().find(name))]
    found: dict[str, list[float]] = {
        "key poses of a figure placed": [
            _timed(partial(Movement, figure.normal)) for figure in figures
        ]
    }
    art, image = FigureArt(shipped_figures().find), _image()
    tokens = load_tokens(ASSETS / "themes", "light")

    def frame(shot: FigureShot, *, quick: bool) -> float:
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        seconds = _timed(
            lambda: art.paint(painter, QRectF(0, 0, SIZE, SIZE), shot, tokens, quick=quick)
        )
        painter.end()
        return seconds

    moving = cycle(names)
    shots = [FigureShot(next(moving), index / FRAMES) for index in range(FRAMES)]
    for shot in shots:
        frame(shot, quick=True)
    found["figure, a moving frame at 640 px"] = [frame(shot, quick=True) for shot in shots]
    found["figure, a still at 640 px"] = [
        frame(FigureShot(name), quick=False) for name in names[:STILLS]
    ]
    del application
    return found


def _timed(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def _image() -> QImage:
    return QImage(SIZE, SIZE, QImage.Format.Format_ARGB32_Premultiplied)
