"""`play --terminal`: the same engine and the same log as the window."""

import json
import threading

import pytest

from coreapp.cli.terminal_player import Keys
from coreapp.domain.errors import DiskFullError
from coreapp.services.playing import SessionLog

FAST = ("--terminal", "--speed", "6000")


class Terminal:
    """Standard input with somebody who has typed all of it already."""

    def __init__(self, *lines: str) -> None:
        self._lines = lines

    def isatty(self) -> bool:
        return True

    def __iter__(self):
        return iter([f"{line}\n" for line in self._lines])


@pytest.fixture
def typed(monkeypatch):
    def type_lines(*lines: str) -> None:
        monkeypatch.setattr("sys.stdin", Terminal(*lines))

    return type_lines


@pytest.mark.parametrize("routine", ["desk-2min-a-reset", "sun-salutation-5"])
def test_a_session_left_alone_is_logged_exactly_as_planned(run, routine):
    played = run("play", routine, *FAST, "--json").json
    (logged,) = run("log", "--json").json
    phases = run("timeline", routine, "--json").json["phases"]

    assert played == logged
    assert (logged["outcome"], logged["routine"]) == ("completed", routine)
    assert (logged["effort"], logged["pain_before"], logged["pain_after"]) == (None, None, None)
    work = [phase for phase in phases if phase["kind"] == "work"]
    assert [
        (each["exercise"], each["side"], each["set"], each["planned_seconds"], each["planned_reps"])
        for each in logged["sets"]
    ] == [(w["exercise"], w["side"], w["set"], w["seconds"], w["reps"]) for w in work]
    for each in logged["sets"]:
        assert each["actual_seconds"] == each["planned_seconds"]
        assert each["actual_reps"] == each["planned_reps"]
        assert not each["skipped"]


def test_every_phase_is_told_to_people(run):
    ran = run("play", "sun-salutation-5", *FAST)

    phases = run("timeline", "sun-salutation-5", "--json").json["phases"]
    lines = ran.out.splitlines()
    assert ran.code == 0
    assert lines[-1] == "Done. It is in the log."
    assert len([line for line in lines if not line.startswith("    ")]) == len(phases) + 1
    assert any(line.startswith("    ") for line in lines), "the positions of the flow"


def test_where_everything_waits_nobody_there_means_the_estimate(run, coreapp_home):
    coreapp_home.mkdir()
    settings = {"wait_everywhere": True, "extra_ready_seconds": 5}
    (coreapp_home / "settings.json").write_text(json.dumps(settings))

    sets = run("play", "desk-2min-a-reset", *FAST, "--json").json["sets"]

    assert all(each["actual_seconds"] == each["planned_seconds"] for each in sets)


def test_what_is_planned_for_today_is_ticked_off(run, tmp_path):
    words = ("schedule", "add", "desk-2min-a-reset", "--rrule", "FREQ=DAILY", "--at", "00:00")
    identity = run(*words, "--json").json["id"]

    run("play", "desk-2min-a-reset", *FAST)

    run("export", tmp_path / "out.json")
    (logged,) = json.loads((tmp_path / "out.json").read_text())["sessions"]
    assert logged["planned"]["entry"] == identity
    assert logged["planned"]["original_start"][:10] == logged["started_at"][:10]


def test_keys_pause_go_on_skip_and_end(run, typed):
    typed("p", "p", "n", "b", "?", "", "q", "6", "3")

    ran = run("play", "core-basics-runners", "--terminal")

    lines = ran.out.splitlines()
    assert ran.code == 0
    assert lines[1] == "Paused. Enter p to go on."
    assert lines[-2] == "Done. It is in the log."
    assert lines[-1].split(":")[:2] == [
        "Effort, 0 to 10 (Enter leaves it out)",
        " Pain, 0 to 10 (Enter leaves it out)",
    ]
    (logged,) = run("log", "--json").json
    assert (logged["outcome"], logged["effort"], logged["pain_after"]) == ("ended_early", 6, 3)


