"""How long a figure takes: solved and painted, moving and still, at 640 x 640 pixels.

Each exercise is played for some frames in a row, three times, with all others between: as a player
shows it, where a figure moves on and its things stand still, and with a first frame each time.
"""

from collections.abc import Callable
from functools import partial
from time import perf_counter

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from coreapp.app import make_application
from coreapp.domain.figure.movement import Movement
from coreapp.domain.figure.sequence import Figure
from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.theme.tokens import load_tokens
from tests.fakes.shipped import ASSETS, shipped_figures, shipped_library

SIZE = 640
STARTS = (0.0, 0.35, 0.70)
IN_A_ROW = 8
PER_SECOND = 30


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

    for figure in figures:
        # The key poses have a line of their own.
        art.staging(FigureShot(figure.exercise))
    runs = [
        [frame(shot, quick=True) for shot in _in_a_row(figure, start)]
        for start in STARTS
        for figure in figures
    ]
    found["figure, a moving frame at 640 px"] = [seconds for run in runs for seconds in run]
    found["figure, the first one of a movement"] = [run[0] for run in runs]
    found["figure, a still at 640 px"] = [
        frame(FigureShot(figure.exercise), quick=False) for figure in figures
    ]
    del application
    return found


def _in_a_row(figure: Figure, start: float) -> list[FigureShot]:
    """Return some moments one after the other, as a player shows them."""
    step = 1.0 / (PER_SECOND * figure.normal.seconds)
    return [FigureShot(figure.exercise, start + index * step) for index in range(IN_A_ROW)]


def _timed(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def _image() -> QImage:
    return QImage(SIZE, SIZE, QImage.Format.Format_ARGB32_Premultiplied)
