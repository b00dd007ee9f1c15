"""Another language and other colours wherever one is: nothing of the ones before is left."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import cycle

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coreapp.desktop.paths import find_paths
from coreapp.domain.settings import ThemeChoice
from coreapp.ui.theme.tokens import load_tokens
from tests.e2e.all_texts import texts_in
from tests.e2e.world import World
from tests.ui.looks import WalkLook
from tests.ui.stale import Languages, colours_left
from tests.ui.stations import stations

FIRST = WalkLook("en")
MADE_ANEW = frozenset({"the small window"})
"""With a tray it is not there: the walk shows it all the same, until the language changes."""


GIVEN = frozenset({"My routine", "Mein Ablauf"})
"""Names that the program proposed, in a field: from then on they are the person's."""


@dataclass(slots=True)
class Changes:
    """Changes language and colours to and fro.

    Attributes:
        world: the program.
        found: a line for each thing that did not follow.
    """

    world: World
    found: list[str] = field(default_factory=list)
    _languages: Iterator[Languages] = field(
        default_factory=lambda: cycle((Languages("en", "de"), Languages("de", "en")))
    )
    _themes: Iterator[tuple[ThemeChoice, ThemeChoice]] = field(
        default_factory=lambda: cycle(
            ((ThemeChoice.LIGHT, ThemeChoice.DARK), (ThemeChoice.DARK, ThemeChoice.LIGHT))
        )
    )

    def speak(self, name: str, window: QWidget) -> QWidget:
        """Choose the other language, and look for words of the one before.

        Returns:
            the window, which may have been made anew.
        """
        languages, kind = next(self._languages), type(window)
        before = {text for _kind, _what, text in texts_in(window)}
        self._choose(language=languages.now)
        (window,) = (each for each in QApplication.topLevelWidgets() if _is_seen(each, kind))
        now = {text for _kind, _what, text in texts_in(window)}
        self.found += [
            f"{name}: still in “{languages.before}”: {text}"
            for text in sorted(languages.left_behind((before & now) - GIVEN))
        ]
        return window

    def colour(self, name: str, window: QWidget) -> None:
        """Choose the other theme, and look for colours of the one before."""
        before, now = next(self._themes)
        self._choose(theme=now.value)
        folder = find_paths().assets / "themes"
        looks = load_tokens(folder, before.value), load_tokens(folder, now.value)
        self.found += [f"{name}: {line}" for line in colours_left(window, *looks)]

    def _choose(self, **settings: object) -> None:
        world = self.world
        world.program.apply_settings(world.services.preferences.change(settings))
        world.settle()


def _is_seen(window: QWidget, kind: type[QWidget]) -> bool:
    return type(window) is kind and window.isVisible()


@pytest.mark.soak
@pytest.mark.timeout(1200)  # everything is walked, and all of it made anew again and again
@pytest.mark.qt_log_ignore("does not support grabbing", extend=True)  # of a menu
def test_nothing_is_left_of_what_was_before(walk_in: Callable[..., World]) -> None:
    """In `make test` `tests/e2e/test_language_while_running.py` asks more strictly, of less.

    So does `test_look_while_running.py` beside it; how pages follow is seen at the end of a walk.
    """
    changes = Changes(walk_in(FIRST))
    for name, window in stations(changes.world):
        changes.world.settle()
        # Behind a dialog nobody chooses a language, but the desktop may change the colours.
        if QApplication.activeModalWidget() is None and name not in MADE_ANEW:
            window = changes.speak(name, window)  # noqa: PLW2901  the same, made anew
        changes.colour(name, window)

    assert not changes.found, "\n" + "\n".join(changes.found)


def test_words_of_the_language_before_are_seen() -> None:
    languages = Languages("en", "de")

    left = languages.left_behind(["Settings", "Planned for 18:30: Plank", "Ada", "Einstellungen"])

    assert list(left) == ["Settings", "Planned for 18:30: Plank"]


def test_colours_of_the_theme_before_are_seen(qtbot: QtBot) -> None:
    folder = find_paths().assets / "themes"
    light, dark = (load_tokens(folder, each) for each in ("light", "dark"))
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    old = QLabel("old")
    column.addWidget(old)
    window.resize(100, 60)
    window.setStyleSheet(f"QWidget {{ background: {dark.ground.name()}; }}")
    assert not list(colours_left(window, light, dark))

    old.setStyleSheet(f"background: {light.card.name()};")

    (line,) = colours_left(window, light, dark)
    assert line.endswith("of “light”")
