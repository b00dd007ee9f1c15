"""Files that data goes out into and comes in from; what a file brings is looked at first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from coreapp.services.bundle import Bundle, Kind
from coreapp.services.transfer import Merged, Preview, Transfer
from coreapp.services.watching import NOBODY, Part, Watch

_READ: Final = 0.5
"""The share of the time of a look after which the file is read, as measured."""


class DataFiles(Protocol):
    """Reads and writes files in the formats there are; the ending of the name says which."""

    @property
    def endings(self) -> Sequence[str]:
        """Endings of the files that can be written, each with its dot."""

    def check(self, path: Path) -> None:
        """Refuse a file that could not be written.

        Raises:
            InvalidValueError: there is no format with that ending.
        """

    def write(self, path: Path, bundle: Bundle) -> Mapping[Kind, int]:
        """Replace a file, all or nothing; return how many records are in it.

        Raises:
            InvalidValueError: there is no format with that ending.
            FileUnreadableError: it cannot be written.
            DiskFullError: there is no room.
        """

    def read(self, path: Path) -> Bundle:
        """Return what is in a file.

        Raises:
            FileUnreadableError: it cannot be read.
            InvalidValueError: it is of no format there is, or something in it cannot be used;
                names where.
        """


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a file would bring, and nothing of it has happened yet.

    Attributes:
        file: where it was read.
    """

    file: Path
    bundle: Bundle
    preview: Preview


class FileTransfer:
    """Export into files and import from them."""

    def __init__(self, transfer: Transfer, files: DataFiles) -> None:
        self._transfer = transfer
        self._files = files

    @property
    def endings(self) -> Sequence[str]:
        """Endings of the files that an export can be, each with its dot."""
        return self._files.endings

    def export(
        self, path: Path, *, with_presence: bool, watch: Watch = NOBODY
    ) -> Mapping[Kind, int]:
        """Write everything that the file's format takes; return how many records are in it.

        Raises:
            InvalidValueError: there is no format with that ending.
            CoreappError: the data cannot be read, or the file not be written.
            CancelledError: whoever watches does not want it any more; no file is written.
        """
        self._files.check(path)
        bundle = self._transfer.collect(with_presence=with_presence, watch=watch)
        return self._files.write(path, bundle)

    def look_into(self, path: Path, watch: Watch = NOBODY) -> Arrival:
        """Return what a file would bring; nothing is changed.

        Raises:
            InvalidValueError: something in it cannot be used; names where.
            CoreappError: the file or the data cannot be read.
            CancelledError: whoever watches does not want it any more.
        """
        bundle = self._files.read(path)
        return Arrival(path, bundle, self._transfer.preview(bundle, Part(watch, _READ, 1, 1)))

    def take_in(self, arrival: Arrival, watch: Watch = NOBODY) -> Merged:
        """Bring in what a file brings, all or nothing; return what that changed, and the way back.

        Raises:
            CoreappError: it cannot be stored; nothing is changed.
            CancelledError: whoever watches does not want it any more; nothing is changed.
        """
        return self._transfer.merge(arrival.bundle, watch)
