"""The marks of days in words: why less than planned is done."""

from coreapp.domain.day_record import DayMark
from coreapp.i18n import pgettext


def mark_label(mark: DayMark) -> str:
    """Return the label of a mark."""
    labels = {
        DayMark.REST: pgettext("day", "Rest"),
        DayMark.SICK: pgettext("day", "Sick"),
        DayMark.TRAVEL: pgettext("day", "Travel"),
        DayMark.EASY: pgettext("day", "Easy day"),
    }
    return labels[mark]
