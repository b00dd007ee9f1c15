"""A plausible log of many years, the same each time: what `make bench` opens pages with.

Ten years have 5,000 sessions with 100,000 sets, 60,000 breaks among the spans of the days at the
desk, 3,000 runs, and a record of most days. It is written in bulk, past the repositories.
"""

import json
import random
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import create_engine, insert

from coreapp.content.loader import load_exercises, load_routines
from coreapp.desktop.clock import SystemClock
from coreapp.domain.timeline import Phase, PhaseKind, compile_timeline
from coreapp.storage.database import SqlDatabase
from coreapp.storage.tables import (
    ActivityRow,
    BreakSpanRow,
    DayRow,
    PerformedSetRow,
    ScheduleEntryRow,
    SessionRow,
    ShoeRow,
)

ROOT = Path(__file__).parents[2]
ZONE = "Europe/Berlin"
A_DAY = timedelta(days=1)

SESSIONS_A_YEAR = 500
RUNS_A_YEAR = 300
BREAKS_A_YEAR = 6000
EVENINGS = (*(("strength-30",) * 6), "hips-piriformis", "core-basics-runners")
AT_THE_DESK = ("desk-2min-a-reset", "desk-2min-c-hips", "desk-2min-e-back-line", "desk-3min-energy")
PLANNED_DAYS = (0, 2)
"""Mondays and Wednesdays."""

HOLIDAYS = range(50, 57)
"""A week each quarter."""

LONGEST_DAYS = 3650

PACKED = 2000
"""Rows of one statement."""

Rows = list[dict[str, object]]


@dataclass(frozen=True)
class Counts:
    """What a log holds."""

    sessions: int
    sets: int
    breaks: int
    runs: int


@contextmanager
def home_with_log(years: int) -> Iterator[Path]:
    """Yield a world whose log goes back so far, until now."""
    with tempfile.TemporaryDirectory() as home:
        make_log(Path(home) / "coreapp.db", years, SystemClock().reading().utc)
        # By default spans are kept for a year: the start would delete nine of ten.
        settings = {"keep_presence_days": LONGEST_DAYS}
        Path(home, "settings.json").write_text(json.dumps(settings), encoding="utf-8")
        yield Path(home)


def make_log(path: Path, years: int, until: datetime) -> Counts:
    """Write a log that ends at a moment.

    Args:
        path: where there is no file yet.
        years: how far back it goes.
        until: the last moment of it, UTC.
    """
    database = SqlDatabase(path)
    database.open()
    database.close()
    made = _Log(years, until)
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        for table, rows in made.tables():
            for first in range(0, len(rows), PACKED):
                connection.execute(insert(table), rows[first : first + PACKED])
    engine.dispose()
    return made.counts


