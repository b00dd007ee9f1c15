"""How a phase looks: a shape, a hue and the grounds of the player. Never colour alone."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from coreapp.ui.theme.icons import Icon


class PhaseLook(StrEnum):
    """The phases that have a look; the values are those of the domain's kinds, and `done`."""

    GET_READY = "get_ready"
    WORK = "work"
    SWITCH_SIDES = "switch_sides"
    REST = "rest"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class PhaseColours:
    """Names of tokens: `ground` and `tide` of the window, `text`, `solid`; the shape is an icon.

    `far_ground` and `far_tide` are names of the distance colours.
    """

    ground: str
    tide: str
    text: str
    solid: str
    shape: Icon
    far_ground: str
    far_tide: str


PHASES: Final[dict[PhaseLook, PhaseColours]] = {
    PhaseLook.GET_READY: PhaseColours(
        "ready_ground",
        "ready_tide",
        "ready_text",
        "ready",
        Icon.PHASE_GET_READY,
        "ready_bg",
        "ready_tide",
    ),
    PhaseLook.WORK: PhaseColours(
        "work_ground",
        "work_tide",
        "accent_text",
        "accent",
        Icon.PHASE_WORK,
        "work_bg",
        "work_tide",
    ),
    PhaseLook.SWITCH_SIDES: PhaseColours(
        "ready_ground",
        "ready_tide",
        "ready_text",
        "ready",
        Icon.PHASE_SWITCH_SIDES,
        "ready_bg",
        "ready_tide",
    ),
    PhaseLook.REST: PhaseColours(
        "rest_ground", "rest_tide", "rest_text", "rest", Icon.PHASE_REST, "rest_bg", "rest_tide"
    ),
    PhaseLook.DONE: PhaseColours(
        "done_ground", "done_tide", "done_text", "done", Icon.PHASE_DONE, "done_bg", "done_tide"
    ),
}
