"""What can happen to an honest program: every expected failure has a class here.

Each has its sentence for people in `coreapp.services.explanations`; anything else is a bug.
"""


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
    """Something a person or a file gave is not usable: names the key, the value and the remedy."""

    def __init__(self, key: str, value: object, remedy: str) -> None:
        super().__init__(f"{key}: {value!r}: {remedy}")
        self.key = key
        self.value = value
        self.remedy = remedy


class UnknownIdError(CoreappError):
    """There is no thing of that kind with that id."""

    def __init__(self, kind: str, identity: str) -> None:
        super().__init__(f"unknown {kind}: {identity}")
        self.kind = kind
        self.identity = identity


class DatabaseTooNewError(CoreappError):
    """The database was written by a newer version of the program; it is left untouched."""


class DatabaseUnreadableError(CoreappError):
    """The database cannot be opened, is not one, or is damaged; it is left untouched."""


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


class NotNowError(CoreappError):
    """The command is a right one, but not in the present state (nothing to snooze, for example)."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
