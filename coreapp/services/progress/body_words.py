"""Running, pain and recovery in words. Facts only: nothing here is a diagnosis."""

from collections.abc import Sequence
from datetime import date

from coreapp.domain.load import Growth
from coreapp.domain.pain import Trend
from coreapp.domain.progress.recovery import RecoveryStep
from coreapp.domain.progress.running import RunLoad, RunWeek
from coreapp.domain.progress.time_range import Step
from coreapp.i18n import _, format_date, format_number, ngettext, pgettext
from coreapp.services.charts import Lines, Panel, PanelKey, Series, Table, Tone
from coreapp.services.progress.empty import empty_panel
from coreapp.services.progress.figures import ProgressFigures
from coreapp.services.progress.time_words import (
    NOTHING,
    axis_labels,
    known,
    near_name,
    range_name,
    step_name,
    week_day,
)

_METRES_A_KM = 1000
_MOST_PAIN = 10.0
_LONG_NIGHT = 10.0


def running_panel(figures: ProgressFigures) -> Panel:
    """Return the running of every week, with the tenth that it may be more."""
    runs, title = figures.runs, _("Running this week")
    weeks = runs.weeks

    def table() -> Table:
        amount = pgettext("table", "Kilometres") if runs.in_metres else pgettext("table", "Minutes")
        head = (
            pgettext("table", "Week of"),
            pgettext("table", "Runs"),
            amount,
            pgettext("table", "10 % more"),
        )
        rows = (
            (
                format_date(each.start),
                format_number(each.runs),
                _amount(runs, each.step.now),
                _amount(runs, each.step.limit) if each.step.base else NOTHING,
            )
            for each in weeks
        )
        return Table(head, tuple(rows))

    if not runs.has_runs:
        sentence = _("Runs that you enter are added up here, week by week.")
        return empty_panel(PanelKey.RUNNING, title, sentence)
    sentence = _growth_sentence(runs)
    ahead = ""
    if runs.ahead.limit:
        ahead = _("Next week: about {suggested}, {limit} at most.").format(
            suggested=_amount_with_unit(runs, runs.ahead.suggested),
            limit=_amount_with_unit(runs, runs.ahead.limit),
        )
    return Panel(
        key=PanelKey.RUNNING,
        title=title,
        number=_amount(runs, runs.now.step.now),
        unit=_unit(runs),
        aside=near_name(figures.chosen),
        sentence=sentence,
        description=f"{_run_week_sentence(runs, runs.now)} {sentence} {ahead}".strip(),
        chart=Lines(
            series=(
                Series(
                    pgettext("chart", "Running"),
                    Tone.RUNS,
                    tuple(_value(runs, e.step.now) for e in weeks),
                ),
            ),
            labels=axis_labels([each.start for each in weeks], Step.WEEK),
            unit=_unit(runs),
            tell=lambda index: _run_week_sentence(runs, weeks[index]),
            band=tuple(
                (_value(runs, each.step.base), _value(runs, each.step.limit))
                if each.step.base
                else None
                for each in weeks
            ),
        ),
        table=table,
    )


