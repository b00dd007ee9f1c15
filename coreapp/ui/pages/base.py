"""What all pages have in common: they are told when they are seen and when data changed."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout

from coreapp.services.changes import Change
from coreapp.ui.pages.coming_up import ComingUp
from coreapp.ui.theme import metrics
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.block import Block
from coreapp.ui.widgets.scrolled import ScrolledColumn


class Page(QScrollArea):
    """A page: a column of content that scrolls, at most so wide that it reads well.

    A subclass lays out into `self.column`, and overrides `refresh` and, where it has something
    that moves, `shown` and `hidden`. It must not read data in its constructor.

    Attributes:
        concerns: changes after which the page has to be refreshed.
    """

    concerns: frozenset[Change] = frozenset()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._is_stale = True
        self._is_seen = False
        self._scroll_back_to = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        # Most pages are higher than the window: laid out for all the width first, and then for what
        # the scroll bar leaves, everything would be measured twice.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._inner = ScrolledColumn()
        self._inner.setObjectName("page")
        self.content = Block(self._inner)
        self.content.setMaximumWidth(metrics.CONTENT_MAX)
        self.column = QVBoxLayout(self.content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self._outer = QVBoxLayout(self._inner)
        self._outer.addWidget(self.content)
        self.setWidget(self._inner)
        self._set_margins()
        self._coming_up = ComingUp(theme, self.viewport())
        self.verticalScrollBar().valueChanged.connect(self._coming_up.end)

    def prepare(self) -> None:
        """The page comes to the front soon: show what is true now."""
        if self._is_stale:
            self._is_stale = False
            self.refresh()

    def become_seen(self) -> None:
        """The page comes to the front."""
        self._is_seen = True
        self.prepare()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.shown()

    def kept(self) -> dict[str, object]:
        """Return where one was: what was looked for and chosen, and how far it is scrolled.

        The page may be made anew, in another language; `take_up` brings it back there.
        """
        return {"scroll": self._scroll_back_to or self.verticalScrollBar().value()}

    def take_up(self, kept: Mapping[str, object]) -> None:
        """Be where one was; called before the page is first shown."""
        scroll = kept.get("scroll")
        if isinstance(scroll, int) and scroll:
            self._scroll_back_to = scroll
            bar = self.verticalScrollBar()
            bar.rangeChanged.connect(self._scroll_back)
            bar.actionTriggered.connect(self._stay)

    def become_hidden(self) -> None:
        """The page goes to the back."""
        self._is_seen = False
        self._coming_up.end()
        self.hidden()

    def note(self, changes: frozenset[Change]) -> None:
        """Refresh if the changes concern this page; when it is not seen, later."""
        if not changes & self.concerns:
            return
        if self._is_seen:
            self.refresh()
        else:
            self._is_stale = True

    def outdate(self, changes: frozenset[Change]) -> None:
        """Refresh when the page next comes to the front, if the changes concern it."""
        if changes & self.concerns:
            self._is_stale = True

    def show_part(self, key: str) -> None:
        """Be ready to show a part of the page; the whole of it for an empty key.

        Most pages have no parts.
        """

    def refresh(self) -> None:
        """Read the data anew and show it."""

    def shown(self) -> None:
        """Start what moves."""

    def hidden(self) -> None:
        """Stop what moves."""

    def come_up(self) -> None:
        """Appear softly; at once with reduced motion."""
        if self.isVisible() and not self.theme.reduced_motion:
            self._coming_up.begin()

    @property
    def is_narrow(self) -> bool:
        """Whether the window is one of those below the narrow width."""
        return self.window().width() < metrics.NARROW_BELOW

    @property
    def room(self) -> int:
        """How wide the content may be, in pixels; known before it has been laid out, too."""
        margins = self._outer.contentsMargins()
        return self.viewport().width() - margins.left() - margins.right()

    def _scroll_back(self, _least: int, most: int) -> None:
        """Scroll to where one was as soon as the page is so high: some are made in parts."""
        if 0 < self._scroll_back_to <= most:
            self.verticalScrollBar().setValue(self._scroll_back_to)
            self._stay()

    def _stay(self) -> None:
        """Scroll back no more: it is done, or somebody has scrolled somewhere else meanwhile."""
        self._scroll_back_to = 0

    def _end_of_column(self) -> int:
        """Return how far down the page reaches; known before it is laid out at its size, too."""
        width = self.width() - self.verticalScrollBar().sizeHint().width()
        side, top = self._margins_at(width)
        return top + self.column.heightForWidth(width - 2 * side)

    def _set_margins(self) -> None:
        side, top = self._margins_at(self.viewport().width())
        self._outer.setContentsMargins(side, top, side, 24)

    def _margins_at(self, width: int) -> tuple[int, int]:
        """Return what is left free at each side, and above, where so much can be seen."""
        margin = metrics.PAGE_MARGIN_NARROW if self.is_narrow else metrics.PAGE_MARGIN
        return max(margin, (width - metrics.CONTENT_MAX) // 2), max(24, margin - 12)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the margins that go with the width."""
        # First the margins: what lies in the page is laid out once, for the room they leave.
        self._set_margins()
        super().resizeEvent(event)
        self._coming_up.end()
