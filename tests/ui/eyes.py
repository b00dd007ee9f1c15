"""Looks over window after window on a walk, and keeps what somebody would stumble over."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from coreapp.services.help_topics import HelpTopic
from coreapp.ui.main_window import MainWindow
from coreapp.ui.player.player_window import PlayerWindow
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.help_button import HelpButton
from coreapp.ui.widgets.help_pane import HelpPane, explain_here
from coreapp.ui.widgets.help_topic import part_with_topic, topic_of
from tests.ui.movement import moving_in
from tests.ui.painted_words import PaintedWords
from tests.ui.walk import describe, problems_in

HAVE_F1 = (MainWindow, QDialog, PlayerWindow)


@dataclass(slots=True)
class Eyes:
    """What has been seen on the way.

    Attributes:
        found: a line for each thing that is wrong.
        words: what is written with a brush.
        asked: for which kinds of windows which help has been looked at.
    """

    found: list[str] = field(default_factory=list)
    words: PaintedWords = field(default_factory=PaintedWords)
    asked: set[tuple[str, HelpTopic]] = field(default_factory=set)

    @contextmanager
    def open(self) -> Iterator[None]:
        """Notice in the block what is painted."""
        with self.words.watching():
            yield

    def look_over(self, name: str, window: QWidget) -> None:
        """Look at all of a window, with reduced motion."""
        self._note(name, problems_in(window, hits=True))
        self._note(name, self.words.problems())
        self._note(name, moving_in(window))
        self._note(name, without_default(window))

    def look_at_help(self, name: str, window: QWidget, theme: Theme) -> None:
        """Open the help there is in a window, each that was not open before, and look at it."""
        if not isinstance(window, HAVE_F1):
            return
        for button in window.findChildren(HelpButton):
            if button.isVisible() and self._is_new(window, button):
                button.click()
                self._look_at_pane(name, window, button)
        part = part_with_topic(window.focusWidget() or window)
        if part is not None and self._is_new(window, part):
            explain_here(theme, window)
            self._look_at_pane(name, window, part)

    def _is_new(self, window: QWidget, part: QWidget) -> bool:
        topic = topic_of(part)
        if topic is None or (type(window).__name__, topic) in self.asked:
            return False
        self.asked.add((type(window).__name__, topic))
        return True

    def _look_at_pane(self, name: str, window: QWidget, part: QWidget) -> None:
        topic = f"{name}, help on {topic_of(part)}"
        shown = [each for each in window.findChildren(HelpPane) if each.isVisible()]
        if not shown:
            self.found.append(f"{topic} is not there")
            return
        (pane,) = shown
        self._note(topic, problems_in(pane, hits=True))
        self._note(topic, self.words.problems())
        if not window.rect().contains(pane.geometry()):
            self.found.append(f"{topic} is not wholly in its window")
        if isinstance(part, HelpButton) and not isinstance(window, QDialog):
            # A dialog may have room for one of both only.
            place = QRect(part.mapTo(window, QPoint(0, 0)), part.size())
            if pane.geometry().intersects(place):
                self.found.append(f"{topic} lies on {describe(part)}")
        pane.close_and_return()
        QApplication.sendPostedEvents(pane, QEvent.Type.DeferredDelete.value)

    def _note(self, name: str, lines: Iterator[str] | list[str]) -> None:
        self.found += [f"{name}: {line}" for line in lines]


def without_default(window: QWidget) -> Iterator[str]:
    """Return a line where a dialog does not say what Enter does."""
    if isinstance(window, QDialog):
        buttons = [each for each in window.findChildren(QPushButton) if each.isVisible()]
        chosen = [each for each in buttons if each.isDefault()]
        if len(chosen) != 1:
            yield f"{len(chosen)} of {len(buttons)} buttons answer to Enter"
