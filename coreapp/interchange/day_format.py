"""Activities, shoes and days in the program's own file."""

from dataclasses import replace
from datetime import date

import msgspec

from coreapp.domain.day_record import DayRecord
from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.habits import DayNote
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.shoe import Shoe
from coreapp.domain.training_log import PlannedOccurrence
from coreapp.domain.wall_time import FIRST_YEAR, LAST_YEAR
from coreapp.interchange.file_schema import (
    ActivityRecord,
    DayOfLog,
    PlannedRecord,
    SecondDocument,
    ShoeRecord,
)
from coreapp.interchange.values import check_unique, check_zone, checked_moment
from coreapp.services.bundle import Bundle


def with_days(bundle: Bundle, document: SecondDocument) -> Bundle:
    """Return a bundle with the activities, shoes and days of a file.

    Raises:
        InvalidValueError: something in it cannot be used; names where.
    """
    check_unique("activities", "id", [each.id for each in document.activities])
    check_unique("shoes", "id", [each.id for each in document.shoes])
    check_unique("days", "day", [each.day for each in document.days])
    return replace(
        bundle,
        activities=tuple(
            activity_from(f"activities[{n}]", each) for n, each in enumerate(document.activities)
        ),
        shoes=tuple(shoe_from(f"shoes[{n}]", each) for n, each in enumerate(document.shoes)),
        days=tuple(day_from(f"days[{n}]", each) for n, each in enumerate(document.days)),
    )


def planned_occurrence(where: str, record: PlannedRecord | None) -> PlannedOccurrence | None:
    """Return the occurrence that a record ticks off.

    Raises:
        InvalidValueError: its time cannot be used.
    """
    if record is None:
        return None
    original = checked_moment(f"{where}.planned.original_start", record.original_start)
    return PlannedOccurrence(record.entry, original)


def activity_from(where: str, record: ActivityRecord) -> PerformedActivity:
    """Return the activity of a record; `where` begins the place of what cannot be used.

    Raises:
        InvalidValueError: something in it cannot be used.
    """
    started = checked_moment(f"{where}.started_at", record.started_at)
    check_zone(f"{where}.zone", record.zone)
    planned = planned_occurrence(where, record.planned)
    fields = msgspec.structs.asdict(record) | {"started_at": started, "planned": planned}
    return PerformedActivity(**fields)


def shoe_from(where: str, record: ShoeRecord) -> Shoe:
    """Return the pair of a record; `where` begins the place of what cannot be used.

    Raises:
        InvalidValueError: something in it cannot be used.
    """
    _check_day(f"{where}.bought", record.bought)
    _check_day(f"{where}.retired", record.retired)
    try:
        return Shoe(**msgspec.structs.asdict(record))
    except InvalidValueError as error:
        raise error.under(f"{where}.{error.key}") from error


def day_from(where: str, record: DayOfLog) -> DayRecord:
    """Return the day of a record; `where` begins the place of what cannot be used.

    Raises:
        InvalidValueError: something in it cannot be used.
    """
    _check_day(f"{where}.day", record.day)
    reliefs = [relief for relief, _helped in record.reliefs]
    if len(set(reliefs)) < len(reliefs):
        raise InvalidValueError(
            f"{where}.reliefs", ", ".join(reliefs), marked("Give each of them once.")
        )
    fields = msgspec.structs.asdict(record) | {
        "note": DayNote(**msgspec.structs.asdict(record.note)),
        "pain_places": frozenset(record.pain_places),
        "pain_triggers": frozenset(record.pain_triggers),
    }
    return DayRecord(**fields)


def _check_day(where: str, day: date | None) -> None:
    if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise InvalidValueError(where, day.isoformat(), marked("Give a year from 1970 to 2199."))
