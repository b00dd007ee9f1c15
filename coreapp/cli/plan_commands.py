"""`schedule add`, `list`, `remove`, `move`, `skip` and `next`."""

from argparse import Namespace
from datetime import datetime, time

from coreapp.bootstrap import Services
from coreapp.cli.output import iso, print_json
from coreapp.cli.plan_hints import telling_conflicts
from coreapp.cli.running import tell_changed
from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.occurrences import Occurrence
from coreapp.domain.schedule import EntryDraft, ScheduleEntry
from coreapp.domain.wall_time import FIRST_YEAR, LAST_YEAR, find_zone, parse_date, resolve
from coreapp.i18n import _, format_date, format_time
from coreapp.services.changes import Change
from coreapp.services.plan_words import why_not
from coreapp.services.rule_words import describe_entry


def add(services: Services, command: Namespace) -> None:
    """Put a recurring session into the plan."""
    zone = command.zone or services.clock.zone()
    today = services.clock.reading().utc.astimezone(find_zone(zone)).date()
    name = services.library.routine_name(services.library.routine(command.routine).id)
    draft = EntryDraft(
        title=command.title or name,
        routine=command.routine,
        rrule=command.rrule,
        at=command.at,
        start_date=command.start or today.isoformat(),
        zone=zone,
    )
    first = parse_date("from", draft.start_date)
    with telling_conflicts(services, first, is_asked=not command.json):
        _show_changed(services, services.planning.add(draft), command)


def list_entries(services: Services, command: Namespace) -> None:
    """List the entries of the plan."""
    entries = services.planning.entries()
    if command.json:
        print_json([_document(entry) for entry in entries])
        return
    for entry in entries:
        print(_line(entry))
        _print_reason(services, entry.routine)
    if not entries:
        print(_("Nothing is planned yet."))


def remove(services: Services, command: Namespace) -> None:
    """Take an entry out of the plan."""
    entry = services.planning.remove(command.id)
    tell_changed(services, Change.PLAN)
    if command.json:
        print_json(_document(entry))
    else:
        print(_("Removed: {title}").format(title=entry.title))


def move(services: Services, command: Namespace) -> None:
    """Move one occurrence alone."""
    day = parse_date("date", command.date)
    to = _moment(command.to, "to")
    with telling_conflicts(services, to.date(), is_asked=not command.json):
        _show_changed(services, services.planning.move(command.id, day, to), command)


def skip(services: Services, command: Namespace) -> None:
    """Leave out one occurrence alone."""
    entry = services.planning.skip(command.id, parse_date("date", command.date))
    _show_changed(services, entry, command)


def following(services: Services, command: Namespace) -> None:
    """Show the next occurrences."""
    start = None
    if command.start:
        zone = find_zone(services.clock.zone())
        start = _day_or_moment(command.start, "from")
        start = start if start.tzinfo else resolve(start, zone)
    found = services.planning.next(command.count, start)
    if command.json:
        print_json([_occurrence(each) for each in found])
        return
    for each in found:
        print(f"{format_date(each.start.date(), 'full')}, {format_time(each.start)}  {each.title}")
        _print_reason(services, each.routine)
    if not found:
        print(_("Nothing is planned."))


def _day_or_moment(text: str, key: str) -> datetime:
    """Read a date, which means its beginning, or a date with a time."""
    if len(text.strip()) <= len("2026-11-25"):
        return datetime.combine(parse_date(key, text), time())
    return _moment(text, key)


def _moment(text: str, key: str) -> datetime:
    """Read a date with a time; without an offset it is naive."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        moment = None
    is_day = len(text.strip()) <= len("2026-11-25")
    if moment is None or is_day or not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise InvalidValueError(
            key, text, marked("Write a date and a time, such as 2026-11-25T18:30.")
        )
    return moment


def _show_changed(services: Services, entry: ScheduleEntry, command: Namespace) -> None:
    """Tell the running program, which may have to remind of it soon, and show what it is now."""
    tell_changed(services, Change.PLAN)
    if command.json:
        print_json(_document(entry))
    else:
        print(_line(entry))


def _line(entry: ScheduleEntry) -> str:
    rule = describe_entry(entry)
    return f"{entry.id}  {entry.title}  {rule}, {format_time(entry.at)} ({entry.zone})"


def _print_reason(services: Services, routine: str) -> None:
    """Say why a planned routine cannot be started, if it cannot."""
    if reason := why_not(services.library, routine):
        print(f"  {reason}")


def _document(entry: ScheduleEntry) -> dict[str, object]:
    return {
        "id": entry.id,
        "title": entry.title,
        "routine": entry.routine,
        "rrule": entry.rrule,
        "at": entry.at.strftime("%H:%M"),
        "from": entry.start_date.isoformat(),
        "zone": entry.zone,
        "exceptions": [
            {
                "date": each.original_date.isoformat(),
                "moved_to": iso(each.moved_to, entry.zone) if each.moved_to else None,
                "skipped": each.skipped,
            }
            for each in entry.exceptions
        ],
    }


def _occurrence(each: Occurrence) -> dict[str, object]:
    return {
        "id": each.entry,
        "title": each.title,
        "routine": each.routine,
        "start": iso(each.start, each.zone),
        "original_start": iso(each.original_start, each.zone),
        "zone": each.zone,
    }
