"""Properties that hold on any day, whatever happens."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from coreapp.domain.sitting.facts import SpanKind
from coreapp.domain.sitting.script import parse_script
from coreapp.domain.sitting.simulation import simulate
from coreapp.domain.sitting.view import PromptLook
from tests.unit.domain.sitting.days import Document, clock, random_days, stamp, with_extra

RUNS = settings(max_examples=settings.default.max_examples // 2, deadline=None)
MOMENTS = st.lists(st.integers(0, 40_000).map(lambda tenth: tenth / 2), max_size=60)


def answer(document: Document) -> Document:
    return simulate(parse_script(document)).to_document()


@RUNS
@given(random_days(), MOMENTS)
def test_finer_steps_give_the_same_day(document: Document, moments: list[float]):
    finer = with_extra(document, {"release": "fullscreen"}, moments)
    assert answer(finer) == answer(document)


@RUNS
@given(random_days(), MOMENTS)
def test_a_restart_at_any_moment_changes_nothing(document: Document, moments: list[float]):
    restarted = with_extra(document, {"restart": True}, moments)
    assert answer(restarted) == answer(document)


@RUNS
@given(random_days())
def test_spans_tile_the_day(document: Document):
    spans = answer(document)["spans"]
    assert spans[0]["from"] == "00:00:00"
    assert spans[-1]["to"] == document["until"]
    for before, after in pairwise(spans):
        assert before["to"] == after["from"]
        assert (before["kind"], before["reason"]) != (after["kind"], after["reason"])
    assert all(clock(each["from"]) < clock(each["to"]) for each in spans)


@RUNS
@given(random_days())
def test_never_a_prompt_while_away_or_held_and_never_two(document: Document):
    day = answer(document)
    for each in day["events"]:
        if each["kind"] == "prompt":
            inside = [
                span["kind"]
                for span in day["spans"]
                if clock(span["from"]) < clock(each["at"]) < clock(span["to"])
            ]
            assert inside in ([], ["sitting"], ["standing"], ["break"])


@RUNS
@given(random_days(), st.floats(0, 1))
def test_what_is_shown_at_any_moment_is_sound(document: Document, part: float):
    view = simulate(parse_script(until(document, part))).last
    held = {each.reason.value for each in view.holds} - {"locked", "session"}
    interval = document["settings"].get("interval_min", 30) * 60
    explained = (
        view.prompt is not PromptLook.CLOSED
        or view.break_running
        or view.owed
        or view.snoozed_until is not None
        or view.state not in (SpanKind.SITTING, SpanKind.HELD)
        or any(each.get("do") == "skip" for each in document["events"])
    )
    assert view.sitting_seconds <= interval or explained
    assert not (view.owed and view.prompt in (PromptLook.BAR, PromptLook.STANDING_OUT))
    if view.prompt in (PromptLook.BAR, PromptLook.STANDING_OUT) and not view.break_running:
        assert not held
    if view.break_left is not None and view.break_length is not None:
        assert 0 <= view.break_left <= view.break_length


@RUNS
@given(random_days())
def test_only_one_bar_only_one_owed(document: Document):
    """Between two prompts the first bar was dealt with, and so between two that are owed."""
    closers = {"break_end", "snoozed", "skipped", "owed", "natural_break", "partial_credit"}
    day = answer(document)
    ways_out = [clock(each["at"]) for each in day["events"] if each["kind"] in closers]
    ways_out += [clock(each["from"]) for each in day["spans"] if each["kind"] == "off"]
    ways_out += [clock(each["at"]) for each in document["events"] if "posture" in each]
    for kind in ("prompt", "owed"):
        moments = [clock(each["at"]) for each in day["events"] if each["kind"] == kind]
        others = ways_out
        if kind == "owed":
            opened = [clock(each["at"]) for each in day["events"] if each["kind"] == "prompt"]
            begun = [clock(each["at"]) for each in day["events"] if each["kind"] == "break_start"]
            others = [*ways_out, *opened, *begun]
        for first, second in pairwise(moments):
            assert any(first <= each <= second for each in others)


@RUNS
@given(random_days())
def test_the_figures_agree_with_the_spans(document: Document):
    day = answer(document)
    lengths: dict[str, float] = {}
    for each in day["spans"]:
        length = clock(each["to"]) - clock(each["from"])
        lengths[each["kind"]] = lengths.get(each["kind"], 0) + length
    totals = day["totals"]
    assert abs(sum(lengths.values()) - clock(document["until"])) < 1e-3
    assert abs(totals["sitting_s"] - lengths.get("sitting", 0) - lengths.get("held", 0)) < 1e-3
    assert totals["longest_sit_s"] <= totals["sitting_s"] + 1e-3


def until(document: Document, part: float) -> Document:
    """Return the script cut off at a part of its length."""
    end = clock(document["until"]) * part
    events = [each for each in document["events"] if clock(each["at"]) <= end]
    return {**document, "events": events, "until": stamp(end)}
