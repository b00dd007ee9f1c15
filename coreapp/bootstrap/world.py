"""One world: its folder and log, its language, and what looks after all of it.

Where the computer starts the program by itself, and where copies are made, nothing of the library
or of training is needed.
"""

from functools import cached_property, partial
from typing import TYPE_CHECKING

from coreapp import i18n
from coreapp.desktop.paths import Paths, is_own_world
from coreapp.desktop.system_language import system_languages, system_region
from coreapp.services.log_ports import Database
from coreapp.services.ports import Clock, Identities
from coreapp.services.preferences import Preferences
from coreapp.storage.late_database import LateDatabase
from coreapp.storage.state_file import JsonFile, set_aside

if TYPE_CHECKING:
    from coreapp.services.autostart import Autostart, AutostartOffer
    from coreapp.services.first_start import FirstStart
    from coreapp.services.lost_choices import LostChoices
    from coreapp.services.safety_copies import SafetyCopies


class World:
    """A data folder with what is in it, at a clock."""

    def __init__(self, paths: Paths, clock: Clock, database: Database | None = None) -> None:
        self.paths = paths
        self.clock = clock
        self._given = database
        self.preferences = Preferences(JsonFile(paths.settings))

    @cached_property
    def database(self) -> Database:
        """The log's database."""
        return self._given or LateDatabase(self.paths.database)

    @cached_property
    def lost_choices(self) -> "LostChoices":
        """What could not be read of what a person chose."""
        from coreapp.services.lost_choices import LostChoices  # noqa: PLC0415  late on purpose

        return LostChoices(partial(set_aside, self.paths.of_a_person), JsonFile(self.paths.told))

    @cached_property
    def safety_copies(self) -> "SafetyCopies":
        """Copies of all data, and the way back.

        Raises:
            InvalidValueError: the log is in a database that is no file.
        """
        from coreapp.desktop.sole_use import sole_use  # noqa: PLC0415  late on purpose
        from coreapp.services.safety_copies import SafetyCopies  # noqa: PLC0415
        from coreapp.storage.database import sqlite_path  # noqa: PLC0415
        from coreapp.storage.safety_archive import SafetyArchive  # noqa: PLC0415

        archive = SafetyArchive(self.paths.data, sqlite_path(self.paths.database))
        alone = partial(sole_use, self.paths.data)
        return SafetyCopies(archive, self.clock, self.paths.backups, alone)

    @cached_property
    def autostart(self) -> "Autostart":
        """Starting with the computer."""
        from coreapp.desktop.autostart import pick_autostart  # noqa: PLC0415  late on purpose

        return pick_autostart()

    @cached_property
    def autostart_offer(self) -> "AutostartOffer":
        """Offers to start with the computer, once; a world apart is not asked."""
        from coreapp.services.autostart import AutostartOffer, NoAutostart  # noqa: PLC0415

        offered = NoAutostart() if is_own_world() else self.autostart
        return AutostartOffer(offered, JsonFile(self.paths.offers))

    @cached_property
    def first_start(self) -> "FirstStart":
        """The questions of the first start."""
        from coreapp.services.first_start import FirstStart  # noqa: PLC0415  late on purpose

        file, is_new = JsonFile(self.paths.welcome), self.paths.is_new
        return FirstStart(file, self.preferences, self.clock, is_new=is_new)

    def start_example(self) -> None:
        """Open the example in a process of its own, in the language that is shown.

        Raises:
            NotNowError: it cannot be started.
        """
        from coreapp.desktop.example_start import start_example  # noqa: PLC0415  late on purpose

        start_example(i18n.language())

    def open_log(self) -> None:
        """Import, open and upgrade the log's database now, for example in a worker thread.

        Raises:
            CoreappError: it cannot be opened.
        """
        if isinstance(self.database, LateDatabase):
            self.database.open()

    def close(self) -> None:
        """Let go of the log's database."""
        if isinstance(self.database, LateDatabase):
            self.database.close()

    @property
    def new_id(self) -> Identities:
        """Makes ids."""
        return _new_id

    def use_language(self, asked: str | None = None) -> None:
        """Show everything in the language asked for, else the setting's, else the system's."""
        wanted = (asked or "", self.preferences.settings.language, *system_languages())
        found = (match for name in wanted if (match := i18n.match_language(name)))
        i18n.install(self.paths.translations, next(found, "en"), system_region())


def _new_id() -> str:
    from coreapp.storage.identities import new_id  # noqa: PLC0415  late on purpose

    return new_id()
