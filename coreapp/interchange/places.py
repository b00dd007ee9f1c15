"""Where in a JSON file something does not fit, and what stands there."""

import re

import msgspec

from coreapp.domain.errors import InvalidValueError, marked

_FIELD = re.compile(r"(?:unknown|missing required) field `(.*)`")
_BYTE = re.compile(r"\(byte (\d+)\)")
_STEP = re.compile(r"\.?([^.\[\]]+)|\[(\d+)\]")


def misfit(content: bytes, error: msgspec.ValidationError, remedy: str) -> InvalidValueError:
    """Return what is wrong with a file that is JSON but not of our shape."""
    problem, _separator, path = str(error).partition(" - at `")
    place = path.rstrip("`").removeprefix("$").removeprefix(".")
    if named := _FIELD.search(problem):
        place = f"{place}.{named[1]}" if place else named[1]
    return InvalidValueError(place or "file", _value_at(content, place), remedy)


def not_json(content: bytes, error: Exception) -> InvalidValueError:
    """Return what is wrong with a file that is not even JSON."""
    found = _BYTE.search(str(error))
    end = int(found[1]) if found else len(content)
    return InvalidValueError(
        "file",
        content[max(0, end - 20) : end + 20].decode(errors="replace") or "0 B",
        marked("It is not sound JSON in line {line}. Nothing was changed."),
        line=content.count(b"\n", 0, end) + 1,
    )


def _value_at(content: bytes, place: str) -> object:
    """Return what stands at a place; None if nothing does."""
    try:
        value = msgspec.json.decode(content)
        for name, index in _STEP.findall(place):
            value = value[int(index)] if index else value[name]
    except (msgspec.DecodeError, RecursionError, LookupError, TypeError):
        return None
    return value
