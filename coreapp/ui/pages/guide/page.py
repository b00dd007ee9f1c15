"""The guide: a list to choose from, and the article that was chosen, in the same place."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from coreapp.domain.guide import Verdict
from coreapp.i18n import _
from coreapp.services.changes import Change
from coreapp.services.guide import Guide
from coreapp.services.library import Library
from coreapp.services.playing import Request
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.navigation import PageKey, Shell
from coreapp.ui.pages.base import Page
from coreapp.ui.pages.guide.article_view import ArticleView
from coreapp.ui.pages.guide.guide_list import GuideList
from coreapp.ui.pages.guide.sign_check import VerdictPanel
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.announce import announce
from coreapp.ui.widgets.buttons import Button, ButtonKind

_FOOT: Final = 16
_ROOM: Final = 600
"""Below this height at 100 % text the verdict is kept brief: the signs need room too."""


class GuidePage(Page):
    """Shows the list, or the article that was asked for last.

    Attributes:
        panel: the verdict at the foot, while signs are checked.

    Args:
        theme: the look.
        art: draws the figures.
        library: exercises and routines that the articles name.
        guide: returns the guide, which is read when the page is first seen.
        shell: the program around the page.
    """

    concerns = frozenset({Change.SETTINGS})
    """The emergency number goes with the country."""

    def __init__(
        self,
        theme: Theme,
        art: FigureArt,
        library: Library,
        guide: Callable[[], Guide],
        shell: Shell,
    ) -> None:
        super().__init__(theme)
        self._art = art
        self._library = library
        self._find_guide = guide
        self._shell = shell
        self._part = ""
        self._read_last = ""
        self._list: GuideList | None = None
        self._list_at = 0
        self._view: ArticleView | None = None
        self.panel = VerdictPanel(theme)
        self._back = Button(theme, _("Back"), ButtonKind.QUIET, Icon.BACK)
        self._lay_out()
        self._back.clicked.connect(shell.go_back)
        self.panel.height_changed.connect(self._place_panel)

    def show_part(self, key: str) -> None:
        """Be ready to show an article; the list for an empty key."""
        if key != self._part:
            self._read_last = self._part
            if self._view is None:
                self._list_at = self.verticalScrollBar().value()
            self._part = key
            self._is_stale = True

    def refresh(self) -> None:
        """Show what was asked for."""
        with self._shell.guarded():
            guide = self._find_guide()
            if self._list is None:
                self._list = GuideList(self.theme, self._art, guide)
                self._list.article_requested.connect(self._shell.open_article)
                self.column.insertWidget(1, self._list)
            if self._part:
                self._show_article(guide)
            else:
                self._show_list()

    def become_hidden(self) -> None:
        """Forget what was ticked: it is nobody else's business."""
        super().become_hidden()
        if self._view is not None and self._view.check is not None:
            self._view.check.clear()

    def focus_search(self) -> None:
        """Put the keyboard into the search field of the list."""
        if self._list is None:
            return
        if self._part:
            self._shell.open_page(PageKey.GUIDE)
        self._list.search.setFocus()
        self._list.search.selectAll()
        self.ensureWidgetVisible(self._list.search)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the verdict at the foot."""
        super().resizeEvent(event)
        self._place_panel()

    def _lay_out(self) -> None:
        # Its arrow stands on the page's left edge, like all that follows.
        self._back.stand_flush()
        head = QHBoxLayout()
        head.addWidget(self._back)
        head.addStretch(1)
        self.column.setSpacing(4)
        self.column.addLayout(head)
        self.column.addStretch(1)
        self.panel.setParent(self)
        self.panel.hide()
        self._back.hide()

    def _show_list(self) -> None:
        self._drop_article()
        self._back.hide()
        if self._list is not None:
            self._list.show()
            self._list.focus_row(self._read_last)
        # The bar knows the height of the list a moment later.
        QTimer.singleShot(0, self, self._return_to_place)

    def _return_to_place(self) -> None:
        if not self._part:
            self.verticalScrollBar().setValue(self._list_at)

    def _show_article(self, guide: Guide) -> None:
        article = guide.article(self._part)
        if self._view is not None and self._view.article == article.id:
            self._show_verdict(self._view.check.verdict if self._view.check else Verdict())
            return
        self._drop_article()
        view = ArticleView(self.theme, self._art, self._library, guide, article)
        view.exercise_requested.connect(self._shell.open_exercise)
        view.article_requested.connect(self._shell.open_article)
        view.start_requested.connect(self._play)
        view.verdict_changed.connect(self._show_verdict)
        self._view = view
        if self._list is not None:
            self._list.hide()
        self.column.insertWidget(2, view)
        self._back.show()
        view.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.verticalScrollBar().setValue(0)
        if view.check is not None:
            self._show_verdict(Verdict())

    def _drop_article(self) -> None:
        self.panel.hide()
        self._place_panel()
        if self._view is not None:
            self._view.hide()
            self._view.deleteLater()
            self._view = None

    def _show_verdict(self, verdict: Verdict) -> None:
        if self._view is None or self._view.check is None:
            return
        self.panel.show_verdict(verdict, self._find_guide().emergency)
        self.panel.show()
        self._place_panel()
        announce(self.panel, self.panel.accessibleName())

    def _place_panel(self) -> None:
        """Keep the verdict in sight below the list of signs, however long that is."""
        if self.panel.isHidden():
            self.setViewportMargins(0, 0, 0, 0)
            return
        left = self._outer.contentsMargins().left()
        self.panel.set_brief(brief=self.height() < self.theme.fonts.pixels(_ROOM))
        width = self.viewport().width() - 2 * left
        height = self.panel.heightForWidth(width)
        self.panel.setGeometry(left, self.height() - height - _FOOT, width, height)
        self.setViewportMargins(0, 0, 0, height + _FOOT)

    def _play(self, routine: str) -> None:
        self._shell.play(Request(routine))
