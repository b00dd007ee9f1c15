"""What a figure is coloured with, taken from the theme."""

from dataclasses import dataclass

from PySide6.QtGui import QColor

from coreapp.ui.theme.stylesheet import mixed
from coreapp.ui.theme.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Cloth:
    """One material: its colour, and the colours of its shade, its light and its rim."""

    base: QColor
    shade: QColor
    light: QColor
    rim: QColor


@dataclass(frozen=True, slots=True)
class FigureColours:
    """All materials of a figure, near and far."""

    top: Cloth
    top_far: Cloth
    leg: Cloth
    leg_far: Cloth
    skin: Cloth
    skin_far: Cloth
    hair: Cloth
    mat: QColor
    mat_edge: QColor
    shadow: QColor


_SHADE_INK = QColor("#2B2440")
_LIGHT = QColor("#FFF6E6")


def figure_colours(tokens: Tokens) -> FigureColours:
    """Return the materials in a theme's colours."""
    return FigureColours(
        top=_cloth(tokens.f_top),
        top_far=_cloth(tokens.f_top_far),
        leg=_cloth(tokens.f_leg),
        leg_far=_cloth(tokens.f_leg_far),
        skin=_cloth(tokens.f_skin),
        skin_far=_cloth(tokens.f_skin_far),
        hair=_cloth(tokens.f_hair),
        mat=tokens.mat,
        mat_edge=tokens.mat_edge,
        shadow=tokens.shadow,
    )


def _cloth(base: QColor) -> Cloth:
    """Return a material: shade 26 % towards violet ink, light 12 % towards warm white."""
    return Cloth(
        base=base,
        shade=mixed(base, _SHADE_INK, 0.26),
        light=mixed(base, _LIGHT, 0.12),
        rim=mixed(base, _SHADE_INK, 0.55),
    )
