"""How running grows, in words: one run, a week, the order of building up (R1 to R3, R19)."""

from typing import assert_never

from coreapp.domain.load import BuildUp, Growth, Stage, Step
from coreapp.i18n import _, format_date, format_list, ngettext, pgettext
from coreapp.services.hint_words import Said, amount_words, more_percent
from coreapp.services.hints import (
    LongRun,
    OutOfOrder,
    RunAndWalk,
    RunningHint,
    VolumeGrew,
)


def running_words(hint: RunningHint) -> Said:
    """Return a hint about how running grows in words."""
    match hint:
        case LongRun():
            return _long_run(hint)
        case VolumeGrew(week, in_metres):
            return _volume(week, in_metres=in_metres)
        case OutOfOrder(found):
            return _order(found)
        case RunAndWalk(runs):
            return _run_and_walk(runs)
        case _:
            assert_never(hint)


def stage_label(stage: Stage) -> str:
    """Return what is built up, as it stands in a list within a sentence."""
    labels = {
        Stage.SESSIONS: pgettext("building up", "how often you run"),
        Stage.MINUTES: pgettext("building up", "how long you run"),
        Stage.EASY_PACE: pgettext("building up", "how fast easy runs are"),
        Stage.TEMPO: pgettext("building up", "tempo runs"),
        Stage.INTERVALS: pgettext("building up", "intervals"),
    }
    return labels[stage]


def _long_run(hint: LongRun) -> Said:
    run = hint.run
    if hint.earlier is None and run.growth is Growth.DOUBLE:
        text = _(
            "Your last run was more than twice as long as any of the 30 days before. Let an easy "
            "day or two follow."
        )
    elif hint.earlier is None:
        text = _(
            "Your last run was {more} % longer than any of the 30 days before. Let the next ones "
            "be shorter again."
        )
    elif run.growth is Growth.DOUBLE:
        text = _(
            "Your run on {day} was more than twice as long as any of the 30 days before. Let an "
            "easy day or two follow."
        )
    else:
        text = _(
            "Your run on {day} was {more} % longer than any of the 30 days before. Let the next "
            "ones be shorter again."
        )
    day = "" if hint.earlier is None else format_date(hint.earlier, "EEEE")
    reason = _(
        "It was {now}; the longest of the 30 days before was {before}, and 10 % more would be "
        "{limit}. One run that is much longer seems to matter more than the sum of a week."
    )
    return Said(
        text.format(day=day, more=more_percent(run)),
        _with_amounts(reason, run, in_metres=hint.in_metres),
    )


def _volume(week: Step, *, in_metres: bool) -> Said:
    text = _("You have run {more} % more this week than before. About 10 % more a week is enough.")
    reason = _(
        "Running: {now} this week, {before} before; 10 % more would be {limit}. After an easy week "
        "or one without runs, the weeks before it count."
    )
    return Said(
        text.format(more=more_percent(week)), _with_amounts(reason, week, in_metres=in_metres)
    )


def _order(found: BuildUp) -> Said:
    if found.stage is not None and found.too_early:
        text = _("Build up in turn: first {first}, then {later}.").format(
            first=stage_label(found.stage), later=_stages(found.too_early)
        )
    else:
        text = _("Several things rose in one week: {things}. One at a time is enough.").format(
            things=_stages(found.at_once)
        )
    reason = _(
        "The order to build up again is how often, how long, how fast, tempo runs, intervals; one "
        "thing a week. It is measured by what you set in the settings."
    )
    return Said(text, reason)


def _run_and_walk(runs: int) -> Said:
    reason = ngettext(
        "{count} run of the last seven days had pain of 4 or more, or more pain the next morning.",
        "{count} runs of the last seven days had pain of 4 or more, or more pain the next morning.",
        runs,
    )
    return Said(
        _(
            "Running hurts at the moment. Run and walk in turns, perhaps 4 minutes and 1 minute: "
            "that can be kinder than a pause."
        ),
        reason.format(count=runs),
    )


def _stages(stages: tuple[Stage, ...]) -> str:
    return format_list([stage_label(each) for each in stages])


def _with_amounts(reason: str, step: Step, *, in_metres: bool) -> str:
    return reason.format(
        now=amount_words(step.now, in_metres=in_metres),
        before=amount_words(step.base, in_metres=in_metres),
        limit=amount_words(step.limit, in_metres=in_metres),
    )
