"""Taking everything out, and bringing it in: looked at first, done as one step, and taken back."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, Protocol, TypeVar

from coreapp.domain.errors import DatabaseBusyError
from coreapp.services.bundle import Bundle, Kind
from coreapp.services.log_ports import Database, Work
from coreapp.services.merging import FIRST, LAST, Counter, Difference, Tallies, Tally, differences
from coreapp.services.own_transfer import OwnBundle, OwnChanges, OwnMerged, OwnThings
from coreapp.services.watching import NOBODY, Part, Watch

_ATTEMPTS: Final = 3
"""So often it is begun anew because somebody has written meanwhile."""

_COMPARED: Final = 0.4
"""The share of the time of an import after which everything is compared, as measured."""

_SESSIONS_READ: Final = 0.4
_SPANS_READ: Final = 0.55
"""The shares of the time of an export, writing included."""

_Begin = Callable[[], AbstractContextManager[Work]]
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Preview:
    """What a bundle changes, or would change.

    Attributes:
        tallies: of each kind that the bundle has records of.
    """

    tallies: Tallies

    @property
    def total(self) -> Tally:
        """All kinds together."""
        return sum(self.tallies.values(), Tally())

    @property
    def changes_nothing(self) -> bool:
        """Whether everything is there already."""
        return self.total == Tally(same=self.total.same)


@dataclass(frozen=True, slots=True)
class Undone:
    """What became of an import that was taken back.

    Attributes:
        left: how many records were edited since, and stay as they are, by their kinds.
    """

    left: Mapping[Kind, int]

    @property
    def total_left(self) -> int:
        """How many stay as they are in all."""
        return sum(self.left.values())


class Undo(Protocol):
    """Takes back what an import has changed."""

    def __call__(self, watch: Watch = NOBODY) -> Undone:
        """Put everything back as it was, but what was edited since.

        Raises:
            CoreappError: it cannot be stored; nothing is changed.
            CancelledError: whoever watches does not want it any more; nothing is changed.
        """


@dataclass(frozen=True, slots=True)
class Merged(Preview):
    """What bringing in has changed, and the way back.

    Attributes:
        undo: puts everything back as it was.
    """

    undo: Undo


class Transfer:
    """Export and import."""

    def __init__(self, database: Database, own: OwnThings | None = None) -> None:
        """Take out and bring in.

        Args:
            database: the log and the plan.
            own: a person's own exercises, routines and marks; None leaves them out.
        """
        self._database = database
        self._own = own

    def collect(self, *, with_presence: bool, watch: Watch = NOBODY) -> Bundle:
        """Return everything to be exported; the private spans only if asked for.

        Raises:
            CoreappError: it cannot be read.
            CancelledError: whoever watches does not want it any more.
        """
        with self._database.reading() as work:
            sessions = tuple(work.sessions.between(None, None))
            watch.reached(_SESSIONS_READ)
            spans = tuple(work.spans.between(FIRST, LAST)) if with_presence else ()
            watch.reached(_SPANS_READ)
            return Bundle(
                sessions=sessions,
                entries=tuple(work.schedule.all()),
                spans=spans,
                own=OwnBundle() if self._own is None else self._own.collect(),
                activities=tuple(work.activities.between(None, None)),
                shoes=tuple(work.shoes.all()),
                days=tuple(work.days.between(None, None)),
            )

    def preview(self, bundle: Bundle, watch: Watch = NOBODY) -> Preview:
        """Return what a bundle would change; nothing is changed.

        Raises:
            CoreappError: something in it cannot be used, or what is kept cannot be read.
            CancelledError: whoever watches does not want it any more.
        """
        changes = None if self._own is None else self._own.changes(bundle.own)
        with self._database.reading() as work:
            found = differences(work, bundle, watch)
        return Preview(_tallies(found, bundle, changes))

    def merge(self, bundle: Bundle, watch: Watch = NOBODY) -> Merged:
        """Bring a bundle in by id, all or nothing: the same one twice changes nothing.

        Everything is made ready before the first change, so that a session that runs meanwhile can
        be written: only then do others have to wait, for a second at most with ten years.

        Raises:
            CoreappError: something in it cannot be used, or not be stored; nothing is changed.
            CancelledError: whoever watches does not want it any more; nothing is changed.
        """
        return self._tried(lambda begin: self._merge(bundle, watch, begin))

    def _tried(self, do: Callable[[_Begin], _Result]) -> _Result:
        """Do something in a transaction that writes late; anew if what it compared was edited."""
        for _attempt in range(_ATTEMPTS - 1):
            with suppress(DatabaseBusyError):
                return do(self._database.preparing)
        return do(self._database.preparing)

    def _merge(self, bundle: Bundle, watch: Watch, begin: _Begin) -> Merged:
        own: OwnMerged | None = None
        try:
            with begin() as work:
                found = differences(work, bundle, Part(watch, 0, _COMPARED, 1))
                coming = sum(each.tally.added + each.tally.changed for each in found)
                count = Counter(Part(watch, _COMPARED, 1, coming))
                stores = [each.prepare(work, count) for each in found]
                work.begin_writing()
                for each in found:
                    each.check(work)
                own = None if self._own is None else self._own.merge(bundle.own)
                for store in stores:
                    store()
        except BaseException:
            if own is not None:
                own.undo()
            raise
        tallies = _tallies(found, bundle, None if own is None else own.changes)
        return Merged(tallies, partial(self._undo, found, own))

    def _undo(
        self, made: Sequence[Difference[Any]], own: OwnMerged | None, watch: Watch = NOBODY
    ) -> Undone:
        return self._tried(lambda begin: self._take_back(made, own, watch, begin))

    def _take_back(
        self, made: Sequence[Difference[Any]], own: OwnMerged | None, watch: Watch, begin: _Begin
    ) -> Undone:
        count = Counter(Part(watch, 0, 1, sum(each.steps_back for each in made)))
        with begin() as work:
            ways = [each.prepare_back(work, count) for each in reversed(made)]
            work.begin_writing()
            for way in ways:
                way.take_back()
            left = {way.kind: way.left for way in ways if way.left}
            # Last: if it fails, the log stays as it was, too.
            if own is not None:
                left |= {Kind(name): count for name, count in own.undo().items() if count}
        return Undone(left)


def _tallies(
    found: Sequence[Difference[Any]], bundle: Bundle, changes: OwnChanges | None
) -> Tallies:
    """Return the kinds of which there is something, in the order in which they are told."""
    tallies = {each.kind: each.tally for each in found}
    if changes is not None:
        for name, added in changes.added.items():
            changed = changes.different[name] - added
            same = len(getattr(bundle.own, name)) - added - changed
            tallies[Kind(name)] = Tally(added, changed, same)
    return {kind: tallies[kind] for kind in Kind if tallies.get(kind, Tally()) != Tally()}
