"""A start without a command reads none of the commands, and is understood the same."""

import subprocess
import sys
from itertools import permutations

import pytest

from coreapp.cli.parser import make_parser
from coreapp.cli.window_parser import make_window_parser, names_no_command

WITHOUT_COMMAND = (
    (),
    ("--hidden",),
    ("--json",),
    ("--language", "de"),
    ("--language=nl",),
    *permutations(("--hidden", "--json", "--language=de")),
    ("--language", "nl", "--hidden"),
)


@pytest.mark.parametrize("words", WITHOUT_COMMAND, ids=" ".join)
def test_both_parsers_understand_a_start_the_same(words: tuple[str, ...]) -> None:
    assert names_no_command(words)
    assert make_window_parser().parse_args(words) == make_parser().parse_args(words)


@pytest.mark.parametrize(
    "words",
    [("log",), ("--help",), ("-h",), ("--hidden", "log"), ("--json", "de"), ("play", "--hidden")],
    ids=" ".join,
)
def test_what_is_not_known_for_sure_is_left_to_the_whole_parser(words: tuple[str, ...]) -> None:
    assert not names_no_command(words)


def test_the_window_does_not_wait_for_the_commands() -> None:
    code = (
        "import sys; from coreapp.cli import _parser_for; _parser_for(['--hidden']); "
        "sys.exit(any(name in sys.modules for name in "
        "('coreapp.cli.parser', 'coreapp.services.transfer', 'coreapp.services.report')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0
