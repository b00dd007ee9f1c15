"""How a figure moves: key poses in time, and the body at any moment between them."""

from collections.abc import Generator, Iterable, Mapping
from math import cos, pi
from typing import Final, NamedTuple

from coreapp.domain.figure.anchors import Anchors
from coreapp.domain.figure.angles import is_one_sided
from coreapp.domain.figure.body import Body
from coreapp.domain.figure.carried import worn
from coreapp.domain.figure.contacts import Contact, Room, Touch, atoms, touch
from coreapp.domain.figure.measuring import measured
from coreapp.domain.figure.parts import all_balls
from coreapp.domain.figure.passage import Placed, passages
from coreapp.domain.figure.props import Prop, PropKind
from coreapp.domain.figure.sequence import BREATH_LEAST, Pose, Sequence
from coreapp.domain.figure.solver import Solved, solve_breath, solve_key
from coreapp.domain.figure.vectors import Vec
from coreapp.domain.stepping import carry_out

_MAT_THICK: Final = 0.006
_MAT_LEAST: Final = 0.9
_MAT_WIDE: Final = 0.61
_MAT_MARGIN: Final = 0.09
_LOW: Final = 0.15
_BREATH_SECONDS: Final = 5.0
_BREATH_ARCH: Final = 1.2
"""Degrees by which the ribs open with a full breath; enough to be seen alive."""


class Moment(NamedTuple):
    """A body at one moment, with the things around it and what touches what."""

    body: Body
    props: tuple[Prop, ...]
    touches: tuple[Touch, ...]
    angles: Mapping[str, float]


class Movement:
    """A sequence on one side, with its key poses placed once: for many moments of it."""

    def __init__(
        self,
        sequence: Sequence,
        *,
        mirror: bool = False,
        placed: tuple[Placed, ...] | None = None,
    ) -> None:
        """Take the key poses.

        Args:
            sequence: what is moved through.
            mirror: on the other side.
            placed: what `placing` returned; they are placed now if that was not asked.
        """
        self.sequence = sequence
        self._mirror = mirror
        self._placed = carry_out(placing(sequence)) if placed is None else placed
        self._ways = passages(sequence.keys, self._placed)
        bodies = [placed.solved.body for placed in self._placed]
        self._under = (_mat_under(bodies),) if sequence.mat else ()

    def key(self, index: int) -> Moment:
        """Return a key pose."""
        placed = self._placed[index]
        return self._moment(placed.solved, placed.contacts, placed.angles)

    def body_at(self, moment: float) -> Body:
        """Return the body at a moment, 0 to 1."""
        return self._shown(self._at(moment)[0].body)

    def scene_at(self, moment: float) -> tuple[Body, tuple[Prop, ...]]:
        """Return the body and the things around it at a moment, 0 to 1."""
        solved = self._at(moment)[0]
        return self._shown(solved.body), self._things(solved)

    def scenes(self, moments: Iterable[float]) -> tuple[tuple[Body, tuple[Prop, ...]], ...]:
        """Return where body and things are at some moments, 0 to 1, each place once.

        Breath is left out: it moves a chest by millimetres, and to place it takes as long as a way.
        """
        found = {id(solved): solved for solved in map(self._without_breath, moments)}
        return tuple((self._shown(each.body), self._things(each)) for each in found.values())

    def at(self, moment: float) -> Moment:
        """Return everything there is to know about a moment, 0 to 1."""
        return self._moment(*self._at(moment))

    def angles_at(self, moment: float) -> Mapping[str, float]:
        """Return the angles of the body at a moment, 0 to 1: those of `at`, for less."""
        solved, _, angles = self._at(moment)
        return self._angles(self._shown(solved.body), angles)

    def pose_at(self, moment: float) -> str:
        """Return the name of the key pose that is held at a moment, or nothing on the way."""
        index, share, _ = self._step_at(min(1.0, max(0.0, moment)) * self.sequence.seconds)
        return self.sequence.keys[index].pose.name if share >= 1.0 else ""

    def _at(self, moment: float) -> tuple[Solved, tuple[Contact, ...], Mapping[str, float]]:
        index, share, rest = self._step_at(min(1.0, max(0.0, moment)) * self.sequence.seconds)
        placed = self._placed[index]
        if share >= 1.0:
            breath = _breath(rest, self.sequence.keys[index].hold)
            if breath == 0.0:
                return placed.solved, placed.contacts, placed.angles
            angles = {
                **placed.angles,
                "breath": breath,
                "thoracic_flexion": placed.angles["thoracic_flexion"] - _BREATH_ARCH * breath,
            }
            solved = solve_breath(angles, atoms(placed.contacts), placed.solved)
            return solved, placed.contacts, angles
        way = self._ways[index]
        return (placed.solved, placed.contacts, placed.angles) if way is None else way.at(share)

    def _without_breath(self, moment: float) -> Solved:
        index, share, _ = self._step_at(min(1.0, max(0.0, moment)) * self.sequence.seconds)
        way = self._ways[index]
        return self._placed[index].solved if share >= 1.0 or way is None else way.at(share)[0]

    def _step_at(self, seconds: float) -> tuple[int, float, float]:
        """Return the key that is moved to, the share of the way, and the seconds in it."""
        passed = 0.0
        for index, key in enumerate(self.sequence.keys):
            if index and seconds < passed + key.move:
                return index, (seconds - passed) / key.move, 0.0
            passed += key.move
            if seconds < passed + key.hold:
                return index, 1.0, seconds - passed
            passed += key.hold
        return len(self.sequence.keys) - 1, 1.0, 0.0

    def _moment(
        self, solved: Solved, contacts: tuple[Contact, ...], angles: Mapping[str, float]
    ) -> Moment:
        touches = tuple(touch(contact, solved.body, solved.room) for contact in contacts)
        if self._mirror:
            touches = tuple(Touch(found.contact.mirrored(), found.gap) for found in touches)
        body = self._shown(solved.body)
        return Moment(body, self._things(solved), touches, self._angles(body, angles))

    def _angles(self, body: Body, angles: Mapping[str, float]) -> Mapping[str, float]:
        return measured(body, _mirrored_angles(angles) if self._mirror else angles)

    def _shown(self, body: Body) -> Body:
        return body.mirrored() if self._mirror else body

    def _things(self, solved: Solved) -> tuple[Prop, ...]:
        props = (*self._under, *worn(solved.room.values(), solved.body))
        return tuple(prop.mirrored() for prop in props) if self._mirror else props


