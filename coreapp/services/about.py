"""What this program is: its version, its sources, what it is built of under which licence.

Versions are read from what is installed; licences are a list that was read in each package and that
a test holds to the packages' own words, since those are written in four different ways.
"""

import platform
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from coreapp import __version__
from coreapp.domain.exercise import Exercise
from coreapp.domain.guide import Article
from coreapp.domain.programme import Programme
from coreapp.i18n import _, pgettext

OWN_LICENCE: Final = "GPL-3.0-or-later"

_BSD: Final = "BSD-3-Clause"
_QT: Final = "LGPL-3.0-only"
LICENCES: Final[Mapping[str, str]] = {
    "PySide6-Essentials": _QT,
    "PySide6-Addons": _QT,
    "shiboken6": _QT,
    "SQLAlchemy": "MIT",
    "alembic": "MIT",
    "Mako": "MIT",
    "MarkupSafe": _BSD,
    "Babel": _BSD,
    "msgspec": _BSD,
    "platformdirs": "MIT",
    "python-dateutil": _BSD,
    "tzdata": "Apache-2.0",
    "uuid-utils": _BSD,
    "wakepy": "MIT",
    "jeepney": "MIT",
    "xcffib": "Apache-2.0",
    "cffi": "MIT-0",
    "pycparser": _BSD,
    "typing-extensions": "PSF-2.0",
}
"""Every package that the program uses while it runs, by its name on PyPI, under its SPDX licence.

Qt is also to be had under the GPL; the LGPL is what is chosen here. All of them may be combined
with the GPL 3 (https://www.gnu.org/licenses/license-list.html)."""

_ARTICLE: Final = re.compile(r"(S\d) “([^”]+)” \((\w\w)\)")
"""One of the articles that the collection grew from, as content files name it."""
_REMARK: Final = " ("
"""After it stands what a source was used for."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of software that is used while the program runs."""

    name: str
    version: str
    licence: str


@dataclass(frozen=True, slots=True)
class Sources:
    """What the content is based on.

    Attributes:
        articles: the titles of the articles it grew from, each with its language.
        references: papers, guidelines and books, by alphabet.
    """

    articles: tuple[str, ...]
    references: tuple[str, ...]


def parts() -> list[Part]:
    """Return Python and all packages that are installed here."""
    found = [Part("Python", platform.python_version(), "PSF-2.0")]
    for name, licence in LICENCES.items():
        try:
            found.append(Part(name, version(name), licence))
        except PackageNotFoundError:
            continue  # not needed on this system
    return found


def sources_of(
    exercises: Iterable[Exercise], programmes: Iterable[Programme], articles: Iterable[Article]
) -> Sources:
    """Return every source that the content names, once, without what it was used for.

    Args:
        exercises: those that ship; their texts are translated here.
        programmes: likewise.
        articles: the guide in the language that is shown.
    """
    named: dict[str, str] = {}
    references: set[str] = set()
    things: list[Exercise | Programme] = [*exercises, *programmes]
    pairs = [(text, pgettext(each.text_context, text)) for each in things for text in each.sources]
    pairs += [(text, text) for each in articles for text in each.sources]
    for original, shown in pairs:
        found = _ARTICLE.findall(original) or _ARTICLE.findall(shown)
        named |= {number: f"{title} ({language})" for number, title, language in found}
        if not found:
            references.add(shown.split(_REMARK)[0].strip())
    ordered = sorted(references, key=str.casefold)
    return Sources(tuple(named[number] for number in sorted(named)), tuple(ordered))


def in_one_sentence() -> str:
    """Return what the program is."""
    return _(
        "A companion for guided core exercise and breaks from sitting: one library, one player, "
        "one log."
    )


def licence_lines() -> list[str]:
    """Return what one may do with the program, and whose its pictures and sounds are."""
    return [
        _(
            "Coreapp is free software: you may use, study, pass on and change it under the GNU "
            "General Public License, version 3 or later. It comes without any warranty."
        ),
        _(
            "Figures, icons, tones and texts were made for Coreapp and are under the same licence. "
            "No fonts are bundled. While it runs it uses the following software."
        ),
    ]


def report_details(folder: Path, shown: Mapping[str, str]) -> str:
    """Return what a report of a bug needs, in English: who reads it may not know the language.

    Args:
        folder: where the data lies; the name of the person in it is left out.
        shown: what windows know about how they are shown, each with its name.
    """
    try:
        place = str(Path("~") / folder.relative_to(Path.home()))
    except ValueError:
        place = str(folder)
    lines = {
        "Coreapp": __version__,
        "System": platform.platform(),
        **shown,
        "Data": place,
        **{each.name: each.version for each in parts()},
    }
    return "\n".join(f"{name}: {value}" for name, value in lines.items())
