"""What a sitting break offers next, and why: a walk in its turn, else what the body had least of.

The same log and the same settings always give the same offer, and every offer can say why it is
made. Of what fits, this comes first, in this order: not what was done last; not the region that
the last break was about; what fits the minutes best; what was not done for some days; the region
that had least work in the last days; what was done longest ago; what is liked.

The brief (section 6.3): never the same variant twice in a row, every fourth break a walk.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

WALK_EVERY: Final = 4
"""Of so many breaks in a row one is a walk: the best studied of all desk breaks."""

STALE_DAYS: Final = 3
"""What was not done for so many days comes first: nothing is forgotten for being balanced."""

LIKED_WEIGHT: Final = 0.75
"""What is liked is taken as if its region had had so much less."""

WHOLE_BODY: Final = "whole_body"


class Region(StrEnum):
    """A part of the body that breaks take turns with: the areas of the library, put together."""

    UPPER = "upper"
    """Neck, shoulders, arms, chest and upper back."""
    TRUNK = "trunk"
    HIPS = "hips"
    LEGS = "legs"


_REGIONS: Final[Mapping[str, Region]] = {
    "neck": Region.UPPER,
    "shoulders": Region.UPPER,
    "arms": Region.UPPER,
    "chest": Region.UPPER,
    "upper_back": Region.UPPER,
    "core": Region.TRUNK,
    "lower_back": Region.TRUNK,
    "hips": Region.HIPS,
    "buttocks": Region.HIPS,
    "thighs": Region.LEGS,
    "calves": Region.LEGS,
    "feet": Region.LEGS,
}

Load = Mapping[Region, float]
"""Seconds of work for each region; one that is missing had none."""

NO_LOAD: Final[Load] = {}


def load_of(work: Iterable[tuple[Sequence[str], float]]) -> Load:
    """Return what some work did for each region.

    Args:
        work: the areas of an exercise with the seconds of work; each area has its equal share.
    """
    load: dict[Region, float] = {}
    for areas, seconds in work:
        regions = [region for area in areas for region in _regions(area)]
        for region in regions:
            load[region] = load.get(region, 0.0) + seconds / len(regions)
    return load


def _regions(area: str) -> Sequence[Region]:
    return tuple(Region) if area == WHOLE_BODY else (_REGIONS[area],)


def focus_of(load: Load) -> Region | None:
    """Return the region that has most of a load; None if there is none, as for nothing at all."""
    return max(load, key=lambda region: load[region]) if load else None


class WhyKind(StrEnum):
    """Why something is offered."""

    WALK_FIRST = "walk_first"
    """After a long sit, and at lunch."""
    WALK_TURN = "walk_turn"
    """Every fourth break is one."""
    NOTHING_TODAY = "nothing_today"
    """Its region has not moved today."""
    LONG_AGO = "long_ago"
    """It was not done for some days."""
    LEAST = "least"
    """Its region had least in the last days."""
    CHANGE = "change"
    """The last break was about another region."""
    IN_TURN = "in_turn"
    """It was not done last."""


@dataclass(frozen=True, slots=True)
class Why:
    """Why something is offered.

    Attributes:
        region: the one it is about, after a change the one before; None where that is no reason.
        days: since it was done last, where that is the reason.
    """

    kind: WhyKind
    region: Region | None = None
    days: int = 0


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that could be done in a break.

    Attributes:
        load: what it does for the body.
        minutes_off: by how many minutes it is longer or shorter than the break.
        is_walk: it is nothing but walking.
    """

    id: str
    load: Load
    minutes_off: int = 0
    is_walk: bool = False
    is_liked: bool = False
    is_disliked: bool = False

    @property
    def focus(self) -> Region | None:
        """The region it is most for; a walk is for none more than for another."""
        return None if self.is_walk else focus_of(self.load)


