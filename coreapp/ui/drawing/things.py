"""The things around a body, made of convex pieces that can be painted between its limbs."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from math import cos, pi, sin
from typing import Final

from PySide6.QtGui import QColor, QPolygonF

from coreapp.domain.figure.contacts import HANDLE_HALF, HANDLE_RADIUS
from coreapp.domain.figure.props import Prop, PropKind
from coreapp.domain.figure.vectors import ORIGIN, UP, Frame, Vec
from coreapp.ui.drawing.camera import Projector
from coreapp.ui.drawing.pieces import Fill, Piece, Plane, Top
from coreapp.ui.drawing.prop_places import axis_of, ball_of, frame_of_prop, spot_of
from coreapp.ui.drawing.room import RoomColours, Stuff
from coreapp.ui.drawing.shadow import Cast
from coreapp.ui.drawing.solids import Modeller
from coreapp.ui.drawing.surface import Surface
from coreapp.ui.drawing.worn_things import worn_pieces


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing of a scene, ready to be painted.

    Attributes:
        prop: what it is.
        pieces: what it is made of, in no order.
        backdrop: whether it is painted behind everything else, from wherever it is seen.
        held: whether hands are always painted over it.
    """

    prop: Prop
    pieces: tuple[Piece, ...]
    backdrop: bool = False
    held: bool = False


_SEAT_THICK: Final = 0.036
_LEG: Final = 0.017
_BACK_HIGH: Final = 0.43
_BACK_LEAN: Final = 0.070
_DESK_THICK: Final = 0.032
_DESK_LEG: Final = 0.022
_PADDING: Final = 0.150
_STEP_TOP: Final = 0.035
_WALL_LAYERS: Final = 9
_WALL_PIXEL: Final = 0.020
_WALL_FADE: Final = 0.24
_WALL_FOOT: Final = 0.075
_SEEN_THROUGH: Final = 0.60
_HANDLE_BENDS: Final = 8
_LAYERS: Final = 3


def things_of(
    props: Iterable[Prop], projector: Projector, colours: RoomColours, cast: Cast | None = None
) -> list[Thing]:
    """Return the things of a scene but its mat, which is part of the ground.

    Args:
        props: the things.
        projector: the view.
        colours: what they are coloured with.
        cast: what throws shadows on them; without it they have none.
    """
    things = [_thing(prop, projector, colours) for prop in props if prop.kind is not PropKind.MAT]
    if cast is None:
        return things
    return [
        replace(thing, pieces=tuple(piece.shaded(cast) for piece in thing.pieces))
        for thing in things
    ]


def forget_things() -> None:
    """Let go of the things that are kept."""
    _thing.cache_clear()
    _model.cache_clear()


@lru_cache(maxsize=24)
def _thing(prop: Prop, projector: Projector, colours: RoomColours) -> Thing:
    """Return a thing without shadows; most stand still while a body moves, so they are kept."""
    if prop.line:
        return _Maker(projector, colours).thing(prop)
    model = _model(prop.moved_to(ORIGIN), projector, colours)
    return replace(model, prop=prop, pieces=tuple(piece.moved(prop.at) for piece in model.pieces))


@lru_cache(maxsize=24)
def _model(prop: Prop, projector: Projector, colours: RoomColours) -> Thing:
    """Return a thing at its place of making, for those that roll or swing: they only move."""
    return _Maker(projector, colours).thing(prop)


