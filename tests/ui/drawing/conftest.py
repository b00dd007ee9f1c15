"""The colours of the light theme, from the shipped files."""

import pytest
from PySide6.QtWidgets import QApplication

from coreapp.ui.drawing.colours import FigureColours
from coreapp.ui.theme.tokens import LIGHT, Tokens
from tests.fakes import drawn
from tests.fakes.shipped import shipped_looks


@pytest.fixture
def tokens(qapp: QApplication) -> Tokens:
    return shipped_looks()[LIGHT]


@pytest.fixture
def colours(qapp: QApplication) -> FigureColours:
    return drawn.colours()
