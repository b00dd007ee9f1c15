"""One sentence for each expected failure: what happened, what is safe, what to do."""

from coreapp.domain.errors import (
    ContentError,
    CoreappError,
    DatabaseBusyError,
    DatabaseTooNewError,
    DatabaseUnreadableError,
    DiskFullError,
    FileUnreadableError,
    InvalidValueError,
    NotNowError,
    UnknownIdError,
)
from coreapp.i18n import _


def explain(error: CoreappError) -> str:
    """Return the sentence for `error` in the language shown."""
    match error:
        case ContentError() | InvalidValueError() | UnknownIdError() | FileUnreadableError():
            return _explain_named(error)
        case NotNowError():
            return error.reason
        case _:
            return _explain_storage(error)


def _explain_named(error: CoreappError) -> str:
    """Return the sentence for a failure that names a thing."""
    match error:
        case ContentError():
            return _("{file}, {key}: {problem} {remedy}").format(
                file=error.file, key=error.key, problem=error.problem, remedy=error.remedy
            )
        case InvalidValueError():
            return _("{key}: “{value}” cannot be used. {remedy}").format(
                key=error.key, value=error.value, remedy=error.remedy
            )
        case UnknownIdError():
            return _("There is no {kind} with the id “{id}”.").format(
                kind=_kind(error.kind), id=error.identity
            )
        case FileUnreadableError():
            return _("{path} cannot be read or written: {reason}").format(
                path=error.path, reason=error.reason
            )
        case _:
            return str(error)


def _explain_storage(error: CoreappError) -> str:
    """Return the sentence for a failure of the log's storage."""
    match error:
        case DatabaseTooNewError():
            return _(
                "A newer version of the program saved this log. It was left untouched; "
                "please update the program."
            )
        case DatabaseUnreadableError():
            return _(
                "The log cannot be opened: the file is damaged, or it is not a log. It was left "
                "untouched; put a safety copy in its place, or move it away to begin a new one."
            )
        case DatabaseBusyError():
            return _(
                "Another program is using the log. What is saved is safe; close the other program "
                "and try again."
            )
        case DiskFullError():
            return _("The disk is full. What was saved before is safe; make room, then it goes on.")
        case _:
            return str(error)


def _kind(kind: str) -> str:
    """Return the word for a kind of thing."""
    words = {
        "exercise": _("exercise"),
        "routine": _("routine"),
        "session": _("session"),
        "entry": _("plan entry"),
    }
    return words.get(kind, kind)
