"""What a window shows of the sitting breaks: derived from accrued time and one reading."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from coreapp.domain.sitting.bar_clocks import STANDS_OUT_AFTER
from coreapp.domain.sitting.facts import Cause, HoldReason, SpanKind
from coreapp.domain.sitting.ledger import Ledger
from coreapp.domain.sitting.moments import MINUTE, seconds, utc_of
from coreapp.domain.sitting.presence import Hands, Posture
from coreapp.domain.sitting.state import Phase, State, Tally


class PromptLook(StrEnum):
    """What of the prompt is on the screen."""

    CLOSED = "closed"
    BAR = "bar"
    STANDING_OUT = "standing_out"
    GROWN = "grown"


class StateWhy(StrEnum):
    """Why a bar is open, or why not."""

    OFF_HOURS = "off_hours"
    SESSION = "session"
    BREAK = "break"
    PROMPT = "prompt"
    OWED = "owed"
    LOCKED = "locked"
    AWAY = "away"
    SNOOZED = "snoozed"
    HELD = "held"
    STANDING = "standing"
    SITTING = "sitting"


@dataclass(frozen=True, slots=True)
class Held:
    """A hold and since when it is there; `until` is its end, UTC, where that is known."""

    reason: HoldReason
    since: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Today:
    """The counts since midnight."""

    due: int
    taken: int
    natural: int
    partial: int
    snoozed: int
    skipped: int


@dataclass(frozen=True, slots=True)
class View:
    """Everything a window needs.

    Attributes:
        state: what the present moment is, in the words of the spans.
        why: why a bar is open, or why not.
        sitting_seconds: sitting since the last sufficient break, credits taken off.
        standing_seconds: standing without a pause.
        interval_seconds: the sitting at which a break is due when nothing was skipped.
        next_break_in: seconds until a break is due if all stays as it is; 0 when it is; None when
            nothing runs towards one.
        next_break_at: the same as a moment, UTC.
        owed: a break is due but held.
        holds: why no bar may open, the oldest first.
        prompt: what of the prompt is on the screen.
        cause: what the open bar or break is about; None when there is none.
        break_running: a break has begun.
        break_length: rest the open bar or break needs, in seconds; None when there is none.
        break_left: rest that is missing, in seconds; None when no break has begun.
        snooze_left_minutes: minutes of snooze that can still be granted; at 0 it is not offered.
        snoozed_until: when the bar returns, UTC.
        long_sit: sitting went on for so long that the bar leads with a walk.
        clock_mode: input cannot be sensed; whoever has not locked counts as present.
        today: the counts since midnight.
        owed_since: since when the break is due that is owed, UTC; None where that is not known.
        posture: what a person said about the desk last.
    """

    state: SpanKind
    why: StateWhy
    sitting_seconds: float
    standing_seconds: float
    interval_seconds: int
    next_break_in: float | None
    next_break_at: datetime | None
    owed: bool
    holds: tuple[Held, ...]
    prompt: PromptLook
    cause: Cause | None
    break_running: bool
    break_length: float | None
    break_left: float | None
    snooze_left_minutes: float
    snoozed_until: datetime | None
    long_sit: bool
    clock_mode: bool
    today: Today
    owed_since: datetime | None = None
    posture: Posture = Posture.SITTING


def look_at(ledger: Ledger, now: int) -> View:
    """Return what is to be shown at a moment; changes nothing."""
    state = ledger.state
    bar, offset = state.bar, state.wall.offset
    due = _due_at(ledger, now)
    left = max(0, bar.need - bar.rested_at(now)) if bar.is_break else None
    return View(
        state=state.spans.segments[-1].kind,
        why=_why(state),
        sitting_seconds=seconds(state.sitting.at(now)),
        standing_seconds=seconds(state.standing.at(now)),
        interval_seconds=ledger.settings.interval_min * 60,
        next_break_in=None if due is None else seconds(due - now),
        next_break_at=None if due is None else utc_of(due + offset),
        owed=state.owed is not None,
        holds=_holds(state),
        prompt=_prompt(state, now),
        cause=bar.cause if bar.is_open else None,
        break_running=bar.is_break,
        break_length=seconds(bar.need) if bar.is_open else None,
        break_left=None if left is None else seconds(left),
        snooze_left_minutes=ledger.budget_left / MINUTE,
        snoozed_until=None if state.snooze_until is None else utc_of(state.snooze_until + offset),
        long_sit=state.escalated,
        clock_mode=state.presence.hands is Hands.UNSENSED,
        today=_today(state, ledger.settings.interval_min * MINUTE, now),
        owed_since=_owed_since(state, now),
        posture=state.presence.posture,
    )


def stands_out_at(state: State) -> int | None:
    """Return when the small bar becomes more visible, None if none is open."""
    return state.bar.opened_at + STANDS_OUT_AFTER if state.bar.phase is Phase.BAR else None


def _due_at(ledger: Ledger, now: int) -> int | None:
    state = ledger.state
    if state.bar.is_unanswered:
        return max(now, state.bar.limit_at)
    if state.owed is not None:
        return now
    if state.bar.is_open:
        return None
    if state.snooze_until is not None:
        return max(now, state.snooze_until)
    reached = state.sitting.reaches(state.limit)
    if reached is None:
        reached = state.standing.reaches(state.standing_limit)
    if reached is None:
        return None
    timed = state.wall.next_timed(now, ledger.settings)
    return max(now, reached) if timed is None else max(now, min(reached, timed))


def _holds(state: State) -> tuple[Held, ...]:
    """Return what holds, the oldest first."""
    offset, holds = state.wall.offset, state.holds
    ends = {HoldReason.MANUAL: holds.pause_until, HoldReason.UNKNOWN: holds.unknown_until}
    held: list[Held] = []
    for reason, since in sorted(holds.since.items(), key=lambda each: each[1]):
        end = ends.get(reason)
        until = None if end is None else utc_of(end + offset)
        held.append(Held(reason, utc_of(since + offset), until))
    return tuple(held)


def _owed_since(state: State, now: int) -> datetime | None:
    """Return when the limit was reached; what came by the time of day has no such moment."""
    if state.owed not in {Cause.LIMIT, Cause.ASKED}:
        return None
    reached = state.sitting.reaches(state.limit)
    return None if reached is None else utc_of(min(now, reached) + state.wall.offset)


def _prompt(state: State, now: int) -> PromptLook:
    bar = state.bar
    if not bar.is_open or bar.phase is Phase.SESSION:
        return PromptLook.CLOSED
    if bar.grown:
        return PromptLook.GROWN
    stands_out = now >= bar.opened_at + STANDS_OUT_AFTER
    return PromptLook.STANDING_OUT if stands_out else PromptLook.BAR


def _why(state: State) -> StateWhy:
    reasons = (
        (StateWhy.SESSION, state.bar.phase is Phase.SESSION),
        (StateWhy.BREAK, state.bar.is_break),
        (StateWhy.OFF_HOURS, state.wall.off),
        (StateWhy.PROMPT, state.bar.is_open),
        (StateWhy.LOCKED, state.presence.locked),
        (StateWhy.AWAY, state.presence.absent),
        (StateWhy.OWED, state.owed is not None),
        (StateWhy.HELD, bool(state.holds.since)),
        (StateWhy.SNOOZED, state.snooze_until is not None),
        (StateWhy.STANDING, state.standing.since is not None),
    )
    return next((why for why, is_so in reasons if is_so), StateWhy.SITTING)


def _today(state: State, interval: int, now: int) -> Today:
    counts: Tally = state.tally.minus(state.day_began)
    return Today(
        due=state.sitting.due_at(now, interval) - state.day_began.due,
        taken=counts.taken,
        natural=counts.natural,
        partial=counts.partial,
        snoozed=counts.snoozed,
        skipped=counts.skipped,
    )
