"""Two questions a day about sleep and stress, for those whom the answers may tell something.

They are asked only while pain is noted: what hinders recovery is a matter of rule R11, which says
nothing without pain. Who closes the card is not asked again that day, and who does so three times
in a row not for a week.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from coreapp.domain.pain import PainDays
from coreapp.domain.settings import Settings
from coreapp.services.day_log import DayLog
from coreapp.services.ports import StateFile

ASKED_WITH_PAIN: Final = timedelta(days=7)
"""So long after pain was noted it is asked."""

TIMES_CLOSED: Final = 3
QUIET_FOR: Final = timedelta(days=7)

_DAY: Final = "closed_on"
_TIMES: Final = "times"


@dataclass(frozen=True, slots=True)
class DayQuestion:
    """What is asked today.

    Attributes:
        today: sleep is asked of the night before it.
        asks_sleep: nobody has said yet how the night was.
        asks_stress: nobody has said yet how yesterday was.
    """

    today: date
    asks_sleep: bool
    asks_stress: bool

    @property
    def yesterday(self) -> date:
        """The day that stress is asked of."""
        return self.today - timedelta(days=1)


class DayQuestions:
    """Asks, and keeps the answers with their days."""

    def __init__(self, days: DayLog, file: StateFile, settings: Callable[[], Settings]) -> None:
        self._days = days
        self._file = file
        self._settings = settings

    def question(self, pain: PainDays) -> DayQuestion | None:
        """Return what is to be asked today; None for nothing.

        Args:
            pain: of the last days.

        Raises:
            CoreappError: the log cannot be read.
        """
        today = self._days.today()
        if not self._settings().ask_about_days or not _hurts(pain, today) or self._is_quiet(today):
            return None
        night, day = (self._days.record(each).note for each in (today, today - timedelta(days=1)))
        asks_sleep = night.sleep_quality is None and night.sleep_hours is None
        asked = DayQuestion(today, asks_sleep, day.stress is None)
        return asked if asked.asks_sleep or asked.asks_stress else None

    def say_sleep(self, asked: DayQuestion, quality: int | None) -> None:
        """Keep how the night was, 1 to 5; None takes it back.

        Raises:
            CoreappError: it cannot be written.
        """
        record = self._days.record(asked.today)
        self._days.save(replace(record, note=replace(record.note, sleep_quality=quality)))
        self._forget_closing()

    def say_stress(self, asked: DayQuestion, stress: int | None) -> None:
        """Keep how much stress there was yesterday, 0 to 10; None takes it back.

        Raises:
            CoreappError: it cannot be written.
        """
        record = self._days.record(asked.yesterday)
        self._days.save(replace(record, note=replace(record.note, stress=stress)))
        self._forget_closing()

    def close(self, asked: DayQuestion) -> None:
        """Do not ask any more today.

        Raises:
            CoreappError: it cannot be kept.
        """
        _day, times = _closed_from(self._file.load())
        self._file.save({_DAY: asked.today.isoformat(), _TIMES: times + 1})

    def _forget_closing(self) -> None:
        if self._file.load():
            self._file.save({})

    def _is_quiet(self, today: date) -> bool:
        day, times = _closed_from(self._file.load())
        if day is None:
            return False
        quiet = QUIET_FOR if times >= TIMES_CLOSED else timedelta(days=1)
        return timedelta() <= today - day < quiet


def _hurts(pain: PainDays, today: date) -> bool:
    return any(
        (each.worst or 0) > 0 and timedelta() <= today - day <= ASKED_WITH_PAIN
        for day, each in pain.items()
    )


def _closed_from(document: Mapping[str, object]) -> tuple[date | None, int]:
    """Return when it was closed last, and how often in a row; what cannot be read is never."""
    times = document.get(_TIMES)
    if isinstance(times, int):
        with suppress(ValueError):
            return date.fromisoformat(str(document.get(_DAY))), times
    return None, 0
