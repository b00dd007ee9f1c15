"""Answers what the command line asks of the running program."""

from collections.abc import Callable, Mapping
from typing import Protocol

from coreapp.services.remote import Order, answer_to, failed_answer


class Asked(Protocol):
    """A question from another process."""

    @property
    def document(self) -> object:
        """What was asked, as it came."""

    def answer(self, document: Mapping[str, object]) -> None:
        """Send the answer."""


class QuestionDesk:
    """Takes questions from the first moment on; those that come too early wait for the start."""

    def __init__(self, hurry: Callable[[], object]) -> None:
        """Answer nothing yet; `hurry` is called when a question has to wait."""
        self._hurry = hurry
        self._carry_out: Callable[[Order], Order] | None = None
        self._waiting: list[Asked] = []

    def begin(self, carry_out: Callable[[Order], Order]) -> None:
        """Answer from now on, and what has waited."""
        self._carry_out = carry_out
        waiting, self._waiting = self._waiting, []
        for question in waiting:
            self.take(question)

    def take(self, question: Asked) -> None:
        """Answer a question, or let it wait."""
        if self._carry_out is None:
            self._waiting.append(question)
            self._hurry()
            return
        try:
            answer = answer_to(question.document, self._carry_out)
        except Exception:
            # A bug: the other side must not wait for it, and this side shows it.
            question.answer(failed_answer())
            raise
        question.answer(answer)
