"""The content that ships with the program, for tests of pages that show it."""

from functools import lru_cache
from pathlib import Path

from coreapp.content.figures import FigureShelf
from coreapp.content.loader import load_exercises, load_routines
from coreapp.services.library import Library
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.theme.theme import Theme, load_theme

ASSETS = Path(__file__).parents[2] / "assets"


@lru_cache
def shipped_library() -> Library:
    """Return the library; it never changes, so all tests share it."""
    exercises = load_exercises(ASSETS / "exercises")
    return Library(exercises, load_routines(ASSETS / "routines", exercises))


@lru_cache
def shipped_figures() -> FigureShelf:
    """Return the figures of all exercises."""
    return FigureShelf(ASSETS / "exercises", ASSETS / "figures" / "poses.toml")


@lru_cache
def shipped_art() -> FigureArt:
    """Return what draws the figures."""
    return FigureArt(shipped_figures().find)


def shipped_theme() -> Theme:
    """Return a theme of its own for a test; it is not put on the program."""
    return load_theme(ASSETS / "themes", ASSETS / "icons" / "icons.toml")
