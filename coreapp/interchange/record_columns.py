"""What stands in the columns of each table: their names, and where in a record each comes from."""

from collections.abc import Sequence
from typing import Final

from coreapp.domain.schedule import OccurrenceException
from coreapp.interchange.columns import (
    Column,
    day_of,
    moment,
    plain,
    text,
    words,
    yes_no,
)
from coreapp.interchange.csv_text import Line

_FELT: Final = (
    plain("effort"),
    plain("pain_before"),
    plain("pain_during"),
    plain("pain_after"),
    plain("pain_next_morning"),
)
_PLANNED: Final = (
    text("planned_entry", "planned", "entry"),
    moment("planned_start", "planned", "original_start"),
)
_ID: Final = text("id")
_ZONE: Final = text("zone")
SPENT: Final = "spent_seconds"


def _moved(exceptions: Sequence[OccurrenceException]) -> str:
    moved = [(each.original_date, each.moved_to) for each in exceptions if each.moved_to]
    return " ".join(f"{original}={to.isoformat()}" for original, to in moved)


def _skipped(exceptions: Sequence[OccurrenceException]) -> str:
    return " ".join(each.original_date.isoformat() for each in exceptions if each.skipped)


def _exceptions(_cell: str, line: Line) -> object:
    """Return what the cells of both columns say."""
    moved = (each.partition("=") for each in line.cells.get("moved", "").split())
    skipped = line.cells.get("skipped", "").split()
    return [
        *({"original_date": original, "moved_to": to} for original, _equals, to in moved),
        *({"original_date": each, "skipped": True} for each in skipped),
    ]


SESSION: Final = (
    _ID,
    day_of("started_at"),
    moment("started_at"),
    moment("ended_at"),
    plain(SPENT),
    _ZONE,
    plain("kind"),
    text("routine"),
    text("title", may_be_empty=True),
    plain("outcome"),
    *_FELT,
    yes_no("form_ok"),
    yes_no("stop_sign"),
    text("note"),
    *_PLANNED,
    plain("position"),
)
SET: Final = (
    plain("set_phase", "phase"),
    text("set_exercise", "exercise"),
    text("set_name", "name", may_be_empty=True),
    plain("set_side", "side"),
    plain("set_number", "set"),
    plain("set_planned_seconds", "planned_seconds"),
    plain("set_actual_seconds", "actual_seconds"),
    plain("set_planned_reps", "planned_reps"),
    plain("set_actual_reps", "actual_reps"),
    yes_no("set_skipped", "skipped"),
    plain("set_rest_seconds", "rest_seconds"),
)
ACTIVITY: Final = (
    _ID,
    day_of("started_at"),
    moment("started_at"),
    _ZONE,
    plain("type"),
    plain("minutes"),
    plain("metres"),
    plain("surface"),
    plain("hills"),
    text("shoe"),
    yes_no("warmed_up"),
    yes_no("cooled_down"),
    *_FELT,
    text("note"),
    *_PLANNED,
)
DAY: Final = (
    plain("day"),
    plain("mark"),
    plain("sleep_hours", "note", "sleep_hours"),
    plain("sleep_quality", "note", "sleep_quality"),
    plain("stress", "note", "stress"),
    plain("sit_hours", "note", "sit_hours"),
    plain("longest_sit_min", "note", "longest_sit_min"),
    plain("stand_hours", "note", "stand_hours"),
    yes_no("lifted", "note", "lifted"),
    yes_no("household", "note", "household"),
    plain("steps"),
    plain("pain_worst"),
    words("pain_places"),
    words("pain_triggers"),
    yes_no("tingled"),
    Column(
        "reliefs",
        ("reliefs",),
        lambda value, _it: " ".join(f"{relief}:{helped}" for relief, helped in value),
        lambda cell, _line: [each.split(":") for each in cell.split()],
    ),
    text("text"),
)
SHOE: Final = (_ID, text("name"), plain("bought"), plain("start_metres"), plain("retired"))
ENTRY: Final = (
    _ID,
    text("title"),
    text("routine"),
    text("rrule"),
    plain("at"),
    plain("start_date"),
    _ZONE,
    Column("moved", ("exceptions",), lambda value, _it: _moved(value), _exceptions),
    Column("skipped", ("exceptions",), lambda value, _it: _skipped(value), _exceptions),
)
SPAN: Final = (
    _ID,
    day_of("start"),
    moment("start"),
    moment("end"),
    _ZONE,
    text("kind"),
    text("reason"),
)
