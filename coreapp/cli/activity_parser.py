"""The arguments of `activity` and `shoes`."""

from argparse import ArgumentParser
from typing import Protocol

from coreapp.cli import activity_commands
from coreapp.cli.arguments import number_between
from coreapp.domain.activity import ActivityType, Hills, Surface
from coreapp.domain.training_log import SCALE_MAX
from coreapp.i18n import _


class Commands(Protocol):
    """What commands are added to."""

    def add(self, name: str, summary: str) -> ArgumentParser:
        """Add a command with its summary."""

    def group(self, name: str, summary: str) -> "Commands":
        """Add a command that has commands of its own."""


def add_activities(commands: Commands) -> None:
    """Add the commands for runs, walks, sports and shoes."""
    activity = commands.group("activity", _("runs, walks and sports"))
    add = activity.add("add", _("enter what you did"))
    add.add_argument("type", choices=[each.value for each in ActivityType], metavar="TYPE")
    add.add_argument("--minutes", required=True, metavar="N", type=activity_commands.minutes)
    add.add_argument("--km", metavar="X", type=activity_commands.metres)
    add.add_argument("--at", metavar="T", help=_("when it began; else it has ended just now"))
    add.add_argument("--rpe", metavar="X", type=number_between(0, SCALE_MAX), help="0-10")
    add.add_argument("--shoe", metavar=_("NAME"))
    add.add_argument("--surface", choices=[each.value for each in Surface])
    add.add_argument("--hills", choices=[each.value for each in Hills])
    add.add_argument("--note", metavar=_("TEXT"))
    add.set_defaults(run=activity_commands.add)
    found = activity.add("list", _("list what you entered"))
    found.add_argument("--from", dest="first", metavar="DATE")
    found.add_argument("--to", dest="last", metavar="DATE")
    found.set_defaults(run=activity_commands.list_activities)
    remove = activity.add("remove", _("delete what you entered"))
    remove.add_argument("id")
    remove.set_defaults(run=activity_commands.remove)
    shoes = commands.add("shoes", _("list the shoes with their kilometres"))
    shoes.set_defaults(run=activity_commands.shoes)
