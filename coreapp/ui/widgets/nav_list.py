"""The list of pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from coreapp.ui.theme import metrics
from coreapp.ui.theme.edges import paint_ground
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class NavPage:
    """A page in the list; `at_end` puts it at the bottom."""

    key: str
    text: str
    icon: Icon
    at_end: bool = False


class NavList(QWidget):
    """Rows with icon and name, one chosen; arrow keys move, Tab leaves."""

    page_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys: list[str] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._group.idClicked.connect(self._tell)

    def set_pages(self, pages: Sequence[NavPage]) -> None:
        """Show these pages; the first is chosen."""
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.deleteLater()
        while self._column.count():
            self._column.takeAt(0)
        ordered = [page for page in pages if not page.at_end]
        last = [page for page in pages if page.at_end]
        self._keys = [page.key for page in (*ordered, *last)]
        for page in ordered:
            self._add(page)
        self._column.addStretch(1)
        for page in last:
            self._add(page)
        if self._keys:
            self.choose(self._keys[0])

    def key(self) -> str:
        """Return the key of the chosen page, empty without pages."""
        index = self._group.checkedId()
        return self._keys[index] if index >= 0 else ""

    def name(self) -> str:
        """Return the name of the chosen page, empty without pages."""
        button = self._group.checkedButton()
        return "" if button is None else button.text()

    def choose(self, key: str) -> None:
        """Show a page as chosen, silently; with an unknown key none is chosen."""
        self._group.setExclusive(False)
        for index, button in enumerate(self._buttons()):
            button.setChecked(self._keys[index] == key)
            chosen = button.isChecked()
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus
            )
        self._group.setExclusive(True)

    def focus_chosen(self) -> None:
        """Give the keyboard to the chosen row."""
        button = self._group.checkedButton()
        if button is not None:
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the choice."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None or not self._keys:
            super().keyPressEvent(event)
            return
        index = min(len(self._keys) - 1, max(0, self._group.checkedId() + step))
        self._group.button(index).setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._tell(index)

    def _buttons(self) -> list[QAbstractButton]:
        return [self._group.button(index) for index in range(len(self._keys))]

    def _add(self, page: NavPage) -> None:
        row = _NavRow(self._theme, page)
        self._group.addButton(row, self._keys.index(page.key))
        self._column.addWidget(row)

    def _tell(self, index: int) -> None:
        self.choose(self._keys[index])
        self.page_requested.emit(self._keys[index])


class _NavRow(QAbstractButton):
    """One row of the list."""

    def __init__(self, theme: Theme, page: NavPage) -> None:
        super().__init__()
        self._theme = theme
        self._icon = page.icon
        self.setText(page.text)
        self.setAccessibleName(page.text)
        self.setObjectName(f"nav_{page.key}")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._follow_theme)

    def sizeHint(self) -> QSize:
        """Return the room of icon and name."""
        metric = QFontMetricsF(self._theme.font(Type.BODY_STRONG))
        pixels = self._theme.fonts.pixels
        width = pixels(metrics.ICON) + metric.horizontalAdvance(self.text()) + 12 + 12 + 14
        # Large letters fill the row they have before it grows: seven of them go into a window.
        return QSize(round(width), max(metrics.NAV_ROW, round(metric.height()) + 18))

    def minimumSizeHint(self) -> QSize:
        """Allow it to become narrow; the name is then elided and told by a tool tip."""
        return QSize(80, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the name by a tool tip when there is no room for it."""
        super().resizeEvent(event)
        self.setToolTip(self.text() if self.width() < self.sizeHint().width() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon and name."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        ground = self._ground()
        if ground:
            colour = tokens.colour(ground)
            paint_ground(painter, box, metrics.RADIUS_BUTTON, colour, tokens)
        chosen = self.isChecked()
        side = self._theme.fonts.pixels(metrics.ICON)
        icon = QRectF(12, (box.height() - side) / 2, side, side)
        self._theme.icons.paint(
            painter, icon, self._icon, tokens.accent_text if chosen else tokens.ink2
        )
        font = self._theme.font(Type.BODY_STRONG)
        if not chosen:
            font.setWeight(font.weight().Medium)
        painter.setFont(font)
        painter.setPen(tokens.ink if chosen else tokens.ink2)
        room = box.adjusted(icon.right() + 12, 0, -8, 0)
        mode = Qt.TextElideMode.ElideRight
        text = QFontMetricsF(font).elidedText(self.text(), mode, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _ground(self) -> str:
        if self.isChecked():
            return "selected"
        return "hover" if self.underMouse() else ""

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()
