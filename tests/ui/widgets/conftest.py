"""The real theme and the real figures, from the shipped files."""

import pytest
from PySide6.QtWidgets import QApplication

from coreapp.ui.figure.art import FigureArt
from coreapp.ui.theme.theme import Theme
from tests.fakes.shipped import shipped_figures, shipped_theme


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return shipped_theme()


@pytest.fixture
def art(qapp: QApplication) -> FigureArt:
    return FigureArt(shipped_figures().find)
