"""`programmes` and `programme`: what they are, how far one is, and into the plan.

The parser knows all commands whenever the program starts, so their words are imported by the
command.
"""

from argparse import Namespace
from typing import TYPE_CHECKING

from coreapp.bootstrap import Services
from coreapp.cli.output import iso, plain_number, print_json
from coreapp.cli.plan_hints import tell_conflicts
from coreapp.cli.running import tell_changed
from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.wall_time import parse_date
from coreapp.i18n import _, format_clock, format_minutes, pgettext
from coreapp.services.changes import Change

if TYPE_CHECKING:
    from coreapp.domain.programme import Course, Programme
    from coreapp.services.programme_shifts import Shift
    from coreapp.services.programme_standing import Standing


def programmes(services: Services, command: Namespace) -> None:
    """List the programmes."""
    found = services.programmes.all()
    if command.json:
        print_json([_summary(each) for each in found])
        return
    for each in found:
        print(f"{each.id:24} {pgettext(each.text_context, each.name)}")
        print(f"{'':24} {pgettext(each.text_context, each.summary)}")


def programme(services: Services, command: Namespace) -> None:
    """Show a programme; first put it into the plan, shift it there or take it out, if asked to."""
    shown = services.programmes.programme(command.id)
    shift = _shift(services, shown.id, command)
    if shift is not None:
        tell_changed(services, Change.PLAN)
    if shift is not None and shift.conflicts and not command.json:
        from coreapp.services.shift_words import told_with_conflicts  # noqa: PLC0415  see above

        name = pgettext(shown.text_context, shown.name)
        print(told_with_conflicts(name, shift.conflicts))
    if shift is not None and command.days and not command.json:
        tell_conflicts(services, min(each.start_date for each in shift.change.added))
    standing = services.programmes.standing(shown.id)
    if command.json:
        print_json(_details(services, shown, standing))
    else:
        _show(services, shown, standing)


def _shift(services: Services, identity: str, command: Namespace) -> "Shift | None":
    """Change the plan as the command says; return what was changed, or None."""
    shifts = services.programme_shifts
    if command.days:
        return _plan(services, identity, command)
    if command.push:
        return shifts.push(identity, command.push)
    asked = {
        shifts.take_out: command.take_out,
        shifts.go_on: command.go_on,
        shifts.repeat_week: command.repeat_week,
        shifts.pause: command.pause,
        shifts.resume: command.resume,
    }
    return next((change(identity) for change, is_asked in asked.items() if is_asked), None)


def _plan(services: Services, identity: str, command: Namespace) -> "Shift":
    from coreapp.services.log_days import in_zone  # noqa: PLC0415
    from coreapp.services.programme_facts import Wish  # noqa: PLC0415  see above
    from coreapp.services.programme_standing import offered_time  # noqa: PLC0415
    from coreapp.services.rule_words import WEEKDAYS  # noqa: PLC0415

    days = frozenset(command.days.upper().replace(" ", "").split(","))
    if not days <= set(WEEKDAYS):
        raise InvalidValueError(
            "days", command.days, marked("Use MO, TU, WE, TH, FR, SA and SU, with commas between.")
        )
    today = in_zone(services.clock.reading().utc, services.clock.zone()).date()
    start = parse_date("from", command.start) if command.start else today
    paused = services.programme_shifts.paused(identity)
    usual = offered_time(services.programmes.standing(identity), paused.at if paused else "")
    wish = Wish(start, days, command.at or usual)
    return services.programme_shifts.put_into_plan(identity, wish)


def _show(services: Services, shown: "Programme", standing: "Standing") -> None:
    from coreapp.domain.programme import Course  # noqa: PLC0415  see above

    def say(text: str) -> str:
        return pgettext(shown.text_context, text)

    print(say(shown.name))
    for text in (shown.summary, shown.audience, shown.not_when, shown.progression):
        print(say(text))
    if isinstance(shown.plan, Course):
        _show_weeks(services, shown, shown.plan)
    _show_standing(shown, standing)
    print(say(shown.afterwards))


