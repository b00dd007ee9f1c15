"""The record of a day, corrected by hand: what follows, what stays, and the way back."""

from datetime import UTC, date, datetime, timedelta
from itertools import count, pairwise
from zoneinfo import ZoneInfo

import pytest

from coreapp.domain.errors import DatabaseBusyError, InvalidValueError, NotNowError
from coreapp.domain.sitting.facts import Span, SpanKind
from coreapp.domain.sitting.moments import utc_micros
from coreapp.domain.span_correction import CORRECTED
from coreapp.domain.training_log import BreakSpan
from coreapp.services.corrections import ChosenSpan, Correction, Corrections
from coreapp.services.presence_log import PresenceLog
from coreapp.services.sitting_history import SittingHistory
from tests.each_case import each_case
from tests.fakes.clock import MORNING
from tests.fakes.sitting import Desk

MONDAY = date(2026, 3, 2)


class Person:
    """Somebody at a desk who looks at the day and puts it right."""

    def __init__(self) -> None:
        self.desk = Desk()
        self.desk.breaks.start()
        ids = (f"by hand {number}" for number in count(1))
        desk = self.desk
        self.history = SittingHistory(desk.breaks, desk.database, desk.preferences, desk.clock)
        self.corrections = Corrections(self.history, desk.database, desk.clock, lambda: next(ids))

    def morning(self) -> None:
        """Sit for forty minutes, have a break of two, be away for one more, and sit for twenty."""
        self.desk.work(40)
        self.desk.rest(180)
        self.desk.work(20)

    def span(self, kind: str) -> BreakSpan:
        return next(each for each in self.history.spans_of(MONDAY) if each.kind == kind)

    def choose(self, kind: str) -> ChosenSpan:
        return self.corrections.choose(MONDAY, self.span(kind).id)

    def correct(self, kind: str, becomes: SpanKind, start: str = "", end: str = "") -> Correction:
        chosen = self.choose(kind)
        done = self.corrections.correct(chosen, becomes, start or chosen.start, end or chosen.end)
        assert done is not None
        return done

    def day(self) -> list[tuple[str, str, str]]:
        """Kind, reason, and when each span of today begins here."""
        spans = self.history.spans_of(MONDAY)
        assert all(one.end == other.start for one, other in pairwise(spans))
        hour = timedelta(hours=1)
        return [(each.kind, each.reason, f"{each.start + hour:%H:%M}") for each in spans]


@pytest.fixture
def person() -> Person:
    somebody = Person()
    somebody.morning()
    return somebody


def test_a_stretch_is_told_as_it_lies_in_the_day(person):
    chosen = person.choose("break")

    assert (chosen.kind, chosen.start, chosen.end) == (SpanKind.BREAK, "09:40", "09:42")
    assert chosen.span == person.span("break")


def test_what_it_was_is_changed_and_its_moments_stay(person):
    before = person.span("break")
    done = person.correct("break", SpanKind.SITTING)

    assert (done.span.start, done.span.end) == (before.start, before.end)
    assert done.span.reason == CORRECTED
    assert person.history.week_of(MONDAY).figures_of(MONDAY).breaks == 0


def test_the_figures_of_day_and_week_follow(person):
    before = person.history.week_of(MONDAY)
    person.correct("sitting", SpanKind.AWAY, "09:10", "09:20")
    week = person.history.week_of(MONDAY)

    assert before.figures.sitting - week.figures.sitting == pytest.approx(600)
    away = week.figures_of(MONDAY).away - before.figures_of(MONDAY).away
    assert away == pytest.approx(600)
    assert week.figures.breaks == before.figures.breaks + 1


def test_the_sitting_that_counts_now_stays_as_it_is(person):
    view = person.desk.view
    person.correct("break", SpanKind.SITTING)

    assert person.desk.view == view
    person.desk.work(5)
    assert person.day()[-1][0] == "sitting"


def test_a_longer_break_takes_from_what_is_around_it(person):
    person.correct("break", SpanKind.BREAK, "9.35", "9:43 Uhr")

    assert person.day() == [
        ("sitting", "", "09:00"),
        ("break", CORRECTED, "09:35"),
        ("sitting", "", "09:43"),
    ]


def test_spaces_as_the_strip_writes_them_are_read(person):
    done = person.correct("sitting", SpanKind.STANDING, "9:10\N{NARROW NO-BREAK SPACE}am", " 9:20 ")

    assert done.span.end - done.span.start == timedelta(minutes=10)


def test_a_correction_can_be_undone(person):
    before = dict(person.desk.database.stored.spans.kept)
    done = person.correct("sitting", SpanKind.OFF, "09:10", "09:42")
    assert person.desk.database.stored.spans.kept != before
    person.corrections.undo(done)

    assert person.desk.database.stored.spans.kept == before


def test_who_says_what_is_said_already_changes_nothing(person):
    before = dict(person.desk.database.stored.spans.kept)
    chosen = person.choose("sitting")

    assert person.corrections.correct(chosen, chosen.kind, chosen.start, chosen.end) is None
    assert person.desk.database.stored.spans.kept == before


def test_what_goes_on_cannot_be_chosen_yet(person):
    going_on = person.history.spans_of(MONDAY)[-1]
    assert going_on.id == ""
    for identity in ("", "gone"):
        with pytest.raises(NotNowError):
            person.corrections.choose(MONDAY, identity)


def test_nothing_reaches_into_what_goes_on(person):
    chosen = person.choose("break")
    with pytest.raises(InvalidValueError) as refused:
        person.corrections.correct(chosen, SpanKind.BREAK, "09:40", "09:50")

    assert (refused.value.key, refused.value.values) == ("to", {"time": "09:43"})


