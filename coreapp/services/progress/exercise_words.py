"""Exercises in words: one over time, and the bests of all."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from coreapp.domain.progress.bests import Best
from coreapp.domain.progress.time_range import Step, TimeRange
from coreapp.i18n import (
    _,
    format_date,
    format_number,
    format_skeleton,
    ngettext,
    pgettext,
)
from coreapp.services.charts import Lines, Listed, Panel, PanelKey, Series, Table, Tone
from coreapp.services.progress.doses import Naming, dose_unit, measured
from coreapp.services.progress.empty import empty_panel
from coreapp.services.progress.figures import ExerciseCourse, ProgressFigures
from coreapp.services.progress.time_words import (
    axis_labels,
    month_name,
    range_name,
    step_name,
)

LISTED: Final = 5
"""So many bests are shown; the table has all."""
_NEW: Final = timedelta(weeks=4)
_NEAR: Final = timedelta(days=300)
"""So long a date needs no year."""


def exercise_panel(course: ExerciseCourse, chosen: TimeRange, name: Naming) -> Panel:
    """Return how one exercise has gone."""
    advance, step = course.advance, course.window.step
    title = name(course.exercise, course.name)
    in_reps = advance.in_reps

    def table() -> Table:
        head = (
            pgettext("table", "Week of") if step is Step.WEEK else pgettext("table", "Month"),
            _("Best set"),
        )
        rows = (
            (_start_name(start, step), measured(value, in_reps=in_reps))
            for start, value in advance.done
        )
        return Table(head, tuple(rows))

    if advance.latest is None:
        return empty_panel(PanelKey.EXERCISE, title, _("It was not done in this time."))
    sentence = _advance_sentence(course)

    def tell(index: int) -> str:
        value, when = advance.values[index], step_name(advance.starts[index], step)
        if value is None:
            return _("{time}: not done").format(time=when)
        return _("{time}: best set {dose}").format(time=when, dose=measured(value, in_reps=in_reps))

    best = advance.best
    most = (
        ""
        if best is None
        else _("Best set of this time: {dose}.").format(dose=measured(best[1], in_reps=in_reps))
    )
    return Panel(
        key=PanelKey.EXERCISE,
        title=title,
        number=format_number(advance.latest),
        unit=dose_unit(in_reps=in_reps),
        aside=range_name(chosen),
        sentence=sentence,
        description=f"{title}: {measured(advance.latest, in_reps=in_reps)}. {sentence} {most}",
        chart=Lines(
            series=(
                Series(
                    _("Best set"),
                    Tone.CORE,
                    tuple(None if each is None else float(each) for each in advance.values),
                ),
            ),
            labels=axis_labels(advance.starts, step),
            unit=dose_unit(in_reps=in_reps),
            tell=tell,
        ),
        table=table,
        exercise=course.exercise,
    )


def bests_panel(figures: ProgressFigures, name: Naming) -> Panel:
    """Return the best of each exercise, and since when; it has a table and no picture."""
    title, bests = _("Bests"), figures.exercises

    def table() -> Table:
        head = (
            pgettext("table", "Exercise"),
            _("Best set"),
            pgettext("table", "Since"),
            pgettext("table", "Sessions"),
        )
        rows = (
            (
                name(each.exercise, each.name),
                measured(each.value, in_reps=each.in_reps),
                format_date(each.since),
                format_number(each.sessions),
            )
            for each in bests
        )
        return Table(head, tuple(rows))

    if not bests:
        sentence = _("The longest hold and the most repetitions of each exercise stand here.")
        return empty_panel(PanelKey.BESTS, title, sentence)
    in_order = sorted(bests, key=lambda each: (each.since, each.sessions), reverse=True)
    newest = in_order[0]
    sentence = _("{exercise}: {dose}, since {date}.").format(
        exercise=name(newest.exercise, newest.name),
        dose=measured(newest.value, in_reps=newest.in_reps),
        date=format_date(newest.since),
    )
    new = _new(bests, figures.today)
    return Panel(
        key=PanelKey.BESTS,
        title=title,
        number=format_number(new or len(bests)),
        unit=ngettext("new in 4 weeks", "new in 4 weeks", new)
        if new
        else ngettext("exercise done", "exercises done", len(bests)),
        aside=range_name(figures.chosen),
        sentence=sentence,
        description=sentence,
        chart=None,
        table=table,
        listed=tuple(_listed(each, figures.today, name) for each in in_order[:LISTED]),
    )


def _start_name(start: date, step: Step) -> str:
    return format_date(start) if step is Step.WEEK else step_name(start, step)


def _new(bests: Sequence[Best], today: date) -> int:
    return sum(today - each.since < _NEW for each in bests)


def _listed(best: Best, today: date, name: Naming) -> Listed:
    since = format_skeleton(best.since, "MMMd" if today - best.since < _NEAR else "yMMMd")
    return Listed(
        best.exercise,
        name(best.exercise, best.name),
        measured(best.value, in_reps=best.in_reps),
        _("since {date}").format(date=since),
    )


def _advance_sentence(course: ExerciseCourse) -> str:
    """Return how the last step compares with the first."""
    advance = course.advance
    latest, first = advance.latest, advance.first
    if first is None or latest is None or len(advance.done) == 1:
        return _("With another week there is something to compare.")
    start, value = first
    dose = measured(value, in_reps=advance.in_reps)
    then = month_name(start, course.window.today)
    if latest > value:
        return _("Up from {dose} in {month}.").format(dose=dose, month=then)
    if latest < value:
        return _("In {month} it was {dose}.").format(dose=dose, month=then)
    return _("As in {month}.").format(month=then)
