"""Editing a routine of one's own: every change is kept at once, and can be undone.

There is no *Save*: nothing a person did is lost by leaving the page, closing the window or a power
cut, as everywhere else in the program. What cannot be kept yet (no name, no step, too long) stays
on the page as it is, says what it lacks, and is kept with the change that makes it whole; until
then the last whole version is what plays. The way back lasts as long as the program runs.
"""

from dataclasses import dataclass, replace

from coreapp.domain.errors import UnknownIdError
from coreapp.domain.exercise import Exercise
from coreapp.domain.routine import Routine, Step
from coreapp.domain.routine_editing.draft import Draft, Spot, from_step, step_at
from coreapp.domain.routine_editing.edits import Edit
from coreapp.domain.routine_editing.faults import Fault, FaultKind, faults, sound
from coreapp.domain.routine_editing.history import History
from coreapp.domain.timeline import Timeline, compile_timeline, step_seconds
from coreapp.i18n import _
from coreapp.services.editing_words import redo_text, undo_text
from coreapp.services.library import Library
from coreapp.services.own_routines import OwnRoutines

_HARMLESS = {
    FaultKind.NO_NAME,
    FaultKind.LONG_NAME,
    FaultKind.LONG_TEXT,
    FaultKind.UNKNOWN_WORD,
    FaultKind.UNKNOWN_LEVEL,
    FaultKind.TOO_LONG,
}
"""Faults of a draft that can be played all the same."""


@dataclass(frozen=True, slots=True)
class Clocked:
    """How long a draft takes.

    Attributes:
        steps: for each step, in order, its seconds in all rounds with its rests.
        starts: for each step, in order, the second of the session at which it first begins.
    """

    timeline: Timeline
    steps: tuple[float, ...]
    starts: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Measured:
    """What follows from a routine, and is asked for many times after each edit.

    Attributes:
        clocked: how long it takes; None while that cannot be told.
        kept: the routine as it is kept; None while it cannot be.
    """

    routine: Routine
    faults: tuple[Fault, ...]
    clocked: Clocked | None
    kept: Routine | None


class RoutineEditing:
    """The routine that is edited, and the ways back of all that were."""

    def __init__(self, own: OwnRoutines, library: Library) -> None:
        self._own = own
        self._library = library
        self._histories: dict[str, History] = {}
        self._kept: dict[str, Routine] = {}
        self._current = ""
        self._unfinished = ""
        self._known: _Measured | None = None

    @property
    def draft(self) -> Draft:
        """The draft; `begin` or `begin_new` has to come first."""
        return self._history.now

    @property
    def routine(self) -> Routine:
        """The routine as it is now."""
        return self.draft.routine

    @property
    def chosen_step(self) -> Step | None:
        """The step the person is looking at."""
        return step_at(self.routine, self.draft.chosen)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What keeps it from being kept."""
        return self._measured().faults

    @property
    def is_kept(self) -> bool:
        """Whether the library has it just as it is here."""
        identity = self.routine.id
        if not self._library.is_own_routine(identity):
            return False
        return self._library.routine(identity) == self._measured().kept

    @property
    def undo_name(self) -> str:
        """What undoing the last edit is called; empty if there is none."""
        done = self._history.done
        return undo_text(done[-1], self._library) if done else ""

    @property
    def redo_name(self) -> str:
        """What doing the last undone edit again is called; empty if there is none."""
        undone = self._history.undone
        return redo_text(undone[-1], self._library) if undone else ""

    def begin(self, identity: str) -> None:
        """Go on with a routine of one's own, where one was if it was edited before.

        Raises:
            UnknownIdError: there is no routine with that id.
        """
        # An exercise may be another one since.
        self._known = None
        known = self._histories.get(identity)
        if identity == self._unfinished and known is not None:
            self._current = identity
            return
        routine = self._library.routine(identity)
        # One that came from elsewhere since, such as a file, is begun with anew.
        if known is None or self._kept.get(identity) != routine:
            self._histories[identity] = History(Draft(routine, Spot(0, 0)))
            self._kept[identity] = routine
        self._current = identity

    def begin_new(self) -> str:
        """Begin a new routine and return its id; one that was never finished is gone on with."""
        if not self._unfinished:
            routine = self._own.new()
            self._histories[routine.id] = History(Draft(routine))
            self._unfinished = routine.id
        self._current = self._unfinished
        return self._current

    def do(self, edit: Edit) -> None:
        """Change the draft.

        Raises:
            IndexError: there is no such step or block.
        """
        self._history = self._history.do(edit)

    def undo(self) -> None:
        """Take the last edit back."""
        self._history = self._history.undo()

    def redo(self) -> None:
        """Do again what was undone last."""
        self._history = self._history.redo()

    def choose(self, spot: Spot | None) -> None:
        """Look at a step, a block, or the whole."""
        self._history = self._history.choose(spot)

    def close_field(self) -> None:
        """Let the next change stand for itself."""
        self._history = self._history.closed()

    def keep(self) -> bool:
        """Keep the draft if it can be; tell whether something was stored.

        Raises:
            CoreappError: it cannot be stored; the draft stays, and the next call tries again.
        """
        if self.faults or self.is_kept:
            return False
        self._kept[self.routine.id] = self._own.keep(self.routine)
        if self.routine.id == self._unfinished:
            self._unfinished = ""
        return True

    def clocked(self) -> Clocked | None:
        """Return how long the draft takes; None while that cannot be told."""
        return self._measured().clocked

    def try_from_here(self) -> str:
        """Let the draft be played from the chosen step on; return the id to play.

        Raises:
            CoreappError: it cannot be played as it is.
        """
        routine = self.routine
        here = self.draft.chosen if self.chosen_step is not None else None
        part = from_step(routine, here) if here is not None else routine
        name = routine.name.strip() or _("My routine")
        tried = replace(part, id=f"{routine.id}-try", name=name)
        compile_timeline(tried, self._own.exercises)
        self._library.add_composed(tried, lambda: name)
        return tried.id

    def exercise_of(self, step: Step) -> Exercise | None:
        """Return the exercise of a step; None if it is no longer in the library."""
        try:
            return self._library.exercise(step.exercise)
        except UnknownIdError:
            return None

    @property
    def _history(self) -> History:
        return self._histories[self._current]

    @_history.setter
    def _history(self, history: History) -> None:
        self._histories[self._current] = history

    def _measured(self) -> _Measured:
        routine = self.routine
        if self._known is None or self._known.routine is not routine:
            exercises = self._own.exercises
            found = faults(routine, exercises)
            clocked = None
            if all(fault.kind in _HARMLESS for fault in found):
                clocked = _clock(routine, compile_timeline(routine, exercises))
            kept = None if found else sound(routine, exercises)
            self._known = _Measured(routine, found, clocked, kept)
        return self._known


def _clock(routine: Routine, timeline: Timeline) -> Clocked:
    starts: dict[int, float] = {}
    for phase, start in zip(timeline.phases, timeline.starts, strict=True):
        starts.setdefault(phase.step, start)
    return Clocked(timeline, step_seconds(routine, timeline), tuple(starts.values()))
