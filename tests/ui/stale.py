"""Finds what a change has left behind: words of one language, colours of one theme."""

import gettext
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import zip_longest

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from coreapp.desktop.paths import find_paths
from coreapp.ui.theme.tokens import Tokens

SPEAKING = 5
"""So many letters a text has besides what is filled in, or it may well be the same by chance."""
MOST_PIXELS = 150
"""Pixels of a colour that single letters, or a picture that mixes colours, may have."""
GROUNDS = ("ground", "card", "stage", "sidebar", "field", "control", "selected")

_GAP = re.compile(r"\{\w+\}")


@dataclass(frozen=True, slots=True)
class _Text:
    """A text of the program in one language, and all it is in another."""

    pattern: re.Pattern[str]
    others: tuple[re.Pattern[str], ...]


@dataclass(slots=True)
class Languages:
    """What all texts are in one language and in another.

    Attributes:
        before: the language that is left.
        now: the one that is shown.
    """

    before: str
    now: str
    _plain: dict[str, set[str]] = field(default_factory=dict)
    _filled: list[_Text] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Read both catalogues."""
        filled: dict[str, set[str]] = {}
        for text, other in _pairs(self.before, self.now):
            into = filled if _GAP.search(text) else self._plain
            into.setdefault(text, set()).add(other)
        for text, others in filled.items():
            if len("".join(filter(str.isalpha, _GAP.sub("", text)))) >= SPEAKING:
                found = _Text(_pattern(text), tuple(_pattern(each) for each in others))
                self._filled.append(found)

    def left_behind(self, texts: Iterable[str]) -> Iterator[str]:
        """Yield each of the texts that is in the language before, and is another in that of now."""
        for text in texts:
            if text in self._plain:
                if text not in self._plain[text]:
                    yield text
                continue
            meant = [each for each in self._filled if each.pattern.fullmatch(text)]
            if meant and not any(_is_now(each, text) for each in meant):
                yield text


def _is_now(meant: _Text, text: str) -> bool:
    return any(other.fullmatch(text) for other in meant.others)


def _pairs(before: str, now: str) -> Iterator[tuple[str, str]]:
    """Yield each text in both languages."""
    ours, theirs = _catalogue(before), _catalogue(now)
    known = {**_catalogue("de"), **_catalogue("nl")}
    for key in known:
        if key:
            yield ours.get(key, _english(key)), theirs.get(key, _english(key))


def _english(key: str | tuple[str, int]) -> str:
    text = key if isinstance(key, str) else key[0]
    return text.split("\x04")[-1]


@cache
def _catalogue(language: str) -> dict[str | tuple[str, int], str]:
    if language == "en":
        return {}
    path = find_paths().translations / language / "LC_MESSAGES" / "coreapp.mo"
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)._catalog


def _pattern(text: str) -> re.Pattern[str]:
    parts, gaps = _GAP.split(text), _GAP.findall(text)
    pieces = [re.escape(part) + (".+" if gap else "") for part, gap in zip_longest(parts, gaps)]
    return re.compile("".join(pieces), re.DOTALL)


def colours_left(window: QWidget, before: Tokens, now: Tokens) -> Iterator[str]:
    """Yield each ground of the theme before that is still to be seen in a window."""
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = bytes(image.constBits())
    ours = {getattr(now, each).rgb() for each in Tokens.__slots__ if _is_colour(now, each)}
    for colour, name in {getattr(before, each).rgb(): each for each in GROUNDS}.items():
        seen = 0 if colour in ours else pixels.count(colour.to_bytes(4, "little"))
        if seen > MOST_PIXELS:
            yield f"{seen} pixels still have the {name} of “{before.name}”"


def _is_colour(tokens: Tokens, name: str) -> bool:
    return isinstance(getattr(tokens, name), QColor)
