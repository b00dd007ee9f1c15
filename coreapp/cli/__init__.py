"""The command line: every command prints for people, and with `--json` for programs.

Errors go to stderr as one line: exit 2 for wrong use, 1 for a failure.
"""

import contextlib
import logging
import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from itertools import pairwise

from coreapp.bootstrap import Services, build_services
from coreapp.cli.window_parser import LANGUAGE, make_window_parser, names_no_command
from coreapp.desktop.logs import log_to
from coreapp.desktop.paths import find_paths
from coreapp.domain.errors import CoreappError
from coreapp.i18n import _
from coreapp.services.explanations import explain

FAILED, WRONG_USE, BROKEN_OFF = 1, 2, 130
"""Exit codes; 130 is what shells expect of a program that was ended by Ctrl C."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    with _no_diagnostics_on_the_terminal():
        return _run(words)


def _run(words: Sequence[str]) -> int:
    try:
        with contextlib.closing(build_services()) as services:
            code = _carry_out(services, words)
        sys.stdout.flush()
    except CoreappError as error:
        code = _fail(explain(error))
    except BrokenPipeError:
        # The reader of our output has gone (`coreapp log | head`): nothing is left to say.
        _drop_output()
        code = FAILED
    except OSError as error:
        _drop_output()
        reason = error.strerror or str(error)
        code = _fail(f"{error.filename}: {reason}" if error.filename else reason)
    except KeyboardInterrupt:
        code = BROKEN_OFF
    except Exception as error:
        # A word that is no text can fail anywhere, and is no bug.
        if isinstance(error, UnicodeEncodeError) and not all(map(_is_text, words)):
            return _fail(_("What was typed is not text in UTF-8. Nothing was kept."), WRONG_USE)
        with contextlib.suppress(OSError):
            log_to(find_paths().log_file)
        logging.getLogger(__name__).exception("a command failed")
        sentence = _("Something went wrong that should not: {error}. Your data is safe.")
        code = _fail(sentence.format(error=repr(error)))
    return code


def _carry_out(services: Services, words: Sequence[str]) -> int:
    services.use_language(_language_in(words))
    try:
        command = _parser_for(words).parse_args(words)
    except SystemExit as done:  # after --help, --version, or wrong use that has been told
        return int(done.code or 0)
    return int(command.run(services, command) or 0)


def _parser_for(words: Sequence[str]) -> ArgumentParser:
    if names_no_command(words):
        return make_window_parser()
    from coreapp.cli.parser import make_parser  # noqa: PLC0415  the window needs no command

    return make_parser()


@contextlib.contextmanager
def _no_diagnostics_on_the_terminal() -> Iterator[None]:
    """Keep Python from printing warnings here because nobody else takes them."""
    root, nobody = logging.getLogger(), logging.NullHandler()
    root.addHandler(nobody)
    try:
        yield
    finally:
        root.removeHandler(nobody)


def _drop_output() -> None:
    """Let go of output that cannot be written: at its end Python would try again and complain."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fail(sentence: str, code: int = FAILED) -> int:
    print(f"coreapp: {' '.join(sentence.split())}", file=sys.stderr)
    return code


def _is_text(word: str) -> bool:
    """Tell whether a word can be written; what a shell hands over may be any bytes."""
    try:
        word.encode()
    except UnicodeEncodeError:
        return False
    return True


def _language_in(words: Sequence[str]) -> str | None:
    """Return the language asked for, which the parser's own texts need already."""
    for word, following in pairwise((*words, "")):
        if word == LANGUAGE:
            return following
        if word.startswith(f"{LANGUAGE}="):
            return word.partition("=")[2]
    return None
