"""The type scale on the system's own font."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from PySide6.QtGui import QFont, QFontMetricsF


class Type(StrEnum):
    """The steps of the scale; what each is for is said by its name."""

    CAPTION = "caption"
    CAPTION_STRONG = "caption_strong"
    BODY = "body"
    BODY_STRONG = "body_strong"
    READING = "reading"
    TITLE = "title"
    HEADING = "heading"
    PAGE = "page"
    FIGURE = "figure"
    DISTANCE_LINE = "distance_line"
    DISTANCE_NAME = "distance_name"


@dataclass(frozen=True, slots=True)
class TypeStep:
    """One step: pixels at 100 %, weight, and letter spacing as a percentage of the size."""

    pixels: int
    weight: QFont.Weight
    spacing: float


SCALE: Final[dict[Type, TypeStep]] = {
    Type.CAPTION: TypeStep(12, QFont.Weight.Normal, 0),
    Type.CAPTION_STRONG: TypeStep(12, QFont.Weight.DemiBold, 0),
    Type.BODY: TypeStep(14, QFont.Weight.Normal, 0),
    Type.BODY_STRONG: TypeStep(14, QFont.Weight.DemiBold, 0),
    Type.READING: TypeStep(16, QFont.Weight.Normal, 0),
    Type.TITLE: TypeStep(16, QFont.Weight.DemiBold, -0.6),
    Type.HEADING: TypeStep(20, QFont.Weight.DemiBold, -1.2),
    Type.PAGE: TypeStep(28, QFont.Weight.DemiBold, -2),
    Type.FIGURE: TypeStep(40, QFont.Weight.DemiBold, -3),
    Type.DISTANCE_LINE: TypeStep(48, QFont.Weight.Medium, 0),
    Type.DISTANCE_NAME: TypeStep(88, QFont.Weight.Bold, -2.5),
}


@dataclass(frozen=True, slots=True)
class Fonts:
    """Fonts of the scale on `family`, all enlarged by `factor` (1.0 is 100 %).

    What was made once is kept: a calendar that paints itself asks four hundred times.
    """

    family: str
    factor: float = 1.0
    _made: dict[tuple[float, QFont.Weight, float], QFont] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _heights: dict[Type, float] = field(default_factory=dict, init=False, repr=False, compare=False)
    _larger: dict[float, "Fonts"] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def enlarged(self, times: float) -> "Fonts":
        """Return fonts that are so many times as large, where there is more room than usual."""
        if times == 1:
            return self
        if times not in self._larger:
            self._larger[times] = Fonts(self.family, self.factor * times)
        return self._larger[times]

    def pixels(self, size: float) -> int:
        """Return a length that belongs to text, enlarged with it."""
        return round(size * self.factor)

    def font(self, step: Type) -> QFont:
        """Return the font of a step, with digits of equal width where the font has them."""
        scale = SCALE[step]
        return self.sized(scale.pixels, scale.weight, scale.spacing)

    def sized(self, pixels: float, weight: QFont.Weight, spacing: float = 0) -> QFont:
        """Return a font of any size, for figures outside the scale; pixels at 100 %."""
        key = (pixels, weight, spacing)
        if key not in self._made:
            self._made[key] = self._make(pixels, weight, spacing)
        return QFont(self._made[key])  # whoever gets it may change it

    def _make(self, pixels: float, weight: QFont.Weight, spacing: float) -> QFont:
        font = QFont(self.family)
        font.setPixelSize(max(1, self.pixels(pixels)))
        font.setWeight(weight)
        if spacing:
            extra = pixels * self.factor * spacing / 100
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, extra)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def line_height(self, step: Type) -> float:
        """Return the height of a line of that step, in pixels."""
        if step not in self._heights:
            self._heights[step] = QFontMetricsF(self.font(step)).height()
        return self._heights[step]
