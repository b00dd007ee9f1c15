"""The menu that pauses the breaks, on the page and in the tray."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from coreapp.domain.errors import CoreappError
from coreapp.domain.sitting.facts import HoldReason
from coreapp.domain.sitting.view import View
from coreapp.i18n import _, ngettext
from coreapp.services.planning import day_bounds
from coreapp.services.ports import Clock
from coreapp.services.sitting_breaks import Answer, SittingBreaks

MINUTES = (30, 60, 120)


class PauseMenu(QObject):
    """Fills menus with pauses, and carries them out.

    Signals:
        failed: a `CoreappError`.
    """

    failed = Signal(object)

    def __init__(self, breaks: SittingBreaks, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._breaks = breaks
        self._clock = clock

    def fill(self, menu: QMenu) -> None:
        """Put in how long the pause can be."""
        menu.clear()
        for minutes in MINUTES:
            menu.addAction(pause_text(minutes), self._pauser(timedelta(minutes=minutes)))
        menu.addAction(_("Until tomorrow"), self.pause_until_tomorrow)
        menu.addSeparator()
        menu.addAction(_("While I am in a call"), self.pause_for_call)
        menu.addAction(_("Until I resume"), self.pause_until_resumed)

    def pause(self, length: timedelta) -> None:
        """Hold all bars for a while."""
        try:
            self._breaks.pause(length)
        except CoreappError as error:
            self.failed.emit(error)

    def pause_until_tomorrow(self) -> None:
        """Hold all bars until midnight, on the clocks of this place."""
        tomorrow = day_bounds(self._clock, 1)[0]
        self.pause(tomorrow - self._clock.reading().utc)

    def pause_for_call(self) -> None:
        """Hold all bars for a call; resting hands count as listening then, not as absence."""
        self._breaks.say_call(going_on=True)

    def pause_until_resumed(self) -> None:
        """Hold all bars without an end."""
        self._breaks.pause(None)

    def resume(self) -> None:
        """End the pause."""
        try:
            self._breaks.answer(Answer.RESUME)
        except CoreappError as error:
            self.failed.emit(error)

    def _pauser(self, length: timedelta) -> Callable[[], None]:
        def pause() -> None:
            self.pause(length)

        return pause


def can_resume(breaks: SittingBreaks, view: View | None) -> bool:
    """Tell whether something that a person said holds the breaks back: a pause, or a call.

    Args:
        breaks: know of the call.
        view: where sitting stands; who asks has it already.
    """
    return breaks.said_call or _is_paused(view)


def _is_paused(view: View | None) -> bool:
    """Tell whether somebody paused the breaks by hand."""
    return view is not None and any(each.reason is HoldReason.MANUAL for each in view.holds)


def pause_text(minutes: int) -> str:
    """Return how long, in words: "30 minutes", "2 hours"."""
    if minutes % 60:
        return ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)
    hours = minutes // 60
    return ngettext("{count} hour", "{count} hours", hours).format(count=hours)
