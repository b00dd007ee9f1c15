"""`schedule`: the plan from the command line."""

from itertools import chain

import pytest

from tests.cli.conftest import missed

WEEKDAYS = "FREQ=WEEKLY;BYDAY=MO,WE,FR"
ROUTINE = "core-basics-runners"


def add(run, *words):
    return run(
        *("schedule", "add", ROUTINE, "--rrule", WEEKDAYS, "--at", "18:30"),
        *("--from", "2026-11-23", "--zone", "Europe/Berlin"),
        *words,
    )


@pytest.fixture
def identity(run):
    """An entry of the plan."""
    return add(run, "--json").json["id"]


def following(run, *words):
    return run("schedule", "next", "--from", "2026-11-23", "--json", *words).json


def test_what_is_added_is_shown_and_listed(run):
    added = add(run, "--json").json

    assert added == {
        "id": added["id"],
        "title": "Core basics for runners",
        "routine": ROUTINE,
        "rrule": WEEKDAYS,
        "at": "18:30",
        "from": "2026-11-23",
        "zone": "Europe/Berlin",
        "exceptions": [],
    }
    assert run("schedule", "list", "--json").json == [added]


def test_the_plan_is_listed_as_people_write(run):
    identity = add(run, "--json").json["id"]

    assert run("schedule", "list").out.replace("\u202f", " ") == (
        f"{identity}  Core basics for runners  Monday, Wednesday, and Friday, 6:30 PM "
        "(Europe/Berlin)\n"
    )
    assert "Montag, Mittwoch und Freitag, 18:30" in run("schedule", "list", "--language", "de").out


def test_start_zone_and_title_can_be_left_to_the_program(run):
    added = run("schedule", "add", ROUTINE, "--rrule", "FREQ=DAILY", "--at", "7:05", "--json").json
    named = add(run, "--title", "Legs", "--json").json

    assert (added["at"], added["zone"]) == ("07:05", "Etc/UTC") or added["zone"] == "UTC"
    assert len(added["from"]) == 10
    assert named["title"] == "Legs"
    assert add(run).out.splitlines()[0].endswith("(Europe/Berlin)")


def test_an_empty_plan_is_said(run):
    assert run("schedule", "list").out == "Nothing is planned yet.\n"
    assert run("schedule", "next").out == "Nothing is planned.\n"
    assert run("schedule", "list", "--json").json == []
    assert run("schedule", "next", "--json").json == []


def test_the_next_occurrences_carry_the_offset_of_their_zone(run, identity):
    assert following(run, "--count", "2") == [
        {
            "id": identity,
            "title": "Core basics for runners",
            "routine": ROUTINE,
            "start": f"2026-11-{day}T18:30:00+01:00",
            "original_start": f"2026-11-{day}T18:30:00+01:00",
            "zone": "Europe/Berlin",
        }
        for day in (23, 25)
    ]
    assert len(run("schedule", "next", "--json").json) == 10


def test_they_can_be_asked_from_any_moment(run, identity):
    first = {
        "2026-11-24": "2026-11-25T18:30:00+01:00",
        "2026-11-25T17:30:00Z": "2026-11-25T18:30:00+01:00",
        "2026-11-25T17:30:01+00:00": "2026-11-27T18:30:00+01:00",
        "2026-11-25T17:29": "2026-11-25T18:30:00+01:00",
        "2027-03-29": "2027-03-29T18:30:00+02:00",
    }

    def following(start: str) -> str:
        (found,) = run("schedule", "next", "--from", start, "--count", "1", "--json").json
        return found["start"]

    assert {start: following(start) for start in first} == first


def test_the_next_occurrences_are_told_to_people(run, identity):
    ran = run("schedule", "next", "--from", "2026-11-23", "--count", "1")

    assert ran.out.replace("\u202f", " ") == (
        "Monday, November 23, 2026, 6:30 PM  Core basics for runners\n"
    )


def test_one_can_be_moved_alone(run, identity):
    moved = run(
        "schedule", "move", identity, "2026-11-25", "--to", "2026-11-26T08:00", "--json"
    ).json

    assert moved["exceptions"] == [
        {"date": "2026-11-25", "moved_to": "2026-11-26T08:00:00+01:00", "skipped": False}
    ]
    assert [each["start"][8:16] for each in following(run, "--count", "3")] == [
        "23T18:30",
        "26T08:00",
        "27T18:30",
    ]
    assert following(run, "--count", "2")[1]["original_start"] == "2026-11-25T18:30:00+01:00"


def test_one_can_be_left_out_alone(run, identity):
    skipped = run("schedule", "skip", identity, "2026-11-25", "--json").json

    assert skipped["exceptions"] == [{"date": "2026-11-25", "moved_to": None, "skipped": True}]
    assert [each["start"][8:10] for each in following(run, "--count", "2")] == ["23", "27"]
    assert identity in run("schedule", "skip", identity, "2026-11-27").out


def test_an_entry_can_be_taken_out(run, identity):
    assert run("schedule", "remove", identity).out == "Removed: Core basics for runners\n"
    assert run("schedule", "list", "--json").json == []
    other = add(run, "--json").json
    assert run("schedule", "remove", other["id"], "--json").json == other


