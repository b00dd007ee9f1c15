"""Where it hurt and what helped: asked in passing, kept with the day."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from coreapp.domain.day_record import PainTrigger, Relief
from coreapp.domain.pain import PainPlace
from coreapp.domain.training_log import PerformedSession
from coreapp.services.day_log import DayLog
from coreapp.services.log_days import local_start


@dataclass(frozen=True, slots=True)
class PainSaid:
    """What was said of pain after a session.

    Attributes:
        tingled: whether it came with tingling or numbness.
    """

    places: frozenset[PainPlace] = frozenset()
    triggers: frozenset[PainTrigger] = frozenset()
    tingled: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said."""
        return self == PainSaid()


class PainNotes:
    """Adds to the records of days; what was said of a day before stays."""

    def __init__(self, days: DayLog) -> None:
        self._days = days

    def keep(self, session: PerformedSession, said: PainSaid) -> None:
        """Keep what was said after a session with the day it began on.

        Raises:
            CoreappError: it cannot be written.
        """
        if said.is_empty:
            return
        record = self._days.record(local_start(session).date())
        self._days.save(
            replace(
                record,
                pain_places=record.pain_places | said.places,
                pain_triggers=record.pain_triggers | said.triggers,
                tingled=record.tingled or said.tingled,
            )
        )

    def reliefs(self, day: date) -> Mapping[Relief, int]:
        """Return what was tried on a day, and how much it helped, 0 to 3.

        Raises:
            CoreappError: the log cannot be read.
        """
        return dict(self._days.record(day).reliefs)

    def keep_reliefs(self, day: date, helped: Mapping[Relief, int]) -> None:
        """Keep what was tried on a day, instead of what was known of it.

        Raises:
            CoreappError: it cannot be written.
        """
        in_order = tuple((each, helped[each]) for each in Relief if each in helped)
        self._days.save(replace(self._days.record(day), reliefs=in_order))
