"""All that the rules of training look at: the last six weeks of the log, read once.

What is sensed of sitting stands where nobody wrote down something else.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from coreapp.domain.activity import Activity, week_of
from coreapp.domain.day_record import DayMark, DayRecord
from coreapp.domain.habits import DayNote, DayNotes
from coreapp.domain.load import Targets
from coreapp.domain.pain import PainDays
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.progression import PainLight
from coreapp.domain.settings import RunMetric, Settings
from coreapp.domain.shoe import Shoe
from coreapp.domain.sitting_figures import SittingRule, day_range, days_figures
from coreapp.domain.training_log import DateRange, PerformedSession
from coreapp.services.activities import activities_of, activity_of, day_of, pain_days
from coreapp.services.log_days import activities_on, local_start, sessions_on
from coreapp.services.log_ports import Database, Work
from coreapp.services.pain_lights import light_of, light_of_activity
from coreapp.services.ports import Clock

LOOK_BACK: Final = timedelta(days=42)
"""What the week before is compared with (R1, R17) may be the mean of weeks up to five before."""

SENSED_DAYS: Final = 14
"""So far back the spans are read: rule R9b looks at the last seven days with a figure."""

_AWAY: Final = frozenset({DayMark.SICK, DayMark.TRAVEL})
_EASY: Final = _AWAY | {DayMark.EASY}


@dataclass(frozen=True, slots=True)
class Felt:
    """How pain was with something that was done (rule R6).

    Attributes:
        began: UTC.
        done: the session or the activity.
        light: what the pain says; None if too little was said.
        stop_sign: whether a sign to stop at once was noticed.
    """

    began: datetime
    day: date
    done: PerformedSession | PerformedActivity
    light: PainLight | None
    stop_sign: bool = False


@dataclass(frozen=True, slots=True)
class WornShoe:
    """A pair that is worn, and how far it has gone in metres."""

    shoe: Shoe
    metres: int


@dataclass(frozen=True, slots=True)
class Picture:
    """What the rules look at.

    Attributes:
        today: the local day it is asked for.
        felt: what was done, newest first, with what pain says of it.
        activities: the same without what has no work, in no order.
        pain: of each day of which something was said.
        notes: of each day of which something was said, with what was sensed of sitting.
        easy_weeks: Mondays of weeks with a day that was easy on purpose, of illness or of travel.
        away: days of illness or of travel.
        shoes: the pairs that were worn in these weeks and still are.
        targets: what a runner wants to come back to.
        in_metres: whether runs are compared by their distance.
    """

    today: date
    felt: tuple[Felt, ...] = ()
    activities: tuple[Activity, ...] = ()
    pain: PainDays = field(default_factory=dict)
    notes: DayNotes = field(default_factory=dict)
    easy_weeks: frozenset[date] = frozenset()
    away: frozenset[date] = frozenset()
    shoes: tuple[WornShoe, ...] = ()
    targets: Targets = field(default_factory=Targets)
    in_metres: bool = False


class PictureReader:
    """Reads the log for the rules."""

    def __init__(self, database: Database, clock: Clock, settings: Callable[[], Settings]) -> None:
        self._database = database
        self._clock = clock
        self._settings = settings

    def today(self) -> date:
        """Return the day it is here."""
        return self._clock.reading().utc.astimezone(ZoneInfo(self._clock.zone())).date()

    def read(self) -> Picture:
        """Return what the rules look at today.

        The cost does not grow with the log: six weeks are read, and sums of shoes.

        Raises:
            CoreappError: the log cannot be read.
        """
        zone = ZoneInfo(self._clock.zone())
        today = self.today()
        settings = self._settings()
        first = today - LOOK_BACK
        days = DateRange(first, today)
        with self._database.reading() as work:
            sessions = sessions_on(work, days)
            performed = activities_on(work, days)
            records = work.days.between(first, today)
            sensed = _sensed(work, today, zone, settings)
            shoes = _worn(work, performed)
        return Picture(
            today=today,
            felt=_felt(sessions, performed),
            activities=(*activities_of(sessions), *map(activity_of, performed)),
            pain=pain_days(sessions, performed, records),
            notes=_notes(records, sensed),
            easy_weeks=frozenset(week_of(each.day) for each in records if each.mark in _EASY),
            away=frozenset(each.day for each in records if each.mark in _AWAY),
            shoes=shoes,
            targets=targets_of(settings),
            in_metres=settings.run_metric is RunMetric.KILOMETRES,
        )


def targets_of(settings: Settings) -> Targets:
    """Return what a runner wants to come back to; 0 in the settings is not set."""
    return Targets(
        settings.target_sessions or None,
        settings.target_minutes or None,
        settings.target_pace_seconds or None,
        settings.target_tempo_minutes or None,
    )


def sensed_note(sitting_seconds: float, longest_seconds: float) -> DayNote:
    """Return what was sensed of a day's sitting; nothing where nobody sat."""
    if sitting_seconds <= 0:
        return DayNote()
    return DayNote(
        sit_hours=round(sitting_seconds / 3600, 2), longest_sit_min=int(longest_seconds // 60)
    )


def with_sensed(note: DayNote, sensed: DayNote) -> DayNote:
    """Return a day's note, with what was sensed where nothing was written down."""
    hours = sensed.sit_hours if note.sit_hours is None else note.sit_hours
    longest = sensed.longest_sit_min if note.longest_sit_min is None else note.longest_sit_min
    return replace(note, sit_hours=hours, longest_sit_min=longest)


def _felt(
    sessions: Sequence[PerformedSession], performed: Sequence[PerformedActivity]
) -> tuple[Felt, ...]:
    found = [
        Felt(each.started_at, local_start(each).date(), each, light_of(each), each.stop_sign)
        for each in sessions
    ]
    found += [
        Felt(each.started_at, day_of(each), each, light_of_activity(each)) for each in performed
    ]
    return tuple(sorted(found, key=lambda each: each.began, reverse=True))


def _sensed(work: Work, today: date, zone: ZoneInfo, settings: Settings) -> Mapping[date, DayNote]:
    """Return what the stored spans say of sitting on the last days."""
    first = today - timedelta(days=SENSED_DAYS - 1)
    start, end = day_range(first, zone)[0], day_range(today, zone)[1]
    rule = SittingRule(settings.breaks.interval_min * 60, settings.breaks.break_min * 60)
    counted = days_figures(work.spans.between(start, end), first, today, zone, rule)
    notes = {each.day: sensed_note(each.figures.sitting, each.figures.longest) for each in counted}
    # How much of today is sat is known when it is over; until then it would lower every mean.
    return {**notes, today: replace(notes[today], sit_hours=None)}


def _notes(records: Sequence[DayRecord], sensed: Mapping[date, DayNote]) -> DayNotes:
    written = {each.day: each.note for each in records}
    nothing = DayNote()
    merged = {
        day: with_sensed(written.get(day, nothing), sensed.get(day, nothing))
        for day in sorted(written.keys() | sensed.keys())
    }
    return {day: note for day, note in merged.items() if note != nothing}


def _worn(work: Work, performed: Sequence[PerformedActivity]) -> tuple[WornShoe, ...]:
    """Return the pairs of these activities; without any, nothing is read."""
    worn = {each.shoe for each in performed if each.shoe}
    if not worn:
        return ()
    metres = work.activities.metres_by_shoe()
    return tuple(
        WornShoe(each, each.start_metres + metres.get(each.id, 0))
        for each in work.shoes.all()
        if each.id in worn and each.retired is None
    )
