"""A start without a command reads none of the commands, and is understood the same."""

from itertools import permutations

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


def test_both_parsers_understand_a_start_the_same() -> None:
    window, whole = make_window_parser(), make_parser()
    for words in WITHOUT_COMMAND:
        assert names_no_command(words), words
        assert window.parse_args(words) == whole.parse_args(words), words


def test_what_is_not_known_for_sure_is_left_to_the_whole_parser() -> None:
    alone = (("log",), ("--help",), ("-h",))
    starts = (*alone, ("--hidden", "log"), ("--json", "de"), ("play", "--hidden"))

    assert [words for words in starts if names_no_command(words)] == []
