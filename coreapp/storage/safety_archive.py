"""A safety copy: one zip file with every file of the data folder, and the log's database whole.

`coreapp-backup.json` in it lists the files with their SHA-256 sums, so that a copy that was cut off
or changed on its way is recognised before anything is replaced by it.
"""

import hashlib
import json
import os
import shutil
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, Final

import msgspec

from coreapp.domain.errors import (
    DatabaseTooNewError,
    DiskFullError,
    FileUnreadableError,
    InvalidValueError,
    file_error,
    marked,
)
from coreapp.services.safety_copies import CopyFacts
from coreapp.storage import sqlite_file
from coreapp.storage.moving import replace_all
from coreapp.storage.private_files import FILE_MODE, make_folder
from coreapp.storage.upgrade import Migrations

FORMAT: Final = "coreapp-backup"
VERSION: Final = 1
CONTENTS: Final = "coreapp-backup.json"
"""The name of the list of contents in the archive."""

LOG: Final = "coreapp.db"
"""The name of the log's database in the archive, wherever it lies."""

DAMAGED_LOG: Final = "damaged"
"""The folder in the archive for a log that could not be read."""

LEFT_OUT: Final = ("coreapp.log*", "crash*.txt", "*.lock", "backups", ".*", "*.db", "*.db-*")
"""What lies in the data folder and is no data: diagnostics, locks, copies, unfinished files. The
database is copied in a way of its own."""

_BROKEN: Final = (KeyError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError)
"""What the library raises for a file in an archive that cannot be read: it is not there, was cut
off or changed, or is locked by a password."""

NO_COPY: Final = marked("Give a safety copy that “coreapp backup” made; nothing was changed.")
DAMAGED: Final = marked("The safety copy is damaged; take another one. Nothing was changed.")


class _Contents(msgspec.Struct):
    """The list of contents."""

    format: str
    version: int
    made_at: datetime
    files: dict[str, str]


class SafetyArchive:
    """The copies of one world; satisfies `coreapp.services.safety_copies.Archives`."""

    def __init__(self, data: Path, log: Path, migrations: Migrations | None = None) -> None:
        """Take the places.

        Args:
            data: the data folder.
            log: the file of the log's database; it need not be there.
            migrations: which databases are known.
        """
        self._data = data
        self._log = log
        self._migrations = migrations or Migrations()

    def write(self, target: Path, made_at: datetime, *, even_damaged: bool = False) -> CopyFacts:
        """Write a copy of all data, all or nothing.

        Args:
            target: the file.
            made_at: the present moment.
            even_damaged: a log that cannot be read is taken as it lies, for whoever can mend it.

        Raises:
            DiskFullError: there is no room.
            FileUnreadableError: a file cannot be read or written.
        """
        with _explained(target):
            # Our own folder is made; a wrong name for one of the person's own is told.
            if target.is_relative_to(self._data):
                make_folder(target.parent)
            handle, new = _made_beside(target)
            try:
                with os.fdopen(handle, "w+b") as file:
                    sums = self._fill(file, made_at, even_damaged=even_damaged)
                    file.flush()
                    os.fsync(file.fileno())
                new.replace(target)
            except BaseException:
                new.unlink(missing_ok=True)
                raise
        return CopyFacts(made_at, len(sums))

    def check(self, source: Path) -> CopyFacts:
        """Return what a copy is, when all of it is sound.

        Raises:
            InvalidValueError: it is none, or it is damaged.
            DatabaseTooNewError: a newer program has made it.
            DiskFullError: there is no room to put it back.
            FileUnreadableError: it cannot be read.
        """
        with _explained(source), _opened(source) as archive:
            contents = _read_contents(archive)
            for name, wanted in contents.files.items():
                if _sum_of(archive, name) != wanted:
                    raise InvalidValueError("file", name, DAMAGED)
            if LOG in contents.files:
                self._check_log(archive)
            needed = sum(each.file_size for each in archive.infolist())
            if shutil.disk_usage(self._data).free < needed:
                raise DiskFullError(str(self._data))
        return CopyFacts(contents.made_at, len(contents.files))

    def put_back(self, source: Path) -> None:
        """Replace all data by that of a copy that was checked, all or nothing.

        Raises:
            CoreappError: it cannot be done; the data are as they were.
        """
        with _explained(source), _opened(source) as archive:
            names = _read_contents(archive).files
            new = {self._place(name): partial(archive.read, name) for name in names}
            old = [*self._files(), self._log, *sqlite_file.beside(self._log)]
            replace_all(old, new)

    def _fill(self, file: IO[bytes], made_at: datetime, *, even_damaged: bool) -> Mapping[str, str]:
        sums: dict[str, str] = {}
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in self._files():
                name = path.relative_to(self._data).as_posix()
                sums[name] = _add(archive, name, path)
            if self._log.exists():
                try:
                    sums[LOG] = self._add_log(archive)
                except sqlite3.Error:
                    if not even_damaged:
                        raise
                    for path in (self._log, *sqlite_file.beside(self._log)):
                        if path.exists():
                            name = f"{DAMAGED_LOG}/{path.name}"
                            sums[name] = _add(archive, name, path)
            contents = _Contents(FORMAT, VERSION, made_at, sums)
            archive.writestr(CONTENTS, msgspec.json.encode(contents))
        return sums

    def _add_log(self, archive: zipfile.ZipFile) -> str:
        with tempfile.TemporaryDirectory(dir=self._data, prefix=".backup-") as folder:
            copy = Path(folder) / LOG
            sqlite_file.copy_database(self._log, copy)
            return _add(archive, LOG, copy)

    def _files(self) -> Iterator[Path]:
        """Yield the files of the data folder that are data, in the order of their names.

        A file whose name no other system knows is none of ours: with it, `check` would refuse all.
        """
        for path in sorted(self._data.rglob("*")):
            name = PurePosixPath(path.relative_to(self._data).as_posix())
            first = PurePosixPath(name.parts[0])
            is_data = not any(first.match(pattern) for pattern in LEFT_OUT) and path != self._log
            if is_data and _is_safe(str(name)) and path.is_file() and not path.is_symlink():
                yield path

    def _place(self, name: str) -> Path:
        return self._log if name == LOG else self._data / name

    def _check_log(self, archive: zipfile.ZipFile) -> None:
        with tempfile.TemporaryDirectory(dir=self._data, prefix=".backup-") as folder:
            path = Path(folder) / LOG
            with archive.open(LOG) as packed, path.open("wb") as file:
                shutil.copyfileobj(packed, file)
            version = sqlite_file.read_schema(path).version
            with closing(sqlite3.connect(path)) as connection:
                (state,) = connection.execute("PRAGMA integrity_check").fetchone()
        if state != "ok":
            raise InvalidValueError("file", LOG, DAMAGED)
        if version is not None and not self._migrations.know(version):
            raise DatabaseTooNewError(version)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn what the system says into what this program says."""
    try:
        yield
    except OSError as error:
        raise file_error(str(error.filename or path), error) from error
    except sqlite3.Error as error:
        raise FileUnreadableError(str(path), str(error)) from error


def _made_beside(target: Path) -> tuple[int, Path]:
    """Return a new file beside one; that one is named where there can be none."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    except OSError as error:
        raise file_error(str(target), error) from error
    return handle, Path(name)


