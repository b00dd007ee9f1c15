"""The sheet of an exercise: its key poses, how to do it, and what to take care of."""

from typing import Final

from coreapp.domain.exercise import Exercise, Level
from coreapp.i18n import _, pgettext
from coreapp.services.dose_words import dose_text, rest_text
from coreapp.services.exercise_texts import stop_signs
from coreapp.services.library import Library
from coreapp.services.vocabulary import (
    equipment_label,
    kind_label,
    muscle_label,
    position_label,
    sides_label,
)
from coreapp.ui.figure.art import FigureShot
from coreapp.ui.printing.ink import Print, mm
from coreapp.ui.printing.pieces import Column, Piece, Row
from coreapp.ui.printing.printout import Part, Sheet
from coreapp.ui.printing.shapes import CELLS, GAP, Shapes

_MOST_POSES: Final = 6
_SEATED: Final = "seated"
"""The figure's level for the variant on a chair."""
_SEATED_WIDTH: Final = mm(32)
_BEFORE: Final = 1e-4
_SECTION_GAP: Final = mm(6)
_HIGHEST: Final = {1: 0.46, 2: 0.72, 3: 0.95}
"""How high a picture is at most for its width, by how many stand side by side."""


def exercise_sheet(library: Library, shapes: Shapes, identity: str) -> Sheet:
    """Return the sheet of an exercise in the language shown.

    Raises:
        UnknownIdError: there is no exercise with that id.
    """
    exercise = library.exercise(identity)
    name = library.exercise_name(identity)
    parts = [Part(_head(shapes, exercise, name)), *_figures(shapes, exercise)]
    parts += [Part(piece, _SECTION_GAP) for piece in _texts(shapes, exercise)]
    if exercise.positions:
        parts += shapes.flow_parts(exercise)
    parts += _levels(shapes, exercise)
    if exercise.muscles or exercise.sources:
        parts.append(Part(_muscles(shapes, exercise), _SECTION_GAP, ruled=True))
    return Sheet(name, tuple(parts))


def _head(shapes: Shapes, exercise: Exercise, name: str) -> Piece:
    facts = (
        kind_label(exercise.kind),
        sides_label(exercise.sides),
        position_label(exercise.position),
        *(equipment_label(each) for each in exercise.equipment),
    )
    pieces = [
        shapes.words(name, Print.TITLE),
        shapes.words(" · ".join(facts), Print.HEADING, "accent_text"),
    ]
    if exercise.why:
        pieces.append(shapes.words(pgettext(exercise.text_context, exercise.why)))
    return Column(pieces, mm(1))


