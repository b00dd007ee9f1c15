"""The question whether a session of which sets were done in breaks is played whole."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coreapp.i18n import _, format_minutes
from coreapp.services.offer_words import done_line
from coreapp.services.plan_breaks import Rest
from coreapp.ui.dialogs.base import Question
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import ButtonKind


class RestQuestion(Question):
    """Says how much is done, and offers what is left or all of it.

    Signals:
        rest_requested: only what is left.
        whole_requested: the whole session.
    """

    rest_requested = Signal()
    whole_requested = Signal()

    def __init__(self, theme: Theme, rest: Rest, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Some of it is done"), done_line(rest.done, rest.total), parent)
        self.later = self.add_answer(_("Not now"), kind=ButtonKind.QUIET)
        whole = _("All of it, {time}").format(time=format_minutes(rest.whole_seconds))
        self.whole = self.add_answer(whole, self.whole_requested.emit)
        left = _("What is left, {time}").format(time=format_minutes(rest.seconds))
        self.rest = self.add_answer(left, self.rest_requested.emit, ButtonKind.PRIMARY)
