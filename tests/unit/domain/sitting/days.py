"""Scripted days for the tests of the sitting engine, written short and read short."""

from typing import Any

from hypothesis import strategies as st

from coreapp.domain.errors import NotNowError
from coreapp.domain.sitting.moments import SECOND, elapsed_text, parse_elapsed
from coreapp.domain.sitting.script import parse_script
from coreapp.domain.sitting.simulation import simulate

ALWAYS = {day: ["00:00-24:00"] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}

TYPING = ("00:00:00", "input", "active")

Document = dict[str, Any]


def script(
    *events: tuple[str, str, object] | tuple[str, dict[str, object]], **more: Any
) -> Document:
    """Return a script; an event is (at, key, value) or (at, {keys})."""
    written = []
    for at, *rest in events:
        written.append({"at": at, **(rest[0] if len(rest) == 1 else {rest[0]: rest[1]})})
    settings = more.pop("settings", {})
    return {
        "settings": {"working_hours": ALWAYS, **settings},
        "timezone": "Europe/Berlin",
        "start": "2026-11-23T09:00:00+01:00",
        "events": written,
        "until": "08:00:00",
        **more,
    }


def play(*events: Any, **more: Any) -> Document:
    """Return the answer to a script written as for `script`."""
    return simulate(parse_script(script(*events, **more))).to_document()


def told(day: Document, *kinds: str) -> list[tuple[str, str]]:
    """Return (at, kind) of the events, of these kinds if any are named."""
    return [
        (each["at"], each["kind"]) for each in day["events"] if not kinds or each["kind"] in kinds
    ]


def one(day: Document, kind: str) -> Document:
    """Return the only event of a kind."""
    (found,) = [each for each in day["events"] if each["kind"] == kind]
    return found


def spans(day: Document) -> list[tuple[str, str, str]]:
    """Return (from, to, kind) of the spans, with the reason where there is one."""
    return [
        (each["from"], each["to"], f"{each['kind']}:{each['reason']}".rstrip(":"))
        for each in day["spans"]
    ]


def stamp(seconds: float) -> str:
    """Return seconds in elapsed form."""
    return elapsed_text(round(seconds * SECOND))


def clock(text: str) -> float:
    """Return an elapsed form in seconds."""
    return parse_elapsed("at", text) / SECOND


_HOLDS = ("manual", "call", "camera", "microphone", "do_not_disturb", "video")
_STARTS = (
    "2026-11-23T09:00:00+01:00",
    "2026-11-23T09:00:00+01:00",
    "2026-11-23T16:30:00+01:00",
    "2026-03-28T23:30:00+01:00",
    "2026-10-24T23:30:00+02:00",
)
"""Mostly a Monday morning; the end of a day; the nights in which daylight saving changes."""
_EVENTS = st.one_of(
    st.sampled_from(["active", "active", "idle"]).map(lambda value: {"input": value}),
    st.sampled_from(["active", "idle"]).map(lambda value: {"input": value}),
    st.sampled_from(_HOLDS).map(lambda value: {"hold": value}),
    st.sampled_from(_HOLDS).map(lambda value: {"release": value}),
    st.booleans().map(lambda value: {"lock": value}),
    st.sampled_from(["00:00:05", "00:00:30", "00:01:10", "00:40:00"]).map(
        lambda value: {"sleep_for": value}
    ),
    st.sampled_from(["sitting", "standing", "away"]).map(lambda value: {"posture": value}),
    st.sampled_from(["stand", "already_stood", "resume"]).map(lambda value: {"do": value}),
    st.sampled_from([1, 2, 3]).map(lambda value: {"do": "routine", "minutes": value}),
    st.just({"do": "exercise", "minutes": 1}),
    st.sampled_from([1, 5, 10]).map(lambda value: {"do": "snooze", "minutes": value}),
    st.just({"do": "skip"}),
    st.sampled_from(["00:10:00", "01:00:00"]).map(lambda value: {"do": "pause", "for": value}),
    st.sampled_from(["+02:00:00", "-05:00:00", "+11:30:00"]).map(
        lambda value: {"clock_jump": value}
    ),
    st.sampled_from(["Europe/Lisbon", "America/New_York"]).map(lambda value: {"zone": value}),
)
_GAPS = st.one_of(
    st.integers(1, 90), st.integers(1, 90), st.integers(60, 2400), st.sampled_from([2, 20, 60, 120])
)
_SETTINGS = st.fixed_dictionaries(
    {},
    optional={
        "interval_min": st.sampled_from([20, 30, 45]),
        "break_min": st.sampled_from([1, 2, 5]),
        "lead_s": st.sampled_from([0, 30, 120]),
        "grow_rest_s": st.sampled_from([1, 2, 10]),
        "away_after_s": st.sampled_from([20, 60, 300]),
        "lock_min_s": st.sampled_from([5, 20, 120]),
        "snooze_budget_min": st.sampled_from([5, 15, 30]),
        "long_sit_min": st.sampled_from([60, 120]),
        "standing_min": st.sampled_from([30, 60]),
        "lunch_walk": st.sampled_from(["09:40", "12:00"]),
        "fixed_times": st.sampled_from([["10:00"], ["09:20", "11:11"]]),
        "working_hours": st.sampled_from(
            [
                ALWAYS,
                {"mon": ["08:00-10:00", "10:30-18:00"]},
                {"mon": ["09:30-02:00"], "sat": ["22:00-02:30"], "sun": ["03:00-24:00"]},
            ]
        ),
        "quiet": st.sampled_from([{"mon": ["09:50-10:20"]}, {"mon": ["10:00-10:05"]}]),
        "cover_while_typing": st.booleans(),
    },
)


@st.composite
def random_days(draw: st.DrawFn) -> Document:
    """Draw a day that can be played: answers that are not possible at their time are left out."""
    now = 0.0
    events = [{"at": "00:00:00", "input": "active"}] if draw(st.booleans()) else []
    for _ in range(draw(st.integers(5, 45))):
        now += draw(_GAPS)
        event = draw(_EVENTS)
        events.append({"at": stamp(now), **event})
        if "sleep_for" in event:
            now += clock(event["sleep_for"])
    start = draw(st.sampled_from(_STARTS))
    document = script(until=stamp(now + draw(_GAPS)), settings=draw(_SETTINGS), start=start)
    document["events"] = events
    return playable(document)


def playable(document: Document) -> Document:
    """Leave out the answers that raise."""
    while True:
        try:
            simulate(parse_script(document))
        except NotNowError as error:
            at = error.place.removeprefix("at ")
            bad = next(
                each
                for each in document["events"]
                if each["at"] == at and each.get("do") in ("snooze", "skip")
            )
            document["events"].remove(bad)
        else:
            return document


def with_extra(document: Document, extra: dict[str, object], moments: list[float]) -> Document:
    """Return the script with one more kind of event at moments outside of any sleep."""
    events = list(document["events"])
    sleeps = [
        (clock(each["at"]), clock(each["at"]) + clock(each["sleep_for"]))
        for each in events
        if "sleep_for" in each
    ]
    end = clock(document["until"])
    events += [
        {"at": stamp(moment), **extra}
        for moment in moments
        if moment <= end and not any(start <= moment <= stop for start, stop in sleeps)
    ]
    events.sort(key=lambda each: clock(each["at"]))
    return {**document, "events": events}
