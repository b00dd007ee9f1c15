"""The way from one key pose to the next: smooth through what is not held, at rest in what is.

Each angle follows a cubic curve through the key poses. Where it turns back, or where a pose is
held, it comes to rest; elsewhere it passes with the harmonic mean of the slopes on both sides
(Fritsch and Carlson, Monotone piecewise cubic interpolation, 1980), so that it never swings beyond
a key pose.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from coreapp.domain.figure.anchors import Anchors
from coreapp.domain.figure.contacts import Contact, atoms
from coreapp.domain.figure.sequence import Key
from coreapp.domain.figure.solver import Solved, solve_between
from coreapp.domain.figure.vectors import Vec

Values = Mapping[str, float]

_ROOT = ("root x", "root y", "root z")


class Placed(NamedTuple):
    """A key pose that has been placed: its angles are those of the placed body."""

    solved: Solved
    angles: Values
    contacts: tuple[Contact, ...]


class Passage:
    """The way between two placed key poses."""

    def __init__(self, first: Placed, second: Placed, slopes: tuple[Values, Values]) -> None:
        """Prepare the way; `slopes` are the changes at its ends over the whole way."""
        self._first, self._second = first, second
        start, end = _values(first), _values(second)
        self._curves = {
            name: (value, end[name], slopes[0][name], slopes[1][name])
            for name, value in start.items()
        }
        there = atoms(second.contacts)
        self._shared = tuple(each for each in atoms(first.contacts) if each in there)
        self._told = _told(first, second)

    def at(self, share: float) -> tuple[Solved, tuple[Contact, ...], Values]:
        """Return the body at a share of the time, what is touched, and the angles."""
        square, cube = share * share, share * share * share
        h01 = 3.0 * square - 2.0 * cube
        h10, h11 = cube - 2.0 * square + share, cube - square
        angles = {
            name: start + h01 * (end - start) + h10 * leaving + h11 * arriving
            for name, (start, end, leaving, arriving) in self._curves.items()
        }
        root = Vec(*(angles.pop(name) for name in _ROOT))
        rooms = self._first.solved.room, self._second.solved.room
        room = {
            name: prop.moved_to(prop.at.towards(rooms[1][name].at, h01))
            for name, prop in rooms[0].items()
        }
        solved = solve_between(angles, root, self._shared, self._anchors(share), room)
        return solved, self._told, angles

    def _anchors(self, share: float) -> Anchors:
        """Return where what both poses touch is held; what slides is on its way."""
        held, goals = self._first.solved.anchors, self._second.solved.anchors
        anchors = {contact: held[contact] for contact in self._shared if contact in held}
        for contact, anchor in anchors.items():
            goal = goals.get(contact)
            if contact.slides and goal is not None:
                pairs = zip(anchor.points, goal.points, strict=True)
                points = tuple(one.towards(other, share) for one, other in pairs)
                anchors[contact] = replace(anchor, points=points)
        return anchors


def passages(keys: Sequence[Key], placed: Sequence[Placed]) -> tuple[Passage | None, ...]:
    """Return the way to each key pose from the one before; None to the first."""
    slopes = _slopes(keys, [_values(each) for each in placed])
    ways: list[Passage | None] = [None]
    for index in range(1, len(keys)):
        seconds = keys[index].move
        ends = tuple(
            {name: slope * seconds for name, slope in slopes[at].items()}
            for at in (index - 1, index)
        )
        ways.append(Passage(placed[index - 1], placed[index], (ends[0], ends[1])))
    return tuple(ways)


def _slopes(keys: Sequence[Key], values: Sequence[Values]) -> list[Values]:
    """Return how fast each angle passes each key pose, per second."""
    last = len(keys) - 1
    goes_round = last > 0 and keys[0].pose == keys[last].pose and not keys[0].hold + keys[last].hold
    found: list[Values] = []
    for index, key in enumerate(keys):
        before, after = index - 1, index + 1
        if goes_round and index in {0, last}:
            before, after = last - 1, 1
        at_rest = key.hold > 0 or before < 0 or after > last
        found.append(
            {
                name: 0.0
                if at_rest
                else _mean(
                    (value - values[before][name]) / max(keys[index or last].move, _LEAST),
                    (values[after][name] - value) / max(keys[after].move, _LEAST),
                )
                for name, value in values[index].items()
            }
        )
    return found


_LEAST = 1e-6


def _mean(before: float, after: float) -> float:
    """Return the harmonic mean of two slopes, or rest where the way turns back."""
    return 2.0 * before * after / (before + after) if before * after > 0.0 else 0.0


def _values(placed: Placed) -> dict[str, float]:
    return {**placed.angles, **dict(zip(_ROOT, placed.solved.body.pelvis.at, strict=True))}


def _told(first: Placed, second: Placed) -> tuple[Contact, ...]:
    """Return what both poses touch, in as few words as can be: a foot, not its heel and ball."""
    whole = tuple(contact for contact in first.contacts if contact in second.contacts)
    covered, others = atoms(whole), atoms(second.contacts)
    parts = [
        contact for contact in atoms(first.contacts) if contact in others and contact not in covered
    ]
    return (*whole, *parts)
