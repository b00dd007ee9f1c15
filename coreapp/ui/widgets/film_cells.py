"""A routine as the cells of a film strip."""

from collections.abc import Callable

from coreapp.domain.exercise import Exercise
from coreapp.domain.timeline import Phase, PhaseKind, Timeline
from coreapp.i18n import pgettext
from coreapp.services.library import Library
from coreapp.ui.figure.art import FigureArt
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


def told_cells(timeline: Timeline, library: Library, art: FigureArt) -> list[FilmCell]:
    """Return the cells of a routine; a flow that is all there is in it tells its positions.

    One figure alone would tell nothing of a routine that goes through a dozen of them.
    """
    cells = film_cells(timeline, library)
    if len(cells) != 1 or art.has_level(cells[0].exercise, cells[0].level):
        return cells
    return flow_cells(library.exercise(cells[0].exercise), art) or cells


def flow_cells(flow: Exercise, art: FigureArt) -> list[FilmCell]:
    """Return the positions of a flow as cells, a dash for each; none for other exercises."""
    return [
        FilmCell(
            flow.id,
            pgettext(flow.text_context, position.name),
            (position.seconds,),
            moment=moment,
        )
        for position, moment in zip(flow.positions, art.position_moments(flow), strict=False)
    ]
