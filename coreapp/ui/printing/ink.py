"""What a sheet is written with: lengths, sizes of type, and the light colours."""

from enum import StrEnum
from typing import Final

from PySide6.QtGui import QColor, QFont

from coreapp.ui.theme.fonts import Fonts
from coreapp.ui.theme.tokens import Tokens

UNITS_PER_INCH: Final = 720
"""A sheet is laid out in tenths of a point: fonts have whole sizes, and lines break in the same
places whatever they are painted on."""

LARGEST: Final = 1.5
"""Text grows with the text size of the program, but not further than paper bears."""


def mm(length: float) -> float:
    """Return millimetres in units of a sheet."""
    return length * UNITS_PER_INCH / 25.4


class Print(StrEnum):
    """The steps of the type scale on paper."""

    TITLE = "title"
    NAME = "name"
    HEADING = "heading"
    BODY = "body"
    STRONG = "strong"
    SMALL = "small"
    SMALL_STRONG = "small_strong"


_POINTS: Final = {
    Print.TITLE: 22.0,
    Print.NAME: 13.0,
    Print.HEADING: 11.0,
    Print.BODY: 9.5,
    Print.STRONG: 9.5,
    Print.SMALL: 8.0,
    Print.SMALL_STRONG: 8.0,
}
_PLAIN: Final = frozenset({Print.BODY, Print.SMALL})
_TIGHT: Final = {Print.TITLE: -2.0, Print.NAME: -1.0}
"""Letter spacing as a percentage of the size: large type stands too loose otherwise."""


class Ink:
    """Colours and fonts of a sheet, which are the same whatever the theme on the screen is."""

    def __init__(self, tokens: Tokens, fonts: Fonts) -> None:
        """Write with the light theme's `tokens`, in the family and at the size of `fonts`."""
        self.tokens = tokens
        self._family = fonts.family
        self._factor = min(LARGEST, max(1.0, fonts.factor))

    @property
    def is_enlarged(self) -> bool:
        """Whether the person wants larger text than usual."""
        return self._factor > 1.0

    def font(self, step: Print) -> QFont:
        """Return the font of a step, in units of a sheet."""
        size = _POINTS[step] * self._factor * UNITS_PER_INCH / 72
        font = QFont(self._family)
        font.setPixelSize(round(size))
        # Hinting fits letters to the dots of a screen; on paper it would only shift them.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setWeight(QFont.Weight.Normal if step in _PLAIN else QFont.Weight.DemiBold)
        if step in _TIGHT:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, size * _TIGHT[step] / 100)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def colour(self, name: str) -> QColor:
        """Return the light theme's colour of that name."""
        return self.tokens.colour(name)
