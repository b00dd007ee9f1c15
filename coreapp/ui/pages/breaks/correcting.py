"""Saying what a stretch of a day was, recorded or not: the question, what comes of it, and undo."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from coreapp.domain.errors import CoreappError, InvalidValueError, NotNowError
from coreapp.domain.training_log import BreakSpan
from coreapp.i18n import _
from coreapp.services.break_day import span_tip
from coreapp.services.changes import Change
from coreapp.services.corrections import ChosenSpan, Correction, Corrections
from coreapp.services.explanations import explain, explain_part
from coreapp.services.ports import Clock
from coreapp.services.sitting_words import day_name
from coreapp.ui.navigation import Shell
from coreapp.ui.theme.theme import Theme

if TYPE_CHECKING:
    from coreapp.ui.dialogs.time_correction import SaidTime, TimeCorrectionDialog


class TimeCorrecting(QObject):
    """Asks what a stretch of time was, and puts the record right.

    Signals:
        corrected: the record says something else now.
    """

    corrected = Signal()

    def __init__(
        self, theme: Theme, corrections: Corrections, clock: Clock, shell: Shell, page: QWidget
    ) -> None:
        super().__init__(page)
        self._theme = theme
        self._corrections = corrections
        self._clock = clock
        self._shell = shell
        self._page = page
        self._dialog: TimeCorrectionDialog | None = None

    def begin(self, day: date, identity: str) -> None:
        """Ask about a span of a day.

        Args:
            day: the local date that is looked at.
            identity: the id of the span; empty for one that is not over yet.
        """
        self._choose(partial(self._corrections.choose, day, identity))

    def fill(self, day: date) -> None:
        """Ask about a day of which nothing is recorded.

        Args:
            day: the local date that is looked at.
        """
        self._choose(partial(self._corrections.fill, day))

    def _choose(self, choose: Callable[[], ChosenSpan]) -> None:
        try:
            chosen = choose()
        except NotNowError as error:
            # Nothing went wrong: it only comes later.
            self._shell.tell(explain(error))
        except CoreappError as error:
            self._shell.show_error(error)
        else:
            self._ask(chosen)

    def _ask(self, chosen: ChosenSpan) -> None:
        from coreapp.ui.dialogs.time_correction import (  # noqa: PLC0415  only who corrects needs it
            TimeCorrectionDialog,
        )

        today = self._clock.reading().utc.astimezone(self._zone).date()
        told = day_name(chosen.day, today)
        if chosen.is_recorded:
            told = _("{day}: {time}").format(day=told, time=self._words(chosen.span))
        dialog = TimeCorrectionDialog(self._theme, chosen, told, self._page.window())
        dialog.said.connect(partial(self._correct, chosen))
        dialog.finished.connect(dialog.deleteLater)
        self._dialog = dialog
        dialog.open()

    def _correct(self, chosen: ChosenSpan, said: "SaidTime") -> None:
        dialog = self._dialog
        if dialog is None:
            return
        try:
            done = self._corrections.correct(chosen, said.kind, said.start, said.end)
        except InvalidValueError as error:
            dialog.show_problem(error.key, explain_part(error))
            return
        except CoreappError as error:
            dialog.reject()
            self._shell.show_error(error)
            return
        self._dialog = None
        dialog.accept()
        if done is not None:
            self._tell()
            self._shell.tell_with_undo(self._words(done.span), partial(self._undo, done))

    def _undo(self, done: Correction) -> None:
        with self._shell.guarded():
            self._corrections.undo(done)
            self._tell()

    def _tell(self) -> None:
        self.corrected.emit()
        self._shell.changed(Change.BREAKS)

    def _words(self, span: BreakSpan) -> str:
        zone = self._zone
        return span_tip(span, span.start.astimezone(zone), span.end.astimezone(zone))

    @property
    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self._clock.zone())
