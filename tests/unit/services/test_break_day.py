from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from coreapp.domain.sitting.facts import HoldReason, SpanKind
from coreapp.domain.span_correction import CORRECTABLE, CORRECTED
from coreapp.domain.training_log import BreakSpan
from coreapp.services.break_day import (
    DayEvent,
    EventLook,
    count_breaks,
    day_events,
    held_title,
    span_label,
    span_tip,
)
from tests.each_case import each_case
from tests.fakes.clock import MORNING

BERLIN = ZoneInfo("Europe/Berlin")


def day(*parts: tuple[str, float] | tuple[str, float, str]) -> list[BreakSpan]:
    """Spans one after the other from 09:00 on: kind, minutes, and a reason if there is one."""
    spans, start = [], MORNING
    for kind, minutes, *reason in parts:
        end = start + timedelta(minutes=minutes)
        spans.append(BreakSpan("", start, end, "Europe/Berlin", kind, "".join(reason)))
        start = end
    return spans


def told(*parts) -> list[tuple[EventLook, str, str]]:
    """What is told of a day, with ordinary spaces."""

    def plain(event: DayEvent) -> tuple[EventLook, str, str]:
        return event.look, event.title, event.line.replace("\N{NARROW NO-BREAK SPACE}", " ")

    return [plain(each) for each in day_events(day(*parts), 120, BERLIN)]


def test_plain_sitting_is_not_told():
    assert told(("sitting", 60), ("off", 60)) == []


def test_the_newest_comes_first():
    events = told(("sitting", 30), ("break", 3), ("sitting", 30), ("held", 29, "call"))

    assert events == [
        (EventLook.HELD, "Held for a call", "Until 10:32 AM; sitting went on counting"),
        (EventLook.RELIEF, "Break taken", "3 min"),
    ]


def test_a_hold_that_goes_on_is_not_over_yet():
    spans = day(("sitting", 30), ("held", 29, "call"))
    (event,) = day_events(spans, 120, BERLIN, spans[-1].end)
    (later,) = day_events(spans, 120, BERLIN, spans[-1].end + timedelta(seconds=1))

    assert event.line == "Not over yet; sitting goes on counting"
    assert "Until" in later.line


def test_a_break_and_the_absence_after_it_are_one():
    assert told(("break", 2), ("away", 8)) == [(EventLook.RELIEF, "Break taken", "10 min")]


def test_two_breaks_with_sitting_between_are_two():
    spans = day(("break", 2), ("sitting", 1), ("break", 2))

    assert len(day_events(spans, 120, BERLIN)) == 2
    assert count_breaks(spans, 120) == 2


@each_case(
    ("parts", "event"),
    [
        ([("break", 1)], (EventLook.SHORT, "Short break", "1 min")),
        ([("away", 4)], (EventLook.RELIEF, "Away for 4 min", "Counted as a break")),
        ([("away", 1)], (EventLook.SHORT, "Away for 1 min", "Counted in part")),
        (
            [("asleep", 60)],
            (EventLook.RELIEF, "The computer slept for 1 hr", "Counted as a break"),
        ),
        ([("session", 10)], (EventLook.RELIEF, "Guided session", "10 min")),
        ([("standing", 10)], (EventLook.RELIEF, "Standing", "10 min")),
        (
            [("off", 10, "not_running")],
            (EventLook.OFF, "Coreapp was not running", "Until 9:10 AM"),
        ),
    ],
)
def test_each_kind_is_told_in_its_words(parts, event):
    assert told(*parts) == [event]


def test_a_short_absence_is_no_break():
    assert count_breaks(day(("away", 1), ("sitting", 5), ("away", 2)), 120) == 1


@each_case("kind", SpanKind)
def test_every_kind_of_span_has_a_name(kind):
    assert span_label(kind)


@each_case("reason", HoldReason)
def test_every_hold_has_a_title(reason):
    assert held_title(reason.value) != held_title("")


def test_several_holds_are_all_named():
    assert held_title("call,camera") == "Held: call and camera in use"


def test_a_span_can_be_told_in_one_line():
    (span,) = day(("sitting", 30))
    text = span_tip(span, span.start.astimezone(BERLIN), span.end.astimezone(BERLIN))

    assert text.replace("\N{NARROW NO-BREAK SPACE}", " ") == "Sitting, 9:00 AM–9:30 AM"


def test_what_somebody_put_right_says_so():
    (span,) = (replace(each, reason=CORRECTED) for each in day(("standing", 30)))
    text = span_tip(span, span.start.astimezone(BERLIN), span.end.astimezone(BERLIN))

    assert text.startswith("Standing, 9:00")
    assert text.endswith(", corrected by hand")


@each_case("kind", CORRECTABLE)
def test_a_day_with_corrections_can_be_told(kind):
    spans = [replace(each, reason=CORRECTED) for each in day((kind.value, 30), ("sitting", 5))]

    assert count_breaks(spans, 120) == (kind in {SpanKind.BREAK, SpanKind.AWAY})
    told = day_events(spans, 120, BERLIN)
    assert len(told) == (kind in {SpanKind.BREAK, SpanKind.AWAY, SpanKind.STANDING})


@each_case(("reason", "title"), [("moon", "Held"), ("moon,call", "Held for a call"), ("", "Held")])
def test_reasons_that_are_not_known_are_passed_over(reason, title):
    assert held_title(reason) == title
