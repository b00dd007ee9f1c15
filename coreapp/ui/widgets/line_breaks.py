"""Where lines of a text end, when a word may be longer than the line."""

import re
from dataclasses import dataclass
from math import inf, nextafter
from typing import Final

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextLine, QTextOption

from coreapp.ui.widgets.hyphens import best_place

_LEAST_LETTERS: Final = 5
"""A line that is not even as wide as this many letters breaks no words: it would be a column."""
_LEAST_REST: Final = 3
"""So many letters of a broken word come into the next line at least."""

_TIES_FROM: Final = 12
"""A line of fewer letters than this may part a number from its unit, rather than break the unit."""

_UNIT: Final = re.compile(r"(\d) (?=[^\W\d]{1,5}\b)")
_NO_BREAK: Final = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class BrokenText:
    """The lines of one paragraph, and at which widths they are the same.

    Attributes:
        lines: from the first to the last.
        least: the narrowest width that breaks it like this, in pixels.
        most: the widest one; infinite where nothing is broken.
    """

    lines: tuple[str, ...]
    least: float
    most: float


def tie(text: str) -> str:
    """Return a text, as long as before, whose lines begin with no dot and with no unit.

    A line that begins with the dot between two things looks like a list, and "1 / day" is read
    twice.
    """
    return _UNIT.sub(f"\\1{_NO_BREAK}", _with_tied_dots(text))


def break_lines(text: str, font: QFont, width: float) -> list[str]:
    """Return the lines of one paragraph; none of them is wider than `width` pixels.

    Lines end between words. A word that is longer than a line is broken, with a hyphen: better than
    cut off at the edge.
    """
    return list(break_text(text, font, width).lines)


def break_text(text: str, font: QFont, width: float) -> BrokenText:
    """Return the lines of one paragraph, with the widths that have the same ones."""
    metric = QFontMetricsF(font)
    narrow = _LEAST_LETTERS * metric.averageCharWidth()
    ties_from = _TIES_FROM * metric.averageCharWidth()
    ties = width >= ties_from
    layout = QTextLayout(tie(text) if ties else _with_tied_dots(text), font)
    if width >= narrow:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    # Where a word is broken, each width breaks it elsewhere.
    is_same = width >= narrow
    least = ties_from if ties else narrow
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        if not _is_within_word(text, _end(line)):
            lines.append(text[line.textStart() : _end(line)].rstrip(" "))
            least = max(least, line.naturalTextWidth())
            continue
        is_same = False
        line.setLineWidth(max(1.0, width - metric.horizontalAdvance("-")))
        if not _break_where_known(text, line, width):
            _leave_rest(text, line, width)
        lines.append(text[line.textStart() : _end(line)] + "-")
    layout.endLayout()
    most = width if len(lines) > 1 else inf
    if not ties:
        most = min(most, nextafter(ties_from, 0.0))
    return BrokenText(tuple(lines) or ("",), *((least, most) if is_same else (width, width)))


def _with_tied_dots(text: str) -> str:
    return text.replace(" ·", f"{_NO_BREAK}·")


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
    return 0 < at < len(text) and text[at - 1].isalpha() and text[at].isalpha()
