"""The hours of a day beside the field in which they are written."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from coreapp.ui.pages.settings.hours_strip import HoursStrip
from coreapp.ui.pages.text_row import Taken, TextRow
from tests.fakes.shipped import shipped_theme
from tests.ui.pages.desk import settle

THEME = shipped_theme()


def strip_of(qtbot: QtBot, text: str) -> HoursStrip:
    strip = HoursStrip(THEME, "rest")
    qtbot.addWidget(strip)
    strip.resize(240, 10)
    strip.show_text(text)
    return strip


def colour_at(strip: HoursStrip, hour: float) -> QColor:
    place = QPoint(round(strip.width() * hour / 24), strip.height() // 2)
    return strip.grab().toImage().pixelColor(place)


def test_hours_stand_where_they_are_in_the_day(qtbot: QtBot) -> None:
    strip = strip_of(qtbot, "08:00-11:00, 13-17.30")

    tokens = THEME.tokens
    assert [colour_at(strip, each) for each in (10, 14, 17)] == [tokens.rest] * 3
    assert [colour_at(strip, each) for each in (4, 11.7, 20)] == [tokens.line] * 3
    assert colour_at(strip, 12) == tokens.card, "noon parts the day"


def test_what_runs_over_midnight_ends_with_its_day(qtbot: QtBot) -> None:
    strip = strip_of(qtbot, "22:00-06:00")

    assert colour_at(strip, 23) == THEME.tokens.rest
    assert colour_at(strip, 3) == THEME.tokens.line


def test_what_cannot_be_read_is_left_out(qtbot: QtBot) -> None:
    assert strip_of(qtbot, "").ranges == ()
    assert len(strip_of(qtbot, "noonish, 08:00-09:00").ranges) == 1


def test_it_follows_the_field_and_goes_where_there_is_no_room(qtbot: QtBot) -> None:
    row = TextRow(THEME, "Monday", "", "08:00-12:00", lambda text: Taken(text=text))
    strip = strip_of(qtbot, "08:00-12:00")
    row.taken.connect(strip.show_text)
    row.put_between(strip)
    row.show_where_empty("free")
    qtbot.addWidget(row)
    row.resize(640, 60)
    row.show()
    assert strip.isVisible()

    field = row.findChild(QLineEdit)
    assert field.placeholderText() == "free"
    field.setText("09:00-10:00")
    field.setModified(True)
    field.editingFinished.emit()
    assert [each.text() for each in strip.ranges] == ["09:00-10:00"]

    row.resize(340, 60)
    settle()
    assert not strip.isVisible()


def test_beneath_its_words_a_field_is_as_wide_as_others(qtbot: QtBot) -> None:
    hint = "A time such as 12:30; empty for none"
    row = TextRow(THEME, "Walk at lunch", hint, "12:30", lambda text: Taken(text=text))
    qtbot.addWidget(row)
    row.resize(640, 60)
    row.show()
    field = row.findChild(QLineEdit)
    beside = field.width()

    row.resize(280, 120)
    settle()

    assert beside == THEME.fonts.pixels(216)
    assert field.width() == 280
