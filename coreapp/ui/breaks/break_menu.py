"""What can be done about the breaks from a menu: of the tray, and of the small window."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from coreapp.domain.errors import CoreappError
from coreapp.domain.sitting.presence import Posture
from coreapp.domain.sitting.view import PromptLook, StateWhy, View
from coreapp.i18n import _, pgettext
from coreapp.services.break_words import headline, length
from coreapp.services.ports import Clock
from coreapp.services.sitting_breaks import Answer, SittingBreaks
from coreapp.ui.breaks.pausing import PauseMenu, can_resume

Hint = Callable[[View | None], str]
"""Says what could be done unseen while a call holds the break, or nothing."""


class TrayAction(StrEnum):
    """The entries of the menu."""

    STATE = "state"
    HINT = "hint"
    BREAK_NOW = "break_now"
    LATER = "later"
    SKIP = "skip"
    RESUME = "resume"
    PAUSE = "pause"
    ALREADY_STOOD = "already_stood"
    POSTURE = "posture"
    OPEN = "open"
    ABOUT = "about"
    QUIT = "quit"


class BreakMenu(QObject):
    """Fills a menu and keeps it true; whoever has it says when to look again.

    Signals:
        open_requested: the window is wanted.
        about_requested: the box about the program is wanted.
        quit_requested: the program is to end.
        failed: a `CoreappError`.
    """

    open_requested = Signal()
    about_requested = Signal()
    quit_requested = Signal()
    failed = Signal(object)

    def __init__(self, breaks: SittingBreaks, clock: Clock, hint: Hint) -> None:
        super().__init__()
        self._breaks = breaks
        self._clock = clock
        self._hint = hint
        self._pausing = PauseMenu(breaks, clock, self)
        self._pausing.failed.connect(self.failed)
        self._menu = QMenu()
        self._menu.aboutToShow.connect(self.prepare)
        self._postures: dict[Posture, QAction] = {}
        self._actions: dict[TrayAction, QAction] = {}
        # Kept here: Python must not take a menu away while Qt shows it.
        self._parts: list[QObject] = []
        self.write()

    @property
    def menu(self) -> QMenu:
        """The menu itself."""
        return self._menu

    def action(self, which: TrayAction) -> QAction:
        """Return an entry."""
        return self._actions[which]

    def posture(self, which: Posture) -> QAction:
        """Return the entry of a posture."""
        return self._postures[which]

    def write(self) -> None:
        """Write everything, in the language of now."""
        self._menu.clear()
        self._parts = []
        for which in (TrayAction.STATE, TrayAction.HINT):
            self._add(which, "", self.open_requested.emit)
            self._actions[which].setEnabled(False)
        self._menu.addSeparator()
        self._add(TrayAction.BREAK_NOW, _("Break now"), partial(self._answer, Answer.STAND))
        self._add(TrayAction.LATER, _("Later"), self._snooze)
        self._add(TrayAction.SKIP, _("Skip this break"), self._skip)
        stood = partial(self._answer, Answer.ALREADY_STOOD)
        self._add(TrayAction.ALREADY_STOOD, _("I already stood"), stood)
        self._menu.addSeparator()
        self._add(TrayAction.RESUME, _("Resume"), self._pausing.resume)
        self._pausing.fill(self._add_menu(TrayAction.PAUSE, _("Pause for")))
        self._add_postures()
        self._menu.addSeparator()
        self._add(TrayAction.OPEN, _("Open Coreapp"), self.open_requested.emit)
        self._add(TrayAction.ABOUT, _("About Coreapp"), self.about_requested.emit)
        self._add(TrayAction.QUIT, _("Quit"), self.quit_requested.emit)
        self.prepare()

    def prepare(self) -> None:
        """Offer what makes sense now."""
        view = self._breaks.view()
        self.prepare_for(view, headline(view, ZoneInfo(self._clock.zone())), self._hint(view))

    def prepare_for(self, view: View | None, state: str, hint: str) -> None:
        """Offer what makes sense for a view; entries that stay as they are cost nothing.

        Args:
            view: where sitting stands.
            state: the same in words.
            hint: what could be done unseen; may be empty.
        """
        is_on = view is not None
        self._actions[TrayAction.STATE].setText(state)
        self._actions[TrayAction.HINT].setText(hint)
        self._actions[TrayAction.HINT].setVisible(bool(hint))
        self._prepare_answers(view)
        paused = can_resume(self._breaks, view)
        self._actions[TrayAction.RESUME].setVisible(paused)
        self._actions[TrayAction.PAUSE].setVisible(not paused)
        for which in (TrayAction.PAUSE, TrayAction.POSTURE):
            self._actions[which].setEnabled(is_on)
        if view is not None:
            self._postures[view.posture].setChecked(True)

    def _prepare_answers(self, view: View | None) -> None:
        """Show later and skip only where there is something to put off."""
        is_open = view is not None and view.prompt is not PromptLook.CLOSED
        left = round(view.snooze_left_minutes) if view is not None else 0
        later = self._actions[TrayAction.LATER]
        later.setVisible(is_open and left > 0)
        later.setText(_("Later ({time} left)").format(time=length(left * 60)))
        self._actions[TrayAction.SKIP].setVisible(is_open)
        # What a session comes to is told when it is over: until then there is no answer to it.
        is_free = view is not None and view.why is not StateWhy.SESSION
        self._actions[TrayAction.ALREADY_STOOD].setEnabled(is_free)
        runs = view is not None and view.break_running
        self._actions[TrayAction.BREAK_NOW].setEnabled(is_free and not runs)

    def _add_postures(self) -> None:
        menu = self._add_menu(TrayAction.POSTURE, _("At the desk I"))
        group = QActionGroup(menu)
        self._parts.append(group)
        names = {
            Posture.SITTING: pgettext("posture", "sit"),
            Posture.STANDING: pgettext("posture", "stand"),
            Posture.AWAY: pgettext("posture", "am away"),
        }
        for posture, text in names.items():
            action = menu.addAction(text, partial(self._change_posture, posture))
            action.setCheckable(True)
            group.addAction(action)
            self._postures[posture] = action

    def _add_menu(self, which: TrayAction, text: str) -> QMenu:
        menu = self._menu.addMenu(text)
        self._parts.append(menu)
        self._actions[which] = menu.menuAction()
        return menu

    def _add(self, which: TrayAction, text: str, carry_out: Callable[[], object]) -> None:
        self._actions[which] = self._menu.addAction(text, carry_out)

    def _answer(self, answer: Answer) -> None:
        self._try(partial(self._breaks.answer, answer))

    def _change_posture(self, posture: Posture) -> None:
        self._try(partial(self._breaks.change_posture, posture))

    def _snooze(self) -> None:
        self._try(self._breaks.snooze)

    def _skip(self) -> None:
        self._try(self._breaks.skip)

    def _try(self, carry_out: Callable[[], object]) -> None:
        try:
            carry_out()
        except CoreappError as error:
            self.failed.emit(error)
