"""Private stretches of days at the desk, as rows.

They are read column by column, not as mapped objects: a year has twelve thousand.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from coreapp.domain.training_log import BreakSpan
from coreapp.services.log_ports import Store, Told
from coreapp.storage.repositories.batching import batches
from coreapp.storage.repositories.staging import Staging
from coreapp.storage.tables import BreakSpanRow

_OVERLAP: Final = timedelta(days=1)
"""So far spans that overlap are looked for; those of one computer never do."""

_OF_SPAN: Final = (
    BreakSpanRow.id,
    BreakSpanRow.started_at,
    BreakSpanRow.ended_at,
    BreakSpanRow.zone,
    BreakSpanRow.kind,
    BreakSpanRow.reason,
)


class SqlBreakSpans:
    """Private stretches of sitting, breaks and absence."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, spans: Sequence[BreakSpan]) -> None:
        """Store spans; those with the same id are replaced."""
        rows = {span.id: _columns(span) for span in spans}
        self.remove(rows)
        if rows:
            self._session.execute(insert(BreakSpanRow), list(rows.values()))

    def prepare(self, spans: Sequence[BreakSpan], told: Told) -> Store:
        """Make many spans ready; what is returned stores them as `add` does."""
        rows = Staging(self._session, BreakSpanRow)
        for some in batches(spans):
            rows.add([_columns(each) for each in some])
            told(len(some))
        return partial(rows.replace, BreakSpanRow.id)

    def some(self, identities: Sequence[str]) -> Sequence[BreakSpan]:
        """Return the spans with these ids, in no order; there need not be one for each."""
        spans = select(*_OF_SPAN)
        queries = (spans.where(BreakSpanRow.id.in_(each)) for each in batches(identities))
        return [BreakSpan(*row) for query in queries for row in self._session.execute(query)]

    def between(self, start: datetime, end: datetime) -> Sequence[BreakSpan]:
        """Return spans that touch [start, end), oldest first.

        One may be weeks long: nobody was there. What tiles the time ends in the order in which it
        begins, so the first to end after `start` is the first to be read, not the oldest of all.
        Spans that overlap come from a file of another computer; a day more finds those.
        """
        row = BreakSpanRow
        ends_first = select(row.started_at).where(row.ended_at > start).order_by(row.ended_at)
        first = self._session.scalar(ends_first.limit(1))
        if first is None:
            return []
        query = (
            select(*_OF_SPAN)
            .where(row.started_at >= min(first, start - _OVERLAP), row.started_at < end)
            .where(row.ended_at > start)
            .order_by(row.started_at, row.id)
        )
        return [BreakSpan(*each) for each in self._session.execute(query)]

    def remove(self, identities: Collection[str]) -> None:
        """Delete the spans with these ids; there need not be one for each."""
        for some in batches(list(identities)):
            self._session.execute(delete(BreakSpanRow).where(BreakSpanRow.id.in_(some)))

    def delete_before(self, moment: datetime) -> int:
        """Delete spans that ended before `moment`; return how many."""
        is_before = BreakSpanRow.ended_at < moment
        count = self._session.scalar(select(func.count(BreakSpanRow.id)).where(is_before))
        self._session.execute(delete(BreakSpanRow).where(is_before))
        return count or 0


def _columns(span: BreakSpan) -> dict[str, object]:
    return {
        "id": span.id,
        "started_at": span.start,
        "ended_at": span.end,
        "zone": span.zone,
        "kind": span.kind,
        "reason": span.reason,
    }
