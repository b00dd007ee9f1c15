"""Scenes to be drawn, and pictures of them that can be asked for their pixels."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from coreapp.domain.figure.body import Body
from coreapp.domain.figure.camera import Camera
from coreapp.domain.figure.carried import worn
from coreapp.domain.figure.kinematics import place_body
from coreapp.domain.figure.parts import all_balls
from coreapp.domain.figure.props import Prop, PropKind
from coreapp.domain.figure.vectors import Vec
from coreapp.ui.drawing.camera import Projector
from coreapp.ui.drawing.colours import FigureColours, figure_colours
from coreapp.ui.theme.tokens import load_tokens

THEMES = Path(__file__).parents[2] / "assets" / "themes"
SIDE = Camera(28.0, 11.0)
MAT = Prop(PropKind.MAT, "mat", Vec(0, 0, 0), 0.0, Vec(1, 0, 0), 1.85, 0.65)
CHAIR = Prop(PropKind.CHAIR, "chair", Vec(0.22, 0, 0), 0.37, Vec(1, 0, 0), 0.42, 0.42)
BENCH = Prop(PropKind.BENCH, "bench", Vec(0.3, 0, 0), 0.42, Vec(-1, 0, 0), 0.5, 1.2)
WALL = Prop(PropKind.WALL, "wall", Vec(-0.14, 0, 0), 2.2, Vec(1, 0, 0), 0.1, 1.8)
BELL = Prop(PropKind.KETTLEBELL, "bell", Vec(0.3, 0, 0.4), 0.28, Vec(1, 0, 0), 0.2, 0.2)
_FACING = Vec(1, 0, 0)
_STAND_ALONE = (
    CHAIR,
    BENCH,
    WALL,
    BELL,
    Prop(PropKind.DESK, "desk", Vec(0.5, 0, 0), 0.74, Vec(-1, 0, 0), 0.7, 1.4),
    Prop(PropKind.STEP, "step", Vec(0.4, 0, 0), 0.2, Vec(1, 0, 0), 0.4, 0.9),
    Prop(PropKind.BLOCK, "block", Vec(0.4, 0.2, 0), 0.1, Vec(0, 1, 0), 0.23, 0.15),
    Prop(PropKind.CUSHION, "cushion", Vec(0, -0.4, 0), 0.12, Vec(1, 0, 0), 0.4, 0.4),
    Prop(PropKind.ROLLER, "roller", Vec(0.3, 0, 0.075), 0.15, Vec(1, 0, 0), 0.15, 0.6),
    Prop(PropKind.TOWEL, "towel", Vec(0.2, 0.3, 0), 0.05, Vec(1, 0, 0), 0.3, 0.42),
)
_CARRIED = (
    (PropKind.DUMBBELL, ("left_hand",), 0.22, 0.075),
    (PropKind.DUMBBELL, ("left_hip", "right_hip"), 0.56, 0.17),
    (PropKind.STICK, ("low_back", "upper_back", "head"), 1.15, 0.026),
    (PropKind.STRAP, ("right_hand", "right_foot"), 1.8, 0.014),
    (PropKind.BAND, ("left_thigh", "right_thigh"), 0.6, 0.05),
    (PropKind.TOWEL, ("left_hand", "right_hand", "right_foot"), 1.4, 0.03),
    (PropKind.TOWEL, ("left_hip", "right_hip"), 1.4, 0.2),
)


@lru_cache
def colours(theme: str = "light") -> FigureColours:
    """Return the colours of a shipped theme; they never change, so all tests share them."""
    return figure_colours(load_tokens(THEMES, theme))


def grounded(angles: Mapping[str, float]) -> Body:
    """Return a body whose lowest part lies on the floor."""
    body = place_body(angles)
    low = min(ball.at.z - ball.radius for ball in all_balls(body).values())
    return body.moved(Vec(0.0, 0.0, -low))


def standing() -> Body:
    """Return a body that stands upright."""
    return grounded({})


WORN = worn(
    (
        Prop(kind, kind.value, Vec(0, 0, 0), thick, _FACING, long, thick, on)
        for kind, on, long, thick in _CARRIED
    ),
    standing(),
)
"""The ways of carrying a thing, on who stands."""
THINGS = (*_STAND_ALONE, *WORN)
"""One thing of each kind but the mat."""


def sitting() -> Body:
    """Return a body that sits as high as the seat of `CHAIR`."""
    bends = {"hip_flexion": 90.0, "knee_flexion": 90.0}
    return grounded(
        {f"{side}_{name}": a for side in ("left", "right") for name, a in bends.items()}
    )


def square(size: int) -> QRectF:
    """Return a square picture of that many pixels."""
    return QRectF(0, 0, size, size)


def view(camera: Camera = SIDE, size: int = 400) -> Projector:
    """Return a view of two metres around the height of the hips."""
    return Projector(camera, QRectF(-1.1, -1.8, 2.2, 2.2), square(size))


def painted(size: int, paint: Callable[[QPainter], None]) -> QImage:
    """Return what is painted on a transparent picture."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter)
    finally:
        painter.end()
    return image


def colour_at(image: QImage, projector: Projector, point: Vec) -> QColor:
    """Return the colour of a picture where a point of the world is."""
    x, y = projector.flat(point)
    return image.pixelColor(round(x), round(y))
