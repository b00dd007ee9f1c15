"""What has to be true of every figure: it stands, it bends like a person, it does what is said."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise
from typing import Final

from coreapp.domain.figure import measures as m
from coreapp.domain.figure.angles import RANGES
from coreapp.domain.figure.body import SIDES, Body
from coreapp.domain.figure.contacts import rods_apart
from coreapp.domain.figure.invariants import Sample, broken
from coreapp.domain.figure.movement import Moment, Movement
from coreapp.domain.figure.parts import COMPOUNDS, Capsule, all_balls, balls_of
from coreapp.domain.figure.props import Prop, PropKind
from coreapp.domain.figure.sequence import Key, Sequence
from coreapp.domain.figure.vectors import Vec

_APART: Final = 1.0
"""In a pose that is held, which only breathes, one moment in so many seconds."""
GAP: Final = 0.015
"""How far apart, or how far into each other, two things that touch may be, in metres."""
SINK: Final = 0.010
"""How far anything may be under the floor, in metres."""
SLACK: Final = 1.0
"""By how many degrees a joint may be beyond its range; flesh and shoulder blades give way."""
FASTEST: Final = 400.0
"""Degrees a second that no joint exceeds; the legs of a swing may."""
_SPEED_STEP: Final = 0.02
_STRIDE: Final = 8
"""So many steps at a time are looked at first; a long stride is halved until it is one step."""
_IN_TRUNK: Final = 0.012
_SPEEDY: Final = ("hip_flexion", "knee_flexion", "elbow_flexion", "ankle_dorsiflexion")


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing that is not true of a figure."""

    moment: float
    text: str

    def __str__(self) -> str:
        """Return it for people."""
        return f"at {self.moment:.2f}: {self.text}"


def complaints(
    sequence: Sequence, *, mirror: bool = False, closely: bool = True
) -> list[Complaint]:
    """Return everything that is wrong with a movement on one side; nothing if it is right.

    Args:
        sequence: the movement.
        mirror: look at its mirror image.
        closely: look at every step of every way, 20 ms long. An eighth of the work, at moments on
            the ways that are 160 ms apart, finds all but what springs and is back in between.
    """
    movement = Movement(sequence, mirror=mirror)
    stride = 1 if closely else _STRIDE
    seen = {moment: movement.at(moment) for moment in _moments(sequence, stride)}
    found = [
        Complaint(moment, text)
        for moment, state in seen.items()
        for text in (
            *_loose(state),
            *_sunk(state.body),
            *_misplaced(state.props),
            *_overbent(state.angles),
        )
    ]
    found += _sliding(seen)
    if not mirror:
        # The mirror image is as fast as what it mirrors.
        found += _hasty(movement, seen, stride)
    for index, key in enumerate(sequence.keys):
        state = movement.key(index)
        found += [
            Complaint(sequence.moments()[index], f"{key.pose.name}: {text}")
            for text in _inside(state.body)
        ]
    samples = [Sample(movement.pose_at(moment), state) for moment, state in seen.items()]
    samples += [Sample(key.pose.name, movement.key(i)) for i, key in enumerate(sequence.keys)]
    for invariant in sequence.invariants:
        text = broken(invariant.mirrored() if mirror else invariant, samples)
        if text is not None:
            found.append(Complaint(0.0, text))
    return found


def _loose(state: Moment) -> Iterator[str]:
    for contact, gap in state.touches:
        if abs(gap) > GAP:
            yield f"{contact.part} on {contact.on}: gap {100 * gap:+.1f} cm"


def _sunk(body: Body) -> Iterator[str]:
    for name, ball in all_balls(body).items():
        if ball.at.z - ball.radius < -SINK:
            yield f"{name} is {-100 * (ball.at.z - ball.radius):.1f} cm under the floor"


def _misplaced(props: Iterable[Prop]) -> Iterator[str]:
    """Yield what is wrong with things that the body carries."""
    for prop in props:
        low = min((point.z for point in prop.line), default=0.0)
        if prop.line and low - prop.width / 2 < -SINK:
            yield f"{prop.name} is {100 * (prop.width / 2 - low):.1f} cm under the floor"
        drawn = sum(one.minus(two).length() for one, two in pairwise(prop.line))
        if prop.kind is PropKind.STRAP and drawn > prop.length:
            yield f"{prop.name} would have to be {drawn:.2f} m long"


def _overbent(angles: Mapping[str, float]) -> Iterator[str]:
    for name, (low, high) in RANGES.items():
        angle = angles.get(name, 0.0)
        if not low - SLACK <= angle <= high + SLACK:
            yield f"{name} {angle:.0f} degrees, not {low:g} to {high:g}"


def _sliding(seen: Mapping[float, Moment]) -> Iterator[Complaint]:
    """Yield what moves although it touches something from one moment to the next and on."""
    held: dict[tuple[str, str], Vec] = {}
    for moment, state in seen.items():
        now = _resting(state)
        for key, at in now.items():
            first = held.setdefault(key, at)
            if at.minus(first).length() > GAP:
                away = 100 * at.minus(first).length()
                yield Complaint(moment, f"{key[0]} slides {away:.1f} cm on {key[1]}")
                held[key] = at
        held = {key: at for key, at in held.items() if key in now}


