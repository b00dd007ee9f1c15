"""`routine` and `routines --add`, for people and for programs."""

import json

import pytest

SHIPPED = "core-basics-runners"


@pytest.fixture
def own(run):
    return run("routine", SHIPPED, "--duplicate", "--json").json


def test_a_routine_is_shown_for_programs(run):
    shown = run("routine", SHIPPED, "--json").json

    assert (shown["id"], shown["own"], shown["seconds"]) == (SHIPPED, False, 938)
    steps = [step for block in shown["blocks"] for step in block["steps"]]
    assert sum(step["takes_seconds"] for step in steps) == 938
    assert steps[4] | {"name": "", "note": ""} == {
        "exercise": "side-plank",
        "name": "",
        "level": steps[4]["level"],
        "sets": 2,
        "seconds": 20,
        "reps": None,
        "seconds_per_rep": None,
        "rest_seconds": 30,
        "switch_seconds": 5,
        "ready_seconds": 10,
        "advance": "time",
        "note": "",
        "takes_seconds": 130,
    }


def test_a_routine_is_shown_for_people(run):
    shown = run("routine", "sun-salutation-5").out

    assert shown.startswith("Sun salutation 5  6:30\n")
    assert "Quiet at the end" in shown
    told = run("routine", SHIPPED).out
    assert "Side plank · 2 × 20 s a side · 30 s rest between sets" in told
    assert "How often" in told


def test_an_unknown_routine_is_told(run):
    assert "flying" in run("routine", "flying").failed()
    assert "flying" in run("routine", "flying", "--duplicate").failed()


def test_a_duplicate_is_ones_own_from_then_on(run, own):
    assert (own["own"], own["name"]) == (True, "Copy of Core basics for runners")
    assert own["id"] in {each["id"] for each in run("routines", "--json").json}
    assert run("timeline", own["id"], "--json").json["seconds"] == 938
    said = run("routine", own["id"], "--duplicate").out
    assert said.endswith("  Copy of Copy of Core basics for runners\n")


def test_a_shared_routine_is_taken_in_once(run, own, tmp_path, monkeypatch):
    file = tmp_path / "evening.coreapp-routine.json"
    told = run("routine", own["id"], "--share", file, "--json").json
    assert told == {"file": str(file), "routine": own["id"], "exercises": []}
    assert json.loads(file.read_text())["format"] == "coreapp-routine"
    assert str(file) in run("routine", own["id"], "--share", file).out

    monkeypatch.setenv("COREAPP_HOME", str(tmp_path / "another person"))
    taken = run("routines", "--add", file, "--json").json
    assert taken == {
        "routine": own["id"],
        "name": own["name"],
        "standing": "new",
        "seconds": 938,
        "exercises": [],
    }
    assert run("routine", own["id"], "--json").json == own
    assert run("routines", "--add", file, "--json").json["standing"] == "same"
    assert "is there already" in run("routines", "--add", file).out


def test_rounds_and_the_quiet_at_the_end_are_shown(run, own, tmp_path):
    file = tmp_path / "evening.coreapp-routine.json"
    run("routine", own["id"], "--share", file)
    document = json.loads(file.read_text())
    document["routine"]["blocks"][0] |= {"rounds": 2, "rest_seconds": 30}
    document["routine"]["closing_rest_seconds"] = 20
    file.write_text(json.dumps(document))
    assert run("routines", "--add", file, "--json").json["standing"] == "other"
    shown = run("routine", own["id"]).out
    assert "2 rounds of:" in shown
    assert "0:20  Quiet at the end" in shown


def test_what_is_no_shared_routine_changes_nothing(run, tmp_path):
    before = run("routines", "--json").json
    file = tmp_path / "other.json"
    assert str(file) in run("routines", "--add", file).failed()
    file.write_text('{"format": "coreapp", "version": 1}')
    assert "nothing was changed" in run("routines", "--add", file).failed()
    assert run("routines", "--json").json == before


def test_a_shipped_routine_is_not_shared(run, tmp_path):
    file = tmp_path / "out.json"
    assert "Everybody has it" in run("routine", SHIPPED, "--share", file).failed()
    assert not file.exists()


def test_one_thing_at_a_time(run, tmp_path):
    run("routine", SHIPPED, "--duplicate", "--share", tmp_path / "x").failed(2)
