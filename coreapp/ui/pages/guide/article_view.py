"""One article: figures first, then the text at a width that reads well, and where to go on."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.guide import Article, Verdict
from coreapp.i18n import _
from coreapp.services.dose_words import card_dose
from coreapp.services.guide import Guide
from coreapp.services.guide_words import standing_line
from coreapp.services.library import Library
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.pages.columns import Columns
from coreapp.ui.pages.guide.figure_tiles import FigureTile, TileGrid
from coreapp.ui.pages.guide.sign_check import SignCheck
from coreapp.ui.pages.parts import at_top
from coreapp.ui.pages.section import Section
from coreapp.ui.pages.start_row import StartRow
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.card import Card
from coreapp.ui.widgets.labels import make_text

MEASURE: Final = 68
"""Letters in a line of text; longer lines are hard to come back from."""

_SAMPLE: Final = "Many people who run sit for most of the day, and both may be felt in the back."
_BESIDE: Final = 860
_SIDE_WIDTH: Final = 400


class ArticleView(QWidget):
    """Shows one article.

    Signals:
        exercise_requested: the id of an exercise to open.
        article_requested: the id of another article to open.
        start_requested: the id of a routine to play.
        verdict_changed: the `Verdict` on the signs that are ticked now.
    """

    exercise_requested = Signal(str)
    article_requested = Signal(str)
    start_requested = Signal(str)
    verdict_changed = Signal(object)

    def __init__(
        self, theme: Theme, art: FigureArt, library: Library, guide: Guide, article: Article
    ) -> None:
        super().__init__()
        self._theme = theme
        self._art = art
        self._library = library
        self._guide = guide
        self._article = article
        self.check = SignCheck(theme, article.signs) if article.signs else None
        self._tiles = self._make_tiles()
        self._routines = self._make_routines()
        self._sources = self._make_sources()
        self._fold = Button(theme, _("Sources"), ButtonKind.QUIET, Icon.CHEVRON_DOWN)
        self._lay_out()
        self._fold.clicked.connect(self._fold_sources)
        if self.check is not None:
            self.check.verdict_changed.connect(self._show_verdict)

    @property
    def article(self) -> str:
        """The id of the article."""
        return self._article.id

    def _lay_out(self) -> None:
        self._fold.stand_flush()
        self._sources.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(24)
        column.addLayout(self._make_head())
        if self._tiles is not None and self.check is None:
            column.addWidget(self._tiles)
        columns = Columns(self._theme, least=_BESIDE, gap=56, stacked_gap=32)
        if self.check is None:
            columns.add(self._make_text(), 5)
            columns.add(self._make_side(), 3)
        else:
            columns.add(at_top(self._make_check(self.check)), 5)
            columns.add(self._make_text(), 4)
        column.addWidget(columns)
        if self.check is not None:
            column.addWidget(self._make_side())
            if self._tiles is not None:
                column.addWidget(self._tiles)
        column.addWidget(make_text(standing_line(), Type.CAPTION, "ink2"))

    def _make_head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setSpacing(6)
        head.addWidget(make_text(self._article.title, Type.PAGE))
        head.addLayout(self._measured(make_text(self._article.summary, Type.READING, "ink2")))
        return head

    def _make_text(self) -> QWidget:
        """Return the words, with what they rest on folded below them."""
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for number, section in enumerate(self._article.sections):
            if section.heading:
                heading = make_text(section.heading, Type.HEADING)
                heading.setContentsMargins(0, 14 if number else 0, 0, 0)
                column.addLayout(self._measured(heading))
            for paragraph in section.paragraphs:
                column.addLayout(self._measured(make_text(paragraph, Type.READING)))
        column.addSpacing(8)
        column.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._sources)
        column.addStretch(1)
        return words

    def _make_check(self, check: SignCheck) -> Card:
        card = Card()
        card.body.setContentsMargins(8, 16, 8, 8)
        card.body.setSpacing(4)
        title = make_text(_("What is true for you?"), Type.TITLE)
        title.setContentsMargins(12, 0, 12, 4)
        card.body.addWidget(title)
        card.body.addWidget(check)
        return card

    def _make_side(self) -> QWidget:
        side = QWidget()
        side.setMaximumWidth(self._theme.fonts.pixels(_SIDE_WIDTH))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(32)
        if self._routines is not None:
            column.addWidget(self._routines)
        column.addWidget(self._make_see())
        column.addStretch(1)
        # Only a row asks for the height that belongs to its width.
        around = QWidget()
        row = QHBoxLayout(around)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(side, 1)
        row.addStretch(0)
        return around

    def _make_tiles(self) -> QWidget | None:
        if not self._article.exercises:
            return None
        section = Section(self._theme, _("Exercises that go with it"))
        tiles: list[QWidget] = []
        for identity in self._article.exercises:
            name = self._library.exercise_name(identity)
            dose = card_dose(self._library.exercise(identity))
            tile = FigureTile(self._theme, self._art, identity, name, dose)
            tile.setAccessibleName(_("How to do {exercise}").format(exercise=name))
            tile.setObjectName(f"exercise_{identity}")
            tile.clicked.connect(partial(self._request_exercise, identity))
            tiles.append(tile)
        section.column.addWidget(TileGrid(self._theme, tiles))
        return section

    def _make_routines(self) -> QWidget | None:
        if not self._article.routines:
            return None
        section = Section(self._theme, _("Routines that go with it"))
        section.column.setSpacing(12)
        for number, identity in enumerate(self._article.routines):
            # Where signs are checked, exercise is not what the page is about.
            is_main = number == 0 and self.check is None
            kind = ButtonKind.PRIMARY if is_main else ButtonKind.SECONDARY
            row = StartRow(self._theme, self._library, identity, kind, least=240)
            row.start_requested.connect(self._request_start)
            section.column.addWidget(row)
        return section

    def _make_see(self) -> Section:
        section = Section(self._theme, _("See also"))
        section.column.setSpacing(2)
        for identity in self._article.see:
            title = self._guide.title(identity)
            link = Button(self._theme, title, ButtonKind.LINK)
            link.setObjectName(f"see_{identity}")
            link.setStyleSheet("padding: 0;")  # in line with the heading
            link.clicked.connect(partial(self._request_article, identity))
            section.column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        return section

    def _make_sources(self) -> QWidget:
        sources = QWidget()
        column = QVBoxLayout(sources)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for source in self._article.sources:
            column.addLayout(self._measured(make_text(source, Type.CAPTION, "ink2")))
        return sources

    def _measured(self, text: QWidget) -> QHBoxLayout:
        """Return a line in which a text is no wider than it reads well."""
        metric = QFontMetricsF(self._theme.font(Type.READING))
        text.setMaximumWidth(round(metric.horizontalAdvance(_SAMPLE) / len(_SAMPLE) * MEASURE))
        # Only a row asks the text for the height that belongs to this width.
        line = QHBoxLayout()
        line.addWidget(text, 1)
        line.addStretch(0)
        return line

    def _fold_sources(self) -> None:
        shown = self._sources.isHidden()
        self._sources.setVisible(shown)
        self._fold.set_icon(Icon.CHEVRON_UP if shown else Icon.CHEVRON_DOWN)

    def _show_verdict(self, verdict: Verdict) -> None:
        """Offer no exercise where help is needed first."""
        for widget in (self._tiles, self._routines):
            if widget is not None:
                widget.setVisible(verdict.allows_exercise)
        self.verdict_changed.emit(verdict)

    def _request_exercise(self, identity: str) -> None:
        self.exercise_requested.emit(identity)

    def _request_article(self, identity: str) -> None:
        self.article_requested.emit(identity)

    def _request_start(self, identity: str) -> None:
        self.start_requested.emit(identity)
