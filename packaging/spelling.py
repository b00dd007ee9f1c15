"""Checks the spelling of all that is shown, in every language, with hunspell: part of `make lint`.

English is British and is read from the texts themselves, content included; German and Dutch from
their catalogues. What people type to find an exercise is in no catalogue and is not checked. Words
that are right and that hunspell does not know are listed in `translations/spelling/`; a listed
word that no text uses any more is told, too.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from babel.messages.pofile import read_po
from build_hook import ROOT
from system_packages import SPELLING

FOLDER = ROOT / "translations"
DICTIONARIES = {"en": "en_GB", "de": "de_DE", "nl": "nl_NL"}
"""hunspell's dictionary for each language."""
NAMES = "names.txt"
"""Names, titles and words of files, the same in all languages: words or whole phrases."""

IN_PARTS = (
    "long words: = parts what they are put together of, - other places where a line may break"
)
"""So begins the context of a text whose words are written in parts, all of them small."""

CITATION = re.compile(r"^[^(]* et al\.[^(]*")
"""Who published what in which journal; what we say about it stands in parentheses behind."""
NOT_WORDS = re.compile(
    r"""\{[^}]*\}                # a placeholder
    | </?\w[^>]*>                # markup
    | \b[A-Z]+=\S+               # a part of a rule, such as FREQ=DAILY
    | \b[A-Z]\w+/[A-Z]\w+        # a time zone
    | \b\w+\.(?:org|com)\b       # an address
    | (?<!\w)\*?\.[a-z]{2,4}\b   # the ending of a file's name
    | --[a-z-]+                  # an option of the command line
    | \b\w*_\w*\b                # a key of a file
    | &(?=\w)                    # a mnemonic
    | \u00ad                     # a place where a word may be parted
    """,
    re.VERBOSE,
)
WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


@dataclass(frozen=True)
class Text:
    """Something that is shown."""

    context: str
    """What it is part of, such as `exercise plank`; empty for most texts of the program."""
    text: str


@dataclass(frozen=True)
class Misspelling:
    """A word that neither hunspell nor the lists know, with one text that has it."""

    word: str
    text: Text


class Speller(Protocol):
    """Knows the words of one language."""

    def unknown(self, words: Iterable[str]) -> set[str]:
        """Return those of the words that are not spelled right."""
        ...

    def suggestions(self, words: Iterable[str]) -> dict[str, str]:
        """Return what may have been meant, a few words in one line for each."""
        ...


class HunspellMissingError(Exception):
    """hunspell or one of its dictionaries is not installed."""


class Hunspell:
    """Hunspell with one dictionary, asked about all words at once."""

    def __init__(self, dictionary: str) -> None:
        """Take the dictionary's name, such as `de_DE`."""
        self._dictionary = dictionary

    def unknown(self, words: Iterable[str]) -> set[str]:
        """Return those of the words that are not spelled right.

        Raises:
            HunspellMissingError: the program or the dictionary is not there.
        """
        return set(self._ask("-l", "\n".join(words)).split())

    def suggestions(self, words: Iterable[str]) -> dict[str, str]:
        """Return what may have been meant, a few words in one line for each.

        Raises:
            HunspellMissingError: the program or the dictionary is not there.
        """
        answer = self._ask("-a", "\n".join(f"^{word}" for word in words))
        found = {}
        for line in answer.splitlines():
            if line.startswith("& "):
                head, _, meant = line.partition(": ")
                found[head.split()[1]] = ", ".join(meant.split(", ")[:4])
        return found

    def _ask(self, how: str, words: str) -> str:
        program = shutil.which("hunspell")
        if program is None:
            raise HunspellMissingError("hunspell is not installed")
        command = [program, "-d", self._dictionary, "-i", "utf-8", how]
        done = subprocess.run(
            command, input=words, capture_output=True, encoding="utf-8", check=False
        )
        if done.returncode:
            raise HunspellMissingError(f"hunspell has no dictionary {self._dictionary}")
        return done.stdout


@dataclass(frozen=True)
class Listed:
    """The words of one list, in the order of its file."""

    file: str
    entries: tuple[str, ...]

    def complaints(self, said: str) -> Iterator[str]:
        """Yield what is wrong with the list itself; `said` is every text it is for."""
        if list(self.entries) != sorted(set(self.entries), key=_order):
            yield f"{self.file}: put the words in order, each once"
        for entry in self.entries:
            if not finds([entry]).search(said):
                yield f"{self.file}: “{entry}” is in no text any more; take it out"


def read_list(file: Path) -> Listed:
    """Read a list: one word or phrase a line."""
    lines = file.read_text("utf-8").splitlines()
    return Listed(file.name, tuple(line for line in lines if line))


