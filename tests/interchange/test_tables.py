"""Tables go out and come in; whatever is wrong is named with its line and column."""

import csv
import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given

from coreapp.domain.activity import ActivityType
from coreapp.domain.errors import InvalidValueError
from coreapp.domain.training_log import Outcome, PerformedSession
from coreapp.interchange.table_format import OneTable, PackedTables
from coreapp.interchange.tables import TABLES
from coreapp.services.bundle import Bundle, Kind
from coreapp.services.explanations import explain
from coreapp.services.merging import Tally
from coreapp.services.transfer import Transfer
from tests.each_case import each_case
from tests.fakes.records import (
    EVENING,
    activity,
    day_record,
    entry,
    performed_set,
    session,
    shoe,
    span,
)
from tests.fakes.work import FakeDatabase
from tests.interchange.strategies import bundles

ALL = Bundle(
    (session("s1"), session("s2", sets=()), session("s3", sets=(performed_set(4),))),
    (entry("e1"), entry("e2", changed=False)),
    (span("b1"),),
    activities=(activity("a1"), activity("a2", note="=1+1")),
    shoes=(shoe("p1"),),
    days=(day_record(),),
)
NAMES = [f"{table.name}.csv" for table in TABLES]
ONE, PACKED = OneTable(), PackedTables()


def as_tables(bundle: Bundle) -> Bundle:
    """What tables know of a bundle."""
    bare = tuple(replace(each, timeline="") for each in bundle.sessions)
    return replace(bundle, sessions=bare, untold={Kind.SESSIONS: [("timeline",)]})


def text_of(name: str) -> str:
    return ONE.encode(name, ALL).decode("utf-8-sig")


def refused(name: str, text: str) -> InvalidValueError:
    with pytest.raises(InvalidValueError) as caught:
        ONE.decode(name, text.encode())
    assert explain(caught.value)
    return caught.value


@given(bundles())
def test_tables_come_back_as_they_were(bundle):
    assert PACKED.decode("all.zip", PACKED.encode("all.zip", bundle)) == as_tables(bundle)


@given(bundles())
def test_the_same_tables_twice_change_nothing(bundle):
    database = FakeDatabase()
    transfer = Transfer(database)
    transfer.merge(bundle)
    before = database.stored.copy()

    again = PACKED.decode("all.zip", PACKED.encode("all.zip", bundle))

    assert transfer.merge(again).total == Tally(same=len(bundle))
    assert database.stored == before


def test_the_first_lines_are_promised():
    assert text_of("shoes.csv").splitlines()[0] == "id,name,bought,start_metres,retired"
    assert text_of("activities.csv").splitlines()[0] == (
        "id,day,started_at,zone,type,minutes,metres,surface,hills,shoe,warmed_up,cooled_down,"
        "effort,pain_before,pain_during,pain_after,pain_next_morning,note,planned_entry,"
        "planned_start"
    )
    assert text_of("days.csv").splitlines()[0] == (
        "day,mark,sleep_hours,sleep_quality,stress,sit_hours,longest_sit_min,stand_hours,lifted,"
        "household,steps,pain_worst,pain_places,pain_triggers,tingled,reliefs,text"
    )


def test_times_are_local_with_their_offset_and_figures_have_a_point():
    line = text_of("activities.csv").splitlines()[1]

    assert line == (
        "a1,2026-03-04,2026-03-04T20:00:00.250000+01:00,Europe/Berlin,run-easy,42,7300,soft,hilly,"
        "p1,yes,no,4.5,1,3,2,0,Am Fluß entlang,e1,2026-03-04T19:55:00.250000+01:00"
    )


def test_no_text_becomes_a_formula():
    assert ",'=1+1," in text_of("activities.csv")


def test_a_session_has_a_line_for_each_set():
    lines = text_of("sessions.csv").splitlines()

    assert [line.split(",")[0] for line in lines] == ["id", "s1", "s1", "s2", "s3"]


