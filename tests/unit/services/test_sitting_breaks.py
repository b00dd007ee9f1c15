"""The host of the break engine: it keeps what is certain, and loses nothing."""

from datetime import timedelta
from itertools import pairwise

import pytest

from coreapp.domain.errors import DatabaseBusyError, DiskFullError, NotNowError
from coreapp.domain.sitting.facts import FactKind, SpanKind
from coreapp.domain.sitting.view import PromptLook
from coreapp.services.preferences import Preferences
from coreapp.services.sitting_breaks import (
    SAVE_EVERY_SECONDS,
    Answer,
    PresenceLog,
    SittingBreaks,
    seconds_of,
)
from tests.fakes.clock import FakeClock
from tests.fakes.desktop import FakeIdleProbe, FakeStateFile
from tests.fakes.records import span
from tests.fakes.work import FakeDatabase


class Host:
    """The breaks with everything around them; one can be started after another, as programs are."""

    def __init__(self, **settings) -> None:
        self.clock = FakeClock()
        self.hands = FakeIdleProbe(self.clock)
        self.database = FakeDatabase()
        self.file = FakeStateFile()
        self.settings_file = FakeStateFile({"breaks": settings} if settings else {})
        self.preferences = Preferences(self.settings_file)
        self.ids = 0
        self.breaks = self.make()

    def make(self) -> SittingBreaks:
        log = PresenceLog(self.database, self.new_id)
        made = SittingBreaks(self.clock, self.hands, self.file, log, self.preferences)
        self.facts = []
        made.listen(self.facts.extend)
        return made

    def begin(self) -> "Host":
        self.breaks.start()
        return self

    def restart(self, *, saved: bool = True) -> None:
        """End the program and start it again; killed, if it is not `saved`."""
        if saved:
            self.breaks.stop()
        self.breaks = self.make()
        self.breaks.start()

    def new_id(self) -> str:
        self.ids += 1
        return f"span {self.ids}"

    def live(self, seconds: float, *, typing: bool = True) -> None:
        """Let time pass, called whenever the breaks ask for it."""
        if typing:
            self.hands.type()
        else:
            self.hands.rest()
        self.breaks.tick()
        end = self.clock.reading().boot + seconds
        while (left := end - self.clock.reading().boot) > 0:
            wanted = self.breaks.next_call()
            assert wanted is not None
            self.clock.advance(min(left, max(wanted, 0.01)))
            self.breaks.tick()

    @property
    def view(self):
        view = self.breaks.view()
        assert view is not None
        return view

    @property
    def spans(self):
        kept = self.database.stored.spans.kept.values()
        return sorted(kept, key=lambda each: each.start)


@pytest.fixture
def host() -> Host:
    return Host().begin()


def kinds(spans) -> list[str]:
    return [each.kind for each in spans]


def whole_day(spans) -> bool:
    """Tell whether the spans follow each other without gap or overlap."""
    return all(first.end == second.start for first, second in pairwise(spans))


def test_every_span_is_stored_once(host: Host) -> None:
    host.live(600)
    host.live(180, typing=False)
    host.live(600)
    host.live(180, typing=False)
    host.live(60)

    assert kinds(host.spans) == ["sitting", "away", "sitting", "away"]
    assert whole_day(host.spans)
    today = host.breaks.today()
    assert kinds(today) == ["sitting", "away", "sitting", "away", "sitting"]
    assert whole_day(today)
    assert today[-1].end == host.clock.reading().utc
    assert seconds_of(today, SpanKind.SITTING) == pytest.approx(1260)


def test_nothing_is_stored_twice_after_a_crash_between_log_and_state(host: Host) -> None:
    """The span is in the log, but the state file still says that it is to be given away."""
    host.live(600)
    before = dict(host.file.document)
    host.live(180, typing=False)
    host.live(1)
    stored = host.spans
    assert kinds(stored) == ["sitting", "away"]

    host.file.document = before
    host.restart(saved=False)
    host.live(60, typing=False)

    again = host.spans
    assert len({each.start for each in again}) == len(again)
    assert again[0].id == stored[0].id
    assert whole_day(again)


