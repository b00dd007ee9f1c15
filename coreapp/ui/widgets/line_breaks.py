"""Where lines of a text end, when a word may be longer than the line."""

import re
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, inf, nextafter
from typing import Final

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextLine, QTextOption

from coreapp.ui.widgets.hyphens import best_place

_LEAST_LETTERS: Final = 5
"""A line that is not even as wide as this many letters breaks no words: it would be a column."""
_LEAST_REST: Final = 3
"""So many letters of a broken word come into the next line at least."""

_TIES_FROM: Final = 12
"""A line of fewer letters than this may part a number from its unit, rather than break the unit."""

_SPANS_FROM: Final = 20
"""Likewise hours from their minutes."""

_ORPHAN: Final = 0.3
"""One word alone in the last line is lost there if it has less than this share of the widest."""
_MOST_BALANCED: Final = 3
"""A heading of more lines than this is a paragraph."""

_SURELY_LONGER: Final = 2
"""What has so many times the letters of a line is not tried as one line."""

_UNIT: Final = re.compile(r"(\d) (?=%|[^\W\d]{1,5}\b)")
_SPAN: Final = re.compile(r"(\d[ \u00a0][^\W\d]{1,5}\.?) (?=\d+[ \u00a0][^\W\d]{1,5}\b)")
_BETWEEN: Final = re.compile(" (?=[·–](?: |$))")
_STOPS: Final = ",.;:!?)"
_NO_BREAK: Final = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class BrokenText:
    """The lines of one paragraph, and at which widths they are the same.

    Attributes:
        lines: from the first to the last, each with what it has room for.
        least: the narrowest width that breaks it like this, in pixels.
        most: the widest one; infinite where nothing is broken.
        is_whole: whether no word is broken, and what belongs together stays so.
    """

    lines: tuple[str, ...]
    least: float
    most: float
    is_whole: bool


def tie(text: str) -> str:
    """Return a text, as long as before, whose lines begin with no dot, dash or unit.

    A line that begins with the dot or the dash between two things looks like a list, and "1 / day"
    is read twice.
    """
    return _UNIT.sub(f"\\1{_NO_BREAK}", _with_tied_dots(text))


def break_lines(text: str, font: QFont, width: float) -> list[str]:
    """Return the lines of one paragraph; none of them is wider than `width` pixels.

    Lines end between words. A word that is longer than a line is broken, with a hyphen: better than
    cut off at the edge.
    """
    return evened_out(text, font, break_text(text, font, width))


def break_text(text: str, font: QFont, width: float) -> BrokenText:
    """Return the lines of one paragraph, with the widths that have the same ones.

    There are as many as there will be seen, which is all that a layout asks for, again and again;
    where they end on the screen is told by `evened_out`.
    """
    metric = QFontMetricsF(font)
    letter = metric.averageCharWidth()
    narrow = _LEAST_LETTERS * letter
    tied, first, last = _tied(text, width, letter)
    # Most texts are one line, and to measure one takes a third as long as to break it.
    if width >= narrow and len(text) * letter < _SURELY_LONGER * width:
        # A letter more: a line keeps room for where ink begins and for what is set closer.
        wide = metric.horizontalAdvance(text) + letter
        if wide <= width:
            least = max(wide, narrow, first)
            return BrokenText((text.rstrip(" "),), least, last, is_whole=first > 0)
    # Where a word is broken, each width breaks it elsewhere.
    lines, is_whole, widest = _filled(text, _layout_of(tied, font, width, narrow), width, metric)
    if not is_whole or width < narrow:
        return BrokenText(tuple(lines) or ("",), width, width, is_whole=False)
    least = max(widest, narrow, first)
    most = min(width if len(lines) > 1 else inf, last)
    return BrokenText(tuple(lines) or ("",), least, most, is_whole=first > 0)


def evened_out(
    text: str, font: QFont, broken: BrokenText, *, is_heading: bool = False
) -> list[str]:
    """Return the lines of a paragraph as they are seen.

    Those of a heading are about as long as each other, unless they part at its dash. In other texts
    no short word is left alone in the last line.

    Args:
        text: the paragraph.
        font: of its letters.
        broken: how it is broken; there are as many lines.
        is_heading: whether it is one.
    """
    lines = list(broken.lines)
    if not broken.is_whole or len(lines) == 1:
        return lines
    metric = QFontMetricsF(font)
    if not is_heading or len(lines) > _MOST_BALANCED:
        return _without_orphan(lines, metric)
    if any(each.endswith("–") for each in lines):
        return lines  # "Desk break B –" and "legs" are what it says
    tied, _first, _last = _tied(text, broken.least, metric.averageCharWidth())
    narrow = _LEAST_LETTERS * metric.averageCharWidth()
    return _balanced(text, _layout_of(tied, font, broken.least, narrow), lines, metric)


