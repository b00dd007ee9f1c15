"""The colours of the light theme, from the shipped files."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from coreapp.ui.drawing.colours import FigureColours, figure_colours
from coreapp.ui.theme.tokens import Tokens, load_tokens

ASSETS = Path(__file__).parents[3] / "assets"


@pytest.fixture
def tokens(qapp: QApplication) -> Tokens:
    return load_tokens(ASSETS / "themes", "light")


@pytest.fixture
def colours(tokens: Tokens) -> FigureColours:
    return figure_colours(tokens)