def placing(sequence: Sequence) -> Generator[None, None, tuple[Placed, ...]]:
    """Place the key poses one at a time, each on what it shares with its neighbour; return them.

    It begins with the one that tells most and goes outwards to both ends: so the pose that people
    look at has its angles exactly, and the others share its contacts. Each takes a millisecond or
    two, and a flow has twenty.
    """
    placed: dict[int, Placed] = {}
    count, best = len(sequence.keys), sequence.best
    things: Room = {prop.name: prop for prop in sequence.props}
    for index in (*range(best, count), *range(best - 1, -1, -1)):
        neighbour = placed.get(index - 1) or placed.get(index + 1)
        anchors: Anchors = neighbour.solved.anchors if neighbour else {}
        room = _arranged(neighbour.solved.room if neighbour else things, sequence.keys[index].pose)
        placed[index] = _placed_key(sequence.keys[index].pose, anchors, room)
        yield
    return tuple(placed[index] for index in range(count))


def _placed_key(pose: Pose, anchors: Anchors, room: Room) -> Placed:
    solved = solve_key(pose.angles, atoms(pose.contacts), room, anchors, (pose.x, pose.height))
    return Placed(solved, measured(solved.body, pose.angles), pose.contacts)


def _mat_under(bodies: Iterable[Body]) -> Prop:
    """Return a mat that is as long as all key poses; its upper side is the floor."""
    spots = [ball.at for body in bodies for ball in all_balls(body).values()]
    start, end = min(at.x for at in spots), max(at.x for at in spots)
    # Across it lies under what is low: a raised arm does not pull it away.
    low = [at.y for at in spots if at.z < _LOW] or [at.y for at in spots]
    middle = (min(low) + max(low)) / 2
    return Prop(
        kind=PropKind.MAT,
        name="mat",
        at=Vec((start + end) / 2, middle, -_MAT_THICK),
        height=_MAT_THICK,
        facing=Vec(1.0, 0.0, 0.0),
        length=max(_MAT_LEAST, end - start + 2 * _MAT_MARGIN),
        width=_MAT_WIDE,
    )


def _arranged(room: Room, pose: Pose) -> Room:
    """Return the things where a pose has them; those it does not name stay."""
    return {name: _at(prop, pose.things.get(name, ())) for name, prop in room.items()}


def _at(prop: Prop, spot: tuple[float, ...]) -> Prop:
    """Return a thing at as much of a place as is said: nothing, x, or x and y."""
    return prop.moved_to(Vec(*spot, *prop.at[len(spot) :]))


def _mirrored_angles(angles: Mapping[str, float]) -> dict[str, float]:
    """Return the angles of the mirrored body."""
    mirrored = {}
    for name, value in angles.items():
        if name.startswith("left_"):
            mirrored["right_" + name.removeprefix("left_")] = value
        elif name.startswith("right_"):
            mirrored["left_" + name.removeprefix("right_")] = value
        else:
            mirrored[name] = -value if is_one_sided(name) else value
    return mirrored


def _breath(seconds: float, hold: float) -> float:
    """Return how full the lungs are in a hold, 0 to 1: empty when it begins and when it ends."""
    if hold < BREATH_LEAST:
        return 0.0
    breaths = max(1, round(hold / _BREATH_SECONDS))
    return (1.0 - cos(2.0 * pi * breaths * seconds / hold)) / 2.0
