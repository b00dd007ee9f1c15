"""Properties of who is there and of what is owed, each for a class of mistakes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coreapp.domain.sitting.script import parse_script
from coreapp.domain.sitting.simulation import simulate
from tests.unit.domain.sitting.days import Document, clock, random_days, script, stamp

RUNS = settings(max_examples=settings.default.max_examples // 2)
PRESENT = ("sitting", "held", "standing")
TYPING = {"at": "00:00:00", "input": "active"}
_WHILE_AWAY = st.sampled_from(
    [
        {"hold": "do_not_disturb"},
        {"release": "do_not_disturb"},
        {"hold": "fullscreen"},
        {"lock": True},
        {"lock": False},
        {"restart": True},
        {"do": "pause"},
        {"do": "resume"},
        {"do": "exercise", "minutes": 1},
    ]
)
_HOLDS = ("call", "camera", "do_not_disturb")


def answer(document: Document) -> Document:
    return simulate(parse_script(document)).to_document()


def pieces(day: Document, *kinds: str) -> list[tuple[float, float]]:
    """Return from and to of all time of these kinds, joined where it is not interrupted."""
    joined: list[tuple[float, float]] = []
    for each in day["spans"]:
        if each["kind"] in kinds:
            start, end = clock(each["from"]), clock(each["to"])
            if joined and joined[-1][1] == start:
                start = joined.pop()[0]
            joined.append((start, end))
    return joined


def shut(document: Document) -> list[tuple[float, float]]:
    """Return from and to of all time in which the script has the screen locked or the sleep on."""
    since: float | None = None
    found: list[tuple[float, float]] = []
    for each in document["events"]:
        at = clock(each["at"])
        if each.get("lock") is True and since is None:
            since = at
        elif each.get("lock") is False and since is not None:
            found.append((since, at))
            since = None
        elif "sleep_for" in each and since is None:
            found.append((at, at + clock(each["sleep_for"])))
    return found if since is None else [*found, (since, clock(document["until"]))]


@st.composite
def absences(draw: st.DrawFn) -> tuple[Document, float]:
    """Draw a day that ends with coming back from an absence, and what sitting it has to leave."""
    sat, length = draw(st.integers(60, 5000)), draw(st.integers(60, 400))
    need = 60 * draw(st.integers(1, 5))
    events = [TYPING, {"at": stamp(sat), "input": "idle"}]
    after = 0
    for _ in range(draw(st.integers(0, 6))):
        after += draw(st.integers(1, 90))
        what = draw(_WHILE_AWAY)
        takes = 60 if what.get("do") == "exercise" else 0
        if after + takes <= length:
            events.append({"at": stamp(sat + after), **what})
            after += takes
    end = stamp(sat + length)
    events += [{"at": end, "lock": False}, {"at": end, "input": "active"}]
    more = {"break_min": need // 60, "interval_min": draw(st.sampled_from([20, 30, 60]))}
    document = script(until=end, settings=more)
    document["events"] = events
    return document, sat * max(0, 1 - length / need)


@RUNS
@given(absences())
def test_an_absence_counts_whole_whatever_happens_in_it(case: tuple[Document, float]):
    document, left = case
    day = simulate(parse_script(document))
    assert day.last.sitting_seconds == pytest.approx(left, abs=1e-3)
    there = pieces(day.to_document(), *PRESENT)
    assert there == [(0, clock(document["events"][1]["at"]))]


@given(random_days(), st.floats(0, 1))
def test_any_day_knows_who_is_there_and_what_is_owed(document: Document, part: float):
    """One test, as a day takes longer to make than what is asked of it."""
    day = answer(document)

    nobody_is_there_behind_a_lock_or_in_sleep(document, day)
    a_hold_that_explains_no_rest_changes_nothing_about_who_is_there(document, part)
    a_standing_prompt_is_for_somebody_who_stands_and_has_stood(document, day)
    the_walk_at_lunch_comes_at_most_once_a_day(document, day)
    a_prompt_for_sitting_comes_after_so_much_sitting(document, day)


def nobody_is_there_behind_a_lock_or_in_sleep(document: Document, day: Document) -> None:
    """Unless somebody answers from elsewhere: that ends what was not long enough to count yet."""
    least = document["settings"].get("lock_min_s", 20)
    there = pieces(day, *PRESENT)
    answers = [clock(each["at"]) for each in document["events"] if "do" in each]
    for start, end in shut(document):
        if end - start >= least and not any(start <= each <= end for each in answers):
            assert not [each for each in there if each[0] < end and start < each[1]]


def a_hold_that_explains_no_rest_changes_nothing_about_who_is_there(
    document: Document, part: float
) -> None:
    """A bar makes a break of rest that is too short for an absence, so that is made impossible."""
    plain = [
        each
        for each in document["events"]
        if not each.keys() & {"hold", "release", "do", "sleep_for"}
    ]
    more = {**document["settings"], "away_after_s": 60, "quiet": {}}
    base = {**document, "events": plain, "settings": more}
    moment = round(clock(document["until"]) * part)
    held = {"at": stamp(moment), "hold": "do_not_disturb"}
    events = sorted([*plain, held], key=lambda each: clock(each["at"]))
    holding = answer({**base, "events": events})
    assert pieces(holding, "sitting", "held") == pieces(answer(base), "sitting", "held")


def a_standing_prompt_is_for_somebody_who_stands_and_has_stood(
    document: Document, day: Document
) -> None:
    standing = document["settings"].get("standing_min", 60) * 60
    least = standing - document["settings"].get("lead_s", 30)
    for each in day["events"]:
        if each["kind"] == "prompt" and each["cause"] == "standing":
            now, stood = clock(each["at"]), 0.0
            for span in reversed(day["spans"]):
                start, end = clock(span["from"]), min(now, clock(span["to"]))
                if start >= now:
                    continue
                if span["kind"] not in ("standing", "break", "session"):
                    break
                stood += end - start if span["kind"] == "standing" else 0
            assert stood >= least


@st.composite
def mornings_of_typing(draw: st.DrawFn) -> Document:
    """Draw a day of somebody who never rests and never answers, under holds."""
    now, events = 0, [TYPING]
    for _ in range(draw(st.integers(0, 12))):
        now += draw(st.integers(1, 900))
        key = draw(st.sampled_from(["hold", "release"]))
        events.append({"at": stamp(now), key: draw(st.sampled_from(_HOLDS))})
    fixed = draw(st.sampled_from([[], ["09:20", "10:00"]]))
    end = max(now, 2400) + draw(st.integers(1, 900))
    events += [{"at": stamp(end), "release": each} for each in _HOLDS]
    document = script(until=stamp(end), settings={"lunch_walk": "09:40", "fixed_times": fixed})
    document["events"] = events
    return document


@RUNS
@given(mornings_of_typing())
def test_the_walk_at_lunch_comes_once_whatever_holds_it(document: Document):
    walks = [each for each in answer(document)["events"] if each["kind"] == "lunch_walk"]
    assert len(walks) == 1


def the_walk_at_lunch_comes_at_most_once_a_day(document: Document, day: Document) -> None:
    """A clock that is set to another day has another lunch."""
    other_days = sum("clock_jump" in each for each in document["events"])
    walks = [each for each in day["events"] if each["kind"] == "lunch_walk"]
    assert len(walks) <= 1 + other_days + clock(document["until"]) // 86_400 + 1
    if not other_days and clock(document["until"]) < 15 * 3600:
        assert len(walks) <= 1


def a_prompt_for_sitting_comes_after_so_much_sitting(document: Document, day: Document) -> None:
    more = document["settings"]
    least = more.get("interval_min", 30) * 60 - more.get("lead_s", 30)
    for each in day["events"]:
        if each["kind"] == "prompt" and each["why"] == "sitting_limit":
            assert each["sitting_s"] >= least
