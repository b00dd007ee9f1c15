"""In which order the pieces of a body are painted: what is farther away first.

Pieces are compared two by two where they overlap on the screen; a mean depth would be wrong for
limbs that cross. What the last picture showed stays unless the depths clearly say otherwise, so
that nothing flickers while a body moves or is turned.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise
from typing import Final

from coreapp.domain.figure.body import SIDES
from coreapp.domain.figure.measures import STATURE
from coreapp.ui.drawing.parts import Bone, Piece, extent_of

Link = tuple[str, str, float]
"""What is painted later, what earlier, and how sure that is, in metres of depth."""
Sample = tuple[float, float, float, float]
"""Right, down, towards the viewer and radius, in pixels."""

_SHARES: Final = (0.0, 0.25, 0.5, 0.75, 1.0)
"""Where along a bone pieces are compared."""
_CLEAR: Final = 0.008 * STATURE
"""How many metres of depth it takes to change an order that was shown before."""
_HABIT: Final = 0.020 * STATURE
"""How much surer a link is that was shown before; where links form a ring one of them must go."""
_ON_TOP: Final = {("neck", "head"): 0.030 * STATURE} | {
    pair: more * STATURE
    for side in SIDES
    for pair, more in (
        (("trunk", f"{side}_thigh"), 0.020),
        (("trunk", f"{side}_upper"), 0.025),
        ((f"{side}_thigh", f"{side}_shank"), 0.030),
        ((f"{side}_upper", f"{side}_fore"), 0.020),
    )
}
"""Neighbours (inner, outer), and how much nearer the outer one counts, in metres."""
_COLLAR: Final = 0.12
_ROOT: Final = 0.38
_OWN: Final = 0.02 * STATURE


class DrawOrder:
    """Puts pieces in order and remembers how; one for each figure that is looked at."""

    __slots__ = ("_rank",)

    def __init__(self) -> None:
        self._rank: dict[str, int] = {}

    def arrange(
        self, pieces: Sequence[Piece], scale: float, links: Iterable[Link] = ()
    ) -> list[str]:
        """Return the names from back to front.

        Args:
            pieces: the pieces of the body.
            scale: pixels of a metre.
            links: what else lies over what; names that are no piece's are put in order, too.
        """
        over: dict[str, dict[str, float]] = {piece.name: {} for piece in pieces}
        for later, earlier, sure in (*self.links(pieces, scale), *links):
            over.setdefault(earlier, {})
            over.setdefault(later, {})[earlier] = sure + self._shown(later, earlier)
        names = self._sorted(over)
        self._rank = {name: rank for rank, name in enumerate(names)}
        return names

    def links(self, pieces: Sequence[Piece], scale: float) -> list[Link]:
        """Return which piece of the body lies over which, where two overlap."""
        spread = [_Spread(piece) for piece in pieces]
        found = []
        for one, two in combinations(spread, 2):
            nearer = _nearer(one, two, scale)
            if nearer is None:
                continue
            if self._decide(one.name, two.name, nearer):
                found.append((two.name, one.name, abs(nearer)))
            else:
                found.append((one.name, two.name, abs(nearer)))
        return found

    def _decide(self, one: str, two: str, nearer: float) -> bool:
        """Return whether the second is painted later; `nearer` is by how much.

        What counts is what the last picture showed, not what was decided for it: where a ring had
        to be broken the two differ, and the decision would come back as soon as the ring is gone.
        """
        rank = self._rank
        if abs(nearer) > _CLEAR or one not in rank or two not in rank:
            return nearer > 0.0
        return rank[two] > rank[one]

    def _shown(self, later: str, earlier: str) -> float:
        """Return how much is added to a link because the last picture showed it, or did not."""
        rank = self._rank
        if later not in rank or earlier not in rank:
            return 0.0
        return _HABIT if rank[later] > rank[earlier] else -_HABIT

    def _sorted(self, over: dict[str, dict[str, float]]) -> list[str]:
        """Return the names so that each comes after all it lies over."""
        rank = self._rank
        waiting = sorted(over, key=lambda name: rank.get(name, -1))
        found: list[str] = []
        while waiting:
            name = next((name for name in waiting if not over[name]), None)
            if name is None:
                _break_ring(over, waiting[0])
                continue
            waiting.remove(name)
            for name_over in waiting:
                over[name_over].pop(name, None)
            found.append(name)
        return found


def _break_ring(over: dict[str, dict[str, float]], start: str) -> None:
    """Take away the weakest link of a ring, in which everything lies over the next."""
    path = [start]
    while True:
        below = next(iter(over[path[-1]]))
        if below in path:
            break
        path.append(below)
    ring = [*path[path.index(below) :], below]
    later, earlier = min(pairwise(ring), key=lambda link: over[link[0]][link[1]])
    del over[later][earlier]


class _Spread:
    """Where a piece is on the screen."""

    __slots__ = ("bones", "bottom", "facing", "left", "name", "right", "samples", "top")

    def __init__(self, piece: Piece) -> None:
        self.name = piece.name
        self.bones = piece.bones
        self.facing = piece.facing
        self.samples = [sample for bone in piece.bones for sample in _samples(bone)]
        self.left, self.top, self.right, self.bottom = extent_of(piece.bones)

    def near(self, other: "_Spread") -> list[Sample]:
        """Return the samples that can overlap another piece at all."""
        left, right, top, bottom = other.left, other.right, other.top, other.bottom
        return [
            (x, y, z, r)
            for x, y, z, r in self.samples
            if left < x + r and x - r < right and top < y + r and y - r < bottom
        ]


def _nearer(one: _Spread, two: _Spread, scale: float) -> float | None:
    """Return by how many metres the second is nearer to the viewer where both overlap."""
    bonus = _ON_TOP.get((one.name, two.name))
    if bonus is not None:
        return _neighbours(one, two, scale) / scale + bonus
    if one.name == "trunk" and two.name == "neck":
        return two.facing * _COLLAR
    if one.left > two.right or two.left > one.right or one.top > two.bottom or two.top > one.bottom:
        return None
    weight, total = _overlap(one.near(two), two.near(one))
    return total / weight / scale if weight > 0.0 else None


def _neighbours(inner: _Spread, outer: _Spread, scale: float) -> float:
    """Compare two pieces that hang together: away from their joint, there they touch anyway."""
    bone = outer.bones[0]
    root = bone.start[2] + _ROOT * (bone.end[2] - bone.start[2])
    if inner.name == "trunk":
        leg = outer.name.endswith("thigh")
        base = inner.bones[0].start[2] if leg else inner.bones[-1].end[2]
    else:
        first = inner.bones[0]
        base = first.end[2] + _ROOT * (first.start[2] - first.end[2])
    weight, total = _overlap(inner.samples, outer.samples[2:])
    own = _OWN * scale
    return (total + own * (root - base)) / (weight + own)


def _overlap(one: Sequence[Sample], two: Sequence[Sample]) -> tuple[float, float]:
    """Return how much two pieces overlap, and that times how much nearer the second one is."""
    weight = total = 0.0
    for x, y, z, r in one:
        for a, b, c, s in two:
            reach = r + s
            dx, dy = a - x, b - y
            if -reach < dx < reach and -reach < dy < reach:
                inside = reach * reach - dx * dx - dy * dy
                if inside > 0.0:
                    inside /= reach
                    weight += inside
                    total += inside * (c - z)
    return weight, total


def _samples(bone: Bone) -> list[Sample]:
    (x, y, z), (a, b, c), r = bone
    if bone.start == bone.end:
        return [(x, y, z, r)]
    right, down, nearer = a - x, b - y, c - z
    return [(x + right * at, y + down * at, z + nearer * at, r) for at in _SHARES]
