"""The example: a world that is made up when its log is opened, beside one's own."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from coreapp.bootstrap import Services
from coreapp.domain.settings import Settings
from coreapp.domain.sitting.hours import WEEKDAYS
from coreapp.services.autostart import Autostart, AutostartOffer, NoAutostart
from coreapp.services.example_desk import live_through
from coreapp.services.example_log import COURSE, ExampleMaker, desk_begins, desk_ends
from coreapp.services.presence_log import as_break_span
from coreapp.services.sitting_breaks import ENGINE_STATE
from coreapp.storage.state_file import JsonFile

TAKEN_OVER: Final = ("language", "region", "theme", "text_percent", "reduced_motion")
"""The settings of one's own that the example begins with."""

_AN_EVENING: Final = timedelta(hours=2)


class ExampleServices(Services):
    """All use cases of an example; what reaches beyond its folder is not there."""

    @cached_property
    def autostart(self) -> Autostart:
        """Nothing: it would be one's own program that starts with the computer."""
        return NoAutostart()

    @cached_property
    def autostart_offer(self) -> AutostartOffer:
        """Nothing to offer."""
        return AutostartOffer(self.autostart, JsonFile(self.paths.offers))

    def open_log(self) -> None:
        """Open the log and fill it.

        Raises:
            CoreappError: it cannot be written.
        """
        super().open_log()
        breaks, zone = self.settings().breaks, self.clock.zone()
        now = self.clock.reading().utc
        course = self.programmes.programme(COURSE)
        maker = ExampleMaker(self.library, self.new_id, now, zone)
        log = maker.make(breaks, (course, self.programmes.untouched(course)))
        today = live_through(breaks, zone, desk_begins(now, zone), desk_ends(now, zone), now)
        with self.database.work() as work:
            log.store(work)
            work.spans.add([as_break_span(self.new_id(), each, zone) for each in today.spans])
        JsonFile(self.paths.sitting_state).save({ENGINE_STATE: today.engine})


def make_example(own: Services, folder: Path) -> ExampleServices:
    """Return an example in a folder that looks like one's own program.

    Args:
        own: of the one that is looked like; nothing of it is changed.
        folder: empty.

    Raises:
        CoreappError: the settings cannot be written.
    """
    paths = replace(own.paths, data=folder, database=folder / "coreapp.db")
    services = ExampleServices(paths, own.clock)
    mine = own.preferences.settings.to_mapping()
    services.preferences.change(
        {
            **{name: mine[name] for name in TAKEN_OVER},
            "reminders": False,
            "breaks": {"working_hours": _hours_with_today(services)},
        }
    )
    return services


def _hours_with_today(services: Services) -> Mapping[str, object]:
    """Return the usual working hours, and today's around now: there is a day to be seen."""
    now, zone = services.clock.reading().utc, services.clock.zone()
    here = ZoneInfo(zone)
    begins = desk_begins(now, zone).astimezone(here)
    ends = max(desk_ends(now, zone), now + _AN_EVENING).astimezone(here)
    usual = Settings().breaks.to_mapping()["working_hours"]
    week = dict(usual) if isinstance(usual, Mapping) else {}
    return week | {WEEKDAYS[begins.weekday()]: [f"{begins:%H:%M}-{ends:%H:%M}"]}
