"""The words of a cell: in two lines where there is room, and short where there is none."""

from datetime import date

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coreapp.domain.month import month_weeks
from coreapp.ui.figure.art import FigureShot
from coreapp.ui.figure.late import LateFigures
from coreapp.ui.pages.plan.cell_parts import CellBrush, _shorter
from coreapp.ui.pages.plan.grid import DayGrid
from coreapp.ui.pages.plan.month_cell import MonthCells
from coreapp.ui.theme.fonts import Type
from tests.fakes.plan_days import CORE, MONDAY, PlanHome
from tests.fakes.programmes import BACK
from tests.fakes.shipped import shipped_art, shipped_theme

WIDE, NARROW = QRectF(0, 0, 112, 122), QRectF(0, 0, 66, 90)


@pytest.fixture
def home() -> PlanHome:
    return PlanHome()


@pytest.fixture
def brush(qtbot: QtBot) -> CellBrush:
    around = QWidget()
    qtbot.addWidget(around)
    theme, art = shipped_theme(), shipped_art()
    return CellBrush(theme, LateFigures(theme, art, around))


def test_a_long_title_goes_on_in_a_second_line_above_its_picture(
    brush: CellBrush, home: PlanHome
) -> None:
    home.put(CORE)
    (box,) = MonthCells(brush).boxes(WIDE, home.day(4))

    assert box.second.top() > box.line.top()
    assert box.figure.top() >= box.second.bottom()
    assert box.box.contains(box.second)
    first, rest = brush.in_two(box.item, box.item.short, box.line.width())
    assert f"{first} {rest}" == "Core basics for runners"


@pytest.mark.parametrize(
    ("text", "seen"),
    [("Core-basis voor lopers", "Core-"), ("Rumpfgrundlagen für Läufer", "Rumpfgru-")],
)
def test_nothing_is_lost_or_told_twice_where_a_line_ends(
    brush: CellBrush, home: PlanHome, text: str, seen: str
) -> None:
    home.put(CORE)
    metric = QFontMetricsF(brush.theme.font(Type.CAPTION_STRONG))

    width = metric.horizontalAdvance(seen) + 1
    first, rest = brush.in_two(home.item(4), text, width, has_sign=False)

    assert first.endswith("-")
    assert text in {f"{first}{rest}", f"{first.removesuffix('-')}{rest}"}


def test_in_a_narrow_cell_there_is_one_line(brush: CellBrush, home: PlanHome) -> None:
    home.put(CORE)

    (box,) = MonthCells(brush).boxes(NARROW, home.day(4))

    assert not box.second.isValid()


def test_what_fits_or_has_a_short_form_is_one_line(brush: CellBrush, home: PlanHome) -> None:
    home.plan(BACK)
    home.put("core-four", "FREQ=WEEKLY;BYDAY=TH")

    for number, width in ((2, 20.0), (5, 400.0)):
        item = home.item(number)
        assert brush.in_two(item, item.short, width) == (item.short, "")


@pytest.mark.parametrize(
    ("letters", "has_sign", "expected"),
    [
        (20, False, "Core basics for runners"),
        (9, False, "6:30\u202fPM"),
        (2, False, "Core basics for runners"),
        (2, True, ""),
    ],
)
def test_where_a_title_says_nothing_the_time_stands_or_the_sign_alone(
    brush: CellBrush, home: PlanHome, letters: int, has_sign: bool, expected: str
) -> None:
    home.put(CORE)
    metric = QFontMetricsF(brush.theme.font(Type.CAPTION))
    room = metric.horizontalAdvance("6:30\u202fPM" if letters == 9 else "n" * letters)

    item, texts = home.item(4), brush.texts
    shown = _shorter(item, item.short, texts, Type.CAPTION, room, has_sign=has_sign)
    assert shown == expected


class Noted(DayGrid):
    """Notes which days are painted again."""

    def __init__(self, *parts: object) -> None:
        super().__init__(*parts)
        self.days: list[date] = []

    def update(self, *args: object) -> None:
        self.days += [day.day for each in args if (day := self.model().day_at(each)) is not None]


def test_a_figure_that_has_come_paints_its_days_and_no_others(qtbot: QtBot, home: PlanHome) -> None:
    home.put(CORE)
    grid = Noted(shipped_theme(), shipped_art())
    qtbot.addWidget(grid)
    view = home.calendar.view(month_weeks(MONDAY, 0))
    grid.show_days(view, MONDAY, MONDAY, MONDAY.month)
    shown = {day: {each.picture for each in it.items} for day, it in view.days.items()}
    picture = next(iter(shown[home.day(4).day]))
    grid.days.clear()

    grid.findChildren(LateFigures)[0].shot_drawn.emit(FigureShot(picture))

    assert grid.days == [day for day, pictures in shown.items() if picture in pictures]
    assert 0 < len(grid.days) < len(shown)
