"""Figures that are counted."""

from collections.abc import Generator
from typing import Any

from coreapp.ui.figure.art import FigureArt


class CountingArt(FigureArt):
    """Counts the figures that are really drawn."""

    drawn = 0

    def paint_steps(self, *arguments: Any, **options: Any) -> Generator[None, None, None]:
        """Draw one more."""
        self.drawn += 1
        return super().paint_steps(*arguments, **options)
