"""All senses together: news on the thread of the windows, and whatever waits on another one."""

import threading
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from coreapp.desktop.clock import SystemClock
from coreapp.desktop.senses.hub import SystemSenses
from coreapp.desktop.senses.probe import Candidate, DeskProbes
from coreapp.domain.sitting.facts import HoldReason
from coreapp.services.desk_senses import (
    Capability,
    DeskNews,
    HandsMoved,
    HandsRested,
    Health,
    HoldsSensed,
    ScreenLocked,
    SenseReport,
    Woke,
)
from tests.fakes.probes import Absent, FakeHands, FakeHoldProbe, FakeSleep

NONE_HELD = HoldsSensed(frozenset())
UNLOCKED = ScreenLocked(locked=False)


class Hub:
    """The senses over given probes, and what they told, with the thread it was told on."""

    def __init__(self, qtbot: QtBot, probes: DeskProbes) -> None:
        self._qtbot = qtbot
        self.senses = SystemSenses(lambda _buses: probes, SystemClock())
        self.news: list[DeskNews] = []
        self.threads: set[str] = set()

    def start(self) -> "Hub":
        self.senses.start(self._note)
        self.wait(lambda: UNLOCKED in self.news or ScreenLocked(locked=True) in self.news)
        return self

    def wait(self, so: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(so, timeout=5_000)

    def wait_for(self, news: DeskNews) -> None:
        self.wait(lambda: news in self.news)
        self.news.clear()

    def _note(self, news: DeskNews) -> None:
        self.threads.add(threading.current_thread().name)
        self.news.append(news)

    def report(self, capability: Capability) -> SenseReport:
        return next(each for each in self.senses.reports() if each.capability is capability)


@pytest.fixture
def begin(qtbot: QtBot, qapp) -> Iterator[Callable[..., Hub]]:
    begun: list[Hub] = []

    def begin(**probes) -> Hub:
        begun.append(Hub(qtbot, DeskProbes(**probes)))
        return begun[-1].start()

    yield begin
    for each in begun:
        each.senses.close()


def test_where_nothing_can_be_sensed_it_is_told_that_nothing_holds(begin) -> None:
    hub = begin()

    assert hub.news == [NONE_HELD, UNLOCKED]
    assert hub.senses.idle_seconds() is None
    assert not hub.senses.tells_hands
    assert not hub.senses.asks
    assert [each.health for each in hub.senses.reports()] == [Health.ABSENT] * len(Capability)
    assert [each.capability for each in hub.senses.reports()] == list(Capability)


def test_news_comes_on_the_thread_of_the_windows_and_probes_are_asked_on_another(begin) -> None:
    camera = FakeHoldProbe()
    hub = begin(holds=[Candidate(Capability.CAMERA, lambda: camera)])

    camera.say(True)
    hub.wait_for(HoldsSensed(frozenset({HoldReason.CAMERA})))

    assert hub.threads == {threading.main_thread().name}
    assert camera.on_threads == {"senses"}


def test_a_hold_comes_and_goes(begin) -> None:
    camera = FakeHoldProbe()
    hub = begin(holds=[Candidate(Capability.CAMERA, lambda: camera)])
    hub.news.clear()

    camera.say(True)
    hub.wait_for(HoldsSensed(frozenset({HoldReason.CAMERA})))
    assert hub.report(Capability.CAMERA) == SenseReport(
        Capability.CAMERA, Health.WORKS, "fake", says=True
    )
    camera.say(False)
    hub.wait_for(NONE_HELD)

    assert hub.report(Capability.CAMERA).says is False


def test_an_unknown_camera_holds_nothing(begin) -> None:
    camera = FakeHoldProbe()
    camera.says = True
    hub = begin(holds=[Candidate(Capability.CAMERA, lambda: camera)])
    hub.wait_for(HoldsSensed(frozenset({HoldReason.CAMERA})))

    camera.say(None)

    hub.wait_for(NONE_HELD)
    assert hub.report(Capability.CAMERA) == SenseReport(Capability.CAMERA, Health.SILENT, "fake")


def test_a_look_asks_what_does_not_tell(begin, monkeypatch) -> None:
    monkeypatch.setattr("coreapp.desktop.senses.sense.ASKED_AT_MOST_EVERY", 0.0)
    asked = FakeHoldProbe(Capability.FULLSCREEN, tells=False)
    told = FakeHoldProbe(Capability.CAMERA)
    hub = begin(
        holds=[
            Candidate(Capability.FULLSCREEN, lambda: asked),
            Candidate(Capability.CAMERA, lambda: told),
        ]
    )
    assert hub.senses.asks
    asked.says = told.says = True

    hub.senses.look()
    hub.senses.look()

    hub.wait_for(HoldsSensed(frozenset({HoldReason.FULLSCREEN})))
    assert told.looks == 1


def test_any_lock_locks(begin) -> None:
    hint, saver = FakeHoldProbe(Capability.LOCK, "hint"), FakeHoldProbe(Capability.LOCK, "saver")
    hub = begin(locks=[lambda: hint, Absent(), lambda: saver])

    saver.say(True)
    hub.wait_for(ScreenLocked(locked=True))
    assert hub.report(Capability.LOCK) == SenseReport(
        Capability.LOCK, Health.WORKS, "hint, saver", says=True
    )
    saver.say(None)

    hub.wait_for(UNLOCKED)
    assert hub.report(Capability.LOCK).method == "hint"


def test_a_lock_at_the_start_is_told(begin) -> None:
    hint = FakeHoldProbe(Capability.LOCK)
    hint.says = True

    hub = begin(locks=[lambda: hint])

    assert hub.news == [NONE_HELD, ScreenLocked(locked=True)]


def test_hands_are_known_and_who_returns_is_told(begin) -> None:
    hands = FakeHands()
    hub = begin(hands=[Absent(), lambda: hands])
    hands.rested = 12.5
    assert hub.senses.idle_seconds() == 12.5
    assert hub.senses.tells_hands
    assert not hub.senses.asks

    hands.moved()

    hub.wait_for(HandsMoved())


@pytest.mark.parametrize("asks", [True, False])
def test_hands_that_answer_no_more_are_unknown_and_come_back(begin, monkeypatch, asks) -> None:
    monkeypatch.setattr("coreapp.desktop.senses.sense.SILENT_PAUSES", (0.01,))
    hands = FakeHands(asks=asks)
    hub = begin(hands=[lambda: hands])
    hands.rested = None
    hub.wait(
        lambda: (
            hub.senses.idle_seconds() is None
            and hub.report(Capability.HANDS).health is Health.SILENT
        )
    )

    hands.rested = 3.0

    hub.wait_for(HandsRested(3.0))
    assert hub.senses.idle_seconds() == 3.0


def test_waking_is_told(begin) -> None:
    sleep = FakeSleep()
    hub = begin(sleep=[lambda: sleep])

    sleep.woke()

    hub.wait_for(Woke())
    assert hub.report(Capability.SLEEP).health is Health.WORKS


def test_what_comes_later_is_noticed(begin, monkeypatch) -> None:
    monkeypatch.setattr("coreapp.desktop.senses.sense.ABSENT_PAUSES", (0.01,))
    maker = Absent()
    hub = begin(holds=[Candidate(Capability.VIDEO, maker)])
    late = FakeHoldProbe(Capability.VIDEO)
    late.says = True

    maker.probe = late

    hub.wait_for(HoldsSensed(frozenset({HoldReason.VIDEO})))


def test_closed_it_tells_nothing_and_has_let_go_of_everything(begin, qtbot) -> None:
    camera, hands = FakeHoldProbe(), FakeHands()
    hub = begin(hands=[lambda: hands], holds=[Candidate(Capability.CAMERA, lambda: camera)])
    hub.news.clear()
    hands.moved()

    hub.senses.close()
    hub.senses.close()
    camera.say(True)
    qtbot.wait(1)

    assert hub.news == []
    assert (camera.closed, hands.closed) == (1, 1)
    assert hub.senses.idle_seconds() is None


def test_it_may_be_closed_before_it_began() -> None:
    SystemSenses(lambda _buses: DeskProbes(), SystemClock()).close()


def test_the_windows_do_not_wait_for_a_probe_that_does(qtbot, qapp) -> None:
    """A service that hangs holds up its own thread: nothing is known until it gives up."""
    goes_on = threading.Event()

    def slow() -> FakeHoldProbe:
        goes_on.wait(5)
        return FakeHoldProbe()

    hub = Hub(qtbot, DeskProbes(holds=[Candidate(Capability.CAMERA, slow)]))
    hub.senses.start(hub._note)

    assert hub.senses.idle_seconds() is None
    assert hub.report(Capability.CAMERA).health is Health.ABSENT
    assert hub.news == []

    goes_on.set()
    hub.wait(lambda: UNLOCKED in hub.news)
    hub.senses.close()


def test_it_closes_while_a_probe_still_waits(qtbot, qapp, monkeypatch) -> None:
    monkeypatch.setattr("coreapp.desktop.senses.hub.CLOSE_SECONDS", 0.01)
    waits, goes_on = threading.Event(), threading.Event()
    camera = FakeHoldProbe()

    def slow() -> FakeHoldProbe:
        waits.set()
        goes_on.wait(5)
        return camera

    hub = Hub(qtbot, DeskProbes(holds=[Candidate(Capability.CAMERA, slow)]))
    monkeypatch.setattr(hub.senses._buses, "close", goes_on.set)
    hub.senses.start(hub._note)
    assert waits.wait(5)

    hub.senses.close()

    assert hub.news == []
    assert camera.closed == 1
