"""The page of breaks: earlier days, figures, what is tried out, and what is deleted."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from coreapp.domain.errors import DatabaseBusyError, FileUnreadableError
from coreapp.domain.guide import WHEN_TO_SEE_A_DOCTOR
from coreapp.services.changes import Change
from coreapp.services.hurts import Hurts
from coreapp.ui.breaks.hurts_row import HurtsRow
from coreapp.ui.pages.breaks.page import PREVIEW
from coreapp.ui.pages.breaks.preview import BreakPreview
from coreapp.ui.widgets.buttons import Chip
from coreapp.ui.widgets.day_columns import DayColumns
from coreapp.ui.widgets.day_strip import DayStrip
from tests.fakes.breaks_page import FRIDAY, BreaksVisit
from tests.fakes.clock import FakeClock
from tests.fakes.desktop import FakeStateFile
from tests.fakes.shipped import shipped_library, shipped_theme
from tests.ui.walk import problems_in


@pytest.fixture
def make_visit(qtbot) -> Iterator:
    made: list[BreaksVisit] = []

    def make(
        settings: dict[str, object] | None = None, hurts: HurtsRow | None = None
    ) -> BreaksVisit:
        made.append(BreaksVisit(settings, hurts))
        qtbot.addWidget(made[-1].page)
        return made[-1]

    yield make
    for visit in made:
        visit.page.become_hidden()
        visit.page.hide()


@pytest.fixture
def visit(make_visit) -> BreaksVisit:
    return make_visit()


def test_an_earlier_day_can_be_looked_at_and_left(visit):
    visit.remember()
    visit.open()
    for _step in range(3):
        visit.icon_button("The day before").click()
    told = visit.texts()
    assert "Friday, February 27, 2026" in told
    assert "40 min\nLongest sit" in told
    assert "skipped" not in told
    assert visit.page.findChild(DayColumns).chosen == FRIDAY
    visit.click("Today")

    assert "The figures come with the first minutes of sitting." in visit.texts()
    assert "Friday, February 27" not in visit.texts()
    assert not visit.icon_button("The day after").isEnabled()


def test_yesterday_has_its_name_and_nothing_may_be_known_of_it(visit):
    visit.open()
    visit.icon_button("The day before").click()
    assert "Yesterday" in visit.texts()
    assert "Nothing is recorded of this day." in visit.texts()
    visit.icon_button("The day after").click()

    assert "Nothing yet." in visit.texts()


def test_a_day_of_the_week_is_chosen_by_its_column(visit):
    visit.remember(date(2026, 2, 26))
    visit.open()
    visit.icon_button("The day before").click()
    columns = visit.page.findChild(DayColumns)
    for _step in range(3):
        QTest.keyClick(columns, Qt.Key.Key_Left)

    assert columns.chosen == date(2026, 2, 26)
    assert "Thursday, February 26, 2026" in visit.texts()


def test_an_earlier_day_stays_while_time_goes_on_but_not_beyond_what_is_kept(make_visit):
    visit = make_visit({"keep_presence_days": 1})
    visit.open()
    visit.icon_button("The day before").click()
    assert not visit.icon_button("The day before").isEnabled()
    visit.page.refresh()
    assert "Yesterday" in visit.texts()
    visit.desk.clock.advance(24 * 3600)
    visit.page.refresh()

    assert "Yesterday" not in visit.texts()


def test_the_figures_of_the_day_are_there(visit):
    visit.desk.work(40)
    visit.desk.rest(180)
    visit.desk.work(20)
    visit.open()

    told = visit.texts()
    assert "40 min\nLongest sit" in told
    assert "1 of 2\nStretches up to 30 min" in told
    assert "1\nBreaks" in told
    assert "1\ndue" in told


def test_of_the_rarer_counts_only_those_are_told_that_there_are(visit):
    visit.desk.work(20)
    visit.open()
    assert "0\ntaken" in visit.texts()
    assert "skipped" not in visit.texts()
    assert "Natural: away long enough" not in visit.texts()


def test_two_weeks_are_compared_in_a_sentence(visit):
    visit.remember()
    visit.desk.work(20)
    visit.desk.rest(180)
    visit.open()

    assert "100% of the stretches of sitting were up to 30 min" in visit.texts()
    assert "in the week before it was 0%." in visit.texts()


def test_the_span_that_is_looked_at_is_told_in_words(visit):
    visit.desk.work(34)
    visit.desk.rest(180)
    visit.desk.work(5)
    visit.open()
    strip = visit.page.findChild(DayStrip)
    QTest.keyClick(strip, Qt.Key.Key_Home)

    assert "Sitting, 9:00 AM" in visit.texts()
    assert strip.accessibleDescription().startswith("Sitting")


def test_all_times_can_be_deleted_and_brought_back(visit):
    visit.remember()
    visit.open()
    visit.click("Delete all times")
    assert visit.desk.database.stored.spans.kept == {}
    assert visit.shell.told == ["All times of sitting are deleted"]
    visit.shell.undos[0]()

    assert set(visit.desk.database.stored.spans.kept) == {"old 1", "old 2"}


def test_times_that_cannot_be_deleted_stay_and_that_is_said(visit):
    visit.remember()
    visit.open()
    visit.desk.database.failure = DatabaseBusyError()
    visit.click("Delete all times")

    assert visit.shell.told == []
    assert visit.shell.errors


def test_the_preview_is_a_part_of_the_page(visit, qtbot):
    visit.open()
    visit.click("Preview my day")
    assert visit.shell.times_previewed == 1
    visit.page.show_part(PREVIEW)
    preview = visit.page.findChild(BreakPreview)
    qtbot.waitUntil(lambda: preview.is_settled)
    assert preview.isVisible()
    assert not visit.button("Break now").isVisible()
    QTest.keyClick(visit.page, Qt.Key.Key_Escape)
    assert visit.shell.times_gone_back == 1
    visit.page.show_part("")

    assert not preview.isVisible()
    assert visit.button("Break now").isVisible()
    QTest.keyClick(visit.page, Qt.Key.Key_Escape)
    assert visit.shell.times_gone_back == 1


def test_the_preview_begins_with_the_rules_in_use_each_time(visit, qtbot):
    visit.open()
    visit.page.show_part(PREVIEW)
    preview = visit.page.findChild(BreakPreview)
    qtbot.waitUntil(lambda: preview.is_settled)
    preview._form._numbers["interval_min"].setValue(45)
    visit.page.show_part("")
    visit.page.show_part(PREVIEW)
    qtbot.waitUntil(lambda: preview.is_settled)

    assert visit.page.findChildren(BreakPreview) == [preview]
    assert preview._form.settings.interval_min == 30


def test_settings_that_were_tried_can_be_used_and_undone(visit, qtbot):
    visit.open()
    visit.page.show_part(PREVIEW)
    preview = visit.page.findChild(BreakPreview)
    qtbot.waitUntil(lambda: preview.is_settled)
    preview._form._numbers["interval_min"].setValue(45)
    qtbot.waitUntil(lambda: preview.is_settled)
    visit.click("Use these settings")
    assert visit.desk.preferences.settings.breaks.interval_min == 45
    assert visit.taken[-1].breaks.interval_min == 45
    visit.shell.undos[0]()

    assert visit.desk.preferences.settings.breaks.interval_min == 30
    assert visit.taken[-1].breaks.interval_min == 30


def test_settings_that_cannot_be_kept_are_not_said_to_be_in_use(visit, qtbot):
    visit.open()
    visit.page.show_part(PREVIEW)
    preview = visit.page.findChild(BreakPreview)
    qtbot.waitUntil(lambda: preview.is_settled)
    preview._form._numbers["interval_min"].setValue(45)
    visit.desk.preferences._file.failure = FileUnreadableError("settings.json", "read-only")
    visit.click("Use these settings")

    assert visit.shell.told == []
    assert visit.shell.errors
    qtbot.waitUntil(lambda: preview.is_settled)


def test_what_hurts_today_is_asked_and_kept(make_visit):
    hurts = Hurts(FakeStateFile(), FakeClock(), shipped_library())
    visit = make_visit(hurts=HurtsRow(shipped_theme(), hurts, shipped_library()))
    visit.open()
    visit.page.findChildren(Chip)[0].click()
    assert len(hurts.today) == 1
    assert visit.shell.changes == [(Change.BREAKS, Change.LIBRARY)]
    visit.page.findChild(QPushButton, "hurts_doctor").click()

    assert visit.shell.articles == [WHEN_TO_SEE_A_DOCTOR]


def test_what_hurts_that_cannot_be_kept_is_told(make_visit):
    file = FakeStateFile(failure=FileUnreadableError("hurts.json", "read-only"))
    hurts = Hurts(file, FakeClock(), shipped_library())
    visit = make_visit(hurts=HurtsRow(shipped_theme(), hurts, shipped_library()))
    visit.open()
    visit.page.findChildren(Chip)[0].click()

    assert visit.shell.errors


@pytest.mark.parametrize("width", [848, 1224])
@pytest.mark.parametrize("part", ["", PREVIEW])
def test_everything_has_a_name_and_room(visit, qtbot, width, part):
    visit.remember()
    visit.desk.work(34)
    visit.open(width, 680)
    visit.page.show_part(part)
    preview = visit.page.findChild(BreakPreview)
    if preview is not None:
        qtbot.waitUntil(lambda: preview.is_settled)
    visit.texts()

    assert problems_in(visit.page) == []


def test_the_keys_reach_all_that_can_be_done(visit):
    visit.open()
    reached: set[QWidget] = set()
    widget: QWidget = visit.page
    while (widget := widget.nextInFocusChain()) not in reached:
        reached.add(widget)
    wanted = [DayStrip, DayColumns]
    for kind in wanted:
        found = visit.page.findChild(kind)
        assert found.focusPolicy() is Qt.FocusPolicy.StrongFocus
        assert found in reached


@pytest.mark.parametrize("width", [848, 1224])
def test_nothing_is_clipped(visit, width):
    visit.desk.work(34)
    visit.desk.rest(180)
    visit.open(width, 680)
    assert visit.texts()

    for label in visit.page.findChildren(QLabel):
        if label.isVisible() and label.text():
            needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
            assert label.height() >= needed, label.text()
            if not label.wordWrap():
                assert label.width() >= label.sizeHint().width(), label.text()
    assert visit.page.widget().width() <= visit.page.viewport().width()
