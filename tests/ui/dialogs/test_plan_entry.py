"""Planning a routine, once or again and again, and editing what is planned."""

from datetime import date, time

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtWidgets import QAbstractButton, QDialog
from pytestqt.qtbot import QtBot

from coreapp.domain.occurrences import occurrences
from coreapp.domain.rule_form import Repeat
from coreapp.domain.schedule import EntryDraft, ScheduleEntry, make_entry
from coreapp.services.plan_edits import EntryQuestion, Scope
from coreapp.ui.dialogs.plan_entry import PlanEntryDialog
from coreapp.ui.dialogs.routine_film import RoutineFilm
from coreapp.ui.widgets.film_strip import FilmStrip
from tests.fakes.plan_days import PlanHome
from tests.fakes.programmes import BACK
from tests.fakes.shipped import shipped_art, shipped_library, shipped_theme
from tests.ui.pages.desk import settle, texts

TODAY = date(2026, 3, 2)
BERLIN = "Europe/Berlin"


class Asked:
    def __init__(self, qtbot: QtBot, question: EntryQuestion, library=None) -> None:
        self.qtbot = qtbot
        self.dialog = PlanEntryDialog(
            shipped_theme(), shipped_art(), library or shipped_library(), question
        )
        self.answers = []
        self.dialog.planned.connect(self.answers.append)
        qtbot.addWidget(self.dialog)
        self.dialog.open()
        settle()

    @property
    def draft(self) -> EntryDraft:
        (answer,) = self.answers
        return answer.draft

    @property
    def words(self) -> str:
        """When it will be, as the dialog tells it."""
        return self.dialog._words.text()

    def click(self, name: str) -> None:
        button = next(
            each
            for each in self.dialog.findChildren(QAbstractButton)
            if each.isVisible() and name in {each.objectName(), each.text()}
        )
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        settle()

    def repeat(self, how: Repeat) -> None:
        field = self.dialog._rule._repeat
        field.setCurrentIndex(field.findData(how.value))
        field.activated.emit(field.currentIndex())


def entry_of(rule: str, **changes) -> ScheduleEntry:
    values = {
        "title": "Evening",
        "routine": "core-four",
        "rrule": rule,
        "at": "07:15",
        "start_date": "2026-02-02",
        "zone": BERLIN,
    }
    return make_entry("e1", EntryDraft(**(values | changes)))


def edited(qtbot: QtBot, rule: str, **changes) -> Asked:
    """Edit all of an entry that is to come."""
    entry = entry_of(rule, **changes)
    return Asked(qtbot, EntryQuestion(TODAY, BERLIN, TODAY, entry=entry))


@pytest.fixture
def asked(qtbot: QtBot) -> Asked:
    return Asked(qtbot, EntryQuestion(TODAY, BERLIN, TODAY))


def test_without_a_change_it_is_three_evenings_a_week(asked: Asked) -> None:
    asked.dialog.choose_routine("sun-salutation-5")

    asked.click("put_into_plan")

    draft = asked.draft
    assert draft.routine == "sun-salutation-5"
    assert draft.title == "Sun salutation 5"
    assert (draft.rrule, draft.at) == ("FREQ=WEEKLY;BYDAY=MO,WE,FR", "18:30")
    assert (draft.start_date, draft.zone) == ("2026-03-02", "Europe/Berlin")
    assert make_entry("id", draft)  # the plan takes it as it is
    assert asked.dialog.isVisible()
    assert asked.words == (
        "Monday, Wednesday, and Friday. Next: Mon, Mar 2, Wed, Mar 4, and Fri, Mar 6"
    )


def test_the_chosen_routine_is_seen(asked: Asked) -> None:
    film = asked.dialog.findChild(RoutineFilm)
    strip = film.findChild(FilmStrip)
    assert "Cat–cow" in strip.accessibleName()

    asked.dialog.choose_routine("desk-2min-f-walk")

    assert "Cat–cow" not in strip.accessibleName()
    assert strip.focusPolicy() == Qt.FocusPolicy.NoFocus, "there is nothing to do in it"
    film.show_routine("gone")
    assert film.isHidden()


