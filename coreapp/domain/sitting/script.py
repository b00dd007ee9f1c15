"""A scripted day: read from a document, every mistake named.

Times are elapsed real time since the start, `HH:MM:SS`, parts of a second allowed. Decisions where
the format leaves room: without `timezone` the whole hours `start` is off UTC are taken; `minutes`
left out are those of the settings; the `for` of a pause is `HH:MM:SS`, `1h`, `30m` or a number of
minutes; its `until` is elapsed time as `HH:MM:SS`, the local time of day as `HH:MM`, or an ISO time
with its offset.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.sitting.facts import SENSED_OR_SAID, HoldReason
from coreapp.domain.sitting.happenings import (
    AnswerEvent,
    ClockJumpEvent,
    Happening,
    HoldEvent,
    InputEvent,
    LockEvent,
    PostureEvent,
    RestartEvent,
    SleepEvent,
    ZoneEvent,
)
from coreapp.domain.sitting.hours import parse_time
from coreapp.domain.sitting.moments import (
    LONGEST_HOURS,
    MINUTE,
    SECOND,
    elapsed_text,
    micros,
    parse_elapsed,
)
from coreapp.domain.sitting.presence import Posture
from coreapp.domain.sitting.settings import BreakSettings
from coreapp.domain.sitting.wall import zone_named
from coreapp.domain.wall_time import FIRST_YEAR, LAST_YEAR

_TOP_KEYS = ("settings", "timezone", "start", "events", "until")
_ANSWERS: Mapping[str, tuple[str, ...]] = {
    "stand": (),
    "exercise": ("minutes",),
    "routine": ("minutes",),
    "already_stood": (),
    "snooze": ("minutes",),
    "skip": ("reason",),
    "pause": ("for", "until"),
    "resume": (),
}
_LENGTH = re.compile(r"(?:(\d{1,6})h)?(?:(\d{1,6})m)?", re.ASCII)

Plain = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ScriptEvent:
    """Something that happens at an elapsed time, in microseconds."""

    at: int
    what: Happening


@dataclass(frozen=True, slots=True)
class Script:
    """A day to be simulated; `until` is elapsed time in microseconds."""

    settings: BreakSettings
    zone: str
    start: datetime
    events: tuple[ScriptEvent, ...]
    until: int

    @property
    def senses_input(self) -> bool:
        """The script says something about the input; else it cannot be sensed at all."""
        return any(isinstance(each.what, InputEvent) for each in self.events)


def parse_script(document: object) -> Script:
    """Read a script.

    Raises:
        InvalidValueError: an unknown key or value, or times out of order; it is named.
    """
    if not isinstance(document, Mapping):
        raise InvalidValueError("script", document, marked("Write a JSON object."))
    for key in document:
        if key not in _TOP_KEYS:
            raise InvalidValueError(
                str(key), document[key], marked("Give one of: {words}."), words=", ".join(_TOP_KEYS)
            )
    start = _start(document.get("start"))
    zone = document["timezone"] if "timezone" in document else _zone_of(start)
    settings = document.get("settings", {})
    if not isinstance(settings, Mapping):
        raise InvalidValueError("settings", settings, marked("Write a JSON object."))
    events = document.get("events", [])
    if not isinstance(events, list):
        raise InvalidValueError("events", events, marked("Write a list."))
    until = parse_elapsed("until", document.get("until"))
    return Script(
        settings=BreakSettings.from_mapping(settings),
        zone=zone_named(zone).key,
        start=start,
        events=_in_order([_event(each, place) for place, each in enumerate(events)], until),
        until=until,
    )


def _start(value: object) -> datetime:
    try:
        start = datetime.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        start = None
    if start is None or start.tzinfo is None or not FIRST_YEAR <= start.year <= LAST_YEAR:
        raise InvalidValueError(
            "start",
            value,
            marked("Write a moment with its offset, such as 2026-11-25T08:00:00+01:00."),
        )
    return start


def _zone_of(start: datetime) -> str:
    offset = start.utcoffset()
    hours = 0 if offset is None else offset.total_seconds() / 3600
    if hours != int(hours):
        raise InvalidValueError(
            "timezone", None, marked("Give the name of a time zone, such as Asia/Kolkata.")
        )
    return f"Etc/GMT{-int(hours):+d}" if hours else "Etc/UTC"


def _in_order(events: list[ScriptEvent], until: int) -> tuple[ScriptEvent, ...]:
    """Check the order of time."""
    free_from, sleeps = 0, False
    for each in events:
        if each.at < free_from:
            remedy = (
                marked("It lies in a sleep.")
                if sleeps
                else marked("It comes before the event above it.")
            )
            raise InvalidValueError("at", elapsed_text(each.at), remedy)
        sleeps = isinstance(each.what, SleepEvent)
        free_from = each.at + (each.what.length if isinstance(each.what, SleepEvent) else 0)
    if events and until < events[-1].at:
        raise InvalidValueError(
            "until", elapsed_text(until), marked("It must not come before the last event.")
        )
    return tuple(events)


def _event(value: object, place: int) -> ScriptEvent:
    if not isinstance(value, Mapping):
        raise InvalidValueError(f"events[{place}]", value, marked("Write a JSON object."))
    at = parse_elapsed(f"events[{place}].at", value.get("at"))
    rest = {key: each for key, each in value.items() if key != "at"}
    kind = next((key for key in rest if key in _READERS), None)
    if kind is None:
        raise InvalidValueError(
            f"events[{place}]",
            next(iter(rest), None),
            marked("Give one of: {words}."),
            words=", ".join(_READERS),
        )
    allowed = _ANSWERS.get(str(rest[kind]), ()) if kind == "do" else ()
    for key, each in rest.items():
        if key != kind and key not in allowed:
            raise InvalidValueError(
                f"events[{place}].{key}", each, marked("It does not go with {kind}."), kind=kind
            )
    return ScriptEvent(at, _READERS[kind](rest))


def _input(event: Plain) -> InputEvent:
    if event["input"] not in ("active", "idle"):
        raise InvalidValueError("input", event["input"], marked("Give active or idle."))
    return InputEvent(event["input"] == "active")


def _hold(event: Plain) -> HoldEvent:
    return HoldEvent(_reason("hold", event["hold"]), begins=True)


def _release(event: Plain) -> HoldEvent:
    return HoldEvent(_reason("release", event["release"]), begins=False)


def _reason(key: str, value: object) -> HoldReason:
    for each in sorted(SENSED_OR_SAID):
        if each.value == value:
            return each
    raise InvalidValueError(
        key, value, marked("Give one of: {words}."), words=", ".join(sorted(SENSED_OR_SAID))
    )


def _lock(event: Plain) -> LockEvent:
    locked = event["lock"]
    if not isinstance(locked, bool):
        raise InvalidValueError("lock", locked, marked("Write true or false."))
    return LockEvent(locked)


def _sleep(event: Plain) -> SleepEvent:
    return SleepEvent(parse_elapsed("sleep_for", event["sleep_for"]))


def _clock_jump(event: Plain) -> ClockJumpEvent:
    value = event["clock_jump"]
    sign = value[:1] if isinstance(value, str) and value[:1] in ("+", "-") else ""
    length = parse_elapsed("clock_jump", value[1:] if isinstance(value, str) and sign else value)
    return ClockJumpEvent(-length if sign == "-" else length)


def _zone(event: Plain) -> ZoneEvent:
    return ZoneEvent(zone_named(event["zone"], "zone").key)


def _posture(event: Plain) -> PostureEvent:
    for each in Posture:
        if each.value == event["posture"]:
            return PostureEvent(each)
    raise InvalidValueError(
        "posture", event["posture"], marked("Give one of: {words}."), words=", ".join(Posture)
    )


def _restart(event: Plain) -> RestartEvent:
    if event["restart"] is not True:
        raise InvalidValueError("restart", event["restart"], marked("Write true."))
    return RestartEvent()


def _answer(event: Plain) -> AnswerEvent:
    answer = event["do"]
    if not isinstance(answer, str) or answer not in _ANSWERS:
        raise InvalidValueError(
            "do", answer, marked("Give one of: {words}."), words=", ".join(_ANSWERS)
        )
    if answer == "pause":
        return _pause(event)
    minutes = _minutes(answer, event["minutes"]) if "minutes" in event else None
    reason = event.get("reason")
    if reason is not None and not isinstance(reason, str):
        raise InvalidValueError("reason", reason, marked("Write a text."))
    return AnswerEvent(answer, minutes=minutes, reason=reason)


def _minutes(answer: str, value: object) -> float:
    number = value if isinstance(value, int | float) and not isinstance(value, bool) else -1.0
    if answer == "snooze":
        if not 0 < number <= 24 * 60:
            raise InvalidValueError("minutes", value, marked("Give a number above 0."))
    elif not 1 <= number <= 5:
        raise InvalidValueError("minutes", value, marked("Give a number from 1 to 5."))
    return number


def _pause(event: Plain) -> AnswerEvent:
    if "for" in event and "until" in event:
        raise InvalidValueError("until", event["until"], marked("Give either “for” or “until”."))
    if "for" in event:
        return AnswerEvent("pause", pause_for=_pause_length(event["for"]))
    value = event.get("until")
    if value is None:
        return AnswerEvent("pause")
    if isinstance(value, str) and value.count(":") == 1:
        return AnswerEvent("pause", pause_minute=parse_time("until", value))
    if isinstance(value, str) and "-" in value:
        return AnswerEvent("pause", pause_until=_until(value), written=value)
    return AnswerEvent("pause", pause_at=parse_elapsed("until", value), written=value)


def _until(value: str) -> datetime:
    try:
        return _start(value)
    except InvalidValueError as error:
        raise error.under("until") from None


def _pause_length(value: object) -> int:
    if isinstance(value, int | float) and not isinstance(value, bool):
        length = micros(value * 60) if 0 < value <= LONGEST_HOURS * 60 else 0
    else:
        found = _LENGTH.fullmatch(value) if isinstance(value, str) and value else None
        if found is None:
            length = parse_elapsed("for", value)
        else:
            length = (int(found[1] or 0) * 60 + int(found[2] or 0)) * MINUTE
    if length < SECOND:
        raise InvalidValueError(
            "for", value, marked("Give a length of time, such as 1h or 00:45:00.")
        )
    return length


_READERS: Mapping[str, Callable[[Plain], Happening]] = {
    "input": _input,
    "hold": _hold,
    "release": _release,
    "lock": _lock,
    "sleep_for": _sleep,
    "clock_jump": _clock_jump,
    "zone": _zone,
    "posture": _posture,
    "restart": _restart,
    "do": _answer,
}
