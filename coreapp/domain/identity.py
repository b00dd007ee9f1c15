"""Ids of what a person makes: safe as names of files on every system, and in every log."""

import re
from typing import Final

from coreapp.domain.errors import InvalidValueError, marked

MOST_CHARACTERS: Final = 100
"""As many as the log and the exported files take."""

_SHAPE: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_DEVICES: Final = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
"""What Windows takes for a device, whatever the ending."""


def is_safe_id(identity: str) -> bool:
    """Tell whether an id can be used.

    Only small letters, digits and single hyphens: file systems that do not tell capitals apart
    would mix two ids up, and no name leads out of its folder.
    """
    return (
        len(identity) <= MOST_CHARACTERS
        and _SHAPE.fullmatch(identity) is not None
        and _DEVICES.fullmatch(identity) is None
    )


def checked_id(identity: str) -> str:
    """Return an id that can be used.

    Raises:
        InvalidValueError: it cannot.
    """
    if not is_safe_id(identity):
        raise InvalidValueError(
            "id",
            identity,
            marked("An id has small letters, digits and hyphens, at most {most} of them."),
            most=MOST_CHARACTERS,
        )
    return identity


PICTURE_ENDINGS: Final = ("jpg", "png")


def checked_picture(name: str) -> str:
    """Return a picture's name that can be used: an id with an ending.

    Raises:
        InvalidValueError: it cannot.
    """
    stem, _dot, ending = name.rpartition(".")
    if not is_safe_id(stem) or ending not in PICTURE_ENDINGS:
        raise InvalidValueError(
            "pictures", name, marked("Use a picture that this program took in.")
        )
    return name
