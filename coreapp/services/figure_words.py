"""What a figure shows, in words: for screen readers and for the pictures that are saved."""

from coreapp.domain.exercise import Exercise
from coreapp.i18n import _, pgettext
from coreapp.services.library import Library


def figure_description(library: Library, exercise: Exercise) -> str:
    """Return what the figure of an exercise does: its set-up and its steps, which it follows."""
    context = exercise.text_context
    texts = [pgettext(context, text) for text in (exercise.setup, *exercise.steps)]
    name = library.exercise_name(exercise.id)
    return _("Figure: {name}. {steps}").format(name=name, steps=" ".join(texts))
