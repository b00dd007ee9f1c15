"""Texts of an exercise as they are shown, also where nobody wrote any."""

from coreapp.domain.exercise import Exercise
from coreapp.i18n import _, pgettext


def stop_signs(exercise: Exercise) -> list[str]:
    """Return the signs to stop now; one that is always right where an own exercise names none."""
    signs = [pgettext(exercise.text_context, each) for each in exercise.stop_if]
    return signs or [_("Something hurts, or you feel unwell.")]
