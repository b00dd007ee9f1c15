"""Sound records of the log and the plan, for tests to store and change."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from coreapp.domain.activity import ActivityType, Hills, Surface
from coreapp.domain.day_record import DayMark, DayRecord, PainTrigger, Relief
from coreapp.domain.exercise import Side
from coreapp.domain.habits import DayNote
from coreapp.domain.occurrences import move, skip
from coreapp.domain.pain import PainPlace
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.schedule import EntryDraft, ScheduleEntry, make_entry
from coreapp.domain.shoe import Shoe
from coreapp.domain.training_log import (
    BreakSpan,
    Outcome,
    PerformedSession,
    PerformedSet,
    PlannedOccurrence,
    SessionKind,
)

EVENING = datetime(2026, 3, 4, 18, 0, 0, 250_000, tzinfo=UTC)


def performed_set(phase: int = 1, **changes) -> PerformedSet:
    """A set of which every field is told from the others."""
    return replace(
        PerformedSet(
            phase=phase,
            exercise="side-plank",
            name="Seitstütz",
            side=Side.LEFT,
            set=2,
            planned_seconds=20.5,
            actual_seconds=18.125,
            planned_reps=None,
            actual_reps=None,
            rest_seconds=12.25,
        ),
        **changes,
    )


def session(identity: str = "s1", **changes) -> PerformedSession:
    """A session of which every field is told from the others.

    Where only its moments are said, nobody has measured how long it took.
    """
    if {"started_at", "ended_at"} & changes.keys():
        changes = {"spent_seconds": None, **changes}
    return replace(
        PerformedSession(
            id=identity,
            kind=SessionKind.SESSION,
            routine="core-basics-runners",
            title="Core-Grundlagen",
            started_at=EVENING,
            ended_at=EVENING + timedelta(minutes=15, microseconds=1),
            zone="Europe/Berlin",
            outcome=Outcome.COMPLETED,
            position=7,
            timeline='{"phases": []}',
            spent_seconds=871.5,
            effort=6.5,
            pain_before=2,
            pain_during=3,
            pain_after=1,
            pain_next_morning=4,
            form_ok=True,
            stop_sign=True,
            note="Zum Schluß gewackelt",
            planned=PlannedOccurrence("e1", EVENING - timedelta(minutes=3)),
            sets=(
                performed_set(1),
                performed_set(3, side=Side.RIGHT, planned_reps=10, actual_reps=8, skipped=True),
            ),
        ),
        **changes,
    )


def entry(identity: str = "e1", *, changed: bool = True) -> ScheduleEntry:
    """An entry, with one occurrence moved and one skipped if it is to be `changed`."""
    draft = EntryDraft(
        title="Abends",
        routine="core-basics-runners",
        rrule="FREQ=WEEKLY;BYDAY=MO,WE,FR",
        at="19:30",
        start_date="2026-03-02",
        zone="Europe/Berlin",
    )
    plain = make_entry(identity, draft)
    if not changed:
        return plain
    moved = move(plain, date(2026, 3, 4), EVENING)
    return skip(moved, date(2026, 3, 9))


def span(identity: str = "b1", minutes: tuple[float, float] = (0, 30), **changes) -> BreakSpan:
    """A span from and to some minutes after the evening's beginning."""
    start, end = (EVENING + timedelta(minutes=each) for each in minutes)
    return replace(BreakSpan(identity, start, end, "Europe/Berlin", "held", "call"), **changes)


def activity(identity: str = "a1", **changes) -> PerformedActivity:
    """A run of which every field is told from the others."""
    return replace(
        PerformedActivity(
            id=identity,
            type=ActivityType.RUN_EASY,
            started_at=EVENING + timedelta(hours=1),
            zone="Europe/Berlin",
            minutes=42,
            metres=7300,
            effort=4.5,
            surface=Surface.SOFT,
            hills=Hills.HILLY,
            shoe="p1",
            warmed_up=True,
            cooled_down=False,
            pain_before=1,
            pain_during=3,
            pain_after=2,
            pain_next_morning=0,
            note="Am Fluß entlang",
            planned=PlannedOccurrence("e1", EVENING + timedelta(minutes=55)),
        ),
        **changes,
    )


def shoe(identity: str = "p1", **changes) -> Shoe:
    """A pair of which every field is told from the others."""
    return replace(
        Shoe(identity, "Die blauen", date(2025, 11, 3), 120_000, date(2026, 9, 30)), **changes
    )


DAY_NOTE = DayNote(
    sleep_hours=6.75,
    sleep_quality=3,
    stress=7,
    sit_hours=8.5,
    longest_sit_min=95,
    stand_hours=1.25,
    lifted=True,
    household=False,
)


def day_record(day: date = date(2026, 3, 4), **changes) -> DayRecord:
    """A day of which every field is told from the others."""
    return replace(
        DayRecord(
            day=day,
            mark=DayMark.EASY,
            note=DAY_NOTE,
            steps=9400,
            pain_worst=4,
            pain_places=frozenset({PainPlace.LOW_BACK_LEFT, PainPlace.BELOW_KNEE}),
            pain_triggers=frozenset({PainTrigger.SITTING, PainTrigger.FOOT_STRIKE}),
            tingled=True,
            reliefs=((Relief.HEAT, 2), (Relief.WALKING, 3)),
            text="Nach dem Umzug",
        ),
        **changes,
    )
