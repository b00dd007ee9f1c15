"""The left edge of the window: sign, list of pages, and the small ring."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from coreapp.ui.theme import metrics
from coreapp.ui.theme.edges import paint_ground
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.labels import ElidingLabel, make_label
from coreapp.ui.widgets.nav_list import NavList
from coreapp.ui.widgets.sitting_ring import RingState, RingTexts, SittingRing

_LOGO = 24
_RING = 36


class Sidebar(QFrame):
    """216 px wide, or 176 in narrow windows.

    Signals:
        ring_requested: the ring was clicked.
        appeared: it is seen from now on, and not painted yet: what it shows may be old.

    Attributes:
        nav: the list of pages.
    """

    ring_requested = Signal()
    appeared = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._narrow = False
        self.setProperty("role", "sidebar")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._logo = QLabel()
        self._name = make_label(name, Type.TITLE)
        self.nav = NavList(theme)
        self._ring = RingCard(theme)
        self._head = QHBoxLayout()
        self._head.setContentsMargins(12, 0, 12, 0)
        self._head.setSpacing(10)
        self._head.addWidget(self._logo)
        self._head.addWidget(self._name, 1)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addLayout(self._head)
        self._column.addSpacing(16)
        self._column.addWidget(self.nav, 1)
        self._column.addSpacing(8)
        self._column.addWidget(self._ring)
        self._ring.clicked.connect(self.ring_requested)
        theme.changed.connect(self._follow_theme)
        self.set_narrow(narrow=False)
        self._follow_theme()

    def set_narrow(self, *, narrow: bool) -> None:
        """Take less room."""
        self._narrow = narrow
        side = 8 if narrow else 12
        self._column.setContentsMargins(side, 20 if narrow else 24, side, 16)
        self._follow_theme()

    def set_ring_visible(self, *, visible: bool) -> None:
        """Show the small ring, on every page but Today and Breaks."""
        self._ring.setVisible(visible)

    def show_ring(self, state: RingState, share: float, title: str, line: str) -> None:
        """Show where sitting stands: ring, a short title, a line under it."""
        self._ring.show_state(state, share, title, line)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what is true now."""
        super().showEvent(event)
        self.appeared.emit()

    def sizeHint(self) -> QSize:
        """Return the usual width, or what the names of the pages need, if they are larger."""
        margins = self._column.contentsMargins()
        needed = max(self.nav.sizeHint().width(), self._head.sizeHint().width())
        needed += margins.left() + margins.right()
        usual = metrics.SIDEBAR_NARROW if self._narrow else metrics.SIDEBAR
        return QSize(max(usual, needed), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the same width."""
        return QSize(self.sizeHint().width(), super().minimumSizeHint().height())

    def _follow_theme(self) -> None:
        side = self._theme.fonts.pixels(_LOGO)
        self._logo.setPixmap(self._theme.logo(side, self.devicePixelRatioF()))
        self.updateGeometry()


class RingCard(QAbstractButton):
    """The small ring with two lines; opens the page of breaks."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ring = SittingRing(theme, _RING)
        self._title = ElidingLabel("", Type.BODY_STRONG)
        self._line = ElidingLabel("", Type.CAPTION, "ink2")
        for part in (self._ring, self._title, self._line):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setProperty("focus_radius", metrics.RADIUS_CARD)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._title)
        texts.addWidget(self._line)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 10, 12)
        row.setSpacing(12)
        row.addWidget(self._ring)
        row.addLayout(texts, 1)
        theme.changed.connect(self._follow_theme)
        self._follow_theme()

    def show_state(self, state: RingState, share: float, title: str, line: str) -> None:
        """Show where sitting stands."""
        self._ring.show_state(state, share, RingTexts(spoken=title))
        self._title.setText(title)
        self._line.setText(line)
        self.setToolTip(f"{title}\n{line}" if self._title.elided or self._line.elided else "")
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)

    def sizeHint(self) -> QSize:
        """Return the room of ring and lines, which become shorter rather than make it wider."""
        layout = self.layout()
        if layout is None:
            return super().sizeHint()
        return QSize(layout.minimumSize().width(), layout.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = tokens.stage if self.underMouse() else tokens.card
        paint_ground(painter, QRectF(self.rect()), metrics.RADIUS_CARD, ground, tokens)

    def _follow_theme(self) -> None:
        # The ring has no text: with large letters the room is theirs.
        self._ring.set_diameter(round(_RING / self._theme.fonts.factor))
        self.update()
