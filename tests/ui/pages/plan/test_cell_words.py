"""The words of a cell: in two lines where there is room, and short where there is none."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coreapp.domain.day_record import DayMark
from coreapp.domain.month import month_weeks
from coreapp.ui.figure.art import FigureShot
from coreapp.ui.figure.late import LateFigures
from coreapp.ui.pages.plan.cell_parts import CellBrush, CellLook
from coreapp.ui.pages.plan.cell_words import ICON_GAP, said_in_line, said_of_mark
from coreapp.ui.pages.plan.grid import DayGrid
from coreapp.ui.pages.plan.month_cell import MonthCells
from coreapp.ui.pages.plan.week_cell import WeekCells
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
    ("room", "has_sign", "expected"),
    [
        ("n" * 20, False, "Core basics for runners"),
        ("Core b…", False, "Core basics for runners"),
        ("6:30\u202fPM", False, "6:30\u202fPM"),
        ("Core …", False, "Core basics for runners"),
        ("Core…", False, ""),
        ("Core …", True, ""),
    ],
)
def test_where_a_title_says_nothing_the_time_stands_or_no_word(
    brush: CellBrush, home: PlanHome, room: str, has_sign: bool, expected: str
) -> None:
    home.put(CORE)
    item, texts, kind = home.item(4), brush.texts, Type.CAPTION
    sign = 14.0 if has_sign else 0.0
    wide = texts.width(kind, room) + 1 + sign + ICON_GAP

    assert said_in_line(item, item.short, texts, kind, wide, sign) == expected


def test_sessions_that_differ_by_a_letter_are_all_told_or_all_shortened(
    brush: CellBrush, home: PlanHome
) -> None:
    home.plan(BACK)
    item, texts, kind = home.item(2), brush.texts, Type.CAPTION_STRONG
    assert item.short.endswith(item.letter)
    names = [item.short.removesuffix(item.letter) + each for each in "ABC"]
    room = min(texts.width(kind, each) for each in names)
    assert room < max(texts.width(kind, each) for each in names)

    said = {
        said_in_line(replace(item, short=name, letter=name[-1]), name, texts, kind, room)
        for name in names
    }

    assert said == {"A", "B", "C"}


TIGHT = QRectF(0, 0, 50, 110)
"""A day with room for three letters."""


def test_where_no_word_has_room_a_large_figure_says_it(brush: CellBrush, home: PlanHome) -> None:
    home.put(CORE)
    cells = MonthCells(brush)
    (with_word,) = cells.boxes(TIGHT.adjusted(0, 0, 20, 0), home.day(4))
    (alone,) = cells.boxes(TIGHT, home.day(4))

    assert with_word.line.isValid()
    assert not alone.line.isValid()
    assert alone.figure.height() > with_word.figure.height()
    assert alone.box == alone.figure
    assert abs(alone.figure.center().x() - TIGHT.center().x()) < 1
    assert TIGHT.contains(alone.figure)


def test_two_without_words_share_the_day(brush: CellBrush, home: PlanHome) -> None:
    home.put(CORE)
    home.put("strength-30", at="07:00")

    first, second = MonthCells(brush).boxes(TIGHT, home.day(4))

    assert first.figure.size() == second.figure.size()
    assert first.figure.bottom() <= second.figure.top() + 0.5
    assert TIGHT.contains(first.figure)
    assert TIGHT.contains(second.figure)


def test_what_became_of_it_is_told_also_where_no_word_has_room(
    brush: CellBrush, home: PlanHome
) -> None:
    home.put(CORE)
    home.perform(home.occurrence(4))

    (done,) = MonthCells(brush).boxes(TIGHT, home.day(4))
    assert done.line.isValid()

    (over,) = MonthCells(brush)._boxes(TIGHT, home.day(11), CellLook(date(2026, 3, 12)))
    assert over.line.isValid()


def narrow_day(brush: CellBrush) -> float:
    """Return the width of a day that has room for one word, and for no time."""
    return brush.texts.width(Type.CAPTION_STRONG, "basics") + 16


def test_in_a_narrow_day_of_a_week_time_and_title_go_on_beneath(
    brush: CellBrush, home: PlanHome
) -> None:
    home.put(CORE)
    cells, item, texts = WeekCells(brush), home.item(4), brush.texts
    inner = cells._inner(QRectF(0, 0, narrow_day(brush), 0)).width()

    assert cells._time(item, inner) == ("6:30", "PM")
    title = cells._title(item, inner)
    assert title == ("Core", "basics", "for…")
    assert all(texts.width(Type.CAPTION_STRONG, each) <= inner + 1 for each in title)
    assert cells._time(item, inner + 40) == ("6:30\u202fPM",)


def test_in_a_narrow_day_of_a_week_no_piece_of_a_word_stands_for_it(
    brush: CellBrush, home: PlanHome
) -> None:
    home.put(CORE)
    cells, item = WeekCells(brush), replace(home.item(4), short="Sonnengruß 5")
    inner = cells._inner(QRectF(0, 0, narrow_day(brush), 0)).width()

    assert cells._title(item, inner) == ()
    assert cells._title(replace(item, letter="A"), inner) == ("A",)
    # Without a picture nothing else would say what it is.
    assert cells._title(replace(item, picture=""), inner) == ("Sonnengruß", "5")


def test_a_mark_has_a_shorter_word_where_its_own_has_no_room(brush: CellBrush) -> None:
    texts, kind = brush.texts, Type.CAPTION
    wide = texts.width(kind, "Easy day")

    assert said_of_mark(DayMark.EASY, texts, kind, wide) == "Easy day"
    assert said_of_mark(DayMark.EASY, texts, kind, wide - 1) == "Easy"


def test_a_day_is_as_high_as_all_its_lines(brush: CellBrush, home: PlanHome) -> None:
    home.put("strength-30", at="07:00")
    home.put(CORE)
    cells, day, width = WeekCells(brush), home.day(4), narrow_day(brush)

    first, second = cells.boxes(QRectF(0, 0, width, 0), day)

    of_words = (2 + 3 + 1) * cells._line()
    assert second.line.height() == pytest.approx(of_words)
    assert first.line.bottom() < second.figure.top()
    assert cells.height(day, width) > second.line.bottom()


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("Core-basis voor lopers", "voor lopers", ("Core-basis", "voor lopers")),
        ("Core-basis voor lopers", "lopers", ("Core-", "basis", "voor", "lopers")),
        ("Sonnengruß 5", "Sonn", ("Sonnengruß", "5")),
        ("16\N{NO-BREAK SPACE}Min.", "Min.", ("16", "Min.")),
        ("", "Min.", ("",)),
    ],
)
def test_words_stay_whole_in_a_narrow_day(
    brush: CellBrush, text: str, room: str, lines: tuple[str, ...]
) -> None:
    texts, kind = brush.texts, Type.CAPTION_STRONG

    assert texts.whole_words(kind, text, texts.width(kind, room) + 1) == lines


def test_the_length_is_left_out_where_its_unit_would_be_cut_off(
    brush: CellBrush, home: PlanHome
) -> None:
    home.put(CORE)
    cells, item = WeekCells(brush), home.item(4)

    room = brush.texts.width(Type.CAPTION, "16 min")
    assert cells._detail_lines(item, "16 min", room) == ("16 min",)
    assert cells._detail_lines(item, "16 Min.", room - 2) == ("16", "Min.")
    assert cells._detail_lines(item, "16 minutes", room - 2) == ()


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


def test_in_a_week_what_stands_beneath_a_title_is_not_cut_off(
    brush: CellBrush, home: PlanHome
) -> None:
    home.put(CORE)
    cells, item = WeekCells(brush), home.item(4)
    wide = brush.texts.width(Type.CAPTION_STRONG, "10:00 PM") + 40

    assert cells._detail_lines(item, "5 passes", wide) == ("5 passes",)
    assert len(cells._detail_lines(item, "5 passes with a chair", wide)) > 1
    assert "…" not in "".join(cells._detail_lines(item, "5 passes with a chair", wide))
