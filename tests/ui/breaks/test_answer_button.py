"""An answer of the break: what stands beside its title, and what beneath."""

import pytest

from coreapp.ui.breaks.answer_button import AnswerButton, AnswerLook
from coreapp.ui.breaks.answers import BreakAnswer
from coreapp.ui.theme.theme import Theme

TITLE, NOTE = "In 5 minutes", "15 of 15 min left"


@pytest.fixture
def button(qtbot, theme: Theme) -> AnswerButton:
    made = AnswerButton(theme, AnswerLook(BreakAnswer.LATER, TITLE, note=NOTE))
    qtbot.addWidget(made)
    return made


def test_a_note_stands_at_the_right_edge_of_a_wide_answer(button: AnswerButton) -> None:
    title, line, note = button._boxes(500.0)
    assert button._note_beside(500.0) == NOTE
    assert note.right() == 500 - 16
    assert line.height() == 0
    assert title.height() < 1.5 * note.height()
    assert button.heightForWidth(500) == 44


@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
def test_where_it_would_break_the_title_it_is_a_line_beneath_as_for_every_answer(
    button: AnswerButton, theme: Theme, factor: float
) -> None:
    theme.set_text_factor(factor)
    narrow = theme.fonts.pixels(250)
    title, line, _note = button._boxes(float(narrow))
    assert button._note_beside(float(narrow)) == ""
    assert line.height() > 0
    assert line.left() == title.left()
    assert title.height() < 1.5 * line.height()
    assert button._lines_beneath(float(narrow)).replace("\N{NO-BREAK SPACE}", " ") == NOTE


def test_a_number_and_its_unit_are_not_parted(qtbot, theme: Theme) -> None:
    look = AnswerLook(BreakAnswer.ROUTINE, "Short routine", line="Desk break A, 2 min")
    made = AnswerButton(theme, look)
    qtbot.addWidget(made)
    assert made._lines_beneath(400.0).endswith("2\N{NO-BREAK SPACE}min")


def test_a_brief_answer_has_a_title_alone(button: AnswerButton) -> None:
    button.set_brief(brief=True)
    assert button._lines_beneath(500.0) == ""
    assert button._note_beside(500.0) == ""
