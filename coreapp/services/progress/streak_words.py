"""Weeks in a row in words: never zero, but what can be done, or how long the last row was."""

from datetime import date

from coreapp.domain.progress.streak import StreakWeek, WeekState
from coreapp.domain.progress.time_range import Step
from coreapp.i18n import _, format_date, format_number, ngettext, pgettext
from coreapp.services.charts import Bars, Level, Panel, PanelKey, Series, Table, Tone
from coreapp.services.progress.empty import empty_panel
from coreapp.services.progress.figures import ProgressFigures
from coreapp.services.progress.time_words import (
    NOTHING,
    axis_labels,
    month_name,
    near_name,
    step_name,
)


def streak_panel(figures: ProgressFigures) -> Panel:
    """Return the weeks in a row, with one's own bar."""
    row, title = figures.streak, _("Weeks in a row")
    weeks = [each for each in row.weeks if each.start >= figures.near.first]

    def table() -> Table:
        head = (
            pgettext("table", "Week of"),
            pgettext("table", "Active days"),
            pgettext("table", "Needed"),
            pgettext("table", "The week"),
        )
        rows = (
            (
                format_date(each.start),
                format_number(each.days),
                format_number(each.bar),
                state_name(each.state),
            )
            for each in weeks
        )
        return Table(head, tuple(rows))

    if not any(each.days for each in row.weeks):
        sentence = _("One session, break, run or walk begins your first streak.")
        return empty_panel(PanelKey.STREAK, title, sentence)
    rule = _(
        "A week counts when something was done on as many days as in the quieter half of the eight "
        "weeks before it, five at most. Days of rest, sickness and travel lower that."
    )
    sentence = streak_sentence(figures)
    length = row.length or row.last_length
    is_over = row.length == 0 and row.last_end is not None
    return Panel(
        key=PanelKey.STREAK,
        title=title,
        number=format_number(length) if length else NOTHING,
        unit=_last_row(row.last_end, figures.today)
        if is_over and row.last_end
        else ngettext("week", "weeks", length),
        aside=near_name(figures.chosen),
        sentence=sentence,
        description=f"{sentence} {rule}",
        chart=Bars(
            series=(
                Series(
                    pgettext("table", "Active days"),
                    Tone.PLAIN,
                    tuple(float(e.days) for e in weeks),
                ),
            ),
            labels=axis_labels([each.start for each in weeks], Step.WEEK),
            now=len(weeks) - 1,
            unit=pgettext("unit", "days"),
            tell=lambda index: _week_sentence(weeks[index]),
            level=Level(row.now.bar, _("{days} needed").format(days=row.now.bar))
            if row.now.bar
            else None,
        ),
        table=table,
    )


def streak_sentence(figures: ProgressFigures) -> str:
    """Return how the present week stands, and what can be done."""
    row = figures.streak
    missing = row.days_missing
    match row.now.state:
        case WeekState.KEPT:
            return _("This week counts already.")
        case WeekState.EXCUSED:
            return _("This week is free, and the streak goes on after it.")
        case _ if not row.can_be_kept:
            return _("On Monday a new week begins, and a new streak with it.")
        case _ if row.length:
            return ngettext(
                "{count} more day this week, and the streak goes on.",
                "{count} more days this week, and the streak goes on.",
                missing,
            ).format(count=missing)
        case _:
            return ngettext(
                "{count} more day this week begins a new streak.",
                "{count} more days this week begin a new streak.",
                missing,
            ).format(count=missing)


def state_name(state: WeekState) -> str:
    """Return what became of a week."""
    names = {
        WeekState.KEPT: pgettext("week", "counts"),
        WeekState.MISSED: pgettext("week", "does not count"),
        WeekState.EXCUSED: pgettext("week", "free"),
        WeekState.RUNNING: pgettext("week", "not over yet"),
    }
    return names[state]


def _last_row(end: date, today: date) -> str:
    return _("weeks, until {month}").format(month=month_name(end, today))


def _week_sentence(week: StreakWeek) -> str:
    days = ngettext("{count} active day", "{count} active days", week.days)
    return _("{week}: {days}, {needed} needed, {state}").format(
        week=step_name(week.start, Step.WEEK),
        days=days.format(count=week.days),
        needed=week.bar,
        state=state_name(week.state),
    )