def _resting(state: Moment) -> dict[tuple[str, str], Vec]:
    fixed = {prop.name for prop in state.props if _stays(prop)} | {"floor"}
    found = {}
    for contact, _ in state.touches:
        if contact.slides or contact.on not in fixed:
            continue
        for part in COMPOUNDS.get(contact.part, (contact.part,)):
            found[part, contact.on] = balls_of(part, state.body)[0].at
    return found


def _stays(prop: Prop) -> bool:
    """Tell whether what touches a thing has to stay where it is."""
    return not prop.on and prop.kind not in {PropKind.ROLLER, PropKind.KETTLEBELL}


def _steps(sequence: Sequence) -> Iterator[tuple[Key, list[float]]]:
    """Yield the keys that are moved to, each with the moments of its way, 20 ms apart."""
    for key, reached in zip(sequence.keys, sequence.moments(), strict=True):
        count = round(key.move / _SPEED_STEP)
        if count:
            way = key.move / sequence.seconds
            yield key, [reached - way + way * step / count for step in range(count + 1)]


def _moments(sequence: Sequence, stride: int) -> list[float]:
    """Return the moments to look at: on the ways in strides, as for haste, and some of holds."""
    moments = {0.0, 1.0}
    for _, steps in _steps(sequence):
        moments.update((*steps[::stride], steps[-1]))
    for key, reached in zip(sequence.keys, sequence.moments(), strict=True):
        count = round(key.hold / _APART)
        moments.update(
            reached + part * key.hold / (count + 1) / sequence.seconds
            for part in range(1, count + 1)
        )
    return sorted(moments)


def _hasty(movement: Movement, seen: Mapping[float, Moment], stride: int) -> Iterator[Complaint]:
    """Yield joints that turn too fast on the way to a key pose; in holds hardly anything moves."""

    def angles_at(moment: float) -> Mapping[str, float]:
        return seen[moment].angles if moment in seen else movement.angles_at(moment)

    for key, moments in _steps(movement.sequence):
        steps = len(moments) - 1
        for name, turn in _leaps(angles_at, moments, stride, FASTEST * key.move / steps).items():
            text = f"{name} turns at {turn * steps / key.move:.0f} degrees a second"
            yield Complaint(moments[0], f"{text} on the way to {key.pose.name}")


def _leaps(
    angles_at: Callable[[float], Mapping[str, float]],
    moments: list[float],
    stride: int,
    allowed: float,
) -> dict[str, float]:
    """Return which joints turn further than is allowed from one moment to the next, and how far.

    Where a joint does not turn so far within a whole stride, the moments in it are passed over.
    """
    names = [f"{side}_{part}" for side in SIDES for part in _SPEEDY]
    furthest = dict.fromkeys(names, 0.0)
    angles = cache(lambda at: angles_at(moments[at]))
    last = len(moments) - 1
    spans = [(at, min(at + stride, last)) for at in range(0, last, stride)]
    while spans:
        start, end = spans.pop()
        turns = {name: abs(angles(end)[name] - angles(start)[name]) for name in names}
        if max(turns.values()) <= allowed:
            continue
        if end - start == 1:
            furthest = {name: max(furthest[name], turn) for name, turn in turns.items()}
        else:
            middle = (start + end) // 2
            spans += [(start, middle), (middle, end)]
    return {name: turn for name, turn in furthest.items() if turn > allowed}


def _inside(body: Body) -> Iterator[str]:
    """Yield limbs that go through the trunk or through each other."""
    trunk = (
        ("the hips", Capsule(body.pelvis.at, body.lumbar.at, 0.055 * m.STATURE)),
        ("the waist", Capsule(body.lumbar.at, body.thorax.at, 0.052 * m.STATURE)),
        (
            "the chest",
            Capsule(body.thorax.at, _ribs(body), 0.058 * m.STATURE),
        ),
        ("the head", Capsule(body.head.at, body.head.at, 0.05 * m.STATURE)),
    )
    limbs: dict[str, Capsule] = {}
    for side in SIDES:
        arm, leg = body.arm(side), body.leg(side)
        limbs[f"{side} forearm"] = Capsule(arm.elbow, arm.wrist, m.WRIST_RADIUS)
        limbs[f"{side} hand"] = Capsule(arm.wrist, arm.tip, m.TIP_RADIUS)
        limbs[f"{side} shank"] = Capsule(leg.knee, leg.ankle, m.ANKLE_RADIUS)
    for name, limb in limbs.items():
        for part, rod in trunk:
            if rods_apart(limb, rod) < -_IN_TRUNK:
                yield f"{name} goes {-100 * rods_apart(limb, rod):.1f} cm into {part}"
    for (one, first), (other, second) in combinations(limbs.items(), 2):
        same = one.split()[0] == other.split()[0] and "shank" not in one + other
        if not same and rods_apart(first, second) < -_IN_TRUNK:
            yield f"{one} goes {-100 * rods_apart(first, second):.1f} cm into {other}"


def _ribs(body: Body) -> Vec:
    return body.thorax.at.towards(body.neck.at, 0.5)
