"""Which of the things that are sensed hold the breaks back, as a person has set it."""

from collections.abc import Set
from typing import Final

from coreapp.domain.settings import Settings
from coreapp.domain.sitting.facts import HoldReason

_CALL_TAKES: Final = frozenset({HoldReason.CAMERA, HoldReason.MICROPHONE})


def reasons_to_hold(sensed: Set[HoldReason], settings: Settings) -> frozenset[HoldReason]:
    """Return the reasons that hold: what is sensed, where its setting is on.

    A camera and a microphone in use at the same time are a call.
    """
    is_on = {
        HoldReason.CAMERA: settings.hold_camera,
        HoldReason.MICROPHONE: settings.hold_microphone,
        HoldReason.CALL: settings.hold_microphone,
        HoldReason.DO_NOT_DISTURB: settings.hold_do_not_disturb,
        HoldReason.FULLSCREEN: settings.hold_fullscreen,
        HoldReason.VIDEO: settings.hold_video,
    }
    holding = frozenset(reason for reason in sensed if is_on.get(reason, True))
    return holding | {HoldReason.CALL} if holding >= _CALL_TAKES else holding
