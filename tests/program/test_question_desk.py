"""Questions from the command line: those that come before the program is ready wait."""

from collections.abc import Mapping

import pytest

from coreapp.program.question_desk import QuestionDesk
from coreapp.services.remote import VERSION, order_document


class FakeQuestion:
    def __init__(self, document: object) -> None:
        self.document = document
        self.answers: list[Mapping[str, object]] = []

    def answer(self, document: Mapping[str, object]) -> None:
        self.answers.append(document)


def test_who_asks_too_early_is_answered_after_the_start() -> None:
    hurried: list[bool] = []
    desk = QuestionDesk(lambda: hurried.append(True))
    question = FakeQuestion(order_document({"breaks": "status"}))
    desk.take(question)
    assert question.answers == []
    assert hurried == [True]

    desk.begin(lambda order: {"was": order["breaks"]})
    later = FakeQuestion(order_document({"breaks": "now"}))
    desk.take(later)

    assert question.answers == [{"version": VERSION, "answer": {"was": "status"}}]
    assert later.answers == [{"version": VERSION, "answer": {"was": "now"}}]
    assert hurried == [True]


def test_a_bug_is_told_to_both_sides() -> None:
    desk, question = QuestionDesk(lambda: None), FakeQuestion(order_document({}))

    def fail(_order: object) -> Mapping[str, object]:
        raise RuntimeError("a bug")

    desk.begin(fail)
    with pytest.raises(RuntimeError):
        desk.take(question)

    assert "failure" in question.answers[0]
