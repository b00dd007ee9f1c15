"""How the program looks on a walk: language, size of text and window, colours."""

from dataclasses import dataclass

from coreapp.domain.settings import ThemeChoice
from tests.ui.stations import LARGE_WINDOW, WINDOW


@dataclass(frozen=True, slots=True)
class WalkLook:
    """One of the looks a person can have chosen; a walk goes with reduced motion.

    Attributes:
        language: its code.
        percent: size of the text; 200 is the largest.
        size: of the window, in pixels.
        theme: the colours.
    """

    language: str
    percent: int = 100
    size: tuple[int, int] = WINDOW
    theme: ThemeChoice = ThemeChoice.LIGHT

    def __str__(self) -> str:
        """Return its name in the list of tests."""
        wide, high = self.size
        return f"{self.language}-{self.percent}-{wide}x{high}-{self.theme}"

    @property
    def settings(self) -> dict[str, object]:
        """What is chosen in the settings."""
        return {
            "language": self.language,
            "text_percent": self.percent,
            "theme": self.theme.value,
            "reduced_motion": True,
        }


LANGUAGES = ("en", "de", "nl")
DARK, CONTRAST = ThemeChoice.DARK, ThemeChoice.CONTRAST

KEYED = WalkLook("de", 200, theme=DARK)
"""Walked by `test_key_path`, which looks at each window as well: the longest words and the largest
text in the small window, where Tab has most to scroll to."""

WALKED = (WalkLook("nl", theme=CONTRAST),)
"""With `KEYED` the languages that need more room than English, in the small window, with the usual
text and with the largest. All the others are walked in `make soak`."""


def all_others() -> tuple[WalkLook, ...]:
    """Return every look there is but those that are walked with every test."""
    return tuple(
        look
        for language in LANGUAGES
        for percent in (100, 150, 200)
        for size in (WINDOW, LARGE_WINDOW)
        for theme in (ThemeChoice.LIGHT, DARK, CONTRAST)
        if (look := WalkLook(language, percent, size, theme)) not in (*WALKED, KEYED)
    )
