"""Scripted days of sitting breaks: what the rules say happens, at which second, and what must not.

The days are in `days_*.json`, each with the script and what the rules determine about the answer:

- `times`: all moments of a kind of event, in order; an empty list says it never happens
- `among`: moments and kinds of events that have to be there
- `outcomes`: how the breaks ended, in order; `break_ends`: moments and outcomes that are there
- `count`, `within`, `never`: how many of a kind; one of a kind in a stretch of time; none in it
- `spans`: the whole day, from, to, kind and reasons; `span_at`: what a moment is part of
- `totals`: some of the figures; `sums`: figures that have a sum
- `refused`: the day cannot be played, and what the error names
"""

import itertools
import json
from pathlib import Path
from typing import Any

import pytest

from coreapp.cli import main
from coreapp.domain.errors import InvalidValueError, NotNowError
from coreapp.domain.sitting.script import parse_script
from coreapp.domain.sitting.simulation import simulate
from tests.each_case import each_case

HERE = Path(__file__).parent
EVENT_KINDS = {
    "prompt",
    "grow",
    "break_start",
    "break_end",
    "owed",
    "held",
    "released",
    "natural_break",
    "partial_credit",
    "snoozed",
    "skipped",
    "escalate",
    "lunch_walk",
}
SPAN_KINDS = {"sitting", "standing", "away", "held", "break", "session", "off", "asleep"}
PLAIN_DAY = {
    "settings": {"working_hours": {"mon": ["09:00-17:00"]}},
    "timezone": "Europe/Berlin",
    "start": "2026-11-23T09:00:00+01:00",
    "events": [{"at": "00:00:00", "input": "active"}],
    "until": "00:40:00",
}
SELDOM_S, OFTEN_S = 997, 421
"""How far restarts are apart; `make soak` has the many."""


def _params(pattern: str, name: str):
    return [
        pytest.param(each, id=each[name])
        for path in sorted(HERE.glob(pattern))
        for each in json.loads(path.read_text(encoding="utf-8"))
    ]


ALL_DAYS = _params("days_*.json", "day")
DAYS = [each for each in ALL_DAYS if "refused" not in each.values[0]["expect"]]
REFUSED_DAYS = [each for each in ALL_DAYS if "refused" in each.values[0]["expect"]]
MISTAKES = _params("mistakes.json", "mistake")


def _script(day: dict[str, Any]) -> dict[str, Any]:
    return {key: day[key] for key in PLAIN_DAY}


def _play(script: dict[str, Any]) -> dict[str, Any]:
    return simulate(parse_script(script)).to_document()


def _seconds(text: str) -> float:
    hours, minutes, seconds = text.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)


