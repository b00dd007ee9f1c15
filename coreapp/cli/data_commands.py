"""`log`, `backup`, `restore` and `check`."""

from argparse import Namespace
from zoneinfo import ZoneInfo

from coreapp.bootstrap import Services
from coreapp.cli.activity_commands import activity_document, days_of, log_line
from coreapp.cli.output import (
    count_of_activities,
    count_of_sessions,
    iso,
    plain_number,
    print_json,
)
from coreapp.domain.errors import ContentError
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.training_log import PerformedSession, PerformedSet
from coreapp.i18n import _, format_clock, format_date, format_list, format_time, ngettext
from coreapp.services.explanations import explain
from coreapp.services.log_days import local_start
from coreapp.services.lost_choices import lost_sentence
from coreapp.services.session_words import outcome_label


def log(services: Services, command: Namespace) -> None:
    """Show what was done, newest first."""
    days = days_of(command)
    sessions = services.training.history(days)
    activities = services.activity_log.between(days)
    done: list[PerformedSession | PerformedActivity] = [*sessions, *activities]
    done.sort(key=lambda each: each.started_at, reverse=True)
    if command.json:
        print_json([_log_document(each) for each in done])
        return
    for each in done:
        print(log_line(each) if isinstance(each, PerformedActivity) else _session_line(each))
    words = []
    if sessions:
        words.append(count_of_sessions(len(sessions)))
    if activities:
        words.append(count_of_activities(len(activities)))
    print(format_list(words) if words else _("Nothing in the log yet."))


def backup(services: Services, command: Namespace) -> None:
    """Make a safety copy of everything."""
    made = services.safety_copies.make(command.file)
    size = made.file.stat().st_size
    if command.json:
        print_json({"file": str(made.file), "files": made.facts.files, "bytes": size})
        return
    count = made.facts.files
    files = ngettext("{count} file", "{count} files", count).format(count=count)
    print(_("{file}: a safety copy of {files}.").format(file=made.file, files=files))


def restore(services: Services, command: Namespace) -> None:
    """Put a safety copy in the place of everything that is here."""
    done = services.safety_copies.restore(command.file)
    made_at = done.facts.made_at.astimezone(ZoneInfo(services.clock.zone()))
    if command.json:
        document = {"file": str(command.file), "made_at": made_at.isoformat()}
        print_json({**document, "files": done.facts.files, "before": str(done.before)})
        return
    when = f"{format_date(made_at.date(), 'long')}, {format_time(made_at)}"
    print(
        _("Everything is as it was on {when}. What was here before is in {file}.").format(
            when=when, file=done.before
        )
    )


def check(services: Services, command: Namespace) -> int:
    """Check the content files and the stored data; 1 if something is wrong."""
    problems, counts = _check_content(services)
    problems += services.database.check()
    if lost := services.lost_choices.all():
        problems.append(lost_sentence(lost))
    if command.json:
        print_json({"ok": not problems, **counts, "problems": problems})
    elif problems:
        print("\n".join(problems))
    else:
        print(
            _("{exercises} exercises, {routines} routines, log and plan: all sound.").format(
                **counts
            )
        )
    return int(bool(problems))


def _check_content(services: Services) -> tuple[list[str], dict[str, int]]:
    """Return what is wrong with the content files, and how many things are in them."""
    try:
        library = services.library
    except ContentError as error:
        return [explain(error)], {"exercises": 0, "routines": 0}
    found = {"exercises": library.exercises, "routines": library.routines}
    problems = [f"{each.name}: {explain(each.error)}" for each in library.left_out]
    return problems, {kind: len(list(things)) for kind, things in found.items()}


def _log_document(done: PerformedSession | PerformedActivity) -> dict[str, object]:
    if isinstance(done, PerformedActivity):
        return activity_document(done)
    return session_document(done)


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
        "spent_seconds": None
        if session.spent_seconds is None
        else plain_number(session.spent_seconds),
        "effort": session.effort,
        "pain_before": session.pain_before,
        "pain_after": session.pain_after,
        "pain_during": session.pain_during,
        "pain_next_morning": session.pain_next_morning,
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
        "rest_seconds": None if each.rest_seconds is None else plain_number(each.rest_seconds),
    }


def _session_line(session: PerformedSession) -> str:
    start = local_start(session)
    when = f"{format_date(start.date(), 'short')} {format_time(start)}"
    worked = format_clock(session.work_seconds)
    return f"{when}  {session.title}  {worked}  {outcome_label(session.outcome)}"
