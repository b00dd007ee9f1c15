"""Tables as text: comma-separated values (RFC 4180) as spreadsheets write and read them.

UTF-8 with the mark at its beginning: without it Excel takes the text for the code page of the
system, and every umlaut is lost; other programs pass the mark over. What a spreadsheet would take
for a formula begins with an apostrophe, so that no text in the log can run anything.
"""

import csv
import io
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from coreapp.domain.errors import InvalidValueError, marked

_MARK: Final = "\ufeff"
_FORMULA: Final = re.compile(r"'*\s*[=+\-@＝＋－＠]|'*[\t\r\n]")  # noqa: RUF001  wide ones count, too
_GUARD: Final = "'"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table below its first one.

    Attributes:
        place: where it is, as `runs.csv:12`, for what is told about it.
        cells: its texts by the columns' names; those that are empty are left out.
    """

    place: str
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table that was read.

    Attributes:
        name: of the file.
        header: the names of the columns.
        has_commas: figures have a decimal comma; where fields are parted by semicolons, they may.
    """

    name: str
    header: Sequence[str]
    lines: Sequence[Line]
    has_commas: bool


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula; `bared` is the way back."""
    return _GUARD + text if _FORMULA.match(text) else text


def bared(text: str) -> str:
    """Return the text that `guarded` was given; a text that was written by hand stays as it is."""
    is_guarded = text.startswith(_GUARD) and _FORMULA.match(text[1:])
    return text[1:] if is_guarded else text


def write_sheet(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table as a file."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(header)
    writer.writerows(rows)
    return (_MARK + written.getvalue()).encode(errors="replace")


def read_sheet(name: str, content: bytes) -> Sheet:
    """Read a table.

    Semicolons part the fields where the first line has no comma: so spreadsheets write in countries
    with a decimal comma.

    Raises:
        InvalidValueError: it is no such text; names the line.
    """
    try:
        text = content.decode().removeprefix(_MARK)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise InvalidValueError(
            f"{name}:{line}",
            content[error.start : error.end].hex(),
            marked("Save it as CSV in UTF-8; nothing was changed."),
        ) from error
    first = text.partition("\n")[0]
    has_semicolons = ";" in first and "," not in first
    lines: list[tuple[int, list[str]]] = []
    _allow_long_fields()
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=";" if has_semicolons else ",", strict=True
    )
    begin = 1
    try:
        for cells in reader:
            lines.append((begin, cells))
            begin = reader.line_num + 1
    except csv.Error as error:
        raise InvalidValueError(
            f"{name}:{begin}", str(error), marked("The table is damaged; nothing was changed.")
        ) from error
    if not lines:
        raise InvalidValueError(name, "0 B", marked("Its first line has to name its columns."))
    header = [each.strip().lower() for each in lines[0][1]]
    return Sheet(
        name,
        header,
        [_line(name, header, number, cells) for number, cells in lines[1:] if any(cells)],
        has_semicolons,
    )


def _line(name: str, header: Sequence[str], number: int, cells: Sequence[str]) -> Line:
    place = f"{name}:{number}"
    beyond = [each for each in cells[len(header) :] if each]
    if beyond:
        raise InvalidValueError(place, beyond[0], marked("There is no column above it."))
    named = zip(header, cells, strict=False)
    return Line(place, {key: cell for key, cell in named if cell})


def _allow_long_fields() -> None:
    # A note may be as long as one likes; the module's own limit is for the whole process.
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
