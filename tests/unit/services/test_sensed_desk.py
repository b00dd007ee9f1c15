"""The breaks of a desk that tells: hands, lock, holds and sleep, and when it is looked at."""

import pytest

from coreapp.domain.sitting.facts import FactKind, HoldReason, SpanKind
from coreapp.domain.sitting.presence import Posture
from coreapp.domain.sitting.view import PromptLook
from coreapp.services.desk_senses import HandsMoved, HandsRested, Woke
from coreapp.services.desk_watch import LOOK_AGAIN_SECONDS, LOOK_AHEAD_SECONDS, LOOK_SELDOM_SECONDS
from coreapp.services.sitting_breaks import SAVE_EVERY_SECONDS
from tests.fakes.break_host import Host

HALF_HOUR = 30 * 60


@pytest.fixture
def host() -> Host:
    return Host().begin()


def held(host: Host) -> list[HoldReason]:
    return [each.reason for each in host.view.holds]


def told(host: Host, kind: FactKind) -> list[str | None]:
    return [each.reason for each in host.facts if each.kind is kind]


def test_a_camera_holds_the_bar_and_the_break_is_owed(host: Host) -> None:
    host.live(10 * 60)
    host.hands.hold(HoldReason.CAMERA)
    host.live(25 * 60)
    assert host.view.prompt is PromptLook.CLOSED
    assert host.view.owed

    host.hands.hold()

    assert host.view.prompt is PromptLook.BAR


def test_camera_and_microphone_are_a_call(host: Host) -> None:
    host.hands.hold(HoldReason.CAMERA, HoldReason.MICROPHONE)

    assert set(held(host)) == {HoldReason.CAMERA, HoldReason.MICROPHONE, HoldReason.CALL}


def test_a_setting_lets_go_of_what_is_sensed_at_once(host: Host) -> None:
    host.hands.hold(HoldReason.FULLSCREEN)
    host.preferences.change({"hold_fullscreen": False})

    host.breaks.apply_settings()
    assert held(host) == []

    host.preferences.change({"hold_fullscreen": True})
    host.breaks.apply_settings()
    assert held(host) == [HoldReason.FULLSCREEN]


def test_a_call_that_was_said_goes_on_whatever_else_is_sensed(host: Host) -> None:
    host.breaks.say_call(going_on=True)
    host.hands.hold(HoldReason.VIDEO)
    host.hands.hold()

    assert held(host) == [HoldReason.CALL]
    assert host.breaks.said_call

    host.breaks.say_call(going_on=False)
    assert held(host) == []
    assert not host.breaks.said_call


def test_a_person_s_word_for_standing_is_taken(host: Host) -> None:
    host.live(60)

    host.breaks.change_posture(Posture.STANDING)

    assert host.view.state is SpanKind.STANDING


def test_ended_twice_it_is_over(host: Host) -> None:
    host.breaks.stop()
    host.breaks.stop()

    assert not host.breaks.is_on


def test_a_call_that_was_said_is_over_with_the_microphone(host: Host) -> None:
    host.breaks.say_call(going_on=True)
    host.hands.hold(HoldReason.MICROPHONE)

    host.hands.hold()

    assert held(host) == []


def test_a_call_said_twice_is_told_once(host: Host) -> None:
    host.breaks.say_call(going_on=True)
    before = len(host.facts)

    host.breaks.say_call(going_on=True)

    assert len(host.facts) == before


def test_a_lock_is_an_absence_and_unlocking_ends_it(host: Host) -> None:
    host.live(600)
    host.hands.lock(locked=True)
    host.live(180)
    assert host.view.state is SpanKind.AWAY

    host.hands.lock(locked=False)
    host.live(1)

    assert host.view.state is SpanKind.SITTING
    assert told(host, FactKind.NATURAL_BREAK) == [None]


def test_a_lock_of_five_seconds_changes_nothing(host: Host) -> None:
    host.live(600)
    host.hands.lock(locked=True)
    host.live(5)
    host.hands.lock(locked=False)
    host.live(1)

    assert host.view.sitting_seconds == pytest.approx(606, abs=1)


def test_a_lock_that_was_saved_is_over_if_the_desk_says_so(host: Host) -> None:
    host.live(600)
    host.hands.lock(locked=True)
    host.hands.locked = False

    host.restart()

    assert HoldReason.LOCKED not in held(host)
    host.live(60)
    assert host.view.sitting_seconds == pytest.approx(660, abs=2)


def test_a_lock_that_was_saved_goes_on_if_the_desk_says_so(host: Host) -> None:
    host.live(600)
    host.hands.lock(locked=True)
    host.live(60)

    host.restart()

    assert held(host) == [HoldReason.LOCKED]
    assert host.view.state is SpanKind.AWAY


def test_until_the_senses_tell_what_was_saved_goes_on(host: Host) -> None:
    """No bar may open in a call for a moment, because the program begins anew."""
    host.live(10 * 60)
    host.hands.hold(HoldReason.CAMERA)
    host.live(25 * 60)
    host.hands.is_slow = True

    host.restart()
    host.breaks.tick()
    host.breaks.apply_settings()

    assert held(host) == [HoldReason.CAMERA]
    assert host.view.prompt is PromptLook.CLOSED
    host.breaks.say_call(going_on=True)
    assert set(held(host)) == {HoldReason.CAMERA, HoldReason.CALL}
    host.breaks.say_call(going_on=False)
    host.hands.tell_all()
    assert held(host) == [HoldReason.CAMERA]


