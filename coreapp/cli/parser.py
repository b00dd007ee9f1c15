"""The commands and their arguments."""

from argparse import ArgumentParser

from coreapp.cli import (
    break_commands,
    compose_command,
    data_commands,
    figure_commands,
    guide_commands,
    library_commands,
    plan_commands,
    program_commands,
    progress_commands,
    routine_commands,
    transfer_commands,
)
from coreapp.cli.activity_parser import add_activities
from coreapp.cli.arguments import THEMES, file, number_between, number_up_to, whole_number
from coreapp.cli.programme_parser import add_kept, add_programmes
from coreapp.cli.tour_parser import add_tour_arguments
from coreapp.cli.window_parser import common_arguments, make_window_parser
from coreapp.domain.vocabulary import AREAS
from coreapp.domain.wish import (
    FOCUS_AREAS,
    LEAST_MINUTES,
    LEVELS,
    MAT,
    MOST_MINUTES,
    WHOLE_BODY,
    WISH_PLACES,
)
from coreapp.i18n import _

MOST_OCCURRENCES = 1000
FASTEST = 100_000
MOST_SNOOZE = 1440
POSTURES = ("sitting", "standing", "away")
MOST_SEED = 999_999_999


def make_parser() -> ArgumentParser:
    """Return the parser; each command sets `run` to what carries it out."""
    parser = make_window_parser()
    commands = _Commands(parser, common_arguments())
    _add_library(commands)
    _add_playing(commands)
    _add_plan(commands)
    _add_breaks(commands)
    _add_data(commands)
    _add_progress(commands)
    return parser


class _Commands:
    """Adds commands that all take the common arguments.

    They share them: one parser for each command would take as long as everything else together.
    """

    def __init__(
        self, parser: ArgumentParser, common: ArgumentParser, *, required: bool = False
    ) -> None:
        self._common = common
        self._commands = parser.add_subparsers(
            metavar=_("COMMAND"), title=_("commands"), required=required
        )

    def add(self, name: str, summary: str) -> ArgumentParser:
        """Add a command with its summary."""
        return self._commands.add_parser(
            name, parents=[self._common], help=summary, description=summary
        )

    def group(self, name: str, summary: str) -> "_Commands":
        """Add a command that has commands of its own."""
        return _Commands(self.add(name, summary), self._common, required=True)


def _add_library(commands: _Commands) -> None:
    exercises = commands.add("exercises", _("list the exercises"))
    exercises.add_argument("--search", metavar="WORD", default="", help=_("in any language"))
    exercises.set_defaults(run=library_commands.exercises)
    exercise = commands.add("exercise", _("show one exercise"))
    exercise.add_argument("id")
    exercise.set_defaults(run=library_commands.exercise)
    _add_figure(commands)
    routines = commands.add("routines", _("list the routines"))
    routines.add_argument(
        "--add", type=file, metavar="FILE", help=_("take in a routine that somebody shared")
    )
    routines.set_defaults(run=routine_commands.routines)
    _add_routine(commands)
    timeline = commands.add("timeline", _("show a routine phase by phase"))
    timeline.add_argument("routine")
    timeline.set_defaults(run=library_commands.timeline)
    _add_compose(commands)
    add_programmes(commands)
    guide = commands.add("guide", _("list the articles of the guide, or show one"))
    guide.add_argument("id", nargs="?", default="")
    guide.set_defaults(run=guide_commands.guide)


def _add_routine(commands: _Commands) -> None:
    routine = commands.add("routine", _("show one routine, duplicate it or share it"))
    routine.add_argument("id")
    doings = routine.add_mutually_exclusive_group()
    doings.add_argument(
        "--duplicate", action="store_true", help=_("make a copy of your own, to be changed")
    )
    doings.add_argument(
        "--share", type=file, metavar="FILE", help=_("write a routine of your own into a file")
    )
    routine.set_defaults(run=routine_commands.routine)


def _add_compose(commands: _Commands) -> None:
    compose = commands.add("compose", _("make a routine for the minutes there are"))
    minutes = whole_number(LEAST_MINUTES, MOST_MINUTES)
    compose.add_argument("--minutes", type=minutes, required=True)
    compose.add_argument("--place", choices=WISH_PLACES, default=MAT)
    compose.add_argument("--area", choices=AREAS, default=WHOLE_BODY)
    compose.add_argument("--level", type=whole_number(LEVELS[0], LEVELS[-1]), default=2)
    compose.add_argument(
        "--not-today",
        choices=FOCUS_AREAS,
        action="append",
        default=[],
        help=_("an area to spare; may be given again"),
    )
    compose.add_argument(
        "--seed", type=whole_number(0, MOST_SEED), help=_("the same seed, the same routine")
    )
    compose.set_defaults(run=compose_command.compose)


