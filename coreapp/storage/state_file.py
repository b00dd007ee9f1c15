"""Small documents kept across runs, as JSON files that are never half written."""

import contextlib
import json
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from coreapp.storage.private_files import replace_file

logger = logging.getLogger(__name__)

SET_ASIDE = ".bad"
"""The ending of a file that is not a document."""

Upgrade = Callable[[dict[str, object]], dict[str, object]]
"""Turns a document of one version into one of the next; pure."""

VERSION_KEY = "version"
"""Where the file says which version its document has; not part of the document."""


class JsonFile:
    """A document in a file, private to the user.

    A file that is not a document is set aside with the ending `.bad`, so that nothing a person
    wrote into it by hand is lost.
    """

    def __init__(
        self, path: Path, upgrades: Sequence[Upgrade] = (), *, is_for_people: bool = True
    ) -> None:
        """Take the file; nothing is read yet.

        Args:
            path: the file; it need not be there.
            upgrades: the first turns version 1 into version 2, and so on; the document's
                version is one more than their number.
            is_for_people: it is written in lines, for whoever reads it. In one line it takes a
                third of the time: Python’s fast encoder knows no lines.
        """
        self._path = path
        self._upgrades = upgrades
        self._indent = 2 if is_for_people else None

    def load(self) -> Mapping[str, object]:
        """Return the document; empty if there is none or it cannot be read."""
        try:
            content = self._path.read_bytes()
        except FileNotFoundError:
            return {}
        except OSError as error:
            logger.warning("%s cannot be read: %s", self._path.name, error.strerror)
            return {}
        try:
            return self._upgraded(_parsed(content))
        except (ValueError, RecursionError) as error:
            self._set_aside(error)
            return {}

    def save(self, document: Mapping[str, object]) -> None:
        """Replace the document, all or nothing.

        Raises:
            DiskFullError: there is no room.
            FileUnreadableError: it cannot be written.
        """
        versioned = {VERSION_KEY: len(self._upgrades) + 1, **document}
        content = json.dumps(versioned, ensure_ascii=False, indent=self._indent) + "\n"
        replace_file(self._path, content.encode())

    def _upgraded(self, document: dict[str, object]) -> dict[str, object]:
        version = document.pop(VERSION_KEY, 1)
        if not isinstance(version, int) or version < 1:
            raise ValueError(f"no version: {version!r}")
        for upgrade in self._upgrades[version - 1 :]:
            document = upgrade(document)
        return document

    def _set_aside(self, error: Exception) -> None:
        bad = self._path.with_name(self._path.name + SET_ASIDE)
        logger.warning("%s is not usable, kept as %s: %s", self._path.name, bad.name, error)
        with contextlib.suppress(OSError):
            self._path.replace(bad)


def set_aside(paths: Iterable[Path]) -> Mapping[str, str]:
    """Return which of some files could not be read: their names, and what tells each time apart.

    All are read for it, and what is no document now is set aside now.

    Args:
        paths: the files as they are when they are sound.
    """
    found = {}
    for path in paths:
        JsonFile(path).load()
        with contextlib.suppress(OSError):
            about = path.with_name(path.name + SET_ASIDE).stat()
            found[path.name] = f"{about.st_size} {about.st_mtime_ns}"
    return found


def _parsed(content: bytes) -> dict[str, object]:
    text = content.decode()
    document = json.loads(text)
    if "\\u" in text:
        # Half a character can be spelled out in JSON, and can be neither shown nor written.
        json.dumps(document, ensure_ascii=False).encode()
    if not isinstance(document, dict):
        raise ValueError("not a table of values")  # noqa: TRY004  bad content, not a wrong call
    return document
