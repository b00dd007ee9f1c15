"""`breaks`: those of the running program, and a scripted day through the real engine."""

import json
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from coreapp.bootstrap import Services
from coreapp.cli.output import print_json
from coreapp.domain.errors import InvalidValueError, NotNowError, marked
from coreapp.i18n import _

if TYPE_CHECKING:
    from coreapp.domain.sitting.simulation import Totals
    from coreapp.domain.sitting.view import Today

NOT_JSON = marked("Give a day as a JSON file.")
_MOST_BYTES = 10_000_000
"""Of a day in a file; one with a span for each second has half of it."""


def status(services: Services, command: Namespace) -> None:
    """Tell where sitting stands."""
    _tell(services, command, _ask(services, "status"))


def take_now(services: Services, command: Namespace) -> None:
    """Begin the break now."""
    _tell(services, command, _ask(services, "now"))


def already_stood(services: Services, command: Namespace) -> None:
    """Count a break that was taken unseen."""
    _tell(services, command, _ask(services, "stood"))


def exercise(services: Services, command: Namespace) -> None:
    """Begin the exercise that a break offers."""
    _tell(services, command, _ask(services, "exercise"))


def routine(services: Services, command: Namespace) -> None:
    """Begin the routine that a break offers."""
    _tell(services, command, _ask(services, "routine"))


def snooze(services: Services, command: Namespace) -> None:
    """Put the open bar off."""
    _tell(services, command, _ask(services, "snooze", minutes=command.minutes))


def skip(services: Services, command: Namespace) -> None:
    """Let the open bar go."""
    _tell(services, command, _ask(services, "skip", reason=command.reason))


def pause(services: Services, command: Namespace) -> None:
    """Hold all bars for a while, or until `resume`."""
    from coreapp.domain.wall_time import find_zone  # noqa: PLC0415  only here
    from coreapp.services.written_pauses import read_length, read_until  # noqa: PLC0415

    wish: dict[str, object] = {}
    if command.length is not None:
        wish["seconds"] = read_length(command.length).total_seconds()
    if command.until is not None:
        zone = find_zone(services.clock.zone())
        until = read_until(command.until, services.clock.reading().utc, zone)
        wish["until"] = until.isoformat()
    _tell(services, command, _ask(services, "pause", **wish))


def resume(services: Services, command: Namespace) -> None:
    """End the pause."""
    _tell(services, command, _ask(services, "resume"))


def change_posture(services: Services, command: Namespace) -> None:
    """Say whether one sits, stands or goes away."""
    _tell(services, command, _ask(services, "posture", posture=command.posture))


def _ask(services: Services, order: str, **needs: object) -> Mapping[str, object]:
    """Let the running program carry out an order; return where sitting stands then.

    Raises:
        CoreappError: it does not run, does not answer, or cannot do that now.
    """
    from coreapp.desktop.single_instance import ask_running  # noqa: PLC0415  Qt only here
    from coreapp.services.remote import answer_in, order_document  # noqa: PLC0415  only here

    given = {name: value for name, value in needs.items() if value is not None}
    document = order_document({"breaks": order, **given})
    return answer_in(ask_running(services.paths.data, document))


def _tell(services: Services, command: Namespace, answer: Mapping[str, object]) -> None:
    """Print where sitting stands."""
    from coreapp.domain.wall_time import find_zone  # noqa: PLC0415  only here
    from coreapp.services.break_report import view_in  # noqa: PLC0415
    from coreapp.services.break_words import explanation, headline  # noqa: PLC0415
    from coreapp.services.remote import OTHER_VERSION  # noqa: PLC0415

    try:
        view = view_in(answer)
    except ValueError:
        raise NotNowError(OTHER_VERSION) from None
    if command.json:
        print_json(answer)
        return
    zone = find_zone(services.clock.zone())
    print(headline(view, zone))
    print(explanation(view, zone))
    if view is not None:
        print(_counts(view.today))


def _counts(today: "Today | Totals") -> str:
    """Return how many breaks there were of each kind."""
    return _("{due} due, {taken} taken, {natural} by themselves, {skipped} skipped").format(
        due=today.due, taken=today.taken, natural=today.natural, skipped=today.skipped
    )


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
        outcome = f" ({fact.outcome.value})" if fact.outcome is not None else ""
        print(f"{elapsed_text(fact.moment)}  {fact.kind.value:14} {fact.why.value}{outcome}")
    print(_counts(day.totals))


def _read(path: Path) -> object:
    """Return the document in a file.

    Raises:
        FileUnreadableError: it cannot be read.
        InvalidValueError: it is not JSON.
    """
    from coreapp.interchange.files import read_file  # noqa: PLC0415  only here

    content = read_file(path, _MOST_BYTES)
    try:
        document: object = json.loads(content)
    except json.JSONDecodeError as error:
        where = f"{path.name}:{error.lineno}"
        raise InvalidValueError(where, error.msg, NOT_JSON) from error
    except (ValueError, RecursionError) as error:  # not UTF-8, or nested and long beyond reason
        raise InvalidValueError(path.name, str(error), NOT_JSON) from error
    return document
