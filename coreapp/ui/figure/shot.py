"""What a picture of an exercise shows."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coreapp.domain.figure.camera import Camera

if TYPE_CHECKING:
    from coreapp.domain.figure.sequence import Figure


@dataclass(frozen=True, slots=True)
class FigureShot:
    """Which moment of which exercise a picture shows.

    Attributes:
        moment: 0 to 1 of one repetition; None for the moment that tells most.
        mirror: the left side; otherwise the right one, or both.
        level: of the exercise, where it looks different.
        camera: from where it is seen; None for where it is best seen.
        tints: muscles that are coloured, with how strongly, 0 to 1.
        arrows: whether the way to the pose is drawn.
        picture: which of its own pictures is shown where an exercise has no figure, from 0.
    """

    exercise: str
    moment: float | None = None
    mirror: bool = False
    level: str = ""
    camera: Camera | None = None
    tints: tuple[tuple[str, float], ...] = ()
    arrows: bool = False
    picture: int = 0


def is_mirrored(figure: "Figure", shot: FigureShot) -> bool:
    """Tell whether a shot shows the side that is not in the file."""
    return (figure.side == "left") is not shot.mirror
