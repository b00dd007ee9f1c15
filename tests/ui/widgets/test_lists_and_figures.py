"""Numbers with their units, rows of lists, and the month to choose a day from."""

from datetime import date, time

import pytest
from PySide6.QtCore import QDate, QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from coreapp.domain.settings import ThemeChoice
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.calendar import CalmCalendar
from coreapp.ui.widgets.fields import DateField, NumberField, TimeField
from coreapp.ui.widgets.figure_label import FigureLabel
from coreapp.ui.widgets.form import FormCard, add_row
from coreapp.ui.widgets.labels import make_text
from coreapp.ui.widgets.list_row import DoneMark, ListRow, Measure
from coreapp.ui.widgets.segmented import SegmentedChoice

DAY = date(2026, 11, 25)


def has_colour(image: QImage, colour: QColor) -> bool:
    """Tell whether a colour is anywhere in a picture."""
    pixels = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return any(image.pixelColor(x, y) == colour for x, y in pixels)


def test_a_unit_is_smaller_than_its_number(qtbot: QtBot, theme: Theme) -> None:
    label = FigureLabel(theme, "16 min")
    qtbot.addWidget(label)

    large = QFontMetricsF(theme.font(Type.FIGURE))

    assert large.horizontalAdvance("16") < label.sizeHint().width()
    assert label.sizeHint().width() < large.horizontalAdvance("16 min")
    assert label.minimumSizeHint() == label.sizeHint()
    assert label.drop > 0


def test_a_number_grows_with_the_text_and_with_its_step(qtbot: QtBot, theme: Theme) -> None:
    label = FigureLabel(theme, "1 hr 5 min", Type.PAGE)
    qtbot.addWidget(label)
    small = label.sizeHint()

    label.set_kind(Type.FIGURE)
    assert label.sizeHint().height() > small.height()

    theme.set_text_factor(2)
    assert label.sizeHint().width() > 2 * small.width()


def test_a_number_is_in_ink_and_its_unit_paler(qtbot: QtBot, theme: Theme) -> None:
    label = FigureLabel(theme, "8 min")
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    image = label.grab().toImage()

    half = round(QFontMetricsF(theme.font(Type.FIGURE)).horizontalAdvance("8"))

    assert has_colour(image.copy(0, 0, half, image.height()), theme.tokens.ink)
    assert not has_colour(image.copy(half + 4, 0, 400, image.height()), theme.tokens.ink)


def test_lines_of_a_paragraph_stand_apart(qtbot: QtBot, theme: Theme) -> None:
    label = make_text("One line\nand another one")
    qtbot.addWidget(label)
    single = make_text("One line")
    qtbot.addWidget(single)

    both = label.heightForWidth(400)

    assert single.heightForWidth(400) == QLabel("One line").sizeHint().height()
    assert both > 2 * single.heightForWidth(400)
    assert make_text("").heightForWidth(400) == 0


@pytest.mark.parametrize(
    ("alignment", "side"),
    [(Qt.AlignmentFlag.AlignLeft, "left"), (Qt.AlignmentFlag.AlignRight, "right")],
)
def test_a_paragraph_keeps_to_its_side(
    qtbot: QtBot, alignment: Qt.AlignmentFlag, side: str
) -> None:
    label = make_text("I")
    qtbot.addWidget(label)
    label.setAlignment(alignment)
    label.resize(200, 40)
    image = label.grab().toImage()
    ground = image.pixelColor(100, 20)

    painted = [x for x in range(200) for y in range(40) if image.pixelColor(x, y) != ground]

    assert max(painted) < 100 if side == "left" else min(painted) > 100


def test_a_row_lights_up_under_the_mouse(qtbot: QtBot, theme: Theme) -> None:
    row = ListRow(theme)
    qtbot.addWidget(row)
    row.resize(200, 40)
    row.show()
    assert not has_colour(row.grab().toImage(), theme.tokens.hover)

    middle = QPointF(100, 20)
    QApplication.sendEvent(row, QEnterEvent(middle, middle, middle))
    assert has_colour(row.grab().toImage(), theme.tokens.hover)

    QApplication.sendEvent(row, QEvent(QEvent.Type.Leave))
    assert not has_colour(row.grab().toImage(), theme.tokens.hover)


