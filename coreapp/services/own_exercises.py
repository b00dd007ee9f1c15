"""Exercises of one's own: made, duplicated, changed, deleted and brought back."""

from dataclasses import replace
from pathlib import Path

from coreapp.domain.errors import InvalidValueError, StillUsedError, UnknownIdError, marked
from coreapp.domain.exercise import Exercise
from coreapp.domain.own import blank_exercise, checked_exercise, shortened_name
from coreapp.domain.routine_editing.faults import faults
from coreapp.i18n import _, language, pgettext
from coreapp.services.library import Library
from coreapp.services.own_documents import document_of
from coreapp.services.ports import Documents, Identities, Pictures

MOST_PICTURE_BYTES = 4 * 1024 * 1024
"""Of one picture as it is kept; those who take one in make it smaller before."""

_JPEG = b"\xff\xd8\xff"
_PNG = b"\x89PNG\r\n\x1a\n"


class OwnExercises:
    """Keeps exercises of one's own in documents, and the library in step with them."""

    def __init__(
        self, library: Library, documents: Documents, pictures: Pictures, new_id: Identities
    ) -> None:
        self._library = library
        self._documents = documents
        self._pictures = pictures
        self._new_id = new_id
        self._is_swept = False

    def begin(self) -> Exercise:
        """Return a new exercise to be filled in; nothing is kept yet."""
        return blank_exercise(self._new_id())

    def begin_copy(self, identity: str) -> Exercise:
        """Return a copy of an exercise to be changed; nothing is kept yet.

        Its texts are those of the language that is shown now, and it shows the same figure.

        Raises:
            UnknownIdError: there is no exercise with that id.
        """
        original = self._library.exercise(identity)
        shown = in_language_shown(original)
        name = shortened_name(_("Copy of {name}").format(name=shown.name))
        figure = original.figure
        if not figure and not self._library.is_own_exercise(identity):
            figure = identity
        return replace(shown, id=self._new_id(), name=name, figure=figure)

    def save(self, exercise: Exercise) -> Exercise:
        """Keep an exercise, new or changed; return it as it is kept.

        Raises:
            InvalidValueError: something in it cannot be used; its remedy is a sentence.
            CoreappError: it cannot be written; nothing is changed.
        """
        checked = checked_exercise(exercise)
        self._check_uses(checked)
        self._sweep()
        self._documents.save(checked.id, document_of(checked))
        self._library.put_exercise(checked)
        return checked

    def delete(self, identity: str) -> Exercise:
        """Delete an exercise; return it, so that it can be brought back with `save`.

        Its pictures stay until the next run of the program.

        Raises:
            UnknownIdError: there is no exercise of one's own with that id.
            StillUsedError: a routine of one's own needs it.
            CoreappError: it cannot be deleted; nothing is changed.
        """
        if not self._library.is_own_exercise(identity):
            raise UnknownIdError("exercise", identity)
        exercise = self._library.exercise(identity)
        users = self._library.own_routines_with(identity)
        if users:
            names = [self._library.routine_name(each.id) for each in users]
            raise StillUsedError(self._library.exercise_name(identity), names)
        self._sweep()
        self._documents.delete(identity)
        self._library.drop_exercise(identity)
        return exercise

    def take_picture(self, content: bytes) -> str:
        """Keep a picture, and return the name under which an exercise can show it.

        Args:
            content: JPEG or PNG, already made as small as it is to be shown.

        Raises:
            InvalidValueError: it is no such picture, or too large.
            CoreappError: it cannot be written.
        """
        ending = checked_content(content)
        name = f"{self._new_id()}.{ending}"
        self._sweep()
        self._pictures.save(name, content)
        return name

    def picture_path(self, name: str) -> Path:
        """Return where a picture lies."""
        return self._pictures.path(name)

    def _check_uses(self, exercise: Exercise) -> None:
        """Refuse a change by which a routine of one's own could no longer be done."""
        before = {each.id: each for each in self._library.exercises}
        after = before | {exercise.id: exercise}
        for routine in self._library.own_routines_with(exercise.id):
            # What was wrong with it before is no reason against the change.
            if set(faults(routine, after)) - set(faults(routine, before)):
                raise InvalidValueError(
                    "kind",
                    exercise.kind,
                    marked("The routine “{routine}” needs it as it is. Make a copy instead."),
                    routine=self._library.routine_name(routine.id),
                )

    def _sweep(self) -> None:
        """Delete the pictures that nobody shows any more, once in a run, before anything changes.

        Not while a document cannot be read: it may be its pictures.
        """
        if self._is_swept or any(each.kind == "exercise" for each in self._library.left_out):
            return
        self._is_swept = True
        shown = {name for each in self._library.exercises for name in each.pictures}
        for name in self._pictures.names():
            if name not in shown:
                self._pictures.delete(name)


def checked_content(content: bytes) -> str:
    """Return the ending that goes with a picture's content.

    Raises:
        InvalidValueError: it is neither JPEG nor PNG, or too large.
    """
    if len(content) > MOST_PICTURE_BYTES:
        raise InvalidValueError(
            "pictures", len(content), marked("This picture is too large. Choose a smaller one.")
        )
    for ending, beginning in (("jpg", _JPEG), ("png", _PNG)):
        if content.startswith(beginning):
            return ending
    raise InvalidValueError("pictures", len(content), marked("This is not a picture."))


def in_language_shown(exercise: Exercise) -> Exercise:
    """Return an exercise whose texts are written as they are shown now, with no catalogue."""
    context = exercise.text_context

    def shown(text: str) -> str:
        return pgettext(context, text)

    def all_shown(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(shown(text) for text in texts)

    return replace(
        exercise,
        name=shown(exercise.name),
        aliases={each: names for each, names in exercise.aliases.items() if each == language()},
        why=shown(exercise.why),
        setup=shown(exercise.setup),
        steps=all_shown(exercise.steps),
        breathing=shown(exercise.breathing),
        mistakes=all_shown(exercise.mistakes),
        stop_if=all_shown(exercise.stop_if),
        cautions=all_shown(exercise.cautions),
        sources=all_shown(exercise.sources),
        seated=shown(exercise.seated),
        levels=tuple(
            replace(each, text=shown(each.text), move_up=shown(each.move_up))
            for each in exercise.levels
        ),
        positions=tuple(
            replace(each, name=shown(each.name), cue=shown(each.cue)) for each in exercise.positions
        ),
    )
