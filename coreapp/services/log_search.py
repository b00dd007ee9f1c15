"""Looking for something in the log: by title, exercise, kind of activity or note.

What things are called is known in every language, and small errors are forgiven, as in the library;
notes are in one's own words and have to hold what was typed.
"""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from coreapp.domain.activity import ActivityType
from coreapp.domain.day_record import DayMark
from coreapp.domain.errors import UnknownIdError
from coreapp.domain.log_lines import LogMatches, LogTexts
from coreapp.domain.search import best_matches, fold
from coreapp.i18n import LANGUAGES, names_in_all_languages
from coreapp.services.activity_words import type_names
from coreapp.services.library import Library
from coreapp.services.log_ports import Database
from coreapp.services.mark_words import mark_names

Key = TypeVar("Key")

_ENGLISH = str.maketrans("-_", "  ")


class LogSearch:
    """Knows the texts of the log, read once until something in it is another."""

    def __init__(self, database: Database, library: Library) -> None:
        self._database = database
        self._library = library
        self._texts: LogTexts | None = None

    def forget(self) -> None:
        """Read the texts anew the next time: the log is another one."""
        self._texts = None

    def find(self, word: str) -> LogMatches | None:
        """Return what matches a word; None if nothing was typed.

        Raises:
            CoreappError: the log cannot be read.
        """
        if not fold(word).strip():
            return None
        if self._texts is None:
            with self._database.reading() as work:
                self._texts = work.lines.texts()
        texts = self._texts
        return LogMatches(
            titles=frozenset(
                title for title, _routine in best_matches(word, texts.titles, self._title_names)
            ),
            exercises=frozenset(
                exercise
                for exercise, _name in best_matches(word, texts.exercises, self._exercise_names)
            ),
            types=frozenset(best_matches(word, ActivityType, _type_names)),
            marks=frozenset(best_matches(word, DayMark, _mark_names)),
            sessions=_with_word(word, texts.session_notes),
            activities=_with_word(word, texts.activity_notes),
            days=_with_word(word, texts.day_notes),
        )

    def _title_names(self, known: tuple[str, str]) -> Sequence[str]:
        """Return what a session is called: as it was written, and by its routine."""
        title, routine = known
        try:
            named = self._library.routine(routine)
        except UnknownIdError:
            return (title,)
        return tuple({title, *names_in_all_languages(named.text_context, named.name).values()})

    def _exercise_names(self, known: tuple[str, str]) -> Sequence[str]:
        """Return what an exercise is called: as it was written, and in the library."""
        identity, written = known
        try:
            exercise = self._library.exercise(identity)
        except UnknownIdError:
            return (written,)
        aliases = (alias for each in LANGUAGES for alias in exercise.aliases.get(each, ()))
        return tuple({written, *self._library.names(exercise).values(), *aliases})


def _type_names(kind: ActivityType) -> Sequence[str]:
    return *type_names(kind), kind.value.translate(_ENGLISH)


def _mark_names(mark: DayMark) -> Sequence[str]:
    return *mark_names(mark), mark.value


def _with_word(word: str, notes: Iterable[tuple[Key, str]]) -> frozenset[Key]:
    wanted = fold(word).strip()
    return frozenset(key for key, note in notes if wanted in fold(note))
