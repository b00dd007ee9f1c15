"""Fills: a colour with a pattern, so that no two can be told apart by colour alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from coreapp.services.charts import Series, Tone
from coreapp.ui.charts.look import ChartLook
from coreapp.ui.theme.edges import paint_ground
from coreapp.ui.theme.stylesheet import mixed
from coreapp.ui.theme.tokens import Tokens

_PERIOD: Final = 5.0
"""From one line of a pattern to the next, in pixels."""
_LINE: Final = 1.0
_NARROW: Final = 10.0
"""What is not so wide has no round corners: they would be all that one sees of it."""
_THIN: Final = 5.0
"""What is not so wide has no pattern but its tint alone, for the same reason."""


class Pattern(StrEnum):
    """What a fill looks like without its colour."""

    SOLID = "solid"
    HOLLOW = "hollow"
    RISING = "rising"
    FALLING = "falling"
    LEVEL = "level"
    UPRIGHT = "upright"


_TINTS: Final = {
    Pattern.RISING: 0.45,
    Pattern.LEVEL: 0.34,
    Pattern.FALLING: 0.24,
    Pattern.UPRIGHT: 0.14,
    Pattern.HOLLOW: 0.0,
}
"""Of the ink, so much is in the ground of a pattern."""


@dataclass(frozen=True, slots=True)
class Swatch:
    """How a series is filled: a named colour and a pattern."""

    colour: str
    pattern: Pattern = Pattern.SOLID

    def ink(self, tokens: Tokens) -> QColor:
        """Return its colour in a theme."""
        return tokens.colour(self.colour)


_CORE: Final = Swatch("heat3")
_SWATCHES: Final = {
    # Ember is effort at the core of the body and nothing else; sitting is blue-grey.
    Tone.CORE: _CORE,
    Tone.STRENGTH: Swatch("ink3"),
    Tone.MOBILITY: Swatch("ink3", Pattern.RISING),
    Tone.DESK: Swatch("ink3", Pattern.LEVEL),
    Tone.RUNS: Swatch("ink3", Pattern.FALLING),
    Tone.WALKS: Swatch("ink3", Pattern.UPRIGHT),
    Tone.OTHER: Swatch("ink3", Pattern.HOLLOW),
    Tone.SITTING: Swatch("rest"),
    Tone.ON_TIME: Swatch("ink3"),
    Tone.MOVED: Swatch("ink3", Pattern.RISING),
    Tone.MISSED: Swatch("ink3", Pattern.HOLLOW),
    Tone.EXTRA: Swatch("ink3", Pattern.LEVEL),
}
_PLAIN: Final = Swatch("ink3")


def swatch_of(tone: Tone, *, now: bool = False) -> Swatch:
    """Return how what has this tone is filled; `now` is darker where effort is shown."""
    if now and tone is Tone.CORE:
        return Swatch("accent")
    return _SWATCHES.get(tone, _PLAIN)


def swatches_of(series: Sequence[Series], *, now: bool = False) -> tuple[Swatch, ...]:
    """Return how each series is filled; the second of one tone is hollow."""
    found: list[Swatch] = []
    seen: set[Tone] = set()
    for each in series:
        swatch = swatch_of(each.tone, now=now)
        found.append(Swatch(swatch.colour, Pattern.HOLLOW) if each.tone in seen else swatch)
        seen.add(each.tone)
    return tuple(found)


def paint_swatch(
    painter: QPainter, box: QRectF, swatch: Swatch, look: ChartLook, radius: float = 2.0
) -> None:
    """Fill a box; what is not solid has an edge."""
    if box.width() <= 0 or box.height() <= 0:
        return
    if box.width() < _NARROW:
        radius = min(radius, 1.0)
    ink = swatch.ink(look.tokens)
    if swatch.pattern is Pattern.SOLID:
        paint_ground(painter, box, radius, ink, look.tokens)
        return
    tint = mixed(look.tokens.card, ink, _TINTS[swatch.pattern])
    half = _LINE / 2
    within = box.adjusted(half, half, -half, -half)
    if within.width() <= 0 or within.height() <= 0:
        painter.fillRect(box, ink)
        return
    painter.setPen(QPen(ink, _LINE))
    painter.setBrush(tint)
    painter.drawRoundedRect(within, radius, radius)
    if box.width() >= _THIN:
        painter.drawLines(list(_lines(within, swatch.pattern)))
    painter.setPen(Qt.PenStyle.NoPen)


def _lines(box: QRectF, pattern: Pattern) -> Iterator[QLineF]:
    """Return the lines of a pattern, cut off at the box."""
    match pattern:
        case Pattern.LEVEL:
            y = box.bottom() - _PERIOD
            while y > box.top():
                yield QLineF(box.left(), y, box.right(), y)
                y -= _PERIOD
        case Pattern.UPRIGHT:
            x = box.left() + _PERIOD
            while x < box.right():
                yield QLineF(x, box.top(), x, box.bottom())
                x += _PERIOD
        case Pattern.RISING | Pattern.FALLING:
            yield from _slanted(box, rising=pattern is Pattern.RISING)
        case _:
            return


def _slanted(box: QRectF, *, rising: bool) -> Iterator[QLineF]:
    """Return lines at 45 degrees; `reach` is where one would meet the left edge's height 0."""
    wide, high = box.width(), box.height()
    reach = _PERIOD
    while reach < wide + high:
        # Along the foot and up, both counted from the corner at the left (or right) foot.
        start = (max(0.0, reach - high), min(high, reach))
        end = (min(wide, reach), max(0.0, reach - wide))
        spots = []
        for along, up in (start, end):
            x = box.left() + along if not rising else box.right() - along
            spots.append(QPointF(x, box.bottom() - up))
        yield QLineF(spots[0], spots[1])
        reach += _PERIOD