def _show_weeks(services: Services, shown: "Programme", course: "Course") -> None:
    from coreapp.services.programme_words import (  # noqa: PLC0415  see above
        growing_dose,
        letter_name,
        week_change,
        week_name,
    )

    weeks = services.programmes.weeks(shown, course)
    print()
    for week in weeks:
        clocks = "  ".join(
            f"{each.place.letter.upper()} {format_clock(each.seconds):>5}" for each in week.sessions
        )
        why = week_change(course, week.number, week.change)
        print(f"{week_name(week.number)}  {clocks}  {format_minutes(week.seconds)}  {why}")
    library, last = services.library, course.weeks[-1]
    for session in course.sessions:
        name = pgettext(shown.text_context, session.name)
        print(f"\n{letter_name(session.letter)}: {name}")
        first, final = (
            services.programmes.doses(shown, course, session, week) for week in (1, last)
        )
        for (growing, step), (_growing, later) in zip(first, final, strict=True):
            exercise = library.exercise(step.exercise)
            doses = [growing_dose(growing, each, exercise) for each in (step, later)]
            dose = " → ".join(dict.fromkeys(doses))
            print(f"  - {library.exercise_name(step.exercise)}: {dose}")
    print()


def _show_standing(shown: "Programme", standing: "Standing") -> None:
    from coreapp.services.programme_standing import CourseStanding  # noqa: PLC0415  see above
    from coreapp.services.programme_words import (  # noqa: PLC0415
        passes_reason,
        passes_text,
        session_name,
    )

    if not isinstance(standing, CourseStanding):
        passes = standing.passes
        print(_("Next: {session}").format(session=passes_text(passes.count)))
        print(passes_reason(passes))
    elif standing.next is None:
        print(_("Finished."))
    else:
        print(_("Next: {session}").format(session=session_name(shown, standing.next)))


def _summary(shown: "Programme") -> dict[str, object]:
    return {
        "id": shown.id,
        "name": pgettext(shown.text_context, shown.name),
        "summary": pgettext(shown.text_context, shown.summary),
    }


def _details(services: Services, shown: "Programme", standing: "Standing") -> dict[str, object]:
    from coreapp.domain.programme import Course  # noqa: PLC0415  see above

    texts = {
        key: pgettext(shown.text_context, getattr(shown, key))
        for key in ("audience", "not_when", "progression", "afterwards")
    }
    in_plan, paused = standing.in_plan, services.programme_shifts.paused(shown.id)
    document = _summary(shown) | texts
    document |= {
        "then": list(shown.then),
        "sources": list(shown.sources),
        "state": standing.state.value,
        "next": services.programmes.next_routine(shown, standing),
        "plan": in_plan and {"days": list(in_plan.weekdays), "at": in_plan.at.strftime("%H:%M")},
        "paused": paused
        and {
            "days": list(paused.weekdays),
            "at": paused.at,
            "since": paused.since.isoformat(),
        },
        "conflicts": [
            {"routine": each.routine, "start": iso(each.start, each.zone)}
            for each in services.programme_shifts.conflicts(shown.id)
        ],
    }
    if isinstance(shown.plan, Course):
        document["weeks"] = _weeks(services, shown, shown.plan)
    return document


def _weeks(services: Services, shown: "Programme", course: "Course") -> list[dict[str, object]]:
    return [
        {
            "week": week.number,
            "percent": course.percents[week.number - 1],
            "phase": pgettext(shown.text_context, course.stretch(week.number).name),
            "seconds": plain_number(week.seconds),
            "change": plain_number(week.change),
            "sessions": [
                {
                    "letter": each.place.letter,
                    "routine": each.routine,
                    "seconds": plain_number(each.seconds),
                    "work_seconds": plain_number(each.work_seconds),
                }
                for each in week.sessions
            ],
        }
        for week in services.programmes.weeks(shown, course)
    ]
