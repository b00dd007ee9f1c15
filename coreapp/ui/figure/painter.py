"""Paints a figure: mat, shadow, then the body from back to front.

Everything that shows a figure goes through `paint_figure`: widgets, thumbnails and print.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from coreapp.domain.figure.skeleton import Arm, Body, Leg, Vec, View
from coreapp.ui.figure.anatomy import (
    LimbHulls,
    arm_hulls,
    head_parts,
    hip_hulls,
    leg_hulls,
    pelvis_back,
    trunk_hulls,
)
from coreapp.ui.figure.camera import MAT_HALF_WIDTH, Ball, Projector, Scene
from coreapp.ui.figure.colours import Cloth, FigureColours
from coreapp.ui.figure.shapes import (
    COARSE,
    FINE,
    Hull,
    Layer,
    cut_end,
    paint_hulls,
    paint_rim,
    polygon,
)

_FINE_FROM: Final = 150.0
_MAT_THICK: Final = 0.012
_QUICK_SHADOW: Final = ((0.040, 0.09, 9.0), (0.010, 0.16, 0.16), (-0.004, 0.18, 0.06))
# Spread of the shadow in units of H, its strength, and how high a part may be to cast this layer.
_SHADOW: Final = (
    (0.050, 0.05, 9.0),
    (0.032, 0.06, 0.45),
    (0.016, 0.08, 0.22),
    (0.004, 0.12, 0.12),
    (-0.006, 0.16, 0.06),
)


def paint_figure(
    painter: QPainter,
    rect: QRectF,
    body: Body,
    scene: Scene,
    colours: FigureColours,
    *,
    quick: bool = False,
) -> None:
    """Paint a body into `rect`, in the frame of its whole movement.

    `quick` paints fewer layers, for a figure in motion.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    projector = Projector(scene, rect)
    if scene.mat is not None:
        _paint_mat(painter, scene.mat, projector, colours)
    _paint_shadow(painter, body, projector, colours.shadow, _QUICK_SHADOW if quick else _SHADOW)
    layers = COARSE if quick or projector.scale < _FINE_FROM else FINE
    _BodyPainter(painter, projector, colours, layers).paint(body)
    painter.restore()


class _BodyPainter:
    """Paints the parts of one body."""

    def __init__(
        self,
        painter: QPainter,
        projector: Projector,
        colours: FigureColours,
        layers: Sequence[Layer],
    ) -> None:
        self._painter = painter
        self._projector = projector
        self._colours = colours
        self._layers = layers
        self._rim = min(1.8, max(0.45, projector.scale * 0.0038))

    def paint(self, body: Body) -> None:
        """Paint the body from back to front."""
        colours = self._colours
        back = pelvis_back(body)
        if body.view is View.FRONT:
            self._paint_front(body, back)
            return
        self._arm(body.left_arm, colours.top_far, colours.skin_far)
        self._leg(body.left_leg, back, colours.leg_far, colours.skin_far)
        self._trunk(body)
        self._head(body)
        self._leg(body.right_leg, back, colours.leg, colours.skin)
        self._arm(body.right_arm, colours.top, colours.skin)

    def _paint_front(self, body: Body, back: Vec) -> None:
        colours = self._colours
        lower_first = sorted(
            ((body.left_leg, body.left_arm), (body.right_leg, body.right_arm)),
            key=_height_of_hip,
        )
        self._trunk(body)
        for leg, _ in reversed(lower_first):
            self._leg(leg, back, colours.leg, colours.skin)
        self._head(body)
        for _, arm in lower_first:
            self._arm(arm, colours.top, colours.skin)

    def _leg(self, leg: Leg, back: Vec, cloth: Cloth, skin: Cloth) -> None:
        hulls = leg_hulls(leg, back, self._projector)
        self._limb(hulls, cloth, skin, joined=3)

    def _arm(self, arm: Arm, cloth: Cloth, skin: Cloth) -> None:
        self._limb(arm_hulls(arm, self._projector), cloth, skin, joined=1)

    def _limb(self, hulls: LimbHulls, cloth: Cloth, skin: Cloth, joined: int) -> None:
        """Paint a limb; its first `joined` hulls have no edge, so they melt into the trunk."""
        paint_rim(self._painter, hulls.skin[min(joined, 1) :], skin, self._rim)
        paint_hulls(self._painter, hulls.skin, skin, self._layers)
        paint_rim(self._painter, hulls.cloth[joined:-1], cloth, self._rim)
        self._hem(hulls.cloth[-1], cloth)
        paint_hulls(self._painter, hulls.cloth[:-1], cloth, self._layers)
        self._cut(hulls.cloth[-1], cloth)

    def _trunk(self, body: Body) -> None:
        colours = self._colours
        shirt = trunk_hulls(body, self._projector)
        hips = hip_hulls(body, self._projector)
        paint_rim(self._painter, hips, colours.leg, self._rim)
        paint_rim(self._painter, shirt, colours.top, self._rim)
        head = head_parts(body, self._projector)
        paint_rim(self._painter, head.neck, colours.skin, self._rim)
        paint_hulls(self._painter, head.neck, colours.skin, self._layers)
        paint_hulls(self._painter, shirt, colours.top, self._layers)
        paint_hulls(self._painter, hips, colours.leg, self._layers)

    def _head(self, body: Body) -> None:
        painter, colours = self._painter, self._colours
        head = head_parts(body, self._projector)
        paint_rim(painter, ((head.hair,),), colours.hair, self._rim * 0.6)
        paint_rim(painter, head.skull, colours.skin, self._rim)
        paint_rim(painter, head.bun, colours.hair, self._rim * 0.6)
        paint_hulls(painter, head.bun, colours.hair, self._layers)
        paint_hulls(painter, head.skull, colours.skin, self._layers)
        self._hair(head.hair, head.free)
        if body.view is View.SIDE:
            paint_hulls(painter, ((head.ear,),), colours.skin, COARSE)

    def _hair(self, hair: Ball, free: Ball) -> None:
        """Paint the hair: a ball with a bite taken out for the face, lit like everything else."""
        painter, cloth = self._painter, self._colours.hair
        face = QPainterPath()
        face.addEllipse(QPointF(free.x, free.y), free.radius, free.radius)
        cap = QPainterPath()
        cap.addEllipse(QPointF(hair.x, hair.y), hair.radius, hair.radius)
        painter.save()
        painter.setClipPath(cap.subtracted(face), Qt.ClipOperation.IntersectClip)
        paint_hulls(painter, ((hair,),), cloth, self._layers)
        painter.restore()

    def _hem(self, hull: Hull, cloth: Cloth) -> None:
        wide = [Ball(x, y, radius + self._rim) for x, y, radius in hull]
        self._painter.setBrush(cloth.rim)
        self._painter.drawPolygon(cut_end(wide[0], wide[1]))

    def _cut(self, hull: Hull, cloth: Cloth) -> None:
        """Paint the last piece of cloth, flat at its end."""
        painter = self._painter
        painter.save()
        edge = QPainterPath()
        edge.addPolygon(cut_end(hull[0], hull[1]))
        edge.closeSubpath()
        painter.fillPath(edge, cloth.shade)
        painter.setClipPath(edge, Qt.ClipOperation.IntersectClip)
        paint_hulls(painter, (hull,), cloth, self._layers)
        painter.restore()


