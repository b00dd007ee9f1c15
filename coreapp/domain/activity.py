"""What one does besides sitting: sessions, runs, walks, sports, as the rules of training see them.

What was not entered is None, and never counts as 0.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from coreapp.domain.checks import check_whole

MOST_MINUTES: Final = 24 * 60
MOST_METRES: Final = 500_000
"""What is longer than that was mistyped: no run of one day has been."""


class ActivityType(StrEnum):
    """The kinds of training and movement in the log."""

    RUN_EASY = "run-easy"
    RUN_TEMPO = "run-tempo"
    RUN_INTERVAL = "run-interval"
    RUN_WALK = "run-walk"
    DRILLS = "drills"
    STRENGTH = "strength"
    CORE = "core"
    FLOW = "flow"
    STRETCH = "stretch"
    WARMUP = "warmup"
    COOLDOWN = "cooldown"
    DESK_BREAK = "desk-break"
    WALK = "walk"
    SWIM = "swim"
    CYCLE = "cycle"
    YOGA = "yoga"
    TAI_CHI = "tai-chi"
    OTHER_SPORT = "other-sport"


RUNS: Final = frozenset(
    {
        ActivityType.RUN_EASY,
        ActivityType.RUN_TEMPO,
        ActivityType.RUN_INTERVAL,
        ActivityType.RUN_WALK,
    }
)
"""The kinds that are runs; the parts that are walked count as they were entered."""

LOADED: Final = RUNS | {
    ActivityType.DRILLS,
    ActivityType.STRENGTH,
    ActivityType.CORE,
    ActivityType.FLOW,
    ActivityType.SWIM,
    ActivityType.CYCLE,
    ActivityType.OTHER_SPORT,
}
"""The kinds that make up the load of a week (section 8.2 of the brief)."""

TRAINING: Final = LOADED | {ActivityType.YOGA, ActivityType.TAI_CHI}


class Surface(StrEnum):
    """What one runs on."""

    HARD = "hard"
    SOFT = "soft"
    TRACK = "track"
    TREADMILL = "treadmill"
    MIXED = "mixed"


class Hills(StrEnum):
    """How the way goes up and down."""

    FLAT = "flat"
    HILLY = "hilly"
    DOWNHILL_HEAVY = "downhill-heavy"
    STAIRS = "stairs"


@dataclass(frozen=True, slots=True)
class Activity:
    """One thing that was done; only kind, day and minutes are needed.

    Attributes:
        kinds: what it counts as; a session of the programme is strength and core at once.
        day: the local day it began on.
        minutes: whole minutes, at least 1.
        metres: the distance, of runs and walks.
        effort: RPE, 0 to 10 (CR10).
        pain_during: the worst pain during it, 0 to 10 (NRS).
        pain_after: pain after it.
        is_amber: rule R6 says amber or worse; None if too little was entered.
        shoe: the id of the pair that was worn.
        warmed_up, cooled_down: whether it had both; None if not said.
    """

    kinds: frozenset[ActivityType]
    day: date
    minutes: int
    metres: int | None = None
    effort: float | None = None
    pain_during: int | None = None
    pain_after: int | None = None
    is_amber: bool | None = None
    surface: Surface | None = None
    hills: Hills | None = None
    shoe: str = ""
    warmed_up: bool | None = None
    cooled_down: bool | None = None

    def __post_init__(self) -> None:
        check_whole("minutes", self.minutes, 1, MOST_MINUTES)
        check_whole("metres", self.metres, 0, MOST_METRES)

    @property
    def is_run(self) -> bool:
        """Whether it is a run."""
        return not RUNS.isdisjoint(self.kinds)

    @property
    def load_tenths(self) -> int | None:
        """Minutes times effort, in tenths of the arbitrary unit; None if no effort was entered."""
        return None if self.effort is None else round(self.minutes * self.effort * 10)


def week_of(day: date) -> date:
    """Return the Monday of a day's week (ISO 8601)."""
    return day - timedelta(days=day.weekday())


def within(activities: Iterable[Activity], first: date, last: date) -> Sequence[Activity]:
    """Return the activities of first <= day <= last."""
    return [each for each in activities if first <= each.day <= last]