class _Maker:
    """Makes the things of one view."""

    def __init__(self, projector: Projector, colours: RoomColours) -> None:
        self._view = projector
        self._colours = colours
        self._model = Modeller(projector)

    def thing(self, prop: Prop) -> Thing:
        """Return a thing."""
        pieces = _MAKERS[prop.kind](self, prop)
        return Thing(
            prop,
            pieces,
            backdrop=prop.kind is PropKind.WALL,
            held=_in_hand(prop),
        )

    def wall(self, prop: Prop) -> tuple[Piece, ...]:
        """Return a wall that fades towards its edges, and is seen through from behind."""
        frame = frame_of_prop(prop)
        half = Vec(prop.width / 2, prop.height, 0.0)
        surface = Surface(prop.at, frame.left, UP, prop.facing, half.x, _WALL_FADE)
        within = self._standing(prop.at, frame, (half.x, prop.at.z, prop.at.z + half.y))
        top = Top(surface, half, within)
        soft = max(1.0, self._view.scale * _WALL_PIXEL)
        plane = self._fading(prop, self._colours.wall, (0.02, prop.height), _WALL_FADE)
        foot = self._fading(prop, self._colours.wall_foot, (0.0, _WALL_FOOT), 0.0)
        foot = replace(foot, depth=plane.depth + 0.001)
        return replace(plane, top=top, soft=soft), foot

    def _fading(self, prop: Prop, colour: QColor, rise: tuple[float, float], lower: float) -> Piece:
        """Return a part of a wall; `lower` is by how much its upper edge fades, in metres."""
        frame = frame_of_prop(prop)
        strength = 1.0 if prop.facing.dot(self._view.toward) > 0.0 else _SEEN_THROUGH
        low, high = (prop.at.z + z for z in rise)
        fills = []
        for layer in range(_WALL_LAYERS):
            share = layer / (_WALL_LAYERS - 1)
            spread = (prop.width / 2 - _WALL_FADE * share, low, high - lower * share)
            # Each layer over the ones before adds as much again to what is seen.
            part = strength / (_WALL_LAYERS - strength * layer)
            fills.append(Fill(self._standing(prop.at, frame, spread), _thin(colour, part)))
        corners = tuple(
            prop.at.plus(frame.left, sign * prop.width / 2).plus(UP, z)
            for sign in (1.0, -1.0)
            for z in rise
        )
        planes = (Plane(prop.at, prop.facing), Plane(prop.at, prop.facing.times(-1.0)))
        depth = sum(self._view.depth(corner) for corner in corners) / 4
        bounds = fills[0].outline.boundingRect()
        return Piece(tuple(fills), planes, corners, depth, bounds, self._view)

    def _standing(self, at: Vec, frame: Frame, spread: tuple[float, float, float]) -> QPolygonF:
        """Return an upright rectangle; `spread`: half its width, its lower and its upper edge."""
        half, low, high = spread
        left, right = at.plus(frame.left, half), at.plus(frame.left, -half)
        points = [
            Vec(a.x, a.y, z) for a, z in ((left, low), (left, high), (right, high), (right, low))
        ]
        return QPolygonF([self._view.point(point) for point in points])

    def chair(self, prop: Prop) -> tuple[Piece, ...]:
        """Return a plain wooden chair; `at` is the middle of the front edge of its seat."""
        model, wood, frame = self._model, self._colours.wood, frame_of_prop(prop)
        deep, wide, top = prop.length, prop.width / 2, prop.height
        seat = Vec(deep / 2, wide, _SEAT_THICK / 2)
        middle = spot_of(prop, -deep / 2, 0.0, top - _SEAT_THICK / 2)
        pieces = [model.seat(middle, frame, seat, wood, 0.012)]
        for back, side in ((0.045, 1.0), (0.045, -1.0), (deep - 0.035, 1.0), (deep - 0.035, -1.0)):
            high = spot_of(prop, -back, side * (wide - 0.030), top - _SEAT_THICK)
            lean = 0.025 if back > deep / 2 else -0.012
            low = spot_of(prop, -back - lean, side * (wide - 0.022), _LEG * 0.7)
            pieces.append(model.rod(high, low, (_LEG * 1.05, _LEG * 0.75), wood))
        for side in (1.0, -1.0):
            low = spot_of(prop, 0.026 - deep, side * (wide - 0.030), top + 0.006)
            high = spot_of(prop, 0.026 - deep - _BACK_LEAN, side * (wide - 0.030), top + _BACK_HIGH)
            pieces.append(model.rod(low, high, (_LEG, _LEG * 0.85), wood))
        leaning = frame.pitched(-9.2)
        board = spot_of(prop, 0.034 - deep - 0.78 * _BACK_LEAN, 0.0, top + 0.80 * _BACK_HIGH)
        pieces.append(model.block(board, leaning, Vec(0.010, wide - 0.012, 0.092), wood, 0.010))
        return tuple(pieces)

    def desk(self, prop: Prop) -> tuple[Piece, ...]:
        """Return a table; `at` is the middle of the edge that looks to the body."""
        model, colours, frame = self._model, self._colours, frame_of_prop(prop)
        deep, wide, top = prop.length, prop.width / 2, prop.height
        board = Vec(deep / 2, wide, _DESK_THICK / 2)
        middle = spot_of(prop, -deep / 2, 0.0, top - _DESK_THICK / 2)
        pieces = [model.seat(middle, frame, board, colours.wood, 0.008)]
        tall = (top - _DESK_THICK) / 2
        for back in (0.07, deep - 0.07):
            for side in (1.0, -1.0):
                at = spot_of(prop, -back, side * (wide - 0.07), tall)
                leg = Vec(_DESK_LEG, _DESK_LEG, tall)
                pieces.append(model.block(at, frame, leg, colours.iron, 0.006))
        return tuple(pieces)

    def bench(self, prop: Prop) -> tuple[Piece, ...]:
        """Return an upholstered bench; `at` is the middle of the edge that looks to the body."""
        model, fabric, frame = self._model, self._colours.fabric, frame_of_prop(prop)
        deep, wide = prop.length / 2, prop.width / 2
        thick = min(_PADDING, prop.height / 2)
        low = Vec(deep - 0.012, wide - 0.012, (prop.height - thick) / 2)
        pad = Vec(deep, wide, thick / 2)
        above = spot_of(prop, -deep, 0.0, prop.height - thick / 2)
        below = spot_of(prop, -deep, 0.0, low.z)
        return (
            model.block(below, frame, low, fabric, 0.016),
            model.seat(above, frame, pad, fabric, 0.034),
        )

    def step(self, prop: Prop) -> tuple[Piece, ...]:
        """Return a step with a soft top; `at` is its middle."""
        model, colours, frame = self._model, self._colours, frame_of_prop(prop)
        deep, wide = prop.length / 2, prop.width / 2
        thick = min(_STEP_TOP, prop.height / 3)
        low = Vec(deep - 0.015, wide - 0.015, (prop.height - thick) / 2)
        plate = Vec(deep, wide, thick / 2)
        above = spot_of(prop, 0.0, 0.0, prop.height - thick / 2)
        return (
            model.block(spot_of(prop, 0.0, 0.0, low.z), frame, low, colours.fabric, 0.010),
            model.seat(above, frame, plate, colours.foam, 0.012),
        )

    def roller(self, prop: Prop) -> tuple[Piece, ...]:
        """Return a foam roller; `at` is the middle of its axis."""
        start, end = axis_of(prop)
        return (self._model.drum(start, end, prop.height / 2, self._colours.foam),)

    def block(self, prop: Prop) -> tuple[Piece, ...]:
        """Return a yoga block; `at` is its middle."""
        return (self._whole(prop, self._colours.foam, 0.010),)

    def cushion(self, prop: Prop) -> tuple[Piece, ...]:
        """Return a cushion; `at` is its middle."""
        half = Vec(prop.length / 2, prop.width / 2, prop.height / 2)
        middle = spot_of(prop, 0.0, 0.0, half.z)
        return (self._model.pillow(middle, frame_of_prop(prop), half, self._colours.fabric),)

    def towel(self, prop: Prop) -> tuple[Piece, ...]:
        """Return a folded towel, layer upon layer; `at` is its middle. Or a slung one."""
        if prop.line:
            return self.worn(prop)
        frame, thick = frame_of_prop(prop), prop.height / _LAYERS
        half = Vec(prop.length / 2, prop.width / 2, thick / 2)
        return tuple(
            self._model.seat(
                spot_of(prop, 0.0, 0.0, thick * (layer + 0.5)),
                frame,
                half,
                self._colours.fabric,
                0.45 * thick,
            )
            for layer in range(_LAYERS)
        )

    def worn(self, prop: Prop) -> tuple[Piece, ...]:
        """Return a thing that the body carries."""
        return worn_pieces(prop, self._model, self._colours)

    def kettlebell(self, prop: Prop) -> tuple[Piece, ...]:
        """Return a kettlebell that hangs from the middle of its handle."""
        model, iron = self._model, self._colours.iron
        across, radius = frame_of_prop(prop).left, prop.width / 2
        middle = ball_of(prop)
        top, foot = prop.at.z, middle.z + 0.80 * radius
        points = []
        for bend in range(_HANDLE_BENDS + 1):
            turn = pi * (1.15 - 1.30 * bend / _HANDLE_BENDS)
            wide, rise = 1.15 * HANDLE_HALF * cos(turn), max(0.0, sin(turn)) ** 0.55
            at = Vec(prop.at.x, prop.at.y, foot + (top - foot) * rise)
            points.append(at.plus(across, wide))
        return model.arch(points, HANDLE_RADIUS, iron), model.ball(middle, radius, iron)

    def _whole(self, prop: Prop, stuff: Stuff, soft: float) -> Piece:
        frame = frame_of_prop(prop)
        half = Vec(prop.length / 2, prop.width / 2, prop.height / 2)
        middle = spot_of(prop, 0.0, 0.0, half.z)
        return self._model.seat(middle, frame, half, stuff, soft)


_MAKERS: Final[Mapping[PropKind, Callable[[_Maker, Prop], tuple[Piece, ...]]]] = {
    PropKind.WALL: _Maker.wall,
    PropKind.DESK: _Maker.desk,
    PropKind.CHAIR: _Maker.chair,
    PropKind.BENCH: _Maker.bench,
    PropKind.STEP: _Maker.step,
    PropKind.BLOCK: _Maker.block,
    PropKind.CUSHION: _Maker.cushion,
    PropKind.ROLLER: _Maker.roller,
    PropKind.KETTLEBELL: _Maker.kettlebell,
    PropKind.TOWEL: _Maker.towel,
    PropKind.STRAP: _Maker.worn,
    PropKind.BAND: _Maker.worn,
    PropKind.STICK: _Maker.worn,
    PropKind.DUMBBELL: _Maker.worn,
}


def _in_hand(prop: Prop) -> bool:
    """Tell whether fingers are closed around a thing: a weight on the hips only rests there."""
    return prop.kind is PropKind.KETTLEBELL or prop.on[:1] in {("left_hand",), ("right_hand",)}


def _thin(colour: QColor, strength: float) -> QColor:
    thinned = QColor(colour)
    thinned.setAlphaF(strength)
    return thinned
