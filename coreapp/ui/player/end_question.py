"""The question whether to end a session here."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from coreapp.i18n import _
from coreapp.ui.dialogs.base import Question
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import ButtonKind


def end_question(theme: Theme, parent: QWidget, end: Callable[[], object]) -> Question:
    """Return the question, not yet open; `end` is called if the answer is to end."""
    question = Question(
        theme,
        _("End the session here?"),
        _("What you have done is kept in the log."),
        parent,
    )
    question.add_answer(_("Go on")).setObjectName("go_on")
    keep = question.add_answer(_("End and keep"), end, ButtonKind.PRIMARY)
    keep.setObjectName("end_and_keep")
    return question
