"""How much of the picture's plane has to be seen."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF

from coreapp.domain.figure.camera import Camera
from coreapp.domain.figure.vectors import Vec
from coreapp.ui.drawing.camera import Projector
from coreapp.ui.drawing.hair import falling
from coreapp.ui.drawing.prop_places import reach_of

if TYPE_CHECKING:
    from coreapp.ui.drawing.picture import Scene

_MARGIN: Final = 0.035
_TAIL: Final = 0.037
"""As thick as the pony tail at most, in metres."""
_AROUND: Final = 0.15
"""Metres that are seen around a joint when only some of them fill the picture."""


def frame_of(scenes: Iterable["Scene"], camera: Camera, focus: Sequence[str] = ()) -> QRectF:
    """Return the frame, in metres on the picture's plane, in which all the scenes fit.

    With `focus` only these joints, and what is around them, have to fit.
    """
    unit = QRectF(-0.5, -0.5, 1.0, 1.0)
    projector = Projector(camera, unit, unit)
    spots = [
        (projector.flat(point), radius)
        for scene in scenes
        for point, radius in (_around(scene, focus) if focus else _extent(scene))
    ]
    left = min(x - r for (x, _), r in spots)
    right = max(x + r for (x, _), r in spots)
    top = min(y - r for (_, y), r in spots)
    bottom = max(y + r for (_, y), r in spots)
    margin = _MARGIN * max(right - left, bottom - top)
    return QRectF(left, top, right - left, bottom - top).adjusted(-margin, -margin, margin, margin)


def _around(scene: "Scene", focus: Sequence[str]) -> list[tuple[Vec, float]]:
    joints = scene.body.joints()
    return [(joints[name], _AROUND) for name in focus]


def _extent(scene: "Scene") -> list[tuple[Vec, float]]:
    body = scene.body
    found = [(body.head.at, 0.13), (body.pelvis.at, 0.15), (body.thorax.at, 0.13)]
    for arm in body.arms:
        found += [(arm.shoulder, 0.06), (arm.elbow, 0.04), (arm.tip, 0.02)]
    for leg in body.legs:
        found += [(leg.knee, 0.055), (leg.ankle, 0.04), (leg.heel, 0.03), (leg.toe, 0.02)]
    found += [(point, _TAIL) for point in falling(body)]
    found += [(point, 0.0) for prop in scene.props for point in reach_of(prop)]
    return found
