"""The way of the walk: windows, pages and dialogs, one after the other; Esc closes each dialog."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from coreapp.domain.activity import ActivityType
from coreapp.domain.day_record import DayMark, DayRecord
from coreapp.domain.emergency import EMERGENCY_NUMBERS, Region
from coreapp.domain.first_answers import Step
from coreapp.domain.guide import Advice, Verdict
from coreapp.domain.pain import PainPlace
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.rule_form import Repeat, RuleForm
from coreapp.domain.schedule import EntryDraft
from coreapp.services.changes import Change
from coreapp.services.charts import PanelKey
from coreapp.services.reminding import Due
from coreapp.services.shoe_rack import ShoeDraft
from coreapp.ui.dialogs.chart_table import ChartTableDialog
from coreapp.ui.dialogs.exercise_editor import ExerciseEditor
from coreapp.ui.dialogs.goal import GoalDialog
from coreapp.ui.dialogs.report import ReportDialog
from coreapp.ui.main_window import MainWindow
from coreapp.ui.navigation import PageKey, Place
from coreapp.ui.pages.today.advice_card import AdviceCard
from coreapp.ui.pages.today.goal_row import GoalRow
from coreapp.ui.welcome.page import WelcomePage
from tests.e2e.world import PATIENCE_MS, World
from tests.ui.key_path import escape
from tests.ui.session_stations import ROUTINE, break_stations, player_stations

WINDOW = (1024, 680)
LARGE_WINDOW = (1440, 900)
KINDS_OF_PAGES = (
    *map(Place, PageKey),
    Place(PageKey.LIBRARY, exercise="plank"),
    Place(PageKey.ROUTINES, programme="back-strength-8wk"),
    *(Place(PageKey.GUIDE, article=each) for each in ("sitting", "shoes", "when-to-see-a-doctor")),
)


def plan_and_play(world: World) -> None:
    """Have something on every page: a plan, and a session in the log."""
    draft = EntryDraft(
        title=world.services.library.routine_name(ROUTINE),
        routine=ROUTINE,
        rrule="FREQ=WEEKLY;BYDAY=MO,WE,FR",
        at="18:30",
        start_date="2026-03-02",
        zone="Europe/Berlin",
    )
    world.services.planning.add(draft)
    world.program.changed(Change.PLAN)


def stations(world: World, size: tuple[int, int] = WINDOW) -> Iterator[tuple[str, QWidget]]:
    """Yield every window and page, each as it is seen, by name.

    Player and break are as large as `size`, as the window was made before.
    """
    program, window = world.program, world.program.window
    for key in (PageKey.PLAN, PageKey.LOG):
        program.open_page(key)
        yield f"{key} without anything", window
    program.open_page(PageKey.PLAN)
    window.page.ask_for_entry(ROUTINE)
    dialog = window.page.desk.entry_dialog
    yield "plan a session", dialog
    for repeat in Repeat:
        dialog._rule.show_form(RuleForm(repeat, weekdays=frozenset({"FR"}), count=3))
        yield f"plan it {repeat}", dialog
    escape(dialog)
    plan_and_play(world)
    yield from player_stations(world, size)
    yield from _pages(world)
    yield from _dialogs(world)
    yield from _activities(world)
    yield from _advice(world)
    yield from _more(world)
    yield from _about(world)
    yield from welcome(world)
    yield from break_stations(world, size)


def _pages(world: World) -> Iterator[tuple[str, QWidget]]:
    """Yield each page, and what is a page of its own below it."""
    program, window = world.program, world.program.window
    for key in PageKey:
        program.open_page(key)
        wait_for_page(world)
        yield str(key), window
    window.page._search.setText("e")  # the last of them: nearly all of it, in one column
    wait_for_page(world)
    yield "settings with an e", window
    window.page._search.clear()
    program.open_page(PageKey.ROUTINES)
    window.page.show_routine(ROUTINE)
    wait_for_page(world)
    yield "a routine unfolded", window
    for exercise in ("plank", "side-plank", "sun-salutation"):
        program.open_exercise(exercise)
        wait_for_page(world)
        yield exercise, window
    for programme in ("back-strength-8wk", "sun-salutation-5-to-10"):
        program.open_programme(programme)
        wait_for_page(world)
        yield programme, window
        window.page.desk.ask_for_days(programme)
        yield f"{programme} into the plan", window.page.desk.dialog
        escape(window.page.desk.dialog)
    for article in ("sitting", "shoes", "when-to-see-a-doctor"):
        program.open_article(article)
        wait_for_page(world)
        yield article, window
    window.page.panel.show_verdict(Verdict(Advice.EMERGENCY), EMERGENCY_NUMBERS[Region.OTHER])
    yield "an emergency", window


def wait_for_page(world: World) -> None:
    """Wait until the page is there with all its parts."""
    page = world.program.window.page
    bar = page.verticalScrollBar()

    def look_around() -> bool:
        # With large text much lies below the window, and some of that is made when it is seen.
        if not _is_read(page):
            bar.setValue(bar.maximum() if bar.value() == 0 else 0)
        return _is_read(page)

    world.qtbot.waitUntil(look_around, timeout=PATIENCE_MS)
    bar.setValue(0)
    world.settle()


def _is_read(page: QWidget) -> bool:
    """Tell whether a page that reads on a worker has all of it."""
    return getattr(page, "is_settled", True) and getattr(page, "is_complete", True)


def _plan(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    window.page._choose_kind("week")
    yield "plan of a week", window
    window.page._choose_kind("month")
    day = window.page.day + timedelta(days=2)
    window.page._go_to(day)
    yield "plan of another day", window
    item = window.page.grid.model().shown.day(day).open[0]
    window.page.desk.ask_to_move(item)
    yield "move a session", window.page.desk.move_dialog
    escape(window.page.desk.move_dialog)
    window.page.desk.edit_item(item)
    yield "edit one session", window.page.desk.entry_dialog
    window.page.desk.entry_dialog._scope.choose("all")
    window.page.desk.entry_dialog._show_scope("all")
    yield "edit all sessions", window.page.desk.entry_dialog
    escape(window.page.desk.entry_dialog)
    window.page.mark_desk.ask_for_days(day, day + timedelta(days=3))
    yield "mark days", window.page.mark_desk.dialog
    escape(window.page.mark_desk.dialog)
    window.page.mark_desk.mark(day, DayMark.TRAVEL)
    yield "a day of travel", window
    window.page.mark_desk.mark(day, None)


def _dialogs(world: World) -> Iterator[tuple[str, QWidget]]:
    program, window = world.program, world.program.window
    yield from _log(world)
    program.open_page(PageKey.PLAN)
    start, end = world.services.planning.today()
    (planned,) = world.services.planning.between(start, end)
    yield from _plan(window)
    program.open_page(PageKey.TODAY)
    program._reminders._remind(Due((planned.occurrence,), (), 300))
    program.tell_with_undo("Something was done", list)
    yield "banner and toast", window
    window.banner.dismiss()
    window.toast.hide()


def _log(world: World) -> Iterator[tuple[str, QWidget]]:
    """Yield everything that the page of the log opens."""
    world.program.open_page(PageKey.LOG)
    page = world.program.window.page
    world.qtbot.waitUntil(lambda: page.is_settled)
    desk, row = page._desk, next(each for each in page.rows if each.kind == "session")
    desk.open(row, page.window())
    yield "a session of the log", desk.session_dialog
    desk.session_dialog.show_problem("Give a time that has passed. " * 3)
    yield "a session of the log that is refused", desk.session_dialog
    escape(desk.session_dialog)
    desk._ask_feeling(row.key, page.window())
    yield "how it felt", desk.feeling_dialog
    escape(desk.feeling_dialog)
    desk.add_session(page.window())
    yield "enter a session", desk.past_dialog
    desk.past_dialog.choose_routine(ROUTINE)
    desk.past_dialog.how_much._toggle()
    desk.past_dialog.felt._toggle()
    yield "enter a session with all of it", desk.past_dialog
    escape(desk.past_dialog)
    desk.days.ask(row.day, page.window())
    yield "how a day was", desk.days.dialog
    for group in desk.days.dialog.groups:
        group._toggle()
    for chip in desk.days.dialog.pain.reliefs.choice.findChildren(QPushButton):
        chip.click()
    yield "how a day was, with all of it", desk.days.dialog
    escape(desk.days.dialog)
    page._search.setText("zzzzzz")
    world.qtbot.waitUntil(lambda: page.is_settled)
    yield "log in which nothing matches", world.program.window
    world.program.window.page._show_everything()


def _activities(world: World) -> Iterator[tuple[str, QWidget]]:
    program, window = world.program, world.program.window
    program.enter_activity()
    yield "enter a run", program.activities.dialog
    program.activities.dialog.amounts.minutes.setText("32:10")
    program.activities.dialog.amounts.km.setText("5,2")
    program.activities.dialog._toggle_more()
    yield "enter a run with all of it", program.activities.dialog
    program.activities.dialog._save.click()
    (run,) = world.services.activity_log.between()
    program.edit_activity(run.id)
    QTest.keyClicks(program.activities.dialog.more.pain.scales["pain_after"], "8")
    yield "change a run", program.activities.dialog
    escape(program.activities.dialog)
    for name, km in (("Road", 560), ("Trail", 20)):
        world.services.shoe_rack.add(ShoeDraft(name, date(2026, 1, 5), 1000 * km))
    world.services.shoe_rack.retire(world.services.shoe_rack.find("Trail").id)
    program.show_shoes()
    yield "shoes", program.activities.shoes
    program.activities.shoes._ask()
    yield "add shoes", program.activities.shoes.form
    escape(program.activities.shoes.form)
    escape(program.activities.shoes)
    window.toast.hide()


def _advice(world: World) -> Iterator[tuple[str, QWidget]]:
    """Yield advice with its reasons, the questions of a day, the goal and the way to a report."""
    program, window, now = world.program, world.program.window, world.clock.reading().utc
    hurt = DayRecord(now.date(), pain_worst=3, pain_places=frozenset({PainPlace.BELOW_KNEE}))
    with world.services.database.work() as work:
        for back, minutes in ((0, 120), (7, 50), (8, 50)):
            start = now - timedelta(days=back, hours=1)
            kind = ActivityType.RUN_EASY
            work.activities.add(PerformedActivity(f"r{back}", kind, start, "UTC", minutes))
        for back in range(3):
            work.days.add(replace(hurt, day=hurt.day - timedelta(days=back)))
    program.open_page(PageKey.TODAY)
    window.page.refresh()
    for line in window.page.findChild(AdviceCard).lines:
        line.why.click()
    yield "advice with its reasons, and questions", window
    window.page.findChild(GoalRow).take.click()
    yield "a goal", window
    window.page.findChild(GoalRow).change.click()
    (dialog,) = window.findChildren(GoalDialog)
    dialog.amount.setText("9 h")
    yield "another goal", dialog
    escape(dialog)
    program.open_page(PageKey.LOG)
    window.page._report.click()
    (report,) = window.findChildren(ReportDialog)
    report.span.choose("own")
    report._follow()
    yield "a report", report
    escape(report)
    window.toast.hide()


def _more(world: World) -> Iterator[tuple[str, QWidget]]:
    """Yield what is opened from a page and has no page of its own."""
    program, window = world.program, world.program.window
    program.open_page(PageKey.LIBRARY)
    window.page._actions.make_new(window)
    (editor,) = window.findChildren(ExerciseEditor)
    yield "an exercise of one's own", editor
    editor._show_details(shown=True)
    yield "an exercise of one's own, with details", editor
    escape(editor)
    program.open_page(PageKey.PROGRESS)
    wait_for_page(world)
    panel = window.page.cards[PanelKey.STREAK].panel
    window.page._show_table(panel)
    (table,) = window.findChildren(ChartTableDialog)
    yield "a chart as a table", table
    escape(table)
    yield from own_routine(world)
    yield from outside(world)


def outside(world: World) -> Iterator[tuple[str, QWidget]]:
    """Yield what there is of the program while its window is away."""
    program, window = world.program, world.program.window
    menu = program.stage.tray.menu
    menu.popup(window.pos())
    yield "the menu of the tray", menu
    menu.close()
    # As it comes about; beside the large window it would be put away when a tray is looked for.
    window.hide()
    world.settle()
    yield "the small window", program.stage.outside.small
    window.show()
    world.settle()


def own_routine(world: World) -> Iterator[tuple[str, QWidget]]:
    """Yield the editor of a routine that is made."""
    world.program.open_page(PageKey.ROUTINES)
    world.program.window.page._desk.begin_new()
    wait_for_page(world)
    yield "a routine of one's own", world.program.window


def _about(world: World) -> Iterator[tuple[str, QWidget]]:
    world.program.show_about()
    box = world.program.about.dialog
    for part in ("program", "sources", "licences", "report"):
        box.show_part(part)
        yield f"about, {part}", box
    escape(box)


def welcome(world: World) -> Iterator[tuple[str, QWidget]]:
    """Yield the questions of the first start."""
    world.program.welcome_again()
    (page,) = world.program.window.findChildren(WelcomePage)
    for _question in Step:
        yield f"welcome, {page.step}", world.program.window
        page._go_on()
