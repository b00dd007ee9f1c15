"""What can happen to an honest program: every expected failure has a class here.

Each has its sentence for people in `coreapp.services.explanations`; anything else is a bug.

Remedies are written in English where the failure is raised, inside `marked`, so that the
catalogues know them; they are translated when they are shown. What varies in them stands in
braces and is handed over by name: `InvalidValueError(key, value, marked("Give at least
{least}."), least=1)`.
"""

import errno
from collections.abc import Mapping, Sequence


def marked(text: str) -> str:
    """Return `text` as it is: the mark lets the catalogues find what is translated later."""
    return text


class CoreappError(Exception):
    """An expected failure; nothing was lost, and there is something to be done about it."""


class ContentError(CoreappError):
    """A content file does not say what it should."""

    def __init__(self, file: str, key: str, problem: str, remedy: str) -> None:
        super().__init__(f"{file}: {key}: {problem} {remedy}")
        self.file = file
        self.key = key
        self.problem = problem
        self.remedy = remedy


class InvalidValueError(CoreappError):
    """Something a person or a file gave is not usable: names the key, the value and the remedy.

    Attributes:
        key: where it was given.
        value: what was given; None if nothing was.
        remedy: what to do, a whole English sentence, `marked`.
        values: what stands in the braces of the remedy.
    """

    def __init__(self, key: str, value: object, remedy: str, **values: object) -> None:
        super().__init__(f"{key}: {value!r}: {filled(remedy, values)}")
        self.key = key
        self.value = value
        self.remedy = remedy
        self.values = values

    def under(self, key: str) -> "InvalidValueError":
        """Return the same failure at another place, for whoever knows better where it is."""
        return InvalidValueError(key, self.value, self.remedy, **self.values)


class UnknownIdError(CoreappError):
    """There is no thing of that kind with that id."""

    def __init__(self, kind: str, identity: str) -> None:
        super().__init__(f"unknown {kind}: {identity}")
        self.kind = kind
        self.identity = identity


class DatabaseTooNewError(CoreappError):
    """The database was written by a newer version of the program; it is left untouched."""


class DatabaseUnreadableError(CoreappError):
    """The database cannot be opened, is not one, or is damaged; it is left untouched.

    Its text is the reason, as the system or the database gives it.
    """


class DatabaseBusyError(CoreappError):
    """Another program holds the database locked."""


class DiskFullError(CoreappError):
    """There is no room left to write; what was saved before is safe."""


class FileUnreadableError(CoreappError):
    """A file could not be read or written."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class StillUsedError(CoreappError):
    """A thing cannot be deleted: others need it.

    Attributes:
        name: what it is called, in the language shown.
        users: what the others are called.
    """

    def __init__(self, name: str, users: Sequence[str]) -> None:
        super().__init__(f"{name} is used in {', '.join(users)}")
        self.name = name
        self.users = tuple(users)


class NotNowError(CoreappError):
    """The command is a right one, but not in the present state (nothing to snooze, for example).

    Attributes:
        reason: why, a whole English sentence, `marked`.
        place: where in a script it was given; empty if a person gave it.
    """

    def __init__(self, reason: str, place: str = "") -> None:
        super().__init__(f"{place}: {reason}" if place else reason)
        self.reason = reason
        self.place = place


class CancelledError(CoreappError):
    """Somebody did not want to wait for it any longer; nothing was changed."""


def is_no_room(error: OSError) -> bool:
    """Tell whether a file could not be written for want of room."""
    return error.errno in {errno.ENOSPC, errno.EDQUOT}


def file_error(file: str, error: OSError) -> CoreappError:
    """Return the expected failure that the system's `error` with a file is."""
    if is_no_room(error):
        return DiskFullError(file)
    return FileUnreadableError(file, error.strerror or str(error))


def filled(text: str, values: Mapping[str, object]) -> str:
    """Return a text with its values; one without any is not touched, whatever braces it has."""
    return text.format(**values) if values else text
