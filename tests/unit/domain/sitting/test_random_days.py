"""Properties that hold on any day, whatever happens."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.sitting.facts import FactKind, SpanKind
from coreapp.domain.sitting.script import parse_script
from coreapp.domain.sitting.simulation import simulate
from coreapp.domain.sitting.view import PromptLook
from tests.unit.domain.sitting.days import Document, clock, random_days, stamp, with_extra

MOMENTS = st.lists(st.integers(0, 40_000).map(lambda tenth: tenth / 2), max_size=60)
PARTS = st.lists(st.floats(0, 1), min_size=1, max_size=3)


def answer(document: Document) -> Document:
    return simulate(parse_script(document)).to_document()


@given(random_days(), MOMENTS, MOMENTS, PARTS)
def test_any_day_is_sound(
    document: Document, steps: list[float], restarts: list[float], parts: list[float]
):
    """One test, as a day takes longer to make than what is asked of it."""
    day = answer(document)

    finer_steps_give_the_same_day(document, day, steps)
    a_restart_at_any_moment_changes_nothing(document, day, restarts)
    spans_tile_the_day(document, day)
    never_a_prompt_while_away_or_held(document, day)
    never_two_prompts_at_once_and_never_two_owed(document, day)
    what_is_shown_at_any_moment_is_sound(document, parts)
    nobody_sits_over_the_limit_without_a_reason(document, parts)
    only_one_bar_only_one_owed(document, day)
    the_figures_agree_with_the_spans(document, day)


def finer_steps_give_the_same_day(document: Document, day: Document, moments: list[float]) -> None:
    finer = with_extra(document, {"release": "fullscreen"}, moments)
    assert answer(finer) == day


def a_restart_at_any_moment_changes_nothing(
    document: Document, day: Document, moments: list[float]
) -> None:
    restarted = with_extra(document, {"restart": True}, moments)
    assert answer(restarted) == day


def spans_tile_the_day(document: Document, day: Document) -> None:
    spans = day["spans"]
    assert spans[0]["from"] == "00:00:00"
    assert spans[-1]["to"] == document["until"]
    for before, after in pairwise(spans):
        assert before["to"] == after["from"]
        assert (before["kind"], before["reason"]) != (after["kind"], after["reason"])
    assert all(clock(each["from"]) < clock(each["to"]) for each in spans)


def never_a_prompt_while_away_or_held(document: Document, day: Document) -> None:
    shut = shut_away(document)
    held: set[str] = set()
    for each in day["events"]:
        if each["kind"] == "held":
            held.add(each["reason"])
        elif each["kind"] == "released":
            held.remove(each["reason"])
        elif each["kind"] == "prompt":
            moment = clock(each["at"])
            # Resting hands may turn out to have been the break the bar asks for.
            assert kind_at(day, moment) in ("sitting", "standing", "break")
            assert not held
            assert not any(start <= moment < end for start, end in shut)


def never_two_prompts_at_once_and_never_two_owed(document: Document, day: Document) -> None:
    """Right before a bar opens by itself there is none, and right before one is owed none is."""
    told = {clock(each["at"]) for each in document["events"]}
    told |= {end for _start, end in shut_away(document)}
    for each in day["events"]:
        moment = clock(each["at"])
        by_itself = each["kind"] in ("prompt", "owed") and moment not in told
        if by_itself and moment > 0:
            view = simulate(parse_script(cut_off(document, moment - 1e-6))).last
            if each["kind"] == "owed":
                assert not view.owed
            else:
                assert view.prompt is PromptLook.CLOSED
                # A session that was too short ends by itself, and its break may be still due.
                assert not view.break_running or view.state is SpanKind.SESSION


def what_is_shown_at_any_moment_is_sound(document: Document, parts: list[float]) -> None:
    for part in parts:
        view = simulate(parse_script(cut_off(document, clock(document["until"]) * part))).last
        held = {each.reason.value for each in view.holds} - {"locked", "session"}
        assert not (view.owed and view.prompt in (PromptLook.BAR, PromptLook.STANDING_OUT))
        if view.prompt in (PromptLook.BAR, PromptLook.STANDING_OUT) and not view.break_running:
            assert not held
        if view.break_left is not None and view.break_length is not None:
            assert 0 <= view.break_left <= view.break_length


def nobody_sits_over_the_limit_without_a_reason(document: Document, parts: list[float]) -> None:
    """The reasons: a hold owes the break, a bar waits for an answer, a snooze runs, or a skip."""
    interval = document["settings"].get("interval_min", 30) * 60
    lead = document["settings"].get("lead_s", 30)
    for part in parts:
        day = simulate(parse_script(cut_off(document, clock(document["until"]) * part)))
        view, limit = day.last, interval
        for each in day.events:
            if each.sitting_s == 0:  # a sufficient break
                limit = interval
            elif each.kind is FactKind.SKIPPED:
                limit = max(limit, each.sitting_s + lead + interval)
        waits = view.prompt is not PromptLook.CLOSED or view.break_running
        waits = waits or view.owed or view.snoozed_until is not None
        if view.state in (SpanKind.SITTING, SpanKind.HELD) and not waits:
            assert view.sitting_seconds <= limit


def only_one_bar_only_one_owed(document: Document, day: Document) -> None:
    """Between two prompts the first bar was dealt with, and so between two that are owed."""
    closers = {"break_end", "snoozed", "skipped", "owed", "natural_break", "partial_credit"}
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


def the_figures_agree_with_the_spans(document: Document, day: Document) -> None:
    lengths: dict[str, float] = {}
    for each in day["spans"]:
        length = clock(each["to"]) - clock(each["from"])
        lengths[each["kind"]] = lengths.get(each["kind"], 0) + length
    totals = day["totals"]
    assert abs(sum(lengths.values()) - clock(document["until"])) < 1e-3
    assert abs(totals["sitting_s"] - lengths.get("sitting", 0) - lengths.get("held", 0)) < 1e-3
    assert totals["longest_sit_s"] <= totals["sitting_s"] + 1e-3


def cut_off(document: Document, end: float) -> Document:
    """Return the script up to a moment; what is sensed is as in the whole one."""
    events = [each for each in document["events"] if clock(each["at"]) <= end]
    if senses(document["events"]) and not senses(events):
        events.insert(0, {"at": "00:00:00", "input": "idle"})
    return {**document, "events": events, "until": stamp(end)}


def senses(events: list[Document]) -> bool:
    """Return whether anything is said about the input: else it cannot be sensed at all."""
    return any("input" in each for each in events)


def kind_at(day: Document, moment: float) -> str:
    """Return what the time from a moment on is; the last span where it is the end."""
    spans = [each for each in day["spans"] if clock(each["from"]) <= moment]
    return spans[-1]["kind"]


def shut_away(document: Document) -> list[tuple[float, float]]:
    """Return from and to of all time in which the screen is locked or the machine sleeps."""
    since: float | None = None
    found: list[tuple[float, float]] = []
    for each in document["events"]:
        at = clock(each["at"])
        if "sleep_for" in each:
            found.append((at, at + clock(each["sleep_for"])))
        elif each.get("lock") and since is None:
            since = at
        elif each.get("lock") is False and since is not None:
            found.append((since, at))
            since = None
    end = clock(document["until"])
    return found if since is None else [*found, (since, end)]
