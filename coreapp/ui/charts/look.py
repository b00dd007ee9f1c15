"""What a chart is drawn with: on the screen the look that is on, in files the one for paper."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from coreapp.ui.theme.fonts import Fonts, Type
from coreapp.ui.theme.tokens import Tokens

AIR: Final = 6.0
"""Between a word and what it belongs to, in pixels."""
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter


class ChartLook:
    """Colours and letters of a drawing; what is measured once is kept."""

    def __init__(self, tokens: Tokens, fonts: Fonts) -> None:
        self.tokens = tokens
        self.fonts = fonts
        self.line_height = fonts.line_height(Type.CAPTION)
        self._fonts: dict[Type, QFont] = {}
        self._widths: dict[tuple[str, Type], float] = {}

    def font(self, kind: Type) -> QFont:
        """Return the letters of a step of the scale."""
        if kind not in self._fonts:
            self._fonts[kind] = self.fonts.font(kind)
        return self._fonts[kind]

    def width_of(self, text: str, kind: Type = Type.CAPTION) -> float:
        """Return how wide a word is, in pixels."""
        key = (text, kind)
        if key not in self._widths:
            self._widths[key] = QFontMetricsF(self.font(kind)).horizontalAdvance(text)
        return self._widths[key]

    def write(
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        align: Qt.AlignmentFlag,
        colour: QColor | None = None,
        kind: Type = Type.CAPTION,
    ) -> None:
        """Write a word into a box, in the middle of its height unless `align` says otherwise."""
        painter.setFont(self.font(kind))
        painter.setPen(self.tokens.ink2 if colour is None else colour)
        whole = align if align & Qt.AlignmentFlag.AlignVertical_Mask else align | _MIDDLE
        painter.drawText(box, whole | Qt.TextFlag.TextDontClip, text)
        painter.setPen(Qt.PenStyle.NoPen)
