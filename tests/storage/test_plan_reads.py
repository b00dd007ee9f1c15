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
        for number in range(days):
            at = datetime(2026, 3, 2, 18, tzinfo=UTC) - timedelta(days=number)
            work.sessions.add(records.session(f"s{number}", started_at=at, planned=None))


@pytest.mark.parametrize("days", [1, 40])
def test_what_became_of_the_plan_is_asked_in_a_few_questions(sql: SqlDatabase, days: int) -> None:
    fill(sql, days)
    reader = AdherenceReader(sql, FakeClock())

    asked = statements(lambda: reader.between(MONDAY - timedelta(days=28), MONDAY))

    assert len(asked) <= 8
    assert not any("performed_set" in each for each in asked), "no sets are read"


@pytest.mark.parametrize("days", [1, 40])
def test_a_month_of_the_plan_is_asked_in_a_few_questions(sql: SqlDatabase, days: int) -> None:
    fill(sql, days)
    planning = Planning(session_library(), sql, FakeClock(), lambda: "e1")
    start = datetime(2026, 3, 1, tzinfo=UTC)

    asked = statements(lambda: planning.between(start, start + timedelta(days=31)))

    assert len(asked) <= 6
    assert not any("performed_set" in each for each in asked)
