"""`breaks simulate`: a scripted day through the real engine, on simulated time."""

import json
from argparse import Namespace

from coreapp.bootstrap import Services
from coreapp.cli.output import print_json
from coreapp.domain.errors import FileUnreadableError, InvalidValueError
from coreapp.i18n import _


def simulate_script(_services: Services, command: Namespace) -> None:
    """Play a script and print every prompt, hold and outcome; no data is written."""
    from coreapp.domain.sitting.script import parse_script  # noqa: PLC0415  only here
    from coreapp.domain.sitting.simulation import simulate  # noqa: PLC0415  only here

    try:
        text = command.script.read_text(encoding="utf-8")
    except OSError as error:
        raise FileUnreadableError(str(command.script), error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise InvalidValueError("script", command.script.name, "Save it as UTF-8.") from error
    try:
        script = json.loads(text)
    except json.JSONDecodeError as error:
        where = f"{command.script.name}:{error.lineno}"
        raise InvalidValueError("script", where, f"It is not JSON: {error.msg}.") from error
    day = simulate(parse_script(script)).to_document()
    if command.json:
        print_json(day)
        return
    for event in day["events"]:
        print(f"{event['at']}  {event['kind']:14} {event['why']}")
    totals = day["totals"]
    print(
        _("{due} due, {taken} taken, {natural} by themselves, {skipped} skipped").format(
            due=totals["due"],
            taken=totals["taken"],
            natural=totals["natural"],
            skipped=totals["skipped"],
        )
    )
