"""What hurts today, and which exercises are left out for it.

Nothing here names a complaint: what a person says hurts is only used to leave exercises out, as
the cautions of those exercises have it (the brief, section 7.2, and the tables of section 2). Where
a caution asks for less of an exercise, it is left out as a whole: a break offers in one line, and
nobody reads cautions between two mails. It ends with the day.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Final

from coreapp.domain.routine import Block, Routine, Step


class Hurt(StrEnum):
    """A movement or a place that hurts today, in the order in which it is asked."""

    LEANING_BACK = "leaning_back"
    BENDING = "bending"
    TURNING = "turning"
    LOWER_BACK = "lower_back"
    NECK = "neck"
    SHOULDERS = "shoulders"
    WRISTS = "wrists"
    HIPS = "hips"
    KNEES = "knees"
    CALVES = "calves"
    """The Achilles tendon, too."""


LEFT_OUT: Final[Mapping[Hurt, frozenset[str]]] = {
    Hurt.LEANING_BACK: frozenset({"desk-back-bend", "hip-thrust", "cat-cow", "sun-salutation"}),
    Hurt.BENDING: frozenset(
        {
            *("desk-hinge", "standing-forward-bend", "seated-hamstring-stretch", "child-pose"),
            *("lunge-stretch", "kettlebell-deadlift", "bicycle-crunch", "russian-twist"),
            "sun-salutation",
        }
    ),
    Hurt.TURNING: frozenset({"torso-twist", "russian-twist", "bicycle-crunch"}),
    Hurt.LOWER_BACK: frozenset(
        {
            *("torso-twist", "russian-twist", "bicycle-crunch", "kettlebell-deadlift"),
            *("standing-forward-bend", "prone-y-t-raise"),
        }
    ),
    Hurt.NECK: frozenset(
        {"desk-chin-tuck", "bicycle-crunch", "mcgill-curl-up", "foam-roll-upper-back"}
    ),
    Hurt.SHOULDERS: frozenset(
        {
            *("desk-push-up", "desk-side-bend", "knee-push-up", "plank", "side-plank"),
            *("prone-y-t-raise", "foam-roll-glutes", "sun-salutation"),
        }
    ),
    Hurt.WRISTS: frozenset(
        {
            *("desk-push-up", "knee-push-up", "bird-dog", "cat-cow", "foam-roll-glutes"),
            "sun-salutation",
        }
    ),
    Hurt.HIPS: frozenset(
        {
            *("desk-hip-flexor", "hip-flexor-stretch", "hip-circles", "leg-swing-front"),
            *("leg-swing-side", "butterfly-stretch", "pigeon-pose", "lunge-stretch", "dead-bug"),
            *("hip-abduction-side-lying", "hip-adduction-side-lying"),
        }
    ),
    Hurt.KNEES: frozenset(
        {
            *("desk-sit-to-stand", "forward-lunge", "knee-push-up", "bird-dog", "child-pose"),
            *("pigeon-pose", "piriformis-stretch", "quad-stretch", "hip-flexor-stretch"),
            *("lunge-stretch", "cat-cow", "sun-salutation"),
        }
    ),
    Hurt.CALVES: frozenset({"desk-calf-raise", "calf-stretch", "seated-hamstring-stretch"}),
}

INSTEAD: Final[Mapping[str, Step]] = {
    "desk-back-bend": Step("desk-hinge", seconds=30, ready_seconds=5, level="L2"),
    "torso-twist": Step(
        "desk-side-bend", seconds=10, switch_seconds=3, ready_seconds=5, level="L2"
    ),
    "desk-sit-to-stand": Step("desk-march", seconds=40, ready_seconds=5, level="L2"),
    "desk-chin-tuck": Step("desk-shoulder-squeeze", reps=6, ready_seconds=5, level="L2"),
}
"""What the cautions of the desk exercises name in their stead."""


AREA_OF: Final[Mapping[Hurt, str]] = {
    Hurt.LOWER_BACK: "lower_back",
    Hurt.NECK: "neck",
    Hurt.SHOULDERS: "shoulders",
    Hurt.HIPS: "hips",
    Hurt.CALVES: "calves",
}
"""The areas of the library: of an exercise of one's own nothing else is known."""


def left_out(hurts: Collection[Hurt]) -> frozenset[str]:
    """Return the ids of the shipped exercises that are left out for what hurts."""
    return frozenset[str]().union(*(LEFT_OUT[each] for each in hurts))


def spare(routine: Routine, identity: str, sore: Collection[str]) -> Routine | None:
    """Return a routine without some exercises, with what the brief names in their stead.

    What stands in comes once in a routine, and not if it is to be left out itself.

    Args:
        routine: as it ships.
        identity: the id of what comes out.
        sore: ids of exercises.

    Returns:
        None if nothing is left of it.
    """
    taken = {each for each in routine.exercises if each not in sore}
    blocks: list[Block] = []
    for block in routine.blocks:
        steps = [step for each in block.steps for step in _spared(each, sore, taken)]
        if steps:
            blocks.append(replace(block, steps=tuple(steps)))
    if not blocks:
        return None
    return replace(routine, id=identity, blocks=tuple(blocks), context=routine.text_context)


def _spared(step: Step, sore: Collection[str], taken: set[str]) -> Sequence[Step]:
    if step.exercise not in sore:
        return (step,)
    instead = INSTEAD.get(step.exercise)
    if instead is None or instead.exercise in sore or instead.exercise in taken:
        return ()
    taken.add(instead.exercise)
    return (instead,)
