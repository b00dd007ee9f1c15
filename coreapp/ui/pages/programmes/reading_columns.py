"""Columns of sentences: side by side while as many letters stand in a line as with usual text."""

from coreapp.ui.pages.columns import Columns


class ReadingColumns(Columns):
    """Columns that are stacked before large text leaves three words to a line."""

    def _least_pixels(self) -> float:
        return self._least * self._theme.fonts.factor
