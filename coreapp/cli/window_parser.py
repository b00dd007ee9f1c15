"""The parser of a start without a command, which opens the window.

Commands import whatever they need, reports and tables among it: 76 modules, which a window that is
to be there at once does not wait for.
"""

from argparse import SUPPRESS
from collections.abc import Sequence
from itertools import pairwise

from coreapp import __version__
from coreapp.cli import program_commands
from coreapp.cli.arguments import OneLineParser
from coreapp.i18n import LANGUAGES, _

LANGUAGE = "--language"

_WORDS = {"--hidden", "--version", "--json", LANGUAGE}


def names_no_command(words: Sequence[str]) -> bool:
    """Whether the words are known to `make_window_parser`; in doubt they are not."""
    return all(
        word in _WORDS or word.startswith(f"{LANGUAGE}=") or before == LANGUAGE
        for before, word in pairwise(("", *words))
    )


def make_window_parser() -> OneLineParser:
    """Return the parser without its commands."""
    parser = OneLineParser(
        prog="coreapp",
        description=_("Guided core exercise and sitting breaks."),
        epilog=_("Without a command the window opens."),
        parents=[common_arguments(language=None, json=False)],
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"coreapp {__version__}",
        help=_("show the program's version"),
    )
    parser.add_argument("--hidden", action="store_true", help=_("start in the tray"))
    parser.set_defaults(run=program_commands.run_window)
    return parser


def common_arguments(**defaults: object) -> OneLineParser:
    """Return the arguments that every command takes.

    Without defaults nothing is set where they are not given: a command's own default would undo
    what stood before the command.
    """
    common = OneLineParser(add_help=False, argument_default=SUPPRESS)
    common.add_argument(LANGUAGE, choices=LANGUAGES, help=_("the language of texts"))
    common.add_argument("--json", action="store_true", help=_("print for programs"))
    common.set_defaults(**defaults)
    return common
