"""Reads one content file and makes it the struct of its schema.

Whatever is wrong becomes a `ContentError` that names the file, the key and the remedy.
"""

import re
import tomllib
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import msgspec

from coreapp.domain.errors import ContentError
from coreapp.domain.exercise import Breath, ExerciseKind, Sides
from coreapp.domain.programme import Grows
from coreapp.domain.routine import Advance

FORMAT_PAGE = "assets/README.md"

_CHOICES: dict[str, type[StrEnum]] = {
    "kind": ExerciseKind,
    "sides": Sides,
    "breath": Breath,
    "advance": Advance,
    "grows": Grows,
}

_T = TypeVar("_T")


def read_file(path: Path, schema: type[_T], until: bytes = b"") -> _T:
    """Read the TOML file at `path` as `schema`, or what stands before the line `until`.

    Raises:
        ContentError: the file cannot be read, is not TOML, or does not fit the schema.
    """
    return parse(before(read_bytes(path), until), path.name, schema)


def before(content: bytes, line: bytes) -> bytes:
    """Return what stands before a line of a file; all of it if there is no such line."""
    if not line:
        return content
    return re.split(rb"^%b\s*$" % re.escape(line), content, maxsplit=1, flags=re.MULTILINE)[0]


def read_bytes(path: Path) -> bytes:
    """Return what a content file holds.

    Raises:
        ContentError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise ContentError(
            path.name, "file", f"cannot be read ({reason}).", "Check that it is there and readable."
        ) from error


def parse(content: bytes, file: str, schema: type[_T]) -> _T:
    """Make `content`, the bytes of the TOML file called `file`, into `schema`.

    Raises:
        ContentError: it is not UTF-8, not TOML, or does not fit the schema.
    """
    try:
        data = tomllib.loads(content.decode())
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ContentError(
            file, f"line {line}", "is not UTF-8.", "Save the file as UTF-8."
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise _broken_toml(file, str(error)) from error
    try:
        return msgspec.convert(data, schema)
    except msgspec.ValidationError as error:
        raise misfit(file, str(error)) from error


def _broken_toml(file: str, message: str) -> ContentError:
    place = re.search(r"\((at .*)\)$", message)
    problem = message[: place.start()].strip() if place else message
    line = re.search(r"line (\d+)", message)
    key = f"line {line[1]}" if line else "end of file"
    where = f" {place[1]}" if place else ""
    return ContentError(
        file, key, f"is not valid TOML{where}: {problem}.", "Correct the line or the one before it."
    )


def misfit(file: str, message: str, under: str = "") -> ContentError:
    """Turn what msgspec says into file, key, problem and remedy; `under` is the key above."""
    problem, _, path = message.partition(" - at `")
    key = ".".join(name for name in (under, _key(path.rstrip("`"))) if name)
    if named := re.search(r"(unknown|missing required) field `(\w+)`", problem):
        key = f"{key}.{named[2]}" if key else named[2]
        if named[1] == "unknown":
            return ContentError(
                file,
                key,
                "there is no such key.",
                f"Remove it or correct its name; {FORMAT_PAGE} lists all keys.",
            )
        return ContentError(file, key, "is missing.", f"Add it; {FORMAT_PAGE} says what it is for.")
    return ContentError(file, key or "file", f"{problem}.", _remedy(key, problem))


def _remedy(key: str, problem: str) -> str:
    choices = _CHOICES.get(key.rpartition(".")[2])
    if choices and "enum" in problem:
        return f"Use one of: {', '.join(choices)}."
    limits = (
        ("`float` >=", "Give a number of seconds that is not negative."),
        ("`float` >", "Give a number of seconds above 0."),
        ("`int` >", "Give a whole number from 1 on."),
        ("<=", "Make it smaller or shorter: it is beyond what can be spoken, read or done."),
        ("length >=", "Add what is missing, or remove the key if it may be left out."),
    )
    for part, remedy in limits:
        if part in problem:
            return remedy
    return f"Give a value of the right type; {FORMAT_PAGE} shows one."


def _key(path: str) -> str:
    """Return a key as people count, from 1 on: `$.steps[0]` is `steps[1]`."""
    return re.sub(r"\[(\d+)\]", lambda number: f"[{int(number[1]) + 1}]", path.lstrip("$."))
