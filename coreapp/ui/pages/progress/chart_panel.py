"""A panel of Progress: a title, one number, one picture, one sentence; a table, a file."""

from math import sqrt
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from coreapp.i18n import _
from coreapp.services.charts import Bars, Lines, Panel, PanelKey, Table
from coreapp.ui.charts.chart_view import ChartView
from coreapp.ui.pages.parts import clear_layout
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import IconButton
from coreapp.ui.widgets.card import Card
from coreapp.ui.widgets.labels import ElidingLabel, make_label, make_text

_MOST_ROWS: Final = 6
_BESIDE: Final = 12
_BETWEEN: Final = 24
_WIDE: Final = 620
"""So wide a panel has to be at 100 % text, that figures stand beside a year of days."""


class ChartPanel(Card):
    """One card of the page.

    Signals:
        table_requested: the panel is to be shown as a table.
        copy_requested: its table is to be copied.
        picture_requested: its picture is to be saved.

    Attributes:
        panel: what it shows.
        chart: its picture.
    """

    table_requested = Signal(object)
    copy_requested = Signal(object)
    picture_requested = Signal(object)

    def __init__(self, theme: Theme, panel: Panel) -> None:
        super().__init__()
        self.panel = panel
        self.setObjectName(f"panel_{panel.key.value}")
        self._theme = theme
        self._words = _HeadWords()
        self.chart = ChartView(theme)
        self._more = IconButton(theme, Icon.MORE, "")
        self._figures = _Figures()
        self._middle = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._picture = QVBoxLayout()
        self._list = QGridLayout()
        self._sentence = make_text("", tone="ink2")
        self._chooser: QWidget | None = None
        self._lay_out()
        self._more.clicked.connect(self._open_menu)
        self.show_panel(panel)

    @property
    def is_bare(self) -> bool:
        """Whether it has no figures yet, and only says what will fill it."""
        return self.panel.chart is None and not self.panel.table().rows

    def show_panel(self, panel: Panel) -> None:
        """Show other figures of the same panel."""
        self.panel = panel
        self._show_words()
        self._name_menu(_("More about “{title}”").format(title=panel.title))
        self._figures.show_figures(panel)
        self._sentence.setText(panel.sentence)
        clear_layout(self._list)
        self.chart.setVisible(panel.chart is not None)
        table = None
        self._let_chart_grow(grows=isinstance(panel.chart, Bars | Lines))
        if panel.chart is not None:
            self.chart.show_chart(panel.chart, panel.title, panel.description)
        else:
            table = panel.table()
            self._list_rows(table)
        is_bare = table is not None and not table.rows
        self._more.setVisible(not is_bare)
        # What fills the panel one day is said beneath its title, not at the foot of an empty card.
        self.body.setStretchFactor(self._middle, 0 if is_bare else 1)
        self.body.setStretch(self.body.count() - 1, 1 if is_bare else 0)
        self.setAccessibleName(panel.title)
        self.setAccessibleDescription(panel.description)

    def _let_chart_grow(self, *, grows: bool) -> None:
        """Let bars and lines fill a panel that is as high as its neighbours."""
        policy, way = self.chart.sizePolicy(), QSizePolicy.Policy
        policy.setVerticalPolicy(way.MinimumExpanding if grows else way.Fixed)
        self.chart.setSizePolicy(policy)
        self._picture.setStretchFactor(self.chart, 1 if grows else 0)
        self._picture.setStretch(self._picture.count() - 1, 0 if grows else 1)

    def put_chooser(self, chooser: QWidget) -> None:
        """Let what chooses the panel's subject stand in place of its title, while it is there."""
        self._chooser = chooser
        self.head.insertWidget(0, chooser, 1)
        self._show_words()

    def menu(self) -> QMenu:
        """Return what can be done with the panel."""
        menu = QMenu(self)
        for text, asked in (
            (_("Show as table…"), self.table_requested),
            (_("Copy table"), self.copy_requested),
            (_("Save picture…"), self.picture_requested),
        ):
            action = menu.addAction(text)
            action.triggered.connect(lambda _on=False, asked=asked: asked.emit(self.panel))
            # What is only a list has no picture.
            action.setVisible(asked is not self.picture_requested or not self.panel.is_empty)
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the figures beside a year of days, or above it where that would become small."""
        super().resizeEvent(event)
        if self.panel.key is PanelKey.HEAT_MAP:
            # The square root: twice the letter needs more room, but wraps as well.
            above = event.size().width() < _WIDE * sqrt(self._theme.fonts.factor)
            direction = QBoxLayout.Direction
            self._middle.setDirection(direction.BottomToTop if above else direction.LeftToRight)
            self._figures.set_beside(beside=above)

    def _show_words(self) -> None:
        is_chosen = self._chooser is not None and not self._chooser.isHidden()
        self._words.show_words("" if is_chosen else self.panel.title, self.panel.aside)
        self.head.setStretchFactor(self._words, 0 if is_chosen else 1)

    def _name_menu(self, name: str) -> None:
        self._more.setAccessibleName(name)
        self._more.setToolTip(name)

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _lay_out(self) -> None:
        self.head.addWidget(self._words, 1)
        self.head.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        self._list.setHorizontalSpacing(16)
        self._list.setVerticalSpacing(6)
        self._list.setColumnStretch(0, 1)
        picture = self._picture
        picture.setSpacing(12)
        picture.addWidget(self.chart)
        picture.addLayout(self._list)
        picture.addStretch(1)
        self.body.setSpacing(8)
        self.body.addLayout(self.head)
        picture_and_figures = self._middle
        if self.panel.key is PanelKey.HEAT_MAP:
            picture_and_figures.setSpacing(_BETWEEN)
            picture_and_figures.addLayout(picture, 1)
            picture_and_figures.addWidget(self._figures, 0, Qt.AlignmentFlag.AlignTop)
        else:
            picture_and_figures.setSpacing(8)
            picture_and_figures.addWidget(self._figures)
            picture_and_figures.addLayout(picture, 1)
        self.body.addLayout(picture_and_figures, 1)
        self.body.addSpacing(4)
        self.body.addWidget(self._sentence)
        self.body.addStretch(0)

    def _list_rows(self, table: Table) -> None:
        """Write rows where there is nothing to draw, the newest first: a name and its figure."""
        for line, row in enumerate(reversed(table.rows[-_MOST_ROWS:])):
            self._list.addWidget(ElidingLabel(row[0]), line, 0)
            figure = make_label(row[1] if len(row) > 1 else "", Type.BODY_STRONG)
            self._list.addWidget(figure, line, 1, Qt.AlignmentFlag.AlignRight)


class _HeadWords(QWidget):
    """The title of a panel with the remark beside it, or beneath where the row is too short."""

    def __init__(self) -> None:
        super().__init__()
        self._title = make_text("", Type.TITLE)
        self._aside = make_text("", tone="ink2")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._title, 1)
        self._row.addWidget(self._aside)
        # As high as the button beside it, so that all titles stand on one line.
        self.setMinimumHeight(metrics.BUTTON)

    def show_words(self, title: str, aside: str) -> None:
        """Show other words."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._aside.setText(aside)
        self._aside.setVisible(bool(aside))
        # Beside what chooses the subject it is one line, or it would be two words beneath another.
        alone = 0 if title else self._aside.fontMetrics().horizontalAdvance(aside) + 2
        self._aside.setMinimumWidth(alone)
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the remark where there is room."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        words = (each for each in (self._title, self._aside) if each.text())
        needed = sum(each.fontMetrics().horizontalAdvance(each.text()) + _BESIDE for each in words)
        folded = self.width() < needed
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if folded else direction.LeftToRight)
        self._row.setSpacing(0 if folded else _BESIDE)