CANNOT_BE_PLANNED = {
    ("--rrule", "FREQ=HOURLY"): "rrule: “FREQ=HOURLY” cannot be used. Plan at most once",
    ("--rrule", "every day"): "rrule: “every day” cannot be used. Write parts",
    ("--at", "25:00"): "at: “25:00” cannot be used. Write a time of day",
    ("--from", "2026-02-30"): "from: “2026-02-30” cannot be used. Write a date",
    ("--from", "tomorrow"): "from: “tomorrow” cannot be used. Write a date",
    ("--zone", "Mars/Olympus"): "zone: “Mars/Olympus” cannot be used. Give the name",
    ("--title", " "): "title is missing. It must not be empty.",
}


def test_what_cannot_be_planned_is_refused(run):
    def add_with(name: str, value: str) -> str:
        words = {"--rrule": WEEKDAYS, "--at": "18:30", name: value}
        return run("schedule", "add", ROUTINE, *chain(*words.items())).failed()

    told = {change: add_with(*change) for change in CANNOT_BE_PLANNED}

    assert missed(told, CANNOT_BE_PLANNED) == {}
    assert run("schedule", "list", "--json").json == []


CANNOT_BE_DONE = {
    ("move", "ID", "2026-11-25", "--to", "2026-11-26"): "to: “2026-11-26” cannot be used.",
    ("move", "ID", "2026-11-25", "--to", "later"): "to: “later” cannot be used.",
    ("move", "ID", "2026-11-25", "--to", "0001-01-01T00:00+14:00"): "to: “0001-01-01T00:00",
    ("move", "ID", "2026-11-24", "--to", "2026-11-26T08:00"): "date: “2026-11-24” cannot",
    ("move", "ID", "soon", "--to", "2026-11-26T08:00"): "date: “soon” cannot be used.",
    ("skip", "ID", "2026-11-24"): "date: “2026-11-24” cannot be used. Nothing is planned",
    ("skip", "nobody", "2026-11-25"): "There is no plan entry with the id “nobody”.",
    ("remove", "nobody"): "There is no plan entry with the id “nobody”.",
    ("move", "nobody", "2026-11-25", "--to", "2026-11-26T08:00"): "There is no plan entry",
    ("next", "--from", "now"): "from: “now” cannot be used.",
    ("next", "--from", "9999-12-31T23:00-14:00"): "from: “9999-12-31T23:00-14:00” cannot",
    ("add", "yoga", "--rrule", WEEKDAYS, "--at", "7:00"): "There is no routine with the id",
}


@pytest.mark.parametrize("asked", [(), ("--json",)])
def test_what_cannot_be_done_is_told_and_changes_nothing(run, identity, asked):
    before = run("schedule", "list", "--json").out

    told = {
        words: run("schedule", *(identity if it == "ID" else it for it in words), *asked).failed()
        for words in CANNOT_BE_DONE
    }

    assert missed(told, CANNOT_BE_DONE) == {}
    assert run("schedule", "list", "--json").out == before


def test_what_cannot_be_started_any_more_says_why(run, coreapp_home):
    copy = run("routine", "core-four", "--duplicate", "--json").json["id"]
    run("schedule", "add", copy, "--rrule", "FREQ=DAILY", "--at", "18:30", "--title", "Mine")
    (coreapp_home / "routines" / f"{copy}.json").unlink()

    reason = "  Cannot be started: this routine is not in the library."
    listed = run("schedule", "list").out.splitlines()
    assert "Mine" in listed[0]
    assert listed[1:] == [reason]
    told = run("schedule", "next", "--count", 1).out.splitlines()
    assert told[0].endswith("Mine")
    assert told[1:] == [reason]
    assert run("schedule", "next", "--count", 1, "--json").json[0]["title"] == "Mine"


def strong(run, day, *words):
    return run(
        *("schedule", "add", "strength-30", "--rrule", "FREQ=WEEKLY", "--at", "18:00"),
        *("--from", day, "--zone", "Europe/Berlin", *words),
    )


def test_two_days_of_strength_in_a_row_are_told(run):
    """Rule R10: the plan warns, and refuses nothing."""
    first = strong(run, "2031-03-03").out.splitlines()
    second = strong(run, "2031-03-04").out.splitlines()

    assert len(first) == 1
    assert second[1:] == [
        "  Strength on Tuesday too. With a day between them the body has time to build up."
    ]
    assert len(run("schedule", "list", "--json").json) == 2


def test_what_was_so_before_is_not_told_again(run):
    strong(run, "2031-03-03")
    strong(run, "2031-03-04")

    assert len(strong(run, "2031-03-06").out.splitlines()) == 1


def test_moving_one_beside_another_is_told(run):
    strong(run, "2031-03-03")
    other = strong(run, "2031-03-06", "--json").json["id"]

    moved = run("schedule", "move", other, "2031-03-06", "--to", "2031-03-04T18:00")

    assert "Strength on Tuesday too." in moved.out


def test_programs_read_nothing_but_the_document(run):
    strong(run, "2031-03-03")

    assert strong(run, "2031-03-04", "--json").json["from"] == "2031-03-04"
