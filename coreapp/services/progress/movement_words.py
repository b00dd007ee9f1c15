"""Minutes in words: the heat map, and the minutes of each week by area."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from coreapp.domain.progress.movement import Area, HeatCell, StepMinutes
from coreapp.domain.progress.time_range import WEEK, Step
from coreapp.i18n import (
    _,
    format_date,
    format_list,
    format_minutes,
    format_number,
    ngettext,
    pgettext,
)
from coreapp.services.charts import (
    AxisLabel,
    Bars,
    Cell,
    HeatMap,
    Level,
    Panel,
    PanelKey,
    Series,
    Table,
    Tone,
)
from coreapp.services.progress.empty import empty_panel
from coreapp.services.progress.figures import ProgressFigures
from coreapp.services.progress.time_words import (
    axis_labels,
    month_word,
    range_name,
    step_name,
    this_step,
    week_day,
)

_WEEK_DAYS: Final = 7
_YEAR_WEEKS: Final = 53
_AN_HOUR: Final = 60

_COMPARED: Final = 4
"""So many whole weeks are compared with as many before them."""

TONES: Final[Mapping[Area, Tone]] = {
    Area.CORE: Tone.CORE,
    Area.STRENGTH: Tone.STRENGTH,
    Area.MOBILITY: Tone.MOBILITY,
    Area.DESK: Tone.DESK,
    Area.RUNS: Tone.RUNS,
    Area.WALKS: Tone.WALKS,
    Area.OTHER: Tone.OTHER,
}


def area_name(area: Area) -> str:
    """Return what minutes of an area are called."""
    names = {
        Area.CORE: pgettext("minutes", "Core"),
        Area.STRENGTH: pgettext("minutes", "Strength"),
        Area.MOBILITY: pgettext("minutes", "Mobility"),
        Area.DESK: pgettext("minutes", "Desk breaks"),
        Area.RUNS: pgettext("minutes", "Runs"),
        Area.WALKS: pgettext("minutes", "Walks"),
        Area.OTHER: pgettext("minutes", "Other"),
    }
    return names[area]


def heat_panel(figures: ProgressFigures) -> Panel:
    """Return the minutes of every day."""
    heat, today = figures.heat, figures.today
    title = _("Minutes moved, by week") if heat.by_week else _("Minutes moved, by day")
    moved = [each for each in heat.cells if each.minutes]

    def table() -> Table:
        head = (
            pgettext("table", "Week of") if heat.by_week else pgettext("table", "Day"),
            pgettext("table", "Minutes"),
        )
        return Table(
            head, tuple((format_date(each.start), format_number(each.minutes)) for each in moved)
        )

    if not moved:
        sentence = _("Every session, break, run and walk colours its day here.")
        return empty_panel(PanelKey.HEAT_MAP, title, sentence)
    longest = max(moved, key=lambda each: (each.minutes, -each.start.toordinal()))
    sentence = (
        _("{time} in the week of {date} was the most.")
        if heat.by_week
        else _("{time} on {date} was the most.")
    ).format(date=format_date(longest.start), time=format_minutes(longest.minutes * 60))
    number, unit = _amount(heat.minutes)
    active = ngettext("active day", "active days", heat.active_days)
    total = ngettext(
        "{time} on {count} day, {range}.", "{time} on {count} days, {range}.", heat.active_days
    ).format(
        time=format_minutes(heat.minutes * 60),
        count=format_number(heat.active_days),
        range=range_name(figures.chosen),
    )
    return Panel(
        key=PanelKey.HEAT_MAP,
        title=title,
        number=number,
        unit=unit,
        more=(format_number(heat.active_days), active),
        aside=range_name(figures.chosen),
        sentence=sentence,
        description=f"{total} {sentence}",
        chart=_heat_by_year(figures) if heat.by_week else _heat_by_week(figures, today),
        table=table,
    )


def minutes_panel(figures: ProgressFigures) -> Panel:
    """Return the minutes of every week, or month, by area."""
    steps, window = figures.minutes, figures.window
    is_weeks = window.step is Step.WEEK
    title = _("Minutes a week") if is_weeks else _("Minutes a month")
    areas = [area for area in Area if any(area in each.areas for each in steps)]

    def table() -> Table:
        head = (
            pgettext("table", "Week of") if is_weeks else pgettext("table", "Month"),
            pgettext("table", "All"),
            *map(area_name, areas),
        )
        rows = (
            (
                format_date(each.start) if is_weeks else step_name(each.start, window.step),
                format_number(each.total),
                *(format_number(each.areas.get(area, 0)) for area in areas),
            )
            for each in steps
        )
        return Table(head, tuple(rows))

    if not areas:
        return empty_panel(
            PanelKey.MINUTES,
            title,
            _("The minutes of every week stand here, by what they were for."),
        )
    bars = Bars(
        series=tuple(
            Series(area_name(area), TONES[area], tuple(float(e.areas.get(area, 0)) for e in steps))
            for area in areas
        ),
        labels=axis_labels(window.starts, window.step),
        now=len(steps) - 1,
        unit=pgettext("unit", "min"),
        tell=lambda index: _step_sentence(steps[index], window.step),
        level=_planned(figures) if is_weeks and figures.planned else None,
    )
    sentence = _minutes_sentence([each.total for each in steps[:-1]], weeks=is_weeks)
    return Panel(
        key=PanelKey.MINUTES,
        title=title,
        number=format_number(steps[-1].total),
        unit=pgettext("unit", "min"),
        aside=this_step(window),
        sentence=sentence,
        description=f"{_step_sentence(steps[-1], window.step)} {sentence}",
        chart=bars,
        table=table,
    )


def _planned(figures: ProgressFigures) -> Level:
    text = _("planned {minutes}").format(minutes=format_number(figures.planned))
    return Level(figures.planned, text)


def _step_sentence(step: StepMinutes, length: Step) -> str:
    parts = [
        f"{area_name(area)} {format_minutes(minutes * 60)}"
        for area, minutes in sorted(step.areas.items(), key=lambda pair: list(Area).index(pair[0]))
    ]
    name = step_name(step.start, length)
    if not parts:
        return _("{time}: nothing in the log.").format(time=name)
    return _("{time}: {total} ({parts}).").format(
        time=name, total=format_minutes(step.total * 60), parts=format_list(parts)
    )


def _minutes_sentence(totals: list[int], *, weeks: bool) -> str:
    """Return how the last whole weeks, or months, compare with those before them."""
    now, before = totals[-_COMPARED:], totals[-2 * _COMPARED : -_COMPARED]
    if weeks and not any(before + now):
        return _("With another week there is something to compare.")
    if not any(before):
        text = (
            _("On average {minutes} min a week, over the last four.")
            if weeks
            else _("On average {minutes} min a month, over the last four.")
        )
        return text.format(minutes=_mean(now))
    is_more, is_same = _mean(now) > _mean(before), _mean(now) == _mean(before)
    if is_same:
        text = (
            _("The last four weeks had {minutes} min each on average, as the four before.")
            if weeks
            else _("The last four months had {minutes} min each on average, as the four before.")
        )
    elif is_more:
        text = (
            _("The last four weeks had {minutes} min each on average, up from {before}.")
            if weeks
            else _("The last four months had {minutes} min each on average, up from {before}.")
        )
    else:
        text = (
            _("The last four weeks had {minutes} min each on average; before it was {before}.")
            if weeks
            else _(
                "The last four months had {minutes} min each on average; before it was {before}."
            )
        )
    return text.format(minutes=_mean(now), before=_mean(before))


def _mean(totals: list[int]) -> int:
    return round(sum(totals) / len(totals)) if totals else 0


def _amount(minutes: int) -> tuple[str, str]:
    """Return a time as the head of the page writes it; minutes alone have a unit to be small."""
    if minutes < _AN_HOUR:
        return format_number(minutes), pgettext("unit", "min")
    return format_minutes(60 * minutes), ""


def _heat_by_week(figures: ProgressFigures, today: date) -> HeatMap:
    cells = figures.heat.cells
    first = cells[0].start
    mondays = [each.start for each in cells if each.start.weekday() == 0]
    months = axis_labels([first - WEEK, *mondays], Step.WEEK)[1:]
    if len(mondays) < _YEAR_WEEKS:
        months = tuple(
            month_word(each) if index == 0 or (each - WEEK).month != each.month else ""
            for index, each in enumerate(mondays)
        )
    return HeatMap(
        rows=_WEEK_DAYS,
        columns=len(mondays),
        cells=tuple(
            Cell(each.start.weekday(), (each.start - first).days // _WEEK_DAYS, each.level)
            for each in cells
        ),
        row_labels=tuple(
            AxisLabel(row, format_date(cells[row].start, "EEE"))
            for row in (0, 2, 4)
            if row < len(cells)
        ),
        column_labels=tuple(AxisLabel(at, text) for at, text in enumerate(months) if text),
        now=next((index for index, each in enumerate(cells) if each.start == today), None),
        less=pgettext("heat map", "less"),
        more=pgettext("heat map", "more"),
        tell=lambda index: _cell_sentence(week_day(cells[index].start), cells[index]),
    )


def _heat_by_year(figures: ProgressFigures) -> HeatMap:
    cells = figures.heat.cells
    years = sorted({each.start.isocalendar().year for each in cells})
    places = [each.start.isocalendar() for each in cells]
    months = [date(years[-1], month, 1) for month in range(1, 13)]
    return HeatMap(
        rows=len(years),
        columns=_YEAR_WEEKS,
        cells=tuple(
            Cell(place.year - years[0], place.week - 1, each.level)
            for place, each in zip(places, cells, strict=True)
        ),
        row_labels=tuple(AxisLabel(row, str(year)) for row, year in enumerate(years)),
        column_labels=tuple(
            AxisLabel(each.timetuple().tm_yday // _WEEK_DAYS, month_word(each)) for each in months
        ),
        now=len(cells) - 1,
        less=pgettext("heat map", "less"),
        more=pgettext("heat map", "more"),
        tell=lambda index: _cell_sentence(step_name(cells[index].start, Step.WEEK), cells[index]),
    )


def _cell_sentence(name: str, cell: HeatCell) -> str:
    if not cell.minutes:
        return _("{day}: nothing in the log").format(day=name)
    return _("{day}: {time}").format(day=name, time=format_minutes(cell.minutes * 60))
