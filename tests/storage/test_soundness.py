"""What the check finds: each kind of damage is made, and must be named."""

import sqlite3
from contextlib import closing

import pytest

from coreapp.storage.database import SqlDatabase
from tests.fakes.records import activity, day_record, entry, session, shoe, span
from tests.storage.files import change


@pytest.fixture(scope="module")
def sound(tmp_path_factory) -> bytes:
    """A sound log, as it lies on the disk; made once, as it takes longer than what breaks it."""
    path = tmp_path_factory.mktemp("sound") / "coreapp.db"
    database = SqlDatabase(path)
    with database.work() as work:
        work.sessions.add(session())
        work.sessions.add(session("s2"))
        work.schedule.add(entry())
        work.spans.add([span()])
        work.activities.add(activity())
        work.shoes.add(shoe())
        work.days.add(day_record())
    database.close()
    return path.read_bytes()


@pytest.fixture
def stored(path, sound):
    path.parent.mkdir()
    path.write_bytes(sound)
    return path


def problems(path, *statements: str) -> list[str]:
    change(path, *statements)
    database = SqlDatabase(path)
    found = list(database.check())
    database.close()
    return found


WRONG = [
    (
        "UPDATE session SET ended_at = '2000-01-01 00:00:00.000000' WHERE id = 's1'",
        "Session s1 ends before it begins.",
    ),
    (
        "UPDATE session SET kind = 'x' WHERE id = 's1'",
        "Session s1 is of an unknown kind or outcome.",
    ),
    (
        "UPDATE session SET outcome = 'x' WHERE id = 's1'",
        "Session s1 is of an unknown kind or outcome.",
    ),
    (
        "UPDATE session SET effort = 10.5 WHERE id = 's1'",
        "Session s1 has an effort or a pain outside 0 to 10.",
    ),
    (
        "UPDATE session SET spent_seconds = -0.5 WHERE id = 's1'",
        "Session s1 lasts less than no time.",
    ),
    (
        "UPDATE session SET pain_before = -1, effort = NULL WHERE id = 's1'",
        "Session s1 has an effort or a pain outside 0 to 10.",
    ),
    (
        "UPDATE session SET pain_after = 11 WHERE id = 's1'",
        "Session s1 has an effort or a pain outside 0 to 10.",
    ),
    (
        "UPDATE session SET pain_during = 11 WHERE id = 's1'",
        "Session s1 has an effort or a pain outside 0 to 10.",
    ),
    (
        "UPDATE session SET pain_next_morning = 11 WHERE id = 's1'",
        "Session s1 has an effort or a pain outside 0 to 10.",
    ),
    (
        "UPDATE session SET zone = 'Nowhere' WHERE id = 's1'",
        "There is no time zone “Nowhere”, which the log names.",
    ),
    (
        "DELETE FROM session WHERE id = 's1'",
        "Sets are stored for the session s1, which is not there.",
    ),
    (
        "UPDATE performed_set SET actual_seconds = -1 WHERE session_id = 's1' AND phase = 1",
        "A set of session s1 lasts less than no time.",
    ),
    (
        "UPDATE performed_set SET planned_seconds = -1 WHERE session_id = 's1' AND phase = 1",
        "A set of session s1 lasts less than no time.",
    ),
    (
        "UPDATE performed_set SET side = 'x' WHERE session_id = 's1' AND phase = 3",
        "A set of session s1 is of an unknown side.",
    ),
    (
        "DELETE FROM schedule_entry",
        "Changes are stored for the plan entry e1, which is not there.",
    ),
    (
        "UPDATE schedule_entry SET rrule = 'FREQ=HOURLY'",
        "The plan entry e1 cannot be used: rrule, “FREQ=HOURLY”.",
    ),
    (
        "UPDATE schedule_exception SET skipped = 1",
        "The plan entry e1 cannot be used: skipped, “True”.",
    ),
    (
        "UPDATE break_span SET ended_at = started_at",
        "The stretch of time b1 ends before it begins.",
    ),
    (
        "UPDATE break_span SET zone = 'Nowhere'",
        "There is no time zone “Nowhere”, which the log names.",
    ),
    (
        "UPDATE activity SET zone = 'Nowhere'",
        "There is no time zone “Nowhere”, which the log names.",
    ),
    ("UPDATE activity SET minutes = 0", "The activity a1 has a value that cannot be used."),
    ("UPDATE activity SET hills = 'x'", "The activity a1 has a value that cannot be used."),
    ("UPDATE activity SET minutes = 'x'", "The activity a1 has a value that cannot be used."),
    ("UPDATE shoe SET name = ' '", "The shoes p1 have a value that cannot be used."),
    (
        "UPDATE day_record SET stress = 11",
        "What was said of 2026-03-04 has a value that cannot be used.",
    ),
    (
        "UPDATE day_record SET reliefs = 'heat'",
        "What was said of 2026-03-04 has a value that cannot be used.",
    ),
]


def test_a_wrong_row_is_named(stored, sound):
    told = {}
    for statement, _sentence in WRONG:
        stored.write_bytes(sound)
        told[statement] = problems(stored, statement)
    assert told == {statement: [sentence] for statement, sentence in WRONG}


def test_all_problems_are_named(stored):
    found = problems(
        stored,
        "UPDATE session SET effort = 11",
        "UPDATE break_span SET ended_at = started_at",
    )
    assert len(found) == 3


def test_a_damaged_file_is_named_alone(stored):
    content = stored.read_bytes()
    with closing(sqlite3.connect(stored)) as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'ix_session_started_at'"
        (page,) = connection.execute(query).fetchone()
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    # The content of an index page lies at its end; its rows then lack their index.
    end = page * size
    stored.write_bytes(content[: end - 40] + b"\x00" * 40 + content[end:])
    found = problems(stored)
    assert found
    assert all(each.startswith("The database file is damaged: ") for each in found)
