"""The content that ships with the program, for tests of pages that show it."""

from functools import lru_cache
from pathlib import Path

from coreapp.content.figures import FigureShelf
from coreapp.content.guide_files import load_articles
from coreapp.content.loader import load_exercises, load_routines
from coreapp.services.guide import Guide
from coreapp.services.library import Library
from coreapp.services.preferences import Preferences
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.theme.theme import Theme, load_theme
from tests.fakes.desktop import FakeStateFile

ASSETS = Path(__file__).parents[2] / "assets"


@lru_cache
def shipped_library() -> Library:
    """Return the library; it never changes, so all tests share it."""
    exercises = load_exercises(ASSETS / "exercises")
    return Library(exercises, load_routines(ASSETS / "routines", exercises))


def shipped_guide(
    preferences: Preferences | None = None, country: str = "DE", folder: Path = ASSETS / "guide"
) -> Guide:
    """Return the guide as somebody in that country reads it."""
    library = shipped_library()
    exercises = {each.id for each in library.exercises}
    routines = {each.id for each in library.routines}
    articles = load_articles(folder, exercises, routines)
    return Guide(articles, preferences or Preferences(FakeStateFile()), country)


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
