"""Comparing the records of a bundle with those that are kept, and putting them in their place."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any, Final, Generic, Protocol, TypeVar

from coreapp.domain.day_record import DayRecord
from coreapp.domain.errors import DatabaseBusyError
from coreapp.domain.schedule import ScheduleEntry
from coreapp.services.bundle import Bundle, Kind
from coreapp.services.log_ports import ScheduleEntries, Store, Told, Work
from coreapp.services.watching import NOBODY, Part, Watch

FIRST: Final = datetime(1970, 1, 1, tzinfo=UTC)
LAST: Final = datetime(9999, 1, 1, tzinfo=UTC)
"""Before and after everything that is kept."""

_AT_ONCE: Final = 500
"""So many are looked for together; in between somebody may cancel."""


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_Record = TypeVar("_Record")
_Named = TypeVar("_Named", bound=_HasId)
_Key = TypeVar("_Key", bound=Hashable)
_Key_contra = TypeVar("_Key_contra", bound=Hashable, contravariant=True)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many records of a file are new here, take the place of others, or are here already."""

    added: int = 0
    changed: int = 0
    same: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.added + other.added, self.changed + other.changed, self.same + other.same)


Tallies = Mapping[Kind, Tally]


class _Shelf(Protocol[_Record]):
    """Where the records of one kind are kept, within a transaction."""

    def find(self, records: Sequence[_Record]) -> Sequence[_Record | None]:
        """Return for each of some records the one with its key that is kept."""

    def prepare(self, records: Sequence[_Record], told: Told) -> Store:
        """Make some ready to be stored; what has the same key is replaced."""

    def drop(self, records: Sequence[_Record]) -> None:
        """Delete some."""


@dataclass(frozen=True, slots=True)
class Difference(Generic[_Record]):
    """What a bundle changes in one kind of records.

    Attributes:
        added: records that are not kept yet.
        changed: records that take the place of others.
        former: those others, in the same order.
        same: how many are kept already, just the same.
    """

    kind: Kind
    shelf: Callable[[Work], _Shelf[_Record]]
    added: Sequence[_Record]
    changed: Sequence[_Record]
    former: Sequence[_Record]
    same: int

    @property
    def tally(self) -> Tally:
        """How many there are of each."""
        return Tally(len(self.added), len(self.changed), self.same)

    @property
    def steps_back(self) -> int:
        """How many steps `prepare_back` tells of at most: each is compared, then made ready."""
        return len(self.added) + 2 * len(self.changed)

    def prepare(self, work: Work, told: Told) -> Store:
        """Make ready what is new and what differs; what is returned stores it."""
        coming = [*self.added, *self.changed]
        return self.shelf(work).prepare(coming, told) if coming else _nothing

    def check(self, work: Work) -> None:
        """Look whether what is kept is still what was compared.

        Raises:
            DatabaseBusyError: somebody has written it meanwhile.
        """
        shelf = self.shelf(work)
        added = _found(shelf, self.added, _untold)
        changed = _found(shelf, self.changed, _untold)
        if any(each is not None for each in added) or changed != [*self.former]:
            raise DatabaseBusyError("changed while it was compared")

    def prepare_back(self, work: Work, told: Told) -> "WayBack":
        """Make ready what was kept before; what was edited or deleted since is left alone."""
        shelf = self.shelf(work)
        gone, still, back, left = [], [], [], 0
        added = _found(shelf, self.added, told)
        for came, now in zip(self.added, added, strict=True):
            if now == came:
                gone.append(came)
            elif now is not None:
                left += 1
        changed = _found(shelf, self.changed, told)
        for came, now, former in zip(self.changed, changed, self.former, strict=True):
            if now == came:
                still.append(came)
                back.append(former)
            else:
                left += 1
        store = shelf.prepare(back, told) if back else _nothing

        def take_back() -> None:
            if _found(shelf, [*gone, *still], _untold) != [*gone, *still]:
                raise DatabaseBusyError("changed while it was compared")
            shelf.drop(gone)
            store()

        return WayBack(self.kind, take_back, left)


@dataclass(frozen=True, slots=True)
class WayBack:
    """How what a bundle has changed in one kind of records is taken back.

    Attributes:
        take_back: does it, quickly.
        left: how many were edited since, and stay as they are.
    """

    kind: Kind
    take_back: Store
    left: int


