"""The real theme and the real figures, from the shipped files."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from coreapp.content.figures import FigureShelf
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.theme.theme import Theme, load_theme

ASSETS = Path(__file__).parents[3] / "assets"


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return load_theme(ASSETS / "themes", ASSETS / "icons" / "icons.toml")


@pytest.fixture
def art(qapp: QApplication) -> FigureArt:
    return FigureArt(FigureShelf(ASSETS / "exercises", ASSETS / "figures" / "poses.toml").find)
