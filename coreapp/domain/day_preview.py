"""What a day would be like under some settings: the real break engine on a day that is made up.

A habit says when somebody is away and what holds the breaks back, whatever the breaks do. It is a
typical day of working hours, or a day that was recorded. With `gets_up` the person leaves when a
bar opens; so each break is only known once the engine has asked for the one before, and the day is
simulated once for each.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from itertools import pairwise

from coreapp.domain.sitting.facts import SENSED_OR_SAID, Cause, FactKind, HoldReason, SpanKind
from coreapp.domain.sitting.happenings import Happening, HoldEvent, InputEvent, SleepEvent
from coreapp.domain.sitting.hours import local_instant
from coreapp.domain.sitting.moments import MINUTE, SECOND
from coreapp.domain.sitting.script import Script, ScriptEvent
from coreapp.domain.sitting.settings import BreakSettings
from coreapp.domain.sitting.simulation import Day, simulate
from coreapp.domain.training_log import BreakSpan

DAYS_AHEAD = 8
"""So far ahead a day with working hours is looked for."""

MOST_BREAKS = 100
"""No day has more of them that somebody gets up for: a day with the shortest interval has 72."""

_FINISHES_SENTENCE = 20 * SECOND
"""So long somebody types on when the bar opens."""

_COMES_BACK_AFTER = 30 * SECOND
"""So much longer than asked a break takes."""

_WALK = 15 * MINUTE
_MICROSECOND = timedelta(microseconds=1)
_PRESENT = frozenset({SpanKind.SITTING, SpanKind.HELD})


@dataclass(frozen=True, slots=True, order=True)
class Piece:
    """A part of the day, in microseconds since its start."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Habit:
    """What somebody does on a day, whatever the breaks do.

    Attributes:
        start: when the day begins, UTC.
        length: how long it is, in microseconds.
        away: when hands rest.
        asleep: when the machine sleeps.
        holds: what holds the breaks back, and when.
    """

    start: datetime
    length: int
    away: tuple[Piece, ...] = ()
    asleep: tuple[Piece, ...] = ()
    holds: tuple[tuple[HoldReason, Piece], ...] = ()


_TYPICAL_AWAY = ((0.22, 7), (0.45, 42), (0.63, 1))
"""Coffee, lunch, and a moment: where in the working hours, and for how many minutes."""

_TYPICAL_HOLDS = ((HoldReason.CALL, 0.31, 42), (HoldReason.CAMERA, 0.7, 30))


def working_day(settings: BreakSettings, today: date) -> date | None:
    """Return the next day with working hours, today included; None if there is none in a week."""
    days = (today + timedelta(days=ahead) for ahead in range(DAYS_AHEAD))
    return next(
        (
            day
            for day in days
            if settings.working_hours.days[day.weekday()] and day not in settings.days_off
        ),
        None,
    )


def typical_habit(settings: BreakSettings, day: date, zone: tzinfo) -> Habit | None:
    """Return a typical day in the working hours of a date; None if it has none.

    Args:
        settings: the rules, for the hours.
        day: the local date.
        zone: whose clock.
    """
    hours = settings.working_hours.days[day.weekday()]
    if not hours:
        return None
    start = local_instant(day, hours[0].start, zone)
    ranges = [
        Piece(
            (local_instant(day, each.start, zone) - start) // _MICROSECOND,
            (local_instant(day, each.end, zone) - start) // _MICROSECOND,
        )
        for each in hours
    ]
    length = max(each.end for each in ranges)
    gaps = [
        Piece(before.end, after.start)
        for before, after in pairwise(ranges)
        if before.end < after.start
    ]
    away = [_typical_piece(length, share, minutes) for share, minutes in _TYPICAL_AWAY]
    holds = [
        (reason, _typical_piece(length, share, minutes))
        for reason, share, minutes in _TYPICAL_HOLDS
    ]
    return Habit(
        start=start,
        length=length,
        away=tuple(_united([*away, *gaps])),
        holds=tuple((reason, piece) for reason, piece in holds if piece.start < piece.end),
    )


