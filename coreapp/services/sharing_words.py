"""What a routine's file brings, in words: before it is taken in, and after."""

from coreapp.i18n import _, format_clock, ngettext
from coreapp.services.routine_sharing import Arrival, Standing


def arrival_title(arrival: Arrival) -> str:
    """Return the routine and how it stands to what is there."""
    values = {"routine": arrival.routine.name, "time": format_clock(arrival.seconds)}
    if arrival.changes_nothing:
        return _("“{routine}” ({time}) is there already, just the same.").format(**values)
    texts = {
        Standing.NEW: _("New: “{routine}” ({time})"),
        Standing.OTHER: _("Changed: “{routine}” ({time})"),
        Standing.SAME: _("Unchanged: “{routine}” ({time})"),
    }
    return texts[arrival.standing].format(**values)


def arrival_lines(arrival: Arrival) -> list[str]:
    """Return what else is to be known: the exercises that come along, and what is replaced."""
    lines = []
    steps = sum(len(block.steps) for block in arrival.routine.blocks)
    lines.append(ngettext("{count} step", "{count} steps", steps).format(count=steps))
    if arrival.standing is Standing.OTHER:
        lines.append(_("It takes the place of your routine with the same origin."))
    for exercise, standing in arrival.exercises:
        lines.append(_exercise_line(exercise.name, standing))
    return lines


def _exercise_line(name: str, standing: Standing) -> str:
    texts = {
        Standing.NEW: _("New exercise: {exercise}"),
        Standing.OTHER: _("Changed exercise, which takes the place of yours: {exercise}"),
        Standing.SAME: _("Exercise that is there already: {exercise}"),
    }
    return texts[standing].format(exercise=name)
