"""The report of some weeks for somebody who treats backs: figures first, then the details.

What is asked first, how pain went, stands on top; the list of sessions, which may be long, last.
"""

from collections.abc import Collection, Sequence
from typing import Final

from coreapp.domain.day_record import Relief
from coreapp.i18n import _, format_date, format_minutes, format_number, ngettext, pgettext
from coreapp.services.activity_words import distance_words, pace_words
from coreapp.services.day_words import place_label, relief_label, trigger_label
from coreapp.services.report import (
    ExerciseProgress,
    PainReport,
    Report,
    ReportLine,
    ReportPart,
    ReportWeek,
)
from coreapp.services.report_words import (
    NOTHING,
    amount_words,
    day_words,
    dose_words,
    doses_line,
    effort_figure,
    head_facts,
    line_minutes,
    line_title,
    pain_figures,
    period_line,
    report_title,
    section_title,
    side_words,
    standing_of_report,
)
from coreapp.ui.printing.ink import Ink, Print, mm
from coreapp.ui.printing.pieces import Column, Panel, Piece, Row, Words
from coreapp.ui.printing.printout import Part, Sheet
from coreapp.ui.printing.report_charts import Bar, Line, PainChart, Sparkline
from coreapp.ui.printing.report_table import Table, TableHead

_SECTION: Final = mm(8)
_CHART: Final = mm(38)
_LINE: Final = mm(4.5)
_DAY: Final = mm(25)


def report_sheet(report: Report, ink: Ink, wanted: Collection[ReportPart]) -> Sheet:
    """Return the sheet of a report in the language shown.

    Args:
        report: what is known.
        ink: colours and fonts.
        wanted: the parts that the person wants to give away.
    """
    return _ReportSheet(report, ink, frozenset(wanted)).make()


