"""Which planned session something that was done elsewhere may have been."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from coreapp.domain.activity import ActivityType
from coreapp.domain.occurrences import Occurrence
from coreapp.domain.training_log import PlannedOccurrence
from coreapp.domain.wall_time import find_zone
from coreapp.i18n import format_time
from coreapp.services.activities import kinds_of_routine
from coreapp.services.planning import Planning
from coreapp.services.ports import Clock

_OWN: Final = frozenset({ActivityType.CORE})
"""What a routine of one's own counts as, in the log as well."""

_AS: Final[Mapping[ActivityType, ActivityType]] = {ActivityType.YOGA: ActivityType.FLOW}
"""Who goes to a yoga class has done the sun salutation, in other words."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A planned session that an activity may tick off.

    Attributes:
        planned: the occurrence of the plan.
        words: its title and its time.
    """

    planned: PlannedOccurrence
    words: str


class PlanFit:
    """Looks into the plan of a day."""

    def __init__(self, planning: Planning, clock: Clock) -> None:
        self._planning = planning
        self._clock = clock

    def on(
        self, kind: ActivityType, day: date, own: PlannedOccurrence | None = None
    ) -> Sequence[Fit]:
        """Return what was planned for a day, is of that kind, and is not done yet.

        Args:
            kind: what was done.
            day: when, in this place.
            own: what the activity ticks off already; it stays on offer.

        Raises:
            CoreappError: the plan cannot be read.
        """
        zone = find_zone(self._clock.zone())
        first, end = (
            datetime(each.year, each.month, each.day, tzinfo=zone)
            for each in (day, day + timedelta(days=1))
        )
        planned = self._planning.between(first, end)
        return [
            Fit(each.occurrence.planned, _words(each.occurrence))
            for each in planned
            if each.occurrence.planned == own
            or (not each.done and is_of_kind(each.occurrence.routine, kind))
        ]


def is_of_kind(routine: str, kind: ActivityType) -> bool:
    """Tell whether a routine counts as a kind of activity."""
    kinds = kinds_of_routine(routine)
    return _AS.get(kind, kind) in (_OWN if kinds is None else kinds)


def _words(occurrence: Occurrence) -> str:
    return f"{occurrence.title}, {format_time(occurrence.start)}"
