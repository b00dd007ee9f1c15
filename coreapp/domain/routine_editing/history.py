"""The way back: every edit can be undone and done again, by the name of what it was."""

from dataclasses import dataclass, replace
from typing import Final

from coreapp.domain.routine import Routine
from coreapp.domain.routine_editing.applying import apply
from coreapp.domain.routine_editing.draft import Draft, Spot
from coreapp.domain.routine_editing.edits import Edit, merges

MOST_EDITS: Final = 500
"""So many edits can be undone."""


@dataclass(frozen=True, slots=True)
class Done:
    """An edit with the drafts before and after it."""

    edit: Edit
    before: Draft
    after: Draft


@dataclass(frozen=True, slots=True)
class History:
    """A draft with the way it came about; never changed but replaced.

    Attributes:
        now: the draft.
        done: what can be undone, oldest first.
        undone: what can be done again, the last one first.
        is_open: whether the next edit of the same field is one with the last.
    """

    now: Draft
    done: tuple[Done, ...] = ()
    undone: tuple[Done, ...] = ()
    is_open: bool = False

    @property
    def routine(self) -> Routine:
        """The routine as it is now."""
        return self.now.routine

    def do(self, edit: Edit) -> "History":
        """Return the history after an edit; one that changes nothing is not remembered.

        Raises:
            IndexError: there is no such step or block.
        """
        after = apply(self.now, edit)
        if after.routine == self.routine:
            return replace(self, now=after)
        last = self.done[-1] if self.done else None
        if last is not None and self.is_open and merges(last.edit, edit):
            if after.routine == last.before.routine:
                # Typed and taken back by hand: there is nothing left to undo.
                return History(after, self.done[:-1])
            return History(after, (*self.done[:-1], Done(edit, last.before, after)), is_open=True)
        done = (*self.done, Done(edit, self.now, after))[-MOST_EDITS:]
        return History(after, done, is_open=True)

    def undo(self) -> "History":
        """Return the history before the last edit; itself if there is none."""
        if not self.done:
            return self
        *before, last = self.done
        return History(last.before, tuple(before), (*self.undone, last))

    def redo(self) -> "History":
        """Return the history after the edit that was undone last; itself if there is none."""
        if not self.undone:
            return self
        *later, first = self.undone
        return History(first.after, (*self.done, first), tuple(later))

    def closed(self) -> "History":
        """Return the history whose next edit stands for itself, as after leaving a field."""
        return replace(self, is_open=False)

    def choose(self, spot: Spot | None) -> "History":
        """Return the history with something else chosen; that is no edit."""
        if spot == self.now.chosen:
            return self
        return replace(self, now=replace(self.now, chosen=spot), is_open=False)
