"""The page of breaks: earlier days, figures, what is tried out, and what is deleted."""

from collections.abc import Iterator
from datetime import timedelta

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
    visit.icon_button("The day before").click()
    assert "Yesterday" in visit.texts()
    assert "Nothing is recorded of this day." in visit.texts()
    for _step in range(2):
        visit.icon_button("The day before").click()
    told = visit.texts()
    columns = visit.page.findChild(DayColumns)
    assert "Friday, February 27, 2026" in told
    assert "40 min\nLongest sit" in told
    assert "skipped" not in told
    assert columns.chosen == FRIDAY

    # A day is chosen by its column.
    QTest.keyClick(columns, Qt.Key.Key_Left)
    assert columns.chosen == FRIDAY - timedelta(days=1)
    assert "Thursday, February 26, 2026" in visit.texts()

    visit.click("Today")
    assert "The figures come with the first minutes of sitting." in visit.texts()
    assert "Nothing yet." in visit.texts()
    assert "Thursday, February 26" not in visit.texts()
    assert not visit.icon_button("The day after").isEnabled()

    visit.icon_button("The day before").click()
    visit.icon_button("The day after").click()
    assert "Nothing yet." in visit.texts()


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


def test_the_figures_of_the_day_are_there_and_its_spans_in_words(visit):
    visit.desk.work(40)
    visit.desk.rest(180)
    visit.desk.work(20)
    visit.open()

    told = visit.texts()
    assert "40 min\nLongest sit" in told
    assert "1 of 2\nStretches up to 30 min" in told
    assert "1\nBreaks" in told
    assert "1\ndue" in told

    strip = visit.page.findChild(DayStrip)
    QTest.keyClick(strip, Qt.Key.Key_Home)
    assert "Sitting, 9:00 AM" in visit.texts()
    assert strip.accessibleDescription().startswith("Sitting")


def test_two_weeks_are_compared_and_rarer_counts_told_only_if_there_are_any(visit):
    visit.remember()
    visit.desk.work(20)
    visit.open()
    assert "0\ntaken" in visit.texts()
    assert "skipped" not in visit.texts()
    assert "Natural: away long enough" not in visit.texts()

    visit.desk.rest(180)
    visit.page.refresh()
    assert "100% of the stretches of sitting were up to 30 min" in visit.texts()
    assert "in the week before it was 0%." in visit.texts()


def test_all_times_can_be_deleted_and_brought_back(visit):
    visit.remember()
    visit.open()
    visit.desk.database.failure = DatabaseBusyError()
    visit.click("Delete all times")
    assert visit.shell.told == []
    assert visit.shell.errors, "they cannot be deleted, and that is said"
    visit.desk.database.failure = None
    assert set(visit.desk.database.stored.spans.kept) == {"old 1", "old 2"}

    visit.click("Delete all times")
    assert visit.desk.database.stored.spans.kept == {}
    assert visit.shell.told == ["All times of sitting are deleted"]
    visit.shell.undos[0]()

    assert set(visit.desk.database.stored.spans.kept) == {"old 1", "old 2"}


def test_the_preview_begins_with_the_rules_in_use_and_those_that_were_tried_can_be_used(
    visit, qtbot
):
    visit.open()
    visit.click("Preview my day")
    assert visit.shell.times_previewed == 1
    visit.page.show_part(PREVIEW)
    preview = visit.page.findChild(BreakPreview)
    qtbot.waitUntil(lambda: preview.is_settled)
    assert preview.isVisible()
    assert not visit.button("Break now").isVisible()
    preview._form._numbers["interval_min"].setValue(45)
    QTest.keyClick(visit.page, Qt.Key.Key_Escape)
    assert visit.shell.times_gone_back == 1
    visit.page.show_part("")

    assert not preview.isVisible()
    assert visit.button("Break now").isVisible()
    QTest.keyClick(visit.page, Qt.Key.Key_Escape)
    assert visit.shell.times_gone_back == 1

    visit.page.show_part(PREVIEW)
    qtbot.waitUntil(lambda: preview.is_settled)
    assert visit.page.findChildren(BreakPreview) == [preview]
    assert preview._form.settings.interval_min == 30

    # Settings that were tried can be used, and that undone.
    preview._form._numbers["interval_min"].setValue(45)
    qtbot.waitUntil(lambda: preview.is_settled)
    file = visit.desk.preferences._file
    file.failure = FileUnreadableError("settings.json", "read-only")
    visit.click("Use these settings")
    assert visit.shell.told == [], "what cannot be kept is not said to be in use"
    assert visit.shell.errors

    file.failure = None
    visit.click("Use these settings")
    assert visit.desk.preferences.settings.breaks.interval_min == 45
    assert visit.taken[-1].breaks.interval_min == 45
    visit.shell.undos[0]()

    assert visit.desk.preferences.settings.breaks.interval_min == 30
    assert visit.taken[-1].breaks.interval_min == 30
    qtbot.waitUntil(lambda: preview.is_settled)


def test_what_hurts_today_is_asked_and_kept_or_told(make_visit):
    file = FakeStateFile()
    hurts = Hurts(file, FakeClock(), shipped_library())
    visit = make_visit(hurts=HurtsRow(shipped_theme(), hurts, shipped_library()))
    visit.open()
    visit.page.findChildren(Chip)[0].click()
    assert len(hurts.today) == 1
    assert visit.shell.changes == [(Change.BREAKS, Change.LIBRARY)]
    visit.page.findChild(QPushButton, "hurts_doctor").click()

    assert visit.shell.articles == [WHEN_TO_SEE_A_DOCTOR]

    file.failure = FileUnreadableError("hurts.json", "read-only")
    visit.page.findChildren(Chip)[1].click()
    assert visit.shell.errors, "it cannot be kept, and that is said"
    assert len(hurts.today) == 1


def clipped(visit) -> list[str]:
    """Return the words that have less room than they need."""
    labels = (each for each in visit.page.findChildren(QLabel) if each.isVisible() and each.text())
    return [
        each.text()
        for each in labels
        if (each.wordWrap() and each.height() < each.heightForWidth(each.width()))
        or (not each.wordWrap() and each.width() < each.sizeHint().width())
    ]


def test_everything_has_a_name_and_room_and_is_reached_by_keys(visit, qtbot):
    visit.remember()
    visit.desk.work(34)
    visit.desk.rest(180)
    for width in (848, 1224):
        visit.open(width, 680)
        assert visit.texts()
        assert problems_in(visit.page) == [], width
        assert clipped(visit) == [], width
        assert visit.page.widget().width() <= visit.page.viewport().width()

    reached: set[QWidget] = set()
    widget: QWidget = visit.page
    while (widget := widget.nextInFocusChain()) not in reached:
        reached.add(widget)
    for kind in (DayStrip, DayColumns):
        found = visit.page.findChild(kind)
        assert found.focusPolicy() is Qt.FocusPolicy.StrongFocus
        assert found in reached

    visit.page.show_part(PREVIEW)
    preview = visit.page.findChild(BreakPreview)
    qtbot.waitUntil(lambda: preview.is_settled)
    for width in (1224, 848):
        visit.page.resize(width, 680)
        visit.texts()
        assert problems_in(visit.page) == [], width
