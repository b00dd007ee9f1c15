"""How an exercise looks, as its file says it: key poses in time, and what is true of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import inf
from typing import Final

from coreapp.domain.figure.angles import is_one_sided
from coreapp.domain.figure.camera import Camera
from coreapp.domain.figure.contacts import Contact, mirrored_name
from coreapp.domain.figure.props import Prop

BREATH_LEAST: Final = 2.5
"""Seconds from which on a pose that is held breathes."""

CHECKS: Final = {
    "line": 3,
    "height": 1,
    "ahead": 2,
    "left_of": 2,
    "over": 2,
    "apart": 2,
    "slope": 2,
    "between": 4,
    "angle": 1,
    "moves": 1,
    "rises": 1,
}
"""The measures, and how many joints each needs at least.

- `line`: by how many degrees three joints are off one line;
- `height`: metres above the floor, or above a second joint;
- `ahead`, `left_of`: metres to the front or the left of the second joint;
- `over`: metres apart, seen from above; `apart`: metres apart;
- `slope`: degrees by which the way to the second joint rises;
- `between`: degrees between the way of the first two and that of the last two;
- `angle`: a clinical angle in degrees;
- `moves`: metres from where it was at first; `rises`: metres between its lowest and highest place.
"""


@dataclass(frozen=True, slots=True)
class Invariant:
    """One thing that holds.

    Attributes:
        check: which measure is taken, one of `CHECKS`.
        of: the joints it is taken of; a joint without its side is the middle of left and right. For
            `angle` the name of a clinical angle.
        least, most: the bounds, in degrees or metres.
        during: the key poses in which it holds; nothing for the whole movement.
    """

    check: str
    of: tuple[str, ...]
    least: float = -inf
    most: float = inf
    during: tuple[str, ...] = ()

    def mirrored(self) -> "Invariant":
        """Return what holds for the other side."""
        names = tuple(mirrored_name(name) for name in self.of)
        low, high = self.least, self.most
        if self.check == "left_of" or (self.check == "angle" and is_one_sided(self.of[0])):
            low, high = -high, -low
        return Invariant(self.check, names, low, high, self.during)


_AS_LONG: Final = 0.5
_SAME: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Pose:
    """A key pose as its file gives it.

    Attributes:
        angles: clinical angles in degrees; missing ones are zero.
        contacts: what touches what.
        x, height: of the middle of the hips in metres, where the pose fixes them.
        things: where movable things are on the floor plan, by name: x in metres, and y where it
            moves, too.
    """

    name: str
    angles: Mapping[str, float]
    contacts: tuple[Contact, ...]
    x: float | None = None
    height: float | None = None
    things: Mapping[str, tuple[float, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Key:
    """A pose in time.

    Attributes:
        move: seconds on the way there; nought for the first.
        hold: seconds in it.
        step: which written step says it, from 1; 0 for none.
    """

    pose: Pose
    move: float
    hold: float
    step: int = 0


@dataclass(frozen=True, slots=True)
class Sequence:
    """One movement: a repetition, a hold with its way in and out, or one pass of a flow.

    Attributes:
        keys: in the order of time, for the side that is drawn.
        camera: from where it is best seen.
        props: the things around.
        mat: whether there is a mat under all of it.
        arrows: joints whose way is drawn on stills.
        focus: joints that fill the picture; nothing for the whole body.
        best: the key that tells most, from 0.
    """

    keys: tuple[Key, ...]
    camera: Camera
    props: tuple[Prop, ...] = ()
    mat: bool = False
    arrows: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    best: int = 0
    invariants: tuple[Invariant, ...] = ()

    @property
    def seconds(self) -> float:
        """How long the movement takes at its own pace."""
        return sum(key.move + key.hold for key in self.keys)

    def moments(self) -> tuple[float, ...]:
        """Return when each key pose is reached, 0 to 1."""
        reached, passed = [], 0.0
        for key in self.keys:
            passed += key.move
            reached.append(passed / self.seconds)
            passed += key.hold
        return tuple(reached)

    def first_moments(self) -> dict[str, float]:
        """Return when each different pose is reached for the first time, 0 to 1, by its name."""
        found: dict[str, float] = {}
        for key, moment in zip(self.keys, self.moments(), strict=True):
            found.setdefault(key.pose.name, moment)
        return found

    def hold(self) -> tuple[float, float]:
        """Return from when to when the pose that tells most is held, 0 to 1.

        Poses that are held about as long belong to it, with the way between them: a stretch may
        have two.
        """
        least = self.keys[self.best].hold * _AS_LONG
        held = [index for index, key in enumerate(self.keys) if key.hold >= least]
        reached = self.moments()
        return reached[held[0]], reached[held[-1]] + self.keys[held[-1]].hold / self.seconds

    def holds_one(self) -> bool:
        """Tell whether a single pose is held."""
        start, end = self.hold()
        return abs(end - start - self.keys[self.best].hold / self.seconds) < _SAME

    def settled(self, moment: float, breaths: int) -> float:
        """Return a moment that shows what a moment shows, 0 to 1: one for as long as it can.

        A pose that is held does not change but for its breath, which moves it by millimetres.

        Args:
            moment: 0 to 1.
            breaths: so many times a second a breath is another one.
        """
        seconds, passed = moment * self.seconds, 0.0
        for key in self.keys:
            passed += key.move
            if passed <= seconds < passed + key.hold:
                steps = round(key.hold * breaths) if key.hold >= BREATH_LEAST else 1
                step = min(steps - 1, int((seconds - passed) / key.hold * steps))
                return (passed + step * key.hold / steps) / self.seconds
            passed += key.hold
        return moment

    def step_at(self, moment: float) -> int:
        """Return the number of the written step of a moment, 0 to 1; 0 if none is named.

        The way into a key pose belongs to it; a pose that names no step goes with the one before.
        """
        seconds, passed, step = moment * self.seconds, 0.0, 0
        for key in self.keys:
            if passed > seconds:
                break
            step = key.step or step
            passed += key.move + key.hold
        return step


@dataclass(frozen=True, slots=True)
class Figure:
    """How an exercise looks.

    Attributes:
        exercise: its id.
        side: the side that the key poses show; the other one is its mirror image.
        turns: whether the other side is looked at from the other side too.
        normal: the movement of the usual level.
        levels: the movements of levels that look different, by the level's id.
    """

    exercise: str
    side: str
    turns: bool
    normal: Sequence
    levels: Mapping[str, Sequence] = field(default_factory=dict)

    def sequence(self, level: str = "") -> Sequence:
        """Return the movement of a level."""
        return self.levels.get(level, self.normal)

    def camera(self, level: str = "", *, mirror: bool = False) -> Camera:
        """Return from where a movement is best seen."""
        camera = self.sequence(level).camera
        if mirror and self.turns:
            return Camera(180.0 - camera.azimuth, camera.elevation)
        return camera
