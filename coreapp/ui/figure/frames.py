"""Frames of a movement: which one a moment belongs to, and when the next is due."""

import math
from typing import Final, NamedTuple

FRAMES_PER_SECOND: Final = 32
"""A large figure takes 8 ms and more to draw: with twice as many it would take half of a core.

A movement is cut into whole frames, so there may be a little less: 30 at least, from half a second
on."""

BREATHS_PER_SECOND: Final = 10
"""Frames of a figure that holds and breathes, in one pose or between two ways.

It moves by millimetres, and what holds without a breath has one."""

FRAME_MS: Final = 1000 / FRAMES_PER_SECOND

LONGEST_S: Final = 20.0
"""What takes longer until it comes again would fill the room without ever using it."""


class Frame(NamedTuple):
    """One of the pictures a movement consists of.

    Attributes:
        moment: of one repetition, 0 to 1.
        lasts: until the next one is due, in seconds.
    """

    moment: float
    lasts: float


def frame_at(share: float, seconds: float, rate: float = FRAMES_PER_SECOND) -> Frame:
    """Return what is shown at a share, 0 to 1, of a movement that takes so many seconds."""
    count = max(1, round(seconds * rate))
    number = min(count, max(0, math.floor(share * count)))
    return Frame(number / count, max(0.0, (number + 1 - share * count) * seconds / count))


def milliseconds_to_next(lasts: float) -> int:
    """Return when to paint again if a figure is another one in so many seconds, never too early.

    What moves with it does not wait for a figure that breathes: the time is shared evenly.
    """
    left = math.ceil(lasts * 1000)
    return max(1, math.ceil(left / max(1, round(left / FRAME_MS))))
