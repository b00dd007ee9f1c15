"""`schedule kept`: what became of the plan."""

from argparse import Namespace
from dataclasses import asdict
from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from coreapp.bootstrap import Services
from coreapp.cli.output import print_json
from coreapp.domain.wall_time import parse_date
from coreapp.i18n import _, format_date

if TYPE_CHECKING:
    from coreapp.domain.adherence import Adherence, Figures, Judged

USUAL_WEEKS = 4


def kept(services: Services, command: Namespace) -> None:
    """Tell how much of the plan was done: of the last four weeks, if nothing else is said."""
    from coreapp.domain.activity import week_of  # noqa: PLC0415  late on purpose
    from coreapp.services.log_days import in_zone  # noqa: PLC0415

    today = in_zone(services.clock.reading().utc, services.clock.zone()).date()
    last = parse_date("to", command.last) if command.last else today
    first = week_of(last) - timedelta(weeks=USUAL_WEEKS - 1)
    first = parse_date("from", command.first) if command.first else first
    found = services.adherence.between(first, last)
    if command.json:
        print_json({"from": first.isoformat(), "to": last.isoformat(), **_document(found)})
    else:
        _show(found)


def _show(found: "Adherence") -> None:
    from coreapp.domain.activity import week_of  # noqa: PLC0415  late on purpose
    from coreapp.services.adherence_words import (  # noqa: PLC0415  late on purpose
        fate_name,
        kept_sentence,
    )

    by_week = {
        monday: list(planned)
        for monday, planned in groupby(found.planned, lambda each: week_of(each.day))
    }
    for week in found.weeks:
        monday = format_date(week.monday, "medium")
        sentence = kept_sentence(week.figures)
        print(_("Week from {date}: {sentence}").format(date=monday, sentence=sentence))
        for each in by_week.get(week.monday, []):
            fate = fate_name(each.fate)
            print(f"  {format_date(each.day, 'short')}  {each.occurrence.title}: {fate}")


def _document(found: "Adherence") -> dict[str, object]:
    return {
        "total": _figures(found.total),
        "weeks": [
            {"monday": each.monday.isoformat(), **_figures(each.figures)} for each in found.weeks
        ],
        "occurrences": [_judged(each) for each in found.planned],
        "moved_away": [_judged(each) for each in found.moved_away],
        "extra": [
            {"id": each.id, "day": each.day.isoformat(), "activity": each.is_activity}
            for each in found.extra
        ],
    }


def _figures(figures: "Figures") -> dict[str, object]:
    return {**asdict(figures), "percent": figures.percent}


def _judged(each: "Judged") -> dict[str, object]:
    occurrence = each.occurrence
    return {
        "id": occurrence.entry,
        "title": occurrence.title,
        "routine": occurrence.routine,
        "day": each.day.isoformat(),
        "original_date": occurrence.original_date.isoformat(),
        "fate": each.fate.value,
        "done_on": each.done_on.isoformat() if each.done_on else None,
    }