class _Log:
    """Makes the rows."""

    def __init__(self, years: int, until: datetime) -> None:
        self._random = random.Random()
        self._until = until
        self._days = 365 * years
        self._first = until - self._days * A_DAY
        exercises = load_exercises(ROOT / "assets" / "exercises")
        routines = load_routines(ROOT / "assets" / "routines", exercises)
        self._names = {each.id: each.name for each in exercises.values()}
        self._work = {
            each: [
                phase
                for phase in compile_timeline(routines[each], exercises).phases
                if phase.kind is PhaseKind.WORK
            ]
            for each in (*EVENINGS, *AT_THE_DESK)
        }
        self.sessions: Rows = []
        self.sets: Rows = []
        self.spans: Rows = []
        self.activities: Rows = []
        self.days: Rows = []
        self._number = 0
        self._entries = [self._new_id(self._first + number * A_DAY) for number in range(2)]
        for index in range(self._days):
            self._make_day(index)

    @property
    def counts(self) -> Counts:
        """How much it came to."""
        breaks = sum(each["kind"] == "break" for each in self.spans)
        return Counts(len(self.sessions), len(self.sets), breaks, len(self.activities))

    def tables(self) -> Iterator[tuple[type, Rows]]:
        """Yield all rows, parents first."""
        yield SessionRow, self.sessions
        yield PerformedSetRow, self.sets
        yield BreakSpanRow, self.spans
        yield ActivityRow, self.activities
        yield DayRow, self.days
        yield ShoeRow, [self._shoe(each) for each in range(1 + self._days // 180)]
        yield ScheduleEntryRow, self._plan()

    def _make_day(self, index: int) -> None:
        midnight = (self._first + index * A_DAY).replace(hour=0, minute=0, second=0, microsecond=0)
        # By the day alone: the last year of every log is the same.
        self._random.seed(midnight.date().toordinal())
        back = self._days - index
        share = 1 - back / LONGEST_DAYS
        if back % 91 in HOLIDAYS:
            return  # rows end
        is_working = midnight.weekday() < 5
        if is_working:
            self._sit(midnight)
        if back % 21:
            self._train(midnight + timedelta(hours=18), self._random.choice(EVENINGS), share)
        for hour in self._picked((9, 11, 14), 0.26 if is_working else 0):
            self._train(midnight + timedelta(hours=hour), self._random.choice(AT_THE_DESK), share)
        if self._random.random() < RUNS_A_YEAR / 365 / (84 / 91):
            self._run(midnight + timedelta(hours=6))
        self._write_day(midnight)

    def _picked(self, hours: Sequence[int], share: float) -> list[int]:
        return [each for each in hours if self._random.random() < share]

    def _train(self, begun: datetime, routine: str, share: float) -> None:
        begun += timedelta(minutes=self._random.randrange(50))
        if begun > self._until:
            return
        is_evening = routine in EVENINGS
        identity = self._new_id(begun)
        work = self._work[routine]
        is_cut = self._random.random() < 0.01
        is_planned = is_evening and begun.weekday() in PLANNED_DAYS
        seconds = sum(each.seconds for each in work) * 1.6
        figures = self._random.choices(range(6), weights=(8, 4, 3, 2, 1, 1), k=4)
        self.sessions.append(
            {
                "id": identity,
                "kind": "session" if is_evening else "break",
                "outcome": "interrupted" if is_cut else "completed",
                "routine": routine,
                "title": routine.replace("-", " ").title(),
                "started_at": begun,
                "ended_at": begun + timedelta(seconds=seconds),
                "zone": ZONE,
                "position": 3,
                "effort": self._random.randrange(4, 13) / 2 if is_evening else None,
                "pain_before": figures[0] if is_evening else None,
                "pain_during": figures[1] if is_evening else None,
                "pain_after": figures[2] if is_evening else None,
                "pain_next_morning": figures[3] if is_evening else None,
                "form_ok": True if is_evening else None,
                "stop_sign": False,
                "planned_entry": self._entries[0] if is_planned else None,
                "planned_start": self._planned_start(begun) if is_planned else None,
                "note": "Felt well" if self._random.random() < 0.05 else "",
                "timeline": json.dumps({"phases": ["x" * 60] * 60}) if is_cut else "",
            }
        )
        self.sets += [
            self._set(identity, number, phase, share) for number, phase in enumerate(work, 1)
        ]

    def _set(self, identity: str, number: int, phase: Phase, share: float) -> dict[str, object]:
        side = phase.side.value
        worth = 0.7 + 0.3 * share - (0.1 * (1 - share) if side == "left" else 0)
        worth = min(1.0, worth + self._random.uniform(-0.08, 0.08))
        return {
            "session_id": identity,
            "phase": number,
            "exercise": phase.exercise,
            "name": self._names[phase.exercise],
            "side": side,
            "set_number": phase.set,
            "planned_seconds": phase.seconds,
            "actual_seconds": round(phase.seconds * worth, 3),
            "planned_reps": phase.reps,
            "actual_reps": None if phase.reps is None else max(1, int(phase.reps * worth)),
            "skipped": self._random.random() < 0.01,
            "rest_seconds": 20.0,
        }

    def _sit(self, midnight: datetime) -> None:
        """Sit and stand up, some 25 breaks of a working day."""
        moment = midnight + timedelta(hours=7)
        count = round(BREAKS_A_YEAR / (5 / 7 * 365 * 84 / 91))
        for _each in range(count):
            sat = timedelta(seconds=self._random.randrange(420, 1900))
            stood = timedelta(seconds=self._random.randrange(60, 300))
            for kind, start, length in (("sitting", moment, sat), ("break", moment + sat, stood)):
                if start + length <= self._until:
                    self.spans.append(
                        {
                            "id": self._new_id(start),
                            "started_at": start,
                            "ended_at": start + length,
                            "zone": ZONE,
                            "kind": kind,
                            "reason": "",
                        }
                    )
            moment += sat + stood

    def _run(self, begun: datetime) -> None:
        minutes = self._random.randrange(20, 75)
        hurts = self._random.random() < 0.3
        self.activities.append(
            {
                "id": self._new_id(begun),
                "type": self._random.choice(("run-easy", "run-easy", "run-tempo", "walk")),
                "started_at": begun,
                "zone": ZONE,
                "minutes": minutes,
                "metres": minutes * self._random.randrange(150, 190),
                "effort": self._random.randrange(4, 16) / 2,
                "surface": self._random.choice(("hard", "soft", None)),
                "hills": None,
                "shoe": f"shoe-{(begun - self._first).days // 180}",
                "warmed_up": True,
                "cooled_down": None,
                "pain_before": None,
                "pain_during": 2 if hurts else None,
                "pain_after": 1 if hurts else None,
                "pain_next_morning": None,
                "note": "",
                "planned_entry": None,
                "planned_start": None,
            }
        )

    def _write_day(self, midnight: datetime) -> None:
        self.days.append(
            {
                "day": midnight.date(),
                "mark": "rest" if self._random.random() < 0.05 else None,
                "sleep_hours": self._random.randrange(20, 36) / 4,
                "sleep_quality": self._random.randrange(1, 6),
                "stress": self._random.randrange(0, 9),
                "sit_hours": None,
                "longest_sit_min": None,
                "stand_hours": None,
                "lifted": None,
                "household": None,
                "steps": self._random.randrange(2000, 14000),
                "pain_worst": self._random.randrange(0, 5),
                "pain_places": "low_back_left" if self._random.random() < 0.3 else "",
                "pain_triggers": "",
                "tingled": False,
                "reliefs": "",
                "text": "",
            }
        )

    def _shoe(self, number: int) -> dict[str, object]:
        return {
            "id": f"shoe-{number}",
            "name": f"Pair {number + 1}",
            "bought": (self._first + number * 180 * A_DAY).date(),
            "start_metres": 0,
            "retired": None,
        }

    def _plan(self) -> Rows:
        return [
            {
                "id": self._entries[number],
                "title": routine.replace("-", " ").title(),
                "routine": routine,
                "rrule": f"FREQ=WEEKLY;BYDAY={day}",
                "at_time": datetime(2000, 1, 1, 18, tzinfo=UTC).time(),
                "start_date": self._first.date(),
                "zone": ZONE,
            }
            for number, (routine, day) in enumerate(
                [("core-basics-runners", "MO,WE"), ("strength-30", "FR")]
            )
        ]

    def _planned_start(self, begun: datetime) -> datetime:
        """Return 18:00 of the day, as the entry says it."""
        wall = begun.astimezone(ZoneInfo(ZONE)).replace(hour=18, minute=0, second=0, microsecond=0)
        return wall.astimezone(UTC)

    def _new_id(self, moment: datetime) -> str:
        """Return an id that sorts by its time, as a UUIDv7 does."""
        self._number += 1
        stamp = f"{int(moment.timestamp() * 1000):012x}{self._number:020x}"
        return f"{stamp[:8]}-{stamp[8:12]}-7{stamp[12:15]}-8{stamp[15:18]}-{stamp[18:30]}"
