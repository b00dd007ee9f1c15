"""Looks a window over as a person would: is anything cut off, has everything a name?"""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)

INTERACTIVE = (
    QAbstractButton,
    QLineEdit,
    QPlainTextEdit,
    QComboBox,
    QAbstractSpinBox,
    QAbstractSlider,
)
SLACK = 1
"""Pixels that rounding may cost."""


def problems_in(window: QWidget) -> list[str]:
    """Return a line for each thing in a window that is cut off or has no name."""
    QApplication.processEvents()
    found: list[str] = []
    for widget in _seen(window):
        if isinstance(widget, QLabel | QAbstractButton):
            found += _too_small(widget)
            found += _sticks_out(widget)
        if isinstance(widget, INTERACTIVE) and not spoken_name(widget):
            found.append(f"{describe(widget)} has no name to be read aloud")
    return found


def spoken_name(widget: QWidget) -> str:
    """Return what a screen reader says for a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return "" if interface is None else interface.text(QAccessible.Text.Name).strip()


def describe(widget: QWidget) -> str:
    """Return which widget it is, for people."""
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    words = text or widget.accessibleName() or widget.objectName()
    return f"{type(widget).__name__} “{words}” in {_path(widget)}"


def _seen(window: QWidget) -> Iterator[QWidget]:
    for widget in (window, *window.findChildren(QWidget)):
        is_part = isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox)
        if widget.isVisible() and not is_part and not isinstance(widget, QScrollBar):
            yield widget


def _too_small(widget: QLabel | QAbstractButton) -> Iterator[str]:
    text = widget.text()
    if isinstance(widget, QLabel) and not text:
        return
    wanted, got = widget.sizeHint(), widget.size()
    if widget.hasHeightForWidth():
        high = widget.heightForWidth(got.width())
        if got.height() + SLACK < high:
            yield f"{describe(widget)} is {got.height()} high and needs {high}"
        return
    # What shortens itself tells the whole text by its tool tip.
    elides = bool(text) and widget.toolTip() == text
    if got.width() + SLACK < wanted.width() and not elides:
        yield f"{describe(widget)} is {got.width()} wide and needs {wanted.width()}"
    if got.height() + SLACK < wanted.height():
        yield f"{describe(widget)} is {got.height()} high and needs {wanted.height()}"


def _sticks_out(widget: QWidget) -> Iterator[str]:
    """Look whether a widget around it, or the edge of a scrolled area, cuts it off."""
    around = widget.parentWidget()
    while around is not None and not widget.isWindow():
        place = QRect(widget.mapTo(around, QPoint(0, 0)), widget.size())
        is_viewport = isinstance(around.parentWidget(), QAbstractScrollArea)
        if place.left() < -SLACK or place.right() > around.width() + SLACK:
            yield f"{describe(widget)} is cut off at the side by {_name(around)}"
            return
        if is_viewport or around.isWindow():
            if not is_viewport and place.bottom() > around.height() + SLACK:
                yield f"{describe(widget)} is cut off below by {_name(around)}"
            return
        if place.top() < -SLACK or place.bottom() > around.height() + SLACK:
            yield f"{describe(widget)} is cut off above or below by {_name(around)}"
            return
        around = around.parentWidget()


def _name(widget: QWidget) -> str:
    return widget.objectName() or type(widget).__name__


def _path(widget: QWidget) -> str:
    names: list[str] = []
    around = widget.parentWidget()
    while around is not None and len(names) < 3:
        if type(around) is not QWidget:
            names.append(_name(around))
        around = around.parentWidget()
    return " < ".join(names)