def test_with_large_letters_the_height_is_left_to_what_is_asked(qtbot: QtBot) -> None:
    theme = shipped_theme()
    theme.set_text_factor(1.5)
    film = RoutineFilm(theme, shipped_art(), shipped_library())
    qtbot.addWidget(film)

    film.show_routine("core-four")

    assert film.isHidden()


def test_enter_puts_it_into_the_plan(asked: Asked) -> None:
    asked.qtbot.keyClick(asked.dialog, Qt.Key.Key_Return)

    assert len(asked.answers) == 1
    assert asked.answers[0].scope is None


def test_on_a_chosen_day_it_is_once(qtbot: QtBot) -> None:
    day = date(2026, 3, 20)
    asked = Asked(qtbot, EntryQuestion(TODAY, BERLIN, day, routine="core-four"))

    asked.click("put_into_plan")

    assert (asked.draft.rrule, asked.draft.start_date) == ("FREQ=DAILY;COUNT=1", "2026-03-20")
    assert asked.words == "Once. Next: Fri, Mar 20"


def test_days_time_and_beginning_are_chosen(asked: Asked) -> None:
    asked.click("day_MO")
    asked.click("day_SU")
    asked.dialog._at.setTime(QTime(6, 5))
    asked.dialog._from.setDate(QDate(2026, 4, 1))

    asked.click("put_into_plan")

    draft = asked.draft
    assert draft.rrule == "FREQ=WEEKLY;BYDAY=WE,FR,SU"
    assert (draft.at, draft.start_date) == ("06:05", "2026-04-01")


def test_it_can_be_every_few_days(asked: Asked) -> None:
    asked.repeat(Repeat.DAYS)
    asked.dialog._rule._every.setValue(3)

    asked.click("put_into_plan")

    assert asked.draft.rrule == "FREQ=DAILY;INTERVAL=3"
    assert asked.words.startswith("Every 3 days. Next: ")
    assert "Days from one to the next" in texts(asked.dialog)
    assert not asked.dialog._rule._day_row.isVisible()


def test_fewer_rows_make_it_lower_and_stand_as_close_as_before(asked: Asked) -> None:
    dialog, row = asked.dialog, asked.dialog._from_row
    high, apart = dialog.height(), row.height()

    asked.repeat(Repeat.ONCE)
    settle()

    assert dialog.height() < high
    assert row.height() == apart


def test_it_can_be_every_other_week_until_a_day(asked: Asked) -> None:
    asked.dialog._rule._every.setValue(2)
    asked.click("On a day")
    asked.dialog._rule._until.setDate(QDate(2026, 4, 30))

    asked.click("put_into_plan")

    assert asked.draft.rrule == "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR;UNTIL=20260430"


def test_it_can_be_on_a_day_of_the_month_some_times(asked: Asked) -> None:
    asked.repeat(Repeat.MONTH_DAY)
    asked.dialog._rule._month_day.setCurrentIndex(31)
    asked.click("After a number")
    asked.dialog._rule._count.setValue(4)

    asked.click("put_into_plan")

    assert asked.draft.rrule == "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=4"
    assert asked.words.startswith("The last day of the month, 4 times. Next: Tue, Mar 31")


def test_it_can_be_on_a_weekday_of_the_month(asked: Asked) -> None:
    asked.repeat(Repeat.MONTH_WEEKDAY)
    asked.dialog._rule._nth.setCurrentIndex(1)
    asked.dialog._rule._weekday.setCurrentIndex(3)
    asked.dialog._rule._weekday.activated.emit(3)

    asked.click("put_into_plan")

    assert asked.draft.rrule == "FREQ=MONTHLY;BYDAY=2TH"
    assert asked.words == (
        "The second Thursday of the month. Next: Thu, Mar 12, Thu, Apr 9, and Thu, May 14"
    )


