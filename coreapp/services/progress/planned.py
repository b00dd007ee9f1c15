"""How many minutes are planned for this week."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from coreapp.domain.progress.time_range import WEEK
from coreapp.services.library import Library
from coreapp.services.planning import Planning
from coreapp.services.ports import Clock


class PlannedMinutes:
    """Adds up the sessions of the plan, done or not."""

    def __init__(self, planning: Planning, library: Library, clock: Clock) -> None:
        self._planning = planning
        self._library = library
        self._clock = clock

    def of_week(self, monday: date) -> int:
        """Return the minutes that are planned for a week; what cannot be played has none.

        Raises:
            CoreappError: log or plan cannot be read.
        """
        zone = ZoneInfo(self._clock.zone())
        start = datetime.combine(monday, time(), zone)
        end = datetime.combine(monday + WEEK, time(), zone)
        routines = [
            each.occurrence.routine
            for each in self._planning.between(start, end)
            if self._library.trouble_with(each.occurrence.routine) is None
        ]
        length = timedelta(seconds=sum(self._library.timeline(each).seconds for each in routines))
        return round(length / timedelta(minutes=1))
