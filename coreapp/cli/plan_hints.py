"""What a change of the plan brings along, told beneath it: two days of strength in a row."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from coreapp.bootstrap import Services

if TYPE_CHECKING:
    from coreapp.services.plan_items import Conflict

_A_DAY: Final = timedelta(days=1)
_TOLD: Final = timedelta(days=7)
"""So far ahead of a change it is looked for what it brings along, as in the window."""


@contextmanager
def telling_conflicts(services: Services, day: date, *, is_asked: bool = True) -> Iterator[None]:
    """Carry out what is within, and say what does not go well together since then; never refuse.

    Args:
        services: with the plan.
        day: the first that changes.
        is_asked: for people; programs read a document, and nothing else may be printed.

    Raises:
        CoreappError: log or plan cannot be read.
    """
    before = _conflicts(services, day) if is_asked else frozenset()
    yield
    if is_asked:
        tell_conflicts(services, day, before)


def tell_conflicts(
    services: Services, day: date, before: "frozenset[Conflict]" = frozenset()
) -> None:
    """Say what does not go well together in the week from a day on, if it was not so before.

    Raises:
        CoreappError: log or plan cannot be read.
    """
    from coreapp.services.plan_conflicts import (  # noqa: PLC0415  only who changes the plan needs it
        conflict_text,
    )

    found = sorted(_conflicts(services, day) - before, key=lambda each: (each.day, each.kind))
    if found:
        print(f"  {conflict_text(found[0])}")


def _conflicts(services: Services, day: date) -> "frozenset[Conflict]":
    return services.plan_calendar.conflicts(day - _A_DAY, day + _TOLD)
