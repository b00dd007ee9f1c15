"""Where lines of a text end, when a word may be longer than the line."""

from typing import Final

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextLine, QTextOption

_LEAST_LETTERS: Final = 5
"""A line that is not even as wide as this many letters breaks no words: it would be a column."""
_LEAST_REST: Final = 3
"""So many letters of a broken word come into the next line at least."""


def break_lines(text: str, font: QFont, width: float) -> list[str]:
    """Return the lines of one paragraph; none of them is wider than `width` pixels.

    Lines end between words. A word that is longer than a line is broken, with a hyphen: better than
    cut off at the edge.
    """
    metric = QFontMetricsF(font)
    layout = QTextLayout(text, font)
    if width >= _LEAST_LETTERS * metric.averageCharWidth():
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        if not _is_within_word(text, _end(line)):
            lines.append(text[line.textStart() : _end(line)].rstrip(" "))
            continue
        line.setLineWidth(max(1.0, width - metric.horizontalAdvance("-")))
        _leave_rest(text, line, width)
        lines.append(text[line.textStart() : _end(line)] + "-")
    layout.endLayout()
    return lines or [""]


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
