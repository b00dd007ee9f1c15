"""The program's own file format: one JSON document with the log and the plan.

`{"format": "coreapp", "version": 1, "sessions": [...], "schedule": [...], "spans": [...]}`;
the fields are those of the domain's dataclasses, moments in UTC with their offset.
"""

import json
from typing import Any

import msgspec

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.schedule import ScheduleEntry
from coreapp.domain.training_log import BreakSpan, PerformedSession
from coreapp.services.bundle import Bundle

FORMAT = "coreapp"
VERSION = 1


class _Document(msgspec.Struct, forbid_unknown_fields=True):
    """The shape of the file."""

    format: str
    version: int
    sessions: tuple[PerformedSession, ...] = ()
    schedule: tuple[ScheduleEntry, ...] = ()
    spans: tuple[BreakSpan, ...] = ()


def encode(bundle: Bundle) -> str:
    """Return the text of a file with all of `bundle`."""
    document = _Document(FORMAT, VERSION, bundle.sessions, bundle.entries, bundle.spans)
    plain: Any = msgspec.to_builtins(document)
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def decode(text: str | bytes) -> Bundle:
    """Read the text of a file.

    Raises:
        InvalidValueError: it is not JSON, not of this format, of a newer version, or a value in
            it has the wrong shape; names where.
    """
    try:
        document = msgspec.json.decode(text, type=_Document)
    except msgspec.ValidationError as error:
        problem, _sep, place = str(error).partition(" - at `")
        raise InvalidValueError(place.rstrip("`") or "$", problem, _REMEDY) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InvalidValueError("file", str(error), _REMEDY) from error
    if document.format != FORMAT:
        raise InvalidValueError("format", document.format, _REMEDY)
    if document.version != VERSION:
        raise InvalidValueError("version", document.version, "Update the program to read it.")
    for session in document.sessions:
        if session.started_at.tzinfo is None or session.ended_at.tzinfo is None:
            raise InvalidValueError("started_at", session.started_at, "Give an offset from UTC.")
    return Bundle(document.sessions, document.schedule, document.spans)


_REMEDY = "Give a file that this program exported; nothing was changed."
