"""Makes the parser of the commands once for each language in a process: hundreds of tests want it.

Sixty parsers are in it, and with each argparse looks on the disk for texts of its own: that takes
longer than what most commands do. To parse leaves nothing behind in it.
"""

from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from functools import lru_cache

import pytest

from coreapp import cli, i18n
from coreapp.cli.window_parser import names_no_command

ParserFor = Callable[[Sequence[str]], ArgumentParser]

make_anew: ParserFor = cli._parser_for
"""What the program itself does."""


def parser_once(make: ParserFor) -> ParserFor:
    """Return what finds the parser for some words, with a memory of what the same texts gave."""

    @lru_cache(maxsize=8)
    def made(words: Sequence[str], _language: str, _folder: object) -> ArgumentParser:
        return make(words)

    def remembered(words: Sequence[str]) -> ArgumentParser:
        alike = () if names_no_command(words) else ("exercises",)
        catalogues = i18n._current.catalogues
        return made(alike, i18n.language(), catalogues and catalogues._folder)

    return remembered


def install() -> None:
    """Let all of this process make them once; it stays so until the process ends."""
    pytest.MonkeyPatch().setattr(cli, "_parser_for", parser_once(make_anew))
