"""The named colours of a theme, read from its file.

Everything that paints takes its colours from one `Tokens`; nothing else knows a colour value.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final

from PySide6.QtGui import QColor

from coreapp.domain.errors import ContentError

LIGHT: Final = "light"
DARK: Final = "dark"
CONTRAST: Final = "contrast"
DISTANCE_FILE: Final = "distance.toml"


@dataclass(frozen=True, slots=True)
class DistanceColours:
    """The saturated grounds of the player seen from across the room, and their text."""

    ready_bg: QColor
    ready_tide: QColor
    work_bg: QColor
    work_tide: QColor
    rest_bg: QColor
    rest_tide: QColor
    done_bg: QColor
    done_tide: QColor
    text: QColor
    text2: QColor


@dataclass(frozen=True, slots=True)
class Tokens:
    """All colours of one theme; the names say what a colour means, not what it looks like.

    Attributes:
        name: the theme's name, such as `light`; part of every pixmap cache key.
        dark: whether the grounds are darker than the ink.
    """

    name: str
    dark: bool
    distance: DistanceColours
    ground: QColor
    card: QColor
    stage: QColor
    sidebar: QColor
    field: QColor
    control: QColor
    hover: QColor
    selected: QColor
    ink: QColor
    ink2: QColor
    ink3: QColor
    line: QColor
    border: QColor
    accent: QColor
    accent_hover: QColor
    accent_press: QColor
    on_accent: QColor
    accent_soft: QColor
    accent_text: QColor
    ready: QColor
    ready_text: QColor
    ready_soft: QColor
    rest: QColor
    rest_text: QColor
    rest_soft: QColor
    done: QColor
    done_text: QColor
    done_soft: QColor
    danger: QColor
    danger_soft: QColor
    ready_ground: QColor
    ready_tide: QColor
    work_ground: QColor
    work_tide: QColor
    rest_ground: QColor
    rest_tide: QColor
    done_ground: QColor
    done_tide: QColor
    track: QColor
    away: QColor
    heat0: QColor
    heat1: QColor
    heat2: QColor
    heat3: QColor
    heat4: QColor
    mat: QColor
    mat_edge: QColor
    floor_glow: QColor
    shadow: QColor
    wall: QColor
    wood: QColor
    fabric: QColor
    foam: QColor
    iron: QColor
    arrow: QColor
    f_top: QColor
    f_top_far: QColor
    f_leg: QColor
    f_leg_far: QColor
    f_skin: QColor
    f_skin_far: QColor
    f_hair: QColor
    f_mus: QColor

    @property
    def strong(self) -> bool:
        """Whether lines stand where other themes let grounds of different colours meet."""
        return self.name == CONTRAST

    def colour(self, name: str) -> QColor:
        """Return a copy of the colour of that name, free to be changed.

        Raises:
            AttributeError: there is no such colour.
        """
        return QColor(getattr(self, name))


def load_tokens(folder: Path, name: str) -> Tokens:
    """Read the theme `name` from `folder`, with the distance colours that all themes share.

    Raises:
        ContentError: a file is missing or malformed, or a colour is missing, unknown or wrong.
    """
    distance = _colours(folder / DISTANCE_FILE, _names(DistanceColours))
    colours = _colours(folder / f"{name}.toml", _names(Tokens) - {"name", "dark", "distance"})
    dark = colours["ground"].lightnessF() < colours["ink"].lightnessF()
    return Tokens(name=name, dark=dark, distance=DistanceColours(**distance), **colours)


def _names(kind: type[Tokens] | type[DistanceColours]) -> frozenset[str]:
    return frozenset(field.name for field in fields(kind))


def _colours(file: Path, names: frozenset[str]) -> dict[str, QColor]:
    document = _read(file)
    for key in document.keys() - names:
        raise ContentError(file.name, key, "is not a colour of a theme.", "Remove the line.")
    for key in names - document.keys():
        remedy = 'Add it, for example: name = "#808080".'
        raise ContentError(file.name, key, "is missing.", remedy)
    return {key: _colour(file, key, value) for key, value in document.items()}


def _read(file: Path) -> Mapping[str, object]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        remedy = "Restore the file from the installation."
        raise ContentError(file.name, "file", f"cannot be read ({error}).", remedy) from error


def _colour(file: Path, key: str, value: object) -> QColor:
    colour = QColor(value) if isinstance(value, str) and value.startswith("#") else QColor()
    if not colour.isValid():
        raise ContentError(file.name, key, f"{value!r} is not a colour.", 'Write it as "#RRGGBB".')
    return colour