def differences(work: Work, bundle: Bundle, watch: Watch = NOBODY) -> Sequence[Difference[Any]]:
    """Return what a bundle would change in the log and the plan, kind by kind.

    Raises:
        CancelledError: whoever watches does not want it any more.
    """
    counter = Counter(Part(watch, 0, 1, _in_the_log(bundle)))

    def compare(
        kind: Kind, records: Sequence[_Record], shelf: Callable[[Work], _Shelf[_Record]]
    ) -> Difference[_Record]:
        untold = bundle.untold.get(kind, ())
        added, changed, former = [], [], []
        found = _found(shelf(work), records, counter)
        for each, kept in zip(records, found, strict=True):
            if kept is None:
                added.append(each)
            elif (coming := _completed(each, kept, untold)) != kept:
                changed.append(coming)
                former.append(kept)
        same = len(records) - len(added) - len(changed)
        return Difference(kind, shelf, added, changed, former, same)

    return [
        compare(Kind.SESSIONS, bundle.sessions, lambda it: _Many(it.sessions, _id)),
        compare(Kind.ACTIVITIES, bundle.activities, lambda it: _Many(it.activities, _id)),
        compare(Kind.DAYS, bundle.days, lambda it: _Many(it.days, _day)),
        compare(Kind.SHOES, bundle.shoes, lambda it: _Few(it.shoes)),
        compare(Kind.ENTRIES, bundle.entries, lambda it: _Few(_Plan(it.schedule))),
        compare(Kind.SPANS, bundle.spans, lambda it: _Many(it.spans, _id)),
    ]


class Counter:
    """Counts what is done, and tells it to whoever watches."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._done = 0

    def __call__(self, more: int) -> None:
        """Count so many more.

        Raises:
            CancelledError: it is not wanted any more.
        """
        self._done += more
        self._part.done(self._done)


def _in_the_log(bundle: Bundle) -> int:
    kinds = (bundle.sessions, bundle.activities, bundle.days, bundle.shoes, bundle.entries)
    return sum(map(len, kinds)) + len(bundle.spans)


def _found(
    shelf: _Shelf[_Record], records: Sequence[_Record], told: Told
) -> Sequence[_Record | None]:
    """Return what is kept of some records, part by part, so that it can be cancelled."""
    found: list[_Record | None] = []
    for begin in range(0, len(records), _AT_ONCE):
        part = records[begin : begin + _AT_ONCE]
        found += shelf.find(part)
        told(len(part))
    return found


def _nothing() -> None:
    """Store nothing."""


def _untold(_more: int) -> None:
    """Nobody waits for it."""


def _completed(new: _Record, kept: _Record, untold: Sequence[tuple[str, ...]]) -> _Record:
    """Return a record that comes, with what is kept where it says nothing."""
    for path in untold:
        new = _with_part(new, kept, path)
    return new


def _with_part(new: Any, kept: Any, path: tuple[str, ...]) -> Any:  # noqa: ANN401  any record
    name, *inner = path
    part = getattr(kept, name)
    if inner and part is not None and getattr(new, name) is not None:
        part = _with_part(getattr(new, name), part, tuple(inner))
    return replace(new, **{name: part})


class _Shop(Protocol[_Record, _Key_contra]):
    """Ports of storage that take many records look like this."""

    def prepare(self, records: Sequence[_Record], told: Told, /) -> Store: ...

    def some(self, keys: Sequence[_Key_contra], /) -> Sequence[_Record]: ...

    def remove(self, keys: Sequence[_Key_contra], /) -> None: ...


@dataclass(frozen=True, slots=True)
class _Many(Generic[_Record, _Key]):
    """Records of which a file may have tens of thousands."""

    port: _Shop[_Record, _Key]
    key: Callable[[_Record], _Key]

    def find(self, records: Sequence[_Record]) -> Sequence[_Record | None]:
        kept = {self.key(each): each for each in self.port.some([self.key(it) for it in records])}
        return [kept.get(self.key(each)) for each in records]

    def prepare(self, records: Sequence[_Record], told: Told) -> Store:
        return self.port.prepare(records, told)

    def drop(self, records: Sequence[_Record]) -> None:
        self.port.remove([self.key(each) for each in records])


class _Shelved(Protocol[_Record]):
    """Where records are got, stored and deleted one by one."""

    def add(self, record: _Record, /) -> None: ...

    def get(self, identity: str, /) -> _Record | None: ...

    def delete(self, identity: str, /) -> object: ...


@dataclass(frozen=True, slots=True)
class _Few(Generic[_Named]):
    """Records of which nobody has many."""

    port: _Shelved[_Named]

    def find(self, records: Sequence[_Named]) -> Sequence[_Named | None]:
        return [self.port.get(each.id) for each in records]

    def prepare(self, records: Sequence[_Named], told: Told) -> Store:
        def store() -> None:
            for each in records:
                self.port.add(each)

        told(len(records))
        return store

    def drop(self, records: Sequence[_Named]) -> None:
        for each in records:
            self.port.delete(each.id)


@dataclass(frozen=True, slots=True)
class _Plan:
    """The plan, with the names that the log has."""

    entries: ScheduleEntries

    def add(self, entry: ScheduleEntry, /) -> None:
        self.entries.add(entry)

    def get(self, identity: str, /) -> ScheduleEntry | None:
        return self.entries.get(identity)

    def delete(self, identity: str, /) -> bool:
        return self.entries.remove(identity)


def _id(record: _HasId) -> str:
    return record.id


def _day(record: DayRecord) -> date:
    return record.day
