"""Taking the log and the plan out, and merging them in."""

from dataclasses import dataclass
from datetime import UTC, datetime

from coreapp.services.bundle import Bundle
from coreapp.services.ports import Database


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
        added = changed = same = 0
        with self._database.work() as work:
            known_spans = {span.id: span for span in work.spans.between(_FIRST, _LAST)}
            pairs = [
                *((each, work.sessions.get(each.id)) for each in bundle.sessions),
                *((each, work.schedule.get(each.id)) for each in bundle.entries),
                *((each, known_spans.get(each.id)) for each in bundle.spans),
            ]
            for new, known in pairs:
                added += known is None
                changed += known is not None and known != new
                same += known == new
            for session in bundle.sessions:
                work.sessions.add(session)
            for entry in bundle.entries:
                work.schedule.add(entry)
            work.spans.add(bundle.spans)
        return Merged(added, changed, same)


_FIRST = datetime(1970, 1, 1, tzinfo=UTC)
_LAST = datetime(9999, 1, 1, tzinfo=UTC)
