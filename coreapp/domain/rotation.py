"""Which short routine a sitting break offers: in turn, and every fourth one is a walk."""

from collections.abc import Collection, Sequence

WALK_EVERY = 4
"""Of so many breaks in a row one is a walk: the best studied of all desk breaks."""


def next_break_routine(
    routines: Sequence[str],
    walks: Collection[str],
    recent: Sequence[str],
    *,
    lead_with_walk: bool = False,
    disliked: Collection[str] = (),
) -> str | None:
    """Return the id of the routine to offer; None if there is none.

    Never the one that was done last where there is a choice; otherwise the one that was done
    longest ago, in the order of `routines`. A walk comes when its turn has come, when nothing else
    is left, or when it is asked for; then even after a walk.

    Args:
        routines: ids of all that can be offered, in their order.
        walks: those of them that are walks.
        recent: ids of what was done in breaks, the newest first; may name unknown ones.
        lead_with_walk: after a long sit, or for the walk at lunch.
        disliked: ids of those that come only where nothing else is left.
    """
    if not routines:
        return None
    routines = [each for each in routines if each not in disliked] or routines
    ways = [each for each in routines if each in walks]
    others = [each for each in routines if each not in walks]
    if ways and (lead_with_walk or _is_turn_of_walk(walks, recent)):
        return _longest_ago(ways, recent)
    last = recent[0] if recent else None
    choices = [each for each in others if each != last] or [each for each in ways if each != last]
    return _longest_ago(choices or list(routines), recent)


def _is_turn_of_walk(walks: Collection[str], recent: Sequence[str]) -> bool:
    before = recent[: WALK_EVERY - 1]
    return len(before) == WALK_EVERY - 1 and not any(each in walks for each in before)


def _longest_ago(routines: Sequence[str], recent: Sequence[str]) -> str:
    def age(routine: str) -> int:
        return recent.index(routine) if routine in recent else len(recent)

    return max(routines, key=age)
