"""The arguments of `programmes`, `programme` and `schedule kept`."""

from coreapp.cli import kept_command, programme_commands
from coreapp.cli.activity_parser import Commands
from coreapp.cli.arguments import whole_number
from coreapp.i18n import _

MOST_DAYS = 365


def add_programmes(commands: Commands) -> None:
    """Add the commands for programmes."""
    programmes = commands.add("programmes", _("list the programmes"))
    programmes.set_defaults(run=programme_commands.programmes)
    programme = commands.add("programme", _("show a programme, or put it into the plan"))
    programme.add_argument("id")
    into = programme.add_mutually_exclusive_group()
    into.add_argument("--days", metavar="MO,WE,FR", help=_("put it into the plan on these days"))
    into.add_argument(
        "--push",
        type=whole_number(1, MOST_DAYS),
        metavar="N",
        help=_("let the rest of it be so many days later"),
    )
    into.add_argument(
        "--go-on", action="store_true", help=_("go on from today, after days that were left out")
    )
    into.add_argument("--repeat-week", action="store_true", help=_("do this week once more"))
    into.add_argument(
        "--pause", action="store_true", help=_("take it out of the plan until “--resume”")
    )
    into.add_argument("--resume", action="store_true", help=_("go on after a pause"))
    into.add_argument("--take-out", action="store_true", help=_("take it out of the plan"))
    programme.add_argument("--at", metavar="HH:MM")
    programme.add_argument("--from", dest="start", metavar="DATE")
    programme.set_defaults(run=programme_commands.programme)


def add_kept(schedule: Commands) -> None:
    """Add the command that tells what became of the plan."""
    kept = schedule.add("kept", _("tell what became of the plan, week by week"))
    kept.add_argument("--from", dest="first", metavar="DATE")
    kept.add_argument("--to", dest="last", metavar="DATE")
    kept.set_defaults(run=kept_command.kept)
