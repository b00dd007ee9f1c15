"""Files that only their owner may read."""

import os
from pathlib import Path

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


def make_private(path: Path) -> None:
    """Take all rights to a file from everybody but its owner; it need not be there."""
    if path.exists() and path.stat().st_mode & 0o777 != FILE_MODE:
        path.chmod(FILE_MODE)
