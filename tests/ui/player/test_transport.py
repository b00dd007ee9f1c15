"""What comes next at the foot of the player: a figure only where there is one."""

import pytest

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
