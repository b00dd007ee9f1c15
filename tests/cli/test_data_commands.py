"""`log`, `export`, `import` and `check`."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from coreapp.domain.own import blank_exercise
from coreapp.services.own_documents import document_of
from coreapp.storage.document_folder import DocumentFolder
from coreapp.storage.state_file import JsonFile
from tests.cli.conftest import missed
from tests.fakes.own import own_exercise, own_routine
from tests.fakes.records import entry, session, span

SESSION = {
    "id": str,
    "kind": str,
    "started_at": str,
    "ended_at": str,
    "zone": str,
    "routine": str,
    "outcome": str,
    "effort": float | None,
    "pain_before": int | None,
    "pain_after": int | None,
    "sets": list,
}
SET_KEYS = {
    "exercise",
    "name",
    "side",
    "set",
    "planned_seconds",
    "actual_seconds",
    "planned_reps",
    "actual_reps",
    "skipped",
}


@pytest.fixture
def filled(database):
    """A log with a session, an entry of the plan, and a private span."""
    with database.work() as work:
        work.sessions.add(session())
        work.schedule.add(entry())
        work.spans.add([span()])
    database.close()
    return database


def test_the_log_is_shown_in_the_promised_shape(run, filled):
    (shown,) = run("log", "--json").json

    assert all(isinstance(shown[key], kind) for key, kind in SESSION.items())
    assert shown["started_at"] == "2026-03-04T19:00:00+01:00"
    assert (shown["kind"], shown["outcome"]) == ("session", "completed")
    assert [each.keys() >= SET_KEYS for each in shown["sets"]] == [True, True]
    assert shown["sets"][0] == {
        "exercise": "side-plank",
        "name": "Seitstütz",
        "side": "left",
        "set": 2,
        "planned_seconds": 20.5,
        "actual_seconds": 18.125,
        "planned_reps": None,
        "actual_reps": None,
        "skipped": False,
        "rest_seconds": 12.25,
    }


def test_the_log_is_told_to_people(run, filled):
    assert run("log").out.replace("\u202f", " ") == (
        "3/4/26 7:00 PM  Core-Grundlagen  0:37  Completed\n1 session\n"
    )


def test_an_empty_log_is_said(run):
    assert run("log").out == "Nothing in the log yet.\n"
    assert run("log", "--json").json == []


def test_the_log_of_some_days(run, filled):
    counts = {
        ("--from", "2026-03-04", "--to", "2026-03-04"): 1,
        ("--from", "2026-03-05"): 0,
        ("--to", "2026-03-03"): 0,
        ("--to", "2026-03-05"): 1,
    }

    assert {days: len(run("log", "--json", *days).json) for days in counts} == counts


def test_days_that_cannot_be_are_refused(run):
    refused = {
        ("--from", "yesterday"): "--from: “yesterday” cannot be used.",
        ("--to", "2026-13-01"): "--to: “2026-13-01” cannot be used.",
        ("--from", "2026-03-05", "--to", "2026-03-04"): "from: “2026-03-05” cannot be used.",
    }

    assert missed({days: run("log", *days).failed() for days in refused}, refused) == {}


def test_a_session_in_a_zone_that_is_gone_is_still_shown(run, database):
    with database.work() as work:
        work.sessions.add(session(zone="Mars/Olympus"))
    database.close()

    assert run("log", "--json").json[0]["started_at"] == "2026-03-04T18:00:00+00:00"
    assert "Core-Grundlagen" in run("log").out


def test_what_is_exported_comes_into_another_world(run, filled, tmp_path, monkeypatch):
    file = tmp_path / "out.json"

    assert run("export", file).out == f"1 session and 1 plan entry are in {file}.\n"
    assert file.stat().st_mode & 0o777 == 0o600
    monkeypatch.setenv("COREAPP_HOME", str(tmp_path / "other"))
    assert run("import", file).out == "2 added, 0 changed, 0 already there.\n"
    assert run("import", file, "--json").json == {"added": 0, "changed": 0, "same": 2}

    assert run("log", "--json").json[0]["id"] == "s1"
    again = tmp_path / "again.json"
    assert run("export", again, "--json").json == {
        "file": str(again),
        "sessions": 1,
        "activities": 0,
        "days": 0,
        "shoes": 0,
        "entries": 1,
        "spans": 0,
        "exercises": 0,
        "routines": 0,
        "marks": 0,
        "doses": 0,
        "programmes": 0,
    }
    assert again.read_bytes() == file.read_bytes()


def test_what_an_import_would_change_is_told_before(run, filled, tmp_path, monkeypatch):
    file = tmp_path / "out.zip"
    run("export", file)
    monkeypatch.setenv("COREAPP_HOME", str(tmp_path / "other"))

    assert run("import", file, "--dry-run").out == (
        "2 records would be added.\nSessions: 1 new\nPlan entries: 1 new\n"
    )
    assert run("import", file, "--dry-run", "--json").json == {
        "added": 2,
        "changed": 0,
        "same": 0,
        "kinds": {
            "sessions": {"added": 1, "changed": 0, "same": 0},
            "entries": {"added": 1, "changed": 0, "same": 0},
        },
    }
    assert run("log", "--json").json == []
    assert run("import", file, "--json").json == {"added": 2, "changed": 0, "same": 0}
    assert run("import", file, "--dry-run").out.startswith("Everything in this file is here")


def test_a_table_goes_out_and_a_list_of_runs_comes_in(run, filled, tmp_path):
    table = tmp_path / "sessions.csv"
    assert run("export", table).out == f"1 session is in {table}.\n"
    assert run("import", table, "--json").json == {"added": 0, "changed": 0, "same": 1}
    runs = tmp_path / "runs.csv"
    runs.write_text("started_at,zone,type,minutes\n2026-03-01 09:00,Europe/Berlin,run-easy,30\n")

    assert run("import", runs, "--json").json == {"added": 1, "changed": 0, "same": 0}
    assert run("import", runs, "--json").json == {"added": 0, "changed": 0, "same": 1}
    runs.write_text("started_at,zone,type,minutes\n2026-03-01 09:00,Europe/Berlin,run-easy,x\n")
    assert run("import", runs).failed().startswith("runs.csv:2 minutes: “x” cannot be used.")


def test_presence_goes_out_only_when_asked_for(run, filled, tmp_path):
    run("export", tmp_path / "without.json")
    told = run("export", tmp_path / "with.json", "--with-presence", "--json").json

    assert told["spans"] == 1
    assert json.loads((tmp_path / "without.json").read_text())["spans"] == []
    assert len(json.loads((tmp_path / "with.json").read_text())["spans"]) == 1


def test_an_export_replaces_an_older_file(run, filled, tmp_path):
    file = tmp_path / "out.json"
    file.write_text("old")

    assert run("export", file).code == 0
    assert json.loads(file.read_text())["format"] == "coreapp"


@pytest.mark.parametrize("command", ["export", "import"])
def test_a_file_that_cannot_be_is_told(run, tmp_path, command):
    (tmp_path / "folder.json").mkdir()
    ending = "cannot be used. Give a file whose name ends in one of these:"
    for name, told in {
        "log.txt": f"file: “log.txt” {ending}",
        "log": f"file: “log” {ending}",
        "gone/log.json": "log.json cannot be read or written: No such file or directory",
        "folder.json": "folder.json cannot be read or written: Is a directory",
    }.items():
        assert told in run(command, tmp_path / name).failed(), name


def test_what_can_be_exported_is_named_whole(run, tmp_path):
    told = run("export", tmp_path / "log.unknown").failed()

    assert told.rstrip().endswith("one of these: .json, .csv, .zip, .pdf.")
    # A report comes out only.
    assert ".pdf" not in run("import", tmp_path / "log.unknown").failed()


def test_an_id_that_nobody_sees_is_refused(run, tmp_path):
    file = tmp_path / "in.json"
    session = {"id": "a\0b", "kind": "session", "routine": "x", "title": "", "outcome": "completed"}
    moments = {"started_at": "2026-03-04T18:00:00Z", "ended_at": "2026-03-04T18:10:00Z"}
    record = {**session, **moments, "zone": "UTC"}
    file.write_text(json.dumps({"format": "coreapp", "version": 3, "sessions": [record]}))

    assert "sessions[0].id: “a\\x00b” cannot be used." in run("import", file).failed()
    assert run("log", "--json").json == []


def test_a_malformed_file_changes_nothing(run, filled, tmp_path):
    file = tmp_path / "in.json"
    before = run("log", "--json").out

    for content, told in {
        "": "file: “0 B” cannot be used. It is not sound JSON in line 1.",
        "{": "It is not sound JSON in line 1. Nothing was changed.",
        "[]": "file: “[]” cannot be used. Give a file that this program exported;",
        '{"format": "other", "version": 1}': "format: “other” cannot be used.",
        '{"format": "coreapp", "version": 9}': "version: “9” cannot be used. Update the program",
    }.items():
        file.write_text(content)

        assert told in run("import", file).failed(), content
        assert told in run("--json", "import", file).failed(), content
        assert run("log", "--json").out == before, content


def test_one_bad_record_keeps_all_others_out(run, filled, tmp_path, monkeypatch):
    file = tmp_path / "in.json"
    run("export", file)
    document = json.loads(file.read_text())
    bad = document["sessions"][0] | {"id": "s2", "zone": "Mars"}
    document["sessions"].append(bad)
    file.write_text(json.dumps(document))
    monkeypatch.setenv("COREAPP_HOME", str(tmp_path / "other"))

    assert run("import", file).failed().startswith("sessions[1].zone: “Mars” cannot be used.")
    assert run("log", "--json").json == []
    assert run("schedule", "list", "--json").json == []


def test_a_sound_world_is_said_to_be(run, filled):
    assert run("check").out == "46 exercises, 22 routines, log and plan: all sound.\n"
    assert run("check", "--json").json == {
        "ok": True,
        "exercises": 46,
        "routines": 22,
        "problems": [],
    }


def test_planted_problems_are_found(run, filled, coreapp_home):
    with closing(sqlite3.connect(coreapp_home / "coreapp.db")) as connection:
        connection.execute("UPDATE session SET effort = 99, zone = 'Mars'")
        connection.execute("UPDATE schedule_entry SET rrule = 'FREQ=NEVER'")
        connection.commit()

    people, programs = run("check"), run("check", "--json")

    assert (people.code, programs.code, people.err) == (1, 1, "")
    lines = people.out.splitlines()
    assert lines[0] == "Session s1 has an effort or a pain outside 0 to 10."
    assert len(lines) == 3
    document = json.loads(programs.out)
    assert (document["ok"], document["problems"]) == (False, lines)


def test_broken_content_is_a_problem_too(run, own_assets):
    (own_assets / "exercises" / "plank.toml").write_text("id = 'plank\n")

    ran = run("check", "--json")

    document = json.loads(ran.out)
    assert (ran.code, document["ok"], document["exercises"]) == (1, False, 0)
    assert document["problems"][0].startswith("plank.toml, end of file: is not valid TOML")


def own_world(home):
    """Write what can be one's own, of each kind one, as the program does."""
    DocumentFolder(home / "exercises").save("my-plank", document_of(own_exercise(pictures=())))
    DocumentFolder(home / "routines").save("my-evening", document_of(own_routine()))
    JsonFile(home / "marks.json").save({"exercises": {"plank": {"liking": "liked"}}})
    JsonFile(home / "doses.json").save({"plank": {"20": 22}})
    level = {"begun": None, "levels": {"plank": {"level": "L2", "week": 2}}}
    JsonFile(home / "programmes.json").save({"back-strength-8wk": level})


