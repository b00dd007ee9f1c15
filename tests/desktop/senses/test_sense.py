"""One sense: which probe tells it, what becomes of one that fails, and what the log says."""

import pytest

from coreapp.desktop.senses.sense import (
    ABSENT_PAUSES,
    SILENT_PAUSES,
    HandsSense,
    HoldSense,
    SleepSense,
)
from coreapp.services.desk_senses import Capability, Health
from tests.fakes.probes import Absent, FakeHands, FakeHoldProbe, FakeSleep


def camera(*makers) -> HoldSense:
    return HoldSense(Capability.CAMERA, makers, lambda _sense: None)


def test_the_first_probe_that_works_is_taken() -> None:
    first, second = FakeHoldProbe(name="first"), FakeHoldProbe(name="second")
    sense = camera(Absent(), lambda: first, lambda: second)

    sense.retry(0)

    assert (sense.method, sense.health, sense.says) == ("first", Health.WORKS, False)
    assert second.looks == 0


def test_where_nothing_tells_it_is_tried_again_later_and_later_with_one_line(caplog) -> None:
    maker = Absent("no such service")
    sense = camera(maker)
    now, tries = 0.0, []
    with caplog.at_level("INFO"):
        for _time in range(6):
            sense.retry(now)
            sense.retry(now)
            tries.append(maker.tries)
            now = sense.next_try()

    assert tries == [1, 2, 3, 4, 5, 6]
    assert now == sum(ABSENT_PAUSES) + 2 * ABSENT_PAUSES[-1]
    assert sense.health is Health.ABSENT
    assert caplog.text.count("no such service") == 1


def test_what_comes_later_is_taken_then() -> None:
    maker = Absent()
    sense = camera(maker)
    sense.retry(0)
    maker.probe = FakeHoldProbe(name="late")

    sense.retry(sense.next_try())

    assert (sense.health, sense.method) == (Health.WORKS, "late")
    assert sense.next_try() == float("inf")


def test_a_probe_that_falls_silent_is_asked_again_and_says_nothing_meanwhile(caplog) -> None:
    probe = FakeHoldProbe()
    sense = camera(lambda: probe)
    sense.retry(0)
    probe.says = True
    sense.look(1, is_told=True)
    assert sense.says

    caplog.clear()  # another test may have left the level lower
    with caplog.at_level("INFO"):
        probe.says = None
        sense.look(2, is_told=True)
        assert (sense.health, sense.says) == (Health.SILENT, None)
        sense.look(2.5, is_told=True)
        assert probe.looks == 3
        sense.retry(3)
        assert probe.looks == 3
        sense.retry(4)
        assert probe.looks == 4
        probe.says = True
        sense.retry(sense.next_try())

    assert (sense.health, sense.says) == (Health.WORKS, True)
    assert [record.message for record in caplog.records] == [
        "camera: fake does not answer",
        "camera: fake tells it",
    ]


def test_a_probe_that_stays_silent_gives_way_to_another_one() -> None:
    dead, other = FakeHoldProbe(name="dead"), FakeHoldProbe(name="other")
    makers = [dead]
    sense = camera(lambda: makers[0])
    sense.retry(0)
    dead.says = None
    sense.look(1, is_told=True)
    makers[0] = other

    while sense.health is Health.SILENT:
        sense.retry(sense.next_try())

    assert (sense.method, dead.closed) == ("other", 1)


def test_what_has_worked_is_silent_not_absent_when_it_is_gone() -> None:
    probe = FakeHoldProbe()
    maker = Absent()
    maker.probe = probe
    sense = camera(maker)
    sense.retry(0)
    probe.says = maker.probe = None
    sense.look(1, is_told=True)

    for _time in range(8):
        sense.retry(sense.next_try())

    assert (sense.health, sense.probe, sense.method) == (Health.SILENT, None, "fake")
    assert sense.next_try() <= 1 + sum(SILENT_PAUSES) + SILENT_PAUSES[-1]


def test_a_mistake_in_a_probe_is_in_the_log_and_costs_only_its_own_sense(caplog) -> None:
    probe = FakeHoldProbe()
    probe.failure = ZeroDivisionError()
    sense = camera(lambda: probe)

    sense.retry(0)

    assert sense.health is Health.SILENT
    assert "camera: fake failed" in caplog.text


def test_a_mistake_in_a_maker_is_in_the_log_and_the_next_is_tried(caplog) -> None:
    def broken():
        raise ZeroDivisionError

    sense = camera(broken, FakeHoldProbe)

    sense.retry(0)

    assert sense.health is Health.WORKS
    assert "camera: a probe failed" in caplog.text


def test_a_probe_that_cannot_be_watched_is_let_go(caplog) -> None:
    class Deaf(FakeHoldProbe):
        def watch(self, changed) -> None:
            raise OSError("too many open files")

    deaf, other = Deaf(name="deaf"), FakeHoldProbe(name="other")
    sense = camera(lambda: deaf, lambda: other)

    sense.retry(0)

    assert (sense.method, deaf.closed, other.closed) == ("other", 1, 0)


def test_a_mistake_in_closing_is_in_the_log(caplog) -> None:
    class Stuck(FakeHoldProbe):
        def close(self) -> None:
            raise ZeroDivisionError

    sense = camera(Stuck)
    sense.retry(0)

    sense.close()
    sense.close()

    assert sense.probe is None
    assert "closing failed" in caplog.text


def test_what_tells_is_not_asked() -> None:
    probe = FakeHoldProbe(tells=True)
    sense = camera(lambda: probe)
    sense.retry(0)

    sense.look(100)

    assert probe.looks == 1
    assert not sense.has_to_be_asked


def test_what_does_not_tell_is_asked_but_not_all_the_time() -> None:
    probe = FakeHoldProbe(tells=False)
    sense = camera(lambda: probe)
    sense.retry(0)

    sense.look(4.9)
    assert probe.looks == 1
    sense.look(5)
    assert probe.looks == 2
    assert sense.has_to_be_asked


def test_hands_are_asked_as_often_as_wanted() -> None:
    hands = FakeHands(asks=True)
    sense = HandsSense([lambda: hands], lambda: None)
    sense.retry(0)

    sense.look(1)
    sense.look(1.5)

    assert hands.asked == 3
    assert sense.has_to_be_asked


@pytest.mark.parametrize("asks", [True, False])
def test_hands_that_cannot_be_seen_are_silent(asks) -> None:
    hands = FakeHands(asks=asks)
    sense = HandsSense([lambda: hands], lambda: None)
    sense.retry(0)
    hands.rested = None

    sense.look(1)

    assert sense.health is Health.SILENT


def test_sleep_is_told_or_not_but_never_asked() -> None:
    probe, woke = FakeSleep(), []
    sense = SleepSense([lambda: probe], lambda: woke.append(True))
    sense.retry(0)

    probe.woke()

    assert woke == [True]
    assert (sense.health, sense.says) == (Health.WORKS, None)
    assert not sense.has_to_be_asked


def test_before_it_is_tried_there_is_nothing_to_look_at() -> None:
    sense = camera(FakeHoldProbe)

    sense.look(0, is_told=True)

    assert sense.health is Health.ABSENT


@pytest.mark.parametrize("makers", [(), None])
def test_without_candidates_nothing_is_ever_tried(makers) -> None:
    sense = camera(*(makers or ()))

    assert sense.next_try() == float("inf")
