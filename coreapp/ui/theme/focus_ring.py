"""The line around the control that has the keyboard.

It is a widget of its own because it lies outside the control, where a style may not paint. It shows
only after keyboard use: Qt marks a window once Tab or a shortcut moved the focus, and a click that
moves the focus takes the mark away.
"""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from coreapp.ui.theme.metrics import FOCUS_GAP, RADIUS_BUTTON

RADIUS_PROPERTY = "focus_radius"
OWN_FOCUS_PROPERTY = "paints_own_focus"


class FocusRing(QWidget):
    """A rounded line around `target`, in the same window or scrolled area."""

    def __init__(self, target: QWidget, frame: QWidget, line: QPen) -> None:
        super().__init__(frame)
        self._target = target
        self._line = line
        self.setObjectName("focus_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._watched = _between(target, frame)
        for widget in self._watched:
            widget.installEventFilter(self)
        self._follow()

    def leave(self) -> None:
        """Go, and not come back when something around the target still moves."""
        for widget in self._watched:
            if shiboken6.isValid(widget):
                widget.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the target when it or a widget around it moves."""
        if event.type() in {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show}:
            self._follow()
        elif event.type() == QEvent.Type.Hide:
            self.hide()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        radius = self._target.property(RADIUS_PROPERTY)
        corner = float(radius) if isinstance(radius, int | float) else float(RADIUS_BUTTON)
        half = self._line.widthF() / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._line)
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        limit = min(box.width(), box.height()) / 2
        painter.drawRoundedRect(box, min(corner + 3, limit), min(corner + 3, limit))

    def _follow(self) -> None:
        frame = self.parentWidget()
        if frame is None or not self._target.isVisibleTo(frame):
            self.hide()
            return
        corner = self._target.mapTo(frame, QPoint(0, 0))
        box = QRect(corner, self._target.size())
        reach = FOCUS_GAP + self._line.width()
        around = box.adjusted(-reach, -reach, reach, reach)
        # A control may reach to the edge, beyond which nothing is seen: the line lies on it there.
        self.setGeometry(around.intersected(frame.rect()))
        self.raise_()
        self.show()


class FocusRings(QObject):
    """Shows one ring in the whole program, around what has the keyboard."""

    def __init__(self, app: QApplication, line: QPen, parent: QObject) -> None:
        super().__init__(parent)
        self._line = line
        self._ring: FocusRing | None = None
        app.focusChanged.connect(self._move)

    def let_go(self, app: QApplication) -> None:
        """Show no ring any more."""
        app.focusChanged.disconnect(self._move)
        self._drop()

    def set_line(self, line: QPen) -> None:
        """Use another line from the next move on, and for the present ring."""
        self._line = line
        focused = QApplication.focusWidget()
        if self._ring is not None and focused is not None:
            self._show(focused)

    def _move(self, before: QWidget | None, now: QWidget | None) -> None:
        self._drop()
        if now is None:
            return
        window = now.window()
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, False)
        if window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            self._show(now)

    def _show(self, focused: QWidget) -> None:
        self._drop()
        target = _outer(focused)
        if target.isWindow() or target.property(OWN_FOCUS_PROPERTY):
            return
        self._ring = FocusRing(target, _frame_of(target), self._line)

    def _drop(self) -> None:
        if self._ring is not None and shiboken6.isValid(self._ring):
            self._ring.leave()
        self._ring = None


def _outer(focused: QWidget) -> QWidget:
    """Return what the eye takes for the control: the spin box, not the text field within it."""
    owner = focused.parentWidget()
    if isinstance(focused, QLineEdit) and isinstance(owner, QComboBox | QAbstractSpinBox):
        return owner
    return focused


def _frame_of(target: QWidget) -> QWidget:
    """Return the window, or the widget that is scrolled, in which the ring can lie."""
    frame = target
    while (parent := frame.parentWidget()) is not None and not frame.isWindow():
        area = parent.parentWidget()
        if isinstance(area, QAbstractScrollArea) and not isinstance(
            area, QTextEdit | QPlainTextEdit
        ):
            return frame if frame is not target else parent
        frame = parent
    return frame


def _between(target: QWidget, frame: QWidget) -> list[QWidget]:
    widgets = [target]
    while widgets[-1] is not frame and (parent := widgets[-1].parentWidget()) is not None:
        widgets.append(parent)
    return widgets
