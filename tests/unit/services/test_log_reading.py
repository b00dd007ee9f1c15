"""What the list of the log shows, asked page by page."""

from dataclasses import replace
from datetime import date

import pytest

from coreapp.domain.log_lines import LogKind
from coreapp.services.log_list import LogList
from coreapp.services.log_reading import LogQuestion, LogReading
from coreapp.services.log_search import LogSearch
from tests.each_case import each_case
from tests.fakes.clock import FakeClock
from tests.fakes.records import activity, session
from tests.fakes.shipped import shipped_library
from tests.fakes.work import FakeDatabase


@pytest.fixture
def database() -> FakeDatabase:
    made = FakeDatabase()
    with made.work() as work:
        work.sessions.add(session("s1"))
        work.activities.add(activity("a1"))
    return made


@pytest.fixture
def reading(database: FakeDatabase) -> LogReading:
    pages = LogList(database, FakeClock())
    return LogReading(pages, LogSearch(database, shipped_library()))


def ids(page) -> list[str]:
    return sorted(each.id for day in page.days for each in day.entries)


def test_a_page_has_what_was_chosen_and_typed(reading: LogReading) -> None:
    assert ids(reading.page(LogQuestion(), None)) == ["a1", "s1"]
    assert ids(reading.page(LogQuestion("fluss"), None)) == ["a1"]
    kinds = frozenset({LogKind.SESSION})
    assert ids(reading.page(LogQuestion(kinds=kinds), None)) == ["s1"]
    assert ids(reading.page(LogQuestion("fluss", kinds), None)) == []
    assert ids(reading.again(LogQuestion("fluss"), None, None)) == ["a1"]


def test_what_is_another_one_is_found_when_it_is_told(reading, database) -> None:
    assert ids(reading.page(LogQuestion("umbau"), None)) == []
    with database.work() as work:
        work.sessions.add(replace(session("s1"), note="Nach dem Umbau"))
    assert ids(reading.page(LogQuestion("umbau"), None)) == [], "texts are kept"

    reading.forget()

    assert ids(reading.page(LogQuestion("umbau"), None)) == ["s1"]


@each_case(
    ("question", "is_narrowed"),
    [
        (LogQuestion(), False),
        (LogQuestion("  "), False),
        (LogQuestion("run"), True),
        (LogQuestion(kinds=frozenset({LogKind.DAY})), True),
        (LogQuestion(before=date(2026, 2, 1)), True),
    ],
)
def test_a_question_says_whether_it_leaves_something_out(question, is_narrowed) -> None:
    assert question.is_narrowed is is_narrowed
