"""What is sensed holds breaks back where its setting is on."""

from dataclasses import replace

from coreapp.domain.settings import Settings
from coreapp.domain.sitting.facts import SENSED_OR_SAID, HoldReason
from coreapp.services.hold_policy import reasons_to_hold
from tests.each_case import each_case


@each_case("reason", sorted(SENSED_OR_SAID - {HoldReason.MANUAL}))
def test_by_default_everything_holds(reason: HoldReason) -> None:
    assert reasons_to_hold({reason}, Settings()) == {reason}


@each_case(
    ("reason", "setting"),
    [
        (HoldReason.CAMERA, "hold_camera"),
        (HoldReason.MICROPHONE, "hold_microphone"),
        (HoldReason.CALL, "hold_microphone"),
        (HoldReason.DO_NOT_DISTURB, "hold_do_not_disturb"),
        (HoldReason.FULLSCREEN, "hold_fullscreen"),
        (HoldReason.VIDEO, "hold_video"),
    ],
)
def test_what_is_switched_off_does_not_hold(reason: HoldReason, setting: str) -> None:
    assert reasons_to_hold({reason}, replace(Settings(), **{setting: False})) == set()


def test_camera_and_microphone_together_are_a_call() -> None:
    both = {HoldReason.CAMERA, HoldReason.MICROPHONE}

    assert reasons_to_hold(both, Settings()) == both | {HoldReason.CALL}


@each_case("setting", ["hold_camera", "hold_microphone"])
def test_no_call_is_made_of_what_is_switched_off(setting: str) -> None:
    both = {HoldReason.CAMERA, HoldReason.MICROPHONE}

    holding = reasons_to_hold(both, replace(Settings(), **{setting: False}))

    assert holding < both


def test_nothing_sensed_holds_nothing() -> None:
    assert reasons_to_hold(set(), Settings()) == set()
