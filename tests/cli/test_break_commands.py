"""`breaks simulate`: a scripted day, and what is wrong with a script."""

import contextlib
import io
import json

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from coreapp.cli import main

SCRIPT = {
    "timezone": "Europe/Berlin",
    "start": "2026-03-04T08:00:00+01:00",
    "events": [
        {"at": "00:00:01", "input": "active"},
        {"at": "00:31:00", "do": "snooze", "minutes": 5},
    ],
    "until": "01:00:00",
}


@pytest.fixture
def simulate(run, tmp_path):
    def carry_out(script, *words):
        file = tmp_path / "day.json"
        content = script if isinstance(script, bytes) else json.dumps(script).encode()
        file.write_bytes(content)
        return run("breaks", "simulate", file, *words)

    return carry_out


def test_a_day_is_played_for_programs(simulate):
    day = simulate(SCRIPT, "--json").json

    assert day.keys() >= {"events", "spans", "totals"}
    assert all({"at", "kind", "why"} <= event.keys() for event in day["events"])
    assert day["totals"]["due"] > 0


def test_a_day_is_told_to_people(simulate):
    day = simulate(SCRIPT, "--json").json

    lines = simulate(SCRIPT).out.splitlines()

    assert [line[:8] for line in lines[:-1]] == [event["at"] for event in day["events"]]
    assert lines[-1].startswith(f"{day['totals']['due']} due, ")


def test_a_wrong_script_is_told(simulate):
    for changes, told in (
        ({"colour": "red"}, "colour: “red” cannot be used. Give one of: settings, timezone,"),
        ({"start": None}, "start is missing. Write a moment with its offset"),
        ({"start": "0001-01-01T00:00:00+14:00"}, "start: “0001-01-01T00:00:00+14:00” cannot"),
        ({"until": "999999999:00:00"}, "until: “999999999:00:00” cannot be used."),
        ({"until": "00:00:30"}, "until: “00:00:30” cannot be used. It must not come before"),
        ({"timezone": "Mars"}, "timezone: “Mars” cannot be used."),
        ({"settings": {"break_min": 99}}, "break_min: “99” cannot be used. Give a whole number"),
        ({"events": [{"at": "00:00:01", "restart": False}]}, "restart: “false” cannot be used."),
        ({"events": [{"at": "00:00:01", "dance": 1}]}, "events[0]: “dance” cannot be used."),
        ({"events": [{"at": "00:05:00", "do": "snooze"}]}, "at 00:05:00: There is no break to"),
        (
            {"events": [{"at": "00:05:00", "do": "pause", "for": 1e308}]},
            "for: “1e+308” cannot be",
        ),
    ):
        assert simulate({**SCRIPT, **changes}).failed().startswith(told), changes
        assert simulate({**SCRIPT, **changes}, "--json").failed().startswith(told), changes


def test_what_is_no_script_is_told(simulate):
    for content, told in {
        b"": "day.json:1: “Expecting value” cannot be used. Give a day as a JSON file.",
        b'{"start":\n\n}': "day.json:3: “Expecting value” cannot be used.",
        b'{"start": "\xff"}': "day.json: “'utf-8' codec",
        b"[" * 100_000: "day.json: “maximum recursion depth",
        b"9" * 10_000: "day.json: “Exceeds the limit",
        b"[]": "script: “[]” cannot be used. Write a JSON object.",
    }.items():
        assert simulate(content).failed().startswith(told), content[:20]


def test_a_script_that_is_not_there_is_told(run, tmp_path):
    line = run("breaks", "simulate", tmp_path / "gone.json").failed()

    assert line.endswith("gone.json cannot be read or written: No such file or directory")


def test_how_a_break_ended_is_told_too(simulate):
    rests = [{"at": "00:00:01", "input": "active"}, {"at": "00:30:40", "input": "idle"}]

    lines = simulate({**SCRIPT, "events": rests}).out.splitlines()

    assert "00:32:40  break_end      rested_enough (taken)" in lines


ORDERS = "status now snooze skip pause resume stood posture exercise routine"
OPTIONS = "--minutes --for --until --reason --json sitting lying 1h 5 tomorrow"
WORDS = st.sampled_from([*ORDERS.split(), *OPTIONS.split()]) | st.text(max_size=6)


@given(st.lists(WORDS, max_size=5))
def test_whatever_is_typed_is_one_line_while_nothing_runs(words):
    assume(not {"-h", "--help", "--language", "simulate"} & set(words))
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(["breaks", *words])

    assert code in {1, 2}
    assert out.getvalue() == ""
    assert err.getvalue().startswith("coreapp: ")
    assert err.getvalue().count("\n") == 1
    assert "should not" not in err.getvalue()
