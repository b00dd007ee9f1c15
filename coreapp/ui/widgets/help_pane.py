"""A few sentences where the question arose, in the window itself: nothing waits for them."""

from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from coreapp.i18n import _
from coreapp.services.help_topics import HelpTopic
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, IconButton
from coreapp.ui.widgets.help_topic import part_with_topic, topic_of
from coreapp.ui.widgets.labels import make_text
from coreapp.ui.widgets.scrolled import scrolled

if TYPE_CHECKING:
    from coreapp.services.help_words import HelpText

WIDTH: Final = 360
_PADDING: Final = 16
_GAP: Final = 6
_EDGE: Final = 12
_LARGE: Final = 200
"""What is higher than this has no place beneath it: its help stands in the corner."""

_ELSEWHERE: Final = frozenset(
    {QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.FocusIn}
)
"""What closes it when it happens to another part of the window."""

_SCROLLING: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 5,
    Qt.Key.Key_PageUp: -5,
}


def _words(topic: HelpTopic) -> "HelpText":
    """Return what is said; what that is made of is imported with the first question.

    The rules whose figures it tells would make the first window 36 ms later.
    """
    from coreapp.services.help_words import help_text  # noqa: PLC0415  see above

    return help_text(topic)


@runtime_checkable
class LeadsToGuide(Protocol):
    """A window that can show an article of the guide."""

    def open_article(self, identity: str) -> None:
        """Show an article."""


