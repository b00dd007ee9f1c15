"""One sentence for each expected failure: what happened, what is safe, what to do."""

import json

from coreapp.domain.errors import (
    CancelledError,
    ContentError,
    CoreappError,
    DatabaseBusyError,
    DatabaseTooNewError,
    DatabaseUnreadableError,
    DiskFullError,
    FileUnreadableError,
    InvalidValueError,
    NotNowError,
    StillUsedError,
    UnknownIdError,
    filled,
)
from coreapp.i18n import _

LONGEST_VALUE = 80
"""Of a value that cannot be used, so many characters are shown."""


def explain(error: CoreappError) -> str:
    """Return the sentence for `error` in the language shown."""
    match error:
        case InvalidValueError():
            return _explain_value(error)
        case NotNowError():
            reason = _(error.reason)
            return f"{error.place}: {reason}" if error.place else reason
        case ContentError():
            # Content files are written in English, and so is what is wrong with them.
            return f"{error.file}, {error.key}: {error.problem} {error.remedy}"
        case UnknownIdError() | StillUsedError():
            return _explain_thing(error)
        case FileUnreadableError():
            return _("{path} cannot be read or written: {reason}").format(
                path=error.path, reason=error.reason
            )
        case _:
            return _explain_storage(error)


def _explain_value(error: InvalidValueError) -> str:
    """Return the sentence for a value that was given."""
    remedy = filled(_(error.remedy), error.values)
    if error.value is None or error.value == "":
        return _("{key} is missing. {remedy}").format(key=error.key, remedy=remedy)
    return _("{key}: “{value}” cannot be used. {remedy}").format(
        key=error.key, value=_shortened(error.value), remedy=remedy
    )


def explain_part(error: InvalidValueError) -> str:
    """Return the sentence for a part of what was typed, told beside the field it stands in."""
    remedy = filled(_(error.remedy), error.values)
    return _("“{value}” cannot be used. {remedy}").format(
        value=_shortened(error.value), remedy=remedy
    )


def explain_remedy(error: InvalidValueError) -> str:
    """Return what to do about a value, for a form in which everybody sees which one is meant."""
    return filled(_(error.remedy), error.values)


def _explain_thing(error: UnknownIdError | StillUsedError) -> str:
    """Return the sentence for a thing that is not there, or has to stay."""
    if isinstance(error, UnknownIdError):
        return _("There is no {kind} with the id “{id}”.").format(
            kind=_kind(error.kind), id=_shortened(error.identity)
        )
    return _("“{name}” is used in: {users}. Take it out there first; nothing was deleted.").format(
        name=error.name, users=", ".join(error.users)
    )


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
                "The log cannot be opened ({reason}). It was left untouched. Check that you may "
                "read and write it; if it is no log any more, put a safety copy in its place."
            ).format(reason=str(error) or type(error).__name__)
        case DatabaseBusyError():
            return _(
                "Another program is using the log. What is saved is safe; close the other program "
                "and try again."
            )
        case CancelledError():
            return _("It was cancelled. Nothing was changed.")
        case DiskFullError():
            return _("The disk is full. What was saved before is safe; make room, then it goes on.")
        case _:
            return str(error)


def _shortened(value: object) -> str:
    """Return a value as it was given, on one line, cut off where it would fill the screen."""
    # A script is written in JSON, and so is what is said about it.
    is_json = isinstance(value, bool | list | dict)
    written = json.dumps(value, ensure_ascii=False, default=str) if is_json else str(value)
    # What nobody sees, and what a terminal would obey, is written out.
    text = "".join(
        each if each.isprintable() else each.encode("unicode_escape").decode()
        for each in " ".join(written.split())
    )
    return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 1]}…"


def _kind(kind: str) -> str:
    """Return the word for a kind of thing."""
    words = {
        "exercise": _("exercise"),
        "routine": _("routine"),
        "article": _("article"),
        "session": _("session"),
        "entry": _("plan entry"),
        "programme": _("programme"),
        "level": _("level"),
        "activity": _("activity"),
        "shoe": _("pair of shoes"),
    }
    return words.get(kind, kind)
