"""The marks of days in words: why less than planned is done."""

from collections.abc import Callable, Sequence
from functools import partial

from coreapp.domain.day_record import DayMark
from coreapp.i18n import LANGUAGES, pgettext, pgettext_in


def mark_label(mark: DayMark) -> str:
    """Return the label of a mark."""
    return _label(mark, pgettext)


def short_mark_label(mark: DayMark) -> str:
    """Return the label for a day of the calendar beside large letters."""
    # Translators: there is room for six letters.
    labels = {
        DayMark.REST: pgettext("day, six letters at most", "Rest"),
        DayMark.SICK: pgettext("day, six letters at most", "Sick"),
        DayMark.TRAVEL: pgettext("day, six letters at most", "Travel"),
        DayMark.EASY: pgettext("day, six letters at most", "Easy"),
    }
    return labels[mark]


def mark_names(mark: DayMark) -> Sequence[str]:
    """Return what a mark is called in every language, for searching."""
    return [_label(mark, partial(pgettext_in, each)) for each in LANGUAGES]


def _label(mark: DayMark, pgettext: Callable[[str, str], str]) -> str:
    """Return the label of a mark in the language of `pgettext`."""
    labels = {
        DayMark.REST: pgettext("day", "Rest"),
        DayMark.SICK: pgettext("day", "Sick"),
        DayMark.TRAVEL: pgettext("day", "Travel"),
        DayMark.EASY: pgettext("day", "Easy day"),
    }
    return labels[mark]