def _add_figure(commands: _Commands) -> None:
    figure = commands.add("figure", _("show how an exercise looks: in numbers, or as a picture"))
    figure.add_argument("id")
    figure.add_argument(
        "--at", type=number_between(0, 1), metavar="0..1", help=_("the moment of the movement")
    )
    figure.add_argument("--side", choices=("left", "right"))
    figure.add_argument("--level", default="", help=_("such as L1"))
    figure.add_argument(
        "--camera",
        type=figure_commands.camera,
        metavar=_("AZ,EL"),
        help=_("degrees around the figure and above it"),
    )
    figure.add_argument(
        "--size", type=figure_commands.size, default=(640, 640), metavar=_("PIXELS")
    )
    figure.add_argument("--theme", choices=THEMES, default="light")
    figure.add_argument("--muscles", action="store_true", help=_("colour the muscles"))
    figure.add_argument("--arrows", action="store_true", help=_("draw the way into the pose"))
    for ending in ("png", "svg", "pdf"):
        figure.add_argument(f"--{ending}", type=file, metavar=_("FILE"))
    figure.set_defaults(run=figure_commands.figure)


def _add_playing(commands: _Commands) -> None:
    play = commands.add("play", _("play a routine"))
    play.add_argument("routine")
    play.add_argument("--terminal", action="store_true", help=_("here instead of in a window"))
    play.add_argument(
        "--speed", type=number_up_to(FASTEST), default=1.0, help=_("the clock runs N times as fast")
    )
    play.set_defaults(run=program_commands.play)
    example = commands.add("example", _("open the window with example data, to look around"))
    example.set_defaults(run=program_commands.example)
    tour = commands.add("tour", _("drive the real windows and save a picture of each"))
    add_tour_arguments(tour)
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
    following.add_argument("--count", type=whole_number(1, MOST_OCCURRENCES), default=10)
    following.set_defaults(run=plan_commands.following)
    add_kept(schedule)


def _add_breaks(commands: _Commands) -> None:
    breaks = commands.group("breaks", _("the sitting breaks"))
    for name, run, summary in (
        ("status", break_commands.status, _("tell where sitting stands")),
        ("now", break_commands.take_now, _("begin the break now")),
        ("exercise", break_commands.exercise, _("begin the exercise that a break offers")),
        ("routine", break_commands.routine, _("begin the routine that a break offers")),
        ("stood", break_commands.already_stood, _("count a break that you have taken already")),
        ("resume", break_commands.resume, _("end the pause")),
    ):
        breaks.add(name, summary).set_defaults(run=run)
    snooze = breaks.add("snooze", _("put the open break off"))
    snooze.add_argument("--minutes", metavar="N", type=number_up_to(MOST_SNOOZE))
    snooze.set_defaults(run=break_commands.snooze)
    skip = breaks.add("skip", _("let the open break go"))
    skip.add_argument("--reason", metavar=_("TEXT"))
    skip.set_defaults(run=break_commands.skip)
    pause = breaks.add("pause", _("hold all breaks back, until “resume” if nothing is said"))
    lengths = pause.add_mutually_exclusive_group()
    lengths.add_argument("--for", dest="length", metavar="1h30m", help=_("so long"))
    lengths.add_argument("--until", metavar="HH:MM", help=_("a time, “tomorrow”, or a date"))
    pause.set_defaults(run=break_commands.pause)
    posture = breaks.add("posture", _("say that you sit, stand or go away"))
    posture.add_argument("posture", choices=POSTURES)
    posture.set_defaults(run=break_commands.change_posture)
    simulate = breaks.add("simulate", _("play a scripted day through the real engine"))
    simulate.add_argument("script", type=file)
    simulate.set_defaults(run=break_commands.simulate_script)


def _add_progress(commands: _Commands) -> None:
    progress = commands.add("progress", _("show your progress in figures"))
    ranges = progress_commands.RANGES
    progress.add_argument(
        "--range", choices=ranges, default=ranges[0], help=_("how far back to look")
    )
    progress.add_argument(
        "--panel", choices=progress_commands.PANELS, help=_("one table instead of all")
    )
    progress.set_defaults(run=progress_commands.progress)


def _add_data(commands: _Commands) -> None:
    log = commands.add("log", _("show what was done"))
    log.add_argument("--from", dest="first", metavar="DATE")
    log.add_argument("--to", dest="last", metavar="DATE")
    log.set_defaults(run=data_commands.log)
    add_activities(commands)
    export = commands.add("export", _("write the log and the plan into a file"))
    export.add_argument("file", type=file)
    export.add_argument(
        "--with-presence", action="store_true", help=_("also when you sat and were away")
    )
    export.add_argument("--from", dest="first", metavar="DATE", help=_("of a report (.pdf)"))
    export.add_argument("--to", dest="last", metavar="DATE", help=_("of a report (.pdf)"))
    export.set_defaults(run=transfer_commands.export)
    bring_in = commands.add("import", _("bring in a file that was exported"))
    bring_in.add_argument("file", type=file)
    bring_in.add_argument(
        "--dry-run", action="store_true", help=_("only tell what it would change")
    )
    bring_in.set_defaults(run=transfer_commands.bring_in)
    backup = commands.add("backup", _("make a safety copy of everything"))
    backup.add_argument("file", nargs="?", type=file, metavar=_("FILE"))
    backup.set_defaults(run=data_commands.backup)
    restore = commands.add("restore", _("put a safety copy in the place of everything here"))
    restore.add_argument("file", type=file, metavar=_("FILE"))
    restore.set_defaults(run=data_commands.restore)
    check = commands.add("check", _("check that all data is sound"))
    check.set_defaults(run=data_commands.check)
