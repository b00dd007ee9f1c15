"""The program's own file: what goes out comes in, and whatever is wrong is named and refused."""

import copy
import json
import time
from datetime import UTC, date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.span_correction import CORRECTED
from coreapp.interchange.json_format import decode, encode
from coreapp.services.bundle import Bundle
from coreapp.services.explanations import explain
from coreapp.services.merging import Tally
from coreapp.services.transfer import Transfer
from tests.each_case import each_case
from tests.fakes.records import activity, day_record, entry, session, shoe, span
from tests.fakes.work import FakeDatabase
from tests.interchange.strategies import bundles

ALL = Bundle(
    (session("s1"), session("s2")),
    (entry("e1"), entry("e2")),
    (span("b1"),),
    activities=(activity("a1"), activity("a2")),
    shoes=(shoe("p1"), shoe("p2")),
    days=(day_record(), day_record(date(2026, 3, 5))),
)
DOCUMENT = json.loads(encode(ALL))


def changed(place: str, value: object) -> dict:
    """The document with another value at a place such as `sessions.0.effort`."""
    document = copy.deepcopy(DOCUMENT)
    *path, last = [int(step) if step.isdecimal() else step for step in place.split(".")]
    target = document
    for step in path:
        target = target[step]
    if value is GONE:
        del target[last]
    else:
        target[last] = value
    return document


GONE = object()


def refused(document: object) -> InvalidValueError:
    text = document if isinstance(document, bytes) else json.dumps(document)
    with pytest.raises(InvalidValueError) as caught:
        decode(text)
    assert explain(caught.value)
    return caught.value


def test_what_was_corrected_by_hand_stays_so():
    right = span("b1", kind="standing", reason=CORRECTED)
    database = FakeDatabase()
    Transfer(database).merge(decode(encode(Bundle(spans=(right,)))))

    assert Transfer(database).collect(with_presence=True).spans == (right,)
    assert Transfer(database).collect(with_presence=False).spans == ()


def test_what_goes_out_comes_in():
    assert decode(encode(ALL)) == ALL
    assert decode(encode(ALL).encode()) == ALL


def test_the_file_is_readable_text():
    text = encode(ALL)

    assert "Zum Schluß gewackelt" in text
    assert DOCUMENT["format"] == "coreapp"
    assert DOCUMENT["sessions"][0]["started_at"] == "2026-03-04T18:00:00.250000Z"


def test_half_a_character_goes_out_as_a_question_mark():
    (read,) = decode(encode(Bundle((session(note="a\ud800b"),)))).sessions

    assert read == session(note="a?b")


def test_an_empty_log_is_a_file_too():
    assert decode(encode(Bundle())) == Bundle()


def test_what_an_editor_put_before_the_text_is_passed_over():
    assert decode(b"\xef\xbb\xbf" + encode(ALL).encode()) == ALL


def test_moments_come_in_as_utc_and_records_in_order():
    document = changed("sessions.0.started_at", "2026-03-04T19:00:00.250000+01:00")
    document["sessions"][0]["sets"].reverse()
    document["schedule"][0]["exceptions"].reverse()

    assert decode(json.dumps(document)) == ALL
    assert decode(json.dumps(document)).sessions[0].started_at.tzinfo is UTC


def test_what_may_be_left_out_has_its_default():
    needed = ("id", "kind", "routine", "title", "started_at", "ended_at", "zone", "outcome")
    minimal = {key: DOCUMENT["sessions"][0][key] for key in needed}
    document = {"format": "coreapp", "version": 1, "sessions": [minimal]}

    (read,) = decode(json.dumps(document)).sessions

    assert (read.sets, read.planned, read.effort, read.note) == ((), None, None, "")


