"""The formats there are; the ending of a file's name says which one it is."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, Protocol

from coreapp.domain.errors import InvalidValueError, marked
from coreapp.interchange import files, json_format
from coreapp.interchange.table_format import OneTable, PackedTables
from coreapp.services.bundle import Bundle, Kind

MOST_BYTES: Final = 1_000_000_000
"""Of a file; whoever has many pictures of exercises of their own stays far below."""


class Reader(Protocol):
    """Reads one kind of file: what a watch has recorded, or a calendar, needs no more than this."""

    def decode(self, name: str, content: bytes) -> Bundle:
        """Return what is in a file.

        Args:
            name: of the file, for what is told about it.
            content: all of it.

        Raises:
            InvalidValueError: something in it cannot be used; names where.
        """


class Writer(Protocol):
    """Writes one kind of file."""

    def encode(self, name: str, bundle: Bundle) -> bytes:
        """Return a file with all that it takes of a bundle."""

    def takes(self, name: str) -> Sequence[Kind]:
        """Return which records go into it."""


class _Json:
    """The program's own file, which takes everything."""

    def encode(self, name: str, bundle: Bundle) -> bytes:
        return json_format.encode(bundle).encode()

    def takes(self, name: str) -> Sequence[Kind]:
        return tuple(Kind)

    def decode(self, name: str, content: bytes) -> Bundle:
        return json_format.decode(content)


READERS: Final[Mapping[str, Reader]] = {
    ".json": _Json(),
    ".csv": OneTable(),
    ".zip": PackedTables(),
}
WRITERS: Final[Mapping[str, Writer]] = {
    ".json": _Json(),
    ".csv": OneTable(),
    ".zip": PackedTables(),
}


class DataFolder:
    """Reads and writes files wherever the person says."""

    @property
    def endings(self) -> Sequence[str]:
        """Endings of the files that can be written, each with its dot."""
        return tuple(WRITERS)

    def check(self, path: Path) -> None:
        """Refuse a file that could not be written.

        Raises:
            InvalidValueError: there is no format with that ending.
        """
        _check_ending(path, WRITERS)

    def write(self, path: Path, bundle: Bundle) -> Mapping[Kind, int]:
        """Replace a file, all or nothing; return how many records are in it.

        Raises:
            InvalidValueError: there is no format with that ending.
            FileUnreadableError: it cannot be written.
            DiskFullError: there is no room.
        """
        self.check(path)
        writer = WRITERS[path.suffix.lower()]
        files.write_file(path, writer.encode(path.name, bundle))
        return {kind: bundle.counts[kind] for kind in writer.takes(path.name)}

    def read(self, path: Path) -> Bundle:
        """Return what is in a file.

        Raises:
            FileUnreadableError: it cannot be read.
            InvalidValueError: it is of no format there is, too large, or something in it cannot be
                used; names where.
        """
        _check_ending(path, READERS)
        return READERS[path.suffix.lower()].decode(path.name, files.read_file(path, MOST_BYTES))


def _check_ending(path: Path, formats: Mapping[str, object]) -> None:
    if path.suffix.lower() not in formats:
        raise InvalidValueError(
            "file",
            path.name,
            marked("Give a file whose name ends in one of these: {endings}."),
            endings=", ".join(formats),
        )
