"""What the plan asks of the log: the same few questions whatever there is in it."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from coreapp.services.adherence import AdherenceReader
from coreapp.services.planning import Planning
from coreapp.storage.database import SqlDatabase
from tests.fakes import records
from tests.fakes.clock import FakeClock
from tests.fakes.session_content import session_library

MONDAY = date(2026, 3, 2)


def statements(ask: Callable[[], object]) -> list[str]:
    """Return what is asked of the database meanwhile."""
    found: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        found.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        ask()
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    return [each for each in found if "SELECT" in each]


def fill(sql: SqlDatabase, days: int) -> None:
    with sql.work() as work:
        work.schedule.add(records.entry(changed=False))
        evening = datetime(2026, 3, 2, 18, tzinfo=UTC)
        begun = [evening - timedelta(days=number) for number in range(days)]
        work.sessions.add_all(
            [records.session(f"s{at:%j}", started_at=at, planned=None) for at in begun]
        )


@pytest.mark.parametrize("days", [1, 40])
def test_the_plan_is_asked_in_a_few_questions(sql: SqlDatabase, days: int) -> None:
    fill(sql, days)
    reader = AdherenceReader(sql, FakeClock())
    planning = Planning(session_library(), sql, FakeClock(), lambda: "e1")
    start = datetime(2026, 3, 1, tzinfo=UTC)

    for most, ask in {
        8: lambda: reader.between(MONDAY - timedelta(days=28), MONDAY),  # what became of it
        6: lambda: planning.between(start, start + timedelta(days=31)),  # a month of it
    }.items():
        asked = statements(ask)

        assert len(asked) <= most
        assert not any("performed_set" in each for each in asked), "no sets are read"
