"""What comes when a session is over: its sum, the form, and storing what was answered."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from coreapp.domain.errors import CoreappError
from coreapp.domain.training_log import Feeling, Outcome, PerformedSession, SessionKind
from coreapp.services.explanations import explain
from coreapp.services.pain_notes import PainSaid
from coreapp.services.playing import LiveSession
from coreapp.ui.player.after_form import AfterForm
from coreapp.ui.player.next_lines import LookAhead
from coreapp.ui.player.summary import Summary, exercises_of, summary_of

KeepPain = Callable[[PerformedSession, PainSaid], None]
"""Keeps where it hurt with the day of a session."""


class Ending(QObject):
    """Asks how a session felt, and keeps the answer in the log.

    Attributes:
        keep_pain: keeps where it hurt; None where nobody does.

    Signals:
        saved: the answer stands in the log; there is nothing more to ask.
    """

    saved = Signal()

    def __init__(self, live: LiveSession, parent: QObject) -> None:
        super().__init__(parent)
        self._live = live
        self._felt = False
        self.keep_pain: KeepPain | None = None

    def summary(self, outcome: Outcome) -> Summary | None:
        """Return what is to be shown beside the questions; None if nothing is to be asked.

        After a session without any work there is nothing to ask, and after a sitting break of two
        minutes, eight times a day, nobody wants to be asked: the log can be changed later.
        """
        timeline, results = self._live.timeline, self._live.player.results
        summary = summary_of(outcome, timeline, results.values())
        summary = replace(summary, exercises=exercises_of(timeline, results))
        is_break = self._live.session.kind is SessionKind.BREAK
        return None if is_break or not summary.work_seconds else summary

    def ask(self, form: AfterForm, summary: Summary, look_ahead: LookAhead | None) -> None:
        """Fill the form, and keep what is answered there.

        Args:
            form: the questions, which are seen by now.
            summary: what was done.
            look_ahead: tells the changes of the next time; None if nobody does.
        """
        form.save_requested.connect(partial(self._save, form))
        form.show_summary(summary)
        if look_ahead is not None:
            with suppress(CoreappError):  # it is no more than a view of the log
                form.show_ahead(look_ahead(self._live.session))
        if self._live.trouble is not None:
            form.card.show_trouble(explain(self._live.trouble))

    def save_last(self) -> None:
        """Try once more to store what could not be stored before the window goes."""
        if self._live.trouble is not None and not self._felt:
            with suppress(CoreappError):
                self._live.save_feeling(Feeling())

    def _save(self, form: AfterForm, feeling: Feeling) -> None:
        try:
            self._live.save_feeling(feeling)
            if self.keep_pain is not None:
                self.keep_pain(self._live.session, form.card.pain_said())
        except CoreappError as error:
            form.card.show_trouble(explain(error))
            return
        self._felt = True
        self.saved.emit()
