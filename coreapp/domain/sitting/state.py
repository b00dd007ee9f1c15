"""Everything the sitting engine remembers, as plain values that can be saved."""

from dataclasses import dataclass, field
from enum import StrEnum

from coreapp.domain.sitting.facts import ENGAGING, SHOWN_AS_HELD, Cause, HoldReason
from coreapp.domain.sitting.moments import MINUTE
from coreapp.domain.sitting.presence import Presence
from coreapp.domain.sitting.settings import BreakSettings
from coreapp.domain.sitting.spans import SpanLog
from coreapp.domain.sitting.stretch import Stretch
from coreapp.domain.sitting.wall import Wall


class Phase(StrEnum):
    """How far a bar or break has come.

    `walked`: begun by walking away from the bar; `stand`: begun by an answer, its clock runs while
    input rests; `feet`: begun by standing up at the desk, its clock runs on.
    """

    CLOSED = "closed"
    BAR = "bar"
    GROWN = "grown"
    WALKED = "walked"
    STAND = "stand"
    FEET = "feet"
    SESSION = "session"


_UNANSWERED = frozenset({Phase.BAR, Phase.GROWN})
_ANSWERED = frozenset({Phase.STAND, Phase.FEET, Phase.SESSION})
_BREAKS = _ANSWERED | {Phase.WALKED}


@dataclass(slots=True)
class Bar:
    """The one bar or break there can be.

    Attributes:
        phase: how far it has come.
        cause: what it is about.
        opened_at: when the bar opened.
        limit_at: before this it does not grow.
        grown: it covers the screen (may come later than walking away).
        begun_at: when the break began.
        told: the beginning of the break has been told, so its end must be.
        need: how much rest ends it.
        rest: rest so far, without the present piece; what was rested before it began included.
        known_from: since when all rest up to the present piece is in `rest`.
        resting_from: since when the present piece of rest runs.
        typed: typing since it grew, without the present piece.
        typing_from: since when the present piece of typing runs.
    """

    phase: Phase = Phase.CLOSED
    cause: Cause = Cause.LIMIT
    opened_at: int = 0
    limit_at: int = 0
    grown: bool = False
    begun_at: int = 0
    told: bool = False
    need: int = 0
    rest: int = 0
    known_from: int = 0
    resting_from: int | None = None
    typed: int = 0
    typing_from: int | None = None

    @property
    def is_open(self) -> bool:
        """A bar or a break is open."""
        return self.phase is not Phase.CLOSED

    @property
    def is_unanswered(self) -> bool:
        """A bar waits, small or grown."""
        return self.phase in _UNANSWERED

    @property
    def is_answered(self) -> bool:
        """A break runs that somebody chose."""
        return self.phase in _ANSWERED

    @property
    def is_break(self) -> bool:
        """A break runs, chosen or walked into."""
        return self.phase in _BREAKS

    def rested_at(self, now: int) -> int:
        """Return the rest of the break so far."""
        return self.rest + (0 if self.resting_from is None else now - self.resting_from)


@dataclass(slots=True)
class Holds:
    """The reasons why no bar may open, each with the moment it began."""

    since: dict[HoldReason, int] = field(default_factory=dict)
    pause_until: int | None = None
    unknown_until: int | None = None

    @property
    def engage(self) -> bool:
        """One of them explains resting hands."""
        return not ENGAGING.isdisjoint(self.since)

    def shown(self) -> str:
        """Return the reasons a `held` span lists, sorted, joined by commas."""
        return ",".join(sorted(self.since.keys() & SHOWN_AS_HELD)) if self.since else ""


@dataclass(slots=True)
class Tally:
    """How often what happened, since the engine was first started."""

    due: int = 0
    taken: int = 0
    natural: int = 0
    partial: int = 0
    snoozed: int = 0
    skipped: int = 0

    def minus(self, other: "Tally") -> "Tally":
        """Return what came on top of another tally."""
        return Tally(
            self.due - other.due,
            self.taken - other.taken,
            self.natural - other.natural,
            self.partial - other.partial,
            self.snoozed - other.snoozed,
            self.skipped - other.skipped,
        )


@dataclass(slots=True)
class State:
    """All of it; moments in microseconds of the boot clock, going on through a new boot.

    Attributes:
        now: up to when everything has been worked out.
        base: what to add to the boot clock for a moment; not 0 after the machine was restarted.
        slept: boot clock minus the clock that stands still in sleep.
        wall: what the wall clock says.
        limit: sitting at which the next break is due.
        standing_limit: standing at which sitting or walking is offered.
        presence: who is there.
        sitting: the clock of sitting.
        standing: the clock of standing.
        bar: the bar or break that is open.
        holds: why no bar may open.
        spans: the day so far, where not given away yet.
        owed: what is due but held.
        rest_owed: how much rest ends the break that is owed, if a begun one was closed.
        snooze_until: when the bar returns.
        snooze_cause: what it was about.
        snooze_used: snooze granted since the last sufficient break or skip.
        walk_told: the bar of the last walk at lunch has been open.
        escalated: long sitting has been told.
        relief_from: since when nobody sits (absent or standing).
        relief_need: how much rest makes the present relief a break, if part of it is credited
            already; None for a whole break.
        served: that was long enough to serve the break.
        checked: when the input was last asked for, if it has to be asked for.
        tally: the counts.
        day_began: the counts at the last midnight.
    """

    now: int
    slept: int
    wall: Wall
    limit: int
    standing_limit: int
    base: int = 0
    presence: Presence = field(default_factory=Presence)
    sitting: Stretch = field(default_factory=Stretch)
    standing: Stretch = field(default_factory=Stretch)
    bar: Bar = field(default_factory=Bar)
    holds: Holds = field(default_factory=Holds)
    spans: SpanLog = field(default_factory=SpanLog)
    owed: Cause | None = None
    rest_owed: int | None = None
    snooze_until: int | None = None
    snooze_cause: Cause = Cause.LIMIT
    snooze_used: int = 0
    walk_told: bool = False
    escalated: bool = False
    relief_from: int | None = None
    relief_need: int | None = None
    served: bool = False
    checked: int | None = None
    tally: Tally = field(default_factory=Tally)
    day_began: Tally = field(default_factory=Tally)

    @classmethod
    def fresh(cls, now: int, slept: int, wall: Wall, settings: BreakSettings) -> "State":
        """Return the state before anything happened."""
        return cls(
            now=now,
            slept=slept,
            wall=wall,
            limit=settings.interval_min * MINUTE,
            standing_limit=settings.standing_min * MINUTE,
        )

    def tally_now(self, settings: BreakSettings) -> Tally:
        """Return the counts, the present stretch of sitting included."""
        counts = self.tally.minus(Tally())
        counts.due = self.sitting.due_at(self.now, settings.interval_min * MINUTE)
        return counts
