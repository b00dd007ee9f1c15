"""What one says of a day: a mark in the plan, pain, and what helps or hinders recovery.

The fields are those of section 8.1 of the brief that belong to a day. All of them may be missing,
and what is missing never counts as 0.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from coreapp.domain.checks import check_figure, check_whole
from coreapp.domain.habits import DayNote
from coreapp.domain.pain import PainPlace
from coreapp.domain.training_log import SCALE_MAX

HOURS_OF_A_DAY: Final = 24
MOST_STEPS: Final = 200_000
BEST_SLEEP: Final = 5
HELPED_MOST: Final = 3


class DayMark(StrEnum):
    """Why less than planned is done on a day; such days break no streak."""

    REST = "rest"
    SICK = "sick"
    TRAVEL = "travel"
    EASY = "easy"
    """A day of a week that is easy on purpose: rule R1 compares with the week before it."""


QUIET: Final = frozenset({DayMark.REST, DayMark.SICK, DayMark.TRAVEL})
"""Marks of days on which nobody is reminded of what is planned."""


class PainTrigger(StrEnum):
    """What brings the pain on."""

    LEANING_BACK = "leaning_back"
    BENDING = "bending"
    STANDING = "standing"
    SITTING = "sitting"
    DOWNHILL = "downhill"
    FOOT_STRIKE = "foot_strike"
    TURNING = "turning"
    COUGHING = "coughing"


class Relief(StrEnum):
    """What was tried against it."""

    HEAT = "heat"
    COLD = "cold"
    REST = "rest"
    WALKING = "walking"
    STRETCH = "stretch"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class DayRecord:
    """One day, as one wrote it down.

    Attributes:
        day: the local day; there is one record a day.
        mark: rest, sick, travel or easy, or None.
        note: sleep, stress, sitting, standing, lifting, household; what the sensed days say of
            sitting holds where the note has None.
        steps: how many, or None.
        pain_worst: the worst pain of the day, NRS 0 to 10, or None.
        pain_places: where it was.
        pain_triggers: what brought it on.
        tingled: whether it came with tingling or numbness.
        reliefs: what was tried, with how much it helped, 0 to 3; in the order of `Relief`.
        text: a note in one's own words.

    Raises:
        InvalidValueError: a figure is out of its range.
    """

    day: date
    mark: DayMark | None = None
    note: DayNote = field(default_factory=DayNote)
    steps: int | None = None
    pain_worst: int | None = None
    pain_places: frozenset[PainPlace] = frozenset()
    pain_triggers: frozenset[PainTrigger] = frozenset()
    tingled: bool = False
    reliefs: tuple[tuple[Relief, int], ...] = ()
    text: str = ""

    def __post_init__(self) -> None:
        note = self.note
        check_figure("sleep_hours", note.sleep_hours, 0, HOURS_OF_A_DAY)
        check_whole("sleep_quality", note.sleep_quality, 1, BEST_SLEEP)
        check_whole("stress", note.stress, 0, SCALE_MAX)
        check_figure("sit_hours", note.sit_hours, 0, HOURS_OF_A_DAY)
        check_whole("longest_sit_min", note.longest_sit_min, 0, HOURS_OF_A_DAY * 60)
        check_figure("stand_hours", note.stand_hours, 0, HOURS_OF_A_DAY)
        check_whole("steps", self.steps, 0, MOST_STEPS)
        check_whole("pain_worst", self.pain_worst, 0, SCALE_MAX)
        for _relief, helped in self.reliefs:
            check_whole("reliefs", helped, 0, HELPED_MOST)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said of the day, so that it need not be kept."""
        return self == DayRecord(self.day)
