"""The files themselves: read whole, written whole or not at all, private to the user."""

import os
import tempfile
from pathlib import Path

from coreapp.domain.errors import InvalidValueError, file_error, marked


def read_file(path: Path, most_bytes: int) -> bytes:
    """Return what is in a file; a person may pick any.

    Raises:
        FileUnreadableError: it cannot be read.
        InvalidValueError: it is larger than `most_bytes`; no more of it was read.
    """
    try:
        with path.open("rb") as file:
            is_larger = os.fstat(file.fileno()).st_size > most_bytes
            content = b"" if is_larger else file.read(most_bytes + 1)
    except OSError as error:
        raise file_error(str(path), error) from error
    if is_larger or len(content) > most_bytes:
        raise InvalidValueError("file", path.name, marked("It is too large to be read."))
    return content


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
