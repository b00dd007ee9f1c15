"""The log as it is listed: what a line shows of a session, and what somebody looks for.

A session has a timeline and sets, which a list of thousands must not read; a line has what is told
of it in one row.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from coreapp.domain.activity import ActivityType
from coreapp.domain.day_record import DayMark
from coreapp.domain.training_log import Outcome, SessionKind


class LogKind(StrEnum):
    """What stands in the log."""

    SESSION = "session"
    BREAK = "break"
    """A routine that was done in a break."""

    ACTIVITY = "activity"
    """A run, a walk or a sport, entered by hand."""

    DAY = "day"
    """What was written of a day."""


ALL_KINDS = frozenset(LogKind)


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A session as it is listed. See `PerformedSession`.

    Attributes:
        work_seconds: time really spent working, in seconds.
        exercise: id of its first exercise, for the picture; empty without a set.
    """

    id: str
    kind: SessionKind
    routine: str
    title: str
    started_at: datetime
    ended_at: datetime
    zone: str
    outcome: Outcome
    work_seconds: float
    exercise: str = ""
    effort: float | None = None
    pain_before: int | None = None
    pain_during: int | None = None
    pain_after: int | None = None
    note: str = ""

    @property
    def worst_pain(self) -> int | None:
        """The worst of the pain that was entered around it, or None."""
        known = [self.pain_before, self.pain_during, self.pain_after]
        return max((each for each in known if each is not None), default=None)


@dataclass(frozen=True, slots=True)
class LogTexts:
    """Everything in the log that is searched in; each text once.

    Attributes:
        titles: of sessions, with the id of the routine.
        exercises: ids of exercises, with the name they were logged under.
        session_notes, activity_notes: ids with their notes.
        day_notes: days with what was written of them.
    """

    titles: tuple[tuple[str, str], ...] = ()
    exercises: tuple[tuple[str, str], ...] = ()
    session_notes: tuple[tuple[str, str], ...] = ()
    activity_notes: tuple[tuple[str, str], ...] = ()
    day_notes: tuple[tuple[date, str], ...] = ()


@dataclass(frozen=True, slots=True)
class LogMatches:
    """What of the log matches a word.

    Attributes:
        titles: of sessions.
        exercises: ids; a session with one of them matches.
        types: of activities.
        marks: of days.
        sessions, activities: ids of those whose notes match.
        days: those of which something was written that matches.
    """

    titles: frozenset[str] = frozenset()
    exercises: frozenset[str] = frozenset()
    types: frozenset[ActivityType] = frozenset()
    marks: frozenset[DayMark] = frozenset()
    sessions: frozenset[str] = frozenset()
    activities: frozenset[str] = frozenset()
    days: frozenset[date] = frozenset()

    def has_any(self, kind: LogKind) -> bool:
        """Whether anything of a kind may match."""
        match kind:
            case LogKind.ACTIVITY:
                return bool(self.types or self.activities)
            case LogKind.DAY:
                return bool(self.marks or self.days)
            case _:
                return bool(self.titles or self.exercises or self.sessions)


@dataclass(frozen=True, slots=True)
class LogWish:
    """What somebody wants to see of the log.

    Attributes:
        kinds: of what.
        matches: only what matches; None for everything.
    """

    kinds: frozenset[LogKind] = field(default=ALL_KINDS)
    matches: LogMatches | None = None

    def may_show(self, kind: LogKind) -> bool:
        """Whether something of a kind can be in it; if not, nobody needs to look."""
        return kind in self.kinds and (self.matches is None or self.matches.has_any(kind))


ANYTHING = LogWish()
