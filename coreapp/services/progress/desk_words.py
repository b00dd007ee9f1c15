"""Sitting, breaks and the plan in words. Facts only: nothing here praises or blames."""

from coreapp.domain.adherence import Figures, WeekKept
from coreapp.domain.progress.desk import DeskStep
from coreapp.domain.progress.time_range import Step
from coreapp.i18n import (
    _,
    format_date,
    format_minutes,
    format_number,
    format_percent,
    ngettext,
    pgettext,
)
from coreapp.services.charts import Bars, Lines, Panel, PanelKey, Series, Table, Tone
from coreapp.services.progress.empty import empty_panel
from coreapp.services.progress.figures import ProgressFigures
from coreapp.services.progress.time_words import NOTHING, axis_labels, near_name, step_name

_A_MINUTE = 60


def sitting_panel(figures: ProgressFigures) -> Panel:
    """Return the longest stretches of sitting."""
    desk, title = figures.desk, _("Sitting")
    steps = desk.steps

    def table() -> Table:
        up_to = _("Stretches up to {time}").format(time=_interval(figures))
        head = (
            pgettext("table", "Week of"),
            pgettext("table", "Days"),
            _("Longest sit, on average"),
            up_to,
        )
        rows = (
            (
                format_date(each.start),
                format_number(each.days),
                _minutes(each.longest),
                NOTHING if each.share is None else format_percent(each.share),
            )
            for each in steps
        )
        return Table(head, tuple(rows))

    if not desk.has_figures:
        sentence = _("While the sitting breaks are on, your days at the desk are counted here.")
        return empty_panel(PanelKey.SITTING, title, sentence)
    number, unit = _longest(figures)
    sentence = _share_sentence(figures)
    return Panel(
        key=PanelKey.SITTING,
        title=title,
        number=number,
        unit=unit,
        aside=near_name(figures.chosen),
        sentence=sentence,
        description=f"{_sitting_sentence(figures, desk.now)} {sentence}",
        chart=Lines(
            series=(
                Series(
                    _("Longest sit, on average"),
                    Tone.SITTING,
                    tuple(None if e.longest is None else e.longest / _A_MINUTE for e in steps),
                ),
            ),
            labels=axis_labels([each.start for each in steps], Step.WEEK),
            unit=pgettext("unit", "min"),
            tell=lambda index: _sitting_sentence(figures, steps[index]),
        ),
        table=table,
    )


def breaks_panel(figures: ProgressFigures) -> Panel:
    """Return the breaks that came due, and how many of them were kept."""
    desk, title = figures.desk, _("Breaks kept")
    steps = desk.steps

    def table() -> Table:
        head = (
            pgettext("table", "Week of"),
            pgettext("table", "Due"),
            pgettext("table", "Kept"),
            pgettext("table", "All breaks"),
        )
        rows = (
            (
                format_date(each.start),
                format_number(each.due),
                format_number(each.kept),
                format_number(each.taken),
            )
            for each in steps
        )
        return Table(head, tuple(rows))

    if not any(each.due or each.taken for each in steps):
        return empty_panel(PanelKey.BREAKS, title, _("No break has been due yet."))
    now = desk.now
    sentence = _breaks_sentence(now)
    return Panel(
        key=PanelKey.BREAKS,
        title=title,
        number=format_number(now.kept) if now.due else NOTHING,
        unit=_("of {count}").format(count=format_number(now.due)) if now.due else "",
        aside=_("this week"),
        sentence=sentence,
        description=f"{step_name(now.start, Step.WEEK)}: {sentence}",
        chart=Bars(
            series=(
                Series(
                    pgettext("table", "Kept"),
                    Tone.SITTING,
                    tuple(float(each.kept) for each in steps),
                ),
                Series(
                    _("Due, not kept"),
                    Tone.SITTING,
                    tuple(float(each.due - each.kept) for each in steps),
                ),
            ),
            labels=axis_labels([each.start for each in steps], Step.WEEK),
            now=len(steps) - 1,
            unit=pgettext("unit", "breaks"),
            tell=lambda index: (
                f"{step_name(steps[index].start, Step.WEEK)}: {_breaks_sentence(steps[index])}"
            ),
        ),
        table=table,
    )


