"""One answer of the break: its key, what it is, a line about it."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from coreapp.ui.breaks.answers import LETTERS, BreakAnswer
from coreapp.ui.theme import metrics
from coreapp.ui.theme.edges import paint_ground
from coreapp.ui.theme.focus_ring import RADIUS_PROPERTY
from coreapp.ui.theme.fonts import Fonts, Type
from coreapp.ui.theme.stylesheet import mixed
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.line_breaks import tie

_CAP: Final = 32
_SIDE: Final = 16
_GAP: Final = 16
_WRAP: Final = int(Qt.TextFlag.TextWordWrap)
_NO_END: Final = 10_000.0


@dataclass(frozen=True, slots=True)
class AnswerLook:
    """What stands on it.

    Attributes:
        answer: what it answers.
        title: in a few words.
        line: what happens then, or empty.
        note: at the right edge where it has room beside the title, else a line, or empty.
        reason: why it is offered, in a line of its own where there is room, or empty.
        rank: 0 for the primary one, 1 for a button, 2 for a plain line.
    """

    answer: BreakAnswer
    title: str
    line: str = ""
    note: str = ""
    reason: str = ""
    rank: int = 2


class AnswerButton(QAbstractButton):
    """Painted whole, so that it is one target; its texts break into lines where they must."""

    def __init__(self, theme: Theme, look: AnswerLook) -> None:
        super().__init__()
        self._theme = theme
        self._look = look
        self._brief = False
        self._enlarged = 1.0
        self._reasoned = False
        self.setText(look.title)
        self.setAccessibleName(look.title)
        told = " ".join(each for each in (look.line, look.reason, look.note) if each)
        self.setAccessibleDescription(f"{told} {LETTERS[look.answer]}".strip())
        self.setProperty(RADIUS_PROPERTY, metrics.RADIUS_CARD)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._follow_theme)

    @property
    def look(self) -> AnswerLook:
        """What stands on it."""
        return self._look

    def set_brief(self, *, brief: bool) -> None:
        """Show the title alone, where there is little room; the rest is still read aloud."""
        if brief != self._brief:
            self._brief = brief
            self._follow_theme()

    def set_reasoned(self, *, reasoned: bool) -> None:
        """Show why it is offered, where there is room; it is read aloud anyway."""
        if reasoned != self._reasoned:
            self._reasoned = reasoned
            self._follow_theme()

    def enlarge(self, factor: float) -> None:
        """Have larger letters than the theme's, on a screen of many pixels."""
        if factor != self._enlarged:
            self._enlarged = factor
            self._follow_theme()

    def hasHeightForWidth(self) -> bool:
        """Say that narrow texts need more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the texts need."""
        title, line, _note = self._boxes(float(width))
        tall = self._look.rank < 2 and not self._brief
        least = self._fonts.pixels(64 if tall else 44)
        return max(least, round(title.height() + line.height()) + 24)

    def sizeHint(self) -> QSize:
        """Return the room for one line each."""
        return QSize(360, self.heightForWidth(round(_NO_END)))

    def minimumSizeHint(self) -> QSize:
        """Return a width at which words still fit."""
        strong = QFontMetricsF(self._fonts.font(Type.TITLE))
        longest = max(map(strong.horizontalAdvance, self._look.title.split()), default=0.0)
        around = 2 * _SIDE + self._fonts.pixels(_CAP) + _GAP
        least = max(200, round(longest + around) + 2)
        # How high it is at its width the layout asks itself; the width of before may be another.
        return QSize(least, self.heightForWidth(round(_NO_END)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, key and texts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        tokens, primary = self._theme.tokens, self._look.rank == 0
        ink = tokens.on_accent if primary else tokens.ink
        soft = tokens.on_accent if primary else tokens.ink2
        self._paint_key(painter, soft if not primary else ink)
        title, line, note = self._boxes(float(self.width()))
        top = (self.height() - title.height() - line.height()) / 2
        painter.setFont(self._fonts.font(Type.TITLE))
        painter.setPen(ink)
        painter.drawText(title.translated(0, top), _WRAP, self._look.title)
        painter.setFont(self._fonts.font(Type.BODY))
        painter.setPen(soft)
        width = float(self.width())
        painter.drawText(
            line.translated(0, top + title.height()), _WRAP, self._lines_beneath(width)
        )
        beside = note.translated(0, (self.height() - note.height()) / 2)
        painter.drawText(beside, _WRAP, self._note_beside(width))

    @property
    def _fonts(self) -> Fonts:
        return self._theme.fonts.enlarged(self._enlarged)

    def _paint_ground(self, painter: QPainter) -> None:
        colour = self._ground()
        if colour is not None:
            tokens = self._theme.tokens
            paint_ground(painter, QRectF(self.rect()), metrics.RADIUS_CARD, colour, tokens)

    def _ground(self) -> QColor | None:
        tokens = self._theme.tokens
        if self._look.rank == 0:
            if self.isDown():
                return tokens.accent_press
            return tokens.accent_hover if self.underMouse() else tokens.accent
        ground = tokens.rest_ground if self._look.rank == 1 else tokens.rest_tide
        if self.isDown():
            return mixed(ground, tokens.ink, 0.16)
        if self.underMouse():
            return mixed(ground, tokens.ink, 0.08)
        return ground if self._look.rank == 1 else None

    def _paint_key(self, painter: QPainter, colour: QColor) -> None:
        side = self._fonts.pixels(_CAP)
        box = QRectF(_SIDE, (self.height() - side) / 2, side, side).adjusted(0.5, 0.5, -0.5, -0.5)
        width = 1.6 if self._look.rank == 0 else 1.0
        painter.setPen(QPen(colour, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, metrics.RADIUS_KEY, metrics.RADIUS_KEY)
        painter.setFont(self._fonts.sized(14, QFont.Weight.DemiBold))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, LETTERS[self._look.answer])

    def _boxes(self, width: float) -> tuple[QRectF, QRectF, QRectF]:
        """Return the rooms of title, line and note, all at the top."""
        left = _SIDE + self._fonts.pixels(_CAP) + _GAP
        strong = QFontMetricsF(self._fonts.font(Type.TITLE))
        plain = QFontMetricsF(self._fonts.font(Type.BODY))
        room = QRectF(0, 0, max(80.0, width - left - _SIDE), _NO_END)
        noted = plain.horizontalAdvance(self._note_beside(width)) + 2
        title = strong.boundingRect(room, _WRAP, self._look.title)
        lines = self._lines_beneath(width)
        line = plain.boundingRect(room, _WRAP, lines) if lines else QRectF()
        note = plain.boundingRect(QRectF(0, 0, noted, _NO_END), _WRAP, self._note_beside(width))
        return (
            QRectF(left, 0, room.width(), title.height()),
            QRectF(left, 0, room.width(), line.height()),
            QRectF(width - _SIDE - noted, 0, noted, note.height()),
        )

    def _note_beside(self, width: float) -> str:
        """Return the note if it has room beside the title, with nothing broken; else nothing."""
        strong = QFontMetricsF(self._fonts.font(Type.TITLE))
        plain = QFontMetricsF(self._fonts.font(Type.BODY))
        left = _SIDE + self._fonts.pixels(_CAP) + _GAP
        needed = strong.horizontalAdvance(self._look.title) + _GAP
        needed += plain.horizontalAdvance(self._look.note) + 2
        has_room = not self._brief and left + needed + _SIDE <= width
        return self._look.note if has_room else ""

    def _lines_beneath(self, width: float) -> str:
        """Return what stands beneath the title, as for every answer."""
        if self._brief:
            return ""
        reason = self._look.reason if self._reasoned else ""
        note = "" if self._note_beside(width) else self._look.note
        return tie("\n".join(each for each in (self._look.line, reason, note) if each))

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()