def test_high_pain_points_to_a_doctor(run, typed):
    for pain, pointed in (("5", False), ("7", True)):
        typed("q", "6", pain)

        out = run("play", "core-basics-runners", "--terminal").out

        assert ("doctor or physiotherapist" in out) is pointed, pain
        assert ("(coreapp guide when-to-see-a-doctor)" in out) is pointed, pain


def test_an_answer_that_cannot_be_is_told_and_loses_nothing(run, typed):
    for answers, told in {
        ("12", ""): "effort: “12” cannot be used. Give a figure from 0 to 10.",
        ("six", ""): "figure: “six” cannot be used. Give a figure from 0 to 10.",
        ("²", ""): "figure: “²” cannot be used. Give a figure from 0 to 10.",
    }.items():
        typed("q", *answers)

        ran = run("play", "core-basics-runners", "--terminal")

        assert (ran.code, ran.err) == (0, ""), answers
        assert ran.out.endswith(f"{told}\n"), answers
    assert [each["effort"] for each in run("log", "--json").json] == [None] * 3


def test_empty_answers_leave_the_figures_out(run, typed):
    typed("q", "", " ")

    assert run("play", "core-basics-runners", "--terminal").code == 0
    assert run("log", "--json").json[0]["pain_after"] is None


def test_the_end_of_all_input_ends_the_session_and_the_questions(run, typed):
    for lines in ((), ("q",), ("q", "7")):
        typed(*lines)

        assert run("play", "core-basics-runners", "--terminal").code == 0, lines
    assert [each["outcome"] for each in run("log", "--json").json] == ["ended_early"] * 3


def test_programs_are_asked_nothing(run, typed):
    typed("q")

    played = run("play", "desk-2min-f-walk", *FAST, "--json").json

    assert (played["outcome"], played["effort"]) == ("completed", None)


def test_without_any_input_at_all_nothing_is_asked(run, monkeypatch):
    monkeypatch.setattr("sys.stdin", None)

    assert run("play", "desk-2min-f-walk", *FAST).out.endswith("Done. It is in the log.\n")


@pytest.mark.parametrize("asked", [(), ("--json",)])
def test_a_log_that_cannot_be_written_is_told_at_the_end(run, monkeypatch, asked):
    def full(_log, _session, _sets):
        raise DiskFullError("full")

    monkeypatch.setattr(SessionLog, "store", full)

    ran = run("play", "desk-2min-f-walk", *FAST, *asked)

    assert ran.code == 1
    assert ran.err.startswith("coreapp: The disk is full.")
    assert ran.err.count("\n") == 1


def test_ctrl_c_ends_the_session_and_keeps_what_was_done(run, monkeypatch):
    waits = iter([None] * 5)

    def wait(_seconds):
        if next(waits, "stop") == "stop":
            raise KeyboardInterrupt

    monkeypatch.setattr("coreapp.cli.terminal_player.wait", wait)

    ran = run("play", "desk-2min-f-walk", "--terminal")

    assert (ran.code, ran.err) == (130, "")
    assert run("log", "--json").json[0]["outcome"] == "ended_early"


def test_a_machine_that_slept_goes_on_by_itself(run, monkeypatch):
    from coreapp.desktop import clock

    real, slept = clock.SystemClock.reading, iter([0.0] * 8)

    def reading(self):
        now = real(self)
        return now if next(slept, None) == 0.0 else now.after_sleep(3600)

    monkeypatch.setattr(clock.SystemClock, "reading", reading)

    # The faster the clock, the longer a machine may stand still without having slept.
    ran = run("play", "desk-2min-f-walk", "--terminal", "--speed", "600")

    assert "Paused." in ran.out
    assert ran.out.endswith("Done. It is in the log.\n")


def test_lines_are_read_without_their_ends():
    keys = Keys(["n\r\n"])

    assert keys.ask("?") == "n"
    assert keys.ask("?") == ""
    assert keys.ask("?") == ""


def test_time_goes_on_while_nothing_is_typed():
    typing = threading.Event()

    def lines():
        typing.wait(10)
        yield "p\n"

    keys = Keys(lines())

    assert keys.typed() is None
    typing.set()
    assert keys.ask("?") == "p"
