"""Everything that a person can read, or hear read, in the windows that are open."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTimeEdit,
    QWidget,
)

Said = tuple[str, str, str]
"""The kind of widget, what is said by it, and the text."""


def texts_of_windows() -> Counter[Said]:
    """Return every text of every window that is open."""
    windows = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    return Counter(said for window in windows for said in texts_in(window))


def texts_in(window: QWidget) -> Iterator[Said]:
    """Return every text of one window that can be seen or read aloud in it now."""
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible():
            kind = type(widget).__name__
            yield from ((kind, what, text) for what, text in _said(widget) if text)


def texts_of_menu(menu: QMenu) -> Iterator[str]:
    """Return the entries of a menu and of those below it."""
    for action in menu.actions():
        yield action.text()
        below = action.menu()
        if isinstance(below, QMenu):
            yield from texts_of_menu(below)


def _said(widget: QWidget) -> Iterator[tuple[str, str]]:
    yield "name", widget.accessibleName()
    yield "description", widget.accessibleDescription()
    yield "tool tip", widget.toolTip()
    if widget.isWindow():
        yield "title", widget.windowTitle()
    match widget:
        case QLabel() | QAbstractButton():
            yield "text", widget.text()
        case QLineEdit():
            yield "placeholder", widget.placeholderText()
            yield "typed", widget.text()
        case QPlainTextEdit():
            yield "placeholder", widget.placeholderText()
        case QComboBox():
            for index in range(widget.count()):
                yield "option", widget.itemText(index)
        case QDateEdit() | QTimeEdit():
            yield "shown", widget.text()
