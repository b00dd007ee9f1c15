"""The shipped figures."""

import tomllib
from pathlib import Path

import pytest

from coreapp.domain.figure.document import parse_figures
from coreapp.domain.figure.motion import Figures

POSES = Path(__file__).parents[4] / "assets" / "figures" / "poses.toml"


@pytest.fixture(scope="session")
def figures() -> Figures:
    return parse_figures(tomllib.loads(POSES.read_text(encoding="utf-8")))