def _text(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _times(answer, kind: str) -> list[str]:
    return [each["at"] for each in answer["events"] if each["kind"] == kind]


def _check_times(answer, expect) -> None:
    for kind, times in expect.get("times", {}).items():
        assert _times(answer, kind) == times, kind
    for kind, count in expect.get("count", {}).items():
        assert len(_times(answer, kind)) == count, kind
    for moment, kind in expect.get("among", []):
        assert moment in _times(answer, kind), kind
    for kind, first, last in expect.get("within", []):
        assert any(first <= each <= last for each in _times(answer, kind)), kind
    for kind, first, last in expect.get("never", []):
        assert not any(first <= each <= last for each in _times(answer, kind)), kind


def _check_breaks(answer, expect) -> None:
    ends = [
        (each["at"], each["outcome"]) for each in answer["events"] if each["kind"] == "break_end"
    ]
    if "outcomes" in expect:
        assert [outcome for _, outcome in ends] == expect["outcomes"]
    for moment, outcome in expect.get("break_ends", []):
        assert (moment, outcome) in ends


def _check_spans(answer, expect) -> None:
    spans = [(each["from"], each["to"], each["kind"], each["reason"]) for each in answer["spans"]]
    if "spans" in expect:
        # A span that is not `held` has no reason, so it need not be written down.
        assert spans == [(*each, *[""] * (4 - len(each))) for each in expect["spans"]]
    for moment, kind, *reason in expect.get("span_at", []):
        found = next(each for each in spans if each[0] <= moment < each[1])
        assert found[2] == kind
        assert not reason or found[3] == reason[0]


def _check_totals(answer, expect) -> None:
    totals = answer["totals"]
    named = expect.get("totals", {})
    assert {key: totals[key] for key in named} == named
    for keys, total in expect.get("sums", []):
        assert sum(totals[key] for key in keys) == total


def _check_that_it_agrees_with_itself(answer, until: str) -> None:
    events, spans, totals = answer["events"], answer["spans"], answer["totals"]

    assert {each["kind"] for each in events} <= EVENT_KINDS
    assert all(each["why"] for each in events)
    assert {each["kind"] for each in spans} <= SPAN_KINDS
    assert spans[0]["from"] == "00:00:00"
    assert spans[-1]["to"] == until
    for one, next_one in itertools.pairwise(spans):
        assert one["from"] < one["to"] == next_one["from"]
        assert (one["kind"], one["reason"]) != (next_one["kind"], next_one["reason"])
    for figure, kinds in (
        ("sitting_s", {"sitting", "held"}),
        ("standing_s", {"standing"}),
        ("away_s", {"away"}),
        ("break_s", {"break"}),
    ):
        lengths = [
            _seconds(each["to"]) - _seconds(each["from"]) for each in spans if each["kind"] in kinds
        ]
        assert totals[figure] == pytest.approx(sum(lengths)), figure
    for figure, kind in (
        ("snoozed", "snoozed"),
        ("skipped", "skipped"),
        ("natural", "natural_break"),
        ("partial", "partial_credit"),
    ):
        assert totals[figure] == len(_times(answer, kind)), figure


def _restarted(script: dict[str, Any], every: int) -> dict[str, Any]:
    """Return the same day with a restart every so many seconds, but none while it sleeps."""
    sleeps = [
        (_seconds(each["at"]), _seconds(each["at"]) + _seconds(each["sleep_for"]))
        for each in script["events"]
        if "sleep_for" in each
    ]
    restarts = [
        {"at": _text(moment), "restart": True}
        for moment in range(every, int(_seconds(script["until"])), every)
        if not any(fell <= moment < woke for fell, woke in sleeps)
    ]
    assert restarts
    events = sorted([*script["events"], *restarts], key=lambda each: _seconds(each["at"]))
    return {**script, "events": events}


@each_case("day", DAYS)
def test_a_day_goes_as_the_rules_say_agrees_with_itself_and_outlasts_restarts(day):
    script, expect = _script(day), day["expect"]
    answer = _play(script)

    _check_times(answer, expect)
    _check_breaks(answer, expect)
    _check_spans(answer, expect)
    _check_totals(answer, expect)
    _check_that_it_agrees_with_itself(answer, day["until"])
    assert _play(_restarted(script, SELDOM_S)) == answer


@pytest.mark.soak
@each_case("day", DAYS)
def test_restarts_at_any_moment_change_nothing(day):
    script = _script(day)

    assert _play(_restarted(script, OFTEN_S)) == _play(script)


@each_case("day", REFUSED_DAYS)
def test_an_answer_that_is_not_possible_is_refused(day):
    with pytest.raises(NotNowError) as caught:
        _play(_script(day))

    assert all(each in str(caught.value) for each in day["expect"]["refused"])


@each_case("mistake", MISTAKES)
def test_a_mistake_in_a_script_is_named(mistake):
    script = {**PLAIN_DAY, **mistake["script"]}
    for key in mistake.get("without", []):
        del script[key]

    with pytest.raises(InvalidValueError) as caught:
        _play(script)

    assert all(each in str(caught.value) for each in mistake["named"])


@pytest.mark.parametrize(
    ("event", "named"),
    [
        ({"at": "00:10:00", "do": "snooze", "minutes": 5}, "snooze"),
        ({"at": "00:10:00", "do": "skip"}, "skip"),
        ({"at": "00:10:00", "hold": "lunch"}, "lunch"),
    ],
    ids=["snooze", "skip", "hold"],
)
def test_the_command_says_it_in_one_line_and_fails(event, named, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("COREAPP_HOME", str(tmp_path / "home"))
    path = tmp_path / "day.json"
    path.write_text(json.dumps({**PLAIN_DAY, "events": [*PLAIN_DAY["events"], event]}))

    code = main(["breaks", "simulate", str(path), "--json", "--language", "en"])

    out, err = capsys.readouterr()
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert named in err