def test_nothing_is_changed_where_the_log_cannot_be_written(person):
    before = dict(person.desk.database.stored.spans.kept)
    chosen = person.choose("break")
    done = person.correct("break", SpanKind.AWAY)
    person.corrections.undo(done)
    person.desk.database.failure = DatabaseBusyError()
    with pytest.raises(DatabaseBusyError):
        person.corrections.correct(chosen, SpanKind.AWAY, "09:40", "09:43")
    with pytest.raises(DatabaseBusyError):
        person.corrections.undo(done)

    assert person.desk.database.stored.spans.kept == before


def test_what_held_is_called_what_it_counts_as(person):
    start = MORNING - timedelta(days=3)
    held = BreakSpan("h", start, start + timedelta(hours=1), "Europe/Berlin", "held", "call")
    with person.desk.database.work() as work:
        work.spans.add([held])

    assert person.corrections.choose(date(2026, 2, 27), "h").kind is SpanKind.SITTING


def engine_span(start: float, end: float) -> Span:
    """A span of the engine, from and to some minutes after nine."""
    first, last = (MORNING + timedelta(minutes=each) for each in (start, end))
    return Span(utc_micros(first), utc_micros(last), first, last, SpanKind.SITTING, "")


def test_what_is_given_away_again_after_a_crash_does_not_undo_a_correction():
    desk = Desk()
    ids = (f"s{number}" for number in count(1))
    log = PresenceLog(desk.database, lambda: next(ids))
    given = [(engine_span(0, 60), "Europe/Berlin"), (engine_span(60, 90), "Europe/Berlin")]
    log.add(given)
    desk.clock.advance(3 * 3600)
    history = SittingHistory(desk.breaks, desk.database, desk.preferences, desk.clock)
    corrections = Corrections(history, desk.database, desk.clock, lambda: next(ids))
    corrections.correct(corrections.choose(MONDAY, "s1"), SpanKind.AWAY, "09:20", "09:30")
    corrections.correct(corrections.choose(MONDAY, "s2"), SpanKind.AWAY, "10:00", "10:30")
    before = desk.database.stored.spans.kept
    log.add(given)

    assert desk.database.stored.spans.kept == before
    assert len(before) == 4


def test_every_moment_of_the_record_is_utc(person):
    done = person.correct("sitting", SpanKind.AWAY, "09:10", "09:20")

    assert done.span.start == datetime(2026, 3, 2, 8, 10, tzinfo=UTC)
    assert done.span.zone == "Europe/Berlin"


FRIDAY = MONDAY - timedelta(days=3)
SUNDAY = MONDAY - timedelta(days=1)


def written(person: Person, day: date) -> list[tuple[str, str, str, str]]:
    zone = ZoneInfo("Europe/Berlin")
    return [
        (
            each.kind,
            each.reason,
            f"{each.start.astimezone(zone):%H:%M}",
            f"{each.end.astimezone(zone):%H:%M}",
        )
        for each in person.history.spans_of(day)
    ]


def test_a_day_of_which_nothing_is_recorded_can_be_filled(person):
    chosen = person.corrections.fill(FRIDAY)
    assert (chosen.kind, chosen.start, chosen.end) == (SpanKind.SITTING, "08:00", "18:00")
    assert person.history.spans_of(FRIDAY) == []

    done = person.corrections.correct(chosen, chosen.kind, chosen.start, chosen.end)

    assert written(person, FRIDAY) == [("sitting", CORRECTED, "08:00", "18:00")]
    assert person.history.week_of(FRIDAY).figures_of(FRIDAY).sitting == 10 * 3600
    person.corrections.undo(done)
    assert person.history.spans_of(FRIDAY) == []


def test_a_filled_day_is_corrected_as_any_other(person):
    chosen = person.corrections.fill(FRIDAY)
    person.corrections.correct(chosen, SpanKind.SITTING, "9:00", "12")
    more = person.corrections.fill(FRIDAY)
    assert (more.start, more.end) == ("12:00", "18:00")

    person.corrections.correct(more, SpanKind.STANDING, "12:30", "13:00")

    assert written(person, FRIDAY) == [
        ("sitting", CORRECTED, "09:00", "12:00"),
        ("standing", CORRECTED, "12:30", "13:00"),
    ]


def test_a_day_without_hours_is_proposed_from_nine_to_five(person):
    chosen = person.corrections.fill(SUNDAY)

    assert (chosen.start, chosen.end) == ("09:00", "17:00")


def test_of_a_day_that_goes_on_what_is_over_is_proposed(person):
    chosen = person.corrections.fill(MONDAY)

    assert (chosen.start, chosen.end) == ("08:00", "09:00")


@each_case("days", [1, -4000])
def test_a_day_to_come_and_one_that_is_not_kept_cannot_be_filled(person, days):
    with pytest.raises(NotNowError):
        person.corrections.fill(MONDAY + timedelta(days=days))


def test_a_day_that_is_recorded_in_whole_has_nothing_to_fill(person):
    chosen = person.corrections.fill(FRIDAY)
    person.corrections.correct(chosen, SpanKind.SITTING, "0:00", "24:00")

    with pytest.raises(NotNowError):
        person.corrections.fill(FRIDAY)


def test_a_time_that_cannot_be_used_is_named_when_a_day_is_filled(person):
    chosen = person.corrections.fill(FRIDAY)
    with pytest.raises(InvalidValueError) as caught:
        person.corrections.correct(chosen, SpanKind.SITTING, "12:00", "9:00")
    assert caught.value.key == "to"
    assert person.history.spans_of(FRIDAY) == []
