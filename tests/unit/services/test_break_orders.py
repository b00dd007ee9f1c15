"""What the command line may ask of the breaks."""

from datetime import timedelta

import pytest

from coreapp.domain.errors import CoreappError, InvalidValueError, NotNowError
from coreapp.services.break_orders import BreakOrders
from coreapp.services.sitting_breaks import Answer
from tests.each_case import each_case
from tests.fakes.sitting import Desk


class Asked:
    def __init__(self, settings: dict[str, object] | None = None) -> None:
        self.desk = Desk(settings)
        self.desk.breaks.start()
        self.begun: list[Answer] = []
        self.orders = BreakOrders(self.desk.breaks, self.desk.clock, self.begun.append)

    def order(self, name: str, **needs: object):
        return self.orders.carry_out({"breaks": name, **needs})


@pytest.fixture
def asked() -> Asked:
    return Asked()


def test_the_state_is_told_as_it_is_now(asked: Asked) -> None:
    asked.desk.work(10)
    asked.desk.clock.advance(30)
    asked.desk.hands.type()

    assert asked.order("status")["sitting_seconds"] == 630


def test_a_break_begins_and_is_over_with_a_word(asked: Asked) -> None:
    asked.desk.work(10)

    assert asked.order("now")["state"] in {"break", "sitting"}
    assert asked.desk.view.break_running
    assert asked.order("stood")["today"]["taken"] == 1


@pytest.mark.parametrize("name", ["exercise", "routine"])
def test_what_a_break_offers_can_be_begun(asked: Asked, name: str) -> None:
    asked.order(name)

    assert asked.begun == [Answer(name)]


def test_a_bar_is_put_off_or_skipped(asked: Asked) -> None:
    asked.desk.work(29.6)
    assert asked.order("snooze", minutes=3)["snoozed_until"] is not None
    assert asked.desk.view.snooze_left_minutes == 12

    asked.desk.work(4)
    assert asked.order("skip", reason="train")["today"]["skipped"] == 1


@each_case("name", ["snooze", "skip"])
def test_without_a_bar_there_is_nothing_to_put_off_or_skip(asked: Asked, name: str) -> None:
    with pytest.raises(NotNowError):
        asked.order(name)


@pytest.mark.parametrize(
    ("wish", "minutes"),
    [
        ({"seconds": 5400}, 90),
        ({"until": "2026-03-02T10:00:00+01:00"}, 60),
        ({"until": "2026-03-02T09:00:00Z"}, 60),
    ],
)
def test_a_pause_ends_in_time(asked: Asked, wish: dict[str, object], minutes: int) -> None:
    (hold,) = asked.order("pause", **wish)["holds"]

    assert hold["reason"] == "manual"
    held = next(each for each in asked.desk.view.holds)
    assert held.until - held.since == timedelta(minutes=minutes)


def test_a_pause_without_an_end_ends_with_resume(asked: Asked) -> None:
    asked.order("pause")
    asked.desk.pass_time(20 * 3600)
    assert asked.order("status")["holds"]

    assert asked.order("resume")["holds"] == [
        each for each in asked.order("status")["holds"] if each["reason"] != "manual"
    ]


@pytest.mark.parametrize("posture", ["sitting", "standing", "away"])
def test_a_posture_is_told(asked: Asked, posture: str) -> None:
    assert asked.order("posture", posture=posture)["posture"] == posture


@each_case(
    ("name", "needs"),
    [
        ("dance", {}),
        ("", {}),
        ("snooze", {"minutes": "many"}),
        ("snooze", {"minutes": True}),
        ("snooze", {"minutes": -1}),
        ("pause", {"seconds": "long"}),
        ("pause", {"seconds": -5}),
        ("pause", {"until": "noon"}),
        ("pause", {"until": "2026-03-02T12:00:00"}),
        ("pause", {"until": "2026-03-02T08:00:00Z", "seconds": 5}),
        ("posture", {"posture": "lying"}),
        ("posture", {}),
    ],
)
def test_what_cannot_be_done_is_told(asked: Asked, name: str, needs: dict[str, object]) -> None:
    if needs == {"until": "2026-03-02T08:00:00Z", "seconds": 5}:
        asked.desk.clock.advance(1)
    with pytest.raises(InvalidValueError):
        asked.order(name, **needs)


@pytest.mark.parametrize("name", ["now", "stood", "snooze", "skip"])
def test_a_session_that_runs_is_not_answered_behind_its_back(asked: Asked, name: str) -> None:
    asked.desk.work(30.5)
    asked.desk.breaks.answer(Answer.ROUTINE)

    with pytest.raises(NotNowError, match="running already"):
        asked.order(name)
    assert asked.order("status")["why"] == "session"
    asked.desk.breaks.session_finished(120)
    assert asked.desk.view.today.taken == 1


def test_breaks_that_are_off_tell_so_and_take_no_orders() -> None:
    asked = Asked({"breaks_on": False})

    assert asked.order("status")["state"] == "switched_off"
    for name in ("now", "stood", "resume", "exercise"):
        with pytest.raises(CoreappError, match="switched off"):
            asked.order(name)
    assert asked.begun == []
