"""`activity` and `shoes`: runs and walks from the command line, and in `log`."""

import json
from dataclasses import replace
from datetime import UTC, datetime

from coreapp.bootstrap import Services
from coreapp.cli.activity_commands import add as add_activity
from coreapp.cli.parser import make_parser
from coreapp.desktop.paths import find_paths
from tests.cli.conftest import missed
from tests.fakes.clock import FakeClock
from tests.fakes.records import session, shoe

LOG_FIELDS = {
    *("id", "kind", "started_at", "ended_at", "zone", "routine", "outcome", "effort"),
    *("pain_before", "pain_after", "sets"),
}
AT = "2026-03-04T18:30"


def add(run, *words):
    return run("activity", "add", "run-easy", "--minutes", "32", "--at", AT, *words)


def test_a_run_is_entered_and_shown(run):
    words = ("--km", "5,2", "--rpe", "4.5", "--surface", "soft", "--hills", "flat", "--json")
    added = add(run, *words).json

    assert {key: added[key] for key in ("kind", "type", "minutes", "metres", "effort")} == {
        "kind": "activity",
        "type": "run-easy",
        "minutes": 32,
        "metres": 5200,
        "effort": 4.5,
    }
    assert (added["surface"], added["hills"]) == ("soft", "flat")
    assert added["started_at"].startswith("2026-03-04T18:30:00")
    assert added["ended_at"].startswith("2026-03-04T19:02:00")
    assert run("activity", "list", "--json").json == [added]


def test_people_read_one_line(run):
    identity = add(run, "--km", "5.2", "--json").json["id"]

    line = "3/4/26 6:30 PM  Easy run  5.2 km · 32 min · 6:09 min/km\n"
    assert run("activity", "list").out.replace("\u202f", " ") == f"{identity}  {line}"
    assert run("log").out.replace("\u202f", " ") == f"{line}1 activity\n"
    assert run("activity", "remove", identity).out.replace("\u202f", " ") == f"Removed: {line}"
    assert run("activity", "list").out == "No runs or walks in the log yet.\n"


def test_minutes_are_written_as_in_the_window(run):
    minutes = {"32:10": 32, "1 h 5": 65, "0:45": 45, "32,5": 33}

    def added(written: str) -> int:
        return run("activity", "add", "walk", "--minutes", written, "--json").json["minutes"]

    assert {written: added(written) for written in minutes} == minutes


def test_without_a_time_it_has_ended_just_now(run):
    added = run("activity", "add", "walk", "--minutes", "45", "--json").json

    assert added["started_at"] < added["ended_at"]
    assert (added["metres"], added["effort"], added["shoe"]) == (None, None, None)


def test_it_has_ended_just_now_in_the_night_when_clocks_change_too(coreapp_home, capsys):
    services = Services(find_paths(), FakeClock(datetime(2026, 3, 29, 1, 10, tzinfo=UTC)))
    command = make_parser().parse_args(["activity", "add", "walk", "--minutes", "20", "--json"])

    add_activity(services, command)
    services.close()

    assert json.loads(capsys.readouterr().out)["started_at"] == "2026-03-29T01:50:00+01:00"


def test_an_offset_tells_which_of_two_hours_it_was(coreapp_home, capsys):
    services = Services(find_paths(), FakeClock(datetime(2026, 10, 26, 9, tzinfo=UTC)))
    hours = {
        "2026-10-25T02:30": "2026-10-25T02:30:00+02:00",
        "2026-10-25T02:30+02:00": "2026-10-25T02:30:00+02:00",
        "2026-10-25T02:30+01:00": "2026-10-25T02:30:00+01:00",
    }

    def told(at: str) -> str:
        words = ["activity", "add", "walk", "--minutes", "20", "--at", at, "--json"]
        add_activity(services, make_parser().parse_args(words))
        return json.loads(capsys.readouterr().out)["started_at"]

    assert {at: told(at) for at in hours} == hours
    services.close()


def test_a_time_may_have_an_offset_or_no_date(run):
    far = run(
        *("activity", "add", "walk", "--minutes", "5"), "--at", "2026-03-04T18:30+09:00", "--json"
    ).json
    today = run("activity", "add", "walk", "--minutes", "5", "--at", "00:00", "--json").json

    assert far["started_at"] == "2026-03-04T09:30:00+00:00"
    assert today["started_at"][11:16] == "00:00"


def test_log_has_sessions_and_activities_newest_first(run, database):
    with database.work() as work:
        work.sessions.add(session("s1"))
    later = add(run, "--json").json["id"]

    found = run("log", "--json").json

    assert [(each["id"], each["kind"]) for each in found] == [
        (later, "activity"),
        ("s1", "session"),
    ]
    assert all(set(each) >= LOG_FIELDS for each in found)
    assert (found[0]["sets"], found[0]["routine"], found[0]["outcome"]) == ([], "", "completed")
    assert run("log").out.endswith("1 session and 1 activity\n")
    assert run("log", "--from", "2026-03-05", "--json").json == []
    assert run("activity", "list", "--to", "2026-03-03", "--json").json == []


def test_shoes_are_named_and_count(run, database):
    assert run("shoes").out == "No shoes yet.\n"
    with database.work() as work:
        work.shoes.add(replace(shoe("p1", name="Road", retired=None), start_metres=496_000))
        work.shoes.add(shoe("p2", name="Old"))

    added = add(run, "--km", "5.2", "--shoe", "road", "--json").json

    assert added["shoe"] == "p1"
    road, old = run("shoes", "--json").json
    assert (road["metres"], road["state"], road["retired"]) == (501_200, "look_at_soles", None)
    assert (old["bought"], old["start_metres"]) == ("2025-11-03", 120_000)
    assert "Road  501.2 km · bought Nov 3, 2025  From 500 km on: have a look at the soles." in (
        run("shoes").out.splitlines()
    )


def test_wrong_use_is_one_line_and_two(run):
    wrong = {
        ("juggling", "--minutes", "3"): "TYPE: 'juggling' is none of",
        ("walk",): "Something is missing: --minutes.",
        ("walk", "--minutes", "long"): "--minutes: Write minutes, or hours and minutes",
        ("walk", "--minutes", "3", "--km", "far"): "--km: Write kilometres",
        ("walk", "--minutes", "3", "--rpe", "11"): "--rpe: Give a number from 0 to 10.",
        ("walk", "--minutes", "3", "--surface", "ice"): "--surface: 'ice' is none of",
    }

    told = {words: run("activity", "add", *words).failed(2) for words in wrong}
    assert missed(told, wrong) == {}


def test_a_failure_is_one_line_and_one_and_nothing_is_stored(run):
    for words, told in {
        ("--at", "2199-01-01T10:00"): "Give a day and a time that have passed already.",
        ("--at", "2026-03-04"): "Write a time, or a date and a time",
        ("--at", "soonish, maybe"): "Write a time, or a date and a time",
        ("--at", "25:00"): "Write a time of day from 00:00 to 23:59.",
        ("--shoe", "Nope"): "You have no shoes with this name.",
        ("--rpe", "4.3"): "Give a figure from 0 to 10, in halves.",
    }.items():
        assert told in run("activity", "add", "walk", "--minutes", "3", *words).failed(1), words
    assert run("activity", "list", "--json").json == []


def test_what_is_not_there_cannot_be_removed(run):
    assert "There is no activity with the id “a1”." in run("activity", "remove", "a1").failed(1)


def test_removed_is_shown_for_programs(run):
    added = add(run, "--note", "windy", "--json").json

    assert run("activity", "remove", added["id"], "--json").json == added
    assert run("log", "--json").json == []
