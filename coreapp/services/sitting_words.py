"""The figures of sitting in words: a day, a week, and one week beside another.

Facts only: nothing here praises or blames.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from coreapp.domain.sitting.view import View
from coreapp.domain.sitting_figures import SittingDay, SittingFigures, SittingRule
from coreapp.i18n import (
    _,
    format_date,
    format_minutes,
    format_number,
    format_percent,
    ngettext,
    pgettext,
)
from coreapp.services.sitting_history import SittingWeek


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and the words for it."""

    value: str
    label: str


def main_figures(figures: SittingFigures, rule: SittingRule) -> Sequence[Figure]:
    """Return the figures a day is told by."""
    up_to = _("Stretches up to {time}").format(time=format_minutes(rule.interval))
    return [
        Figure(_time(figures.longest), _("Longest sit")),
        Figure(_share(figures), up_to),
        Figure(_time(figures.sitting), _("Sitting in all")),
        Figure(format_number(figures.breaks), _("Breaks")),
    ]


def break_figures(figures: SittingFigures, view: View | None = None) -> Sequence[Figure]:
    """Return how often a break was what; skipped and owed are known of today only.

    Args:
        figures: of the day.
        view: what is so now, for today; None for another day or where the breaks are off.
    """
    told = [
        Figure(format_number(figures.due), pgettext("breaks", "due")),
        Figure(format_number(figures.taken), pgettext("breaks", "taken")),
        Figure(format_number(figures.natural), pgettext("breaks", "natural")),
        Figure(format_number(figures.partial), pgettext("breaks", "partial")),
    ]
    if view is not None:
        told += [
            Figure(format_number(view.today.skipped), pgettext("breaks", "skipped")),
            Figure(format_number(int(view.owed)), pgettext("breaks", "owed")),
        ]
    return told


def break_figures_hint() -> str:
    """Return what the words for breaks mean."""
    return _(
        "Natural: away long enough without being asked. Partial: too short for a whole break, and "
        "counted in part."
    )


def day_name(day: date, today: date) -> str:
    """Return what a day is called: "Today", "Yesterday", else its weekday and date."""
    match (today - day).days:
        case 0:
            return _("Today")
        case 1:
            return _("Yesterday")
        case _:
            return format_date(day, "full")


def day_sentence(day: SittingDay) -> str:
    """Return a day in one line, for tool tips and screen readers."""
    name, figures = format_date(day.day, "EEEE"), day.figures
    if not figures.days:
        return _("{day}: nothing counted").format(day=name)
    breaks = ngettext("{count} break", "{count} breaks", figures.breaks)
    return _("{day}: sitting {time}, longest {longest}, {breaks}").format(
        day=name,
        time=_time(figures.sitting),
        longest=_time(figures.longest),
        breaks=breaks.format(count=format_number(figures.breaks)),
    )


def week_sentence(week: SittingWeek, rule: SittingRule) -> str:
    """Return a week beside the one before in one sentence."""
    share, before = week.figures.share_within, week.before.share_within
    time = format_minutes(rule.interval)
    if share is None:
        return _("Nothing is counted in this week yet.")
    now = format_percent(share)
    if before is None:
        return _(
            "{now} of the stretches of sitting were up to {time}; the week before has none to "
            "compare with."
        ).format(now=now, time=time)
    then = format_percent(before)
    if now == then:
        return _(
            "{now} of the stretches of sitting were up to {time}, as in the week before."
        ).format(now=now, time=time)
    return _(
        "{now} of the stretches of sitting were up to {time}; in the week before it was {before}."
    ).format(now=now, time=time, before=then)


def _share(figures: SittingFigures) -> str:
    if not figures.stretches:
        return "–"
    return _("{part} of {whole}").format(
        part=format_number(figures.within), whole=format_number(len(figures.stretches))
    )


def _time(seconds: float) -> str:
    """Return a length in whole minutes: what has passed is rounded down."""
    return format_minutes(seconds // 60 * 60)
