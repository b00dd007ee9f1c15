"""Where a word that is longer than its line may be broken."""

from functools import lru_cache

from coreapp.i18n import pgettext


def places_in(word: str) -> tuple[int, ...]:
    """Return after how many letters a word may be broken; none where that is not known.

    Whoever translates lists the long words of titles and buttons. Libraries that know all words
    read their patterns first, which takes a second for German: longer than a page may.
    """
    return _listed(_words()).get(word.casefold(), ())


def _words() -> str:
    return pgettext(
        "long words, with all places where a line may break them",
        "alter-nat-ing but-ter-fly com-fort-able ham-string ham-strings nether-lands"
        " noti-fi-ca-tion noti-fi-ca-tions occur-rences piri-for-mis rep-e-ti-tions salu-ta-tion"
        " sched-uled short-cuts spread-sheets sta-bilis-ers strength-ening stretch-ing"
        " switzer-land",
    )


@lru_cache(maxsize=4)
def _listed(words: str) -> dict[str, tuple[int, ...]]:
    return {word.replace("-", "").casefold(): _places(word) for word in words.split()}


def _places(word: str) -> tuple[int, ...]:
    parts = word.split("-")
    return tuple(sum(map(len, parts[:count])) for count in range(1, len(parts)))
