"""The folder with the pictures of a person's own exercises."""

import logging
from collections.abc import Sequence
from pathlib import Path

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.identity import checked_picture
from coreapp.storage.private_files import replace_file

logger = logging.getLogger(__name__)


class PictureFolder:
    """Pictures in private files of their own names."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; it need not be there."""
        self._folder = folder

    def names(self) -> Sequence[str]:
        """Return the names of all pictures; none if the folder cannot be read."""
        try:
            found = sorted(each.name for each in self._folder.iterdir())
        except OSError:
            return ()
        return tuple(name for name in found if _is_name(name))

    def path(self, name: str) -> Path:
        """Return where a picture lies; whether it is there is seen when it is opened.

        Raises:
            InvalidValueError: the name cannot be used.
        """
        return self._folder / checked_picture(name)

    def load(self, name: str) -> bytes | None:
        """Return a picture as it was stored; None if it is not there or cannot be read."""
        try:
            return self.path(name).read_bytes()
        except OSError as error:
            logger.warning("the picture %s cannot be read: %s", name, error.strerror)
            return None

    def save(self, name: str, content: bytes) -> None:
        """Store a picture; one with the same name is replaced, all or nothing.

        Raises:
            InvalidValueError: the name cannot be used.
            DiskFullError: there is no room.
            FileUnreadableError: it cannot be written.
        """
        replace_file(self.path(name), content)

    def delete(self, name: str) -> None:
        """Delete a picture; nothing happens if there is none, or if it cannot be deleted."""
        try:
            self.path(name).unlink(missing_ok=True)
        except OSError as error:
            logger.warning("the picture %s cannot be deleted: %s", name, error.strerror)


def _is_name(name: str) -> bool:
    try:
        checked_picture(name)
    except InvalidValueError:
        return False
    return True