@each_case("name", NAMES)
def test_each_table_comes_back_alone(name):
    read = ONE.decode("any.csv", ONE.encode(name, ALL))
    table = next(each for each in TABLES if f"{each.name}.csv" == name)
    counts = {kind: count for kind, count in read.counts.items() if count}

    assert counts == {table.kind: ALL.counts[table.kind]}


def test_the_lines_of_a_session_may_be_in_any_order():
    head, *lines = text_of("sessions.csv").splitlines()
    read = ONE.decode("sessions.csv", "\n".join([head, *reversed(lines)]).encode())

    assert set(read.sessions) == set(as_tables(ALL).sessions)


def test_a_run_written_by_hand_needs_four_columns_and_comes_in_once():
    text = (
        b"started_at,zone,type,minutes\n"
        b"2026-03-04 18:30,Europe/Berlin,run-easy,30\n"
        b"2026-03-04T18:30+02:00,Europe/Berlin,walk,20\n"
    )
    run, walk = ONE.decode("runs.csv", text).activities
    transfer = Transfer(FakeDatabase())

    assert (run.type, run.minutes, run.effort) == (ActivityType.RUN_EASY, 30, None)
    assert run.started_at.isoformat() == "2026-03-04T17:30:00+00:00"
    assert walk.started_at.isoformat() == "2026-03-04T16:30:00+00:00"
    assert transfer.merge(ONE.decode("runs.csv", text)).total == Tally(added=2)
    assert transfer.merge(ONE.decode("again.csv", text)).total == Tally(same=2)


def test_a_table_from_a_country_with_decimal_commas():
    text = b"started_at;zone;type;minutes;effort\n2026-03-04 18:30;Europe/Berlin;walk;30;4,5\n"

    assert ONE.decode("runs.csv", text).activities[0].effort == 4.5


def test_a_session_that_was_cut_off_can_be_gone_on_with_after_its_table_came_back():
    cut = session(outcome=Outcome.INTERRUPTED)
    database = FakeDatabase()
    transfer = Transfer(database)
    transfer.merge(Bundle((cut,)))
    table = ONE.encode("sessions.csv", Bundle((replace(cut, note="changed"),)))

    assert transfer.merge(ONE.decode("sessions.csv", table)).total == Tally(changed=1)
    assert database.stored.sessions.kept["s1"] == replace(cut, note="changed")


def without(name: str, *columns: str) -> str:
    """A table of `ALL` without some of its columns."""
    return less(text_of(name), *columns)


def of_sessions(performed: PerformedSession, *columns: str) -> str:
    """The table of one session without some of its columns."""
    table = ONE.encode("sessions.csv", Bundle((performed,))).decode("utf-8-sig")
    return less(table, *columns)


def less(table: str, *columns: str) -> str:
    rows = list(csv.reader(io.StringIO(table)))
    kept = [place for place, column in enumerate(rows[0]) if column not in columns]
    written = io.StringIO()
    csv.writer(written).writerows([[row[place] for place in kept] for row in rows])
    return written.getvalue()


SETS = [column.name for table in TABLES for column in table.parts]


@each_case(
    ("name", "columns"),
    [
        ("sessions.csv", SETS),
        ("sessions.csv", ["note", "effort", "planned_entry", "planned_start"]),
        ("sessions.csv", ["spent_seconds"]),
        ("activities.csv", ["note", "shoe", "planned_entry", "planned_start", "day"]),
        ("days.csv", ["text", "sleep_hours", "stress", "reliefs", "mark"]),
        ("shoes.csv", ["bought", "start_metres", "retired"]),
        ("presence.csv", ["reason", "day"]),
    ],
)
def test_what_a_table_says_nothing_of_stays_as_it_is(name, columns):
    database = FakeDatabase()
    transfer = Transfer(database)
    transfer.merge(ALL)
    before = database.stored.copy()
    read = ONE.decode(name, without(name, *columns).encode())

    assert transfer.merge(read).changes_nothing
    assert database.stored == before