def test_the_state_is_saved_at_least_every_minute(host: Host) -> None:
    host.live(60)
    before = dict(host.file.document)

    assert host.breaks.next_call() <= SAVE_EVERY_SECONDS
    host.live(SAVE_EVERY_SECONDS)

    assert host.file.document != before


def test_a_restart_goes_on_where_it_was(host: Host) -> None:
    host.live(20 * 60)
    host.clock.advance(30)

    host.restart()

    assert host.view.sitting_seconds == pytest.approx(20 * 60 + 30, abs=31)


def test_a_kill_loses_a_minute_at_most(host: Host) -> None:
    host.live(20 * 60)

    host.restart(saved=False)

    assert host.view.sitting_seconds >= 19 * 60


def test_a_long_time_without_the_program_is_a_span_of_its_own(host: Host) -> None:
    host.live(600)
    host.breaks.stop()
    host.clock.advance(600)

    host.restart(saved=False)
    host.live(61)

    assert ("off", "not_running") in [(each.kind, each.reason) for each in host.breaks.today()]


def test_a_state_that_cannot_be_read_begins_anew(host: Host, caplog) -> None:
    host.live(600)
    host.file.document = {key: {"now": "yesterday"} for key in host.file.document}

    host.restart(saved=False)

    assert host.breaks.is_on
    assert host.view.sitting_seconds == 0
    assert "begin anew" in caplog.text


def test_a_state_that_cannot_be_saved_stops_nothing(host: Host, caplog) -> None:
    host.file.failure = DiskFullError()

    host.live(29 * 60 + 30)

    assert host.view.prompt is PromptLook.BAR
    assert "not saved" in caplog.text


def test_a_failing_log_keeps_spans_waiting_in_the_picture_and_for_later(host: Host) -> None:
    host.live(600)
    host.database.failure = DatabaseBusyError()
    host.live(180, typing=False)
    host.live(60)
    assert host.spans == []

    host.database.failure = None
    assert kinds(host.breaks.today()) == ["sitting", "away", "sitting"]
    host.breaks.tick()

    assert kinds(host.spans) == ["sitting", "away"]
    assert kinds(host.breaks.today()) == ["sitting", "away", "sitting"]


def test_a_span_keeps_the_zone_it_was_lived_in(host: Host) -> None:
    host.live(600)
    host.clock._zone = "America/New_York"
    host.live(1)
    host.live(180, typing=False)
    host.live(1)

    zones = {each.zone for each in host.spans}
    assert zones <= {"Europe/Berlin", "America/New_York"}
    assert host.spans[-1].zone == "America/New_York"


def test_another_zone_has_other_working_hours(host: Host) -> None:
    """09:00 in Berlin is 03:00 in New York: nobody works there at that time."""
    host.live(60)

    host.clock._zone = "America/New_York"
    host.live(1)

    assert host.view.why.value == "off_hours"


def test_changed_settings_count_from_now_on(host: Host) -> None:
    host.live(25 * 60)
    assert host.view.prompt is PromptLook.CLOSED

    host.preferences.change({"breaks": {"interval_min": 20}})
    host.breaks.apply_settings()

    assert host.view.prompt is PromptLook.BAR


def test_other_settings_leave_the_engine_alone(host: Host) -> None:
    host.live(60)
    host.facts.clear()

    host.preferences.change({"volume_percent": 10})
    host.breaks.apply_settings()

    assert host.facts == []
    assert host.view.sitting_seconds == pytest.approx(60)


def test_switched_off_nothing_is_called_and_the_windows_are_told(host: Host) -> None:
    host.live(30 * 60)
    told = []
    host.breaks.listen(told.append)

    host.preferences.change({"breaks_on": False})
    host.breaks.apply_settings()

    assert told == [()]
    assert not host.breaks.is_on
    assert host.breaks.view() is None
    assert host.breaks.next_call() is None
    host.breaks.tick()
    host.breaks.session_started()
    host.breaks.session_finished(60)


def test_switched_on_again_it_goes_on(host: Host) -> None:
    host.live(600)
    host.preferences.change({"breaks_on": False})
    host.breaks.apply_settings()
    host.preferences.change({"breaks_on": True})

    host.breaks.apply_settings()

    assert host.breaks.is_on
    assert host.view.sitting_seconds == pytest.approx(600, abs=1)


