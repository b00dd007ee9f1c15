"""`exercises`, `exercise`, `routines` and `timeline`."""

from argparse import Namespace
from collections.abc import Sequence

from coreapp.bootstrap import Services
from coreapp.cli.output import plain_number, print_json
from coreapp.domain.exercise import Exercise, Level
from coreapp.domain.timeline import Phase, Timeline
from coreapp.i18n import _, format_clock, pgettext
from coreapp.services.dose_words import dose_text
from coreapp.services.library import Library
from coreapp.services.session_words import phase_label
from coreapp.services.vocabulary import kind_label, muscle_label, side_label


def exercises(services: Services, command: Namespace) -> None:
    """List the exercises that match, best first."""
    library = services.library
    found = library.search(command.search)
    if command.json:
        print_json([_summary(library, each) for each in found])
        return
    for each in found:
        kind = kind_label(each.kind)
        print(f"{each.id:24} {library.exercise_name(each.id)} ({kind})")
    if not found:
        print(_("No exercise matches “{word}”.").format(word=command.search))


def exercise(services: Services, command: Namespace) -> None:
    """Show one exercise."""
    library = services.library
    shown = library.exercise(command.id)
    document = _details(library, shown)
    if command.json:
        print_json(document)
        return
    print(library.exercise_name(shown.id))
    print(document["why"])
    for title, lines in (
        (_("Steps"), document["steps"]),
        (_("Seated"), [document["seated"]]),
        (_("Breathing"), [document["breathing"]]),
        (_("Common mistakes"), document["mistakes"]),
        (_("When to stop"), document["stop_if"]),
        (_("Take care"), document["cautions"]),
        (_("Muscles"), _muscle_lines(shown)),
        (_("Levels"), [_level_line(level) for level in _levels(shown)]),
        (_("Sources"), document["sources"]),
    ):
        _print_list(title, lines)


def routines(services: Services, command: Namespace) -> None:
    """List the routines with their total time."""
    library = services.library
    documents = [
        {
            "id": each.id,
            "name": library.routine_name(each.id),
            "seconds": plain_number(library.timeline(each.id).seconds),
            "exercises": list(each.exercises),
        }
        for each in library.routines
    ]
    if command.json:
        print_json(documents)
        return
    for document in documents:
        print(
            f"{document['id']:24} {format_clock(_number(document['seconds'])):>7}  "
            f"{document['name']}"
        )


def timeline(services: Services, command: Namespace) -> None:
    """Show a routine phase by phase."""
    compiled = services.library.timeline(command.routine)
    if command.json:
        print_json(timeline_document(compiled))
    else:
        print_timeline(services.library, compiled)


def timeline_document(compiled: Timeline) -> dict[str, object]:
    """Return a timeline as it is printed for programs."""
    return {
        "routine": compiled.routine,
        "seconds": plain_number(compiled.seconds),
        "phases": [_phase(phase) for phase in compiled.phases],
    }


def print_timeline(library: Library, compiled: Timeline) -> None:
    """Print a timeline for people."""
    print(f"{library.routine_name(compiled.routine)}  {format_clock(compiled.seconds)}")
    for start, phase in zip(compiled.starts, compiled.phases, strict=True):
        parts = [f"{format_clock(start):>7}", f"{format_clock(phase.seconds):>6}"]
        parts += [phase_label(phase.kind), library.exercise_name(phase.exercise)]
        print("  ".join([*parts, side_label(phase.side)]))


def _summary(library: Library, shown: Exercise) -> dict[str, object]:
    return {
        "id": shown.id,
        "name": library.exercise_name(shown.id),
        "names": dict(library.names(shown)),
        "kind": shown.kind.value,
        "sides": shown.sides.value,
        "position": shown.position,
        "areas": list(shown.areas),
        "places": list(shown.places),
        "equipment": list(shown.equipment),
        "purposes": list(shown.purposes),
        "own": library.is_own_exercise(shown.id),
    }


def _details(library: Library, shown: Exercise) -> dict[str, object]:
    def translated(texts: Sequence[str]) -> list[str]:
        return [pgettext(shown.text_context, text) for text in texts]

    return _summary(library, shown) | {
        "why": pgettext(shown.text_context, shown.why),
        "muscles": list(shown.muscles),
        "secondary_muscles": list(shown.secondary_muscles),
        "steps": translated(shown.steps),
        "seated": pgettext(shown.text_context, shown.seated),
        "breathing": pgettext(shown.text_context, shown.breathing),
        "mistakes": translated(shown.mistakes),
        "stop_if": translated(shown.stop_if),
        "cautions": translated(shown.cautions),
        "sources": translated(shown.sources),
        "levels": _levels(shown),
        "positions": [
            {
                "name": pgettext(shown.text_context, position.name),
                "breath": position.breath.value,
                "seconds": plain_number(position.seconds),
            }
            for position in shown.positions
        ],
    }


def _levels(shown: Exercise) -> list[dict[str, str]]:
    return [
        {
            "id": level.id,
            "text": pgettext(shown.text_context, level.text) or _dose(shown, level),
            "move_up": pgettext(shown.text_context, level.move_up),
        }
        for level in shown.levels
    ]


def _dose(shown: Exercise, level: Level) -> str:
    """Return the dose of a level, which stands for a text where nobody wrote one."""
    return dose_text(level.dose, shown) if level.dose is not None else ""


def _level_line(level: dict[str, str]) -> str:
    return f"{level['id']}: {level['text']}"


def _muscle_lines(shown: Exercise) -> list[str]:
    groups = (
        (pgettext("muscles", "Mainly"), shown.muscles),
        (pgettext("muscles", "Also"), shown.secondary_muscles),
    )
    return [
        _("{title}: {names}").format(title=title, names=", ".join(map(muscle_label, muscles)))
        for title, muscles in groups
        if muscles
    ]


def _phase(phase: Phase) -> dict[str, object]:
    return {
        "kind": phase.kind.value,
        "seconds": plain_number(phase.seconds),
        "exercise": phase.exercise,
        "side": phase.side.value,
        "set": phase.set,
        "round": phase.round,
        "reps": phase.reps,
        "until_tapped": phase.until_tapped,
    }


def _print_list(title: str, lines: object) -> None:
    if isinstance(lines, list) and any(lines):
        print(f"\n{title}")
        for line in lines:
            print(f"  - {line}")


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
