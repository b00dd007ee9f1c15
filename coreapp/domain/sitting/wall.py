"""What the engine needs of the wall clock: hours, quiet, midnight, and breaks at a time of day.

A changed clock or zone reaches this page and nothing else.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.sitting.facts import Cause
from coreapp.domain.sitting.hours import WeekHours, local_instant, time_text
from coreapp.domain.sitting.moments import utc_micros, utc_of
from coreapp.domain.sitting.settings import BreakSettings


def zone_named(name: object, key: str = "timezone") -> ZoneInfo:
    """Return a time zone by its name.

    Raises:
        InvalidValueError: there is none of that name.
    """
    try:
        return ZoneInfo(name if isinstance(name, str) else "")
    except (KeyError, ValueError, OSError):
        raise InvalidValueError(
            key, name, marked("Give the name of a time zone, such as Europe/Berlin.")
        ) from None


@dataclass(slots=True)
class Wall:
    """The wall clock as it was last seen, and when it next matters.

    Attributes:
        zone: the name of the time zone.
        offset: what to add to a moment for microseconds since 1970.
        off: outside working hours.
        quiet: in a quiet range.
        day: the local date, ISO.
        next_turn: the next moment at which one of these changes or a timed break comes.
        done: time of day to the date a timed break last came, ISO.
    """

    zone: str
    offset: int
    off: bool = True
    quiet: bool = False
    day: str = ""
    next_turn: int = 0
    done: dict[str, str] = field(default_factory=dict)

    def look(self, now: int, settings: BreakSettings) -> None:
        """Work out what the wall clock says at a moment and when that changes."""
        zone = ZoneInfo(self.zone)
        moment = utc_of(now + self.offset)
        today = moment.astimezone(zone).date()
        inside, off_change = settings.working_hours.state_at(moment, zone, settings.days_off)
        self.off = not inside
        changes = [off_change, local_instant(today + timedelta(days=1), 0, zone)]
        self.quiet = False
        if settings.quiet != WeekHours():
            self.quiet, quiet_change = settings.quiet.state_at(moment, zone)
            changes.append(quiet_change)
        self.day = today.isoformat()
        turns = [utc_micros(each) - self.offset for each in changes if each is not None]
        turns += [
            at
            for day in (today, today + timedelta(days=1))
            for at, _, _ in self._timed(day, settings)
        ]
        self.next_turn = min(each for each in turns if each > now)

    def timed_at(self, now: int, settings: BreakSettings) -> Cause | None:
        """Return what comes at exactly this moment by the time of day, and remember it came."""
        found: Cause | None = None
        for at, minute, cause in self._timed(date.fromisoformat(self.day), settings):
            if at == now and self.done.get(time_text(minute)) != self.day:
                self.done[time_text(minute)] = self.day
                found = cause
        return found

    def next_timed(self, now: int, settings: BreakSettings) -> int | None:
        """Return when the next break comes by the time of day, today or tomorrow; None for none."""
        today = date.fromisoformat(self.day)
        days = (today, today + timedelta(days=1))
        moments = [at for day in days for at, _, _ in self._timed(day, settings) if at > now]
        return min(moments, default=None)

    def _timed(self, day: date, settings: BreakSettings) -> list[tuple[int, int, Cause]]:
        """Return moment, minute of the day and cause of every timed break; the walk last."""
        times = [(each, Cause.FIXED_TIME) for each in settings.fixed_times]
        if settings.lunch_walk is not None:
            times.append((settings.lunch_walk, Cause.LUNCH_WALK))
        zone = ZoneInfo(self.zone)
        return [
            (utc_micros(local_instant(day, minute, zone)) - self.offset, minute, cause)
            for minute, cause in times
        ]
