"""What stands where there is nothing yet, or nothing is found."""

from pytestqt.qtbot import QtBot

from coreapp.ui.figure.view import FigureView
from coreapp.ui.widgets.empty_state import EmptyState, EmptyTexts
from tests.fakes.shipped import shipped_art, shipped_theme


def test_its_figure_follows_the_size_of_text(qtbot: QtBot) -> None:
    theme = shipped_theme()
    state = EmptyState(theme, shipped_art(), "desk-march", EmptyTexts("Nothing", "Yet.", "Begin"))
    qtbot.addWidget(state)
    figure = state.findChild(FigureView)
    usual = figure.maximumSize()

    theme.set_text_factor(2.0)

    assert figure.maximumWidth() == 2 * usual.width()
    assert usual.height() < figure.maximumHeight() < 2 * usual.height()
