"""Where a word that is longer than its line may be broken."""

from functools import lru_cache

from coreapp.i18n import pgettext


def best_place(word: str, after: int, most: int) -> int | None:
    """Return after how many letters a word is best broken; None where no such place is known.

    That is between two of the words it is put together of, if there is such a place, else between
    two syllables.

    Args:
        word: all of it.
        after: so many letters stand in lines before.
        most: so many have room, with those.

    Whoever translates lists the long words of titles and buttons. Libraries that know all words
    read their patterns first, which takes a second for German: longer than a page may.
    """
    for places in _listed(_words()).get(word.casefold(), ()):
        fitting = [place for place in places if after < place <= most]
        if fitting:
            return fitting[-1]
    return None


def _words() -> str:
    return pgettext(
        "long words: = parts what they are put together of, - other places where a line may break",
        "alter-nat-ing but-ter-fly com-fort-able ham-string ham-strings nether-lands"
        " noti-fi-ca-tion noti-fi-ca-tions occur-rences piri-for-mis rep-e-ti-tions salu-ta-tion"
        " sched-uled short-cuts spread-sheets sta-bilis-ers strength-ening stretch-ing"
        " switzer-land",
    )


@lru_cache(maxsize=4)
def _listed(words: str) -> dict[str, tuple[tuple[int, ...], tuple[int, ...]]]:
    return {
        _without(word, "-="): (_places(_without(word, "-"), "="), _places(_without(word, "="), "-"))
        for word in words.split()
    }


def _without(word: str, signs: str) -> str:
    return "".join(each for each in word.casefold() if each not in signs)


def _places(word: str, sign: str) -> tuple[int, ...]:
    parts = word.split(sign)
    return tuple(sum(map(len, parts[:count])) for count in range(1, len(parts)))
