"""Comparing the records of a bundle with those that are kept, and putting them in their place."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any, Final, Generic, Protocol, TypeVar

from coreapp.domain.day_record import DayRecord
from coreapp.domain.schedule import ScheduleEntry
from coreapp.domain.shoe import Shoe
from coreapp.domain.training_log import BreakSpan, PerformedSession
from coreapp.services.bundle import Bundle, Kind
from coreapp.services.log_ports import ScheduleEntries, Shoes, Work

FIRST: Final = datetime(1970, 1, 1, tzinfo=UTC)
LAST: Final = datetime(9999, 1, 1, tzinfo=UTC)
"""Before and after everything that is kept."""

_FEW: Final = 100
"""So many are looked for one by one; where there are more, all are read at once."""

_Record = TypeVar("_Record")
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

    def put(self, records: Sequence[_Record]) -> None:
        """Store some; what has the same key is replaced."""

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

    def make(self, work: Work) -> None:
        """Store what is new and what differs."""
        self.shelf(work).put([*self.added, *self.changed])

    def take_back(self, work: Work) -> None:
        """Put back what was kept before."""
        shelf = self.shelf(work)
        shelf.drop(self.added)
        shelf.put(self.former)


def differences(work: Work, bundle: Bundle) -> Sequence[Difference[Any]]:
    """Return what a bundle would change in the log and the plan, kind by kind."""

    def compare(
        kind: Kind, records: Sequence[_Record], shelf: Callable[[Work], _Shelf[_Record]]
    ) -> Difference[_Record]:
        untold = bundle.untold.get(kind, ())
        added, changed, former = [], [], []
        for each, kept in zip(records, shelf(work).find(records), strict=True):
            if kept is None:
                added.append(each)
            elif (coming := _completed(each, kept, untold)) != kept:
                changed.append(coming)
                former.append(kept)
        same = len(records) - len(added) - len(changed)
        return Difference(kind, shelf, added, changed, former, same)

    return [
        compare(Kind.SESSIONS, bundle.sessions, _SessionShelf),
        compare(Kind.ACTIVITIES, bundle.activities, lambda it: _Singly(it.activities, _id)),
        compare(Kind.DAYS, bundle.days, lambda it: _Singly(it.days, _day)),
        compare(Kind.SHOES, bundle.shoes, lambda it: _Singly(_Shoes(it.shoes), _id)),
        compare(Kind.ENTRIES, bundle.entries, lambda it: _Singly(_Plan(it.schedule), _id)),
        compare(Kind.SPANS, bundle.spans, _SpanShelf),
    ]


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


class _Port(Protocol[_Record, _Key_contra]):
    """Most ports of storage look like this."""

    def add_all(self, records: Sequence[_Record], /) -> None: ...

    def get(self, key: _Key_contra, /) -> _Record | None: ...

    def delete(self, key: _Key_contra, /) -> bool: ...


@dataclass(frozen=True, slots=True)
class _Singly(Generic[_Record, _Key]):
    """Records that are got, stored and deleted one by one."""

    port: _Port[_Record, _Key]
    key: Callable[[_Record], _Key]

    def find(self, records: Sequence[_Record]) -> Sequence[_Record | None]:
        return [self.port.get(self.key(each)) for each in records]

    def put(self, records: Sequence[_Record]) -> None:
        self.port.add_all(records)

    def drop(self, records: Sequence[_Record]) -> None:
        for each in records:
            self.port.delete(self.key(each))


@dataclass(frozen=True, slots=True)
class _Shoes:
    """Shoes, of which nobody has many."""

    shoes: Shoes

    def add_all(self, pairs: Sequence[Shoe], /) -> None:
        for each in pairs:
            self.shoes.add(each)

    def get(self, identity: str, /) -> Shoe | None:
        return self.shoes.get(identity)

    def delete(self, identity: str, /) -> bool:
        return self.shoes.delete(identity)


@dataclass(frozen=True, slots=True)
class _Plan:
    """The plan, with the names that the log has."""

    entries: ScheduleEntries

    def add_all(self, entries: Sequence[ScheduleEntry], /) -> None:
        for each in entries:
            self.entries.add(each)

    def get(self, identity: str, /) -> ScheduleEntry | None:
        return self.entries.get(identity)

    def delete(self, identity: str, /) -> bool:
        return self.entries.remove(identity)


@dataclass(frozen=True, slots=True)
class _SessionShelf:
    """Sessions, which are many in a file that was exported after years."""

    work: Work

    def find(self, records: Sequence[PerformedSession]) -> Sequence[PerformedSession | None]:
        if len(records) <= _FEW:
            return [self.work.sessions.get(each.id) for each in records]
        by_id = {each.id: each for each in self.work.sessions.between(None, None)}
        return [by_id.get(each.id) for each in records]

    def put(self, records: Sequence[PerformedSession]) -> None:
        self.work.sessions.add_all(records)

    def drop(self, records: Sequence[PerformedSession]) -> None:
        self.work.sessions.remove([each.id for each in records])


@dataclass(frozen=True, slots=True)
class _SpanShelf:
    """Spans, of which there are many; one with the same id may have been at any time."""

    work: Work

    def find(self, records: Sequence[BreakSpan]) -> Sequence[BreakSpan | None]:
        kept: Iterable[BreakSpan] = self.work.spans.between(FIRST, LAST) if records else ()
        by_id = {each.id: each for each in kept}
        return [by_id.get(each.id) for each in records]

    def put(self, records: Sequence[BreakSpan]) -> None:
        self.work.spans.add(records)

    def drop(self, records: Sequence[BreakSpan]) -> None:
        self.work.spans.remove([each.id for each in records])


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


def _id(record: _HasId) -> str:
    return record.id


def _day(record: DayRecord) -> date:
    return record.day
