"""Parses each TOML text once in a process: hundreds of tests start the program on the same content.

The parser of the standard library is written in Python and takes about 80 ms for all that ships.
What it made is kept as bytes, so everybody gets documents of their own and may change them.
"""

import marshal
import tomllib
from collections.abc import Callable
from typing import Any

import pytest

Parse = Callable[[str], dict[str, Any]]

_LONGEST_KEPT = 100_000
"""Characters; generated texts of tests are shorter still, but there are few long ones to keep."""
_MOST_KEPT = 2_000
"""Texts; what ships has about 150, the rest is what tests break."""


def parse_once(parse: Parse) -> Parse:
    """Return `parse` with a memory; what cannot be parsed fails anew each time."""
    kept: dict[str, bytes] = {}

    def loads(text: str, /, **options: Any) -> dict[str, Any]:
        if options or not isinstance(text, str):
            return parse(text, **options)
        document: dict[str, Any]
        if text in kept:
            document = marshal.loads(kept[text])
            return document
        document = parse(text)
        if len(kept) < _MOST_KEPT and len(text) <= _LONGEST_KEPT:
            try:
                kept[text] = marshal.dumps(document)
            except ValueError:  # a date or a time, which cannot be kept as bytes
                return document
        return document

    return loads


def install() -> None:
    """Let all of this process parse once; it stays so until the process ends."""
    pytest.MonkeyPatch().setattr(tomllib, "loads", parse_once(tomllib.loads))
