"""A folder with one JSON document for each thing of a person's own."""

import logging
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from coreapp.domain.errors import file_error
from coreapp.domain.identity import checked_id, is_safe_id
from coreapp.storage.state_file import SET_ASIDE, JsonFile

logger = logging.getLogger(__name__)

_ENDING: Final = ".json"


class DocumentFolder:
    """Documents in files called after their ids, each as `JsonFile` keeps it.

    A file can be copied into another person's folder as it is.
    """

    def __init__(self, folder: Path) -> None:
        """Take the folder; it need not be there, and nothing is read yet."""
        self._folder = folder
        self._damaged: dict[str, str] = {}

    def all(self) -> Mapping[str, Mapping[str, object]]:
        """Return all documents by id; what cannot be read is left out."""
        self._damaged = {}
        try:
            names = sorted(each.name for each in self._folder.iterdir())
        except FileNotFoundError:
            return {}
        except OSError as error:
            logger.warning("%s cannot be read: %s", self._folder.name, error.strerror)
            self._damaged = {self._folder.name: self._folder.name}
            return {}
        found = {}
        for identity, name in _with_ending(names, _ENDING):
            if document := JsonFile(self._folder / name).load():
                found[identity] = document
            else:
                self._damaged[identity] = name
        for identity, name in _with_ending(names, _ENDING + SET_ASIDE):
            if identity not in found:
                self._damaged[identity] = name
        return found

    def damaged(self) -> Mapping[str, str]:
        """Return what `all` could not read this time, or set aside before, with its file."""
        return dict(self._damaged)

    def save(self, identity: str, document: Mapping[str, object]) -> None:
        """Store a document; one with the same id is replaced, all or nothing.

        Raises:
            InvalidValueError: the id cannot be used.
            DiskFullError: there is no room.
            FileUnreadableError: it cannot be written.
        """
        JsonFile(self._path(identity)).save(document)

    def delete(self, identity: str) -> None:
        """Delete a document; nothing happens if there is none.

        Raises:
            InvalidValueError: the id cannot be used.
            FileUnreadableError: it cannot be deleted.
        """
        path = self._path(identity)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise file_error(str(path), error) from error

    def _path(self, identity: str) -> Path:
        return self._folder / f"{checked_id(identity)}{_ENDING}"


def _with_ending(names: Iterable[str], ending: str) -> list[tuple[str, str]]:
    """Return the ids and the names of the files with an ending."""
    found = [(each.removesuffix(ending), each) for each in names if each.endswith(ending)]
    return [(identity, name) for identity, name in found if is_safe_id(identity)]
