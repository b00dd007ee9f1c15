"""The things that a body carries, along the line on which it carries them."""

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Final

from coreapp.domain.figure.props import Prop, PropKind
from coreapp.ui.drawing.pieces import Piece
from coreapp.ui.drawing.room import RoomColours, Stuff
from coreapp.ui.drawing.solids import Modeller

_GRIP: Final = 0.014
_HEAD: Final = 0.075
_HEAD_SHARE: Final = 0.31
"""How long the heads of a dumbbell are: in metres, and as a share of all of it at most."""
_LEAST: Final = 1e-6


def worn_pieces(prop: Prop, model: Modeller, colours: RoomColours) -> tuple[Piece, ...]:
    """Return what a carried thing is made of."""
    return _MAKERS[prop.kind](prop, model, colours)


def _dumbbell(prop: Prop, model: Modeller, colours: RoomColours) -> tuple[Piece, ...]:
    """Return a grip between two heads."""
    start, end = prop.line
    share = min(_HEAD / prop.length, _HEAD_SHARE)
    inner = start.towards(end, share), end.towards(start, share)
    grip = model.rod(*inner, (_GRIP, _GRIP), colours.iron)
    heads = (
        model.drum(outer, at, prop.width / 2, colours.foam, hole=False)
        for outer, at in ((start, inner[0]), (end, inner[1]))
    )
    return grip, *heads


def _stick(prop: Prop, model: Modeller, colours: RoomColours) -> tuple[Piece, ...]:
    start, end = prop.line
    radius = prop.width / 2
    return (model.rod(start, end, (radius, radius), colours.wood),)


def _strap(prop: Prop, model: Modeller, colours: RoomColours) -> tuple[Piece, ...]:
    return _cord(prop, model, colours.foam)


def _towel(prop: Prop, model: Modeller, colours: RoomColours) -> tuple[Piece, ...]:
    """Return a towel around a foot, or one that lies over the hips."""
    if prop.on[0] == "left_hip":
        return _sheets(prop, model, colours.fabric)
    return _cord(prop, model, colours.fabric)


def _cord(prop: Prop, model: Modeller, stuff: Stuff) -> tuple[Piece, ...]:
    """Return a thing that is drawn taut from point to point."""
    radius = prop.height / 2
    return tuple(
        model.rod(start, end, (radius, radius), stuff)
        for start, end in pairwise(prop.line)
        if end.minus(start).length() > _LEAST
    )


def _band(prop: Prop, model: Modeller, colours: RoomColours) -> tuple[Piece, ...]:
    return _sheets(prop, model, colours.foam)


def _sheets(prop: Prop, model: Modeller, stuff: Stuff) -> tuple[Piece, ...]:
    """Return a flat, bent thing: a sheet for each of its parts, as high as it is broad."""
    line = prop.line
    across = line[1].minus(line[0]).cross(line[len(line) // 2].minus(line[0])).unit()
    up, down = across.times(prop.height / 2), across.times(-prop.height / 2)
    return tuple(
        model.sheet((one.plus(down), other.plus(down), other.plus(up), one.plus(up)), stuff)
        for one, other in pairwise(line)
    )


_MAKERS: Final[Mapping[PropKind, Callable[[Prop, Modeller, RoomColours], tuple[Piece, ...]]]] = {
    PropKind.DUMBBELL: _dumbbell,
    PropKind.STICK: _stick,
    PropKind.STRAP: _strap,
    PropKind.TOWEL: _towel,
    PropKind.BAND: _band,
}
