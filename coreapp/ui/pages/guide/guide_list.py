"""The list of the guide: when to see a doctor first, then an article a row, pictures first."""

from collections.abc import Sequence
from functools import partial
from math import sqrt
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coreapp.domain.guide import WHEN_TO_SEE_A_DOCTOR, Article
from coreapp.i18n import _, pgettext
from coreapp.services.guide import Guide
from coreapp.services.guide_words import standing_line
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.pages.columns import Columns
from coreapp.ui.pages.guide.figure_tiles import FigureBand
from coreapp.ui.pages.nothing_place import NothingPlace
from coreapp.ui.pages.search_field import SearchField
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.icon_label import IconLabel
from coreapp.ui.widgets.labels import make_text
from coreapp.ui.widgets.press_row import PressRow

PICTURES: Final = 3
PICTURE: Final = QSize(84, 68)
WORDS: Final = 360
"""Pixels at 100 % text that a row's words want; where they are fewer, one figure stands for all."""
_GAP: Final = 16
_FOR_ALL: Final = 330
"""Pixels that three figures and the arrow take from a row."""
_HEAD_BESIDE: Final = 760


class GuideList(QWidget):
    """All articles, or those that match what is typed; the way to a doctor is always there.

    Signals:
        article_requested: the id of the article to open.
    """

    article_requested = Signal(str)

    def __init__(self, theme: Theme, art: FigureArt, guide: Guide) -> None:
        super().__init__()
        self._theme = theme
        self._art = art
        self._guide = guide
        self.search = SearchField(
            theme,
            _("Search the guide"),
            QKeySequence(QKeySequence.StandardKey.Find),
            pgettext("field", "Search"),
        )
        self._bands: list[FigureBand] = []
        self._rows = {each.id: self._make_row(each, art) for each in guide.articles}
        self._places = QVBoxLayout()
        self._nothing = NothingPlace(
            theme, art, _("No article says that. Try another word."), _("Show all articles")
        )
        self._nothing.all_requested.connect(self.search.clear)
        self._lay_out()
        self.search.textChanged.connect(self.show_found)
        theme.changed.connect(self._make_room)
        self.show_found()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words their room."""
        super().resizeEvent(event)
        self._make_room()

    def focus_row(self, identity: str) -> None:
        """Put the keyboard back on the row of an article; nothing for an empty id."""
        if identity in self._rows:
            self._rows[identity].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_found(self) -> None:
        """Show what matches, best first."""
        found = [each.id for each in self._guide.search(self.search.text())]
        others = [identity for identity in found if identity != WHEN_TO_SEE_A_DOCTOR]
        self._nothing.say(self.search.text().strip() if not others else "")
        for identity, row in self._rows.items():
            if identity != WHEN_TO_SEE_A_DOCTOR:
                self._show_row(row, is_found=identity in others)
        self._order(others)

    def _show_row(self, row: QWidget, *, is_found: bool) -> None:
        """Show a row, or hide it.

        Before the list is there, what was never hidden comes with it: to show it now would lay it
        out before its width is known.
        """
        was_told = row.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        if self.isVisible() or was_told or not is_found:
            row.setVisible(is_found)

    def _make_room(self) -> None:
        """Show the figures that fit beside words of this size."""
        fonts = self._theme.fonts
        has_room = self.width() >= fonts.pixels(WORDS) + _FOR_ALL
        # One that stands alone grows with the text, if less: the words grow as well.
        cell = PICTURE if has_room else PICTURE * sqrt(max(1.0, fonts.factor))
        for band in self._bands:
            band.set_room(PICTURES if has_room else 1, cell)
        self._places.setSpacing(fonts.pixels(_GAP))

    def _order(self, identities: Sequence[str]) -> None:
        for place, identity in enumerate(identities):
            row = self._rows[identity]
            self._places.removeWidget(row)
            self._places.insertWidget(place, row)
        # The keyboard goes down the list as it stands.
        before: QWidget = self.search
        for identity in (WHEN_TO_SEE_A_DOCTOR, *identities):
            if identity in self._rows:
                QWidget.setTabOrder(before, self._rows[identity])
                before = self._rows[identity]

    def _lay_out(self) -> None:
        head = Columns(self._theme, least=_HEAD_BESIDE, gap=24, stacked_gap=12)
        head.add(make_text(_("Guide"), Type.PAGE), 8)
        head.add(self.search, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(head)
        doctor = self._rows.get(WHEN_TO_SEE_A_DOCTOR)
        if doctor is not None:
            column.addWidget(doctor)
        column.addLayout(self._nothing)
        self._places.setSpacing(_GAP)
        for identity, row in self._rows.items():
            if identity != WHEN_TO_SEE_A_DOCTOR:
                self._places.addWidget(row)
        column.addLayout(self._places)
        column.addSpacing(8)
        column.addWidget(make_text(standing_line(), Type.CAPTION, "ink2"))

    def _make_row(self, article: Article, art: FigureArt) -> PressRow:
        is_doctor = article.id == WHEN_TO_SEE_A_DOCTOR
        row = PressRow(self._theme, article.title, "danger_soft" if is_doctor else "")
        row.setAccessibleDescription(article.summary)
        row.setObjectName(f"article_{article.id}")
        row.clicked.connect(partial(self._request, article.id))
        middle = Qt.AlignmentFlag.AlignVCenter
        if is_doctor:
            row.line.setContentsMargins(20, 16, 20, 16)
            row.line.addWidget(IconLabel(self._theme, Icon.WARNING, "danger", 28), 0, middle)
        else:
            # The stage lies flush in the row, so that it begins where the page begins.
            row.line.setContentsMargins(0, 0, 20, 0)
            band = FigureBand(self._theme, art, article.exercises, PICTURES, PICTURE)
            self._bands.append(band)
            row.line.addWidget(band, 0, middle)
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addStretch(1)
        texts.addWidget(make_text(article.title, Type.HEADING if is_doctor else Type.TITLE))
        texts.addWidget(make_text(article.summary, tone="" if is_doctor else "ink2"))
        texts.addStretch(1)
        row.line.addLayout(texts, 1)
        row.line.addWidget(IconLabel(self._theme, Icon.CHEVRON_RIGHT, "ink2"), 0, middle)
        return row

    def _request(self, identity: str) -> None:
        self.article_requested.emit(identity)