def test_before_the_senses_tell_hands_are_open_and_nothing_is_looked_at(host: Host) -> None:
    host.live(600)
    host.hands.is_slow = host.hands.is_blind = host.hands.asks = True

    host.restart()
    host.breaks.tick()
    for early in (HandsMoved(), Woke()):  # by what was found first, while others still wait
        host.hands.tell(early)

    assert held(host) == []
    assert host.hands.looks == 0


def test_switched_off_and_on_what_was_told_meanwhile_counts(host: Host) -> None:
    host.preferences.change({"breaks_on": False})
    host.breaks.apply_settings()
    host.hands.hold(HoldReason.CAMERA)
    host.hands.lock(locked=True)
    host.preferences.change({"breaks_on": True})

    host.breaks.apply_settings()

    assert set(held(host)) == {HoldReason.CAMERA, HoldReason.LOCKED}


def test_who_is_away_is_asked_every_now_and_then(host: Host) -> None:
    host.live(600)
    host.live(300, typing=False)

    assert host.breaks.next_call() <= 30


def test_who_is_away_is_not_asked_where_the_return_is_told(host: Host) -> None:
    host.hands.tells_hands = True
    host.live(600)
    host.live(300, typing=False)
    for _minute in range(10):
        assert host.breaks.next_call() == SAVE_EVERY_SECONDS
        host.clock.advance(SAVE_EVERY_SECONDS)
        host.breaks.tick()

    assert host.view.state is SpanKind.AWAY
    host.hands.type()
    assert host.view.state is SpanKind.SITTING
    assert host.view.sitting_seconds < 1


@pytest.mark.parametrize("news", [HandsRested(5), Woke()])
def test_news_of_hands_and_waking_lets_time_pass(host: Host, news) -> None:
    host.live(600)
    host.clock.sleep(900)

    host.hands.tell(news)

    spans = [each.kind for each in host.breaks.today()]
    assert "asleep" in spans


def test_where_all_tells_nothing_is_looked_at(host: Host) -> None:
    host.live(HALF_HOUR)
    host.live(120, typing=False)

    assert host.hands.looks == 0


def test_the_desk_is_looked_at_shortly_before_the_bar(host: Host) -> None:
    host.hands.asks = True
    limit = HALF_HOUR - host.preferences.settings.breaks.lead_s
    host.hands.type()
    looks: list[float] = []
    start = host.clock.reading().boot
    host.breaks.tick()
    while host.view.prompt is PromptLook.CLOSED:
        before = host.hands.looks
        host.clock.advance(max(0.01, host.breaks.next_call()))
        host.breaks.tick()
        if host.hands.looks > before:
            looks.append(host.clock.reading().boot - start)

    opened = host.clock.reading().boot - start
    assert opened == pytest.approx(limit, abs=0.1)
    assert looks[-1] >= limit - LOOK_AHEAD_SECONDS - 0.1 or looks[-2] >= limit - 2.1
    assert len(looks) < 2 * opened / 60 + 5


def test_the_desk_is_looked_at_shortly_before_an_absence_counts(host: Host) -> None:
    host.hands.asks = True
    host.live(600)
    host.hands.rest()
    host.breaks.tick()
    rested = host.clock.reading().boot
    looks: list[float] = []
    while host.view.state is SpanKind.SITTING:
        before = host.hands.looks
        host.clock.advance(max(0.01, host.breaks.next_call()))
        host.breaks.tick()
        if host.hands.looks > before:
            looks.append(host.clock.reading().boot - rested)

    away_after = host.preferences.settings.breaks.away_after_s
    assert any(away_after - 2.1 <= each <= away_after - 1.9 for each in looks)


def test_a_hold_that_lasts_is_looked_at_again_and_again(host: Host) -> None:
    host.hands.asks = True
    host.live(60)
    host.hands.hold(HoldReason.FULLSCREEN)
    before = host.hands.looks

    host.live(10 * LOOK_AGAIN_SECONDS)

    assert 9 <= host.hands.looks - before <= 16


def test_a_hold_nobody_waits_for_is_looked_at_seldom(host: Host) -> None:
    host.hands.asks = host.hands.tells_hands = True
    host.live(60)
    host.hands.hold(HoldReason.FULLSCREEN)
    host.live(2 * LOOK_SELDOM_SECONDS, typing=False)
    before = host.hands.looks

    host.live(10 * LOOK_SELDOM_SECONDS, typing=False)

    assert host.hands.looks - before <= 16


@pytest.mark.parametrize(("is_told", "most"), [(True, 10), (False, 28)])
def test_an_unlocking_that_nobody_tells_is_looked_for(host: Host, is_told, most) -> None:
    host.hands.asks, host.hands.tells_hands = True, is_told
    host.live(60)
    host.hands.lock(locked=True)
    host.live(120, typing=False)
    before = host.hands.looks

    host.live(5 * LOOK_SELDOM_SECONDS, typing=False)

    assert most - 4 <= host.hands.looks - before <= most


def test_a_look_at_the_hands_alone_is_not_written_to_the_disk(host: Host) -> None:
    host.live(61)
    host.clock.advance(1)
    host.breaks.tick()
    before = dict(host.file.document)
    host.clock.advance(2)
    host.breaks.tick()
    assert host.file.document == before

    host.hands.hold(HoldReason.CAMERA)

    assert host.file.document != before


def test_an_absence_is_written_to_the_disk_as_soon_as_it_counts() -> None:
    host = Host(away_after_s=20).begin()
    host.live(601)
    host.live(20.1, typing=False)

    assert host.view.state is SpanKind.AWAY
    assert host.file.document["engine"]["state"]["presence"]["absent"]
