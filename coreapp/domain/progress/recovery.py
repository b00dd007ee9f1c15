"""Pain and what helps or hinders recovery, over time and beside each other.

What was not entered is a gap, never 0.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from coreapp.domain.day_record import DayMark
from coreapp.domain.pain import PainDay, Trend, pain_trend
from coreapp.domain.progress.movement import Movement
from coreapp.domain.progress.time_range import Window


@dataclass(frozen=True, slots=True)
class DayFigures:
    """What was said of a day, as far as it is drawn. See `DayRecord`."""

    day: date
    mark: DayMark | None = None
    pain: int | None = None
    stress: int | None = None
    sleep: float | None = None


@dataclass(frozen=True, slots=True)
class RecoveryStep:
    """What is known of a week, or of a month: means of the days that have a figure.

    Attributes:
        start: its first day.
        pain: the worst of a day, NRS 0 to 10.
        stress: 0 to 10.
        sleep: hours a night.
        pain_days: how many days have a figure of pain.
    """

    start: date
    pain: float | None = None
    stress: float | None = None
    sleep: float | None = None
    pain_days: int = 0


@dataclass(frozen=True, slots=True)
class PainAndRecovery:
    """Pain, stress and sleep of a window.

    Attributes:
        steps: oldest first.
        last_pain: the day that was asked last, and its figure; None without any.
        trend: from the seven days before to the last seven (rule R7).
    """

    steps: tuple[RecoveryStep, ...]
    last_pain: tuple[date, int] | None
    trend: Trend

    @property
    def has_figures(self) -> bool:
        """Whether anything was entered."""
        return any(
            value is not None
            for each in self.steps
            for value in (each.pain, each.stress, each.sleep)
        )


def pain_by_day(done: Iterable[Movement], records: Iterable[DayFigures]) -> Mapping[date, int]:
    """Return the worst pain of each day that has a figure, the next morning's on its own day."""
    worst: dict[date, int] = {}

    def note(day: date, figure: int | None) -> None:
        if figure is not None:
            worst[day] = max(figure, worst.get(day, 0))

    for each in done:
        note(each.day, each.pain)
        note(each.day + timedelta(days=1), each.next_morning)
    for record in records:
        note(record.day, record.pain)
    return worst


def pain_and_recovery(
    pain: Mapping[date, int], records: Iterable[DayFigures], window: Window
) -> PainAndRecovery:
    """Return pain, stress and sleep of every step of a window."""
    found: dict[date, dict[str, list[float]]] = {
        start: {"pain": [], "stress": [], "sleep": []} for start in window.starts
    }

    def note(day: date, key: str, figure: float | None) -> None:
        if figure is not None and window.holds(day):
            found[window.start_of(day)][key].append(figure)

    for day, figure in pain.items():
        note(day, "pain", figure)
    for record in records:
        note(record.day, "stress", record.stress)
        note(record.day, "sleep", record.sleep)
    steps = tuple(
        RecoveryStep(
            start,
            _mean(values["pain"]),
            _mean(values["stress"]),
            _mean(values["sleep"]),
            len(values["pain"]),
        )
        for start, values in found.items()
    )
    known = {day: figure for day, figure in pain.items() if window.holds(day)}
    last = max(known, default=None)
    days = {day: PainDay(figure) for day, figure in pain.items()}
    trend = pain_trend(days, window.today)
    return PainAndRecovery(steps, None if last is None else (last, known[last]), trend)


def _mean(values: list[float]) -> float | None:
    return sum(values) / len(values) if values else None
