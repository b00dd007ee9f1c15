"""A panel of Progress: a title, one number, one picture, one sentence; a table, a file."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from coreapp.i18n import _
from coreapp.services.charts import Bars, HeatMap, Lines, Listed, Pairs, Panel, PanelKey
from coreapp.services.help_topics import HelpTopic
from coreapp.ui.charts.chart_view import ChartView
from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.pages.flow_positions import Thumbnail
from coreapp.ui.pages.parts import clear_layout
from coreapp.ui.pages.progress.panel_words import Figures, HeadWords
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import IconButton
from coreapp.ui.widgets.card import Card
from coreapp.ui.widgets.help_button import HelpButton
from coreapp.ui.widgets.labels import make_label, make_narrow_text, make_text

_SMALL: Final = (56, 44)
_LARGE: Final = (88, 64)
"""The pictures of a list and of the exercise that a panel is about, in pixels at 100 % text."""
_BETWEEN: Final = 24
_ASKED: Final = {
    PanelKey.STREAK: HelpTopic.STREAK,
    PanelKey.RUNNING: HelpTopic.TENTH,
    PanelKey.EFFORT: HelpTopic.EFFORT,
    PanelKey.RECOVERY: HelpTopic.PAIN,
}
"""Panels with a line, a band or a scale that would have to be known."""
_CELL: Final = 13
"""So wide the days of a map have to be, in pixels, that figures stand beside them."""


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

    def __init__(self, theme: Theme, art: FigureArt, panel: Panel, said_above: str = "") -> None:
        super().__init__()
        self.panel = panel
        self._said_above = said_above
        self._shown: tuple[Panel, float] | None = None
        self.setObjectName(f"panel_{panel.key.value}")
        self._theme = theme
        self._art = art
        self._words = HeadWords()
        self.chart = ChartView(theme)
        self._more = IconButton(theme, Icon.MORE, "")
        asked = _ASKED.get(panel.key)
        self._ask = None if asked is None else HelpButton(theme, asked)
        self._figures = Figures()
        self._subject = QHBoxLayout()
        self._middle = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._picture = QVBoxLayout()
        self._list = QGridLayout()
        self._sentence = make_text("", tone="ink2")
        self._chooser: QWidget | None = None
        self._lay_out()
        self._more.clicked.connect(self._open_menu)
        self.show_panel(panel, said_above)

    @property
    def is_bare(self) -> bool:
        """Whether it has no figures yet, and only says what will fill it."""
        return self.panel.chart is None and not self.panel.table().rows

    @property
    def key_stops(self) -> Sequence[QWidget]:
        """What Tab reaches, in the order of reading."""
        stops = (self._chooser, self._ask, self._more, self.chart)
        return [each for each in stops if each is not None]

    def show_panel(self, panel: Panel, said_above: str = "") -> None:
        """Show other figures of the same panel; what looks as before stays as it is.

        Args:
            panel: what it shows.
            said_above: the remark that the head of the page makes for all panels.
        """
        self.panel = panel
        self._said_above = said_above
        self._show_words()
        if panel.chart is not None:
            self.chart.show_chart(panel.chart, panel.title, panel.description)
        # Figures of exercises are as large as the text is.
        shown = (panel, self._theme.fonts.factor)
        if shown != self._shown:
            self._shown = shown
            self._fill(panel)

    def _fill(self, panel: Panel) -> None:
        """Make anew what is beneath the title."""
        self._name_menu(_("More about “{title}”").format(title=panel.title))
        self._figures.show_figures(panel)
        self._place_figures()
        # A list says by itself what is new.
        self._sentence.setText("" if panel.listed else panel.sentence)
        self._sentence.setVisible(not panel.listed)
        self._show_subject(panel.exercise)
        clear_layout(self._list)
        self.chart.setVisible(panel.chart is not None)
        self._let_chart_grow(grows=isinstance(panel.chart, Bars | Lines | Pairs))
        for line, listed in enumerate(panel.listed):
            self._list_row(line, listed)
        is_bare = self.is_bare
        for each in (self._more, self._ask):
            if each is not None:
                each.setVisible(not is_bare)
        self._put_on_paper(is_card=not is_bare)
        # What fills the panel one day is said beneath its title, not at the foot of an empty card.
        self.body.setStretchFactor(self._middle, 0 if is_bare else 1)
        self.body.setStretch(self.body.count() - 1, 1 if is_bare else 0)
        self.setAccessibleName(panel.title)
        self.setAccessibleDescription(panel.description)

    def _put_on_paper(self, *, is_card: bool) -> None:
        """Be a card; what only says what will fill it is words on the page's own ground."""
        role = "card" if is_card else ""
        if self.property("role") == role:
            return
        self.setProperty("role", role)
        self.style().unpolish(self)
        self.style().polish(self)
        edge = metrics.CARD_PADDING if is_card else 0
        self.body.setContentsMargins(edge, edge, edge, edge)

    def _let_chart_grow(self, *, grows: bool) -> None:
        """Let bars, lines and pairs fill a panel that is as high as its neighbours."""
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
        """Put the figures beside the map of days, or above it, as there is room."""
        super().resizeEvent(event)
        self._place_figures()

    def _place_figures(self) -> None:
        """Put the figures above a map of days that would become small beside them."""
        chart = self.panel.chart
        if not isinstance(chart, HeatMap):
            return
        beside = self._figures_width() + _BETWEEN + 2 * metrics.CARD_PADDING
        above = self.width() - beside < chart.columns * _CELL
        direction = QBoxLayout.Direction
        self._middle.setDirection(direction.BottomToTop if above else direction.LeftToRight)
        self._figures.set_above(above=above)

    def _figures_width(self) -> float:
        """Return how wide the figures are where they stand beside the picture."""
        more, unit = self.panel.more or ("", "")
        words = ((self.panel.number, Type.PAGE), (more, Type.HEADING), (unit, Type.BODY))
        return max(
            QFontMetricsF(self._theme.font(kind)).horizontalAdvance(text) for text, kind in words
        )

    def _show_words(self) -> None:
        is_chosen = self._chooser is not None and not self._chooser.isHidden()
        aside = "" if self.panel.aside == self._said_above else self.panel.aside
        self._words.show_words("" if is_chosen else self.panel.title, aside)
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
        if self._ask is not None:
            self.head.addWidget(self._ask, 0, Qt.AlignmentFlag.AlignTop)
        self.head.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        self._list.setHorizontalSpacing(12)
        self._list.setVerticalSpacing(8)
        self._list.setColumnStretch(1, 1)
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
            figures = QHBoxLayout()
            figures.addWidget(self._figures, 1, Qt.AlignmentFlag.AlignTop)
            figures.addLayout(self._subject)
            picture_and_figures.addLayout(figures)
            picture_and_figures.addLayout(picture, 1)
        self.body.addLayout(picture_and_figures, 1)
        self.body.addSpacing(4)
        self.body.addWidget(self._sentence)
        self.body.addStretch(0)

    def _show_subject(self, exercise: str) -> None:
        """Show the exercise that the panel is about."""
        clear_layout(self._subject)
        if exercise:
            self._subject.addWidget(self._thumbnail(exercise, _LARGE))

    def _list_row(self, line: int, listed: Listed) -> None:
        """Write a row where there is nothing to draw: a figure, a name, and what was done."""
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(make_narrow_text(listed.name))
        words.addWidget(make_label(listed.remark, Type.CAPTION, "ink2"))
        words.addStretch(1)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._list.addWidget(self._thumbnail(listed.exercise, _SMALL), line, 0, middle)
        self._list.addLayout(words, line, 1)
        figure = make_label(listed.figure, Type.BODY_STRONG)
        self._list.addWidget(figure, line, 2, Qt.AlignmentFlag.AlignRight | middle)

    def _thumbnail(self, exercise: str, size: tuple[int, int]) -> Thumbnail:
        width, height = map(self._theme.fonts.pixels, size)
        return Thumbnail(self._theme, self._art, FigureShot(exercise), width, height)
