"""How fast running and training may grow: the brief's rules R1 to R4 and R17 (section 8.3).

All sums are of whole numbers, so exactly 10 % more is still fine. The rules warn of a jump, they
forbid nothing; R18, a ratio that looks like a risk, is left out on purpose.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from coreapp.domain.activity import LOADED, Activity, ActivityType, week_of

WEEK: Final = timedelta(days=7)
LOOK_BACK: Final = timedelta(days=30)
"""Of so many days before a run the longest one is what it is compared with (rule R2)."""


class Growth(StrEnum):
    """What the step from before to now says."""

    NEW = "new"
    """There is nothing to compare it with."""
    OK = "ok"
    AMBER = "amber"
    """More than a tenth more."""
    RED = "red"
    """More than three tenths more."""
    DOUBLE = "double"
    """More than twice as much, of a single run."""
    INCOMPLETE = "incomplete"
    """In one of the two weeks an effort was not entered: nothing is said."""


@dataclass(frozen=True, slots=True)
class Step:
    """What is compared, for the sentence with its figures.

    Attributes:
        base: what it was before, in minutes, metres, or tenths of the unit of load.
        now: what it is.
        growth: what that says.
    """

    base: int
    now: int
    growth: Growth

    @property
    def limit(self) -> int:
        """A tenth more than before, rounded down."""
        return 11 * self.base // 10


def over_10(before: int, now: int) -> bool:
    """Tell whether it is more than 10 % more."""
    return 10 * now > 11 * before


def over_30(before: int, now: int) -> bool:
    """Tell whether it is more than 30 % more."""
    return 10 * now > 13 * before


def compare(base: int, now: int) -> Step:
    """Return what a step from `base` to `now` says (rules R1 and R4)."""
    if base == 0:
        return Step(0, now, Growth.NEW)
    if over_30(base, now):
        return Step(base, now, Growth.RED)
    return Step(base, now, Growth.AMBER if over_10(base, now) else Growth.OK)


def base_of_week(before: Sequence[int], *, was_easy: bool = False) -> int:
    """Return what a week is compared with (rule R1).

    Args:
        before: the amounts of the weeks before it, the last one first.
        was_easy: the week before was meant to be easy, or was one of illness or holidays.
    """
    last, *earlier = (*before, 0, 0, 0, 0)[:4]
    if was_easy:
        return max(last, earlier[0])
    return last if last > 0 else sum(earlier) // 3


def weekly_volume(before: Sequence[int], now: int, *, was_easy: bool = False) -> Step:
    """Compare a week's runs with those before it (rule R1). See `base_of_week`."""
    return compare(base_of_week(before, was_easy=was_easy), now)


def single_run(run: Activity, runs: Sequence[Activity], *, in_metres: bool = False) -> Step:
    """Compare a run with the longest of the 30 days before it (rule R2).

    Args:
        run: the run.
        runs: all that are known; those of the same day and later ones are passed over.
        in_metres: compare distances instead of minutes; runs without one are passed over.
    """

    def amount(each: Activity) -> int:
        return (each.metres or 0) if in_metres else each.minutes

    first = run.day - LOOK_BACK
    longest = max((amount(each) for each in runs if first <= each.day < run.day), default=0)
    step = compare(longest, amount(run))
    is_double = step.growth is not Growth.NEW and step.now > 2 * step.base
    return Step(step.base, step.now, Growth.DOUBLE) if is_double else step


def weekly_load(activities: Sequence[Activity], week: date, *, was_easy: bool = False) -> Step:
    """Compare the load of a week, minutes times effort, with those before it (rule R4).

    The weeks are chosen as in rule R1; if an effort is missing in one that counts, nothing is said.

    Args:
        activities: all of this week and of the four before it.
        week: its Monday.
        was_easy: see `base_of_week`.
    """
    weeks: Mapping[date, list[int | None]] = {week - back * WEEK: [] for back in range(5)}
    for each in activities:
        if not LOADED.isdisjoint(each.kinds) and week_of(each.day) in weeks:
            weeks[week_of(each.day)].append(each.load_tenths)
    now, *before = weeks.values()
    sums = [sum(load for load in loads if load is not None) for loads in weeks.values()]
    step = weekly_volume(sums[1:], sums[0], was_easy=was_easy)
    compared = 2 if was_easy else 1 if sums[1] else len(before)
    if any(None in loads for loads in (now, *before[:compared])):
        return Step(step.base, step.now, Growth.INCOMPLETE)
    return step


@dataclass(frozen=True, slots=True)
class Targets:
    """What a runner wants to come back to; what is not set is not asked for.

    Attributes:
        sessions: runs a week.
        minutes: of running a week.
        seconds_a_km: the pace of easy runs.
        tempo_minutes: of tempo runs a week.
    """

    sessions: int | None = None
    minutes: int | None = None
    seconds_a_km: int | None = None
    tempo_minutes: int | None = None


class Stage(StrEnum):
    """What comes first when running is built up again."""

    SESSIONS = "sessions"
    MINUTES = "minutes"
    EASY_PACE = "easy_pace"
    TEMPO = "tempo"
    INTERVALS = "intervals"


_ORDER: Final = tuple(Stage)


