"""The signs of items: what each is, and what became of it."""

from datetime import date
from typing import Final

from coreapp.domain.activity import RUNS, ActivityType
from coreapp.services.plan_items import DayItem, ItemState
from coreapp.ui.theme.icons import Icon

SIGNS: Final = frozenset({Icon.CHECK, Icon.CHEVRON_RIGHT, Icon.SKIP, Icon.MINUS})
"""Those that say what became of an item."""


def icon_of(item: DayItem) -> Icon:
    """Return the sign of what an item is."""
    if item.kinds & RUNS:
        return Icon.SHOE
    if ActivityType.WALK in item.kinds:
        return Icon.WALK
    if item.kinds & {ActivityType.FLOW, ActivityType.YOGA, ActivityType.TAI_CHI}:
        return Icon.LEAF
    return Icon.ROUTINES


def state_icon(item: DayItem, day: date, today: date) -> Icon:
    """Return the sign of what became of an item, or of what it is while it is still to come."""
    signs = {
        ItemState.DONE: Icon.CHECK,
        ItemState.ELSEWHERE: Icon.CHEVRON_RIGHT,
        ItemState.SKIPPED: Icon.SKIP,
    }
    if item.state in signs:
        return signs[item.state]
    return Icon.MINUS if day < today else icon_of(item)
