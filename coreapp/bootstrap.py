"""The composition root: the only place that knows concrete classes.

Everything is made when it is first asked for, so that a command pays for what it uses: SQLAlchemy
alone takes about 0.6 s to import on a two-core machine.
"""

import threading
from collections.abc import Sequence
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from coreapp import i18n
from coreapp.content.loader import load_exercises, load_routines
from coreapp.desktop.clock import SystemClock
from coreapp.desktop.paths import Paths, find_paths
from coreapp.desktop.system_language import system_languages, system_region
from coreapp.services.library import Library
from coreapp.services.ports import Clock, Database, Identities, Work
from coreapp.services.preferences import Preferences
from coreapp.storage.state_file import JsonFile

if TYPE_CHECKING:
    from coreapp.content.figures import FigureShelf
    from coreapp.services.composing import Composing
    from coreapp.services.guide import Guide
    from coreapp.services.planning import Planning
    from coreapp.services.playing import Playing
    from coreapp.services.training import TrainingLog
    from coreapp.services.transfer import Transfer
    from coreapp.storage.database import SqlDatabase


class LateDatabase:
    """The log's database, imported and opened with the first work."""

    def __init__(self, location: Path | str) -> None:
        self._location = location
        self._lock = threading.Lock()
        self._made: SqlDatabase | None = None

    @property
    def _database(self) -> "SqlDatabase":
        # A page may ask while the worker opens it: there must be one that both of them use.
        with self._lock:
            if self._made is None:
                from coreapp.storage.database import SqlDatabase  # noqa: PLC0415  late on purpose

                self._made = SqlDatabase(self._location)
            return self._made

    def open(self) -> None:
        """Import, open and upgrade now, for example in a worker thread.

        Raises:
            CoreappError: it cannot be opened.
        """
        self._database.open()

    def work(self) -> AbstractContextManager[Work]:
        """Begin a transaction."""
        return self._database.work()

    def check(self) -> Sequence[str]:
        """Return what is wrong with the stored data."""
        return self._database.check()

    def close(self) -> None:
        """Close the database if it was opened."""
        if self._made is not None:
            self._made.close()


class Services:
    """All use cases of one world, wired to the real adapters."""

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
    def library(self) -> Library:
        """Exercises and routines.

        Raises:
            ContentError: a content file does not say what it should.
        """
        exercises = load_exercises(self.paths.assets / "exercises")
        return Library(exercises, load_routines(self.paths.assets / "routines", exercises))

    @cached_property
    def guide(self) -> "Guide":
        """The articles to read.

        Raises:
            ContentError: a content file does not say what it should.
        """
        from coreapp.content.guide_files import load_articles  # noqa: PLC0415  late on purpose
        from coreapp.services.guide import Guide  # noqa: PLC0415

        library = self.library
        articles = load_articles(
            self.paths.assets / "guide",
            {each.id for each in library.exercises},
            {each.id for each in library.routines},
        )
        return Guide(articles, self.preferences, system_region())

    @cached_property
    def figures(self) -> "FigureShelf":
        """How the exercises look."""
        from coreapp.content.figures import FigureShelf  # noqa: PLC0415  late on purpose

        assets = self.paths.assets
        return FigureShelf(assets / "exercises", assets / "figures" / "poses.toml")

    @cached_property
    def playing(self) -> "Playing":
        """Guided sessions."""
        from coreapp.services.playing import Playing  # noqa: PLC0415  late on purpose

        return Playing(self.library, self.database, self.clock, _new_id)

    @cached_property
    def composing(self) -> "Composing":
        """Routines for the minutes there are."""
        from coreapp.services.composing import Composing  # noqa: PLC0415  late on purpose

        return Composing(self.library, self.database, self.clock)

    @cached_property
    def planning(self) -> "Planning":
        """The plan."""
        from coreapp.services.planning import Planning  # noqa: PLC0415  late on purpose

        return Planning(self.library, self.database, self.clock, _new_id)

    @cached_property
    def training(self) -> "TrainingLog":
        """The log."""
        from coreapp.services.training import TrainingLog  # noqa: PLC0415  late on purpose

        return TrainingLog(self.database, self.clock)

    @cached_property
    def transfer(self) -> "Transfer":
        """Export and import."""
        from coreapp.services.transfer import Transfer  # noqa: PLC0415  late on purpose

        return Transfer(self.database)

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


def build_services(clock: Clock | None = None) -> Services:
    """Return the services of the data folder that the environment names."""
    return Services(find_paths(), clock or SystemClock())


def _new_id() -> str:
    from coreapp.storage.identities import new_id  # noqa: PLC0415  late on purpose

    return new_id()
