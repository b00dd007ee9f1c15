"""From where a figure is best seen."""

from typing import NamedTuple


class Camera(NamedTuple):
    """From where a figure is seen.

    Attributes:
        azimuth: degrees by which the viewer has walked from the figure's right side (it faces to
            the right of the picture) towards its front; 90 is from the front.
        elevation: degrees above the floor's level.
    """

    azimuth: float
    elevation: float
