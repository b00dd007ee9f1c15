"""`log`, `export`, `import` and `check`."""

from argparse import Namespace
from pathlib import Path

from coreapp.bootstrap import Services
from coreapp.cli.output import count_of_entries, count_of_sessions, iso, plain_number, print_json
from coreapp.domain.errors import FileUnreadableError
from coreapp.domain.training_log import DateRange, PerformedSession, PerformedSet
from coreapp.domain.wall_time import parse_date
from coreapp.i18n import _, format_clock, format_date, format_time
from coreapp.services.session_words import outcome_label


def log(services: Services, command: Namespace) -> None:
    """Show what was done, newest first."""
    sessions = services.training.history(_days(command))
    if command.json:
        print_json([session_document(session) for session in sessions])
        return
    for session in sessions:
        print(_session_line(session))
    print(count_of_sessions(len(sessions)) if sessions else _("Nothing in the log yet."))


def export(services: Services, command: Namespace) -> None:
    """Write the log and the plan into a file."""
    from coreapp.interchange import json_format  # noqa: PLC0415  only here

    _check_ending(command.file)
    bundle = services.transfer.collect(with_presence=command.with_presence)
    text = json_format.encode(bundle)
    try:
        command.file.write_text(text, encoding="utf-8")
        command.file.chmod(0o600)
    except OSError as error:
        raise FileUnreadableError(str(command.file), error.strerror or str(error)) from error
    counts = {"sessions": len(bundle.sessions), "entries": len(bundle.entries)}
    if command.json:
        print_json({"file": str(command.file), **counts, "spans": len(bundle.spans)})
    else:
        print(
            _("{sessions} and {entries} are in {file}.").format(
                sessions=count_of_sessions(len(bundle.sessions)),
                entries=count_of_entries(len(bundle.entries)),
                file=command.file,
            )
        )


def bring_in(services: Services, command: Namespace) -> None:
    """Merge an exported file into the log and the plan."""
    from coreapp.interchange import json_format  # noqa: PLC0415  only here

    _check_ending(command.file)
    try:
        text = command.file.read_bytes()
    except OSError as error:
        raise FileUnreadableError(str(command.file), error.strerror or str(error)) from error
    merged = services.transfer.merge(json_format.decode(text))
    if command.json:
        print_json({"added": merged.added, "changed": merged.changed, "same": merged.same})
    else:
        print(
            _("{added} added, {changed} changed, {same} already there.").format(
                added=merged.added, changed=merged.changed, same=merged.same
            )
        )


def check(services: Services, command: Namespace) -> int:
    """Check the content files and the stored data; 1 if something is wrong."""
    exercises = len(list(services.library.exercises))
    routines = len(list(services.library.routines))
    problems = list(services.database.check())
    if command.json:
        print_json(
            {"ok": not problems, "exercises": exercises, "routines": routines, "problems": problems}
        )
        return int(bool(problems))
    for problem in problems:
        print(problem)
    if not problems:
        print(
            _("{exercises} exercises, {routines} routines, log and plan: all sound.").format(
                exercises=exercises, routines=routines
            )
        )
    return int(bool(problems))


def _days(command: Namespace) -> DateRange:
    first = parse_date("--from", command.first) if command.first else None
    last = parse_date("--to", command.last) if command.last else None
    return DateRange(first, last)


def session_document(session: PerformedSession) -> dict[str, object]:
    """Return a session in the shape that `log --json` promises."""
    return {
        "id": session.id,
        "kind": session.kind.value,
        "started_at": iso(session.started_at, session.zone),
        "ended_at": iso(session.ended_at, session.zone),
        "zone": session.zone,
        "routine": session.routine,
        "outcome": session.outcome.value,
        "effort": session.effort,
        "pain_before": session.pain_before,
        "pain_after": session.pain_after,
        "title": session.title,
        "note": session.note,
        "sets": [_set_document(each) for each in session.sets],
    }


def _set_document(each: PerformedSet) -> dict[str, object]:
    return {
        "exercise": each.exercise,
        "name": each.name,
        "side": each.side.value,
        "set": each.set,
        "planned_seconds": plain_number(each.planned_seconds),
        "actual_seconds": plain_number(each.actual_seconds),
        "planned_reps": each.planned_reps,
        "actual_reps": each.actual_reps,
        "skipped": each.skipped,
    }


def _session_line(session: PerformedSession) -> str:
    from zoneinfo import ZoneInfo  # noqa: PLC0415  only here

    start = session.started_at.astimezone(ZoneInfo(session.zone))
    when = f"{format_date(start.date(), 'short')} {format_time(start)}"
    worked = format_clock(session.work_seconds)
    return f"{when}  {session.title}  {worked}  {outcome_label(session.outcome)}"


def _check_ending(file: Path) -> None:
    if file.suffix.lower() != ".json":
        raise FileUnreadableError(str(file), _("the file's name must end in .json"))
