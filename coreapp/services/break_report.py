"""Where the sitting breaks stand, as plain data for other programs, and read back from it.

The names are those of `View`: what it has, programs see, and the command line can put into words
in its own language.
"""

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime, tzinfo
from enum import StrEnum
from typing import Any, Union, get_args, get_origin, get_type_hints

from coreapp.domain.sitting.view import View

SWITCHED_OFF = "switched_off"
"""The state of breaks that nobody wants."""


def report(view: View | None, zone: tzinfo) -> dict[str, object]:
    """Return where sitting stands.

    Args:
        view: what is so now; None is switched off.
        zone: whose offset the moments carry.
    """
    if view is None:
        counts = dict.fromkeys(("due", "taken", "natural", "partial", "snoozed", "skipped"), 0)
        return {
            "state": SWITCHED_OFF,
            "sitting_seconds": 0,
            "next_break_at": None,
            "owed": False,
            "holds": [],
            "today": counts,
        }
    plain: dict[str, object] = _plain(view, zone)
    return plain


def view_in(document: Mapping[str, object]) -> View | None:
    """Return the view that a report was made of; None is switched off.

    Raises:
        ValueError: it is no report.
    """
    if document.get("state") == SWITCHED_OFF:
        return None
    try:
        view: View = _typed(View, document)
    except (KeyError, TypeError) as error:
        raise ValueError(document) from error
    return view


def _plain(value: object, zone: tzinfo) -> Any:  # noqa: ANN401  any plain value
    match value:
        case StrEnum():
            return value.value
        case datetime():
            return value.astimezone(zone).isoformat(timespec="seconds")
        case tuple():
            return [_plain(each, zone) for each in value]
        case float():
            return int(value) if value.is_integer() else round(value, 3)
        case _ if is_dataclass(value):
            return {each.name: _plain(getattr(value, each.name), zone) for each in fields(value)}
        case _:
            return value


def _typed(kind: Any, value: Any) -> Any:  # noqa: ANN401  any plain value
    """Return a plain value as the type that a field is declared with."""
    if isinstance(kind, types.UnionType) or get_origin(kind) is Union:
        wanted = next(each for each in get_args(kind) if each is not types.NoneType)
        return None if value is None else _typed(wanted, value)
    if get_origin(kind) is tuple:
        return tuple(_typed(get_args(kind)[0], each) for each in value)
    if is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        return kind(
            **{each.name: _typed(hints[each.name], value[each.name]) for each in fields(kind)}
        )
    if kind is datetime:
        return datetime.fromisoformat(value)
    return kind(value)
