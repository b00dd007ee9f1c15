"""Taking the log and the plan out, and merging them in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Generic, Protocol, TypeVar

from coreapp.services.bundle import Bundle
from coreapp.services.own_transfer import OwnBundle, OwnMerged, OwnThings
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

    def __init__(self, database: Database, own: OwnThings | None = None) -> None:
        """Take out and bring in.

        Args:
            database: the log and the plan.
            own: a person's own exercises, routines and marks; None leaves them out.
        """
        self._database = database
        self._own = own

    def collect(self, *, with_presence: bool) -> Bundle:
        """Return everything to be exported; the private spans only if asked for."""
        with self._database.work() as work:
            spans = work.spans.between(_FIRST, _LAST) if with_presence else ()
            return Bundle(
                tuple(work.sessions.between(None, None)),
                tuple(work.schedule.all()),
                tuple(spans),
                OwnBundle() if self._own is None else self._own.collect(),
            )

    def merge(self, bundle: Bundle) -> Merged:
        """Bring a bundle in by id, all or nothing: the same one twice changes nothing.

        Raises:
            CoreappError: something in it cannot be used, or not be stored; nothing is changed.
        """
        own = self._merge_own(bundle.own)
        try:
            merged = self._merge_log(bundle)
        except BaseException:
            own.undo()
            raise
        added, changed = merged.added + own.added, merged.changed + own.changed
        return Merged(added, changed, len(bundle) - added - changed)

    def _merge_own(self, bundle: OwnBundle) -> OwnMerged:
        if self._own is None:
            return OwnMerged(0, 0, lambda: None)
        return self._own.merge(bundle)

    def _merge_log(self, bundle: Bundle) -> Merged:
        """Bring in log and plan, in one transaction."""
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
        return Merged(added, changed, 0)


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
