"""Walks a window with Tab alone: is all of it reached, and is it seen where one is?"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QWidget,
)

from tests.ui.walk import describe, takes_keys

MOST_STEPS = 600
MOST_PARTS = 6
AROUND = 6
"""The line around a control lies so far outside of it, in pixels."""


@dataclass(slots=True)
class KeyWalk:
    """One way round a window.

    Attributes:
        window: what is walked.
        known: kinds of controls of which it is known that one sees the keyboard on them.
        reached: what Tab led to, in order.
        unseen: a line for each control that looks the same with the keyboard and without it.
    """

    window: QWidget
    known: set[type[QWidget]] = field(default_factory=set)
    reached: list[QWidget] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)

    def go(self, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
        """Press Tab until one is where one began; return what was reached, in order.

        Raises:
            AssertionError: it never comes back, or stays where it is.
        """
        within = 0
        for _step in range(MOST_STEPS):
            before = QApplication.focusWidget()
            shown = self._picture(before)
            QTest.keyClick(before or self.window, key)
            now = QApplication.focusWidget()
            assert now is not None, f"after {_last(self.reached)} nothing has the keys"
            if now is before and (now is not self.window or self.reached):
                # Day, month and year of a date are within one field; a session seen from a
                # distance has nothing but its window.
                within += 1
                assert within < MOST_PARTS or now is self.window, f"{describe(now)} holds the keys"
                if now is self.window:
                    return self.reached
                continue
            within = 0
            self._compare(before, shown)
            if self.reached and now is self.reached[0]:
                return self.reached
            assert now not in self.reached, f"{describe(now)} leads round without the start"
            self.reached.append(now)
        raise AssertionError("the way has no end")

    def _compare(self, widget: QWidget | None, shown: QImage | None) -> None:
        """Look at a control again, now that the keyboard has left it."""
        later = self._picture(widget)
        if widget is None or shown is None or later is None or shown.size() != later.size():
            return
        if shown == later:
            self.unseen.append(f"{describe(widget)} does not show that it has the keys")
        else:
            self.known.add(type(widget))

    def _picture(self, widget: QWidget | None) -> QImage | None:
        """Return how a control looks, with what is around it; None where that is not asked."""
        if widget not in self.reached or widget is self.window or type(widget) in self.known:
            return None
        QApplication.processEvents()
        corner = widget.mapTo(self.window, QPoint(0, 0))
        place = QRect(corner, widget.size()).adjusted(-AROUND, -AROUND, AROUND, AROUND)
        return self.window.grab(place.intersected(self.window.rect())).toImage()


def escape(dialog: QDialog) -> None:
    """Close a dialog as the keyboard does."""
    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible(), f"Esc does not close “{dialog.windowTitle()}”"


def _last(reached: list[QWidget]) -> str:
    return describe(reached[-1]) if reached else "the start"


def left_out(window: QWidget, reached: list[QWidget]) -> Iterator[str]:
    """Return a line for each control that takes keys, is seen, and was not reached."""
    found = set(reached)
    for widget in window.findChildren(QWidget):
        if not (widget.isVisible() and takes_keys(widget)) or widget.window() is not window:
            continue
        if widget not in found and not _is_represented(widget, found):
            yield f"{describe(widget)} is not reached"


def _is_represented(widget: QWidget, found: set[QWidget]) -> bool:
    """Tell whether what was reached leads on to it by other keys, or is the same to the eye."""
    if isinstance(widget, QAbstractButton) and widget.group() is not None:
        return bool(found & set(widget.group().buttons()))
    owner = widget.parentWidget()
    return isinstance(owner, QAbstractSpinBox | QComboBox) and owner in found
