"""The positions of a flow, each with its picture, its cue and its breath."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.exercise import Exercise, FlowPosition
from coreapp.i18n import _, format_clock, ngettext, pgettext
from coreapp.services.vocabulary import breath_label
from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.figure.late import LateFigures
from coreapp.ui.pages.columns import Columns
from coreapp.ui.pages.section import Section
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.labels import make_text


class Thumbnail(QWidget):
    """A small still picture of an exercise on its own bit of stage; it comes a moment later."""

    def __init__(
        self, theme: Theme, art: FigureArt, shot: FigureShot, width: int = 80, height: int = 60
    ) -> None:
        super().__init__()
        self._theme = theme
        self._figures = LateFigures(theme, art, self)
        self._shot = shot
        self.setFixedSize(QSize(width, height))
        self._figures.drawn.connect(self.update)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint stage and figure."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.tokens.stage)
        painter.drawRoundedRect(self.rect(), metrics.RADIUS_BUTTON, metrics.RADIUS_BUTTON)
        picture = self._figures.find(self._shot, self.size(), self.devicePixelRatioF())
        if picture is not None:
            painter.drawPixmap(self.rect(), picture)


class FlowPositions(Section):
    """All positions of a flow in their order, in two columns where there is room."""

    def __init__(self, theme: Theme, art: FigureArt, exercise: Exercise) -> None:
        count = len(exercise.positions)
        title = ngettext("{count} position", "{count} positions", count).format(count=count)
        super().__init__(theme, title)
        self._theme = theme
        self._art = art
        self._exercise = exercise
        seconds = exercise.seconds_per_rep or 0
        pace = _("One pass takes {time} at a calm pace.").format(time=format_clock(seconds))
        self.add_texts([pace])
        halves = Columns(theme, least=640, gap=24, stacked_gap=16)
        half = -(-count // 2)
        halves.add(self._rows(0, half))
        halves.add(self._rows(half, count))
        self.column.addSpacing(4)
        self.column.addWidget(halves)

    def _rows(self, first: int, end: int) -> QWidget:
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for index in range(first, end):
            column.addLayout(self._row(index, self._exercise.positions[index]))
        column.addStretch(1)
        return rows

    def _row(self, index: int, position: FlowPosition) -> QHBoxLayout:
        context = self._exercise.text_context
        name = _("{number}. {name}").format(number=index + 1, name=pgettext(context, position.name))
        breath = _("{breath}, {seconds} s").format(
            breath=breath_label(position.breath), seconds=round(position.seconds)
        )
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(make_text(name, Type.BODY_STRONG))
        texts.addWidget(make_text(pgettext(context, position.cue), Type.BODY, "ink2"))
        texts.addWidget(make_text(breath, Type.CAPTION_STRONG, "rest"))
        texts.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(12)
        picture = Thumbnail(self._theme, self._art, self._shot(index))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        return row

    def _shot(self, index: int) -> FigureShot:
        """Return the picture of a position."""
        moments = self._art.position_moments(self._exercise)
        return FigureShot(self._exercise.id, moments[index] if moments else None)