@dataclass(frozen=True, slots=True)
class RunWeek:
    """The runs of one week.

    Attributes:
        sessions: how many there were.
        minutes: of all of them.
        easy_metres, easy_seconds: of easy runs whose distance was entered.
        tempo_minutes, interval_minutes: of those kinds.
    """

    sessions: int = 0
    minutes: int = 0
    easy_metres: int = 0
    easy_seconds: int = 0
    tempo_minutes: int = 0
    interval_minutes: int = 0


def run_week(runs: Sequence[Activity]) -> RunWeek:
    """Add up the runs of one week."""
    easy = [
        each
        for each in runs
        if ActivityType.RUN_EASY in each.kinds and each.metres is not None and each.metres > 0
    ]

    def minutes_of(kind: ActivityType) -> int:
        return sum(each.minutes for each in runs if kind in each.kinds)

    return RunWeek(
        sessions=len(runs),
        minutes=sum(each.minutes for each in runs),
        easy_metres=sum(each.metres or 0 for each in easy),
        easy_seconds=sum(each.minutes * 60 for each in easy),
        tempo_minutes=minutes_of(ActivityType.RUN_TEMPO),
        interval_minutes=minutes_of(ActivityType.RUN_INTERVAL),
    )


@dataclass(frozen=True, slots=True)
class BuildUp:
    """What rule R3 says of a week.

    Attributes:
        stage: the first target that is not met; None if all are, or none is set.
        too_early: what rose before its turn.
        at_once: what rose in the same week, if it was more than one thing.
    """

    stage: Stage | None = None
    too_early: tuple[Stage, ...] = ()
    at_once: tuple[Stage, ...] = ()


def build_up(weeks: Sequence[RunWeek], targets: Targets) -> BuildUp:
    """Return what rule R3 says: first sessions, then minutes, pace, tempo, intervals.

    Args:
        weeks: the week asked about and the two before it, the latest first.
        targets: what the runner wants to come back to; without any, nothing is said.
    """
    if targets == Targets():
        return BuildUp()
    now, last, earlier = (*weeks, RunWeek(), RunWeek(), RunWeek())[:3]
    stage = _stage(last, earlier, targets)
    if not last.sessions:
        # As in rule R1, nothing is what a first run is compared with.
        return BuildUp(stage)
    rises = _rises(last, now)
    at_once = rises if len(rises) > 1 else ()
    if stage is None:
        return BuildUp(None, (), at_once)
    later = _ORDER[_ORDER.index(stage) + 1 :]
    risen = {each for each in _ORDER if _rose(each, last, now)}
    return BuildUp(stage, tuple(each for each in later if each in risen), at_once)


def _stage(last: RunWeek, earlier: RunWeek, targets: Targets) -> Stage | None:
    """Return the first target that the last two weeks have not met."""
    metres = last.easy_metres + earlier.easy_metres
    seconds = last.easy_seconds + earlier.easy_seconds
    unmet = {
        Stage.SESSIONS: targets.sessions is not None
        and last.sessions + earlier.sessions < 2 * targets.sessions,
        Stage.MINUTES: targets.minutes is not None and last.minutes < targets.minutes,
        # A speed of at least 98 % of the one that is wanted.
        Stage.EASY_PACE: (
            targets.seconds_a_km is not None
            and 100 * metres * targets.seconds_a_km < 98 * 1000 * seconds
        )
        or (targets.seconds_a_km is not None and seconds == 0),
        Stage.TEMPO: targets.tempo_minutes is not None
        and last.tempo_minutes < targets.tempo_minutes,
    }
    return next((each for each in _ORDER if unmet.get(each)), None)


def _is_faster(last: RunWeek, now: RunWeek, percent: int) -> bool:
    """Tell whether easy runs were more than so many per cent faster."""
    if not (last.easy_seconds and now.easy_seconds and last.easy_metres):
        return False
    faster = 100 * now.easy_metres * last.easy_seconds
    return faster > (100 + percent) * last.easy_metres * now.easy_seconds


def _rose(stage: Stage, last: RunWeek, now: RunWeek) -> bool:
    """Tell whether something rose by more than a tenth, or from nothing (rule R3, ORDER)."""
    amounts = {
        Stage.SESSIONS: (last.sessions, now.sessions),
        Stage.MINUTES: (last.minutes, now.minutes),
        Stage.TEMPO: (last.tempo_minutes, now.tempo_minutes),
        Stage.INTERVALS: (last.interval_minutes, now.interval_minutes),
    }
    return over_10(*amounts[stage]) if stage in amounts else _is_faster(last, now, 10)


def _rises(last: RunWeek, now: RunWeek) -> tuple[Stage, ...]:
    """Return what counts as a rise of its own (rule R3, ONE_AT_A_TIME)."""
    rose = {
        Stage.SESSIONS: now.sessions > last.sessions,
        Stage.EASY_PACE: _is_faster(last, now, 3),
    }
    return tuple(each for each in _ORDER if rose.get(each, _rose(each, last, now)))


@dataclass(frozen=True, slots=True)
class NextWeek:
    """How much to run next week (rule R17): a little less than one feels like."""

    suggested: int
    limit: int


def next_week(base: int, *, after_pain: bool = False) -> NextWeek:
    """Return 5 % more, 10 % at most; a fifth less after a week that was amber or red (R17)."""
    if after_pain:
        return NextWeek(8 * base // 10, 11 * base // 10)
    return NextWeek(21 * base // 20, 11 * base // 10)