WRONG = [
    ("format", "other", "format"),
    ("version", 4, "version"),
    ("version", 0, "version"),
    ("version", "1", "version"),
    ("version", GONE, "version"),
    ("colour", "red", "colour"),
    ("sessions", {}, "sessions"),
    ("sessions.1", 5, "sessions[1]"),
    ("sessions.1.colour", "red", "sessions[1].colour"),
    ("sessions.1.id", "s1", "sessions[1].id"),
    ("sessions.0.id", "", "sessions[0].id"),
    ("sessions.0.id", "x" * 37, "sessions[0].id"),
    ("sessions.0.id", 7, "sessions[0].id"),
    ("sessions.0.id", "a\0b", "sessions[0].id"),
    ("sessions.0.id", "\0", "sessions[0].id"),
    ("sessions.0.id", "s1\n", "sessions[0].id"),
    ("sessions.0.id", "\x7f", "sessions[0].id"),
    ("sessions.0.routine", "a\0b", "sessions[0].routine"),
    ("sessions.0.planned.entry", "e\0", "sessions[0].planned.entry"),
    ("sessions.0.zone", "Europe/Berlin\0", "sessions[0].zone"),
    ("sessions.0.sets.0.exercise", "\0", "sessions[0].sets[0].exercise"),
    ("schedule.0.id", "a\0b", "schedule[0].id"),
    ("spans.0.id", "a\0b", "spans[0].id"),
    ("activities.0.id", "a\0b", "activities[0].id"),
    ("activities.0.shoe", "a\0b", "activities[0].shoe"),
    ("shoes.0.id", "a\0b", "shoes[0].id"),
    ("sessions.0.spent_seconds", -1, "sessions[0].spent_seconds"),
    ("sessions.0.spent_seconds", 1e300, "sessions[0].spent_seconds"),
    ("sessions.0.sets.0.actual_seconds", 1e308, "sessions[0].sets[0].actual_seconds"),
    ("sessions.0.id", GONE, "sessions[0].id"),
    ("sessions.0.kind", "party", "sessions[0].kind"),
    ("sessions.0.outcome", None, "sessions[0].outcome"),
    ("sessions.0.routine", "", "sessions[0].routine"),
    ("sessions.0.started_at", "2026-03-04T18:00:00", "sessions[0].started_at"),
    ("sessions.0.started_at", "2026-02-30T18:00:00Z", "sessions[0].started_at"),
    ("sessions.0.started_at", "0001-01-01T00:00:00+14:00", "sessions[0].started_at"),
    ("sessions.0.ended_at", "9999-12-31T23:59:59-14:00", "sessions[0].ended_at"),
    ("sessions.0.ended_at", "2026-03-04T17:59:00Z", "sessions[0].ended_at"),
    ("sessions.0.ended_at", 1772647200, "sessions[0].ended_at"),
    ("sessions.0.zone", "Mars/Olympus", "sessions[0].zone"),
    ("sessions.0.zone", "../../etc/passwd", "sessions[0].zone"),
    ("sessions.0.position", -1, "sessions[0].position"),
    ("sessions.0.position", 2**63, "sessions[0].position"),
    ("sessions.0.position", 10**30, "sessions[0].position"),
    ("sessions.0.effort", 10.5, "sessions[0].effort"),
    ("sessions.0.effort", "6", "sessions[0].effort"),
    ("sessions.0.pain_before", -1, "sessions[0].pain_before"),
    ("sessions.0.pain_after", 11, "sessions[0].pain_after"),
    ("sessions.0.pain_after", True, "sessions[0].pain_after"),
    ("sessions.0.note", None, "sessions[0].note"),
    ("sessions.0.planned", "e1", "sessions[0].planned"),
    ("sessions.0.planned.entry", GONE, "sessions[0].planned.entry"),
    (
        "sessions.0.planned.original_start",
        "2026-03-04T18:00:00",
        "sessions[0].planned.original_start",
    ),
    (
        "sessions.0.planned.original_start",
        "1200-03-04T18:00:00Z",
        "sessions[0].planned.original_start",
    ),
    ("sessions.1.sets.1.side", "up", "sessions[1].sets[1].side"),
    ("sessions.1.sets.1.phase", 1, "sessions[1].sets[1].phase"),
    ("sessions.1.sets.1.phase", 2**31, "sessions[1].sets[1].phase"),
    ("sessions.1.sets.0.set", 0, "sessions[1].sets[0].set"),
    ("sessions.1.sets.0.actual_seconds", -0.5, "sessions[1].sets[0].actual_seconds"),
    ("sessions.1.sets.0.planned_reps", 1.5, "sessions[1].sets[0].planned_reps"),
    ("sessions.1.sets.0.skipped", "no", "sessions[1].sets[0].skipped"),
    ("sessions.1.sets.0.name", GONE, "sessions[1].sets[0].name"),
    ("schedule.1.id", "e1", "schedule[1].id"),
    ("schedule.0.title", " ", "schedule[0].title"),
    ("schedule.0.rrule", "FREQ=HOURLY", "schedule[0].rrule"),
    ("schedule.0.rrule", "FREQ=DAILY;UNTIL=20200101", "schedule[0].rrule"),
    ("schedule.0.at", "19:30:05", "schedule[0].at"),
    ("schedule.0.at", "19:30:00Z", "schedule[0].at"),
    ("schedule.0.at", "half past", "schedule[0].at"),
    ("schedule.0.start_date", "1200-01-01", "schedule[0].start_date"),
    ("schedule.0.start_date", "yesterday", "schedule[0].start_date"),
    ("schedule.0.zone", "Mars", "schedule[0].zone"),
    ("schedule.0.exceptions.0.moved_to", None, "schedule[0].exceptions[0].skipped"),
    ("schedule.0.exceptions.1.moved_to", "2026-03-04T18:00:00Z", "schedule[0].exceptions[1]"),
    (
        "schedule.0.exceptions.0.moved_to",
        "2026-03-04T18:00:00",
        "schedule[0].exceptions[0].moved_to",
    ),
    (
        "schedule.0.exceptions.0.moved_to",
        "9999-12-31T23:59:59-14:00",
        "schedule[0].exceptions[0].moved_to",
    ),
    ("schedule.0.exceptions.1.original_date", "2026-03-04", "schedule[0].exceptions"),
    ("spans.0.end", "2026-03-04T18:00:00.25Z", "spans[0].end"),
    ("spans.0.end", "2026-03-04T17:00:00Z", "spans[0].end"),
    ("spans.0.start", "2026-03-04T18:00:00", "spans[0].start"),
    ("spans.0.zone", "Mars", "spans[0].zone"),
    ("spans.0.kind", "dreaming", "spans[0].kind"),
    ("activities.1.id", "a1", "activities[1].id"),
    ("activities.0.type", "party", "activities[0].type"),
    ("activities.0.minutes", 0, "activities[0].minutes"),
    ("activities.0.minutes", GONE, "activities[0].minutes"),
    ("activities.0.metres", 500_001, "activities[0].metres"),
    ("activities.0.started_at", "2026-03-04T18:00:00", "activities[0].started_at"),
    ("activities.0.started_at", "1200-03-04T18:00:00Z", "activities[0].started_at"),
    ("activities.0.zone", "Mars", "activities[0].zone"),
    ("activities.0.surface", "lava", "activities[0].surface"),
    ("activities.0.shoe", "x" * 37, "activities[0].shoe"),
    ("activities.0.effort", 10.5, "activities[0].effort"),
    (
        "activities.0.planned.original_start",
        "1200-03-04T18:00:00Z",
        "activities[0].planned.original_start",
    ),
    ("shoes.1.id", "p1", "shoes[1].id"),
    ("shoes.0.name", " ", "shoes[0].name"),
    ("shoes.0.name", "", "shoes[0].name"),
    ("shoes.0.bought", "1200-01-01", "shoes[0].bought"),
    ("shoes.0.retired", "2300-01-01", "shoes[0].retired"),
    ("shoes.0.start_metres", -1, "shoes[0].start_metres"),
    ("days.1.day", "2026-03-04", "days[1].day"),
    ("days.0.day", "0001-01-01", "days[0].day"),
    ("days.0.mark", "holiday", "days[0].mark"),
    ("days.0.note.sleep_hours", 24.5, "days[0].note.sleep_hours"),
    ("days.0.note.dreams", 3, "days[0].note.dreams"),
    ("days.0.pain_places", ["knee"], "days[0].pain_places"),
    ("days.0.reliefs", [["heat", 4]], "days[0].reliefs"),
    ("days.0.reliefs", [["heat", 1], ["heat", 2]], "days[0].reliefs"),
    ("days.0.steps", 200_001, "days[0].steps"),
]