def test_a_table_of_an_older_version_brings_the_time_that_its_sets_explain():
    late = EVENING + timedelta(hours=14)
    (read,) = ONE.decode(
        "sessions.csv", of_sessions(session(ended_at=late), "spent_seconds").encode()
    ).sessions
    assert read.spent_seconds == 2 * (18.125 + 12.25) + 120
    (nobody,) = ONE.decode("sessions.csv", of_sessions(session(ended_at=late)).encode()).sessions
    assert nobody.spent_seconds is None


def test_a_cell_that_was_emptied_is_taken_over():
    database = FakeDatabase()
    transfer = Transfer(database)
    transfer.merge(ALL)
    emptied = text_of("activities.csv").replace("Am Fluß entlang", "").replace(",4.5,", ",,")

    assert transfer.merge(ONE.decode("activities.csv", emptied.encode())).total.changed == 2
    kept = database.stored.activities.kept["a1"]
    assert (kept.note, kept.effort, kept.planned) == ("", None, activity().planned)


def test_sets_are_told_whole_or_not_at_all():
    error = refused("sessions.csv", without("sessions.csv", "set_skipped"))

    assert error.key == "sessions.csv:1 set_skipped"


HAND = "started_at,zone,type,minutes\n2026-03-04 18:30,Europe/Berlin,walk,30\n"


