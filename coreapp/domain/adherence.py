"""What became of the plan: on time, moved, missed, left out, or done besides it.

A week is kept or not by its days, not by the hour: whoever trains in the morning what was planned
for the evening is on time. What falls on a day that was marked as rest, sick or travel is excused
and counts as neither kept nor missed.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from coreapp.domain.activity import ActivityType, week_of
from coreapp.domain.day_record import QUIET, DayMark
from coreapp.domain.occurrences import Excepted, Occurrence
from coreapp.domain.training_log import PlannedOccurrence

_A_WEEK: Final = timedelta(weeks=1)


class Fate(StrEnum):
    """What became of one occurrence of the plan."""

    ON_TIME = "on_time"
    """Done on its day, before or after its hour."""
    MOVED = "moved"
    """Done on another day: the one it was moved to, or any other."""
    MISSED = "missed"
    SKIPPED = "skipped"
    """Left out on purpose."""
    EXCUSED = "excused"
    """Not done on a day of rest, of sickness or of travel."""
    OPEN = "open"
    """Still to come, or to be done today."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A session or an activity that ticks off an occurrence, as the log has it.

    Attributes:
        id: of the session or the activity.
        started_at: UTC.
        zone: IANA name of the zone it happened in.
    """

    id: str
    planned: PlannedOccurrence
    started_at: datetime
    zone: str


@dataclass(frozen=True, slots=True)
class Unplanned:
    """A session that was done besides the plan, as the log has it.

    Attributes:
        started_at: UTC.
        zone: IANA name of the zone it happened in.
        routine: its id.
    """

    id: str
    started_at: datetime
    zone: str
    routine: str = ""


@dataclass(frozen=True, slots=True)
class DoneBesides:
    """What stands for all that was done besides the plan on a day: the first session, if any.

    Only without one it is the first that was entered by hand.

    Attributes:
        routine: the id of what was guided; empty for what was entered by hand.
        activity: that, or None.
    """

    routine: str = ""
    activity: ActivityType | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """Something that was done, on the local day it began.

    Attributes:
        id: of the session or the activity.
        planned: the occurrence that it ticks off, or None.
        planned_day: the day of that by the rule, where it was done; None if it ticks off nothing.
        is_activity: it was entered by hand, and not guided.
    """

    id: str
    day: date
    planned: PlannedOccurrence | None = None
    planned_day: date | None = None
    is_activity: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """One occurrence and what became of it.

    Attributes:
        day: its day now, by the calendar of its zone; the original one if it was skipped.
        done_on: the day it was done, or None.
        done_by: the id of the session or the activity that ticks it off; empty if none does.
    """

    occurrence: Occurrence
    day: date
    fate: Fate
    done_on: date | None = None
    done_by: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """How many occurrences became what; `extra` is what was done besides the plan."""

    on_time: int = 0
    moved: int = 0
    missed: int = 0
    skipped: int = 0
    excused: int = 0
    open: int = 0
    extra: int = 0

    @property
    def kept(self) -> int:
        """What was done of the plan."""
        return self.on_time + self.moved

    @property
    def due(self) -> int:
        """What counts: done or missed, but not what was left out, excused or is still to come."""
        return self.kept + self.missed

    @property
    def percent(self) -> int | None:
        """How much of what was due was done, rounded down; None if nothing was due."""
        return 100 * self.kept // self.due if self.due else None


@dataclass(frozen=True, slots=True)
class WeekKept:
    """A week, from its Monday on, as far as it lies in the days that were asked for."""

    monday: date
    figures: Figures


@dataclass(frozen=True, slots=True)
class Adherence:
    """What became of the plan on some days.

    Attributes:
        planned: by day; those of moved occurrences are the days they were moved to.
        moved_away: whose original day is one of these, but which are on another day now.
        gone: done for a plan that is not there any more.
        extra: done besides the plan.
        weeks: all of them, also those of which nothing is known.
    """

    planned: tuple[Judged, ...] = ()
    moved_away: tuple[Judged, ...] = ()
    gone: tuple[Done, ...] = ()
    extra: tuple[Done, ...] = ()
    weeks: tuple[WeekKept, ...] = ()
    total: Figures = field(default_factory=Figures)


@dataclass(frozen=True, slots=True)
class Days:
    """The days that are looked at.

    Attributes:
        first, last: both are included.
        today: the day it is; what is planned for it is still open.
        marks: what days were marked as.
    """

    first: date
    last: date
    today: date
    marks: Mapping[date, DayMark] = field(default_factory=dict)

    def __contains__(self, day: date) -> bool:
        """Whether a day is one of them."""
        return self.first <= day <= self.last


def adherence(
    days: Days,
    coming: Iterable[Occurrence],
    exceptions: Iterable[Excepted],
    done: Collection[Done],
) -> Adherence:
    """Return what became of the plan.

    Args:
        days: which days, and how they were marked.
        coming: what happens on them, moved occurrences on their new days.
        exceptions: what was moved or skipped of these original days.
        done: what was done on these days, and whatever ticks off one of the occurrences.
    """
    ticks = _ticks(done)
    others = list(exceptions)
    skipped = (each.occurrence for each in others if each.is_skipped)
    away = (each.occurrence for each in others if not each.is_skipped)
    planned = [
        *(_judged(each, ticks, days) for each in coming),
        *(_judged(each, ticks, days, is_skipped=True) for each in skipped),
    ]
    moved_away = [_judged(each, ticks, days) for each in away if each.start.date() not in days]
    known = {each.occurrence.planned for each in (*planned, *moved_away)}
    gone = [
        each
        for planned_by, each in ticks.items()
        if planned_by not in known and each.planned_day is not None and each.planned_day in days
    ]
    extra = [each for each in done if each.planned is None and each.day in days]
    shown = sorted((each for each in planned if each.day in days), key=_order)
    return _summed(days, shown, moved_away, gone, extra)


def _judged(
    occurrence: Occurrence,
    ticks: Mapping[PlannedOccurrence, Done],
    days: Days,
    *,
    is_skipped: bool = False,
) -> Judged:
    day = occurrence.start.date()
    own = ticks.get(occurrence.planned)
    if own is not None:
        # The rule's day, or the one it becomes where the calendar leaves that day out.
        originals = {occurrence.original_date, occurrence.original_start.date()}
        fate = Fate.ON_TIME if own.day in originals else Fate.MOVED
        return Judged(occurrence, day, fate, own.day, own.id)
    if is_skipped:
        return Judged(occurrence, day, Fate.SKIPPED)
    if days.marks.get(day) in QUIET:
        return Judged(occurrence, day, Fate.EXCUSED)
    return Judged(occurrence, day, Fate.OPEN if day >= days.today else Fate.MISSED)


def _ticks(done: Iterable[Done]) -> dict[PlannedOccurrence, Done]:
    """Return what ticks off each occurrence: the first thing, if there are several."""
    found: dict[PlannedOccurrence, Done] = {}
    for each in sorted(done, key=lambda each: (each.day, each.id)):
        if each.planned is not None:
            found.setdefault(each.planned, each)
    return found


def _summed(
    days: Days,
    planned: Sequence[Judged],
    moved_away: Sequence[Judged],
    gone: Sequence[Done],
    extra: Sequence[Done],
) -> Adherence:
    counts: dict[date, dict[str, int]] = {}
    for monday in _mondays(days):
        counts[monday] = {each.name: 0 for each in fields(Figures)}
    for each in planned:
        counts[week_of(each.day)][each.fate.value] += 1
    for each_gone in gone:
        day = each_gone.planned_day or each_gone.day
        fate = Fate.ON_TIME if day == each_gone.day else Fate.MOVED
        counts[week_of(day)][fate.value] += 1
    for each_extra in extra:
        counts[week_of(each_extra.day)]["extra"] += 1
    weeks = tuple(WeekKept(monday, Figures(**each)) for monday, each in counts.items())
    total = Figures(
        **{
            each.name: sum(getattr(week.figures, each.name) for week in weeks)
            for each in fields(Figures)
        }
    )
    return Adherence(
        planned=tuple(planned),
        moved_away=tuple(sorted(moved_away, key=_order)),
        gone=tuple(gone),
        extra=tuple(sorted(extra, key=lambda each: (each.day, each.id))),
        weeks=weeks,
        total=total,
    )


def _mondays(days: Days) -> Iterable[date]:
    monday = week_of(days.first)
    while monday <= days.last:
        yield monday
        monday += _A_WEEK


def _order(judged: Judged) -> tuple[date, datetime, str]:
    # One zone's aware times compare by the wall; two of different zones by the moment.
    return judged.day, judged.occurrence.planned.original_start, judged.occurrence.entry
