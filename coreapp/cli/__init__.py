"""The command line: every command prints for people, and with `--json` for programs.

Errors go to stderr as one line: exit 2 for wrong use, 1 for a failure.
"""

import logging
import os
import sys
from collections.abc import Sequence

from coreapp.bootstrap import build_services
from coreapp.cli.parser import make_parser
from coreapp.desktop.logs import log_to
from coreapp.desktop.paths import find_paths
from coreapp.domain.errors import CoreappError
from coreapp.i18n import _
from coreapp.services.explanations import explain


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    # Diagnostics belong into the file; without a handler Python would print them here.
    logging.getLogger().addHandler(logging.NullHandler())
    try:
        services = build_services()
        services.use_language(_language_in(words))
        command = make_parser().parse_args(words)
        return int(command.run(services, command) or 0)
    except CoreappError as error:
        return _fail(explain(error))
    except BrokenPipeError:
        # The reader of our output has gone (`coreapp log | head`): nothing is left to say.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        return _fail(_("{path}: {reason}").format(path=error.filename, reason=error.strerror))
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        log_to(find_paths().log_file)
        logging.getLogger(__name__).exception("a command failed")
        return _fail(
            _("Something went wrong that should not: {error}. Your data is safe.").format(
                error=repr(error)
            )
        )


def _fail(sentence: str) -> int:
    print(f"coreapp: {sentence}".replace("\n", " "), file=sys.stderr)
    return 1


def _language_in(words: Sequence[str]) -> str | None:
    """Return the language asked for, which the parser's own texts need already."""
    for word, following in zip(words, (*words[1:], ""), strict=True):
        if word == "--language":
            return following
        if word.startswith("--language="):
            return word.partition("=")[2]
    return None
