"""The sheet of a routine: every step in its order, with its figure, dose and signs to stop."""

from typing import Final

from coreapp.domain.exercise import Exercise
from coreapp.domain.routine import Block, Routine, Step
from coreapp.i18n import _, format_clock, ngettext, pgettext
from coreapp.services.dose_words import rest_text, step_dose, time_text, total_text
from coreapp.services.library import Library
from coreapp.services.vocabulary import equipment_label, place_label
from coreapp.ui.figure.art import FigureShot
from coreapp.ui.printing.ink import Print, mm
from coreapp.ui.printing.pieces import Column, Piece, Row
from coreapp.ui.printing.printout import Part, Sheet
from coreapp.ui.printing.shapes import GAP, Shapes

_PICTURE: Final = mm(66)
_SMALL_PICTURE: Final = mm(40)
_STEP_GAP: Final = mm(8)


def routine_sheet(library: Library, shapes: Shapes, identity: str) -> Sheet:
    """Return the sheet of a routine in the language shown.

    Raises:
        UnknownIdError: there is no routine with that id.
    """
    return _RoutineSheet(library, shapes, library.as_done(identity)).make()


class _RoutineSheet:
    """Writes one routine, from its head to its advice."""

    def __init__(self, library: Library, shapes: Shapes, routine: Routine) -> None:
        self._library = library
        self._shapes = shapes
        self._routine = routine
        self._context = routine.text_context
        self._seconds = library.step_seconds(routine.id)
        self._in_rounds = any(block.rounds > 1 for block in routine.blocks)
        self._number = 0
        self._told: dict[str, int] = {}
        """For each exercise that has been explained, the number of its step."""

    def make(self) -> Sheet:
        """Write it."""
        parts = [Part(self._head())]
        for block in self._routine.blocks:
            parts += self._block(block)
        if self._routine.closing_rest_seconds:
            parts.append(Part(self._closing_rest(), _STEP_GAP, ruled=True))
        parts += self._advice()
        return Sheet(self._library.routine_name(self._routine.id), tuple(parts))

    def _head(self) -> Piece:
        shapes, routine = self._shapes, self._routine
        seconds = self._library.timeline(routine.id).seconds
        exercises = [self._library.exercise(each) for each in routine.exercises]
        things = dict.fromkeys(thing for each in exercises for thing in each.equipment)
        # Where it is done on a mat, the place has said so.
        needed = [equipment_label(each) for each in things if each != routine.place]
        facts = " · ".join((total_text(seconds), place_label(routine.place), *needed))
        pieces = [
            shapes.words(self._library.routine_name(routine.id), Print.TITLE),
            shapes.words(facts, Print.HEADING, "accent_text"),
        ]
        if routine.audience:
            pieces.append(shapes.words(pgettext(self._context, routine.audience)))
        column: list[Piece] = [Column(pieces, mm(1))]
        if routine.not_when:
            warning = pgettext(self._context, routine.not_when)
            led = shapes.led(_("When not to do it"), warning, "ready_text")
            column.append(shapes.panel(led, "ready_soft"))
        return Column(column, mm(3))

    def _block(self, block: Block) -> list[Part]:
        parts = []
        if self._in_rounds:
            # A block that is done once says so, too: else it would seem to belong to the rounds.
            text = ngettext("{count} round of:", "{count} rounds of:", block.rounds)
            words = [self._shapes.words(text.format(count=block.rounds), Print.HEADING)]
            if block.rounds > 1 and block.rest_seconds:
                rest = _("{time} rest between rounds").format(time=time_text(block.rest_seconds))
                words.append(self._shapes.words(rest, Print.BODY, "ink2"))
            parts.append(Part(Column(words), _STEP_GAP, ruled=True, keeps_next=True))
        for step in block.steps:
            parts += self._step(step, self._library.exercise(step.exercise))
        return parts

    def _step(self, step: Step, exercise: Exercise) -> list[Part]:
        self._number += 1
        first = self._told.setdefault(exercise.id, self._number)
        is_new = first == self._number
        texts: list[Piece] = [self._step_head(step, exercise)]
        if step.note:
            texts.append(self._shapes.words(pgettext(self._context, step.note), colour="ink2"))
        if is_new:
            texts += self._how(exercise)
        else:
            seen = _("How to do it: see number {number}.").format(number=first)
            texts.append(self._shapes.words(seen))
        texts.append(self._shapes.stop(exercise))
        piece: Piece = Column(texts, mm(1.5))
        if self._shapes.art.has(exercise.id) or self._shapes.art.pictures(exercise.id):
            shot = FigureShot(exercise.id, level=step.level, arrows=True)
            room = _PICTURE if is_new else _SMALL_PICTURE
            figure = Row((self._shapes.figure(shot),), (room,), 0)
            # All texts begin at the same edge.
            piece = Row((figure, piece), (_PICTURE, 0), GAP)
        parts = [Part(piece, _STEP_GAP, ruled=True)]
        if exercise.positions and is_new:
            parts += self._shapes.flow_parts(exercise)
        return parts

    def _step_head(self, step: Step, exercise: Exercise) -> Piece:
        shapes = self._shapes
        name = _("{number}. {name}").format(
            number=self._number, name=self._library.exercise_name(exercise.id)
        )
        clock = shapes.right(format_clock(self._seconds[self._number - 1]), Print.NAME)
        head = Row((shapes.words(name, Print.NAME), clock), (0, clock.natural_width()), mm(4))
        dose = filter(None, (step_dose(step, exercise), rest_text(step.rest_seconds)))
        return Column((head, shapes.words(" · ".join(dose), Print.STRONG, "accent_text")), mm(0.6))

    def _how(self, exercise: Exercise) -> list[Piece]:
        context = exercise.text_context
        steps = self._shapes.numbered([pgettext(context, text) for text in exercise.steps])
        if not exercise.breathing:
            return [steps]
        return [
            steps,
            self._shapes.led(_("Breathing"), pgettext(context, exercise.breathing)),
        ]

    def _closing_rest(self) -> Piece:
        shapes = self._shapes
        clock = shapes.right(format_clock(self._routine.closing_rest_seconds), Print.NAME)
        words = shapes.words(_("Quiet at the end"), Print.NAME)
        return Row((words, clock), (0, clock.natural_width()), mm(4))

    def _advice(self) -> list[Part]:
        advice = [
            self._shapes.titled(title, [pgettext(self._context, text)])
            for title, text in (
                (_("How often"), self._routine.frequency),
                (_("How to go on"), self._routine.progression),
            )
            if text
        ]
        if not advice:
            return []
        return [Part(Row(advice, [0.0] * len(advice), GAP), _STEP_GAP, ruled=True)]
