"""The report on paper: what was chosen, on few pages, with the columns named on each."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from coreapp.domain.day_record import Relief
from coreapp.domain.pain import PainDay, PainPlace
from coreapp.domain.settings import Settings
from coreapp.domain.training_log import BreakSpan
from coreapp.services.report import Report, ReportPart
from coreapp.services.report_reading import ReportReader
from coreapp.ui.printing.ink import Ink, mm
from coreapp.ui.printing.output import sheet_pdf
from coreapp.ui.printing.printout import Sheet
from coreapp.ui.printing.report_charts import PainChart, Sparkline
from coreapp.ui.printing.report_sheet import report_sheet
from tests.fakes.clock import FakeClock
from tests.fakes.training_days import EVENING, TODAY, Kept, day, did, keep, ran
from tests.fakes.work import FakeDatabase
from tests.ui.printing.conftest import A4

ALL = frozenset(ReportPart)
Read = Callable[[Sheet], list[str]]


def report_of(*kept: Kept, days: int = 28) -> Report:
    database = FakeDatabase()
    keep(database, kept)
    reader = ReportReader(database, FakeClock(EVENING), Settings)
    return reader.read(TODAY - timedelta(days=days - 1), TODAY)


def some() -> tuple[Kept, ...]:
    start = EVENING - timedelta(hours=5)
    return (
        did(1, effort=4.5, pain_before=2, note="Stiff at first"),
        ran(2, 40, metres=6000),
        ran(9, 30),
        day(3, pain_worst=4, pain_places=frozenset({PainPlace.NECK}), tingled=True),
        day(4, pain_worst=0, reliefs=((Relief.HEAT, 1),)),
        BreakSpan("s", start, start + timedelta(minutes=95), "Europe/Berlin", "sitting"),
    )


def test_everything_that_was_chosen_is_said(ink: Ink, read: Read) -> None:
    (page,) = read(report_sheet(report_of(*some()), ink, ALL))

    for said in (
        "Training and pain",
        "February 6, 2026 to March 5, 2026",
        "Made on March 5, 2026",
        "The program has not examined anybody",
        "Neck (1), with tingling or numbness (1)",
        "Heat (1 ×, 1)",
        "Seitstütz left 18 s",
        "6:40 min/km",
        "On 1 day that was sensed: 1 hr 35 min of sitting a day",
        "Core-Grundlagen 20 4.5 2 – – –",
        "Easy run, 6 km 40 –",
        "Stiff at first",
    ):
        assert said in page


@pytest.mark.parametrize("part", list(ReportPart))
def test_what_was_not_chosen_stays_out(ink: Ink, read: Read, part: ReportPart) -> None:
    marks = {
        ReportPart.PAIN: "Neck (1)",
        ReportPart.HOLDS: "First Last Most",
        ReportPart.SESSIONS: "Easy run, 6 km",
        ReportPart.DOSES: "Seitstütz: left",
        ReportPart.RUNNING: "Week from",
        ReportPart.SITTING: "that was sensed",
        ReportPart.NOTES: "Stiff at first",
    }
    report = report_of(*some())

    assert marks[part] in " ".join(read(report_sheet(report, ink, ALL)))
    assert marks[part] not in " ".join(read(report_sheet(report, ink, ALL - {part})))


def test_who_keeps_pain_back_gives_no_figure_of_it_away(ink: Ink, read: Read) -> None:
    report = report_of(*some(), did(0, pain_before=8, pain_during=7))

    text = " ".join(read(report_sheet(report, ink, ALL - {ReportPart.PAIN, ReportPart.NOTES})))

    assert "Core-Grundlagen 20 4.5" in text
    for word in ("orst", "Before", "pain figure", " 8 7", "Next morning"):
        assert word not in text, word


def test_without_the_sessions_the_head_does_not_add_them_up(ink: Ink, read: Read) -> None:
    wanted = {ReportPart.SITTING}

    (page,) = read(report_sheet(report_of(*some()), ink, wanted))

    assert "Time in all" not in page
    assert "that was sensed" in page


def test_where_nothing_was_entered_it_is_said(ink: Ink, read: Read) -> None:
    (page,) = read(report_sheet(report_of(), ink, ALL))

    assert page.count("Nothing was entered.") == len(ALL) - 1


def test_twelve_weeks_have_three_pages_with_named_columns(ink: Ink, read: Read) -> None:
    kept = [did(back, note="") for back in range(0, 84, 2)]
    pages = read(report_sheet(report_of(*kept, days=84), ink, ALL))

    assert len(pages) <= 3
    assert all("Minutes Effort Before" in each for each in pages[1:])


def test_the_same_report_makes_the_same_file(ink: Ink) -> None:
    report = report_of(*some())

    first, second = (sheet_pdf(report_sheet(report, ink, ALL), ink, A4) for _time in range(2))
    assert first == second


def painted(ink: Ink, piece) -> QImage:
    """Return a piece painted at two dots a millimetre."""
    image = QImage(200, 80, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(2 / mm(1), 2 / mm(1))
    piece.paint(painter, QRectF(0, 0, mm(100), mm(40)))
    painter.end()
    return image


def coloured(image: QImage, x: int, colour: QColor) -> int:
    """Return how many dots of a column have a colour."""
    return sum(image.pixelColor(x, y) == colour for y in range(image.height()))


def test_a_day_without_pain_is_not_a_day_without_a_figure(ink: Ink) -> None:
    first = TODAY - timedelta(days=3)
    days = {
        first: PainDay(8),
        first + timedelta(days=1): PainDay(0),
        first + timedelta(days=2): PainDay(None),
    }
    image = painted(ink, PainChart(ink, days, first, TODAY, mm(40)))
    accent, mark = ink.colour("accent"), ink.colour("ink3")
    centres = [round(14 + (186 / 4) * (index + 0.5)) for index in range(4)]

    assert coloured(image, centres[0], accent) > 40
    assert [coloured(image, each, accent) for each in centres[1:]] == [0, 0, 0]
    assert coloured(image, centres[1], mark) > 0
    assert [coloured(image, each, mark) for each in centres[2:]] == [0, 0]


@pytest.mark.parametrize("amounts", [(), (20,), (0, 0), (10, 20, 15)])
def test_a_line_of_any_length_is_painted(ink: Ink, amounts: tuple[int, ...]) -> None:
    image = painted(ink, Sparkline(ink, amounts, mm(40)))

    assert not image.isNull()
