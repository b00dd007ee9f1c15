"""The real theme and the real figures, from the shipped files."""

import tomllib
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from coreapp.domain.figure.document import parse_figures
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.theme.theme import Theme, load_theme

ASSETS = Path(__file__).parents[3] / "assets"


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return load_theme(ASSETS / "themes", ASSETS / "icons" / "icons.toml")


@pytest.fixture
def art(qapp: QApplication) -> FigureArt:
    file = ASSETS / "figures" / "poses.toml"
    return FigureArt(parse_figures(tomllib.loads(file.read_text(encoding="utf-8"))))