class _ReportSheet:
    """Writes one report."""

    def __init__(self, report: Report, ink: Ink, wanted: frozenset[ReportPart]) -> None:
        self._report = report
        self._ink = ink
        self._wanted = wanted

    def make(self) -> Sheet:
        """Write it."""
        parts = [Part(self._head())]
        sections = {
            ReportPart.PAIN: self._pain,
            ReportPart.HOLDS: self._progress,
            ReportPart.RUNNING: self._running,
            ReportPart.SITTING: self._sitting,
            ReportPart.SESSIONS: self._lines,
            ReportPart.NOTES: self._notes,
        }
        for part, write in sections.items():
            if part in self._wanted:
                parts += self._section(section_title(part), write())
        title = f"{report_title()}, {period_line(self._report)}"
        return Sheet(title, tuple(parts))

    def _words(self, text: str, step: Print = Print.BODY, colour: str = "ink") -> Words:
        return Words(text, self._ink.font(step), self._ink.colour(colour))

    def _head(self) -> Piece:
        made = _("Made on {day}").format(day=format_date(self._report.made_on, "long"))
        name = Row(
            (self._words(pgettext("report", "Name"), Print.BODY, "ink2"), Line(self._ink, _LINE)),
            (mm(14), 0),
            0,
        )
        period = self._words(period_line(self._report), Print.NAME, "accent_text")
        texts = Column((self._words(report_title(), Print.TITLE), period), mm(1))
        aside = Column((name, self._words(made, Print.SMALL, "ink2")), mm(2.5))
        head = Row((texts, aside), (0, mm(66)), mm(8))
        standing = self._words(standing_of_report(), Print.SMALL, "ink2")
        panel = Panel(standing, self._ink.colour("stage"), mm(3), mm(2))
        return Column((head, panel, *self._figures()), mm(4))

    def _figures(self) -> list[Piece]:
        """Write the few figures that say what this time was like."""
        cells = [
            Column(
                (self._words(value, Print.NAME), self._words(name, Print.SMALL, "ink2")), mm(0.4)
            )
            for name, value in head_facts(self._report, self._wanted)
        ]
        return [Row(cells, [0.0] * len(cells), mm(4))] if cells else []

    def _section(self, title: str, rows: Sequence[Piece]) -> list[Part]:
        """Put a heading above the rows of a section; without any, say so."""
        head = self._words(title, Print.HEADING)
        found = rows or [self._words(_("Nothing was entered."), colour="ink2")]
        parts = [Part(head, _SECTION, keeps_next=True)]
        columns: Piece | None = None
        for row in found:
            is_head = isinstance(row, TableHead)
            parts.append(Part(row, mm(1.4), keeps_next=is_head, head=columns))
            columns = row if is_head else columns
        return parts

    def _pain(self) -> list[Piece]:
        report = self._report
        if not report.pain.days:
            return []
        chart = PainChart(self._ink, report.pain.days, report.first, report.last, _CHART)
        caption = self._words(
            _(
                "Worst pain of each day, 0 to 10. A mark on the line is a day without pain, a gap "
                "a day without a figure."
            ),
            Print.SMALL,
            "ink2",
        )
        return [Column((chart, caption, Column(())), mm(1)), *self._pain_facts(report.pain)]

    def _pain_facts(self, pain: PainReport) -> list[Piece]:
        places = [f"{place_label(each)} ({count})" for each, count in pain.places.items()]
        if pain.tingled:
            # Not in the f-string: on Python 3.11 what collects the texts sees none there.
            tingled = _("with tingling or numbness")
            places.append(f"{tingled} ({pain.tingled})")
        triggers = [f"{trigger_label(each)} ({count})" for each, count in pain.triggers.items()]
        reliefs = [_relief(each, *figures) for each, figures in pain.reliefs.items()]
        facts = [
            (_("Where, on how many days"), places),
            (_("Brought on by, on how many days"), triggers),
            (_("Tried; how much it helped, 0 to 3"), reliefs),
        ]
        return [
            Row(
                (self._words(name, Print.STRONG), self._words(", ".join(said))),
                (mm(72), 0),
                mm(3),
            )
            for name, said in facts
            if said
        ]

    def _progress(self) -> list[Piece]:
        if not self._report.progress:
            return []
        columns = (0, mm(16), mm(28), mm(28), mm(15), mm(17), mm(32))
        table = Table(self._ink, columns, numbers={4, 5})
        names = (
            pgettext("report", "Exercise"),
            pgettext("report", "Side"),
            pgettext("report", "First"),
            pgettext("report", "Last"),
            pgettext("report", "Most"),
            pgettext("report", "Sessions"),
        )
        rows: list[Piece] = [table.head((*names, pgettext("report", "Most, each time")))]
        before = ""
        for each in self._report.progress:
            name = "" if each.last.exercise == before else each.last.name
            before = each.last.exercise
            rows.append(table.row(self._progress_cells(name, each)))
        return rows

    def _progress_cells(self, name: str, each: ExerciseProgress) -> list[str | Piece]:
        amounts = [amount for _day, amount in each.points]
        return [
            name,
            side_words(each.last.side),
            dose_words(each.first),
            dose_words(each.last),
            amount_words(each.last, each.best),
            format_number(len(amounts)),
            Sparkline(self._ink, amounts, _LINE),
        ]

    def _running(self) -> list[Piece]:
        weeks = self._report.weeks
        if not weeks:
            return []
        columns = (mm(30), mm(14), mm(26), mm(24), mm(30), 0)
        table = Table(self._ink, columns, numbers={1, 2, 3, 4})
        names = (
            pgettext("report", "Week from"),
            pgettext("report", "Runs"),
            pgettext("report", "Time"),
            pgettext("report", "Distance"),
            pgettext("report", "Pace of easy runs"),
            "",
        )
        most = max(each.runs.minutes for each in weeks) or 1
        return [table.head(names), *(table.row(self._week(each, most)) for each in weeks)]

    def _week(self, week: ReportWeek, most: int) -> list[str | Piece]:
        runs = week.runs
        metres, seconds = runs.easy_metres, runs.easy_seconds
        return [
            day_words(week.monday),
            format_number(runs.sessions),
            format_minutes(60 * runs.minutes) if runs.minutes else NOTHING,
            distance_words(week.metres) if week.metres else NOTHING,
            pace_words(1000 * seconds / metres) if metres else NOTHING,
            Bar(self._ink, runs.minutes / most, _LINE),
        ]

    def _sitting(self) -> list[Piece]:
        figures = self._report.sitting
        if not figures.days:
            return []
        text = ngettext(
            "On {days} day that was sensed: {sitting} of sitting a day, the longest time without a "
            "break {longest}; {due} breaks came due, {breaks} were taken.",
            "On {days} days that were sensed: {sitting} of sitting a day, the longest time without "
            "a break {longest}; {due} breaks came due, {breaks} were taken.",
            figures.days,
        )
        return [
            self._words(
                text.format(
                    days=figures.days,
                    sitting=format_minutes(figures.sitting / figures.days),
                    longest=format_minutes(figures.longest),
                    breaks=format_number(figures.breaks),
                    due=format_number(figures.due),
                )
            )
        ]

    def _lines(self) -> list[Piece]:
        if not self._report.lines:
            return []
        columns = (_DAY, 0, mm(15), mm(21))
        names = (
            pgettext("report", "Day"),
            pgettext("report", "What"),
            pgettext("report", "Minutes"),
            pgettext("report", "Effort"),
        )
        if ReportPart.PAIN not in self._wanted:
            table = Table(self._ink, columns, numbers={2, 3})
            return [table.head(names), *(self._line(table, each) for each in self._report.lines)]
        pains = (
            pgettext("report", "Before"),
            pgettext("report", "Worst"),
            pgettext("report", "After"),
            pgettext("report", "Next morning"),
        )
        table = Table(
            self._ink, (*columns, mm(13), mm(15), mm(13), mm(18)), numbers={2, 3, 4, 5, 6, 7}
        )
        over = self._words(
            _("The last four columns are pain, 0 to 10; – was not entered."), Print.SMALL, "ink2"
        )
        head = table.head((*names, *pains))
        return [over, head, *(self._line(table, each) for each in self._report.lines)]

    def _line(self, table: Table, line: ReportLine) -> Piece:
        cells = [
            day_words(line.day),
            line_title(line),
            format_number(line_minutes(line)),
            effort_figure(line.done),
            *(pain_figures(line.done) if ReportPart.PAIN in self._wanted else ()),
        ]
        if ReportPart.DOSES not in self._wanted or not line.doses:
            return table.row(cells)
        return table.row(cells, beneath=doses_line(line), indent=_DAY)

    def _notes(self) -> list[Piece]:
        return [
            Row(
                (self._words(day_words(day), Print.BODY, "ink2"), self._words(text)),
                (_DAY, 0),
                mm(2),
            )
            for day, text in self._report.notes
        ]


def _relief(relief: Relief, times: int, total: int) -> str:
    """Return what was tried with how often, and how much it helped in the mean."""
    mean = format_number(round(total / times, 1))
    return _("{what} ({times} ×, {mean})").format(what=relief_label(relief), times=times, mean=mean)
