"""All figures of the page of Progress."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from coreapp.domain.adherence import Adherence
from coreapp.domain.progress.bests import Advance, Best
from coreapp.domain.progress.desk import DeskTime
from coreapp.domain.progress.movement import HeatDays, Movement, StepMinutes
from coreapp.domain.progress.recovery import PainAndRecovery
from coreapp.domain.progress.running import RunLoad
from coreapp.domain.progress.sides import BalanceChange
from coreapp.domain.progress.streak import Streak
from coreapp.domain.progress.time_range import TimeRange, Window


@dataclass(frozen=True, slots=True)
class ExerciseCourse:
    """One exercise over the window.

    Attributes:
        exercise: its id.
        name: as it was called in the log; of use where it is gone from the library.
        window: the days that are looked at.
    """

    exercise: str
    name: str
    window: Window
    advance: Advance


@dataclass(frozen=True, slots=True)
class ProgressFigures:
    """What the page is made of.

    Attributes:
        chosen: how far back it looks.
        window: the days of that; `near` is the same, at most a year of it.
        planned: minutes of the sessions that are planned for this week, done or not; 0 if none are.
        exercises: the bests of those that were done in the window, of most sessions first.
        course: the first of them, or None.
        efforts: the last things that were done whose effort is known, oldest first.
        adherence, desk, runs: of `near`.
        interval: minutes of sitting after which a break is due.
    """

    chosen: TimeRange
    window: Window
    near: Window
    heat: HeatDays
    minutes: Sequence[StepMinutes]
    planned: int
    streak: Streak
    balance: tuple[BalanceChange, ...]
    exercises: tuple[Best, ...]
    course: ExerciseCourse | None
    efforts: tuple[Movement, ...]
    adherence: Adherence
    desk: DeskTime
    runs: RunLoad
    recovery: PainAndRecovery
    interval: int

    @property
    def today(self) -> date:
        """The day it is here."""
        return self.window.today
