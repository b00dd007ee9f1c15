"""A walk through everything there is to see, in every language and with small and large text."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.e2e.world import World
from tests.ui.painted_words import PaintedWords
from tests.ui.stations import stations
from tests.ui.walk import problems_in


@pytest.mark.qt_log_ignore("does not support grabbing", extend=True)  # of a menu
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", ["en", "de", "nl"])
def test_nothing_is_cut_off_and_everything_has_a_name(
    walk_in: Callable[..., World], language: str, percent: int
) -> None:
    words, found = PaintedWords(), []
    with words.watching():
        world = walk_in(language, percent)
        for name, window in stations(world):
            assert window is not None, f"{name} is not there"
            world.settle()
            found += [f"{name}: {line}" for line in problems_in(window) + words.problems()]

    assert not found, "\n" + "\n".join(found)


def test_the_walk_sees_what_is_wrong(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    narrow = QLabel("far too long for its room")
    narrow.setFixedWidth(20)
    low = QPushButton("Low")
    low.setFixedHeight(4)
    nameless = QLineEdit()
    out = QPushButton("Out", window)
    for widget in (narrow, low, nameless):
        column.addWidget(widget)
    window.show()
    out.move(window.width() - 5, 0)

    lines = "\n".join(problems_in(window))

    assert "“far too long for its room” in  is 20 wide" in lines
    assert "QPushButton “Low”" in lines
    assert "has no name to be read aloud" in lines
    assert "“Out”" in lines
    assert "cut off at the side" in lines