@dataclass(frozen=True, slots=True)
class Past:
    """What the log says of the last days.

    Attributes:
        breaks: ids of what was done in breaks, the newest first; may name unknown ones.
        days: how many days ago each of them was done last; 0 is today.
        lately: the work of the last days.
        today: the work of today.
        last_focus: the region that the last break was about; None if it was a walk, or nothing.
        just_walked: the last thing that was done was a walk.
    """

    breaks: Sequence[str] = ()
    days: Mapping[str, int] = field(default_factory=dict)
    lately: Load = field(default_factory=dict)
    today: Load = field(default_factory=dict)
    last_focus: Region | None = None
    just_walked: bool = False


NO_PAST: Final = Past()


@dataclass(frozen=True, slots=True)
class Choice:
    """What is offered, and why."""

    candidate: Candidate
    why: Why


def choose(
    candidates: Sequence[Candidate], past: Past = NO_PAST, *, walk_first: bool = False
) -> Choice | None:
    """Return what to offer; None if nothing fits.

    Args:
        candidates: all that fits, in the order that decides where nothing else does.
        past: what was done before.
        walk_first: after a long sit, or for the walk at lunch; then a walk comes even after a walk.
    """
    wanted = [each for each in candidates if not each.is_disliked] or list(candidates)
    walks = [each for each in wanted if each.is_walk]
    if walks and walk_first:
        return Choice(_longest_ago(walks, past), Why(WhyKind.WALK_FIRST))
    if walks and is_turn_of_walk([each.id for each in candidates if each.is_walk], past):
        return Choice(_longest_ago(walks, past), Why(WhyKind.WALK_TURN))
    others = [each for each in wanted if not each.is_walk]
    fresh = [each for each in others if each.id != last_of(past)]
    # Right after a walk the same movement again is better than another walk.
    open_walks = [] if past.just_walked and others else walks
    for group in (fresh, open_walks, others):
        if group:
            best = min(group, key=lambda each: _rank(each, past))
            return Choice(best, _why(best, past))
    return None


def is_turn_of_walk(walks: Iterable[str], past: Past) -> bool:
    """Tell whether the last three breaks were none."""
    before = past.breaks[: WALK_EVERY - 1]
    known = set(walks)
    enough = len(before) == WALK_EVERY - 1
    return enough and not past.just_walked and not any(each in known for each in before)


def last_of(past: Past) -> str | None:
    """Return the id of what was done in the last break."""
    return past.breaks[0] if past.breaks else None


def _rank(each: Candidate, past: Past) -> tuple[object, ...]:
    focus = each.focus
    weight = LIKED_WEIGHT if each.is_liked else 1.0
    return (
        focus is not None and focus is past.last_focus,
        each.minutes_off,
        not _is_stale(each, past),
        past.lately.get(focus, 0.0) * weight if focus else 0.0,
        -_age(each, past),
        not each.is_liked,
    )


def _is_stale(each: Candidate, past: Past) -> bool:
    return past.days.get(each.id, STALE_DAYS) >= STALE_DAYS


def _age(each: Candidate, past: Past) -> int:
    return past.breaks.index(each.id) if each.id in past.breaks else len(past.breaks)


def _longest_ago(candidates: Sequence[Candidate], past: Past) -> Candidate:
    return max(candidates, key=lambda each: _age(each, past))


def _why(each: Candidate, past: Past) -> Why:
    """Return the plainest true reason; whoever never used it hears of no days."""
    focus, days = each.focus, past.days.get(each.id, 0)
    if focus is not None and focus not in past.today:
        return Why(WhyKind.NOTHING_TODAY, focus)
    if days >= STALE_DAYS:
        return Why(WhyKind.LONG_AGO, days=days)
    if focus is not None and past.lately.get(focus, 0.0) <= min(
        past.lately.get(region, 0.0) for region in Region
    ):
        return Why(WhyKind.LEAST, focus)
    if focus is not None and past.last_focus not in {None, focus}:
        return Why(WhyKind.CHANGE, past.last_focus)
    return Why(WhyKind.IN_TURN)
