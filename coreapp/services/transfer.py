"""Taking the log and the plan out, and merging them in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Generic, Protocol, TypeVar

from coreapp.services.bundle import Bundle
from coreapp.services.ports import Database


class _HasId(Protocol):
    """A record with an id."""

    @property
    def id(self) -> str:
        """The id."""


_Record = TypeVar("_Record", bound=_HasId)


@dataclass(frozen=True, slots=True)
class Merged:
    """How much an import changed."""

    added: int
    changed: int
    same: int


class Transfer:
    """Export and import."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def collect(self, *, with_presence: bool) -> Bundle:
        """Return everything to be exported; the private spans only if asked for."""
        with self._database.work() as work:
            spans = work.spans.between(_FIRST, _LAST) if with_presence else ()
            return Bundle(
                tuple(work.sessions.between(None, None)), tuple(work.schedule.all()), tuple(spans)
            )

    def merge(self, bundle: Bundle) -> Merged:
        """Bring a bundle in by id, in one transaction: the same one twice changes nothing."""
        with self._database.work() as work:
            sessions = _compared(bundle.sessions, work.sessions.between(None, None))
            entries = _compared(bundle.entries, work.schedule.all())
            spans = _compared(bundle.spans, work.spans.between(_FIRST, _LAST))
            for session in sessions.wanted:
                work.sessions.add(session)
            for entry in entries.wanted:
                work.schedule.add(entry)
            work.spans.add(spans.wanted)
        added = len(sessions.added) + len(entries.added) + len(spans.added)
        changed = len(sessions.changed) + len(entries.changed) + len(spans.changed)
        total = len(bundle.sessions) + len(bundle.entries) + len(bundle.spans)
        return Merged(added, changed, total - added - changed)


@dataclass(frozen=True, slots=True)
class _Compared(Generic[_Record]):
    """The records of a bundle that are not there yet, or different there."""

    added: Sequence[_Record]
    changed: Sequence[_Record]

    @property
    def wanted(self) -> Sequence[_Record]:
        """What has to be stored."""
        return (*self.added, *self.changed)


def _compared(records: Sequence[_Record], stored: Sequence[_Record]) -> _Compared[_Record]:
    known = {each.id: each for each in stored}
    return _Compared(
        [each for each in records if each.id not in known],
        [each for each in records if each.id in known and known[each.id] != each],
    )


_FIRST = datetime(1970, 1, 1, tzinfo=UTC)
_LAST = datetime(9999, 1, 1, tzinfo=UTC)