def test_what_is_ones_own_goes_along(run, tmp_path, monkeypatch):
    home = tmp_path / "mine"
    own_world(home)
    monkeypatch.setenv("COREAPP_HOME", str(home))
    file = tmp_path / "own.json"
    told = run("export", file, "--json").json
    kinds = ("exercises", "routines", "marks", "doses", "programmes")
    assert [told[kind] for kind in kinds] == [1] * 5
    assert run("export", file).out == (
        f"0 sessions, 0 plan entries, and 5 things of your own are in {file}.\n"
    )

    monkeypatch.setenv("COREAPP_HOME", str(tmp_path / "theirs"))
    assert run("import", file, "--json").json == {"added": 5, "changed": 0, "same": 0}
    assert run("import", file, "--json").json == {"added": 0, "changed": 0, "same": 5}
    shown = run("exercise", "my-plank", "--json").json
    assert (shown["name"], shown["own"]) == ("Größere Brücke", True)
    assert run("timeline", "my-evening", "--json").json["routine"] == "my-evening"
    again = tmp_path / "again.json"
    run("export", again)
    assert again.read_bytes() == file.read_bytes()


def test_an_exercise_of_ones_own_is_shown_for_people(run, tmp_path, monkeypatch):
    home = tmp_path / "mine"
    bare = replace(blank_exercise("crane"), name="Crane", steps=("Stand on one leg.",))
    DocumentFolder(home / "exercises").save("crane", document_of(bare))
    monkeypatch.setenv("COREAPP_HOME", str(home))
    shown = run("exercise", "crane").out
    assert "L1: 2 × 30 s" in shown
    assert "Sources" not in shown


def test_a_routine_whose_exercise_is_gone_is_told_and_keeps_nobody_from_the_rest(
    run, tmp_path, monkeypatch
):
    home = tmp_path / "mine"
    own_world(home)
    (home / "exercises" / "my-plank.json").unlink()
    monkeypatch.setenv("COREAPP_HOME", str(home))
    checked = run("check", "--json")
    assert checked.code == 1
    assert "Mein Abend: There is no exercise with the id “my-plank”." in checked.out
    assert run("exercises", "--json").code == 0