def adherence_panel(figures: ProgressFigures) -> Panel:
    """Return what became of the plan."""
    title, weeks = _("The plan"), figures.adherence.weeks

    def table() -> Table:
        head = (
            pgettext("table", "Week of"),
            pgettext("plan", "On time"),
            pgettext("plan", "Moved"),
            pgettext("plan", "Not done"),
            pgettext("plan", "Extra"),
        )
        rows = (
            (
                format_date(each.monday),
                *(format_number(count) for count in _counts(each.figures)),
            )
            for each in weeks
        )
        return Table(head, tuple(rows))

    total = figures.adherence.total
    if not any(sum(_counts(each.figures)) for each in weeks):
        sentence = _("What is planned, and what of it is done, stands here.")
        return empty_panel(PanelKey.ADHERENCE, title, sentence)
    sentence = _plan_sentence(total)
    series = (
        (pgettext("plan", "On time"), Tone.ON_TIME),
        (pgettext("plan", "Moved"), Tone.MOVED),
        (pgettext("plan", "Not done"), Tone.MISSED),
        (pgettext("plan", "Extra"), Tone.EXTRA),
    )
    columns = list(zip(*(_counts(each.figures) for each in weeks), strict=True))
    return Panel(
        key=PanelKey.ADHERENCE,
        title=title,
        number=format_number(total.kept) if total.due else format_number(total.extra),
        unit=_("of {count}").format(count=format_number(total.due))
        if total.due
        else pgettext("plan", "besides the plan"),
        aside=near_name(figures.chosen),
        sentence=sentence,
        description=sentence,
        chart=Bars(
            series=tuple(
                Series(name, tone, tuple(float(each) for each in column))
                for (name, tone), column in zip(series, columns, strict=True)
            ),
            labels=axis_labels([each.monday for each in weeks], Step.WEEK),
            now=len(weeks) - 1,
            unit=pgettext("unit", "sessions"),
            tell=lambda index: _plan_week_sentence(weeks[index]),
        ),
        table=table,
    )


def _interval(figures: ProgressFigures) -> str:
    return format_minutes(figures.interval * _A_MINUTE)


def _minutes(seconds: float | None) -> str:
    """Return a length in whole minutes: what has passed is rounded down."""
    return NOTHING if seconds is None else format_minutes(seconds // _A_MINUTE * _A_MINUTE)


def _longest(figures: ProgressFigures) -> tuple[str, str]:
    """Return the longest sit of today, or the mean of this week or of the last one known."""
    desk = figures.desk
    if desk.today is not None:
        return format_number(int(desk.today // _A_MINUTE)), _("min longest, today")
    last = next(each for each in reversed(desk.steps) if each.longest is not None)
    longest = format_number(int((last.longest or 0) // _A_MINUTE))
    if last is desk.now:
        return longest, _("min longest, this week")
    return longest, _("min longest, {week}").format(week=step_name(last.start, Step.WEEK))


def _share_sentence(figures: ProgressFigures) -> str:
    steps = [each for each in figures.desk.steps if each.share is not None]
    last, before = steps[-1], steps[-2] if len(steps) > 1 else None
    time, now = _interval(figures), format_percent(last.share or 0)
    if before is None or before.share is None:
        return _("Up to {time}: {now} of the stretches.").format(now=now, time=time)
    then = format_percent(before.share)
    if now == then:
        text = _("Up to {time}: {now} of the stretches, as in the week before.")
        return text.format(now=now, time=time)
    return _("Up to {time}: {now} of the stretches; the week before it was {before}.").format(
        now=now, time=time, before=then
    )


def _sitting_sentence(figures: ProgressFigures, step: DeskStep) -> str:
    week = step_name(step.start, Step.WEEK)
    if step.share is None:
        return _("{week}: nothing counted.").format(week=week)
    return _("{week}: longest sit on average {longest}; up to {time}: {share}.").format(
        week=week,
        longest=_minutes(step.longest),
        share=format_percent(step.share),
        time=_interval(figures),
    )


def _breaks_sentence(step: DeskStep) -> str:
    if not step.due:
        return _("No break was due.")
    return ngettext(
        "{kept} of {count} break that was due.", "{kept} of {count} breaks that were due.", step.due
    ).format(kept=format_number(step.kept), count=format_number(step.due))


def _counts(figures: Figures) -> tuple[int, int, int, int]:
    return figures.on_time, figures.moved, figures.missed, figures.extra


def _plan_sentence(total: Figures) -> str:
    if not total.due:
        return ngettext(
            "Nothing was planned; you trained {count} time.",
            "Nothing was planned; you trained {count} times.",
            total.extra,
        ).format(count=format_number(total.extra))
    kept, due = format_number(total.kept), format_number(total.due)
    if not total.moved:
        return ngettext(
            "{kept} of {count} planned session done.",
            "{kept} of {count} planned sessions done.",
            total.due,
        ).format(kept=kept, count=due)
    return ngettext(
        "{kept} of {count} planned session done, {moved} of them on another day.",
        "{kept} of {count} planned sessions done, {moved} of them on another day.",
        total.due,
    ).format(kept=kept, count=due, moved=format_number(total.moved))


def _plan_week_sentence(week: WeekKept) -> str:
    on_time, moved, missed, extra = _counts(week.figures)
    return _("{week}: {on_time} on time, {moved} moved, {missed} not done, {extra} extra.").format(
        week=step_name(week.monday, Step.WEEK),
        on_time=on_time,
        moved=moved,
        missed=missed,
        extra=extra,
    )
