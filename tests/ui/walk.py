"""Looks a window over as a person would.

Is anything cut off, or on top of something else? Is everything large enough to be hit, and has it a
name? What is painted without widgets is looked at by `painted_words`, the way of the keyboard by
`key_path`.
"""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
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
    QScrollArea,
    QScrollBar,
    QStackedWidget,
    QWidget,
)

from coreapp.ui.player.player_window import PlayerWindow
from coreapp.ui.theme.focus_ring import FocusRing
from coreapp.ui.theme.metrics import HIT_MIN, HIT_PLAYER
from coreapp.ui.widgets.help_pane import HelpPane
from coreapp.ui.widgets.toast import Toast

INTERACTIVE = (
    QAbstractButton,
    QLineEdit,
    QPlainTextEdit,
    QComboBox,
    QAbstractSpinBox,
    QAbstractSlider,
)
ON_TOP = (FocusRing, HelpPane, Toast, QScrollBar)
"""What lies over others on purpose."""
SLACK = 1
"""Pixels that rounding may cost."""


def problems_in(window: QWidget, *, hits: bool = False) -> list[str]:
    """Return a line for each thing in a window that a person would stumble over.

    Args:
        window: what is looked over.
        hits: whether each control has to be large enough to be hit. For the whole program only:
            how large a control is, its style sheet says.
    """
    QApplication.processEvents()
    found: list[str] = []
    for widget in _seen(window):
        found += _overlaps(widget)
        if isinstance(widget, QScrollArea) and widget.horizontalScrollBar().isVisible():
            found.append(f"{describe(widget)} has to be scrolled sideways")
        if isinstance(widget, QLabel | QAbstractButton):
            found += _too_small(widget)
            found += _sticks_out(widget)
        is_control = isinstance(widget, INTERACTIVE)
        if is_control and hits:
            found += _hard_to_hit(widget)
        # A window is called by its title, and a page by the window that it is in.
        if not widget.isWindow() and (is_control or takes_keys(widget)):
            found += _speechless(widget)
    return found


def takes_keys(widget: QWidget) -> bool:
    """Tell whether Tab leads to a widget."""
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and widget.isEnabled() and widget.focusProxy() is None


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
    """Yield a window and what is seen in it; pages that lie behind are not gone through."""
    ahead = [window]
    while ahead:
        widget = ahead.pop()
        ahead += (each for each in reversed(_widgets_in(widget)) if each.isVisible())
        if not isinstance(widget, QScrollBar) and not isinstance(
            widget.parentWidget(), QComboBox | QAbstractSpinBox
        ):
            yield widget


def _widgets_in(parent: QWidget) -> list[QWidget]:
    return [each for each in parent.children() if isinstance(each, QWidget)]


def _overlaps(parent: QWidget) -> Iterator[str]:
    """Look whether two widgets beside each other lie on one another."""
    if isinstance(parent, QStackedWidget):
        return
    inside = [
        (each, each.geometry())
        for each in _widgets_in(parent)
        if _is_in_the_way(each) and not each.isWindow()
    ]
    for (one, place), (other, beside) in combinations(inside, 2):
        shared = place.intersected(beside)
        if shared.width() > SLACK and shared.height() > SLACK:
            yield f"{describe(one)} lies on {describe(other)}"


def _is_in_the_way(widget: QWidget) -> bool:
    through = widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return widget.isVisible() and not through and not isinstance(widget, ON_TOP)


def _hard_to_hit(widget: QWidget) -> Iterator[str]:
    """Look whether a control is large enough; who moves about has no steady hand."""
    size, window = widget.size(), widget.window()
    in_session = isinstance(window, PlayerWindow) and window.after is None
    least = HIT_PLAYER if in_session else HIT_MIN
    if min(size.width(), size.height()) < least:
        yield f"{describe(widget)} is {size.width()} x {size.height()}: too small to be hit"


def _speechless(widget: QWidget) -> Iterator[str]:
    name = spoken_name(widget)
    if not name:
        yield f"{describe(widget)} has no name to be read aloud"
    elif name in {each.__name__ for each in type(widget).__mro__}:
        yield f"{describe(widget)} is called what it is made of"


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
