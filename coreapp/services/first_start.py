"""The first start: what is asked once, kept step by step, and what is suggested at its end.

Everything that was answered stands at once where the settings have it, so whoever leaves in the
middle loses nothing and is not asked again.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from coreapp.domain.first_answers import (
    AT_THE_DESK,
    FirstAnswers,
    HealthAnswer,
    Step,
    Whereabouts,
    answers_from,
)
from coreapp.domain.schedule import EntryDraft
from coreapp.domain.settings import BreakPlace, Settings
from coreapp.domain.sitting.hours import MINUTES_A_DAY, WEEKDAYS
from coreapp.services.ports import Clock, StateFile
from coreapp.services.preferences import Preferences

EVENING: Final = time(18, 0)
"""When a suggested session is planned: after work, and before it is late."""

DAYS_TO_ASK: Final = 7
"""So many days later is planned what a doctor or midwife is asked about first."""

_NINE, _FIVE = time(9, 0), time(17, 0)


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """Working hours in their simplest form: the same on some days of the week.

    Attributes:
        days: of `WEEKDAYS`.
        end: before or at `start` it is on the next day.
    """

    days: tuple[str, ...]
    start: time
    end: time


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What to begin with.

    Attributes:
        routine: its id.
        day: on which it would be planned.
        at: when on that day.
        ask_first: a doctor or midwife is to be asked before.
        is_break: it is done at the desk, and comes again by itself with the sitting breaks.
    """

    routine: str
    day: date
    ask_first: bool
    is_break: bool
    at: time = EVENING

    def draft(self, title: str, zone: str) -> EntryDraft:
        """Return it as one session of the plan, called `title`."""
        at, day = self.at.isoformat("minutes"), self.day.isoformat()
        return EntryDraft(title, self.routine, "FREQ=DAILY;COUNT=1", at, day, zone)


class FirstStart:
    """Asks five things once; what was answered is kept in a file and in the settings."""

    def __init__(
        self, file: StateFile, preferences: Preferences, clock: Clock, *, is_new: bool
    ) -> None:
        """Read how far it has come.

        Args:
            file: keeps the answers.
            preferences: get what is a setting.
            clock: tells today and whether it is within the working hours.
            is_new: nobody has used this data folder yet.
        """
        self._file = file
        self._preferences = preferences
        self._clock = clock
        document = file.load()
        self._listeners: list[Callable[[], None]] = []
        self._answers = answers_from(document) if document else FirstAnswers(over=not is_new)

    @property
    def answers(self) -> FirstAnswers:
        """How far it has come, and what was answered."""
        return self._answers

    @property
    def is_wanted(self) -> bool:
        """Whether the questions are to be shown when the window opens."""
        return not self._answers.over

    def expect(self) -> None:
        """Remember that they are still to come: a program that starts hidden shows nothing.

        Raises:
            CoreappError: it cannot be kept.
        """
        if self.is_wanted:
            self._keep(self._answers)

    def begin_again(self) -> None:
        """Show all questions once more, with what was answered.

        Raises:
            CoreappError: it cannot be kept.
        """
        self._keep(replace(self._answers, over=False, step=Step.LANGUAGE))

    def go(self, way: int) -> Step:
        """Go on to the next question, or back with a `way` of -1; return the one that is on.

        Raises:
            CoreappError: it cannot be kept.
        """
        self._keep(self._answers.follow(way))
        return self._answers.step

    def finish(self) -> None:
        """Ask nothing more.

        Raises:
            CoreappError: it cannot be kept.
        """
        self._keep(replace(self._answers, over=True))

    def choose_language(self, language: str) -> Settings:
        """Speak a language, as the settings would; return them.

        Raises:
            CoreappError: it cannot be kept.
        """
        return self._preferences.change({"language": language})

    def choose_place(self, place: Whereabouts) -> Settings:
        """Take over where somebody moves; return the settings.

        At both places the desk is one in an office: a break there must not offer the floor.

        Raises:
            CoreappError: it cannot be kept.
        """
        desk = BreakPlace.HOME if place is Whereabouts.HOME else BreakPlace.OFFICE
        settings = self._preferences.change({"break_place": desk.value})
        self._keep(replace(self._answers, place=place))
        return settings

    def hours(self) -> OfficeHours:
        """Return the working hours as they are set, from the first range of the first such day."""
        days = self._preferences.settings.breaks.working_hours.days
        worked = [name for name, ranges in zip(WEEKDAYS, days, strict=True) if ranges]
        if not worked:
            return OfficeHours((), _NINE, _FIVE)
        ranges = days[WEEKDAYS.index(worked[0])]
        return OfficeHours(tuple(worked), _time_of(ranges[0].start), _time_of(ranges[-1].end))

    def choose_hours(self, hours: OfficeHours) -> Settings:
        """Take over working hours; return the settings.

        Raises:
            InvalidValueError: they begin when they end.
            CoreappError: it cannot be kept.
        """
        written = f"{hours.start.isoformat('minutes')}-{hours.end.isoformat('minutes')}"
        week = {day: [written] for day in WEEKDAYS if day in hours.days}
        return self._preferences.change({"breaks": {"working_hours": week}})

    def answer_health(self, answer: HealthAnswer) -> None:
        """Keep what was said to the question whether a doctor is to be asked first.

        Raises:
            CoreappError: it cannot be kept.
        """
        self._keep(replace(self._answers, health=answer))
        for told in self._listeners:
            told()

    def set_ask_first(self, *, wanted: bool) -> None:
        """Say that a doctor or midwife is still to be asked, or no more.

        Raises:
            CoreappError: it cannot be kept.
        """
        if wanted:
            self.answer_health(HealthAnswer.YES)
        elif self._answers.asks_first:
            self.answer_health(HealthAnswer.SETTLED)

    def listen(self, listener: Callable[[], None]) -> None:
        """Tell somebody from now on when the question of health has another answer."""
        self._listeners.append(listener)

    def suggestion(self) -> Suggestion:
        """Return what to begin with, for the place and what was said."""
        now = self._clock.reading().utc
        zone = ZoneInfo(self._clock.zone())
        asks = self._answers.asks_first
        routine = self._answers.suggestion(at_the_desk=self._is_at_work(now, zone))
        day = now.astimezone(zone).date() + timedelta(days=DAYS_TO_ASK if asks else 1)
        return Suggestion(routine, day, asks, routine == AT_THE_DESK)

    def draft(self, title: str) -> EntryDraft:
        """Return the suggestion as one session of the plan, called `title`."""
        return self.suggestion().draft(title, self._clock.zone())

    def _is_at_work(self, now: datetime, zone: ZoneInfo) -> bool:
        hours = self._preferences.settings.breaks
        return hours.working_hours.state_at(now, zone, hours.days_off)[0]

    def _keep(self, answers: FirstAnswers) -> None:
        if answers != self._answers or not self._file.load():
            self._file.save(answers.to_mapping())
            self._answers = answers


def _time_of(minute: int) -> time:
    hours, minutes = divmod(minute % MINUTES_A_DAY, 60)
    return time(hours, minutes)
