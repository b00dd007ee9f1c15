"""The table `figure` of an exercise's file, as it is written; lengths in metres."""

from math import inf
from typing import Annotated

from msgspec import Meta, Struct

from coreapp.domain.figure.props import PropKind

Seconds = Annotated[float, Meta(ge=0, le=120)]


class PropFile(Struct, frozen=True, forbid_unknown_fields=True):
    """A thing; what is left out is as usual for its kind."""

    kind: PropKind
    at: tuple[float, float, float] = (0.0, 0.0, 0.0)
    name: str = ""
    facing: tuple[float, float] = (-1.0, 0.0)
    height: float | None = None
    length: float | None = None
    width: float | None = None
    on: tuple[str, ...] = ()


class KeyFile(Struct, frozen=True, forbid_unknown_fields=True):
    """A key pose in time."""

    pose: str
    move: Seconds = 0
    hold: Seconds = 0
    step: Annotated[int, Meta(ge=0, le=12)] = 0


class InvariantFile(Struct, frozen=True, forbid_unknown_fields=True):
    """Something that holds of the movement."""

    check: str
    of: tuple[str, ...]
    least: float = -inf
    most: float = inf
    during: tuple[str, ...] = ()


class SequenceFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The movement of one level."""

    keys: Annotated[tuple[KeyFile, ...], Meta(min_length=1)]
    camera: tuple[float, float] | None = None
    mat: bool | None = None
    props: tuple[PropFile, ...] | None = None
    arrows: tuple[str, ...] | None = None
    focus: tuple[str, ...] | None = None
    invariants: tuple[InvariantFile, ...] = ()


class FigureFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The table `figure` of an exercise's file."""

    camera: tuple[float, float]
    keys: Annotated[tuple[KeyFile, ...], Meta(min_length=1)]
    invariants: Annotated[tuple[InvariantFile, ...], Meta(min_length=2)]
    side: str = "right"
    turns: bool = False
    mat: bool = False
    props: tuple[PropFile, ...] = ()
    arrows: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    poses: dict[str, dict[str, object]] = {}
    levels: dict[str, SequenceFile] = {}
