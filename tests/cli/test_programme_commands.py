"""`programmes`, `programme ID`, and their sessions in `timeline` and `play`."""

from itertools import pairwise

BACK, SUN = "back-strength-8wk", "sun-salutation-5-to-10"


def test_the_programmes_are_listed(run) -> None:
    assert (
        run("programmes").out.splitlines()[0] == "back-strength-8wk        Back strength in 8 weeks"
    )
    assert [each["id"] for each in run("programmes", "--json").json] == [BACK, SUN]


def test_a_programme_shows_its_weeks_its_doses_and_what_is_next(run) -> None:
    shown = run("programme", BACK)

    assert "Week 3  A 23:27  B 23:27  C  7:05  54 min" in shown.out
    assert "  - Glute bridge: 2 × 10 → 2 × 15" in shown.out
    assert "  - Bird dog: 2 × 3 a side, each held 10 s → 2 × 3 a side, each held 15 s" in shown.out
    assert "Next: Back strength, week 1, session A" in shown.out


def test_the_weeks_as_numbers_never_rise_by_more_than_a_tenth(run) -> None:
    document = run("programme", BACK, "--json").json

    work = [sum(each["work_seconds"] for each in week["sessions"]) for week in document["weeks"]]
    assert work == [2268, 2436, 2604, 2436, 2604, 2772, 2940, 3108]
    assert all(10 * after <= 11 * before for before, after in pairwise(work))
    assert [each["percent"] for each in document["weeks"]] == [
        100, 110, 120, 110, 120, 130, 140, 150,
    ]  # fmt: skip
    assert (document["state"], document["next"], document["plan"]) == (
        "not_begun",
        f"{BACK}-w1-a",
        None,
    )


def test_the_growth_says_how_many_passes_and_why(run) -> None:
    shown = run("programme", SUN)

    assert "Next: 5 passes" in shown.out
    assert "weeks" not in run("programme", SUN, "--json").json


def test_a_session_is_a_routine_like_any_other(run) -> None:
    shown = run("timeline", f"{BACK}-w3-b")
    assert shown.out.splitlines()[0] == "Back strength, week 3, session B  23:27"
    assert run("timeline", f"{SUN}-p6", "--json").json["seconds"] == 462

    played = run("play", f"{BACK}-w1-c", "--terminal", "--speed", "10000")
    assert played.code == 0
    (session,) = run("log", "--json").json
    assert session["routine"] == f"{BACK}-w1-c"
    assert session["title"] == "Back strength, week 1, session C"


def test_it_goes_into_the_plan_and_out_of_it(run) -> None:
    put = run(
        "programme", BACK, "--days", "tu,th,su", "--at", "07:00", "--from", "2030-03-04", "--json"
    )
    assert put.json["plan"] == {"days": ["TU", "TH", "SU"], "at": "07:00"}
    following = run("schedule", "next", "--from", "2030-03-04", "--count", "30", "--json").json
    assert len(following) == 24
    assert [each["routine"] for each in following[:4]] == [
        f"{BACK}-w1-a",
        f"{BACK}-w1-b",
        f"{BACK}-w1-c",
        f"{BACK}-w2-a",
    ]
    assert "Back strength, session A  Tuesday, 8 times" in run("schedule", "list").out

    assert run("programme", BACK, "--take-out", "--json").json["plan"] is None
    assert run("schedule", "list", "--json").json == []


def test_other_days_keep_the_time_also_after_a_pause(run) -> None:
    run("programme", BACK, "--days", "MO,WE,FR", "--at", "07:15")
    assert run("programme", BACK, "--days", "TU,TH,SU", "--json").json["plan"]["at"] == "07:15"

    run("programme", BACK, "--pause")

    put = run("programme", BACK, "--days", "MO,WE,SA", "--json").json["plan"]
    assert put == {"days": ["MO", "WE", "SA"], "at": "07:15"}


def test_without_a_date_it_begins_today(run) -> None:
    days = run("programme", SUN, "--days", "MO,TU,WE,TH,FR,SA,SU", "--json").json["plan"]
    assert len(days["days"]) == 7


def test_what_cannot_be_done_is_said_in_one_line(run) -> None:
    for words, code, said in (
        (("programme", "no"), 1, "There is no programme with the id “no”."),
        (("programme", BACK, "--days", "MO,XX,FR"), 1, "days"),
        (("programme", BACK, "--days", "MO"), 1, "Choose 3 days of the week."),
        (("programme", BACK, "--days", "MO,WE,FR", "--from", "soon"), 1, "from"),
        (("programme", BACK, "--days", "MO,WE,FR", "--take-out"), 2, "not allowed"),
        (("timeline", f"{BACK}-w9-a"), 1, "There is no routine"),
        (("programme",), 2, "id"),
    ):
        assert said in run(*words).failed(code), words
