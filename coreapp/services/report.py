"""What a report of some weeks holds: sessions, doses, pain, running, sitting, in plain figures.

It is made for somebody who did not see the person in between, a physiotherapist for example. It
says what was entered and counted, and draws no conclusion.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coreapp.domain.day_record import PainTrigger, Relief
from coreapp.domain.exercise import Side
from coreapp.domain.load import RunWeek
from coreapp.domain.pain import PainDays, PainPlace
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.sitting_figures import SittingFigures
from coreapp.domain.training_log import PerformedSession


class ReportPart(StrEnum):
    """What a report may hold; the person chooses."""

    PAIN = "pain"
    HOLDS = "holds"
    SESSIONS = "sessions"
    DOSES = "doses"
    RUNNING = "running"
    SITTING = "sitting"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class DoneDose:
    """What was done of an exercise on one side in one session.

    Attributes:
        amounts: of each set that was not skipped: whole repetitions, or seconds.
        in_reps: which of the two.
    """

    exercise: str
    name: str
    side: Side
    amounts: tuple[int, ...]
    in_reps: bool

    @property
    def best(self) -> int:
        """The most in one set."""
        return max(self.amounts)


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One session or activity.

    Attributes:
        day: where it happened.
        done: what it was.
        doses: of a session, in the order of its exercises.
    """

    day: date
    done: PerformedSession | PerformedActivity
    doses: tuple[DoneDose, ...] = ()


@dataclass(frozen=True, slots=True)
class ExerciseProgress:
    """How an exercise went on one side over the time.

    Attributes:
        points: each session's day with the most in one set.
        first, last: what was done in the first and the last session.
    """

    first: DoneDose
    last: DoneDose
    points: tuple[tuple[date, int], ...]

    @property
    def best(self) -> int:
        """The most in one set of all of them."""
        return max(amount for _day, amount in self.points)


@dataclass(frozen=True, slots=True)
class PainReport:
    """Pain over the time.

    Attributes:
        days: of each day of which something was said.
        places, triggers: on how many days each was named, the most frequent first.
        tingled: on how many days it came with tingling or numbness.
        reliefs: what was tried: how often, and the sum of how much it helped, 0 to 3 each.
    """

    days: PainDays
    places: Mapping[PainPlace, int]
    triggers: Mapping[PainTrigger, int]
    tingled: int
    reliefs: Mapping[Relief, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class ReportWeek:
    """The runs of a week, by its Monday, and how far all of them went."""

    monday: date
    runs: RunWeek
    metres: int


@dataclass(frozen=True, slots=True)
class Report:
    """All of it.

    Attributes:
        first, last: the days it is about, both included.
        made_on: the day it was made.
        lines: sessions and activities, the oldest first.
        weeks: of running; weeks without runs between others included.
        sitting: what was sensed, all days together.
        notes: what was written, with its day.
    """

    first: date
    last: date
    made_on: date
    lines: tuple[ReportLine, ...]
    progress: tuple[ExerciseProgress, ...]
    pain: PainReport
    weeks: tuple[ReportWeek, ...]
    sitting: SittingFigures
    notes: tuple[tuple[date, str], ...]
