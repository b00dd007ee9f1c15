"""What is said of an item in a line of the calendar, where there is no room for all of it."""

from collections.abc import Sequence
from typing import Final

from coreapp.domain.day_record import DayMark
from coreapp.i18n import format_time
from coreapp.services.mark_words import mark_label, short_mark_label
from coreapp.services.plan_day_words import tiny_words
from coreapp.services.plan_items import DayItem
from coreapp.ui.pages.plan.cell_texts import CellTexts
from coreapp.ui.theme.fonts import Type

ICON_GAP: Final = 4.0
"""Between a sign and the words behind it."""
_TELLING: Final = 6
"""A title of which fewer letters are seen says less than the time."""
_FEWEST: Final = 5
"""A title of which fewer letters are seen says nothing."""
_DOTS: Final = 1
_LETTERS: Final = "ABC"
"""Of most programmes' sessions."""


def said_in_line(
    item: DayItem, text: str, texts: CellTexts, kind: Type, room: float, sign: float = 0.0
) -> str:
    """Return what is said of an item in one line; at worst nothing.

    Args:
        item: what it is.
        text: all that could be said.
        texts: measures it.
        kind: how it is written.
        room: how wide the line is, in pixels.
        sign: how wide the sign is that says what became of the item; 0 without one.
    """
    if all(texts.width(kind, each) <= room - sign for each in _alike(item, text)):
        return text
    if tiny := tiny_words(item):
        return tiny
    room -= sign + ICON_GAP
    seen = len(texts.shortened(kind, text, room)) - _DOTS
    if seen >= _TELLING:
        return text
    time = format_time(item.start)
    if texts.width(kind, time) <= room:
        return time
    return text if seen >= _FEWEST and not sign else ""


def _alike(item: DayItem, text: str) -> Sequence[str]:
    """Return a text with those that differ from it by a letter: all are told, or all shortened.

    Sessions A, B and C stand side by side, and a letter may be the narrower one.
    """
    if not item.letter or not text.endswith(item.letter):
        return (text,)
    return [text.removesuffix(item.letter) + each for each in _LETTERS]


def said_of_mark(mark: DayMark, texts: CellTexts, kind: Type, room: float) -> str:
    """Return the word that a day is marked with, in fewer letters where it has no room."""
    label = mark_label(mark)
    return label if texts.width(kind, label) <= room else short_mark_label(mark)
