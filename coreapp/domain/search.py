"""Finding things by what people type, in any language; umlauts and small errors are forgiven."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import TypeVar

Thing = TypeVar("Thing")

FORGIVEN_FROM_LETTERS = 4
"""Shorter words are not searched with errors: too many would match."""

LIKENESS = 0.8
"""The share of letters that must agree where errors are forgiven (difflib's ratio)."""

NEAR = 0.55
"""The share of letters that must agree for something to be offered where nothing matches."""

_DIGRAPHS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return `text` as it is compared: lower case, umlauts as two letters, no other accents."""
    if text.isascii():
        return text.lower()
    # An umlaut may come as a letter with dots put over it, as macOS gives file names.
    spelled = unicodedata.normalize("NFC", text).casefold().translate(_DIGRAPHS)
    letters = unicodedata.normalize("NFKD", spelled)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def best_matches(
    word: str, things: Iterable[Thing], texts: Callable[[Thing], Sequence[str]]
) -> list[Thing]:
    """Return the things that match `word`, best first; all of them for an empty word.

    Args:
        word: what was typed.
        things: what to look through; equally good ones keep their order.
        texts: the texts a thing is known by, the most important first.
    """
    wanted = fold(word).strip()
    if not wanted:
        return list(things)
    typed = _Typed(wanted)
    scored = ((typed.score(tuple(texts(thing))), thing) for thing in things)
    found = [(score, thing) for score, thing in scored if score is not None]
    return [thing for _score, thing in sorted(found, key=lambda pair: pair[0])]


def nearest_matches(
    word: str, things: Iterable[Thing], texts: Callable[[Thing], Sequence[str]], most: int
) -> list[Thing]:
    """Return at most so many things that are called most nearly like `word`, the nearest first.

    Args:
        word: what was typed.
        things: what to look through; equally near ones keep their order.
        texts: the texts a thing is known by.
        most: so many at most.
    """
    wanted = fold(word).strip()
    if not wanted:
        return []
    likeness = _likeness_to(wanted)
    ranked = ((likeness(tuple(texts(thing))), thing) for thing in things)
    near = [(share, thing) for share, thing in ranked if share >= NEAR]
    near.sort(key=lambda pair: -pair[0])
    return [thing for _share, thing in near[:most]]


def learn(texts: Sequence[str]) -> None:
    """Take the texts of a thing apart: the first search would have to do so with those of all."""
    _known(tuple(texts))


def forget() -> None:
    """Let go of all that was taken apart: it is 0.8 MB, and searches take it up anew."""
    for kept in (_known, _taken_apart, fold):
        kept.cache_clear()


@dataclass(frozen=True, slots=True)
class _Known:
    """What is compared of the texts a thing is known by.

    Attributes:
        lines: the texts, folded, one below the other.
        words: each text and each word of it, once, with its letters.
    """

    lines: str
    words: tuple[tuple[str, int], ...]


@lru_cache(maxsize=8192)
def _known(texts: tuple[str, ...]) -> _Known:
    """Return all that a thing is known by together: with most things a search is done here."""
    every = [_taken_apart(text) for text in texts]
    words = dict.fromkeys(word for each in every for word in each.words)
    return _Known("\n".join(each.lines for each in every), tuple(words))


@lru_cache(maxsize=8192)
def _taken_apart(text: str) -> _Known:
    folded = fold(text)
    words = folded.replace("-", " ").replace("(", " ").replace(")", " ").split()
    every = dict.fromkeys((folded, *words))
    return _Known(folded, tuple((each, _letters_of(each)) for each in every))


def _letters_of(text: str) -> int:
    """Return the letters of a text, a bit for each; some share one."""
    letters = 0
    for letter in text:
        letters |= 1 << (ord(letter) % 64)
    return letters


class _Typed:
    """Tells how texts match what is typed.

    Args:
        wanted: what is typed, folded.
    """

    def __init__(self, wanted: str) -> None:
        self._wanted = wanted
        self._letters = _letters_of(wanted)
        self._may_lack = _may_lack(wanted)
        self._is_alike = _likeness_of_beginnings(wanted)
        self._kinds: dict[str, int | None] = {}

    def score(self, texts: tuple[str, ...]) -> tuple[int, int] | None:
        """Return how well the best text matches, smaller is better: (kind of match, its rank)."""
        known = _known(texts)
        if not (self._wanted in known.lines or self._has_alike(known)):
            return None
        best = None
        for rank, text in enumerate(texts):
            if text not in self._kinds:
                # Most texts are told of many things.
                self._kinds[text] = self._kind_of(text)
            kind = self._kinds[text]
            if kind is not None and (best is None or kind < best[0]):
                best = kind, rank
        return best

    def _kind_of(self, told: str) -> int | None:
        """Return how a text matches, smaller is better; None if it does not."""
        known = _taken_apart(told)
        text = known.lines
        if self._wanted in text:
            if text.startswith(self._wanted):
                return 0 if self._wanted == text else 1
            return 2 if any(word.startswith(self._wanted) for word, _has in known.words) else 3
        return 4 if self._has_alike(known) else None

    def _has_alike(self, known: _Known) -> bool:
        """Tell whether small errors are all that parts what is typed from a text or a word."""
        if len(self._wanted) < FORGIVEN_FROM_LETTERS:
            return False
        # While someone is still typing, a word is compared with as much of it as is typed.
        end = len(self._wanted) + 1
        letters, may_lack, is_alike = self._letters, self._may_lack, self._is_alike
        # Letters are looked at first: hardly a word has most of them.
        return any(
            is_alike(word[:end])
            for word, has in known.words
            if (letters & ~has).bit_count() <= may_lack
        )


def _may_lack(wanted: str) -> int:
    """Return how many letters of what is typed may be missing where small errors are forgiven.

    The other text has at least the letters that agree, so its likeness is at most that of these.
    """
    length = len(wanted)
    most = ((agree, 2.0 * agree / (length + agree)) for agree in range(1, length + 1))
    return length - next(agree for agree, likeness in most if likeness >= LIKENESS)


def _likeness_of_beginnings(wanted: str) -> Callable[[str], bool]:
    """Return what tells whether small errors are all that parts what is typed from a beginning."""
    most_likeness = _most_likeness_to(wanted)

    @cache
    def is_alike(start: str) -> bool:
        if most_likeness(start) < LIKENESS:
            return False
        return SequenceMatcher(None, wanted, start, autojunk=False).ratio() >= LIKENESS

    return is_alike


def _likeness_to(wanted: str) -> Callable[[tuple[str, ...]], float]:
    """Return what tells the share of letters that agree with a text of a thing, or with a word.

    What is less than near may be told as nothing.
    """
    matcher = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(wanted)
    most_likeness = _most_likeness_to(wanted)
    length, letters = len(wanted), _letters_of(wanted)

    @cache
    def of_one(each: str) -> float:
        if most_likeness(each) < NEAR:
            return 0.0
        matcher.set_seq1(each)
        return matcher.ratio()

    def likeness(texts: tuple[str, ...]) -> float:
        return max(
            (
                of_one(each)
                for each, has in _known(texts).words
                # Letters that it lacks cannot agree.
                if 2.0 * (length - (letters & ~has).bit_count()) / (length + len(each)) >= NEAR
            ),
            default=0.0,
        )

    return likeness


def _most_likeness_to(wanted: str) -> Callable[[str], float]:
    """Return what tells what a likeness cannot exceed, without a matcher: see `quick_ratio`."""
    length = len(wanted)
    letters = [(letter, wanted.count(letter)) for letter in dict.fromkeys(wanted)]

    def most_likeness(text: str) -> float:
        both = length + len(text)
        most = 2.0 * min(length, len(text)) / both
        if most < NEAR:
            # Nobody asks for less: their lengths alone keep them apart.
            return most
        shared = 0
        for letter, count in letters:
            if letter in text:
                shared += count if count == 1 else min(count, text.count(letter))
        return 2.0 * shared / both

    return most_likeness
