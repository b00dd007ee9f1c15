"""`schedule kept`, and programmes that are shifted from the command line."""

import shutil
from pathlib import Path

import pytest

from coreapp.bootstrap import build_services
from coreapp.cli import main
from coreapp.domain.day_record import DayMark, DayRecord
from coreapp.domain.wall_time import parse_date

BACK = "back-strength-8wk"
PLAN = ("programme", BACK, "--days", "MO,WE,FR", "--from", "2031-03-03")


@pytest.fixture(scope="module")
def plan_made_once(tmp_path_factory) -> Path:
    """A data folder whose plan holds the programme; to be copied."""
    home = tmp_path_factory.mktemp("planned") / "coreapp-home"
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("COREAPP_HOME", str(home))
        assert main(list(PLAN)) == 0
    return home


@pytest.fixture
def planned(plan_made_once: Path, coreapp_home: Path) -> None:
    """The programme stands in the plan."""
    shutil.copytree(plan_made_once, coreapp_home)


def starts(run, count: int = 3) -> list[tuple[str, str]]:
    words = ("schedule", "next", "--from", "2031-03-01", "--count", str(count), "--json")
    return [(each["start"][:10], each["routine"][-4:]) for each in run(*words).json]


def test_the_rest_is_pushed(run, planned) -> None:

    document = run("programme", BACK, "--push", "2", "--json").json

    assert starts(run) == [("2031-03-05", "w1-a"), ("2031-03-07", "w1-b"), ("2031-03-09", "w1-c")]
    assert document["conflicts"] == []
    following = run("schedule", "next", "--from", "2031-03-01", "--count", "1", "--json").json
    assert following[0]["original_start"][:10] == "2031-03-03"


def test_a_week_comes_again(run, planned) -> None:

    run("programme", BACK, "--repeat-week")

    routines = [routine for _day, routine in starts(run, 7)]
    assert routines == ["w1-a", "w1-b", "w1-c", "w1-a", "w1-b", "w1-c", "w2-a"]


def test_it_is_paused_and_goes_on(run) -> None:
    run(*PLAN, "--at", "07:00")

    paused = run("programme", BACK, "--pause", "--json").json
    assert (paused["plan"], paused["paused"]["days"], paused["paused"]["at"]) == (
        None,
        ["MO", "WE", "FR"],
        "07:00",
    )
    assert starts(run) == []
    assert run("programme", BACK, "--resume", "--json").json["paused"] is None
    assert len(run("schedule", "next", "--count", "50", "--json").json) == 24


def test_it_goes_on_from_today(run, planned) -> None:

    run("programme", BACK, "--go-on")

    assert len(run("schedule", "next", "--count", "50", "--json").json) == 24


def test_what_falls_on_a_day_off_is_told(run, planned) -> None:
    services = build_services()
    services.day_log.save(DayRecord(parse_date("day", "2031-03-10"), DayMark.TRAVEL))
    services.close()

    shown = run("programme", BACK, "--push", "7")

    assert shown.out.splitlines()[0].endswith("One session falls on a day off, Mar 10.")
    (conflict,) = run("programme", BACK, "--json").json["conflicts"]
    assert conflict["routine"] == f"{BACK}-w1-a"


def test_other_days_keep_the_time_of_day(run) -> None:
    plans = [
        run("programme", BACK, "--days", days, "--from", "2031-03-03", "--json", *at).json["plan"]
        for days, at in (
            ("MO,WE,FR", ()),
            ("MO,WE,FR", ("--at", "07:00")),
            ("TU,TH,SA", ()),
        )
    ]

    assert [each["at"] for each in plans] == ["18:30", "07:00", "07:00"]


def test_days_in_a_row_are_told_where_there_are_others(run) -> None:
    good = run(*PLAN)
    close = run("programme", BACK, "--days", "MO,TU,WE", "--from", "2031-03-03")
    document = run("programme", BACK, "--days", "MO,TU,WE", "--from", "2031-03-03", "--json")

    assert "With a day between them" not in good.out
    assert close.out.splitlines()[0] == (
        "  Strength on Tuesday too. With a day between them the body has time to build up."
    )
    assert document.json["plan"]["days"] == ["MO", "TU", "WE"]


def test_what_cannot_be_done_is_said_in_one_line(run) -> None:
    for words, code, said in (
        (("programme", BACK, "--push", "7"), 1, "Nothing of it is to come"),
        (("programme", BACK, "--go-on"), 1, "put it there first"),
        (("programme", BACK, "--resume"), 1, "not paused"),
        (("programme", BACK, "--push", "0"), 2, "--push"),
        (("programme", BACK, "--push", "7", "--pause"), 2, "not allowed"),
        (("schedule", "kept", "--from", "2031-03-09", "--to", "2031-03-03"), 1, "last day"),
        (("schedule", "kept", "--from", "soon"), 1, "from"),
    ):
        assert said in run(*words).failed(code), words


def test_what_became_of_the_plan_is_told_by_weeks(run) -> None:
    words = ("--rrule", "FREQ=WEEKLY;BYDAY=MO,TH", "--at", "07:00", "--from", "2026-03-02")
    run("schedule", "add", "core-basics-runners", *words)
    (entry,) = run("schedule", "list", "--json").json
    run("schedule", "skip", entry["id"], "2026-03-05")
    run("schedule", "move", entry["id"], "2026-03-12", "--to", "2026-03-20T07:00")

    period = ("--from", "2026-03-02", "--to", "2026-03-15")
    document = run("schedule", "kept", *period, "--json").json

    assert document["total"] == {
        "on_time": 0,
        "moved": 0,
        "missed": 2,
        "skipped": 1,
        "excused": 0,
        "open": 0,
        "extra": 0,
        "percent": 0,
    }
    assert [(each["day"], each["fate"]) for each in document["occurrences"]] == [
        ("2026-03-02", "missed"),
        ("2026-03-05", "skipped"),
        ("2026-03-09", "missed"),
    ]
    assert [each["original_date"] for each in document["moved_away"]] == ["2026-03-12"]
    assert [each["monday"] for each in document["weeks"]] == ["2026-03-02", "2026-03-09"]
    shown = run("schedule", "kept", *period).out.splitlines()
    assert shown[0] == "Week from Mar 2, 2026: 1 planned session, not done."
    assert shown[2].endswith("Core basics for runners: skipped")


def test_without_dates_it_is_the_last_four_weeks(run) -> None:
    assert len(run("schedule", "kept", "--json").json["weeks"]) == 4
    assert run("schedule", "kept").out.count("Nothing was due.") == 4
