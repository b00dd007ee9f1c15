"""Where things lie: the person's data, and what ships with the program."""

import os
from dataclasses import dataclass
from pathlib import Path

APP_NAME = "coreapp"
HOME_VARIABLE = "COREAPP_HOME"
DATABASE_VARIABLE = "COREAPP_DATABASE_URL"


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one world: with `COREAPP_HOME` set, all of it lies there.

    Attributes:
        database: the log's SQLite file, or the URL of another database.
    """

    data: Path
    assets: Path
    translations: Path
    database: Path | str

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.data / "settings.json"

    @property
    def window_state(self) -> Path:
        """What windows remember."""
        return self.data / "windows.json"

    @property
    def welcome(self) -> Path:
        """How far the first start has come."""
        return self.data / "welcome.json"

    @property
    def is_new(self) -> bool:
        """Whether nobody has used this world yet: it has neither settings nor a log."""
        if not isinstance(self.database, Path):
            return False  # a log elsewhere is not looked for before the first window
        return not any(each.exists() for each in (self.database, self.settings, self.window_state))

    @property
    def small_window(self) -> Path:
        """What the small window remembers that stands in for a tray."""
        return self.data / "small_window.json"

    @property
    def offers(self) -> Path:
        """What has been offered once."""
        return self.data / "offers.json"

    @property
    def player_state(self) -> Path:
        """What the player's windows remember."""
        return self.data / "player.json"

    @property
    def sitting_state(self) -> Path:
        """Where the break engine stood when it was last heard of."""
        return self.data / "sitting.json"

    @property
    def reminders(self) -> Path:
        """Up to when a person has been reminded."""
        return self.data / "reminders.json"

    @property
    def programmes(self) -> Path:
        """What was chosen for the programmes."""
        return self.data / "programmes.json"

    @property
    def doses(self) -> Path:
        """The doses that were taken over for the next time."""
        return self.data / "doses.json"

    @property
    def questions(self) -> Path:
        """Which questions have been asked."""
        return self.data / "questions.json"

    @property
    def advice(self) -> Path:
        """What was advised, and what of it was put away."""
        return self.data / "advice.json"

    @property
    def day_questions(self) -> Path:
        """When the questions about sleep and stress were closed."""
        return self.data / "day_questions.json"

    @property
    def goals(self) -> Path:
        """The goal of the week."""
        return self.data / "goals.json"

    @property
    def own_exercises(self) -> Path:
        """The folder with a document for each exercise of one's own."""
        return self.data / "exercises"

    @property
    def own_routines(self) -> Path:
        """The folder with a document for each routine of one's own."""
        return self.data / "routines"

    @property
    def own_pictures(self) -> Path:
        """The folder with the pictures of one's own exercises."""
        return self.data / "pictures"

    @property
    def marks(self) -> Path:
        """What is liked, hidden, or not for today."""
        return self.data / "marks.json"

    @property
    def hurts(self) -> Path:
        """What hurts today."""
        return self.data / "hurts.json"

    @property
    def of_a_person(self) -> tuple[Path, ...]:
        """The files with what a person chose, apart from the log."""
        return self.settings, self.marks, self.hurts, self.doses, self.programmes, self.goals

    @property
    def told(self) -> Path:
        """What has been told once."""
        return self.data / "told.json"

    @property
    def backups(self) -> Path:
        """The folder of the safety copies that nobody named another place for."""
        return self.data / "backups"

    @property
    def log_file(self) -> Path:
        """The diagnostic log."""
        return self.data / "coreapp.log"


def find_paths() -> Paths:
    """Return the folders; the data folder is made, private to the user, when it is not there."""
    home = os.environ.get(HOME_VARIABLE)
    data = Path(home) if home else _platform_data()
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    shipped = _shipped()
    database = os.environ.get(DATABASE_VARIABLE) or data / "coreapp.db"
    return Paths(data, shipped / "assets", shipped / "translations", database)


def icon_address() -> str:
    """Return the address of our icon as a file: a desktop may not know it by its name."""
    return (_shipped() / "assets" / "icons" / "app" / "coreapp-128.png").as_uri()


def is_own_world() -> bool:
    """Tell whether this is a world apart, for a test or a second person."""
    return bool(os.environ.get(HOME_VARIABLE))


def _platform_data() -> Path:
    from platformdirs import user_data_path  # noqa: PLC0415  not needed with COREAPP_HOME

    return user_data_path(APP_NAME, appauthor=False)


def _shipped() -> Path:
    """Return what holds assets and translations: in a wheel the package, else the checkout."""
    package = Path(__file__).resolve().parent.parent
    in_wheel = package / "_data"
    return in_wheel if in_wheel.is_dir() else package.parent