def test_a_row_may_have_a_ground_of_its_own(qtbot: QtBot, theme: Theme) -> None:
    row = ListRow(theme, "accent_soft")
    qtbot.addWidget(row)
    row.resize(200, 40)
    assert has_colour(row.grab().toImage(), theme.tokens.accent_soft)


def test_a_mark_without_a_word_tells_it_by_its_tool_tip(qtbot: QtBot, theme: Theme) -> None:
    full, brief = DoneMark(theme, "Done"), DoneMark(theme, "Done", brief=True)
    for mark in (full, brief):
        qtbot.addWidget(mark)

    assert "Done" in [each.text() for each in full.findChildren(QLabel)]
    assert "Done" not in [each.text() for each in brief.findChildren(QLabel)]
    assert [each.toolTip() for each in brief.findChildren(QLabel)] == ["Done"]


def test_a_measure_is_a_figure_over_its_word(qtbot: QtBot) -> None:
    measure = Measure("4", "effort")
    qtbot.addWidget(measure)
    measure.show()
    figure, word = measure.findChildren(QLabel)

    assert (figure.text(), word.text()) == ("4", "effort")
    assert figure.geometry().bottom() < word.geometry().top()


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_the_calendar_marks_the_chosen_day_and_today(
    qtbot: QtBot, theme: Theme, choice: ThemeChoice
) -> None:
    calendar = CalmCalendar(theme, DAY)
    qtbot.addWidget(calendar)
    calendar.setSelectedDate(QDate(2026, 11, 20))
    theme.set_choice(choice)
    tokens = theme.tokens

    def cell(day: QDate) -> QImage:
        image = QImage(40, 40, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        calendar.paintCell(painter, QRect(0, 0, 40, 40), day)
        painter.end()
        return image

    assert has_colour(cell(QDate(2026, 11, 20)), tokens.ink)
    assert cell(QDate(2026, 11, 20)).pixelColor(8, 20) == tokens.ink
    assert cell(QDate(2026, 11, 25)).pixelColor(8, 20) == tokens.accent_soft
    assert cell(QDate(2026, 11, 21)).pixelColor(8, 20) == tokens.card
    weekend = calendar.weekdayTextFormat(Qt.DayOfWeek.Sunday)
    assert weekend == calendar.weekdayTextFormat(Qt.DayOfWeek.Monday)


def test_dates_times_and_numbers_have_one_width(qtbot: QtBot, theme: Theme) -> None:
    number = NumberField(theme)
    fields = [DateField(theme, DAY, DAY), TimeField(theme, time(18, 30)), number]
    host = QWidget()
    qtbot.addWidget(host)
    for field in fields:
        field.setParent(host)

    assert len({field.sizeHint().width() for field in fields}) == 1
    assert "2026" in fields[0].text()

    number.setRange(0, 10_000_000)
    number.setSuffix(" minutes in all")
    assert number.sizeHint().width() > fields[0].sizeHint().width()


def test_the_time_can_be_read(qtbot: QtBot, theme: Theme) -> None:
    """The text field within it had no room once."""
    field = TimeField(theme, time(18, 30))
    qtbot.addWidget(field)
    field.resize(field.sizeHint())
    field.show()

    line = field.lineEdit()
    assert line.width() > line.fontMetrics().horizontalAdvance(field.text())
    assert field.at() == time(18, 30)


def test_a_control_goes_beneath_its_words_where_it_must(qtbot: QtBot, theme: Theme) -> None:
    card = FormCard(theme)
    qtbot.addWidget(card)
    choice = SegmentedChoice(theme)
    choice.set_options([("a", "As the computer"), ("b", "Light"), ("c", "Dark")])
    row = add_row(card, "Colours", "", choice)
    card.show()

    card.resize(700, 200)
    qtbot.waitUntil(lambda: choice.x() > row.label.geometry().right())
    card.resize(choice.sizeHint().width() + 60, 200)
    qtbot.waitUntil(lambda: choice.y() > row.label.geometry().bottom())
