"""The words for days of the plan: what is on them, what became of it, and how they are marked."""

from datetime import date

from coreapp.i18n import (
    _,
    as_heading,
    format_date,
    format_minutes,
    format_skeleton,
    format_time,
    ngettext,
    pgettext,
)
from coreapp.services.mark_words import mark_label
from coreapp.services.plan_conflicts import conflict_text
from coreapp.services.plan_items import DayItem, ItemState, PlanDay, ProgrammeWeek


def day_name(day: date) -> str:
    """Return a day with its weekday, without the year: "Wednesday, November 25"."""
    # Translators: weekday and date, such as "Wednesday" and "November 25".
    text = _("{weekday}, {date}")
    weekday, date_only = format_date(day, "EEEE"), format_skeleton(day, "MMMMd")
    return as_heading(text.format(weekday=weekday, date=date_only))


def short_day(day: date) -> str:
    """Return a day in few letters: "Sat 21"."""
    return format_date(day, "EEE d")


def month_name(day: date) -> str:
    """Return the month of a day with its year."""
    return as_heading(format_skeleton(day, "yMMMM"))


def state_words(item: DayItem, day: date, today: date) -> str:
    """Return what became of an item of a day."""
    match item.state:
        case ItemState.DONE:
            return pgettext("planned session", "done")
        case ItemState.SKIPPED:
            return pgettext("planned session", "skipped")
        case ItemState.ELSEWHERE if item.goes_to is not None:
            text = _("done on {date}") if item.done_by else _("moved to {date}")
            return text.format(date=short_day(item.goes_to))
        case _:
            return (
                pgettext("planned session", "not done")
                if day < today
                else pgettext("planned session", "planned")
            )


def cell_words(item: DayItem) -> str:
    """Return what stands in a small cell for an item."""
    if item.state is ItemState.ELSEWHERE and item.goes_to is not None:
        return _("to {date}").format(date=short_day(item.goes_to))
    return item.short


def tiny_words(item: DayItem) -> str:
    """Return what stands in a cell that has no room for more; empty if that would say nothing."""
    if item.state is ItemState.ELSEWHERE and item.goes_to is not None:
        return short_day(item.goes_to)
    return item.letter


def item_line(item: DayItem, day: date, today: date) -> str:
    """Return when an item is, how long, and what became of it, in one line."""
    if not item.is_there:
        return state_words(item, day, today)
    parts = [format_time(item.start)]
    if item.passes:
        parts.append(ngettext("{count} pass", "{count} passes", item.passes))
        parts[-1] = parts[-1].format(count=item.passes)
    if item.minutes:
        parts.append(format_minutes(item.minutes * 60))
    parts.extend(_history(item, day, today))
    return ", ".join(parts)


def day_sentences(day: PlanDay, today: date) -> str:
    """Return a day as it is read aloud: its name, its mark, what is on it, and hints."""
    name = day_name(day.day)
    parts = [_("{day}, today").format(day=name) if day.day == today else name]
    if day.mark is not None:
        parts.append(mark_label(day.mark))
    parts += [item_sentence(each, day.day, today) for each in day.items]
    if not day.items:
        parts.append(_("Nothing planned"))
    parts += [conflict_text(each) for each in day.conflicts]
    return ". ".join(part.rstrip(".") for part in parts) + "."


def item_sentence(item: DayItem, day: date, today: date) -> str:
    """Return an item as it is read aloud."""
    line = item_line(item, day, today)
    if item.is_there and item.state is ItemState.OPEN and not _history(item, day, today):
        line = f"{line}, {state_words(item, day, today)}"
    return _("{title}: {line}").format(title=item.title, line=line)


def programme_week_words(week: ProgrammeWeek) -> tuple[str, str]:
    """Return the two lines that stand beside a week of a programme."""
    minutes = _("{count} min").format(count=week.minutes)
    return _("Week {week}").format(week=week.number), minutes


def programme_week_sentence(week: ProgrammeWeek) -> str:
    """Return a week of a programme as it is read aloud."""
    text = _("Week {week} of the programme: {minutes}, of which {done} done")
    return text.format(
        week=week.number,
        minutes=format_minutes(week.minutes * 60),
        done=format_minutes(week.done * 60),
    )


def habit_legend(item: DayItem) -> str:
    """Return what the mark of a daily habit means."""
    text = _("{title}, passes") if item.passes else _("{title}, minutes")
    return text.format(title=item.title)


def _history(item: DayItem, day: date, today: date) -> list[str]:
    """Return what is to be said of an item besides when it is."""
    if item.state is ItemState.DONE:
        return [pgettext("planned session", "done")]
    occurrence = item.occurrence
    if occurrence is not None and occurrence.original_date != day:
        text = _("moved from {date}")
        return [text.format(date=short_day(occurrence.original_date))]
    return [pgettext("planned session", "not done")] if day < today else []
