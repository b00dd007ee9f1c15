"""The use cases of the plan and its programmes, wired to the real adapters.

As in the package above, everything is made when it is first asked for.
"""

from abc import ABC, abstractmethod
from functools import cached_property
from typing import TYPE_CHECKING

from coreapp.bootstrap.world import World
from coreapp.services.library import Library, NamedRoutine
from coreapp.storage.state_file import JsonFile

if TYPE_CHECKING:
    from coreapp.domain.programme import Programme
    from coreapp.domain.settings import Settings
    from coreapp.services.adherence import AdherenceReader
    from coreapp.services.day_marks import DayMarks
    from coreapp.services.plan_breaks import PlanBreaks
    from coreapp.services.plan_calendar import PlanCalendar
    from coreapp.services.plan_changes import PlanChanges
    from coreapp.services.plan_fit import PlanFit
    from coreapp.services.planning import Planning
    from coreapp.services.programme_series import ProgrammeSeries
    from coreapp.services.programme_shelf import ProgrammeShelf
    from coreapp.services.programme_shifts import ProgrammeShifts
    from coreapp.services.programmes import Programmes


class Plans(World, ABC):
    """A world with a plan; `Records` adds what is done and written down."""

    @property
    @abstractmethod
    def library(self) -> Library:
        """Exercises and routines."""

    def settings(self) -> "Settings":
        """Return the settings as they are now."""
        return self.preferences.settings

    @cached_property
    def planning(self) -> "Planning":
        """The plan."""
        from coreapp.services.planning import Planning  # noqa: PLC0415  late on purpose

        series = self._programme_series
        return Planning(self.library, self.database, self.clock, self.new_id, series=series)

    @cached_property
    def plan_calendar(self) -> "PlanCalendar":
        """The plan and the log as days of a calendar."""
        from coreapp.services.plan_calendar import PlanCalendar  # noqa: PLC0415  late on purpose

        return PlanCalendar(self.library, self.planning, self.database, self.clock)

    @cached_property
    def plan_changes(self) -> "PlanChanges":
        """Moving, skipping and editing what is planned."""
        from coreapp.services.plan_changes import PlanChanges  # noqa: PLC0415  late on purpose

        return PlanChanges(self.library, self.database, self.new_id)

    @cached_property
    def day_marks(self) -> "DayMarks":
        """Days of rest, of being ill, of travel, and easy ones."""
        from coreapp.services.day_marks import DayMarks  # noqa: PLC0415  late on purpose

        return DayMarks(self.database)

    @cached_property
    def plan_breaks(self) -> "PlanBreaks":
        """Portions of what is planned for today, for the breaks."""
        from coreapp.services.plan_breaks import PlanBreaks  # noqa: PLC0415  late on purpose

        return PlanBreaks(self.library, self.planning, self.database, self.settings)

    @cached_property
    def programmes(self) -> "Programmes":
        """Weeks of planned sessions."""
        from coreapp.services.programmes import Programmes  # noqa: PLC0415  late on purpose

        return Programmes(
            shelf=self._programme_shelf,
            library=self.library,
            planning=self.planning,
            database=self.database,
            clock=self.clock,
        )

    @cached_property
    def programme_shifts(self) -> "ProgrammeShifts":
        """Programmes in the plan."""
        from coreapp.services.programme_shifts import (  # noqa: PLC0415  late on purpose
            ProgrammeShifts,
        )

        return ProgrammeShifts(
            programmes=self.programmes,
            shelf=self._programme_shelf,
            planning=self.planning,
            database=self.database,
            clock=self.clock,
            new_id=self.new_id,
        )

    @cached_property
    def adherence(self) -> "AdherenceReader":
        """What became of the plan."""
        from coreapp.services.adherence import AdherenceReader  # noqa: PLC0415  late on purpose

        return AdherenceReader(self.database, self.clock, self._programme_series)

    @cached_property
    def plan_fit(self) -> "PlanFit":
        """Which planned session something may have been."""
        from coreapp.services.plan_fit import PlanFit  # noqa: PLC0415  late on purpose

        return PlanFit(self.planning, self.clock)

    def _is_planned(self, routine: str) -> bool:
        return any(entry.routine == routine for entry in self.planning.entries())

    @cached_property
    def _programme_series(self) -> "ProgrammeSeries":
        from coreapp.services.programme_series import (  # noqa: PLC0415  late on purpose
            ProgrammeSeries,
        )

        return ProgrammeSeries(self._programme_shelf, self.clock)

    @cached_property
    def _programme_shelf(self) -> "ProgrammeShelf":
        from coreapp.services.programme_shelf import (  # noqa: PLC0415  late on purpose
            ProgrammeShelf,
        )

        return ProgrammeShelf(self._load_programmes, JsonFile(self.paths.programmes), self.clock)

    def _programme_session(self, identity: str) -> NamedRoutine | None:
        return self._programme_shelf.find(identity)

    def _load_programmes(self) -> "dict[str, Programme]":
        from coreapp.content.programme_files import load_programmes  # noqa: PLC0415  see above

        library = self.library
        return load_programmes(
            self.paths.assets / "programmes",
            {each.id: each for each in library.exercises},
            {each.id for each in library.routines},
        )
