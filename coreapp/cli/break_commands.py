"""`breaks simulate`: a scripted day through the real engine, on simulated time."""

import json
from argparse import Namespace
from pathlib import Path

from coreapp.bootstrap import Services
from coreapp.cli.output import print_json
from coreapp.domain.errors import InvalidValueError, marked
from coreapp.i18n import _

NOT_JSON = marked("Give a day as a JSON file.")


def simulate_script(_services: Services, command: Namespace) -> None:
    """Play a script and print every prompt, hold and outcome; no data is written."""
    from coreapp.domain.sitting.moments import elapsed_text  # noqa: PLC0415  only here
    from coreapp.domain.sitting.script import parse_script  # noqa: PLC0415  only here
    from coreapp.domain.sitting.simulation import simulate  # noqa: PLC0415  only here

    day = simulate(parse_script(_read(command.script)))
    if command.json:
        print_json(day.to_document())
        return
    for fact in day.events:
        print(f"{elapsed_text(fact.moment)}  {fact.kind.value:14} {fact.why.value}")
    print(
        _("{due} due, {taken} taken, {natural} by themselves, {skipped} skipped").format(
            due=day.totals.due,
            taken=day.totals.taken,
            natural=day.totals.natural,
            skipped=day.totals.skipped,
        )
    )


def _read(path: Path) -> object:
    """Return the document in a file.

    Raises:
        FileUnreadableError: it cannot be read.
        InvalidValueError: it is not JSON.
    """
    from coreapp.interchange.files import read_file  # noqa: PLC0415  only here

    content = read_file(path)
    try:
        document: object = json.loads(content)
    except json.JSONDecodeError as error:
        where = f"{path.name}:{error.lineno}"
        raise InvalidValueError(where, error.msg, NOT_JSON) from error
    except (ValueError, RecursionError) as error:  # not UTF-8, or nested and long beyond reason
        raise InvalidValueError(path.name, str(error), NOT_JSON) from error
    return document
