"""Finding things by what people type, in any language; umlauts and small errors are forgiven."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
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
    kind_of = _kinds_of_match(wanted)
    scored = ((_best_score(kind_of, texts(thing)), thing) for thing in things)
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
    ranked = ((max(map(likeness, texts(thing)), default=0.0), thing) for thing in things)
    near = [(share, thing) for share, thing in ranked if share >= NEAR]
    near.sort(key=lambda pair: -pair[0])
    return [thing for _share, thing in near[:most]]


def _likeness_to(wanted: str) -> Callable[[str], float]:
    """Return what tells the share of letters that agree with a text, or with a word of it.

    What is less than near may be told as nothing.
    """
    matcher = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(wanted)
    most_likeness = _most_likeness_to(wanted)

    @cache
    def of_one(each: str) -> float:
        if most_likeness(each) < NEAR:
            return 0.0
        matcher.set_seq1(each)
        return matcher.ratio()

    def likeness(text: str) -> float:
        folded, words = _in_words(text)
        return max(map(of_one, (folded, *words)))

    return likeness


@lru_cache(maxsize=8192)
def _in_words(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text as it is compared, and its words."""
    folded = fold(text)
    words = folded.replace("-", " ").replace("(", " ").replace(")", " ").split()
    return folded, tuple(words)


@lru_cache(maxsize=8192)
def _letters_of(text: str) -> int:
    """Return the letters of a text, a bit for each; some share one."""
    letters = 0
    for letter in text:
        letters |= 1 << (ord(letter) % 64)
    return letters


def _may_lack(wanted: str) -> int:
    """Return how many letters of what is typed may be missing where small errors are forgiven.

    The other text has at least the letters that agree, so its likeness is at most that of these.
    """
    length = len(wanted)
    most = ((agree, 2.0 * agree / (length + agree)) for agree in range(1, length + 1))
    return length - next(agree for agree, likeness in most if likeness >= LIKENESS)


def _best_score(
    kind_of: Callable[[str], int | None], texts: Sequence[str]
) -> tuple[int, int] | None:
    """Return how well the best text matches, smaller is better: (kind of match, its rank)."""
    best = None
    for rank, text in enumerate(texts):
        kind = kind_of(text)
        if kind is not None and (best is None or kind < best[0]):
            best = kind, rank
    return best


def _kinds_of_match(wanted: str) -> Callable[[str], int | None]:
    """Return what tells how a text matches what is typed, smaller is better; None if it does not.

    Most texts are told of many things, and most beginnings of words are in many texts.
    """
    is_alike = _likeness_of_beginnings(wanted)
    letters, may_lack = _letters_of(wanted), _may_lack(wanted)
    # While someone is still typing, a word is compared with as much of it as is typed.
    end = len(wanted) + 1

    @cache
    def kind_of(told: str) -> int | None:
        text, words = _in_words(told)
        if wanted in text:
            if text.startswith(wanted):
                return 0 if wanted == text else 1
            return 2 if any(word.startswith(wanted) for word in words) else 3
        if len(wanted) < FORGIVEN_FROM_LETTERS:
            return None
        # Letters are looked at first: hardly a word has most of them.
        for each in (text, *words):
            if (letters & ~_letters_of(each)).bit_count() <= may_lack and is_alike(each[:end]):
                return 4
        return None

    return kind_of


def _likeness_of_beginnings(wanted: str) -> Callable[[str], bool]:
    """Return what tells whether small errors are all that parts what is typed from a beginning."""
    most_likeness = _most_likeness_to(wanted)

    @cache
    def is_alike(start: str) -> bool:
        if most_likeness(start) < LIKENESS:
            return False
        return SequenceMatcher(None, wanted, start, autojunk=False).ratio() >= LIKENESS

    return is_alike


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
