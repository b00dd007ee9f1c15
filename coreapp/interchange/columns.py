"""The columns of tables: a value of a record as the text of a cell, and the way back."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import Any, Final, cast

import msgspec
from msgspec import Struct, inspect

from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.wall_time import find_zone, resolve
from coreapp.interchange.csv_text import Line, bared, guarded

_NO_FIGURES: Final = frozenset({"nan", "inf", "infinity", "null"})
_YES: Final = {"yes": True, "true": True, "no": False, "false": False}
_COMPARE: Final = marked("Compare it with a table that this program exported.")
_REMEDIES: Final[dict[type, str]] = {
    inspect.BoolType: marked("Give yes or no."),
    inspect.DateType: marked("Give a day as 2026-11-25."),
    inspect.DateTimeType: marked("Give a moment as 2026-11-25T18:30, with a zone beside it."),
}
_PLACE: Final = re.compile(r"at `\$\.([\w.]+)")
_MISSING: Final = re.compile(r"missing required field `(\w+)`")

Path = tuple[str, ...]
"""Where a value stands in a record: the names of its fields."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        name: in the first line of the table.
        path: of the value in the record.
        write: makes the text from the value and the whole record.
        read: makes the value, as JSON would have it, from the text and the whole line; None where
            the column is only there to be read by people.
        may_be_empty: an empty cell is an empty text; elsewhere it is nothing.
    """

    name: str
    path: Path
    write: Callable[[Any, Any], str]
    read: Callable[[str, Line], object] | None
    may_be_empty: bool = False


def text(name: str, *path: str, may_be_empty: bool = False) -> Column:
    """Return a column of words; no spreadsheet takes any for a formula."""

    def write(value: object, _record: object) -> str:
        return guarded(str(value))

    return Column(name, path or (name,), write, lambda cell, _line: bared(cell), may_be_empty)


def plain(name: str, *path: str) -> Column:
    """Return a column of figures, days, times, or words of ours."""
    return Column(name, path or (name,), _written, _figure)


def yes_no(name: str, *path: str) -> Column:
    """Return a column of `yes` and `no`, which stay what they are in every language."""
    return Column(name, path or (name,), lambda value, _it: "yes" if value else "no", _truth)


def words(name: str) -> Column:
    """Return a column of words of ours, with a space between them."""
    return Column(
        name, (name,), lambda value, _it: " ".join(sorted(value)), lambda cell, _line: cell.split()
    )


def moment(name: str, *path: str) -> Column:
    """Return a column of moments, on the clocks of the record's zone and with their offset."""
    return Column(name, path or (name,), _local, _moment)


def day_of(source: str) -> Column:
    """Return the local day of a moment, for people: spreadsheets know it for a date."""
    return Column("day", (source,), lambda value, it: _local(value, it)[:10], None)


def cells_of(columns: Sequence[Column], record: object) -> list[str]:
    """Return the cells of a record, or of a part of one."""
    return [_cell(column, record) for column in columns]


def read_record(
    columns: Sequence[Column], line: Line, shape: type[Struct], *, commas: bool = False
) -> Any:  # noqa: ANN401  the shape decides
    """Return the record in a line.

    Raises:
        InvalidValueError: a cell cannot be used; names the line and the column.
    """
    document: dict[str, Any] = {}
    for column in columns:
        cell = line.cells.get(column.name, "" if column.may_be_empty else None)
        if cell is None or column.read is None:
            continue
        if commas and column.write is _written:
            cell = cell.replace(",", ".")
        place = document
        for step in column.path[:-1]:
            place = place.setdefault(step, {})
        place[column.path[-1]] = column.read(cell, line)
    try:
        return msgspec.convert(document, shape, strict=False)
    except msgspec.ValidationError as error:
        raise _misfit(columns, line, shape, str(error)) from error


def wrong_cell(line: Line, column: str, remedy: str, **values: object) -> InvalidValueError:
    """Return what is wrong with a cell, with its place."""
    return InvalidValueError(f"{line.place} {column}", line.cells.get(column), remedy, **values)


def _cell(column: Column, record: object) -> str:
    value: Any = record
    for step in column.path:
        value = None if value is None else getattr(value, step)
    return "" if value is None else column.write(value, record)


def _written(value: object, _record: object) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return str(value)


def _local(value: datetime, record: Any) -> str:  # noqa: ANN401  any record that has a zone
    return value.astimezone(find_zone(record.zone)).isoformat()


def _figure(cell: str, _line: Line) -> object:
    stripped = cell.strip()
    # Not a number; given on as something that fits nowhere.
    return [cell] if stripped.lower().lstrip("+-") in _NO_FIGURES else stripped


def _truth(cell: str, _line: Line) -> object:
    return _YES.get(cell.strip().lower(), cell)


def _moment(cell: str, line: Line) -> object:
    """Return a moment with its offset; without one it is on the clocks of the line's zone."""
    try:
        found = datetime.fromisoformat(cell.strip())
        if found.tzinfo is None:
            found = resolve(found, find_zone(line.cells.get("zone", "")))
        # In UTC: the offsets of some zones once had seconds, which JSON has not.
        return found.astimezone(UTC).isoformat()
    except (ValueError, OverflowError, InvalidValueError):
        return cell


def _misfit(
    columns: Sequence[Column], line: Line, shape: type[Struct], problem: str
) -> InvalidValueError:
    """Return what is wrong with a line that does not fit its record."""
    place, missing = _PLACE.search(problem), _MISSING.search(problem)
    path: Path = (*(place[1].split(".") if place else ()), *(missing.groups() if missing else ()))
    # Every field that a table can fill has its column.
    column = next(each for each in columns if each.read and each.path[: len(path)] == path)
    remedy, values = _expected(_info(shape), column.path)
    return wrong_cell(line, column.name, remedy, **values)


def _info(shape: type[Struct]) -> inspect.StructType:
    return cast("inspect.StructType", inspect.type_info(shape))


def _expected(shape: inspect.StructType, path: Path) -> tuple[str, dict[str, object]]:
    """Return what has to stand in a column, as a remedy and what is filled into it."""
    found = next(each.type for each in shape.fields if each.name == path[0])
    options = found.types if isinstance(found, inspect.UnionType) else (found,)
    for each in options:
        if isinstance(each, inspect.StructType):
            return _expected(each, path[1:])
    told = (_remedy(each) for each in options)
    return next((each for each in told if each is not None), (_COMPARE, {}))


def _remedy(kind: inspect.Type) -> tuple[str, dict[str, object]] | None:
    match kind:
        case inspect.EnumType() | inspect.VarTupleType(item_type=inspect.EnumType()):
            enum = kind.item_type if isinstance(kind, inspect.VarTupleType) else kind
            known = ", ".join(str(each.value) for each in cast("inspect.EnumType", enum).cls)
            return marked("Give one of these: {words}."), {"words": known}
        case inspect.IntType(ge=int() as least, le=int() as most):
            values: dict[str, object] = {"least": least, "most": most}
            return marked("Give a whole number from {least} to {most}."), values
        case inspect.FloatType(ge=float() | int() as least, le=float() | int() as most):
            values = {"least": f"{least:.10g}", "most": f"{most:.10g}"}
            return marked("Give a figure from {least} to {most}."), values
        case _:
            simple = _REMEDIES.get(type(kind))
            return None if simple is None else (simple, {})
