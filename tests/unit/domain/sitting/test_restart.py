"""The program ends and starts again: what of the engine's memory goes on."""

import json
from dataclasses import replace

import pytest

from coreapp.domain.clock import Reading
from coreapp.domain.errors import InvalidValueError
from coreapp.domain.sitting.engine import Engine
from coreapp.domain.sitting.facts import FactKind, Outcome, SpanKind
from tests.each_case import each_case
from tests.unit.domain.sitting.desk import BERLIN, MORNING, SETTINGS, after, restored, started


@each_case("same_boot", [True, False])
def test_a_gap_under_two_minutes_is_ignored(same_boot: bool):
    engine = started()
    engine.advance(after(20))
    now = after(21, 59) if same_boot else replace(after(21, 59), boot=7.0, monotonic=7.0)
    again = restored(engine, after(20), now, "boot" if same_boot else "next")
    assert again.view(now).sitting_seconds == 21 * 60 + 59
    assert again.next_call == pytest.approx(now.boot + 29 * 60 + 30 - (21 * 60 + 59))


def test_a_longer_gap_is_off_and_sitting_stands_still():
    engine = started()
    engine.advance(after(20))
    again = restored(engine, after(20), after(40))
    spans = [*again.advance(after(40)).spans, *again.open_spans]
    again.advance(after(41))
    assert [(each.kind, each.reason) for each in spans] == [
        (SpanKind.SITTING, ""),
        (SpanKind.OFF, "not_running"),
    ]
    assert spans[-1].end_utc == after(40).utc
    assert again.view(after(41)).sitting_seconds == 21 * 60


def test_from_half_an_hour_on_sitting_starts_at_0():
    engine = started()
    engine.advance(after(20))
    again = restored(engine, after(20), replace(after(50), boot=7.0, monotonic=7.0), "next")
    assert again.view(replace(after(50), boot=7.0, monotonic=7.0)).sitting_seconds == 0


def test_a_break_that_was_open_when_the_program_ended_is_over():
    engine = started()
    engine.stand(after(30))
    engine.lock(after(30), locked=True)
    again = restored(engine, after(31), after(34))
    step = again.advance(after(34))
    assert [(each.kind, each.outcome) for each in step.facts] == [
        (FactKind.BREAK_END, Outcome.PARTIAL),
        (FactKind.PROMPT, None),
    ]
    assert again.view(after(34)).holds == ()


def test_a_clock_set_back_between_two_boots_is_no_gap():
    engine = started()
    engine.advance(after(20))
    earlier = Reading(after(10).utc, 7.0, 7.0)
    assert restored(engine, after(20), earlier, "next").view(earlier).sitting_seconds == 1200


def test_resting_hands_count_anew_after_a_long_gap():
    engine = started()
    engine.input_idle(after(20))
    engine.advance(after(20, 30))
    again = restored(engine, after(20, 30), after(30))
    assert again.view(after(30)).state is SpanKind.SITTING
    again.advance(after(31))
    assert again.view(after(31)).state is SpanKind.AWAY


@each_case(
    "change",
    [
        {"version": 2},
        {"boot": "x"},
        {"utc": None},
        {"state": None},
        {"state": {}},
    ],
)
def test_a_saved_state_that_is_damaged_is_refused(change: dict[str, object]):
    saved = started().save(MORNING) | change
    with pytest.raises(InvalidValueError):
        Engine.restore(SETTINGS, saved, MORNING, BERLIN, "boot")


@each_case(
    ("key", "value"),
    [("now", 1.5), ("owed", "nap"), ("spans", {"segments": 5}), ("limit", None), ("served", 1)],
)
def test_a_saved_value_of_a_wrong_kind_is_refused(key: str, value: object):
    saved = json.loads(json.dumps(started().save(MORNING)))
    saved["state"][key] = value
    with pytest.raises(InvalidValueError):
        Engine.restore(SETTINGS, saved, MORNING, BERLIN, "boot")


def test_two_minutes_are_too_long_a_gap():
    engine = started()
    engine.advance(after(20))
    again = restored(engine, after(20), after(22))
    assert again.view(after(22)).sitting_seconds == 20 * 60


def test_time_goes_on_after_a_clock_that_was_set_back_between_two_boots():
    engine = started()
    engine.advance(after(20))
    earlier = Reading(after(10).utc, 7.0, 7.0)
    again = restored(engine, after(20), earlier, "next")
    again.advance(earlier.later(300))
    assert again.view(earlier.later(300)).sitting_seconds == 1500
    assert again.next_call == 7 + 29 * 60 + 30 - 1200
