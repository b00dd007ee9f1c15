"""What a body is coloured with, taken from the theme."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QBrush, QColor

from coreapp.ui.drawing.levels import LEVEL_SETS, Levels
from coreapp.ui.drawing.room import RoomColours, room_colours
from coreapp.ui.theme.stylesheet import mixed
from coreapp.ui.theme.tokens import Tokens

FAR_STEPS: Final = 12
"""How finely a limb darkens on its way behind the trunk."""


@dataclass(frozen=True, slots=True, eq=False)
class Shades:
    """The brushes of one material at one distance; limbs are kept by them.

    Attributes:
        rim: what parts it from what lies behind it.
        brushes: from its shaded edge to its light, one for each level of a set.
    """

    rim: QBrush
    brushes: Mapping[Levels, tuple[QBrush, ...]]

    def of(self, levels: Levels) -> tuple[QBrush, ...]:
        """Return the brushes of one of `LEVEL_SETS`."""
        return self.brushes[levels]


Material = tuple[Shades, ...]
"""The shades of a material from near (first) to far (last)."""


@dataclass(frozen=True, slots=True)
class FigureColours:
    """All colours of a figure and of the room it is in.

    Attributes:
        outline: the line around the whole body.
        muscle: what working muscles are tinted with.
    """

    top: Material
    leg: Material
    skin: Material
    hair: Material
    outline: QColor
    muscle: QColor
    room: RoomColours


SKINS: Final = ("#F1C9A5", "#DDA681", "#B37A54", "#7A4E38")
"""From the lightest to the darkest skin."""
USUAL_SKIN: Final = 1
_HAIR: Final = (("#6B4A33", "#8A6446"), ("#43302A", "#735442"), ("#2E2320", "#5E463A"))
_HAIR_OF_SKIN: Final = (0, 1, 2, 2)
_INK: Final = QColor("#2A2238")
_SHADE_INK: Final = QColor("#2B2440")
_DEEP: Final = QColor("#0C0914")
_LIGHT: Final = QColor("#FFF6E6")
_FAR: Final = 0.26
_FULL: Final = 0.75
"""The share of light that shows a material in its own colour."""
_BRIGHTEST: Final = 1.12


def figure_colours(tokens: Tokens, skin: int = USUAL_SKIN) -> FigureColours:
    """Return the materials in a theme's colours; `skin` is an index of `SKINS`."""
    hair = _HAIR[_HAIR_OF_SKIN[skin]][1 if tokens.dark else 0]
    return FigureColours(
        top=_material(tokens.f_top),
        leg=_material(tokens.f_leg),
        skin=_material(QColor(SKINS[skin])),
        hair=_material(QColor(hair)),
        outline=_INK,
        muscle=tokens.f_mus,
        room=room_colours(tokens),
    )


def _material(base: QColor) -> Material:
    far = mixed(base, _INK, 0.7)
    return tuple(
        _shades(mixed(base, far, _FAR * step / (FAR_STEPS - 1))) for step in range(FAR_STEPS)
    )


def _shades(base: QColor) -> Shades:
    """Return a material: shade 32 % towards violet ink, light 16 % towards warm white.

    What is itself as dark as the ink gets a deeper shade, else it would have no form, and less
    light, else it would look wet.
    """
    dark = 1.0 - min(1.0, base.lightnessF() / 0.45)
    shade = mixed(base, mixed(_SHADE_INK, _DEEP, dark), 0.32 + 0.10 * dark)
    light = mixed(base, _LIGHT, 0.15 - 0.05 * dark)
    return Shades(
        rim=QBrush(mixed(base, _INK, 0.62)),
        brushes={levels: _brushes(shade, base, light, levels) for levels in LEVEL_SETS},
    )


def _brushes(shade: QColor, base: QColor, light: QColor, levels: Levels) -> tuple[QBrush, ...]:
    return tuple(QBrush(_lit(shade, base, light, level.share)) for level in levels)


def _lit(shade: QColor, base: QColor, light: QColor, share: float) -> QColor:
    if share <= _FULL:
        return mixed(shade, base, share / _FULL)
    return mixed(base, light, min(1.0, (share - _FULL) / (_BRIGHTEST - _FULL)))
