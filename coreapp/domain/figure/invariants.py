"""What is true of an exercise all the way through, so that its figure shows what its steps say."""

from collections.abc import Callable, Iterable, Sequence
from math import asin, degrees
from typing import Final, NamedTuple

from coreapp.domain.figure.body import SIDES
from coreapp.domain.figure.movement import Moment
from coreapp.domain.figure.sequence import Invariant
from coreapp.domain.figure.vectors import Vec, angle_between


class Sample(NamedTuple):
    """A moment of a movement; `pose` is the key pose it is in, or empty on the way."""

    pose: str
    moment: Moment


def broken(invariant: Invariant, samples: Sequence[Sample]) -> str | None:
    """Return how an invariant is broken by samples of a movement, or None if it holds.

    An invariant that no sample is there for is broken too: it would prove nothing.
    """
    chosen = [
        sample.moment
        for sample in samples
        if not invariant.during or sample.pose in invariant.during
    ]
    name = f"{invariant.check} {' '.join(invariant.of)}"
    if not chosen:
        return f"{name}: there is no such moment"
    values = list(_values(invariant, chosen))
    low, high = min(values), max(values)
    if low < invariant.least or high > invariant.most:
        return f"{name}: {low:.3f} to {high:.3f}, not {invariant.least:g} to {invariant.most:g}"
    return None


def joint(moment: Moment, name: str) -> Vec:
    """Return where a joint is, in metres; without a side the middle of left and right.

    Raises:
        KeyError: there is no such joint.
    """
    joints = moment.body.joints()
    if name in joints:
        return joints[name]
    left, right = (joints[f"{side}_{name}"] for side in SIDES)
    return left.towards(right, 0.5)


def _values(invariant: Invariant, moments: Sequence[Moment]) -> Iterable[float]:
    if invariant.check == "angle":
        return [moment.angles[invariant.of[0]] for moment in moments]
    places = [[joint(moment, name) for name in invariant.of] for moment in moments]
    if invariant.check == "moves":
        return [places[0][0].minus(place[0]).length() for place in places]
    if invariant.check == "rises":
        heights = [place[0].z for place in places]
        return [max(heights) - min(heights)]
    measure = _MEASURES[invariant.check]
    return [measure(place) for place in places]


def _slope(points: Sequence[Vec]) -> float:
    way = points[1].minus(points[0])
    return degrees(asin(min(1.0, max(-1.0, way.z / way.length()))))


_MEASURES: Final[dict[str, Callable[[Sequence[Vec]], float]]] = {
    "line": lambda p: angle_between(p[1].minus(p[0]), p[2].minus(p[1])),
    "height": lambda p: p[0].z - (p[1].z if len(p) > 1 else 0.0),
    "ahead": lambda p: p[0].x - p[1].x,
    "left_of": lambda p: p[0].y - p[1].y,
    "over": lambda p: Vec(p[0].x - p[1].x, p[0].y - p[1].y, 0.0).length(),
    "apart": lambda p: p[0].minus(p[1]).length(),
    "slope": _slope,
    "between": lambda p: angle_between(p[1].minus(p[0]), p[3].minus(p[2])),
}