@contextmanager
def _opened(source: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(source) as archive:
            yield archive
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError) as error:
        raise InvalidValueError("file", source.name, NO_COPY) from error


def _read_contents(archive: zipfile.ZipFile) -> _Contents:
    try:
        plain = json.loads(archive.read(CONTENTS))
        contents = msgspec.convert(plain, _Contents)
    except (*_BROKEN, ValueError, msgspec.ValidationError) as error:
        raise InvalidValueError("file", archive.filename, NO_COPY) from error
    if contents.format != FORMAT:
        raise InvalidValueError("format", contents.format, NO_COPY)
    if contents.version != VERSION:
        raise InvalidValueError(
            "version", contents.version, marked("Update the program to read it.")
        )
    for name in contents.files:
        if not _is_safe(name):
            raise InvalidValueError("file", name, NO_COPY)
    return contents


def _is_safe(name: str) -> bool:
    """Tell whether a name leads to a place inside the data folder, on every system."""
    path = PurePosixPath(name)
    parts = path.parts
    is_inside = bool(parts) and not path.is_absolute() and path.as_posix() == name
    return is_inside and not any(
        part.startswith(".") or set(part) & set('\\:*?"<>|\0') for part in parts
    )


def _add(archive: zipfile.ZipFile, name: str, path: Path) -> str:
    """Put a file in, and return its sum; both are of the same bytes, whatever changes meanwhile."""
    content = path.read_bytes()
    facts = zipfile.ZipInfo(name)
    facts.compress_type = zipfile.ZIP_DEFLATED
    facts.external_attr = FILE_MODE << 16
    archive.writestr(facts, content)
    return hashlib.sha256(content).hexdigest()


def _sum_of(archive: zipfile.ZipFile, name: str) -> str | None:
    """Return the sum of a file that is packed; None if it is not there, or cannot be read."""
    found = hashlib.sha256()
    with suppress(*_BROKEN), archive.open(name) as packed:
        while block := packed.read(1 << 20):
            found.update(block)
        return found.hexdigest()
    return None
