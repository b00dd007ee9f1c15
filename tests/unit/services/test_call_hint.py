from dataclasses import replace

from coreapp.domain.sitting.facts import HoldReason
from coreapp.domain.sitting.view import Held
from coreapp.services.call_hint import call_hint
from tests.each_case import each_case
from tests.fakes.clock import MORNING
from tests.fakes.shipped import shipped_library
from tests.fakes.sitting import Desk

NECK = "Unseen in a call: glide your chin straight back, hold for 3 seconds, six times."


def owed(*reasons: HoldReason, due: int = 0):
    """A view of somebody whose break is held for some reasons."""
    desk = Desk()
    desk.breaks.start()
    plain = desk.view
    return replace(
        plain,
        owed=True,
        holds=tuple(Held(each, MORNING) for each in reasons),
        today=replace(plain.today, due=due),
    )


@each_case("reason", [HoldReason.CALL, HoldReason.MICROPHONE, HoldReason.CAMERA])
def test_in_a_call_that_holds_a_break_there_is_something_nobody_sees(reason):
    assert call_hint(owed(reason)).startswith("Unseen in a call: ")


@each_case(
    "reason", [HoldReason.MANUAL, HoldReason.VIDEO, HoldReason.FULLSCREEN, HoldReason.LOCKED]
)
def test_without_a_call_nothing_is_said(reason):
    assert call_hint(owed(reason)) == ""


def test_nothing_is_said_before_a_break_is_due_or_while_all_is_off():
    assert call_hint(replace(owed(HoldReason.CALL), owed=False)) == ""
    assert call_hint(None) == ""


def test_the_next_break_that_is_due_brings_another_one_and_until_then_it_stays():
    said = [call_hint(owed(HoldReason.CALL, due=due)) for due in range(5)]

    assert len(set(said)) == 5
    assert call_hint(owed(HoldReason.CALL)) == said[0]
    assert NECK in said


def test_what_is_avoided_is_not_said():
    avoided = {"desk-chin-tuck"}
    said = {call_hint(owed(HoldReason.CALL, due=due), avoided) for due in range(5)}
    assert NECK not in said

    everything = {each.id for each in shipped_library().exercises}
    assert call_hint(owed(HoldReason.CALL), everything) == ""