def read_texts(folder: Path, language: str) -> list[Text]:
    """Return all texts of a language; English ones are those that the others translate."""
    file = folder / language / "LC_MESSAGES" / "coreapp.po"
    source = language == "en"
    with (folder / "coreapp.pot" if source else file).open("rb") as po_file:
        catalogue = read_po(po_file, locale=None if source else language)
    texts = []
    for message in catalogue:
        if (message.context or "").startswith(IN_PARTS):
            continue
        shown = message.id if source else message.string
        forms = shown if isinstance(shown, list | tuple) else [shown]
        texts += [Text(message.context or "", form) for form in forms if message.id and form]
    return texts


def finds(entries: Iterable[str]) -> re.Pattern[str]:
    """Return what finds entries of a list as whole words, at the start of a sentence too."""
    found = []
    for entry in sorted(entries, key=len, reverse=True):
        first = entry[0]
        start = f"[{first}{first.upper()}]" if first.islower() else re.escape(first)
        found.append(start + re.escape(entry[1:]))
    return re.compile(rf"(?<!\w)(?:{'|'.join(found) or '(?!)'})(?!\w)")


def prose(text: str, names: re.Pattern[str]) -> str:
    """Return a text without what is no word of its language; `names` finds those of its own."""
    text = CITATION.sub(" ", text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    text = NOT_WORDS.sub(lambda found: "" if found[0] in "&\u00ad" else " ", text)
    return names.sub(" ", text)


def misspellings(
    texts: Iterable[Text], own: Listed, names: re.Pattern[str], speller: Speller
) -> list[Misspelling]:
    """Return the words that nobody knows. A hyphenated one is known if all its parts are."""
    places: dict[str, Text] = {}
    for text in texts:
        for word in WORD.findall(prose(text.text, names)):
            places.setdefault(word, text)
    asked = {part for word in places for part in (word, *word.split("-")) if len(part) > 1}
    known = set(own.entries)
    wrong = {word for word in speller.unknown(sorted(asked)) if not _is_listed(word, known)}
    return [
        Misspelling(word, text)
        for word, text in sorted(places.items())
        if len(word) > 1
        and not _is_listed(word, known)
        and (word in wrong if "-" not in word else not wrong.isdisjoint(word.split("-")))
    ]


def check(folder: Path, spellers: Mapping[str, Speller]) -> list[str]:
    """Return one line for each wrong word and each needless one of a list."""
    names = read_list(folder / "spelling" / NAMES)
    named = finds(names.entries)
    lines, everything = [], []
    for language, speller in spellers.items():
        texts = read_texts(folder, language)
        own = read_list(folder / "spelling" / f"{language}.txt")
        wrong = misspellings(texts, own, named, speller)
        meant = speller.suggestions([each.word for each in wrong]) if wrong else {}
        lines += [_line(language, each, meant.get(each.word, "")) for each in wrong]
        said = "\n".join(prose(each.text, named) for each in texts)
        lines += own.complaints(said)
        everything += [each.text.replace("’", "'") for each in texts]
    lines += names.complaints("\n".join(everything))
    return lines


def main() -> int:
    """Print what is wrong and return the exit code."""
    try:
        lines = check(FOLDER, {name: Hunspell(each) for name, each in DICTIONARIES.items()})
    except HunspellMissingError as error:
        print(
            f"The spelling was not checked: {error}. On Debian and Ubuntu: sudo apt-get install",
            *("hunspell", *SPELLING.values()),
            file=sys.stderr,
        )
        return 1 if os.environ.get("CI") else 0
    for line in lines:
        print(line, file=sys.stderr)
    if lines:
        print(
            "Mend the text, or list a word that is right in translations/spelling/",
            file=sys.stderr,
        )
    return 1 if lines else 0


def _line(language: str, wrong: Misspelling, meant: str) -> str:
    place = f" [{wrong.text.context}]" if wrong.text.context else ""
    hint = f" Meant: {meant}?" if meant else ""
    start = wrong.text.text.replace("’", "'").find(wrong.word)
    around = " ".join(wrong.text.text[max(0, start - 40) : start + 50].split())
    return f"{language}: “{wrong.word}”{place} in “{around}”.{hint}"


def _is_listed(word: str, known: set[str]) -> bool:
    """Whether a list has the word; one in small letters may begin a sentence."""
    return word in known or word[:1].lower() + word[1:] in known


def _order(entry: str) -> tuple[str, str]:
    return entry.casefold(), entry


if __name__ == "__main__":
    sys.exit(main())
