"""What is new, in one sentence: the head of the page. Whole sentences, never pieces."""

from coreapp.domain.pain import Trend
from coreapp.i18n import _, format_minutes, ngettext, pgettext
from coreapp.services.progress.figures import ProgressFigures

LEAST_ROW = 2
"""A single week is no row yet."""

NEW_BEST_DAYS = 7
DRAWN_EXERCISES = 6
"""Of so many exercises, those done most, the sides are looked at."""


def news(figures: ProgressFigures) -> str:
    """Return the head of the page."""
    length = figures.streak.length
    if length >= LEAST_ROW:
        return _row_news(figures, length)
    if figures.heat.minutes:
        text = ngettext(
            "You moved for {time}, on {count} day",
            "You moved for {time}, on {count} days",
            figures.heat.active_days,
        )
        return text.format(
            time=format_minutes(figures.heat.minutes * 60), count=figures.heat.active_days
        )
    return _("The first session begins the picture")


def _row_news(figures: ProgressFigures, length: int) -> str:
    """Return how many weeks, with what else is good to know."""
    if any(each.is_evening_out for each in figures.balance[:DRAWN_EXERCISES]):
        text = _("{weeks} weeks in a row, and your sides are evening out")
    elif figures.recovery.trend is Trend.IMPROVING:
        text = _("{weeks} weeks in a row, and pain is less than a week ago")
    elif _has_new_best(figures):
        text = _("{weeks} weeks in a row, with a new best this week")
    else:
        text = _("{weeks} weeks in a row")
    return text.format(weeks=number_word(length))


def _has_new_best(figures: ProgressFigures) -> bool:
    """Whether a best is a few days old, of an exercise that has been done for longer."""
    return any(
        (figures.today - each.since).days < NEW_BEST_DAYS and each.sessions > LEAST_ROW
        for each in figures.exercises
    )


def number_word(number: int) -> str:
    """Return a number as it begins a sentence: a word up to twelve, then figures."""
    words = {
        2: pgettext("begins a sentence", "Two"),
        3: pgettext("begins a sentence", "Three"),
        4: pgettext("begins a sentence", "Four"),
        5: pgettext("begins a sentence", "Five"),
        6: pgettext("begins a sentence", "Six"),
        7: pgettext("begins a sentence", "Seven"),
        8: pgettext("begins a sentence", "Eight"),
        9: pgettext("begins a sentence", "Nine"),
        10: pgettext("begins a sentence", "Ten"),
        11: pgettext("begins a sentence", "Eleven"),
        12: pgettext("begins a sentence", "Twelve"),
    }
    return words.get(number, str(number))
