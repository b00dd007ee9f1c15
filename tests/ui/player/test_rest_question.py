"""The question whether a session is played whole of which sets were done in breaks."""

import pytest

from coreapp.services.plan_breaks import Rest
from coreapp.ui.player.rest_question import RestQuestion

REST = Rest("main--sets-5to13", "main", done=4, total=13, seconds=610, whole_seconds=938)


@pytest.fixture
def ask(qtbot, theme):
    def make():
        question = RestQuestion(theme, REST)
        qtbot.addWidget(question)
        told = []
        question.rest_requested.connect(lambda: told.append("rest"))
        question.whole_requested.connect(lambda: told.append("whole"))
        question.open()
        return question, told

    return make


def test_it_says_how_much_is_done_and_how_long_each_takes(ask):
    question, _told = ask()

    assert question.column.itemAt(1).widget().text() == (
        "You did 4 of 13 sets of this session in your breaks today."
    )
    assert question.whole.text() == "All of it, 16 min"
    assert question.rest.text() == "What is left, 10 min"
    assert question.rest.isDefault()


@pytest.mark.parametrize(
    ("button", "told"), [("rest", ["rest"]), ("whole", ["whole"]), ("later", [])]
)
def test_an_answer_is_told(ask, button, told):
    question, heard = ask()

    getattr(question, button).click()

    assert heard == told