def recorded_habit(spans: Sequence[BreakSpan], start: datetime, end: datetime) -> Habit | None:
    """Return what was recorded in start <= t < end as a habit; None if nobody was there.

    Breaks of that day stay absences: they were. Time nobody looked at is one, too.

    Args:
        spans: oldest first, without overlaps.
        start: the first moment, UTC.
        end: the first moment after it, UTC.
    """
    present = [each for each in spans if SpanKind(each.kind) in _PRESENT]
    present = [each for each in present if each.start < end and each.end > start]
    if not present:
        return None
    begin = max(start, present[0].start)
    finish = min(end, present[-1].end)

    def piece(span: BreakSpan) -> Piece:
        first, last = max(span.start, begin), min(span.end, finish)
        return Piece((first - begin) // _MICROSECOND, (last - begin) // _MICROSECOND)

    here = [piece(each) for each in present]
    return Habit(
        start=begin,
        length=(finish - begin) // _MICROSECOND,
        away=tuple(
            Piece(before.end, after.start)
            for before, after in pairwise(here)
            if before.end < after.start
        ),
        asleep=tuple(
            piece(each)
            for each in spans
            if each.kind == SpanKind.ASLEEP.value and begin <= each.start and each.end <= finish
        ),
        holds=tuple(_recorded_holds(present, piece)),
    )


def preview(habit: Habit, settings: BreakSettings, zone: str, *, gets_up: bool) -> Day:
    """Return what the engine makes of a day.

    Args:
        habit: what somebody does.
        settings: the rules to try.
        zone: IANA name of the zone.
        gets_up: the person leaves when a bar opens, and stays away for a break.
    """
    breaks: list[Piece] = []
    day = simulate(_script(habit, settings, zone, breaks))
    while gets_up and len(breaks) < MOST_BREAKS:
        seen = breaks[-1].end if breaks else -1
        asked = next(
            (each for each in day.events if each.kind is FactKind.PROMPT and each.moment > seen),
            None,
        )
        if asked is None:
            break
        leaves = asked.moment + _FINISHES_SENTENCE
        is_walk = asked.cause is Cause.LUNCH_WALK
        stays = _WALK if is_walk else settings.break_min * MINUTE + _COMES_BACK_AFTER
        breaks.append(Piece(leaves, leaves + stays))
        day = simulate(_script(habit, settings, zone, breaks))
    return day


def _typical_piece(length: int, share: float, minutes: int) -> Piece:
    start = min(length, round(share * length / MINUTE) * MINUTE)
    return Piece(start, min(length, start + minutes * MINUTE))


def _recorded_holds(
    present: Iterable[BreakSpan], piece: Callable[[BreakSpan], Piece]
) -> Iterable[tuple[HoldReason, Piece]]:
    """Yield what was held from outside; quiet times follow from the settings that are tried."""
    last: dict[HoldReason, Piece] = {}
    # Only these list what held: another reason may say that somebody put the time right.
    for span in (each for each in present if each.kind == SpanKind.HELD.value):
        for name in span.reason.split(","):
            # Also passed over: what a later version may have written into a file.
            if name not in SENSED_OR_SAID:
                continue
            reason, held = HoldReason(name), piece(span)
            before = last.get(reason)
            if before is not None and before.end == held.start:
                last[reason] = Piece(before.start, held.end)
                continue
            if before is not None:
                yield reason, before
            last[reason] = held
    yield from last.items()


def _script(habit: Habit, settings: BreakSettings, zone: str, breaks: Sequence[Piece]) -> Script:
    """Write the day down for the simulation."""
    events: list[tuple[int, int, Happening]] = [(0, 0, InputEvent(active=True))]
    for away in _united([*habit.away, *breaks]):
        events.append((away.start, 1, InputEvent(active=False)))
        events.append((away.end, 4, InputEvent(active=True)))
    for reason, held in habit.holds:
        events.append((_awake(held.start, habit), 3, HoldEvent(reason, begins=True)))
        events.append((_awake(held.end, habit), 2, HoldEvent(reason, begins=False)))
    events += [(each.start, 5, SleepEvent(each.end - each.start)) for each in habit.asleep]
    in_order = sorted(events, key=lambda each: (each[0], each[1]))
    return Script(
        settings=settings,
        zone=zone,
        start=habit.start,
        events=tuple(ScriptEvent(at, what) for at, _order, what in in_order if at < habit.length),
        until=habit.length,
    )


def _awake(moment: int, habit: Habit) -> int:
    """Return the moment, or the end of the sleep it lies in."""
    return next(
        (each.end for each in habit.asleep if each.start < moment < each.end),
        moment,
    )


def _united(pieces: Iterable[Piece]) -> list[Piece]:
    """Return pieces in order, those that touch as one, those of no length left out."""
    united: list[Piece] = []
    for each in sorted(pieces):
        if each.start >= each.end:
            continue
        if united and each.start <= united[-1].end:
            united[-1] = Piece(united[-1].start, max(united[-1].end, each.end))
        else:
            united.append(each)
    return united
