"""A walk through everything there is to see, in every language and with small and large text."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coreapp.domain.activity import ActivityType
from coreapp.domain.day_record import DayMark, DayRecord
from coreapp.domain.emergency import EMERGENCY_NUMBERS, Region
from coreapp.domain.guide import Advice, Verdict
from coreapp.domain.pain import PainPlace
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.rule_form import Repeat, RuleForm
from coreapp.domain.schedule import EntryDraft
from coreapp.domain.timeline import PhaseKind
from coreapp.services.changes import Change
from coreapp.services.reminding import Due
from coreapp.services.shoe_rack import ShoeDraft
from coreapp.ui.breaks.answers import BreakAnswer
from coreapp.ui.dialogs.goal import GoalDialog
from coreapp.ui.dialogs.report import ReportDialog
from coreapp.ui.navigation import PageKey
from coreapp.ui.pages.plan import PlanPage
from coreapp.ui.pages.today.advice_card import AdviceCard
from coreapp.ui.pages.today.goal_row import GoalRow
from tests.e2e.world import World, plain_look_after
from tests.fakes.clock import FakeClock
from tests.fakes.sound import FakeTones
from tests.ui.walk import problems_in

WINDOW = (1024, 680)
ROUTINE = "core-basics-runners"


@pytest.fixture
def walk_in(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., World]]:
    """Return what opens a program in a language and a text size."""
    monkeypatch.setattr("coreapp.program.session_stage.pick_tones", lambda _folder: FakeTones())
    worlds: list[World] = []

    def make(language: str, percent: int) -> World:
        world = World(qtbot, FakeClock())
        worlds.append(world)
        world.services.preferences.change(
            {"language": language, "text_percent": percent, "reduced_motion": True}
        )
        world.services.use_language()
        world.start()
        world.program.window.resize(*WINDOW)
        world.settle()
        return world

    with plain_look_after():
        yield make
        for world in worlds:
            world.stop()


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


def stations(world: World) -> Iterator[tuple[str, QWidget]]:
    """Yield every window and page, each as it is seen, by name."""
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
    dialog.reject()
    plan_and_play(world)
    yield from _player(world)
    for key in PageKey:
        program.open_page(key)
        world.qtbot.waitUntil(lambda: _is_read(window.page))
        world.settle()
        yield str(key), window
    for exercise in ("plank", "side-plank", "sun-salutation"):
        program.open_exercise(exercise)
        yield exercise, window
    for programme in ("back-strength-8wk", "sun-salutation-5-to-10"):
        program.open_programme(programme)
        yield programme, window
        window.page.desk.ask_for_days(programme)
        yield f"{programme} into the plan", window.page.desk.dialog
        window.page.desk.dialog.reject()
    for article in ("sitting", "shoes", "when-to-see-a-doctor"):
        program.open_article(article)
        yield article, window
    window.page.panel.show_verdict(Verdict(Advice.EMERGENCY), EMERGENCY_NUMBERS[Region.OTHER])
    yield "an emergency", window
    yield from _dialogs(world)
    yield from _activities(world)
    yield from _advice(world)
    yield from _prompts(world)


def _is_read(page: QWidget) -> bool:
    """Tell whether a page that reads on a worker has all of it."""
    return getattr(page, "is_settled", True) and getattr(page, "is_complete", True)


def _player(world: World) -> Iterator[tuple[str, QWidget]]:
    world.program.obey(["play", ROUTINE])
    player = world.player
    player.resize(*WINDOW)
    for kind in (PhaseKind.GET_READY, PhaseKind.WORK, PhaseKind.REST, PhaseKind.SWITCH_SIDES):
        world.play(lambda each, kind=kind: each.conductor.view().phase.kind is kind)
        yield f"player, {kind}", player
    player._switch_distance()
    yield "player from a distance", player
    player._switch_distance()
    player.ask_end()
    yield "end the session?", player._question
    player._question.reject()
    world.play()
    player.after.effort.set_value(7)
    yield "after the session", player
    player.after.pain.choose_some()
    QTest.keyClicks(player.after.pain.scales["pain_after"], "8")
    yield "after the session, with pain", player
    world.click(player, player.after.save.text())


def _plan(page: PlanPage) -> Iterator[tuple[str, QWidget]]:
    page._choose_kind("week")
    yield "plan of a week", page.window()
    page._choose_kind("month")
    day = page.day + timedelta(days=2)
    page._go_to(day)
    yield "plan of another day", page.window()
    item = page.grid.model().shown.day(day).open[0]
    page.desk.ask_to_move(item)
    yield "move a session", page.desk.move_dialog
    page.desk.move_dialog.reject()
    page.desk.edit_item(item)
    yield "edit one session", page.desk.entry_dialog
    page.desk.entry_dialog._scope.choose("all")
    page.desk.entry_dialog._show_scope("all")
    yield "edit all sessions", page.desk.entry_dialog
    page.desk.entry_dialog.reject()
    page.mark_desk.ask_for_days(day, day + timedelta(days=3))
    yield "mark days", page.mark_desk.dialog
    page.mark_desk.dialog.reject()
    page.mark_desk.mark(day, DayMark.TRAVEL)
    yield "a day of travel", page.window()
    page.mark_desk.mark(day, None)


def _dialogs(world: World) -> Iterator[tuple[str, QWidget]]:
    program, window = world.program, world.program.window
    yield from _log(world)
    program.open_page(PageKey.PLAN)
    start, end = world.services.planning.today()
    (planned,) = world.services.planning.between(start, end)
    yield from _plan(window.page)
    program.open_page(PageKey.TODAY)
    program._reminders._remind(Due((planned.occurrence,)))
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
    desk.session_dialog.reject()
    desk._ask_feeling(row.key, page.window())
    yield "how it felt", desk.feeling_dialog
    desk.feeling_dialog.reject()
    desk.add_session(page.window())
    yield "enter a session", desk.past_dialog
    desk.past_dialog.choose_routine(ROUTINE)
    desk.past_dialog.how_much._toggle()
    desk.past_dialog.felt._toggle()
    yield "enter a session with all of it", desk.past_dialog
    desk.past_dialog.reject()
    desk.days.ask(row.day, page.window())
    yield "how a day was", desk.days.dialog
    for group in desk.days.dialog.groups:
        group._toggle()
    for chip in desk.days.dialog.pain.reliefs.choice.findChildren(QPushButton):
        chip.click()
    yield "how a day was, with all of it", desk.days.dialog
    desk.days.dialog.reject()
    page._search.setText("zzzzzz")
    world.qtbot.waitUntil(lambda: page.is_settled)
    yield "log in which nothing matches", page.window()
    page._show_everything()


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
    program.activities.dialog.reject()
    for name, km in (("Road", 560), ("Trail", 20)):
        world.services.shoe_rack.add(ShoeDraft(name, date(2026, 1, 5), 1000 * km))
    world.services.shoe_rack.retire(world.services.shoe_rack.find("Trail").id)
    program.show_shoes()
    yield "shoes", program.activities.shoes
    program.activities.shoes._ask()
    yield "add shoes", program.activities.shoes.form
    program.activities.shoes.form.reject()
    program.activities.shoes.reject()
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
    page = window.page
    page.refresh()
    for line in page.findChild(AdviceCard).lines:
        line.why.click()
    yield "advice with its reasons, and questions", window
    row = page.findChild(GoalRow)
    row.take.click()
    yield "a goal", window
    row.change.click()
    (dialog,) = window.findChildren(GoalDialog)
    dialog.amount.setText("9 h")
    yield "another goal", dialog
    dialog.reject()
    program.open_page(PageKey.LOG)
    window.page._report.click()
    (report,) = window.findChildren(ReportDialog)
    report.span.choose("own")
    report._follow()
    yield "a report", report
    report.reject()
    window.toast.hide()


def _prompts(world: World) -> Iterator[tuple[str, QWidget]]:
    prompter = world.program.stage.prompter
    world.hands.type()
    world.program.stage.tick()
    world.sit(29 * 60 + 40)  # from the first input, which is noticed some seconds later
    yield "bar", prompter.bar
    world.sit(31)
    yield "bar that stands out", prompter.bar
    world.hands.rest()
    world.sit(3)
    (screen,) = prompter.grown.windows
    screen.resize(*WINDOW)
    yield "break", screen
    prompter.grown.answered.emit(BreakAnswer.ROUTINE)
    screen.resize(*WINDOW)
    yield "routine in the break", screen
    world.play_break(lambda routine: routine.conductor.view().phase.kind is PhaseKind.WORK)
    yield "work in the break", screen
    world.play_break()
    yield "done in the break", screen
    prompter.grown.give_way()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", ["en", "de", "nl"])
def test_nothing_is_cut_off_and_everything_has_a_name(
    walk_in: Callable[..., World], language: str, percent: int
) -> None:
    world = walk_in(language, percent)
    found: dict[str, list[str]] = {}
    for name, window in stations(world):
        assert window is not None, f"{name} is not there"
        world.settle()
        problems = problems_in(window)
        if problems:
            found[name] = problems

    lines = [f"{name}: {line}" for name, problems in found.items() for line in problems]
    assert not lines, "\n" + "\n".join(lines)


def test_the_walk_sees_what_is_wrong(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    narrow = QLabel("far too long for its room")
    narrow.setFixedWidth(20)
    low = QPushButton("Low")
    low.setFixedHeight(4)
    nameless = QLineEdit()
    out = QPushButton("Out", window)
    for widget in (narrow, low, nameless):
        column.addWidget(widget)
    window.show()
    out.move(window.width() - 5, 0)

    lines = "\n".join(problems_in(window))

    assert "“far too long for its room” in  is 20 wide" in lines
    assert "QPushButton “Low”" in lines
    assert "has no name to be read aloud" in lines
    assert "“Out”" in lines
    assert "cut off at the side" in lines
