"""Where the parts of a thing are."""

from typing import assert_never

from coreapp.domain.figure.contacts import HANDLE_RADIUS
from coreapp.domain.figure.props import Prop, PropKind
from coreapp.domain.figure.vectors import UP, Frame, Vec


def frame_of_prop(prop: Prop) -> Frame:
    """Return how a thing is turned."""
    return Frame(prop.facing, UP.cross(prop.facing), UP)


def spot_of(prop: Prop, ahead: float, side: float, rise: float) -> Vec:
    """Return a point of a thing: metres along its facing, to its left, and above its lower side."""
    frame = frame_of_prop(prop)
    return prop.at.plus(frame.forward, ahead).plus(frame.left, side).plus(UP, rise)


def axis_of(prop: Prop) -> tuple[Vec, Vec]:
    """Return the ends of a roller's axis."""
    across = frame_of_prop(prop).left
    return prop.at.plus(across, prop.width / 2), prop.at.plus(across, -prop.width / 2)


def ball_of(prop: Prop) -> Vec:
    """Return the middle of a kettlebell's ball: its lowest point is its height below its handle."""
    return prop.at.plus(UP, HANDLE_RADIUS - prop.height + prop.width / 2)


def reach_of(prop: Prop) -> tuple[Vec, ...]:
    """Return the points of a thing that a picture has to show; a wall runs out of it."""
    wide = prop.width / 2
    match prop.kind:
        case PropKind.WALL | PropKind.STRAP | PropKind.BAND | PropKind.STICK | PropKind.DUMBBELL:
            return prop.line
        case PropKind.DESK | PropKind.BENCH:
            return _corners(prop, (-prop.length, 0.0), wide, (0.0, prop.height))
        case PropKind.CHAIR:
            return _corners(prop, (-prop.length - 0.05, 0.0), wide, (0.0, prop.height + 0.44))
        case PropKind.ROLLER | PropKind.KETTLEBELL:
            radius = prop.height / 2 if prop.kind is PropKind.ROLLER else wide
            low = -radius if prop.kind is PropKind.ROLLER else HANDLE_RADIUS - prop.height
            return _corners(prop, (-radius, radius), wide, (low, radius))
        case PropKind.MAT | PropKind.STEP | PropKind.BLOCK | PropKind.CUSHION | PropKind.TOWEL:
            half = prop.length / 2
            return prop.line or _corners(prop, (-half, half), wide, (0.0, prop.height))
        case _:
            assert_never(prop.kind)


def _corners(
    prop: Prop, along: tuple[float, float], wide: float, rise: tuple[float, float]
) -> tuple[Vec, ...]:
    return tuple(
        spot_of(prop, ahead, side, high)
        for ahead in along
        for side in (-wide, wide)
        for high in rise
    )
