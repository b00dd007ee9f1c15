"""The commands and their arguments."""

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import NoReturn

from coreapp import __version__
from coreapp.cli import (
    break_commands,
    data_commands,
    library_commands,
    plan_commands,
    program_commands,
)
from coreapp.i18n import LANGUAGES, _


class OneLineParser(ArgumentParser):
    """A parser whose complaint is one line, as all our errors are."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where there is help, and exit with 2."""
        hint = _("See {command} --help.").format(command=self.prog)
        self.exit(2, f"coreapp: {message}. {hint}\n")


def make_parser() -> ArgumentParser:
    """Return the parser; each command sets `run` to what carries it out."""
    common = ArgumentParser(add_help=False)
    common.add_argument("--language", choices=LANGUAGES, help=_("the language of texts"))
    common.add_argument("--json", action="store_true", help=_("print for programs"))
    parser = OneLineParser(
        prog="coreapp",
        description=_("Guided core exercise and sitting breaks."),
        parents=[common],
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"coreapp {__version__}")
    parser.add_argument("--hidden", action="store_true", help=_("start in the tray"))
    parser.set_defaults(run=program_commands.run_window, play=None)
    commands = _Commands(parser, common)
    _add_library(commands)
    _add_playing(commands)
    _add_plan(commands)
    _add_breaks(commands)
    _add_data(commands)
    return parser


class _Commands:
    """Adds commands that all take the common arguments."""

    def __init__(self, parser: ArgumentParser, common: ArgumentParser) -> None:
        # Without SUPPRESS a command's own default would undo what stood before the command.
        for action in common._actions:  # noqa: SLF001  argparse offers no other way
            action.default = "==SUPPRESS=="
        parser.set_defaults(language=None, json=False)
        self._common = common
        self._commands = parser.add_subparsers(metavar="COMMAND", title=_("commands"))

    def add(self, name: str, summary: str) -> ArgumentParser:
        """Add a command with its summary."""
        return self._commands.add_parser(
            name, parents=[self._common], help=summary, description=summary, allow_abbrev=False
        )

    def group(self, name: str, summary: str) -> "_Commands":
        """Add a command that has commands of its own."""
        return _Commands(self.add(name, summary), self._common)


def _add_library(commands: _Commands) -> None:
    exercises = commands.add("exercises", _("list the exercises"))
    exercises.add_argument("--search", metavar="WORD", default="", help=_("in any language"))
    exercises.set_defaults(run=library_commands.exercises)
    exercise = commands.add("exercise", _("show one exercise"))
    exercise.add_argument("id")
    exercise.set_defaults(run=library_commands.exercise)
    routines = commands.add("routines", _("list the routines"))
    routines.set_defaults(run=library_commands.routines)
    timeline = commands.add("timeline", _("show a routine phase by phase"))
    timeline.add_argument("routine")
    timeline.set_defaults(run=library_commands.timeline)


def _add_playing(commands: _Commands) -> None:
    play = commands.add("play", _("play a routine"))
    play.add_argument("routine")
    play.add_argument("--terminal", action="store_true", help=_("here instead of in a window"))
    play.add_argument("--speed", type=_speed, default=1.0, help=_("the clock runs N times as fast"))
    play.set_defaults(run=program_commands.play)
    tour = commands.add("tour", _("drive the real windows and save a picture of each"))
    tour.add_argument("folder", type=Path)
    tour.add_argument("--theme", choices=("light", "dark"), default="light")
    tour.set_defaults(run=program_commands.tour)


def _add_plan(commands: _Commands) -> None:
    schedule = commands.group("schedule", _("the plan"))
    add = schedule.add("add", _("plan a routine again and again"))
    add.add_argument("routine")
    add.add_argument("--rrule", required=True, metavar="RULE", help="FREQ=WEEKLY;BYDAY=MO,WE,FR")
    add.add_argument("--at", required=True, metavar="HH:MM")
    add.add_argument("--from", dest="start", metavar="DATE")
    add.add_argument("--zone")
    add.add_argument("--title")
    add.set_defaults(run=plan_commands.add)
    schedule.add("list", _("list what is planned")).set_defaults(run=plan_commands.list_entries)
    remove = schedule.add("remove", _("take an entry out of the plan"))
    remove.add_argument("id")
    remove.set_defaults(run=plan_commands.remove)
    move = schedule.add("move", _("move one occurrence alone"))
    move.add_argument("id")
    move.add_argument("date")
    move.add_argument("--to", required=True, metavar="DATETIME")
    move.set_defaults(run=plan_commands.move)
    skip = schedule.add("skip", _("leave out one occurrence alone"))
    skip.add_argument("id")
    skip.add_argument("date")
    skip.set_defaults(run=plan_commands.skip)
    following = schedule.add("next", _("show the next occurrences"))
    following.add_argument("--from", dest="start", metavar="T")
    following.add_argument("--count", type=_count, default=10)
    following.set_defaults(run=plan_commands.following)


def _add_breaks(commands: _Commands) -> None:
    breaks = commands.group("breaks", _("the sitting breaks"))
    simulate = breaks.add("simulate", _("play a scripted day through the real engine"))
    simulate.add_argument("script", type=Path)
    simulate.set_defaults(run=break_commands.simulate_script)


def _add_data(commands: _Commands) -> None:
    log = commands.add("log", _("show what was done"))
    log.add_argument("--from", dest="first", metavar="DATE")
    log.add_argument("--to", dest="last", metavar="DATE")
    log.set_defaults(run=data_commands.log)
    export = commands.add("export", _("write the log and the plan into a file"))
    export.add_argument("file", type=Path)
    export.add_argument(
        "--with-presence", action="store_true", help=_("also when you sat and were away")
    )
    export.set_defaults(run=data_commands.export)
    bring_in = commands.add("import", _("bring in a file that was exported"))
    bring_in.add_argument("file", type=Path)
    bring_in.set_defaults(run=data_commands.bring_in)
    check = commands.add("check", _("check that all data is sound"))
    check.set_defaults(run=data_commands.check)


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 1000:
        raise ArgumentTypeError(_("give a whole number from 1 to 1000"))
    return int(text)


def _speed(text: str) -> float:
    try:
        speed = float(text)
    except ValueError:
        speed = 0
    if not 0 < speed <= 100_000:
        raise ArgumentTypeError(_("give a number above 0"))
    return speed
