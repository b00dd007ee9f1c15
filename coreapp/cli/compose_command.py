"""`compose`: a routine for the minutes there are."""

from argparse import Namespace
from dataclasses import asdict
from datetime import datetime

from coreapp.bootstrap import Services
from coreapp.cli.library_commands import print_timeline, timeline_document
from coreapp.cli.output import print_json
from coreapp.domain.wish import Wish
from coreapp.services.log_days import in_zone


def compose(services: Services, command: Namespace) -> None:
    """Make a routine and show it phase by phase, with the reasons for it."""
    from coreapp.services.composing import first_seed  # noqa: PLC0415  only here
    from coreapp.services.composing_words import explanation  # noqa: PLC0415

    wish = Wish(
        minutes=command.minutes,
        place=command.place,
        area=command.area,
        level=command.level,
        not_today=frozenset(command.not_today),
    )
    seed = first_seed(_now(services)) if command.seed is None else command.seed
    composing = services.composing
    composition = composing.propose(wish, seed, composing.recent())
    compiled = services.library.timeline(composition.routine.id)
    why = explanation(wish, composition.reasons)
    if command.json:
        document = timeline_document(compiled)
        document |= {
            "name": services.library.routine_name(compiled.routine),
            "seed": seed,
            "reasons": asdict(composition.reasons) | {"text": why},
        }
        print_json(document)
        return
    print_timeline(services.library, compiled)
    print(why)


def _now(services: Services) -> datetime:
    return in_zone(services.clock.reading().utc, services.clock.zone())
