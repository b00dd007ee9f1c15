"""Why something is offered stands in the break where there is room, and is read aloud anyway."""

import pytest

from coreapp.ui.breaks.answer_button import AnswerButton, AnswerLook
from coreapp.ui.breaks.answers import BreakAnswer

REASON = "Nothing for your hips yet today."


def button_of(office, answer: BreakAnswer) -> AnswerButton:
    main = office.prompter.grown.main
    assert main is not None
    return next(each for each in main.buttons if each.look.answer is answer)


@pytest.mark.parametrize("answer", [BreakAnswer.ROUTINE, BreakAnswer.EXERCISE])
def test_what_is_offered_says_why(office, answer):
    office.work_until_the_break()

    button = button_of(office, answer)
    assert button.look.reason.startswith("Nothing for ")
    assert button.look.reason in button.accessibleDescription()
    assert button_of(office, BreakAnswer.SKIP).look.reason == ""


def test_the_reason_has_a_line_of_its_own_where_there_is_room(qtbot, theme):
    button = AnswerButton(
        theme,
        AnswerLook(BreakAnswer.ROUTINE, "Short routine", "Reset, 2 min", reason=REASON, rank=1),
    )
    qtbot.addWidget(button)
    without = button.heightForWidth(400)

    button.set_reasoned(reasoned=True)
    assert button.heightForWidth(400) > without
    button.set_brief(brief=True)
    assert button.heightForWidth(400) <= without
