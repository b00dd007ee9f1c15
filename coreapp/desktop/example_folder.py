"""The folder of an example: in the system's temporary folder, and gone when the example ends."""

import logging
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from coreapp.desktop.logs import stop_logging_into
from coreapp.desktop.single_instance import is_running

logger = logging.getLogger(__name__)

PREFIX: Final = "coreapp-example-"

_LOCK: Final = "running.lock"
_LONG_AGO_SECONDS: Final = 3600
"""A folder without a lock is that of an example that begins just now, unless it is so much older
than ours."""


@contextmanager
def example_folder() -> Iterator[Path]:
    """Yield a new folder, private to the user; what killed examples left behind goes first.

    Raises:
        OSError: it cannot be made.
    """
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    try:
        _clear_leftovers(beside=folder)
        yield folder
    finally:
        stop_logging_into(folder)
        shutil.rmtree(folder, ignore_errors=True)


def _clear_leftovers(beside: Path) -> None:
    ours = beside.stat()
    for each in beside.parent.glob(f"{PREFIX}*"):
        try:
            found = each.lstat()
            # Others use the same temporary folder, and a link may lead anywhere.
            is_ours = found.st_uid == ours.st_uid and each.is_dir() and not each.is_symlink()
            if each == beside or not is_ours:
                continue
            has_begun = (each / _LOCK).exists()
            is_old = ours.st_mtime - found.st_mtime > _LONG_AGO_SECONDS
            is_left = not is_running(each) if has_begun else is_old
        except OSError as error:
            logger.warning("an example's folder cannot be looked at: %s", error)
            continue
        if is_left:
            shutil.rmtree(each, ignore_errors=True)
