"""Tables for spreadsheets: one in a file, or all of them packed into one."""

import io
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath
from typing import Any, Final

from coreapp.domain.errors import InvalidValueError, marked
from coreapp.interchange.csv_text import Sheet, read_sheet, write_sheet
from coreapp.interchange.tables import TABLES, Table
from coreapp.services.bundle import Bundle, Kind

ENDING: Final = ".csv"

MOST_BYTES: Final = 150_000_000
"""Of tables, unpacked: read, they need ten times as much. Ten years of somebody who trains daily,
with every day at the desk, are a third of it."""

_SAME_TIME: Final = (1980, 1, 1, 0, 0, 0)
"""Of every packed table: the same data is the same file."""

_FIELDS: Final = {
    Kind.SESSIONS: "sessions",
    Kind.ACTIVITIES: "activities",
    Kind.DAYS: "days",
    Kind.SHOES: "shoes",
    Kind.ENTRIES: "entries",
    Kind.SPANS: "spans",
}
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    RuntimeError,  # it is locked by a password
    NotImplementedError,
    ValueError,
    LookupError,
    OSError,
    OverflowError,
)


class OneTable:
    """A file with one table: the one that it is called after, else the sessions with their sets."""

    def encode(self, name: str, bundle: Bundle) -> bytes:
        """Return the table."""
        return _encoded(_table_called(name), bundle)

    def takes(self, name: str) -> Sequence[Kind]:
        """Return the one kind of records that goes into it."""
        return (_table_called(name).kind,)

    def decode(self, name: str, content: bytes) -> Bundle:
        """Read a table; which one it is, its columns say.

        Raises:
            InvalidValueError: it is too large, or something in it cannot be used; names the line
                and the column.
        """
        if len(content) > MOST_BYTES:
            raise InvalidValueError("file", name, marked("It is too large to be read."))
        sheet = read_sheet(name, content)
        return _bundle([(_table_of(sheet), sheet)])


class PackedTables:
    """A ZIP file with a table for each kind of record."""

    def encode(self, name: str, bundle: Bundle) -> bytes:
        """Return the file; there is a table of the private spans only if there are any."""
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for table in TABLES:
                if table.kind is Kind.SPANS and not bundle.spans:
                    continue
                member = zipfile.ZipInfo(f"{table.name}{ENDING}", _SAME_TIME)
                member.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(member, _encoded(table, bundle))
        return packed.getvalue()

    def takes(self, name: str) -> Sequence[Kind]:
        """Return all kinds there are tables of."""
        return tuple(table.kind for table in TABLES)

    def decode(self, name: str, content: bytes) -> Bundle:
        """Read all tables in it; other files in it do not matter.

        Raises:
            InvalidValueError: it cannot be unpacked, or something in it cannot be used.
        """
        sheets = []
        for member, text in _unpacked(name, content):
            sheet = read_sheet(member, text)
            sheets.append((_table_of(sheet), sheet))
        found = [table.kind for table, _sheet in sheets]
        if not found or len(set(found)) < len(found):
            raise InvalidValueError(
                "file", name, marked("Give a file that has each table once; nothing was changed.")
            )
        return _bundle(sheets)


def _encoded(table: Table, bundle: Bundle) -> bytes:
    return write_sheet([column.name for column in table.all_columns], table.rows(bundle))


def _table_called(name: str) -> Table:
    stem = PurePosixPath(name).stem.lower()
    return next((table for table in TABLES if table.name == stem), TABLES[0])


def _table_of(sheet: Sheet) -> Table:
    """Return the table that has the most of the columns of a sheet, and has all of them.

    Raises:
        InvalidValueError: there is none.
    """
    if len(set(sheet.header)) < len(sheet.header):
        repeated = next(each for each in sheet.header if sheet.header.count(each) > 1)
        raise InvalidValueError(f"{sheet.name}:1", repeated, marked("Give each column once."))

    def known(table: Table) -> int:
        return len({column.name for column in table.all_columns} & set(sheet.header))

    table = max(TABLES, key=known)
    names = [column.name for column in table.all_columns]
    unknown = [each for each in sheet.header if each and each not in names]
    if unknown:
        raise InvalidValueError(
            f"{sheet.name}:1",
            unknown[0],
            marked("There is no such column in “{table}”; it has these: {columns}."),
            table=table.name,
            columns=", ".join(names),
        )
    parts = [column.name for column in table.parts]
    has_parts = not set(parts).isdisjoint(sheet.header)
    for needed in (*table.needed, *(parts if has_parts else ())):
        if needed not in sheet.header:
            raise InvalidValueError(
                f"{sheet.name}:1 {needed}",
                None,
                marked("“{table}” cannot do without this column."),
                table=table.name,
            )
    return table


def _bundle(sheets: Iterable[tuple[Table, Sheet]]) -> Bundle:
    fields: dict[str, Any] = {}
    untold = {}
    for table, sheet in sheets:
        fields[_FIELDS[table.kind]] = table.read(sheet)
        if missing := _untold(table, sheet):
            untold[table.kind] = missing
    return Bundle(**fields, untold=untold)


def _untold(table: Table, sheet: Sheet) -> Sequence[tuple[str, ...]]:
    """Return what a table says nothing of: columns that were left out, and what has none."""
    _key, *others = table.columns
    missing = [each.path for each in others if each.read and each.name not in sheet.header]
    if table.kind is Kind.SESSIONS:
        missing.append(("timeline",))
        if table.parts[0].name not in sheet.header:
            missing.append(("sets",))
    return missing


def _unpacked(name: str, content: bytes) -> list[tuple[str, bytes]]:
    """Return the tables in a packed file, with their names."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = [each for each in archive.infolist() if _is_table(each)]
            if sum(each.file_size for each in members) > MOST_BYTES:
                raise InvalidValueError("file", name, marked("It is too large to be unpacked."))
            return [(PurePosixPath(each.filename).name, archive.read(each)) for each in members]
    except _BROKEN as error:
        raise InvalidValueError(
            "file", name, marked("The ZIP file is damaged; nothing was changed.")
        ) from error


def _is_table(member: zipfile.ZipInfo) -> bool:
    path = PurePosixPath(member.filename)
    is_hidden = any(part.startswith((".", "__")) for part in path.parts)
    return path.suffix.lower() == ENDING and not is_hidden and not member.is_dir()
