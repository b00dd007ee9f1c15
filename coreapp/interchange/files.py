"""The files themselves: read whole, written whole or not at all, private to the user."""

import os
import tempfile
from pathlib import Path

from coreapp.domain.errors import file_error


def read_file(path: Path) -> bytes:
    """Return what is in a file.

    Raises:
        FileUnreadableError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise file_error(str(path), error) from error


def write_file(path: Path, content: str | bytes) -> None:
    """Replace a file, all or nothing; only its owner may read it.

    Raises:
        FileUnreadableError: it cannot be written.
        DiskFullError: there is no room.
    """
    if isinstance(content, str):
        content = content.encode(errors="replace")
    try:
        # mkstemp makes it private; it takes the old one's place once it is on the disk.
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise file_error(str(path), error) from error
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except BaseException as error:
        new.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise file_error(str(path), error) from error
        raise
