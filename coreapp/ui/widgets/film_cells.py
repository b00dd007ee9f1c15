"""A routine as the cells of a film strip."""

from collections.abc import Callable

from coreapp.domain.timeline import Phase, PhaseKind, Timeline
from coreapp.services.library import Library
from coreapp.ui.widgets.film_strip import FilmCell


def film_cells(timeline: Timeline, library: Library) -> list[FilmCell]:
    """Return a routine as the cells of a film strip: one a step, a dash for each work phase."""
    return named_cells(timeline, library.exercise_name)


def named_cells(timeline: Timeline, name: Callable[[str], str]) -> list[FilmCell]:
    """Return the same of a routine that need not be in the library.

    Args:
        timeline: its phases.
        name: returns what an exercise is called.
    """
    doses: dict[int, list[float]] = {}
    first: dict[int, Phase] = {}
    for phase in timeline.phases:
        if phase.kind is PhaseKind.WORK:
            doses.setdefault(phase.step, []).append(phase.seconds)
            first.setdefault(phase.step, phase)
    return [
        FilmCell(
            phase.exercise,
            name(phase.exercise),
            tuple(doses[step]),
            level=phase.level,
        )
        for step, phase in first.items()
    ]
