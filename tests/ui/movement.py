"""Finds what moves by itself in a window."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractAnimation, QTimer
from PySide6.QtWidgets import QWidget

from coreapp.ui.player.ticker import CALM_FRAME_MS


def moving_in(window: QWidget) -> Iterator[str]:
    """Yield a line for each thing that changes by itself, more often than a clock of seconds.

    Timers that call once are waits, and those without an interval do work that was put off.
    """
    for animation in window.findChildren(QAbstractAnimation):
        if animation.state() is QAbstractAnimation.State.Running:
            yield f"{type(animation).__name__} of {_owner(animation)} runs"
    for timer in window.findChildren(QTimer):
        repeats = timer.isActive() and not timer.isSingleShot()
        if repeats and 0 < timer.interval() < CALM_FRAME_MS:
            yield f"{_owner(timer)} paints every {timer.interval()} ms"


def _owner(each: QAbstractAnimation | QTimer) -> str:
    return type(each.parent()).__name__