@each_case(
    ("old", "new", "key", "told"),
    [
        (",30", ",0", "x.csv:2 minutes", "“0” cannot be used. Give a whole number from 1 to 1440."),
        (",30", ",half", "x.csv:2 minutes", "Give a whole number from 1 to 1440."),
        (",30", ",nan", "x.csv:2 minutes", "Give a whole number from 1 to 1440."),
        (",30", ",", "x.csv:2 minutes", "x.csv:2 minutes is missing."),
        ("walk", "stroll", "x.csv:2 type", "Give one of these: run-easy, run-tempo,"),
        ("2026-03-04 18:30", "4.3.26", "x.csv:2 started_at", "Give a moment as 2026-11-25T18:30"),
        ("2026-03-04 18:30", "1200-03-04T18:30Z", "x.csv:2 started_at", "from 1970 to 2199"),
        ("Europe/Berlin", "Mars", "x.csv:2 started_at", "Give a moment as 2026-11-25T18:30"),
        ("18:30,Europe/Berlin", "18:30Z,Mars", "x.csv:2 zone", "“Mars” cannot be used."),
        ("minutes", "minuets", "x.csv:1", "There is no such column in “activities”; it has these"),
        ("zone", "type", "x.csv:1", "Give each column once."),
        ("type,", "id,", "x.csv:1 type", "“activities” cannot do without this column."),
        ("30\n", "30\n2026-03-04 18:30,Europe/Berlin,walk,25\n", "x.csv:3 id", "each id once"),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_column(old, new, key, told):
    error = refused("x.csv", HAND.replace(old, new))

    assert error.key == key
    assert told in explain(error)


@each_case(
    ("name", "old", "new", "key", "told"),
    [
        ("sessions.csv", ",yes,yes,", ",no,yes,", "sessions.csv:3 form_ok", "have to agree"),
        ("sessions.csv", ",left,", ",up,", "sessions.csv:2 set_side", "left, right, both"),
        ("sessions.csv", ",3,side-plank", ",1,side-plank", "sessions.csv:3 set_phase", "one set"),
        ("sessions.csv", ",20.5,", ",-1,", "sessions.csv:2 set_planned_seconds", "to 2147483647."),
        ("sessions.csv", "s2,2026-03-04,2026-03-04T19", "s2,,2027-03-04T19", "ended_at", "before"),
        ("days.csv", ",95,", ",9999,", "days.csv:2 longest_sit_min", "from 0 to 1440"),
        ("days.csv", ",6.75,", ",25,", "days.csv:2 sleep_hours", "Give a figure from 0 to 24."),
        ("days.csv", "below_knee ", "knee ", "days.csv:2 pain_places", "low_back_left"),
        ("days.csv", "heat:2 walking:3", "heat", "days.csv:2 reliefs", "exported"),
        ("days.csv", "2026-03-04,", "4.3.,", "days.csv:2 day", "Give a day as 2026-11-25."),
        ("days.csv", ",yes,no,", ",yes,perhaps,", "days.csv:2 household", "Give yes or no."),
        ("shoes.csv", "Die blauen", " ", "shoes.csv:2 name", "Give the shoes a name."),
        ("plan.csv", "FREQ=WEEKLY", "FREQ=HOURLY", "plan.csv:2 rrule", "rrule"),
        ("plan.csv", ",2026-03-09", ",2026-03-04", "plan.csv:2 exceptions", ""),
        ("presence.csv", "held", "dreaming", "presence.csv:2 kind", "sitting"),
        ("activities.csv", ",e1,", ",,", "activities.csv:2 planned_entry", "is missing"),
        ("activities.csv", "a1,", f"{'x' * 37},", "activities.csv:2 id", "exported"),
    ],
)
def test_a_wrong_value_in_any_table_is_told(name, old, new, key, told):
    text = text_of(name)
    assert old in text

    error = refused(name, text.replace(old, new, 1))

    assert key in error.key
    assert told in explain(error)


def test_other_files_in_a_packed_one_do_not_matter():
    content = packed({"x/shoes.csv": text_of("shoes.csv"), "__MACOSX/._s.csv": "?", "a.txt": "?"})

    assert PACKED.decode("all.zip", content).shoes == ALL.shoes


def packed(members: dict[str, str]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return content.getvalue()


@each_case(
    "content",
    [
        b"",
        b"PK\x03\x04",
        packed({}),
        packed({"a.txt": "x"}),
        packed({"a/shoes.csv": text_of("shoes.csv"), "b/shoes.csv": text_of("shoes.csv")}),
    ],
)
def test_a_packed_file_without_tables_is_refused(content):
    with pytest.raises(InvalidValueError) as caught:
        PACKED.decode("all.zip", content)
    assert caught.value.value == "all.zip"
    assert explain(caught.value)


def test_a_packed_file_that_would_fill_the_memory_is_refused(monkeypatch):
    monkeypatch.setattr("coreapp.interchange.table_format.MOST_BYTES", 10)

    with pytest.raises(InvalidValueError, match="too large"):
        PACKED.decode("all.zip", packed({"shoes.csv": text_of("shoes.csv")}))


def test_a_table_that_would_fill_the_memory_is_refused(monkeypatch):
    monkeypatch.setattr("coreapp.interchange.table_format.MOST_BYTES", 10)

    with pytest.raises(InvalidValueError, match="too large"):
        ONE.decode("shoes.csv", text_of("shoes.csv").encode())


def test_a_zone_whose_offset_had_seconds_comes_in_again():
    begun = datetime(1971, 1, 1, 12, tzinfo=UTC)
    told = replace(activity(), started_at=begun, zone="Africa/Monrovia", planned=None)

    text = ONE.encode("activities.csv", Bundle(activities=(told,)))

    assert b"1971-01-01T11:15:30-00:44:30" in text
    assert ONE.decode("activities.csv", text).activities == (told,)


def test_the_same_time_on_the_clocks_of_two_places_is_not_the_same():
    text = (
        "started_at,zone,type,minutes\n"
        "2026-03-04 18:30,Europe/Berlin,run-easy,30\n"
        "2026-03-04 18:30,Asia/Tokyo,run-easy,30\n"
    )

    assert len(ONE.decode("runs.csv", text.encode()).activities) == 2


def test_the_same_data_is_the_same_file():
    assert PACKED.encode("a.zip", ALL) == PACKED.encode("b.zip", ALL)


def test_there_is_no_table_of_private_spans_unless_they_are_asked_for():
    with zipfile.ZipFile(io.BytesIO(PACKED.encode("a.zip", replace(ALL, spans=())))) as archive:
        assert "presence.csv" not in archive.namelist()