def _height_of_hip(limbs: tuple[Leg, Arm]) -> float:
    return limbs[0].hip.z


def _paint_mat(
    painter: QPainter, mat: tuple[float, float], projector: Projector, colours: FigureColours
) -> None:
    flat = QPainterPath()
    box = QRectF(mat[0], -MAT_HALF_WIDTH, mat[1] - mat[0], 2 * MAT_HALF_WIDTH)
    flat.addRoundedRect(box, 0.03, 0.03)
    top = projector.floor().map(flat)
    thick = _MAT_THICK * projector.scale
    painter.fillPath(top.translated(0, thick), colours.mat_edge)
    painter.fillPath(top, colours.mat)


def _paint_shadow(
    painter: QPainter,
    body: Body,
    projector: Projector,
    ink: QColor,
    layers: Sequence[tuple[float, float, float]],
) -> None:
    capsules = _shadow_capsules(body)
    floor = projector.floor()
    for spread, strength, ceiling in layers:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for start, end, radius in capsules:
            if min(start.z, end.z) > ceiling:
                continue
            wide = max(0.004, radius + spread)
            outline = polygon((Ball(start.x, start.y, wide), Ball(end.x, end.y, wide)))
            path.addPolygon(outline)
            path.closeSubpath()
        colour = QColor(ink)
        colour.setAlphaF(strength)
        painter.fillPath(floor.map(path), colour)


def _shadow_capsules(body: Body) -> list[tuple[Vec, Vec, float]]:
    capsules = [
        (body.pelvis, body.waist, 0.07),
        (body.waist, body.chest, 0.07),
        (body.head, body.head, 0.05),
    ]
    for leg in (body.right_leg, body.left_leg):
        capsules += [
            (leg.hip, leg.knee, 0.04),
            (leg.knee, leg.ankle, 0.025),
            (leg.heel, leg.ball, 0.018),
            (leg.ball, leg.toe, 0.016),
        ]
    for arm in (body.right_arm, body.left_arm):
        capsules += [(arm.shoulder, arm.elbow, 0.025), (arm.elbow, arm.wrist, 0.018)]
        capsules.append((arm.wrist, arm.tip, 0.018))
    return capsules