def test_what_never_happens_is_told_at_once(asked: Asked) -> None:
    asked.click("On a day")
    asked.dialog._rule._until.setDate(QDate(2026, 3, 1))

    assert asked.words == "That never happens; change the days or the end."


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY",
        "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,SA",
        "FREQ=MONTHLY;BYMONTHDAY=15",
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR",
        "FREQ=DAILY;UNTIL=20261231",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=1MO",
        "FREQ=WEEKLY;BYDAY=SU;UNTIL=20261231T200000Z",
    ],
)
def test_a_rule_is_shown_and_kept_as_it_is(qtbot: QtBot, rule: str) -> None:
    asked = edited(qtbot, rule)

    asked.click("put_into_plan")

    assert (asked.draft.rrule, asked.draft.at, asked.draft.title) == (rule, "07:15", "Evening")
    assert asked.answers[0].scope is Scope.ALL


def test_a_rule_that_cannot_be_shown_is_told_as_it_is_and_can_be_changed(qtbot: QtBot) -> None:
    asked = edited(qtbot, "FREQ=YEARLY;BYMONTH=3;BYDAY=1MO")
    assert "FREQ=YEARLY;BYMONTH=3;BYDAY=1MO" in texts(asked.dialog)
    assert "All that are still to come; what is past stays as it was." in texts(asked.dialog)

    asked.repeat(Repeat.DAYS)
    asked.click("put_into_plan")

    assert asked.draft.rrule == "FREQ=DAILY"
    assert "FREQ=YEARLY;BYMONTH=3;BYDAY=1MO" not in texts(asked.dialog)


def test_what_is_left_of_a_count_is_shown(qtbot: QtBot) -> None:
    asked = edited(qtbot, "FREQ=DAILY;COUNT=40")

    asked.click("put_into_plan")

    # 28 days of February are over.
    assert asked.draft.rrule == "FREQ=DAILY;COUNT=12"


def test_of_one_alone_only_day_time_and_routine_are_asked(qtbot: QtBot) -> None:
    entry = entry_of("FREQ=DAILY")
    home = PlanHome()
    start, end = home.at(4), home.at(5)
    (occurrence,) = occurrences([entry], start - (end - start), start)
    asked = Asked(qtbot, EntryQuestion(TODAY, BERLIN, TODAY, entry=entry, occurrence=occurrence))

    assert "Repeats" not in texts(asked.dialog)
    asked.dialog._at.setTime(time(9, 0))
    asked.click("put_into_plan")
    assert asked.answers[0].scope is Scope.THIS
    assert asked.answers[0].at.isoformat() == "2026-03-04T09:00:00"

    asked.click("This and the following")
    assert "Repeats" in texts(asked.dialog)
    assert asked.dialog._from.day() == date(2026, 3, 4)


def test_a_session_of_a_programme_is_in_the_list_too(qtbot: QtBot) -> None:
    home = PlanHome()
    home.plan(BACK)
    entry = home.planning.entries()[0]

    asked = Asked(qtbot, EntryQuestion(TODAY, BERLIN, TODAY, entry=entry), home.library)

    assert asked.dialog._routine.currentText() == "Back strength, session A"


def test_no_day_at_all_is_asked_for(asked: Asked) -> None:
    for day in ("MO", "WE", "FR"):
        asked.click(f"day_{day}")

    asked.click("put_into_plan")
    assert asked.answers == []
    assert "Choose at least one day." in texts(asked.dialog)

    asked.click("day_TU")
    asked.click("put_into_plan")
    assert len(asked.answers) == 1
    assert "Choose at least one day." not in texts(asked.dialog)


@pytest.mark.parametrize("how", ["Cancel", "Esc"])
def test_it_can_be_left(asked: Asked, how: str) -> None:
    if how == "Esc":
        asked.qtbot.keyClick(asked.dialog, Qt.Key.Key_Escape)
    else:
        asked.click(how)

    assert asked.answers == []
    assert asked.dialog.result() == QDialog.DialogCode.Rejected
