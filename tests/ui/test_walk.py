"""A walk through everything there is to see, in every language and with small and large text."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coreapp.domain.emergency import EMERGENCY_NUMBERS, Region
from coreapp.domain.guide import Advice, Verdict
from coreapp.domain.schedule import EntryDraft
from coreapp.domain.timeline import PhaseKind
from coreapp.services.changes import Change
from coreapp.ui.breaks.answers import BreakAnswer
from coreapp.ui.navigation import PageKey
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
    yield "plan a session", window.page._dialog
    window.page._dialog._choice.chosen.emit("daily")
    yield "plan every few days", window.page._dialog
    window.page._dialog.reject()
    plan_and_play(world)
    yield from _player(world)
    for key in PageKey:
        program.open_page(key)
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
    yield from _prompts(world)


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


def _dialogs(world: World) -> Iterator[tuple[str, QWidget]]:
    program, window = world.program, world.program.window
    program.open_page(PageKey.LOG)
    page = window.page
    (session,) = world.services.training.history()
    page._toggle(session.id)
    yield "log with sets", window
    page._ask_feeling(session)
    yield "how it felt", page._dialog
    page._dialog.reject()
    program.open_page(PageKey.PLAN)
    start, end = world.services.planning.today()
    (planned,) = world.services.planning.between(start, end)
    window.page._ask_to_move(planned)
    yield "move a session", window.page._move_dialog
    window.page._move_dialog.reject()
    program.open_page(PageKey.TODAY)
    program._reminders._remind([planned.occurrence])
    program.tell_with_undo("Something was done", list)
    yield "banner and toast", window
    window.banner.dismiss()
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
