"""Replacing many files at once: all of them, or none."""

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from coreapp.storage.private_files import make_file, make_folder

NEW, ASIDE = ".new", ".aside"
"""Endings of files that wait beside the place they are for, and of those that were there before."""

_HIDDEN: Final = "."


def replace_all(old: Iterable[Path], new: Mapping[Path, Callable[[], bytes]]) -> None:
    """Take some files away and put others in place; after a failure all is as it was.

    Everything new lies on the disk before anything is moved, and moving needs no room. A power cut
    between the first move and the last leaves the rest beside its place, under hidden names.

    Args:
        old: the files that have to go; those that are not there are no matter.
        new: the places of the files to come, each with what gives its content.

    Raises:
        OSError: something cannot be written or moved.
    """
    gone = [path for path in dict.fromkeys(old) if path.exists()]
    moved: list[tuple[Path, Path]] = []
    try:
        for place, content in new.items():
            _write(_beside(place, NEW), content())
        for path in gone:
            _move(path, _beside(path, ASIDE), moved)
        for place in new:
            _move(_beside(place, NEW), place, moved)
    except BaseException:
        for source, target in reversed(moved):
            target.replace(source)
        _clear(_beside(place, NEW) for place in new)
        raise
    _clear(_beside(path, ASIDE) for path in gone)


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(f"{_HIDDEN}{path.name}{ending}")


def _write(path: Path, content: bytes) -> None:
    make_folder(path.parent)
    make_file(path)
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _move(source: Path, target: Path, moved: list[tuple[Path, Path]]) -> None:
    source.replace(target)
    moved.append((source, target))


def _clear(paths: Iterable[Path]) -> None:
    for path in paths:
        with suppress(OSError):
            path.unlink(missing_ok=True)
