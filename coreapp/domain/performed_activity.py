"""Runs, walks and sports that were entered by hand: what was done without the player.

The fields are those of section 8.1 of the brief. Only the kind and the minutes are needed; what was
not entered is None and never counts as 0.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from coreapp.domain.activity import (
    MOST_METRES,
    MOST_MINUTES,
    ActivityType,
    Hills,
    Surface,
)
from coreapp.domain.checks import check_figure, check_whole
from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.training_log import SCALE_MAX, PlannedOccurrence

PAINS: Final = ("pain_before", "pain_during", "pain_after", "pain_next_morning")


@dataclass(frozen=True, slots=True)
class PerformedActivity:
    """One thing that was done, as it was entered.

    Attributes:
        id: a UUIDv7.
        type: what it was.
        started_at: UTC.
        zone: IANA name of the zone it happened in.
        minutes: whole minutes, at least 1.
        metres: the distance, or None.
        effort: RPE 0 to 10 (CR10) in steps of a half, or None.
        shoe: the id of the pair that was worn, or empty.
        warmed_up, cooled_down: whether it had both; None if not said.
        pain_before, pain_during, pain_after, pain_next_morning: NRS 0 to 10, or None.
        planned: the occurrence of the plan that it ticks off, or None.

    Raises:
        InvalidValueError: a figure is out of its range, or the moment has no zone.
    """

    id: str
    type: ActivityType
    started_at: datetime
    zone: str
    minutes: int
    metres: int | None = None
    effort: float | None = None
    surface: Surface | None = None
    hills: Hills | None = None
    shoe: str = ""
    warmed_up: bool | None = None
    cooled_down: bool | None = None
    pain_before: int | None = None
    pain_during: int | None = None
    pain_after: int | None = None
    pain_next_morning: int | None = None
    note: str = ""
    planned: PlannedOccurrence | None = None

    def __post_init__(self) -> None:
        if self.started_at.tzinfo is None:
            raise InvalidValueError(
                "started_at", self.started_at, marked("Give a moment with its zone.")
            )
        check_whole("minutes", self.minutes, 1, MOST_MINUTES)
        check_whole("metres", self.metres, 0, MOST_METRES)
        check_figure("effort", self.effort, 0, SCALE_MAX)
        for key in PAINS:
            check_whole(key, getattr(self, key), 0, SCALE_MAX)
