"""Buttons whose icons follow the theme."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from coreapp.ui.theme import metrics
from coreapp.ui.theme.focus_ring import RADIUS_PROPERTY
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme


class ButtonKind(StrEnum):
    """How much a button asks for attention; a page has one primary button."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    OUTLINE = "outline"
    QUIET = "quiet"
    LINK = "link"
    DANGER = "danger"
    CHOICE = "choice"


class ButtonSize(StrEnum):
    """How large a button is."""

    NORMAL = "normal"
    BIG = "big"
    SMALL = "small"


_GAP: Final = 4
_ARROW: Final = 14
_ICON_COLOURS: Final = {
    ButtonKind.PRIMARY: "on_accent",
    ButtonKind.SECONDARY: "ink",
    ButtonKind.OUTLINE: "ink",
    ButtonKind.QUIET: "ink2",
    ButtonKind.LINK: "accent_text",
    ButtonKind.DANGER: "danger",
    ButtonKind.CHOICE: "ink",
}


class Button(QPushButton):
    """A button with a text, and an icon if wanted."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        kind: ButtonKind = ButtonKind.SECONDARY,
        icon: Icon | None = None,
        size: ButtonSize = ButtonSize.NORMAL,
    ) -> None:
        super().__init__(text)
        self._theme = theme
        self._kind = kind
        self._icon = icon
        self.setProperty("kind", kind.value)
        self._take_size(size)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        if kind is ButtonKind.CHOICE:
            self.setCheckable(True)
        theme.changed.connect(self._show_icon)
        self._show_icon()

    def set_icon(self, icon: Icon | None) -> None:
        """Show another icon, or none."""
        self._icon = icon
        self._show_icon()

    def set_kind(self, kind: ButtonKind) -> None:
        """Ask for more or less attention."""
        self._kind = kind
        self.setProperty("kind", kind.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self._show_icon()

    def set_size(self, size: ButtonSize) -> None:
        """Be larger or smaller."""
        self._take_size(size)
        self.style().unpolish(self)
        self.style().polish(self)
        self._show_icon()

    def stand_flush(self) -> None:
        """Begin with icon or word on the left edge, like what is above; for quiet buttons."""
        self.setStyleSheet("padding: 0 8px 0 0; border-width: 1px 1px 1px 0;")

    def room_of(self, text: str) -> int:
        """Return how much wider it is with a text than with its icon alone, in pixels."""
        with_gap = self._theme.icon_size(self._pixels, _GAP).width()
        gap = with_gap - self._theme.icon_size(self._pixels).width() if self._icon else 0
        return self.fontMetrics().horizontalAdvance(text) + gap

    def put_icon_last(self) -> None:
        """Show the icon after the text, as the arrow of a menu is."""
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._show_icon()

    def _take_size(self, size: ButtonSize) -> None:
        is_big = size is ButtonSize.BIG
        self._pixels = 20 if is_big else 18
        self.setProperty("extent", size.value)
        self.setProperty(RADIUS_PROPERTY, metrics.RADIUS_BUTTON_BIG if is_big else None)

    def _show_icon(self) -> None:
        if self._icon is None:
            self.setIcon(QIcon())
            return
        gap = _GAP if self.text() else 0
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            gap = -gap
        colour = _ICON_COLOURS[self._kind]
        self.setIcon(self._theme.icon(self._icon, colour, self._pixels, gap))
        self.setIconSize(self._theme.icon_size(self._pixels, gap))


class IconButton(QToolButton):
    """A button that is only an icon; its name is the tool tip and is read aloud."""

    def __init__(
        self,
        theme: Theme,
        icon: Icon,
        name: str,
        colour: str = "ink2",
        *,
        player: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._colour = colour
        self._hit = metrics.HIT_PLAYER if player else metrics.BUTTON
        self.setProperty("kind", "icon")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self._show_icon)
        self.set_icon(icon, name)

    def set_icon(self, icon: Icon, name: str) -> None:
        """Show another icon under another name."""
        self._icon = icon
        self.setAccessibleName(name)
        self.setToolTip(name)
        self._show_icon()

    def sizeHint(self) -> QSize:
        """Return a square that can be hit."""
        side = self._theme.fonts.pixels(self._hit)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def _show_icon(self) -> None:
        size = 24 if self._hit == metrics.HIT_PLAYER else metrics.ICON
        self.setIcon(self._theme.icon(self._icon, self._colour, size))
        self.setIconSize(self._theme.icon_size(size))
        self.updateGeometry()


class Chip(QPushButton):
    """A small round choice that is on or off."""

    def __init__(self, theme: Theme, text: str, icon: Icon | None = None) -> None:
        super().__init__(text)
        self._theme = theme
        self._icon = icon
        self.setProperty("kind", "chip")
        self.setProperty(RADIUS_PROPERTY, metrics.RADIUS_CHIP)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._show_icon)
        self._show_icon()

    def sizeHint(self) -> QSize:
        """Be as wide as high at least: Qt gives up the round ends of what is narrower."""
        hint = super().sizeHint()
        return QSize(max(hint.width(), hint.height() + 2), hint.height())

    def _show_icon(self) -> None:
        if self._icon is not None:
            self.setIcon(self._theme.icon(self._icon, "ink", 16, _GAP))
            self.setIconSize(self._theme.icon_size(16, _GAP))


class FilterButton(QPushButton):
    """A round outline button with an arrow that opens a menu (`setMenu`)."""

    def __init__(self, theme: Theme, text: str, *, filled: bool = False) -> None:
        super().__init__(text)
        self._theme = theme
        self.setProperty("kind", "chip" if filled else "filter")
        self.setProperty(RADIUS_PROPERTY, metrics.RADIUS_CHIP)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        theme.changed.connect(self._show_arrow)
        self._show_arrow()

    def _show_arrow(self) -> None:
        self.setIcon(self._theme.icon(Icon.CHEVRON_DOWN, "ink2", _ARROW, -_GAP))
        self.setIconSize(self._theme.icon_size(_ARROW, -_GAP))


class RoundButton(QPushButton):
    """The large round button in ink, such as the player's pause."""

    def __init__(self, theme: Theme, icon: Icon, name: str, diameter: int = 72) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._diameter = diameter
        self.setProperty(RADIUS_PROPERTY, diameter)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        self.set_icon(icon, name)

    def set_icon(self, icon: Icon, name: str) -> None:
        """Show another icon under another name."""
        self._icon = icon
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the disc; there is no letter on it that would grow."""
        return QSize(self._diameter, self._diameter)

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the disc and the icon on it."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.ink2 if self.isDown() else tokens.ink)
        side = min(self.width(), self.height())
        disc = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter.drawEllipse(disc)
        if self.underMouse() and not self.isDown():
            veil = tokens.colour("ground")
            veil.setAlphaF(0.12)
            painter.setBrush(veil)
            painter.drawEllipse(disc)
        icon = side * 0.36
        box = QRectF(0, 0, icon, icon)
        box.moveCenter(disc.center())
        self._theme.icons.paint(painter, box, self._icon, tokens.ground)
