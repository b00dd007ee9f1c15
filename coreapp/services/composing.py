"""“I have N minutes”: a routine made for here and now, that the player finds by its id."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial

from coreapp.domain.composer import Composition, compose
from coreapp.domain.marks import NO_TASTE, Taste
from coreapp.domain.wish import Wish
from coreapp.services.composing_words import routine_name
from coreapp.services.library import Library
from coreapp.services.log_ports import Database
from coreapp.services.ports import Clock

LAST_SESSIONS = 3
"""What was done in so many sessions, breaks among them, is avoided."""

LOOK_BACK = timedelta(days=14)


class Composing:
    """Makes routines, and puts them into the library for as long as the program runs."""

    def __init__(
        self,
        library: Library,
        database: Database,
        clock: Clock,
        taste: Callable[[], Taste] = lambda: NO_TASTE,
    ) -> None:
        """Compose from a library.

        Args:
            library: what there is.
            database: the log, for what was done last.
            clock: the clock.
            taste: tells what is liked, disliked and avoided today.
        """
        self._taste = taste
        self._library = library
        self._database = database
        self._clock = clock

    def recent(self) -> tuple[str, ...]:
        """Return the ids of the exercises of the last sessions, the newest first.

        Raises:
            CoreappError: the log cannot be read.
        """
        since = self._clock.reading().utc - LOOK_BACK
        with self._database.reading() as work:
            sessions = work.sessions.between(since, None)
        worked = ([each for each in session.sets if not each.skipped] for session in sessions)
        last = [sets for sets in worked if sets][:LAST_SESSIONS]
        return tuple(dict.fromkeys(each.exercise for sets in last for each in reversed(sets)))

    def propose(self, wish: Wish, seed: int, recent: Sequence[str] = ()) -> Composition:
        """Make a routine; from now on the library finds it by its id.

        Args:
            wish: what is wished.
            seed: the same seed gives the same routine, as long as nothing else is marked.
            recent: as `recent` gives it; nothing while the log is not open.

        Raises:
            InvalidValueError: nothing fits; it says which part of the wish to relax.
        """
        composition = compose(wish, self._library.exercises, recent, seed, self._taste())
        self._library.add_composed(composition.routine, partial(routine_name, wish))
        return composition


def first_seed(today: date) -> int:
    """Return the seed that a day begins with: the same all day, another one tomorrow."""
    return today.toordinal() * 100