def place_of_refusal(document: object) -> str:
    """Return which place a refusal names; nothing without one, or without words for people."""
    try:
        decode(json.dumps(document))
    except InvalidValueError as error:
        return error.key if explain(error) else ""
    return ""


def test_what_is_wrong_is_named_with_its_place():
    named_otherwise = [
        (place, value, found)
        for place, value, named in WRONG
        if not (found := place_of_refusal(changed(place, value))).startswith(named)
    ]
    assert named_otherwise == []


def test_the_value_that_stands_there_is_told():
    assert refused(changed("sessions.1.sets.1.side", "up")).value == "up"
    assert refused(changed("sessions.1.sets.1.side", GONE)).value is None
    assert "x…" in explain(refused(changed("sessions.0.kind", "x" * 5000)))


def test_a_newer_file_asks_for_a_newer_program_whatever_is_in_it():
    document = {"format": "coreapp", "version": 4, "dreams": []}

    assert "Update the program" in explain(refused(document))


@each_case(
    ("content", "line"),
    [
        (b"", 1),
        (b"not JSON", 1),
        (b'{"format": "coreapp",\n"version": 1,\n"sessions": [}', 3),
        (b'{"format": "coreapp",\n"version": ', 2),
        (b'{"format": "\xff", "version": 1}', 1),
        (b'{"format": "\\ud800", "version": 1}', 1),
        (b"\x00\x01\x02", 1),
        (b'{"format": "coreapp", "version": 1, "sessions": ' + b"[" * 100_000, 1),
        ('{"format": "coreapp"}'.encode("utf-16"), 1),
    ],
)
def test_what_is_no_json_is_told_with_its_line(content, line):
    error = refused(content)

    assert (error.key, error.values) == ("file", {"line": line})


