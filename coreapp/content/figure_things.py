"""The things around a figure, from its file; lengths in metres."""

from collections.abc import Iterable
from typing import Final

from coreapp.content.figure_schema import PropFile
from coreapp.domain.errors import ContentError
from coreapp.domain.figure.carried import fits
from coreapp.domain.figure.parts import both_sides
from coreapp.domain.figure.props import Prop, PropKind
from coreapp.domain.figure.vectors import Vec

# Height, length along where it faces, width. Desk and chair are as high as in
# EN 527-1 and EN 1335-1, and small, so that the body stays large;
# the others are as such things are commonly sold.
_SIZES: Final = {
    PropKind.MAT: (0.006, 1.80, 0.61),
    PropKind.WALL: (2.20, 0.08, 1.50),
    PropKind.DESK: (0.72, 0.60, 1.00),
    PropKind.CHAIR: (0.44, 0.42, 0.42),
    PropKind.BENCH: (0.42, 0.45, 0.90),
    PropKind.STEP: (0.10, 0.40, 0.60),
    PropKind.BLOCK: (0.10, 0.15, 0.23),
    PropKind.CUSHION: (0.08, 0.40, 0.40),
    PropKind.ROLLER: (0.146, 0.146, 0.45),
    PropKind.KETTLEBELL: (0.24, 0.17, 0.17),
    PropKind.TOWEL: (0.05, 0.30, 0.42),
    PropKind.STRAP: (0.014, 1.80, 0.014),
    PropKind.BAND: (0.050, 0.60, 0.008),
    PropKind.STICK: (0.026, 1.25, 0.026),
    PropKind.DUMBBELL: (0.075, 0.22, 0.075),
}
_SLUNG_TOWEL: Final = (0.030, 1.40, 0.030)


def make_props(files: Iterable[PropFile], file: str, place: str) -> tuple[Prop, ...]:
    """Make the things of a figure.

    Raises:
        ContentError: two have the same name, one looks nowhere, or the body cannot carry it so.
    """
    props: dict[str, Prop] = {}
    for number, read in enumerate(files, 1):
        key = f"{place}.props[{number}]"
        name = read.name or read.kind.value
        if name in props:
            raise ContentError(file, f"{key}.name", f"{name!r} is there twice.", "Name each.")
        facing = Vec(*read.facing, 0.0)
        if facing.length() == 0.0:
            raise ContentError(file, f"{key}.facing", "looks nowhere.", "Write e.g. [-1, 0].")
        on = tuple(part for word in read.on for part in both_sides(word))
        if not fits(read.kind, on):
            raise ContentError(
                file, f"{key}.on", f"does not carry a {read.kind.value}.", "See assets/README.md."
            )
        slung = bool(on) and read.kind is PropKind.TOWEL
        height, length, width = _SLUNG_TOWEL if slung else _SIZES[read.kind]
        at = Vec(*read.at)
        if read.kind is PropKind.ROLLER and at.z == 0.0:
            at = at._replace(z=(read.height or height) / 2)
        props[name] = Prop(
            kind=read.kind,
            name=name,
            at=at,
            height=height if read.height is None else read.height,
            facing=facing.unit(),
            length=length if read.length is None else read.length,
            width=width if read.width is None else read.width,
            on=on,
        )
    return tuple(props.values())
