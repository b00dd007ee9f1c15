"""Files that only their owner may read, and what it means when one cannot be written."""

import errno
import os
from pathlib import Path

from coreapp.domain.errors import CoreappError, DiskFullError, FileUnreadableError

FILE_MODE = 0o600
FOLDER_MODE = 0o700

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


def make_folder(folder: Path) -> None:
    """Make a private folder; one that is there already stays as it is."""
    if not folder.is_dir():
        folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)


def make_file(path: Path) -> None:
    """Make an empty private file; one that is there already becomes private."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, FILE_MODE))
    make_private(path)


def make_private(path: Path) -> None:
    """Take all rights to a file from everybody but its owner; it need not be there."""
    if path.exists() and path.stat().st_mode & 0o777 != FILE_MODE:
        path.chmod(FILE_MODE)


def is_no_room(error: OSError) -> bool:
    """Whether a file could not be written for want of room."""
    return error.errno in _NO_ROOM


def explained_file_error(path: Path, error: OSError) -> CoreappError:
    """Return the expected failure that `error` is."""
    if is_no_room(error):
        return DiskFullError(str(path))
    return FileUnreadableError(str(path), error.strerror or str(error))
