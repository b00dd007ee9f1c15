"""`routine`: one routine shown, duplicated or shared; and `routines --add`."""

from argparse import Namespace
from typing import TYPE_CHECKING

from coreapp.bootstrap import Services
from coreapp.cli import library_commands
from coreapp.cli.output import plain_number, print_json
from coreapp.domain.routine import Block, Routine, Step
from coreapp.i18n import _, format_clock, ngettext, pgettext
from coreapp.services.dose_words import rest_text, step_dose
from coreapp.services.library import Library

if TYPE_CHECKING:
    from coreapp.services.routine_sharing import Arrival


def routine(services: Services, command: Namespace) -> None:
    """Show a routine, duplicate it, or write it into a file."""
    if command.duplicate:
        _duplicate(services, command)
    elif command.share is not None:
        _share(services, command)
    else:
        _show(services, command)


def routines(services: Services, command: Namespace) -> None:
    """List the routines, or take one in from a file."""
    if command.add is None:
        library_commands.routines(services, command)
        return
    from coreapp.services.sharing_words import (  # noqa: PLC0415  only here
        arrival_lines,
        arrival_title,
    )

    sharing = services.routine_sharing
    arrival = sharing.look_into(command.add)
    sharing.take_in(arrival)
    if command.json:
        print_json(_arrival_document(arrival))
        return
    print(arrival_title(arrival))
    print("\n".join(arrival_lines(arrival)))


def routine_document(library: Library, shown: Routine) -> dict[str, object]:
    """Return a routine as it is printed for programs, its texts in the language shown."""
    seconds = iter(library.step_seconds(shown.id))
    context = shown.text_context
    return {
        "id": shown.id,
        "name": library.routine_name(shown.id),
        "own": library.is_own_routine(shown.id),
        "seconds": plain_number(library.timeline(shown.id).seconds),
        "place": shown.place,
        "group": shown.group,
        "blocks": [
            {
                "rounds": block.rounds,
                "rest_seconds": plain_number(block.rest_seconds),
                "steps": [
                    _step_document(library, context, step, next(seconds)) for step in block.steps
                ],
            }
            for block in shown.blocks
        ],
        "closing_rest_seconds": plain_number(shown.closing_rest_seconds),
        "audience": pgettext(context, shown.audience),
        "not_when": pgettext(context, shown.not_when),
        "frequency": pgettext(context, shown.frequency),
        "progression": pgettext(context, shown.progression),
    }


def _show(services: Services, command: Namespace) -> None:
    library = services.library
    shown = library.as_done(command.id)
    if command.json:
        print_json(routine_document(library, shown))
        return
    total = format_clock(library.timeline(shown.id).seconds)
    print(f"{library.routine_name(shown.id)}  {total}")
    seconds = iter(library.step_seconds(shown.id))
    for block in shown.blocks:
        _print_rounds(block)
        for step in block.steps:
            print(_step_line(library, step, next(seconds)))
    if shown.closing_rest_seconds:
        print(f"{format_clock(shown.closing_rest_seconds):>7}  {_('Quiet at the end')}")
    context = shown.text_context
    for title, text in (
        (_("When not to do it"), shown.not_when),
        (_("How often"), shown.frequency),
        (_("How to go on"), shown.progression),
    ):
        if text:
            print(f"\n{title}\n  {pgettext(context, text)}")


def _duplicate(services: Services, command: Namespace) -> None:
    copy = services.routine_making.duplicate(command.id)
    if command.json:
        print_json(routine_document(services.library, copy))
    else:
        print(f"{copy.id}  {copy.name}")


def _share(services: Services, command: Namespace) -> None:
    packed = services.routine_sharing.share(command.id, command.share)
    if command.json:
        exercises = [each.id for each in packed.exercises]
        print_json({"file": str(command.share), "routine": command.id, "exercises": exercises})
    else:
        print(
            _("“{routine}” is in {file}.").format(routine=packed.routine.name, file=command.share)
        )


def _print_rounds(block: Block) -> None:
    if block.rounds > 1:
        text = ngettext("{count} round of:", "{count} rounds of:", block.rounds)
        print(text.format(count=block.rounds))


def _step_line(library: Library, step: Step, seconds: float) -> str:
    dose = step_dose(step, library.exercise(step.exercise))
    words = [library.exercise_name(step.exercise), dose, rest_text(step.rest_seconds)]
    return f"{format_clock(seconds):>7}  {' · '.join(filter(None, words))}"


def _step_document(library: Library, context: str, step: Step, seconds: float) -> dict[str, object]:
    return {
        "exercise": step.exercise,
        "name": library.exercise_name(step.exercise),
        "level": step.level,
        "sets": step.sets,
        "seconds": _plain(step.seconds),
        "reps": step.reps,
        "seconds_per_rep": _plain(step.seconds_per_rep),
        "rest_seconds": plain_number(step.rest_seconds),
        "switch_seconds": plain_number(step.switch_seconds),
        "ready_seconds": plain_number(step.ready_seconds),
        "advance": step.advance.value,
        "note": pgettext(context, step.note),
        "takes_seconds": plain_number(seconds),
    }


def _arrival_document(arrival: "Arrival") -> dict[str, object]:
    return {
        "routine": arrival.routine.id,
        "name": arrival.routine.name,
        "standing": arrival.standing.value,
        "seconds": plain_number(arrival.seconds),
        "exercises": [
            {"id": each.id, "name": each.name, "standing": standing.value}
            for each, standing in arrival.exercises
        ],
    }


def _plain(value: float | None) -> float | int | None:
    return None if value is None else plain_number(value)
