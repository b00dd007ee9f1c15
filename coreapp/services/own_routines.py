"""Routines of one's own: begun, duplicated, kept, deleted with a way back."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from coreapp.domain.errors import InvalidValueError, NotNowError, UnknownIdError, marked
from coreapp.domain.exercise import Exercise
from coreapp.domain.own import shortened_name
from coreapp.domain.routine import Block, Routine
from coreapp.domain.routine_editing.faults import faults, sound
from coreapp.i18n import _, pgettext
from coreapp.services.editing_words import fault_error
from coreapp.services.library import Library
from coreapp.services.own_documents import document_of, routine_from
from coreapp.services.ports import Documents, Identities


class OwnRoutines:
    """Keeps a person's routines in the library and on the disk alike."""

    def __init__(
        self,
        library: Library,
        documents: Documents,
        new_id: Identities,
        is_planned: Callable[[str], bool],
    ) -> None:
        """Keep routines.

        Args:
            library: where they are found while the program runs.
            documents: where they are kept.
            new_id: makes ids.
            is_planned: tells whether the plan has a routine.
        """
        self._library = library
        self._documents = documents
        self._new_id = new_id
        self._is_planned = is_planned

    @property
    def exercises(self) -> Mapping[str, Exercise]:
        """What a routine can be made of."""
        return {each.id: each for each in self._library.exercises}

    def new(self) -> Routine:
        """Return an empty routine; it is not kept before there is a step in it."""
        return Routine(self._new_id(), _("My routine"), (Block(()),))

    def duplicate(self, identity: str) -> Routine:
        """Keep a copy of a routine, shipped or own, and return it.

        Its texts are those of the language that is shown: what a person can change is no longer
        what a catalogue can translate.

        Raises:
            UnknownIdError: there is no routine with that id.
            CoreappError: it cannot be stored.
        """
        routine = self._library.routine(identity)
        name = _("Copy of {routine}").format(routine=self._library.routine_name(identity))
        copy = replace(_frozen(routine), id=self._new_id(), name=shortened_name(name))
        return self.keep(copy)

    def keep(self, routine: Routine) -> Routine:
        """Store a routine, a new one or a changed one; return it as it is kept.

        Raises:
            InvalidValueError: it has faults (see `routine_editing.faults`).
            CoreappError: it cannot be stored.
        """
        library, exercises = self._library, self.exercises
        is_own = library.is_own_routine(routine.id)
        if not is_own and any(each.id == routine.id for each in library.routines):
            raise InvalidValueError(
                "id", routine.id, marked("A shipped one has this id; use another.")
            )
        if found := faults(routine, exercises):
            raise fault_error(found[0], routine)
        kept = sound(routine, exercises)
        # What is read at the next start is made sure of now.
        document = document_of(kept)
        routine_from(document)
        self._documents.save(kept.id, document)
        library.put_routine(kept)
        return kept

    def delete(self, identity: str) -> Routine:
        """Delete a routine of one's own; return it, so that `keep` can bring it back.

        Raises:
            UnknownIdError: there is no routine of one's own with that id.
            NotNowError: it is in the plan, which would remind of what is not there any more.
            CoreappError: it cannot be deleted.
        """
        if not self._library.is_own_routine(identity):
            raise UnknownIdError("routine", identity)
        if self._is_planned(identity):
            raise NotNowError(
                marked("This routine is in the plan. Take it out of the plan, then delete it.")
            )
        routine = self._library.routine(identity)
        self._documents.delete(identity)
        self._library.drop_routine(identity)
        return routine


def _frozen(routine: Routine) -> Routine:
    """Return a routine whose texts are those of the language that is shown."""

    def shown(text: str) -> str:
        return pgettext(routine.text_context, text)

    blocks = tuple(
        replace(block, steps=tuple(replace(step, note=shown(step.note)) for step in block.steps))
        for block in routine.blocks
    )
    return replace(
        routine,
        blocks=blocks,
        audience=shown(routine.audience),
        not_when=shown(routine.not_when),
        frequency=shown(routine.frequency),
        progression=shown(routine.progression),
        context="",
    )
