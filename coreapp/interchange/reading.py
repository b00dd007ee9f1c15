"""Reading the JSON files of ours: what a file is comes first, then what is in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, TypeVar

import msgspec

from coreapp.domain.errors import InvalidValueError, marked
from coreapp.interchange.places import misfit, not_json

_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
"""What some editors put before the text."""

_Shape = TypeVar("_Shape")


class _Heading(msgspec.Struct):
    """What a file says it is."""

    format: str
    version: int


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file.

    Attributes:
        format: what files of this kind say they are.
        version: the newest version, which is written; older ones are read, too.
        remedy: what to give instead of a file of another kind.
    """

    format: str
    version: int
    remedy: str


def read_file(content: bytes, kind: Kind, *shapes: type[_Shape]) -> _Shape:
    """Return what is in a file of a kind.

    Args:
        content: the file.
        kind: what it has to be.
        shapes: of each version, the first one first; the later ones are made from the earlier.

    Raises:
        InvalidValueError: it is not JSON, not of this kind, of a newer version, or not of the
            shape of its version; names where.
    """
    content = content.removeprefix(_BYTE_ORDER_MARK)
    # A later version may have other fields: what it is comes before what is in it.
    heading = _read(content, kind, _Heading)
    if heading.format != kind.format:
        raise InvalidValueError("format", heading.format, kind.remedy)
    if heading.version > kind.version:
        raise InvalidValueError(
            "version", heading.version, marked("Update the program to read it.")
        )
    if heading.version < 1:
        raise InvalidValueError("version", heading.version, kind.remedy)
    return _read(content, kind, shapes[heading.version - 1])


def first_repeated(values: Iterable[object]) -> int | None:
    """Return the place of the first value that was there before."""
    seen = set()
    for place, value in enumerate(values):
        if value in seen:
            return place
        seen.add(value)
    return None


def _read(content: bytes, kind: Kind, shape: type[_Shape]) -> _Shape:
    try:
        return msgspec.json.decode(content, type=shape)
    except msgspec.ValidationError as error:
        raise misfit(content, error, kind.remedy) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise not_json(content, error) from error
