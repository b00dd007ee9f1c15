"""Tells when device files are opened, closed, plugged in or taken away, by Linux's inotify.

Through the C library, as Python has no call of its own for it. Nothing is opened by watching.
"""

import ctypes
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from struct import Struct
from typing import Final

CLOSED_AFTER_WRITING: Final = 0x0008
CLOSED: Final = 0x0010
OPENED: Final = 0x0020
APPEARED: Final = 0x0100
GONE: Final = 0x0200
RIGHTS_CHANGED: Final = 0x0004

_EVENT: Final = Struct("iIII")
"""Of an event: number of the watch, what happened, what it belongs to, length of the name."""
_LONGEST: Final = 4096


class FileOpens:
    """Files that are watched."""

    def __init__(self, folder: Path) -> None:
        """Watch for files that come to a folder or go.

        Raises:
            OSError: the system allows no more, or the folder is not there.
        """
        self._library = ctypes.CDLL(None, use_errno=True)
        self._folder = folder
        self._descriptor = self._checked(
            self._library.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC), "inotify_init1"
        )
        try:
            # A device that was plugged in may be opened by us only once it has got its rights.
            self._add(folder, APPEARED | GONE | RIGHTS_CHANGED)
        except OSError:
            self.close()
            raise

    def fileno(self) -> int:
        """Return the descriptor that can be read when something happened."""
        return self._descriptor

    def watch(self, files: Iterable[Path]) -> None:
        """Watch these files as well; one that cannot be watched is left out.

        All of them anew: one that was plugged in again is another one with the same name.
        """
        for file in files:
            with suppress(OSError):
                self._add(file, OPENED | CLOSED | CLOSED_AFTER_WRITING)

    def read(self) -> list[str]:
        """Take what has happened, without waiting; return the names of the files it was about.

        What came, went or got other rights has its name; a file that was opened or closed has none.
        """
        try:
            return event_names(os.read(self._descriptor, _LONGEST))
        except BlockingIOError:
            return []

    def close(self) -> None:
        """Watch nothing any more; it may be said twice."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            os.close(descriptor)

    def _add(self, path: Path, what: int) -> None:
        self._checked(
            self._library.inotify_add_watch(self._descriptor, os.fsencode(path), what), str(path)
        )

    @staticmethod
    def _checked(result: int, what: str) -> int:
        if result < 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), what)
        return result


def event_names(told: bytes) -> list[str]:
    """Return the name in each event that the system has told."""
    names, at = [], 0
    while at + _EVENT.size <= len(told):
        length = _EVENT.unpack_from(told, at)[3]
        name = told[at + _EVENT.size : at + _EVENT.size + length]
        names.append(name.rstrip(b"\0").decode(errors="replace"))
        at += _EVENT.size + length
    return names
