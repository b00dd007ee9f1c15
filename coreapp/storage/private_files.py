"""Files that only their owner may read."""

import os
import tempfile
from pathlib import Path

from coreapp.domain.errors import file_error

FILE_MODE = 0o600
FOLDER_MODE = 0o700


def make_folder(folder: Path) -> None:
    """Make a private folder; one that is there already stays as it is."""
    if not folder.is_dir():
        folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)


def make_file(path: Path) -> None:
    """Make an empty private file; one that is there already becomes private."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, FILE_MODE))
    make_private(path)


def replace_file(path: Path, content: bytes) -> None:
    """Write a private file whole or not at all, and its folder where there is none.

    Raises:
        DiskFullError: there is no room.
        FileUnreadableError: it cannot be written.
    """
    try:
        make_folder(path.parent)
        _replace(path, content)
    except OSError as error:
        raise file_error(str(path), error) from error


def _replace(path: Path, content: bytes) -> None:
    # mkstemp makes the file private; it replaces the old one only once it is on the disk.
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def make_private(path: Path) -> None:
    """Take all rights to a file from everybody but its owner; it need not be there."""
    if path.exists() and path.stat().st_mode & 0o777 != FILE_MODE:
        path.chmod(FILE_MODE)
