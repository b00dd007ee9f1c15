"""What the use cases need from outside: small Protocols that adapters and fakes satisfy.

The log and the plan have theirs in `log_ports`, sums of the log in `figure_ports`.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from coreapp.domain.clock import Reading
from coreapp.services.shared_routine import SharedRoutine


class Clock(Protocol):
    """The one clock."""

    def reading(self) -> Reading:
        """Return all clocks, read at one moment."""

    def zone(self) -> str:
        """Return the IANA name of the zone the computer is in."""

    def boot_id(self) -> str:
        """Return what tells this boot of the machine from others; empty if unknown."""


class Identities(Protocol):
    """Makes new ids."""

    def __call__(self) -> str:
        """Return a new UUIDv7, as text."""


class StateFile(Protocol):
    """A small document kept across runs: the settings, or the state of the break engine."""

    def load(self) -> Mapping[str, object]:
        """Return the document; empty if there is none or it cannot be read."""

    def save(self, document: Mapping[str, object]) -> None:
        """Replace the document, all or nothing.

        Raises:
            DiskFullError: there is no room.
            FileUnreadableError: it cannot be written.
        """


class Documents(Protocol):
    """Documents of one kind kept across runs, by their ids: exercises of one's own, for example.

    An id is one that `coreapp.domain.identity` takes.
    """

    def all(self) -> Mapping[str, Mapping[str, object]]:
        """Return all documents by id, in the order of the ids.

        What cannot be read is set aside and left out; `damaged` tells of it.
        """

    def damaged(self) -> Mapping[str, str]:
        """Return what `all` could not read, now or at an earlier start: ids with file names."""

    def save(self, identity: str, document: Mapping[str, object]) -> None:
        """Store a document; one with the same id is replaced, all or nothing.

        Raises:
            InvalidValueError: the id cannot be used.
            DiskFullError: there is no room.
            FileUnreadableError: it cannot be written.
        """

    def delete(self, identity: str) -> None:
        """Delete a document; nothing happens if there is none.

        Raises:
            InvalidValueError: the id cannot be used.
            FileUnreadableError: it cannot be deleted.
        """


class Pictures(Protocol):
    """Pictures of one's own exercises, copied into the data folder."""

    def names(self) -> Sequence[str]:
        """Return the names of all pictures."""

    def path(self, name: str) -> Path:
        """Return where a picture lies; whether it is there is seen when it is opened."""

    def load(self, name: str) -> bytes | None:
        """Return a picture as it was stored; None if it is not there or cannot be read."""

    def save(self, name: str, content: bytes) -> None:
        """Store a picture; one with the same name is replaced, all or nothing.

        Raises:
            InvalidValueError: the name cannot be used.
            DiskFullError: there is no room.
            FileUnreadableError: it cannot be written.
        """

    def delete(self, name: str) -> None:
        """Delete a picture; nothing happens if there is none, or if it cannot be deleted."""


class RoutineFiles(Protocol):
    """Routines as files that go from one person to another."""

    def read(self, path: Path) -> SharedRoutine:
        """Return what is in a file.

        Raises:
            FileUnreadableError: it cannot be read.
            InvalidValueError: it is no such file, too large, or of a newer version.
        """

    def write(self, path: Path, shared: SharedRoutine) -> None:
        """Replace a file, all or nothing.

        Raises:
            FileUnreadableError: it cannot be written.
            DiskFullError: there is no room.
        """


class FocusKeeper(Protocol):
    """Remembers which window of the desktop has the keys, and gives them back. Nothing fails."""

    def remember(self) -> None:
        """Take note of the window that has the keys now."""

    def give_back(self, *, wanted: bool) -> None:
        """Forget it; if `wanted`, give it the keys first, as far as the desktop lets one."""


class KeepAwake(Protocol):
    """Keeps the screen awake. Nothing here waits, and nothing here fails."""

    @property
    def method(self) -> str | None:
        """What keeps it awake, for the self-test page; empty if nothing does, None if not tried."""

    def hold(self) -> None:
        """Keep the screen awake from now on."""

    def release(self) -> None:
        """Let the screen sleep again."""
