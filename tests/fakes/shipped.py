"""The content that ships with the program, for tests of pages that show it."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from coreapp.content.figures import FigureShelf
from coreapp.content.guide_files import load_articles
from coreapp.content.loader import load_exercises, load_routines
from coreapp.domain.guide import Article
from coreapp.services.guide import Guide
from coreapp.services.library import Library
from coreapp.services.preferences import Preferences
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.theme.icons import Icons, load_icons
from coreapp.ui.theme.system_look import SystemLook
from coreapp.ui.theme.theme import Theme
from coreapp.ui.theme.tokens import CONTRAST, DARK, LIGHT, Tokens, load_tokens
from tests.fakes.desktop import FakeStateFile

ASSETS = Path(__file__).parents[2] / "assets"


@lru_cache
def shipped_library() -> Library:
    """Return the library; it never changes, so all tests share it."""
    exercises = load_exercises(ASSETS / "exercises")
    return Library(exercises, load_routines(ASSETS / "routines", exercises))


def fresh_library() -> Library:
    """Return a library of the same content that a test may put its own things into."""
    shipped = shipped_library()
    exercises = {each.id: each for each in shipped.exercises}
    return Library(exercises, {each.id: each for each in shipped.routines})


def library_of(*routines: str) -> Library:
    """Return all shipped exercises with these routines, for what needs no long list."""
    shipped = shipped_library()
    exercises = {each.id: each for each in shipped.exercises}
    return Library(exercises, {each: shipped.routine(each) for each in routines})


def shipped_guide(
    preferences: Preferences | None = None, country: str = "DE", folder: Path = ASSETS / "guide"
) -> Guide:
    """Return the guide as somebody in that country reads it."""
    return Guide(_articles(folder), preferences or Preferences(FakeStateFile()), country)


@lru_cache
def _articles(folder: Path) -> Mapping[str, Article]:
    """Return the articles of a folder; they never change, so all guides share them."""
    library = shipped_library()
    exercises = {each.id for each in library.exercises}
    routines = {each.id for each in library.routines}
    return MappingProxyType(load_articles(folder, exercises, routines))


@lru_cache
def shipped_figures() -> FigureShelf:
    """Return the figures of all exercises."""
    return FigureShelf(ASSETS / "exercises", ASSETS / "figures" / "poses.toml")


@lru_cache
def shipped_art() -> FigureArt:
    """Return what draws the figures."""
    return FigureArt(shipped_figures().find)


@lru_cache
def shipped_looks() -> dict[str, Tokens]:
    """Return the colours of all themes."""
    return {name: load_tokens(ASSETS / "themes", name) for name in (LIGHT, DARK, CONTRAST)}


@lru_cache
def shipped_icons() -> Icons:
    """Return the drawings of all icons."""
    return load_icons(ASSETS / "icons" / "icons.toml")


def shipped_theme() -> Theme:
    """Return a theme of its own for a test; it is not put on the program."""
    return Theme(shipped_looks(), shipped_icons(), SystemLook())