def recovery_panel(figures: ProgressFigures) -> Panel:
    """Return pain, stress and sleep over each other."""
    recovery, window = figures.recovery, figures.window
    title, steps = _("Pain and recovery"), recovery.steps

    def table() -> Table:
        first = (
            pgettext("table", "Week of") if window.step is Step.WEEK else pgettext("table", "Month")
        )
        head = (first, _("Pain, 0 to 10"), _("Stress, 0 to 10"), _("Sleep, hours"))
        rows = (
            (
                format_date(each.start)
                if window.step is Step.WEEK
                else step_name(each.start, window.step),
                known(each.pain),
                known(each.stress),
                known(each.sleep),
            )
            for each in steps
        )
        return Table(head, tuple(rows))

    if not recovery.has_figures:
        sentence = _("Pain, sleep and stress that you write down stand here beside each other.")
        return empty_panel(PanelKey.RECOVERY, title, sentence)
    trends = {
        Trend.IMPROVING: _("Pain is less than in the week before."),
        Trend.STABLE: _("Pain is about as in the week before."),
        Trend.WORSE: _("Pain is more than in the week before."),
        Trend.UNKNOWN: _("Four days a week with a figure are enough to compare two weeks."),
    }
    sentence = trends[recovery.trend]
    last = recovery.last_pain
    return Panel(
        key=PanelKey.RECOVERY,
        title=title,
        number=NOTHING if last is None else format_number(last[1]),
        unit="" if last is None else _last_pain_unit(last[0], figures.today),
        aside=range_name(figures.chosen),
        sentence=sentence,
        description=f"{_recovery_sentence(steps[-1], window.step)} {sentence}",
        chart=Lines(
            series=_recovery_series(steps),
            labels=axis_labels([each.start for each in steps], window.step),
            unit="",
            tell=lambda index: _recovery_sentence(steps[index], window.step),
        ),
        table=table,
    )


def _recovery_series(steps: Sequence[RecoveryStep]) -> tuple[Series, ...]:
    """Return what was written down of the three: an empty strip tells nothing."""
    pain = tuple(each.pain for each in steps)
    stress = tuple(each.stress for each in steps)
    sleep = tuple(each.sleep for each in steps)
    series = (
        Series(pgettext("recovery", "Pain"), Tone.PAIN, pain, _MOST_PAIN),
        Series(pgettext("recovery", "Stress"), Tone.STRESS, stress, _MOST_PAIN),
        Series(pgettext("recovery", "Sleep"), Tone.SLEEP, sleep, _LONG_NIGHT),
    )
    return tuple(each for each in series if any(value is not None for value in each.values))


def _growth_sentence(runs: RunLoad) -> str:
    step = runs.now.step
    limit = _amount_with_unit(runs, step.limit)
    match step.growth:
        case Growth.NEW:
            return _("There is no week before to compare it with.")
        case Growth.AMBER | Growth.RED:
            return _("More than 10 % above the weeks before (10 % more would be {limit}).").format(
                limit=limit
            )
        case _:
            return _("10 % more would be {limit}.").format(limit=limit)


def _run_week_sentence(runs: RunLoad, week: RunWeek) -> str:
    count = ngettext("{count} run", "{count} runs", week.runs).format(count=week.runs)
    name, amount = step_name(week.start, Step.WEEK), _amount_with_unit(runs, week.step.now)
    if not week.step.base:
        return _("{week}: {runs}, {amount}.").format(week=name, runs=count, amount=amount)
    return _("{week}: {runs}, {amount}; 10 % more would be {limit}.").format(
        week=name, runs=count, amount=amount, limit=_amount_with_unit(runs, week.step.limit)
    )


def _recovery_sentence(step: RecoveryStep, length: Step) -> str:
    return _("{time}: pain {pain}, stress {stress}, sleep {sleep} h.").format(
        time=step_name(step.start, length),
        pain=known(step.pain),
        stress=known(step.stress),
        sleep=known(step.sleep),
    )


def _last_pain_unit(day: date, today: date) -> str:
    if day == today:
        return _("of 10, today")
    return _("of 10, {day}").format(day=week_day(day))


def _value(runs: RunLoad, amount: int) -> float:
    return amount / _METRES_A_KM if runs.in_metres else float(amount)


def _amount(runs: RunLoad, amount: int) -> str:
    return format_number(round(_value(runs, amount), 1))


def _unit(runs: RunLoad) -> str:
    return pgettext("unit", "km") if runs.in_metres else pgettext("unit", "min")


def _amount_with_unit(runs: RunLoad, amount: int) -> str:
    text = _("{distance} km") if runs.in_metres else _("{minutes} min")
    return text.format(distance=_amount(runs, amount), minutes=_amount(runs, amount))
