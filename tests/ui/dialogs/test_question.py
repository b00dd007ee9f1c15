"""A question with its answers."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coreapp.ui.dialogs.base import Question
from coreapp.ui.widgets.buttons import ButtonKind
from tests.fakes.shipped import shipped_theme


class Asked:
    def __init__(self, qtbot: QtBot) -> None:
        self.question = Question(shipped_theme(), "End here?", "What you did is kept.")
        self.done: list[str] = []
        self.no = self.question.add_answer("Go on")
        self.yes = self.question.add_answer(
            "End", lambda: self.done.append("ended"), ButtonKind.PRIMARY
        )
        self.results: list[int] = []
        self.question.finished.connect(self.results.append)
        # It deletes itself when it closes, which every answer makes it do.
        self.question.open()


@pytest.fixture
def asked(qtbot: QtBot) -> Asked:
    return Asked(qtbot)


def test_enter_gives_the_primary_answer(qtbot: QtBot, asked: Asked) -> None:
    qtbot.keyClick(asked.question, Qt.Key.Key_Return)

    assert (asked.done, asked.results) == (["ended"], [1])


def test_escape_changes_nothing(qtbot: QtBot, asked: Asked) -> None:
    qtbot.keyClick(asked.question, Qt.Key.Key_Escape)

    assert (asked.done, asked.results) == ([], [0])


def test_an_answer_is_carried_out_after_the_question_has_gone(qtbot: QtBot) -> None:
    question = Question(shipped_theme(), "Sure?", "")
    was_open: list[bool] = []
    answer = question.add_answer("Yes", lambda: was_open.append(question.isVisible()))
    question.open()

    qtbot.mouseClick(answer, Qt.MouseButton.LeftButton)

    assert was_open == [False]


def test_an_answer_without_a_deed_is_like_escape(qtbot: QtBot, asked: Asked) -> None:
    qtbot.mouseClick(asked.no, Qt.MouseButton.LeftButton)

    assert (asked.done, asked.results) == ([], [0])