class _Figures(QWidget):
    """The number of a panel with its unit, and the second one where there is one."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def set_beside(self, *, beside: bool) -> None:
        """Put the two figures beside each other, or one beneath the other."""
        direction = QBoxLayout.Direction
        self._column.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._column.setSpacing(_BETWEEN if beside else 4)

    def show_figures(self, panel: Panel) -> None:
        """Show the figures of a panel; nothing where there is none yet."""
        clear_layout(self._column)
        if panel.number:
            self._column.addWidget(_figure(panel.number, panel.unit, Type.PAGE, stacked=False))
        if panel.more is not None:
            stacked = panel.key is PanelKey.HEAT_MAP
            self._column.addWidget(_figure(*panel.more, Type.HEADING, stacked=stacked))
        self.setVisible(bool(panel.number) and not (panel.is_empty and panel.number == "–"))


def _figure(number: str, unit: str, kind: Type, *, stacked: bool) -> QWidget:
    """Return a number with its unit smaller beside it, or beneath it."""
    figure = QWidget()
    grid = QGridLayout(figure)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(0)
    base = Qt.AlignmentFlag.AlignBaseline
    if stacked:
        grid.addWidget(make_label(number, kind), 0, 0)
        grid.addWidget(make_label(unit, tone="ink2"), 1, 0)
    else:
        grid.addWidget(make_label(number, kind), 0, 0, base)
        grid.addWidget(make_text(unit, tone="ink2"), 0, 1, base)
        grid.setColumnStretch(1, 1)
    return figure
