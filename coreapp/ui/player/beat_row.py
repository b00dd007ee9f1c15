"""Beneath the figure: the counted beat, and how fast it goes."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from coreapp.i18n import _
from coreapp.ui.player.beat import Beat
from coreapp.ui.player.controls import keep_keys
from coreapp.ui.player.facts_row import LARGE_TEXT
from coreapp.ui.theme.edges import edge_pen
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import IconButton
from coreapp.ui.widgets.labels import make_label

_NUMBER: Final = 48
_COUNT: Final = 20
_SMALL_COUNT: Final = 16
"""The same where text is large: the words need the room."""
_WORD: Final = 15
_TRACK: Final = 8.0
_SEAM: Final = 3.0
_AIR: Final = 20
_HEIGHT: Final = 60
_LEAST_TRACK: Final = 120
_GROWN: Final = 0.22
"""How much larger the number is as a repetition begins."""

_GROWN_SHARE: Final = 0.18
"""In which share of the repetition it falls back."""

_DIM: Final = 0.28


class BeatBar(QWidget):
    """The count, large, and the parts of the repetition filling up one after the other."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._beat: Beat | None = None
        self._share = 0.0
        self._drawn: tuple[object, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    @property
    def beat(self) -> Beat | None:
        """What is counted."""
        return self._beat

    def show_beat(self, beat: Beat | None) -> None:
        """Count something else; None counts nothing."""
        if beat != self._beat:
            self._beat = beat
            self.setAccessibleName("" if beat is None else beat.text)
            self.update()

    def show_share(self, share: float) -> None:
        """Show how much of the repetition has passed; paints only what differs by a pixel."""
        self._share = share
        drawn = (round(share * self.width()), self._grown())
        if self._beat is not None and drawn != self._drawn:
            self._drawn = drawn
            self.update()

    def sizeHint(self) -> QSize:
        """Return the room of number and parts."""
        fonts = self._theme.fonts
        return QSize(fonts.pixels(320), fonts.pixels(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the least room in which both are read."""
        return QSize(self._theme.fonts.pixels(200), self._theme.fonts.pixels(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the count and the parts."""
        if self._beat is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = self._paint_count(painter, self._beat)
        if self.width() - left >= _LEAST_TRACK:
            self._paint_parts(painter, self._beat, left)

    def _paint_count(self, painter: QPainter, beat: Beat) -> float:
        """Paint the number and, smaller, of how many; return where the parts begin."""
        tokens, fonts = self._theme.tokens, self._theme.fonts
        number = fonts.sized(_NUMBER, QFont.Weight.DemiBold, -2)
        large = fonts.factor >= LARGE_TEXT
        rest = fonts.sized(_SMALL_COUNT if large else _COUNT, QFont.Weight.Medium)
        metric = QFontMetricsF(number)
        widest = metric.horizontalAdvance("0" * len(str(beat.count)))
        baseline = (self.height() + metric.capHeight()) / 2
        width = metric.horizontalAdvance(str(beat.number))
        middle = QPointF(widest - width / 2, baseline - metric.capHeight() / 2)
        painter.setFont(number)
        painter.setPen(tokens.ink)
        painter.save()
        painter.translate(middle)
        painter.scale(self._grown(), self._grown())
        painter.drawText(QPointF(-width / 2, metric.capHeight() / 2), str(beat.number))
        painter.restore()
        text = _("of {count}").format(count=beat.count)
        painter.setFont(rest)
        painter.setPen(tokens.ink2)
        x = widest + fonts.pixels(10)
        painter.drawText(QPointF(x, baseline), text)
        air = _AIR if large else fonts.pixels(_AIR)
        return x + QFontMetricsF(rest).horizontalAdvance(text) + air

    def _paint_parts(self, painter: QPainter, beat: Beat, left: float) -> None:
        tokens, fonts = self._theme.tokens, self._theme.fonts
        room = self.width() - left
        start, x = 0.0, left
        y = self.height() / 2 + (fonts.pixels(6) if any(p.word for p in beat.parts) else 0)
        widest = QFontMetricsF(fonts.sized(_WORD, QFont.Weight.DemiBold)).horizontalAdvance
        # Rather the one word that counts now than all of them cut off.
        all_fit = all(widest(part.word) <= part.share * room - _SEAM for part in beat.parts)
        for part in beat.parts:
            width = part.share * room - _SEAM
            box = QRectF(x, y, width, _TRACK)
            done = min(1.0, max(0.0, (self._share - start) / part.share))
            track, fill = QPainterPath(), QPainterPath()
            track.addRoundedRect(box, _TRACK / 2, _TRACK / 2)
            fill.addRect(QRectF(x, y, width * done, _TRACK))
            dim = tokens.colour("accent")
            dim.setAlphaF(_DIM)
            painter.strokePath(track, edge_pen(tokens))
            painter.fillPath(track, dim)
            painter.fillPath(track.intersected(fill), tokens.colour("accent"))
            lit = start <= self._share < start + part.share
            if lit or all_fit:
                font = fonts.sized(_WORD, QFont.Weight.DemiBold if lit else QFont.Weight.Normal)
                painter.setFont(font)
                painter.setPen(tokens.ink if lit else tokens.ink2)
                # A long word begins over the count, which stands lower, and is seen whole.
                whole = self.width() - QFontMetricsF(font).horizontalAdvance(part.word)
                at = QPointF(x if all_fit else min(left, whole), y - fonts.pixels(8))
                painter.drawText(at, part.word)
            start += part.share
            x += width + _SEAM

    def _grown(self) -> float:
        """Return how much larger the number is: most as it changes, soon not at all."""
        if self._theme.reduced_motion or self._share >= _GROWN_SHARE:
            return 1.0
        return 1 + _GROWN * (1 - self._share / _GROWN_SHARE) ** 2


class TempoControl(QWidget):
    """Slower, how fast, faster.

    Signals:
        slower_requested, faster_requested: a button was pressed.
    """

    slower_requested = Signal()
    faster_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.slower = IconButton(theme, Icon.MINUS, "", player=True)
        self.faster = IconButton(theme, Icon.PLUS, "", player=True)
        self._name_all()
        self._percent = make_label(kind=Type.BODY_STRONG)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.slower)
        row.addWidget(self._percent)
        row.addWidget(self.faster)

        for button in (self.slower, self.faster):
            keep_keys(button)
            button.setMinimumSize(button.sizeHint())
        self.slower.clicked.connect(self.slower_requested)
        self.faster.clicked.connect(self.faster_requested)

    @property
    def text(self) -> str:
        """What is shown."""
        return self._percent.text()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language that is shown."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._name_all()

    def _name_all(self) -> None:
        self.slower.set_icon(Icon.MINUS, _("Slower (−)"))
        self.faster.set_icon(Icon.PLUS, _("Faster (+)"))

    def show_tempo(self, percent: int, *, slowest: bool, fastest: bool) -> None:
        """Show a tempo, in percent of the plan, and whether there are others beyond it."""
        self._percent.setText(_("{percent}%").format(percent=percent))
        spoken = _("Tempo: {percent}% of the plan").format(percent=percent)
        self._percent.setAccessibleName(spoken)
        self._percent.setToolTip(spoken)
        self._percent.setMinimumWidth(self._percent.fontMetrics().horizontalAdvance("000 %") + 4)
        self.slower.setEnabled(not slowest)
        self.faster.setEnabled(not fastest)


class BeatRow(QWidget):
    """The counted beat, and the tempo beside it; nothing where there is neither."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.bar = BeatBar(theme)
        self.tempo = TempoControl(theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(self.bar, 1)
        row.addWidget(self.tempo)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
