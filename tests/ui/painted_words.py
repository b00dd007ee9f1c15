"""Watches what is written with a brush: delegates, charts, rings and strips have no labels.

A text that is given a box has to fit into it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

SLACK = 2.0
"""Pixels that slanted letters and rounding may cost."""


@dataclass(frozen=True, slots=True)
class Word:
    """A text as it was written."""

    text: str
    room: QRectF
    place: QRectF
    widget: QWidget | None

    def problems(self) -> Iterator[str]:
        """Return a line for each edge it goes over."""
        if self.place.width() > self.room.width() + SLACK:
            wide = f"{self.place.width():.0f} wide in {self.room.width():.0f}"
            yield f"“{self.text}” painted {wide} by {_kind(self.widget)}"
        if self.place.height() > self.room.height() + SLACK + self._leading():
            high = f"{self.place.height():.0f} high in {self.room.height():.0f}"
            yield f"“{self.text}” painted {high} by {_kind(self.widget)}"

    def _leading(self) -> float:
        """Ascenders and descenders of a single line may hang over: no letter fills both."""
        return 0.0 if "\n" in self.text else 0.25 * self.place.height()


@dataclass(slots=True)
class PaintedWords:
    """What has been written since it was last asked.

    Attributes:
        seen: every text that was given a box.
    """

    seen: list[Word] = field(default_factory=list)

    def problems(self) -> list[str]:
        """Return a line for each text that did not fit, and begin anew."""
        words, self.seen = self.seen, []
        return sorted({line for word in words for line in word.problems()})

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Notice what is written in the block."""
        original = QPainter.drawText

        def draw_text(painter: QPainter, *arguments: Any) -> Any:
            self._note(painter, arguments)
            return original(painter, *arguments)

        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(QPainter, "drawText", draw_text)
            yield

    def _note(self, painter: QPainter, arguments: tuple[Any, ...]) -> None:
        match arguments:
            case (QRectF() | QRect() as box, int() as flags, str(text), *_) if text:
                room = QRectF(box)
            case _:
                return
        device = painter.device()
        place = QFontMetricsF(painter.font()).boundingRect(room, int(flags), text)
        widget = device if isinstance(device, QWidget) else None
        self.seen.append(Word(text, room, place, widget))


def _kind(widget: QWidget | None) -> str:
    if widget is None:
        return "a picture"
    around = widget.parentWidget()
    return f"{type(widget).__name__} in {type(around).__name__}"
