"""A report in words: its title, what it is, doses and pain in short forms."""

from collections.abc import Collection
from datetime import date

from coreapp.domain.exercise import Side
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.time_spent import minutes_of
from coreapp.domain.training_log import PerformedSession
from coreapp.i18n import _, format_date, format_minutes, format_number, pgettext
from coreapp.services.activity_words import distance_words, type_label
from coreapp.services.report import DoneDose, Report, ReportLine, ReportPart

NOTHING = "–"


def report_title() -> str:
    """Return what the report is called."""
    return _("Training and pain")


def period_line(report: Report) -> str:
    """Return the days that the report is about."""
    return _("{first} to {last}").format(
        first=format_date(report.first, "long"), last=format_date(report.last, "long")
    )


def standing_of_report() -> str:
    """Return what a report is, and what it is not."""
    return _(
        "All figures are what was entered by hand or counted while exercising. The program has not "
        "examined anybody; it names no cause and draws no conclusion. Pain and effort: 0 to 10."
    )


def head_facts(report: Report, wanted: Collection[ReportPart]) -> list[tuple[str, str]]:
    """Return the few figures that say what this time was like, with what each is.

    They are of the parts that are given away, and of no other.
    """
    facts = []
    if ReportPart.SESSIONS in wanted:
        minutes = sum(map(line_minutes, report.lines))
        time = format_minutes(60 * minutes) if minutes else NOTHING
        facts += [
            (_("Sessions and activities"), format_number(len(report.lines))),
            (_("Time in all"), time),
        ]
    if ReportPart.PAIN in wanted:
        known = [each.worst for each in report.pain.days.values() if each.worst is not None]
        mean = format_number(round(sum(known) / len(known), 1)) if known else NOTHING
        days = (report.last - report.first).days + 1
        of_days = _("{count} of {days}").format(count=len(known), days=days)
        facts += [(_("Worst pain of a day, mean"), mean), (_("Days with a pain figure"), of_days)]
    return facts


def section_title(part: ReportPart) -> str:
    """Return what stands above a part on paper; whoever reads it did not write the notes."""
    return pgettext("report", "Notes") if part is ReportPart.NOTES else part_label(part)


def part_label(part: ReportPart) -> str:
    """Return what a part of the report is called where it is chosen."""
    labels = {
        ReportPart.PAIN: pgettext("report", "Pain"),
        ReportPart.HOLDS: _("Exercises: first, last and most"),
        ReportPart.SESSIONS: _("Sessions and activities"),
        ReportPart.DOSES: _("The sets of each session"),
        ReportPart.RUNNING: _("Running by the week"),
        ReportPart.SITTING: pgettext("report", "Sitting"),
        ReportPart.NOTES: _("Notes in my own words"),
    }
    return labels[part]


def line_title(line: ReportLine) -> str:
    """Return what a session or an activity is called, with how far it went."""
    done = line.done
    if isinstance(done, PerformedActivity):
        name = type_label(done.type)
        return f"{name}, {distance_words(done.metres)}" if done.metres else name
    return done.title


def line_minutes(line: ReportLine) -> int:
    """Return its minutes."""
    done = line.done
    if isinstance(done, PerformedActivity):
        return done.minutes
    return minutes_of(done)


def pain_figures(done: PerformedSession | PerformedActivity) -> tuple[str, ...]:
    """Return pain before, at its worst, after and the next morning; a dash where none was said."""
    figures = (done.pain_before, done.pain_during, done.pain_after, done.pain_next_morning)
    return tuple(NOTHING if each is None else str(each) for each in figures)


def effort_figure(done: PerformedSession | PerformedActivity) -> str:
    """Return the effort; a dash where none was said."""
    return NOTHING if done.effort is None else format_number(done.effort)


def dose_words(dose: DoneDose) -> str:
    """Return sets and amounts in their shortest form, such as “3 × 20 s” or “20, 18, 15 s”."""
    if len(set(dose.amounts)) == 1:
        sets, amount = len(dose.amounts), format_number(dose.amounts[0])
        text = f"{sets}\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}{amount}" if sets > 1 else amount
    else:
        text = ", ".join(format_number(each) for each in dose.amounts)
    return text if dose.in_reps else _("{seconds} s").format(seconds=text)


def amount_words(dose: DoneDose, amount: int) -> str:
    """Return an amount in the unit of a dose."""
    figure = format_number(amount)
    return figure if dose.in_reps else _("{seconds} s").format(seconds=figure)


def side_words(side: Side) -> str:
    """Return a side, in a table; nothing where there is none."""
    labels = {
        Side.LEFT: pgettext("side", "left"),
        Side.RIGHT: pgettext("side", "right"),
        Side.BOTH: "",
        Side.ALTERNATING: pgettext("side", "in turns"),
    }
    return labels[side]


def doses_line(line: ReportLine) -> str:
    """Return all sets of a session in one paragraph, sides of an exercise together."""
    exercises: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for dose in line.doses:
        names[dose.exercise] = dose.name
        side = side_words(dose.side)
        words = f"{side} {dose_words(dose)}" if side else dose_words(dose)
        exercises.setdefault(dose.exercise, []).append(words)
    parts = (f"{names[each]}: {', '.join(doses)}" for each, doses in exercises.items())
    return " · ".join(parts)


def day_words(day: date) -> str:
    """Return a day in a table."""
    return format_date(day, "EEE d MMM")
