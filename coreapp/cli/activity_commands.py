"""`activity add`, `list` and `remove`, and `shoes`."""

from argparse import ArgumentTypeError, Namespace
from datetime import UTC, datetime, timedelta

from coreapp.bootstrap import Services
from coreapp.cli.output import iso, print_json
from coreapp.cli.running import tell_changed
from coreapp.domain.activity import ActivityType, Hills, Surface
from coreapp.domain.activity_draft import ActivityDraft
from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.training_log import DateRange, Outcome
from coreapp.domain.wall_time import FIRST_YEAR, LAST_YEAR, find_zone, parse_date, parse_time
from coreapp.i18n import _, format_date, format_time
from coreapp.services.activity_words import activity_line, type_label
from coreapp.services.changes import Change
from coreapp.services.explanations import explain_remedy
from coreapp.services.log_days import in_zone
from coreapp.services.shoe_rack import WornPair
from coreapp.services.shoe_words import pair_line, state_line
from coreapp.services.written_amounts import read_distance, read_length, whole_minutes


def add(services: Services, command: Namespace) -> None:
    """Put a run, a walk or a sport into the log."""
    zone = find_zone(services.clock.zone())
    now = services.clock.reading().utc.astimezone(zone)
    # Through UTC: an hour that clocks leave out has not passed.
    begun = (now.astimezone(UTC) - timedelta(minutes=command.minutes)).astimezone(zone)
    if command.at:
        begun = _begun(command.at, now)
    draft = ActivityDraft(
        type=ActivityType(command.type),
        begun=begun.replace(tzinfo=None),
        minutes=command.minutes,
        metres=command.km,
        effort=command.rpe,
        surface=Surface(command.surface) if command.surface else None,
        hills=Hills(command.hills) if command.hills else None,
        shoe=services.shoe_rack.find(command.shoe).id if command.shoe else "",
        note=command.note or "",
    )
    activity = services.activity_log.add(draft)
    tell_changed(services, Change.LOG)
    _show(activity, command)


def list_activities(services: Services, command: Namespace) -> None:
    """List the activities in the log, newest first."""
    found = services.activity_log.between(days_of(command))
    if command.json:
        print_json([activity_document(each) for each in found])
        return
    for each in found:
        print(f"{each.id}  {log_line(each)}")
    if not found:
        print(_("No runs or walks in the log yet."))


def remove(services: Services, command: Namespace) -> None:
    """Delete an activity."""
    activity = services.activity_log.delete(command.id)
    tell_changed(services, Change.LOG, Change.PLAN)
    if command.json:
        print_json(activity_document(activity))
    else:
        print(_("Removed: {title}").format(title=log_line(activity)))


def shoes(services: Services, command: Namespace) -> None:
    """List the shoes with how far they have gone."""
    pairs = services.shoe_rack.pairs()
    if command.json:
        print_json([_pair_document(each) for each in pairs])
        return
    for each in pairs:
        words = (each.shoe.name, pair_line(each), state_line(each))
        print("  ".join(word for word in words if word))
    if not pairs:
        print(_("No shoes yet."))


def days_of(command: Namespace) -> DateRange:
    """Return the days that `--from` and `--to` name."""
    first = parse_date("--from", command.first) if command.first else None
    last = parse_date("--to", command.last) if command.last else None
    return DateRange(first, last)


def activity_document(activity: PerformedActivity) -> dict[str, object]:
    """Return an activity in the shape of `log --json`: what it has no word for is empty."""
    ended = activity.started_at + timedelta(minutes=activity.minutes)
    return {
        "id": activity.id,
        "kind": "activity",
        "started_at": iso(activity.started_at, activity.zone),
        "ended_at": iso(ended, activity.zone),
        "zone": activity.zone,
        "routine": "",
        "outcome": Outcome.COMPLETED.value,
        "effort": activity.effort,
        "pain_before": activity.pain_before,
        "pain_after": activity.pain_after,
        "pain_during": activity.pain_during,
        "pain_next_morning": activity.pain_next_morning,
        "title": type_label(activity.type),
        "note": activity.note,
        "sets": [],
        "type": activity.type.value,
        "minutes": activity.minutes,
        "metres": activity.metres,
        "surface": activity.surface,
        "hills": activity.hills,
        "shoe": activity.shoe or None,
        "warmed_up": activity.warmed_up,
        "cooled_down": activity.cooled_down,
    }


def log_line(activity: PerformedActivity) -> str:
    """Return an activity as a line of the log."""
    start = in_zone(activity.started_at, activity.zone)
    when = f"{format_date(start.date(), 'short')} {format_time(start)}"
    return f"{when}  {type_label(activity.type)}  {activity_line(activity)}"


def minutes(text: str) -> int:
    """Read a length of time as an argument, in whole minutes."""
    try:
        return whole_minutes(read_length(text))
    except InvalidValueError as error:
        raise ArgumentTypeError(explain_remedy(error)) from None


def metres(text: str) -> int:
    """Read a distance as an argument, in metres."""
    try:
        return read_distance(text)
    except InvalidValueError as error:
        raise ArgumentTypeError(explain_remedy(error)) from None


def _begun(text: str, now: datetime) -> datetime:
    """Read a time of today, or a date with a time; with an offset it is told in this zone."""
    plain = text.strip()
    if len(plain) <= len("18:30"):
        return datetime.combine(now.date(), parse_time("--at", plain))
    try:
        moment = datetime.fromisoformat(plain)
    except ValueError:
        moment = None
    is_day = len(plain) <= len("2026-11-25")
    if moment is None or is_day or not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise InvalidValueError(
            "--at", text, marked("Write a time, or a date and a time: 18:30, 2026-11-25T18:30.")
        )
    return moment.astimezone(now.tzinfo) if moment.tzinfo else moment


def _show(activity: PerformedActivity, command: Namespace) -> None:
    if command.json:
        print_json(activity_document(activity))
    else:
        print(f"{activity.id}  {log_line(activity)}")


def _pair_document(pair: WornPair) -> dict[str, object]:
    shoe = pair.shoe
    return {
        "id": shoe.id,
        "name": shoe.name,
        "bought": shoe.bought.isoformat() if shoe.bought else None,
        "start_metres": shoe.start_metres,
        "metres": pair.metres,
        "state": pair.state.value,
        "retired": shoe.retired.isoformat() if shoe.retired else None,
    }