def test_switched_off_at_start_it_does_not_begin() -> None:
    host = Host()
    host.preferences.change({"breaks_on": False})

    host.begin()

    assert not host.breaks.is_on
    assert host.breaks.today() == []


def test_a_second_start_changes_nothing(host: Host) -> None:
    host.live(600)

    host.breaks.start()

    assert host.view.sitting_seconds == pytest.approx(600)


def test_a_probe_that_never_works_makes_it_go_by_the_clock() -> None:
    host = Host()
    host.hands.is_blind = True
    host.begin()

    host.live(29 * 60 + 30)

    assert host.view.clock_mode
    assert host.view.prompt is PromptLook.BAR


def test_also_by_the_clock_the_state_is_saved_every_minute() -> None:
    """Nothing else would call for half an hour then."""
    host = Host()
    host.hands.is_blind = True
    host.begin()

    assert host.breaks.next_call() == SAVE_EVERY_SECONDS


def test_a_probe_that_stops_answering_holds_for_two_minutes(host: Host) -> None:
    host.live(600)
    host.hands.is_blind = True
    host.live(1)
    assert [each.reason.value for each in host.view.holds] == ["unknown"]

    host.live(121)

    assert host.view.holds == ()
    assert host.view.clock_mode


@pytest.mark.parametrize(
    ("answer", "look"),
    [
        (Answer.STAND, PromptLook.GROWN),
        (Answer.EXERCISE, PromptLook.CLOSED),
        (Answer.ROUTINE, PromptLook.CLOSED),
        (Answer.ALREADY_STOOD, PromptLook.CLOSED),
        (Answer.RESUME, PromptLook.BAR),
    ],
)
def test_answers_reach_the_engine(host: Host, answer: Answer, look: PromptLook) -> None:
    host.live(29 * 60 + 30)

    host.breaks.answer(answer)

    assert host.view.prompt is look


def test_later_and_not_this_one(host: Host) -> None:
    host.live(29 * 60 + 30)
    host.breaks.snooze()
    assert host.view.snoozed_until == host.clock.reading().utc + timedelta(minutes=5)
    host.live(300)

    host.breaks.skip("a call")

    assert host.view.today.skipped == 1


def test_an_answer_that_makes_no_sense_loses_nothing(host: Host) -> None:
    """What came to light on the way is kept and told, whatever becomes of the answer."""
    host.live(600)
    host.live(90, typing=False)
    host.hands.type()
    host.clock.advance(1)
    host.facts.clear()

    with pytest.raises(NotNowError):
        host.breaks.snooze()

    assert [fact.kind for fact in host.facts] == [FactKind.PARTIAL_CREDIT]
    assert whole_day(host.breaks.today())


def test_a_pause_ends_by_itself_or_by_hand(host: Host) -> None:
    host.live(60)
    host.breaks.pause(timedelta(hours=1))
    assert [each.reason.value for each in host.view.holds] == ["manual"]
    host.live(3600)
    assert host.view.holds == ()

    host.breaks.pause(None)
    host.live(7200)
    assert [each.reason.value for each in host.view.holds] == ["manual"]
    host.breaks.answer(Answer.RESUME)
    assert host.view.holds == ()


def test_old_spans_are_forgotten_at_start() -> None:
    host = Host()
    long_ago = timedelta(days=400)
    old = span("old")
    moved = span("recent")
    now = host.clock.reading().utc
    host.database.stored.spans.add(
        [
            type(old)("old", now - long_ago, now - long_ago, "Europe/Berlin", "sitting", ""),
            type(moved)("recent", now, now, "Europe/Berlin", "sitting", ""),
        ]
    )

    host.begin()

    assert list(host.database.stored.spans.kept) == ["recent"]


def test_a_log_that_cannot_be_cleared_does_not_keep_the_breaks_from_starting(caplog) -> None:
    host = Host()
    host.database.failure = DatabaseBusyError()

    host.begin()

    assert host.breaks.is_on
    assert "old spans are still there" in caplog.text


def test_today_begins_at_midnight(host: Host) -> None:
    host.live(60)
    host.clock.advance(24 * 3600)
    host.breaks.tick()

    (start, *_rest) = host.breaks.today()
    assert start.end > host.clock.reading().utc - timedelta(hours=9, minutes=2)
    assert host.breaks.probe_name == "fake"
