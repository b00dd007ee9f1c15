"""The engine's memory as plain values (JSON can hold them), and back."""

import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Final, get_args, get_origin, get_type_hints

from coreapp.domain.errors import InvalidValueError, marked

REMEDY = marked("The saved state of the breaks cannot be read; begin with a fresh one.")

_AS_THEY_ARE: Final = frozenset({int, float, str, bool, type(None)})


def to_plain(value: object) -> object:
    """Return dataclasses, enums, lists and dictionaries as plain values."""
    kind: type = type(value)
    if kind in _AS_THEY_ARE:
        return value
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        return {
            # Most parts are plain, and the state is saved every minute.
            name: part if type(part) in _AS_THEY_ARE else to_plain(part)
            for name, part in zip(_names_in(kind), _parts_of(kind)(value), strict=True)
        }
    if isinstance(value, dict):
        return {to_plain(key): to_plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [to_plain(each) for each in value]
    return value


def from_plain(kind: object, value: object, key: str = "state") -> object:
    """Return what `to_plain` made plain.

    Args:
        kind: the type it was.
        value: the plain value.
        key: where it stands, for the error.

    Raises:
        InvalidValueError: the value is not of that type.
    """
    if isinstance(kind, type) and is_dataclass(kind):
        return _from_mapping(kind, value, key)
    origin = get_origin(kind)
    if origin is types.UnionType:
        inner = next(each for each in get_args(kind) if each is not type(None))
        return None if value is None else from_plain(inner, value, key)
    if origin is list and isinstance(value, list):
        return [from_plain(get_args(kind)[0], each, key) for each in value]
    if origin is dict and isinstance(value, dict):
        names, inner = get_args(kind)
        return {
            from_plain(names, name, key): from_plain(inner, each, f"{key}.{name}")
            for name, each in value.items()
        }
    return _scalar(kind, value, key)


def whole_number(value: object, key: str) -> int:
    """Return a plain whole number.

    Raises:
        InvalidValueError: it is none.
    """
    if type(value) is not int:
        raise InvalidValueError(key, value, REMEDY)
    return value


@cache
def _names_in(kind: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))


@cache
def _parts_of(kind: type) -> Callable[[object], tuple[object, ...]]:
    names = _names_in(kind)
    get = attrgetter(*names)
    return get if len(names) > 1 else lambda value: (get(value),)


@cache
def _types_of(kind: type) -> Mapping[str, object]:
    return get_type_hints(kind)


def _from_mapping(kind: type, value: object, key: str) -> object:
    types_of = _types_of(kind)
    if not isinstance(value, dict) or value.keys() != types_of.keys():
        raise InvalidValueError(key, value, REMEDY)
    return kind(
        **{
            # Most parts are what they are to be, as in `to_plain`.
            name: part if type(part) is each else from_plain(each, part, f"{key}.{name}")
            for name, each in types_of.items()
            for part in (value[name],)
        }
    )


def _scalar(kind: object, value: object, key: str) -> object:
    if isinstance(kind, type) and issubclass(kind, Enum):
        try:
            return kind(value)
        except ValueError:
            raise InvalidValueError(key, value, REMEDY) from None
    if type(value) is not kind:
        raise InvalidValueError(key, value, REMEDY)
    return value