def _layout_of(tied: str, font: QFont, width: float, narrow: float) -> QTextLayout:
    """Return a layout, which breaks words where a line is wide enough for that."""
    layout = QTextLayout(tied, font)
    if width >= narrow:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
    return layout


def _tied(text: str, width: float, letter: float) -> tuple[str, float, float]:
    """Return a text with what stays together in lines of a width.

    With it the narrowest and the widest width of which that is so.

    Args:
        text: as it is told.
        width: of a line, in pixels.
        letter: how wide a letter is.
    """
    ties_from, spans_from = _TIES_FROM * letter, _SPANS_FROM * letter
    dots, tied, spans = _ties(text)
    if width < ties_from:
        return dots, 0.0, nextafter(ties_from, 0.0)
    if tied == spans:
        return tied, ties_from, inf
    if width < spans_from:
        return tied, ties_from, nextafter(spans_from, 0.0)
    return spans, spans_from, inf


@lru_cache(maxsize=512)
def _ties(text: str) -> tuple[str, str, str]:
    """Return a text with little, more and most of it tied; a layout asks for several widths."""
    tied = tie(text)
    return _with_tied_dots(text), tied, _SPAN.sub(f"\\1{_NO_BREAK}", tied)


def _filled(
    text: str, layout: QTextLayout, width: float, metric: QFontMetricsF
) -> tuple[list[str], bool, float]:
    """Return lines of which each takes what it has room for.

    With them whether all words are whole, and how wide the widest line is.
    """
    layout.beginLayout()
    lines: list[str] = []
    is_whole, widest = True, 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        if not _is_within_word(text, _end(line)):
            lines.append(text[line.textStart() : _end(line)].rstrip(" "))
            widest = max(widest, line.naturalTextWidth())
            continue
        is_whole = False
        line.setLineWidth(max(1.0, width - metric.horizontalAdvance("-")))
        if not _break_where_known(text, line, width):
            _leave_rest(text, line, width)
        lines.append(text[line.textStart() : _end(line)] + "-")
    layout.endLayout()
    return lines, is_whole, widest


def _balanced(text: str, layout: QTextLayout, lines: list[str], metric: QFontMetricsF) -> list[str]:
    """Return as many lines, but as narrow as they can be."""
    found, low, high = lines, 1, ceil(max(map(metric.horizontalAdvance, lines)))
    while low < high:
        middle = (low + high) // 2
        tried, is_whole, _widest = _filled(text, layout, middle, metric)
        if is_whole and len(tried) == len(lines):
            found, high = tried, middle
        else:
            low = middle + 1
    return found


def _without_orphan(lines: list[str], metric: QFontMetricsF) -> list[str]:
    """Return the lines with a second word in the last one, where a short one is alone there."""
    *first, before, last = lines
    widest = max(map(metric.horizontalAdvance, lines))
    if " " in tie(last) or metric.horizontalAdvance(last) > _ORPHAN * widest:
        return lines
    left, _space, word = tie(before).rpartition(" ")
    longer = f"{before[len(before) - len(word) :]} {last}"
    if " " not in left or metric.horizontalAdvance(longer) > widest:
        return lines
    return [*first, before[: len(left)], longer]


def _with_tied_dots(text: str) -> str:
    return _BETWEEN.sub(_NO_BREAK, text)


def _break_where_known(text: str, line: QTextLine, width: float) -> bool:
    """Break a word between two of its parts; tell whether such a place is in the line."""
    end = _end(line)
    start = end
    while start and text[start - 1].isalpha():
        start -= 1
    rest = next((at for at in range(end, len(text)) if not text[at].isalpha()), len(text))
    place = best_place(text[start:rest], line.textStart() - start, end - start)
    if place is None:
        return False
    line.setNumColumns(start + place - line.textStart(), max(1.0, width))
    return True


def _leave_rest(text: str, line: QTextLine, width: float) -> None:
    """Let not just a letter or two of a word come into the next line."""
    end = _end(line)
    rest = next((i for i, each in enumerate(text[end:]) if not each.isalpha()), len(text) - end)
    fewer = line.textLength() - (_LEAST_REST - rest)
    if rest < _LEAST_REST <= fewer:
        line.setNumColumns(fewer, max(1.0, width))


def _end(line: QTextLine) -> int:
    return line.textStart() + line.textLength()


def _is_within_word(text: str, at: int) -> bool:
    """Tell whether a line that ends here breaks a word, or parts it from the stop behind it."""
    if not 0 < at < len(text) or not text[at - 1].isalpha():
        return False
    return text[at].isalpha() or text[at] in _STOPS