@each_case("document", [[], [DOCUMENT], 5, None, "coreapp", {}])
def test_json_of_another_shape_is_refused(document):
    refused(document)


def test_a_number_beyond_all_bounds_is_refused():
    text = encode(ALL).replace('"actual_seconds": 18.125', '"actual_seconds": 1e999', 1)

    assert refused(text.encode()).key == "sessions[0].sets[0].actual_seconds"


anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text()
    | st.sampled_from(["0001-01-01T00:00:00+14:00", "2026-03-04T18:00:00Z", "Europe/Berlin"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner, max_size=2),
    max_leaves=5,
)


def places(value: object, path: str = "") -> list[str]:
    if isinstance(value, dict):
        inside = value.items()
    elif isinstance(value, list):
        inside = enumerate(value)
    else:
        return []
    return [
        place for key, each in inside for place in (f"{path}{key}", *places(each, f"{path}{key}."))
    ]


@given(st.sampled_from(places(DOCUMENT)), anything | st.just(GONE))
def test_whatever_a_file_holds_it_comes_in_whole_or_is_refused(place, value):
    try:
        bundle = decode(json.dumps(changed(place, value)))
    except InvalidValueError as error:
        explain(error)
        return
    database = FakeDatabase()
    Transfer(database).merge(bundle)
    assert decode(encode(Transfer(database).collect(with_presence=True)))


def test_a_long_file_takes_no_longer_than_its_length():
    many = tuple(session(f"s{number}") for number in range(4000))
    exceptions = [
        {"original_date": f"{year}-{month:02}-{day:02}", "skipped": True}
        for year in range(2026, 2036)
        for month in range(1, 13)
        for day in range(1, 29)
    ]
    document = json.loads(encode(Bundle(many)))
    document["schedule"] = [{**DOCUMENT["schedule"][0], "exceptions": exceptions}]
    text = json.dumps(document)
    began = time.perf_counter()

    bundle = decode(text)

    assert len(bundle.sessions) == 4000
    assert len(bundle.entries[0].exceptions) == len(exceptions)
    assert time.perf_counter() - began < 5


def by_id(records):
    return {each.id: each for each in records}


@given(bundles())
def test_what_is_taken_out_and_brought_into_an_empty_world_is_the_same(bundle):
    database = FakeDatabase()
    transfer = Transfer(database)
    read = decode(encode(bundle))
    assert read == bundle

    assert transfer.merge(read).total.same == 0
    again = decode(encode(transfer.collect(with_presence=True)))

    for kind in ("sessions", "entries", "spans", "activities", "shoes"):
        assert by_id(getattr(again, kind)) == by_id(getattr(bundle, kind))
    assert set(again.days) == set(bundle.days)
    assert transfer.merge(again).total == Tally(same=len(bundle))
