"""What comes next at the foot of the player: a figure only where there is one."""

import pytest
from PySide6.QtWidgets import QApplication

from coreapp.domain.timeline import Phase, PhaseKind
from coreapp.ui.player.transport import UpcomingLine
from coreapp.ui.player.words import Upcoming
from tests.fakes.shipped import shipped_art

WORK = Phase(PhaseKind.WORK, 30.0, "plank")


@pytest.fixture
def line(qtbot, theme):
    made = UpcomingLine(theme, shipped_art())
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("phases", [[None], [WORK, None]])
def test_the_end_of_a_session_has_no_figure_and_no_gap_for_one(line, phases):
    for phase in phases:
        line.show_upcoming(Upcoming("Next", "The end of the session", phase))

    assert line._picture.isHidden()


def test_an_exercise_has_its_figure(line):
    line.show_upcoming(Upcoming("Next", "Forearm plank", WORK))

    assert line._picture.isVisible()
    assert not line._picture.pixmap().isNull()


@pytest.mark.parametrize("brief", [False, True])
def test_it_is_as_high_with_few_words_as_with_many(line, brief):
    line.set_brief(brief=brief)
    heights = set()
    for text in ("Plank", "Rest, then a plank with many words"):
        line.show_upcoming(Upcoming("Next", text, None))
        QApplication.processEvents()
        heights.add(line.layout().heightForWidth(240))

    assert len(heights) == 1


def test_without_a_caption_over_it_the_line_begins_with_it(line):
    line.set_brief(brief=True)
    line.show_upcoming(Upcoming("Next", "Plank", None))

    assert line._text.text() == "Next: Plank"
    assert not line._caption.isVisible()
    assert line.text == "Plank"