class HelpPane(QFrame):
    """Lies over its window until Esc, a click elsewhere, or the keyboard going elsewhere.

    It has the keyboard, and leaves to the window every key but its own: a session that is played
    beneath it goes on and obeys.

    Attributes:
        topic: what it is about.
    """

    def __init__(self, theme: Theme, topic: HelpTopic, anchor: QWidget, window: QWidget) -> None:
        """Make the pane.

        Args:
            theme: the look.
            topic: what it is about.
            anchor: what it stands beside.
            window: lies beneath it.
        """
        super().__init__(window)
        self.topic = topic
        self._theme = theme
        self._anchor: QWidget | None = anchor
        self._came_from: QWidget | None = None
        self._title = make_text("", Type.TITLE)
        self._text = make_text("")
        # Who trains has no steady hand.
        self._close = IconButton(theme, Icon.CLOSE, "", player=_is_player(window))
        self._more = Button(theme, "", ButtonKind.LINK)
        self._elsewhere = make_text("", Type.CAPTION, "ink2")
        self._article = _words(topic).article
        self._area = scrolled(self._text)
        self.setProperty("role", "popover")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self._speak()
        self._close.clicked.connect(self.close_and_return)
        self._more.clicked.connect(self._open_article)
        anchor.destroyed.connect(self._lose_anchor)
        theme.changed.connect(self._follow_theme)

    @property
    def text(self) -> str:
        """Everything it says, as it is read aloud."""
        return f"{self.accessibleName()}. {self.accessibleDescription()}"

    def open(self) -> None:
        """Show it, with the keyboard in it."""
        origin: QWidget | None = self.window().focusWidget()
        if origin is not None:
            self._came_from = origin
            origin.destroyed.connect(self._lose_origin)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()
        # Once more: labels know their height only when they have their look.
        self._place()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_and_return(self) -> None:
        """Close it; the keyboard is again where it was."""
        back = self._came_from or self._twin() or self.window()
        self.close()
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Take Esc before the window does."""
        is_override = event.type() is QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc; scroll where not all of it has room; leave the rest to the window."""
        bar = self._area.verticalScrollBar()
        step = _SCROLLING.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.close_and_return()
        elif step is not None and bar.maximum():
            bar.setValue(bar.value() + step * bar.singleStep())
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._speak()
            self._place()

    def hideEvent(self, event: QHideEvent) -> None:
        """Be gone for good."""
        super().hideEvent(event)
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close with a click or a turn of the wheel elsewhere; follow the window's size."""
        kind = event.type()
        if kind in _ELSEWHERE and isinstance(watched, QWidget):
            if not self._is_ours(watched) and watched.window() is self.window():
                self.close()
        elif watched is self.parentWidget() and kind is QEvent.Type.Resize:
            self._place()
        elif watched is self._anchor and kind is QEvent.Type.Hide:
            QTimer.singleShot(0, self, self._look_for_anchor)
        return False

    def _is_ours(self, widget: QWidget) -> bool:
        """Tell whether a widget belongs to it; the button that opened it closes it by itself."""
        return widget is self or self.isAncestorOf(widget) or widget is self._anchor

    def _lay_out(self) -> None:
        self._text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._text.setContentsMargins(0, 0, _PADDING // 2, 0)
        self._more.setStyleSheet("padding: 0;")  # in line with the words above it
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, _PADDING // 2, _PADDING // 2, _PADDING)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._elsewhere)
        leads = isinstance(self.parentWidget(), LeadsToGuide)
        self._more.setVisible(bool(self._article) and leads)
        # Nothing leads away from a session, or from what is being filled in.
        self._elsewhere.setVisible(bool(self._article) and not leads)

    def _speak(self) -> None:
        said = _words(self.topic)
        self._title.setText(said.title)
        self._text.setText(said.text)
        self._close.set_icon(Icon.CLOSE, _("Close (Esc)"))
        self._more.setText(_("More in the guide"))
        self._elsewhere.setText(_("The guide has more on this."))
        self.setAccessibleName(said.title)
        self.setAccessibleDescription(said.text)

    def _follow_theme(self) -> None:
        QTimer.singleShot(0, self, self._place)

    def _place(self) -> None:
        """Stand beneath what was asked about, above it, or in the corner; never out of sight."""
        window = self.window()
        self.ensurePolished()
        room = window.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        width = min(self._theme.fonts.pixels(WIDTH), room.width())
        box = QRect(0, 0, width, min(self._height_for(width), room.height()))
        box.moveTopLeft(self._corner(window, room, box))
        self.setGeometry(box)

    def _height_for(self, width: int) -> int:
        margins = self.contentsMargins()
        layout = self.layout()
        inner = width - _PADDING - _PADDING // 2 - margins.left() - margins.right()
        around = 0 if layout is None else layout.sizeHint().height()
        around -= self._area.sizeHint().height()
        title = self._title.heightForWidth(inner - self._close.sizeHint().width() - 8)
        around += max(0, title - max(self._title.sizeHint().height(), self._close.height()))
        return around + self._text.heightForWidth(inner) + 2

    def _corner(self, window: QWidget, room: QRect, box: QRect) -> QPoint:
        anchor = self._anchor
        if anchor is None:
            return self.pos() if self.isVisible() else room.topLeft()
        high = anchor.height() > self._theme.fonts.pixels(_LARGE)
        if self.topic is HelpTopic.PLAYER:
            # The time that counts down stands at the right.
            return room.topLeft()
        if high or anchor.window() is not window:
            return QPoint(room.right() - box.width(), room.top())
        top_left = anchor.mapTo(window, QPoint(0, 0))
        y = top_left.y() + anchor.height() + _GAP
        if y + box.height() > room.bottom():
            y = top_left.y() - box.height() - _GAP
        # What has been scrolled out of sight is asked about as well.
        y = min(max(room.top(), y), room.bottom() - box.height())
        x = min(max(room.left(), top_left.x() - _PADDING), room.right() - box.width())
        return QPoint(x, y)

    def _open_article(self) -> None:
        window: object = self.parentWidget()
        self.close()
        if isinstance(window, LeadsToGuide):
            window.open_article(self._article)

    def _look_for_anchor(self) -> None:
        """Close with the page it is about; what was only made anew, it outlives."""
        if self._anchor is not None and not self._anchor.isVisible():
            self.close()

    def _twin(self) -> QWidget | None:
        """Return what is asked about now in the place of what was made anew."""
        for each in self.window().findChildren(QWidget):
            focusable = each.focusPolicy() is not Qt.FocusPolicy.NoFocus
            if focusable and topic_of(each) is self.topic and each.isVisible():
                return each
        return None

    def _lose_anchor(self) -> None:
        self._anchor = None

    def _lose_origin(self) -> None:
        self._came_from = None


def _is_player(window: QWidget) -> bool:
    """Tell whether somebody trains in front of a window."""
    return topic_of(window) is HelpTopic.PLAYER


def switch_help(theme: Theme, topic: HelpTopic, anchor: QWidget) -> None:
    """Open help beside a widget of a window, or close it where it is open already."""
    window = anchor.window()
    _switch(theme, topic, anchor, window)


def explain_here(theme: Theme, window: QWidget) -> None:
    """Open help about where the keyboard is in a window, or close what is open.

    Nothing happens where nothing has a topic.
    """
    pane = window.findChild(HelpPane)
    if pane is not None and pane.isVisible():
        pane.close_and_return()
        return
    focused: QWidget | None = window.focusWidget()
    part = part_with_topic(window if focused is None else focused)
    topic = None if part is None else topic_of(part)
    if part is not None and topic is not None:
        _switch(theme, topic, part, window)


def _switch(theme: Theme, topic: HelpTopic, anchor: QWidget, window: QWidget) -> None:
    for pane in window.findChildren(HelpPane):
        if pane.isVisible():
            is_same = pane.topic is topic
            pane.close_and_return()
            if is_same:
                return
    HelpPane(theme, topic, anchor, window).open()