def _figures(shapes: Shapes, exercise: Exercise) -> list[Part]:
    """Return the key poses; a flow shows its best one, for its positions have their own."""
    art = shapes.art
    if not art.has(exercise.id) and not art.pictures(exercise.id):
        return []
    best = art.best_moment(exercise.id)
    moments = () if exercise.positions else art.distinct_moments(FigureShot(exercise.id))
    if len(moments) <= 1:
        shots = [FigureShot(exercise.id, arrows=True)]
    else:
        # Of a long row of poses, as in walking, some tell as much as all.
        chosen = moments if len(moments) <= _MOST_POSES else _spread(moments, CELLS)
        shots = [FigureShot(exercise.id, each, arrows=each == best) for each in chosen]
    columns = len(shots) if len(shots) <= CELLS else -(-len(shots) // 2)
    steps = [_step_of(shapes, shot) for shot in shots]
    cells = [shapes.figure(shot, most=_HIGHEST[columns]) for shot in shots]
    if len(set(steps)) > 1:
        cells = [_captioned(shapes, *each) for each in zip(cells, steps, strict=True)]
    return shapes.grid(cells, columns)


def _step_of(shapes: Shapes, shot: FigureShot) -> int:
    """Return the number of the step that says a pose; 0 for none.

    When a pose is reached, the way to the next one may begin: what counts is the way to it.
    """
    if shot.moment is None:
        return 0
    return shapes.art.step_at(shot.exercise, shot.level, max(0.0, shot.moment - _BEFORE))


def _captioned(shapes: Shapes, figure: Piece, step: int) -> Piece:
    text = _("Step {number}").format(number=step) if step else ""
    return Column((figure, shapes.words(text, Print.SMALL_STRONG, "ink2")), mm(1))


def _spread(moments: tuple[float, ...], count: int) -> tuple[float, ...]:
    """Return so many of the moments, evenly taken."""
    return tuple(moments[index * len(moments) // count] for index in range(count))


def _texts(shapes: Shapes, exercise: Exercise) -> list[Piece]:
    context = exercise.text_context
    how: list[Piece] = [shapes.words(_("How to do it"), Print.HEADING)]
    if exercise.setup:
        how.append(shapes.words(pgettext(context, exercise.setup)))
    how.append(shapes.numbered([pgettext(context, text) for text in exercise.steps]))
    steps = Column(how, mm(1))
    hints = [
        shapes.titled(title, [pgettext(context, text) for text in texts])
        for title, texts in (
            (_("Breathing"), (exercise.breathing,)),
            (_("Common mistakes"), exercise.mistakes),
            (_("Take care"), exercise.cautions),
        )
        if any(texts)
    ]
    signs = stop_signs(exercise)
    stop = shapes.panel(shapes.titled(_("When to stop"), signs, "danger"), "danger_soft")
    # The signs stand right under the figures: so they are always on the first page.
    beside = Row((steps, Column(hints, mm(4))), (0, 0), mm(9)) if hints else steps
    pieces: list[Piece] = [stop, beside]
    if exercise.seated:
        pieces.append(_seated(shapes, exercise))
    return pieces


def _seated(shapes: Shapes, exercise: Exercise) -> Piece:
    """Return the variant on a chair, with its figure where it has one of its own."""
    text = pgettext(exercise.text_context, exercise.seated)
    words = shapes.titled(_("Seated"), [text])
    if not shapes.art.has_level(exercise.id, _SEATED):
        return words
    shot = FigureShot(exercise.id, level=_SEATED, arrows=True)
    return Row((shapes.figure(shot), words), (_SEATED_WIDTH, 0), GAP)


def _levels(shapes: Shapes, exercise: Exercise) -> list[Part]:
    """Return the levels from the easiest, each with its rule for moving up."""
    if not exercise.levels:
        return []
    head = Part(shapes.words(_("Levels"), Print.HEADING), _SECTION_GAP, ruled=True, keeps_next=True)
    return [head, *(Part(_level(shapes, exercise, each), mm(2)) for each in exercise.levels)]


def _level(shapes: Shapes, exercise: Exercise, level: Level) -> Piece:
    context, pause, dose = exercise.text_context, "", ""
    if level.dose is not None:
        dose = dose_text(level.dose, exercise)
        pause = rest_text(level.dose.rest_seconds) or (dose if level.text else "")
    line = " · ".join(filter(None, (pause, pgettext(context, level.move_up))))
    title = shapes.words(pgettext(context, level.text) or dose, Print.STRONG)
    return Column((title, shapes.words(line, colour="ink2")))


def _muscles(shapes: Shapes, exercise: Exercise) -> Piece:
    context = exercise.text_context
    named = [
        (pgettext("muscles", "Mainly"), exercise.muscles),
        (pgettext("muscles", "Also"), exercise.secondary_muscles),
    ]
    lines = [
        shapes.led(title, " · ".join(muscle_label(each) for each in muscles))
        for title, muscles in named
        if muscles
    ]
    columns: list[Piece] = []
    if lines:
        columns.append(Column((shapes.words(_("Muscles"), Print.HEADING), *lines), mm(1)))
    if exercise.sources:
        texts = [shapes.words(pgettext(context, each), Print.SMALL) for each in exercise.sources]
        columns.append(Column((shapes.words(_("Sources"), Print.HEADING), *texts), mm(1)))
    return Row(columns, [0.0] * len(columns), mm(9))
