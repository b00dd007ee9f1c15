"""A word about a run while it is entered: whether it is much longer than those before (R1, R2)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final

from coreapp.domain.activity import RUNS, Activity, ActivityType, week_of
from coreapp.domain.load import Growth, single_run
from coreapp.i18n import _
from coreapp.services.hint_words import amount_words, more_percent
from coreapp.services.running_hints import volume_step
from coreapp.services.training_picture import Picture

_GREW: Final = frozenset({Growth.AMBER, Growth.RED, Growth.DOUBLE})


class RunWord:
    """Compares a run that is being entered with those in the log, which are read once."""

    def __init__(self, read: Callable[[], Picture]) -> None:
        """Know nothing yet.

        Args:
            read: returns what the rules look at; called with the first run, and not before.
        """
        self._read = read
        self._picture: Picture | None = None

    def about(self, kind: ActivityType, day: date, minutes: int, metres: int | None) -> str:
        """Return what the rules say, in a sentence with its figures; mostly nothing.

        It is a hint and forbids nothing. Runs of another week are compared with the run alone.

        Raises:
            CoreappError: the log cannot be read.
        """
        if kind not in RUNS:
            return ""
        if self._picture is None:
            self._picture = self._read()
        run = Activity(frozenset({kind}), day, minutes, metres=metres)
        return _long_run(self._picture, run) or _week(self._picture, run)


def _long_run(picture: Picture, run: Activity) -> str:
    runs = [each for each in picture.activities if each.is_run]
    in_metres = picture.in_metres and run.metres is not None
    step = single_run(run, runs, in_metres=in_metres)
    if step.growth not in _GREW or run.day > picture.today:
        return ""
    text = _("{more} % longer than any run of the 30 days before (10 % more would be {limit}).")
    limit = amount_words(step.limit, in_metres=in_metres)
    return text.format(more=more_percent(step), limit=limit)


def _week(picture: Picture, run: Activity) -> str:
    if week_of(run.day) != week_of(picture.today):
        return ""
    with_it = replace(picture, activities=(run, *picture.activities))
    step = volume_step(with_it, with_it.activities, week_of(run.day))
    if step.growth not in _GREW:
        return ""
    text = _(
        "With it your runs of this week come to {now} (10 % more than before would be {limit})."
    )
    now, limit = (
        amount_words(each, in_metres=picture.in_metres) for each in (step.now, step.limit)
    )
    return text.format(now=now, limit=limit)
