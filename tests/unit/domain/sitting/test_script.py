import pytest

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.sitting.moments import elapsed_text, parse_elapsed
from coreapp.domain.sitting.script import parse_script
from coreapp.domain.sitting.simulation import simulate
from tests.each_case import each_case
from tests.unit.domain.sitting.days import play, script, spans

UNKNOWN = [
    ("1:00:00", "lock", True, "1:00:00"),
    ("00:60:00", "lock", True, "00:60:00"),
    (60, "lock", True, "60"),
    ("00:01:00", "inputs", "active", "inputs"),
    ("00:01:00", "input", "typing", "typing"),
    ("00:01:00", "hold", "off_hours", "off_hours"),
    ("00:01:00", "release", "locked", "locked"),
    ("00:01:00", "hold", ["call"], "call"),
    ("00:01:00", "lock", "yes", "yes"),
    ("00:01:00", "sleep_for", "1h", "1h"),
    ("00:01:00", "clock_jump", "2h", "2h"),
    ("00:01:00", "clock_jump", 2, "2"),
    ("00:01:00", "clock_jump", "+-01:00:00", "-01:00:00"),
    ("00:01:00", "zone", "Europe/Berlinn", "Berlinn"),
    ("00:01:00", "zone", 1, "zone"),
    ("00:01:00", "posture", "lying", "lying"),
    ("00:01:00", "restart", False, "restart"),
    ("00:01:00", "do", "jump", "jump"),
    ("00:01:00", "do", ["stand"], "stand"),
]


def refusal(document: object) -> str:
    """Return the words of a refusal; none if the script is taken."""
    try:
        parse_script(document)
    except InvalidValueError as error:
        return str(error)
    return ""


def test_an_unknown_key_or_value_is_named():
    wrong = [
        (at, key, value, told)
        for at, key, value, named in UNKNOWN
        if named not in (told := refusal(script((at, key, value))))
    ]
    assert wrong == []


WRONG_ANSWERS = [
    ({"do": "stand", "minutes": 2}, "minutes"),
    ({"do": "routine", "minutes": 6}, "minutes"),
    ({"do": "exercise", "minutes": "2"}, "minutes"),
    ({"do": "snooze", "minutes": 0}, "minutes"),
    ({"do": "snooze", "minutes": True}, "minutes"),
    ({"do": "skip", "reason": 5}, "reason"),
    ({"do": "pause", "for": "1h", "until": "10:00"}, "until"),
    ({"do": "pause", "for": ""}, "for"),
    ({"do": "pause", "for": 0}, "for"),
    ({"do": "pause", "for": "0h"}, "for"),
    ({"do": "pause", "until": "25:00"}, "until"),
    ({"do": "pause", "until": "2026-11-23"}, "until"),
    ({"do": "pause", "until": 5}, "until"),
    ({"input": "active", "lock": True}, "lock"),
    ({}, "events[0]"),
]


def test_a_wrong_answer_is_named():
    wrong = [
        (event, told)
        for event, named in WRONG_ANSWERS
        if named not in (told := refusal(script(("00:01:00", event))))
    ]
    assert wrong == []


WRONG_PARTS = [
    ("day", 1),
    ("settings", []),
    ("settings", {"interval": 30}),
    ("timezone", "Mars/Base"),
    ("timezone", ""),
    ("start", None),
    ("start", "today"),
    ("start", "2026-11-23T09:00:00"),
    ("events", {}),
    ("events", ["00:00:00"]),
    ("until", None),
    ("until", "8"),
]


def test_a_wrong_part_of_the_script_is_named():
    taken = [(key, value) for key, value in WRONG_PARTS if not refusal(script() | {key: value})]
    assert taken == []


@each_case("document", [None, [], "script", 5])
def test_a_script_is_an_object(document: object):
    with pytest.raises(InvalidValueError):
        parse_script(document)


def test_times_out_of_order_are_refused():
    late, early = ("00:02:00", "lock", True), ("00:01:00", "lock", False)
    with pytest.raises(InvalidValueError, match="00:01:00"):
        parse_script(script(late, early))
    with pytest.raises(InvalidValueError, match="until"):
        parse_script(script(late, until="00:01:00"))


def test_an_event_in_a_sleep_is_refused_and_one_at_its_end_is_not():
    sleep = ("00:01:00", "sleep_for", "00:10:00")
    with pytest.raises(InvalidValueError, match="sleep"):
        parse_script(script(sleep, ("00:10:59", "lock", True)))
    parse_script(script(sleep, ("00:11:00", "lock", True)))


def test_a_sleep_may_outlast_the_script():
    day = play(("00:00:00", "input", "active"), ("00:10:00", "sleep_for", "02:00:00"),
               until="01:00:00")  # fmt: skip
    assert spans(day)[-1] == ("00:10:00", "01:00:00", "asleep")


def test_without_a_time_zone_the_offset_of_the_start_is_taken():
    document = script(settings={"working_hours": {"mon": ["09:00-10:00"]}}, until="02:00:00")
    del document["timezone"]
    assert spans(simulate(parse_script(document)).to_document())[0][1] == "01:00:00"
    document["start"] = "2026-11-23T09:00:00Z"
    assert parse_script(document).zone == "Etc/UTC"
    document["start"] = "2026-11-23T09:00:00+05:30"
    with pytest.raises(InvalidValueError, match="timezone"):
        parse_script(document)


@each_case("text", ["00:00:00", "00:29:30", "26:10:00", "00:00:30.5", "00:00:00.000001"])
def test_elapsed_times_survive_a_round_trip(text: str):
    assert elapsed_text(parse_elapsed("at", text)) == text


@each_case("length", [45, "45m", "00:45:00"])
def test_lengths_of_a_pause(length: object):
    day = play(("00:10:00", {"do": "pause", "for": length}), until="01:00:00")
    assert spans(day)[1] == ("00:10:00", "00:55:00", "held:manual")


def test_a_pause_that_is_over_names_its_time():
    with pytest.raises(InvalidValueError, match="at 00:10:00: until"):
        play(("00:10:00", {"do": "pause", "until": "00:05:00"}))


def test_saying_idle_twice_is_no_input():
    day = play(
        ("00:00:00", "input", "active"),
        ("00:10:00", "input", "idle"),
        ("00:11:30", "input", "idle"),
        until="00:20:00",
    )
    assert spans(day)[-1] == ("00:10:00", "00:20:00", "away")
