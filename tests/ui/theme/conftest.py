"""The real theme, from the shipped files."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from coreapp.ui.theme.theme import Theme, load_theme

ASSETS = Path(__file__).parents[3] / "assets"


@pytest.fixture
def assets() -> Path:
    return ASSETS


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return load_theme(ASSETS / "themes", ASSETS / "icons" / "icons.toml")
