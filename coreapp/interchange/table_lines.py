"""Lines of tables to records and back, for tables with one line a record."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import msgspec

from coreapp.domain.errors import InvalidValueError, marked
from coreapp.interchange.columns import Column, cells_of, read_record, wrong_cell
from coreapp.interchange.csv_text import Line, Sheet
from coreapp.services.bundle import Bundle


def rows(columns: Sequence[Column], field: str) -> Callable[[Bundle], Iterable[Sequence[str]]]:
    """Return what makes a line for each record."""
    return lambda bundle: [cells_of(columns, each) for each in getattr(bundle, field)]


def reader(
    columns: Sequence[Column],
    shape: type[msgspec.Struct],
    make: Callable[[str, Any], object],
    complete: Callable[[Line], Line] = lambda line: line,
) -> Callable[[Sheet], tuple[Any, ...]]:
    """Return what makes a record of each line, and refuses a key that was there before."""
    key = columns[0].name

    def read(sheet: Sheet) -> tuple[Any, ...]:
        found: dict[object, object] = {}
        for each in sheet.lines:
            line = complete(each)
            made = placed(line, make, read_record(columns, line, shape, commas=sheet.has_commas))
            identity = getattr(made, key)
            if identity in found:
                raise wrong_cell(line, key, marked("Give each id once."))
            found[identity] = made
        return tuple(found.values())

    return read


def placed(line: Line, make: Callable[[str, Any], Any], record: object) -> Any:  # noqa: ANN401  what is made decides
    """Make what is in a line; name the line and the column of what cannot be used."""
    try:
        return make(line.place, record)
    except InvalidValueError as error:
        raise error.under(error.key.replace(f"{line.place}.", f"{line.place} ", 1)) from error


def with_id(line: Line) -> Line:
    """Return a line with an id: one that was written by hand has none.

    It follows from what was done when, so that the same file twice brings nothing twice.
    """
    if line.cells.get("id"):
        return line
    natural = ";".join(line.cells.get(each, "") for each in ("type", "started_at", "zone"))
    return Line(line.place, {**line.cells, "id": str(uuid5(NAMESPACE_URL, f"coreapp:{natural}"))})
