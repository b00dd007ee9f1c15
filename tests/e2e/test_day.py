"""A person's day: from the library to a session in the log, and from the chair to a break."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from coreapp.domain.schedule import EntryDraft
from coreapp.domain.sitting.view import PromptLook
from coreapp.domain.timeline import PhaseKind
from coreapp.domain.training_log import Outcome, SessionKind
from coreapp.services.changes import Change
from coreapp.services.cue_player import Tone
from coreapp.ui.breaks.answers import BreakAnswer
from coreapp.ui.dialogs.plan_move import MoveDialog
from coreapp.ui.navigation import PageKey
from coreapp.ui.pages.exercises.exercise import ExercisePage
from tests.e2e.world import STRIDE, World, texts_of
from tests.fakes.sound import FakeTones

ROUTINE = "core-basics-runners"
EVERY_KIND = "desk-2min-c-hips"
"""Every kind of phase in two minutes."""

BERLIN = ZoneInfo("Europe/Berlin")


pytestmark = pytest.mark.usefixtures("tray")


def plan_for_today(world: World, routine: str = ROUTINE, at: str = "18:30") -> str:
    """Put a daily session into the plan; return the entry's id."""
    draft = EntryDraft(
        title="Evening session",
        routine=routine,
        rrule="FREQ=DAILY",
        at=at,
        start_date="2026-03-02",
        zone="Europe/Berlin",
    )
    entry = world.services.planning.add(draft)
    world.program.changed(Change.PLAN)
    return entry.id


def sit_at_work(world: World, seconds: float) -> None:
    """Sit in front of another program: a window that is seen follows each step of the breaks."""
    window = world.program.window
    was_visible = window.isVisible()
    window.hide()
    world.sit(seconds)
    window.setVisible(was_visible)
    world.settle()


def test_from_the_library_to_the_log_and_the_plan(world: World, tones: FakeTones) -> None:
    window = world.program.window
    plan_for_today(world, EVERY_KIND)

    # Library: found by a Dutch word, opened with Enter.
    library = world.open_page(PageKey.LIBRARY)
    search = world.find(library, "Search, in any language", QLineEdit)
    world.qtbot.keyClicks(search, "bruggetje")
    world.qtbot.keyClick(search, Qt.Key.Key_Return)
    assert isinstance(window.page, ExercisePage)
    assert "Glute bridge" in texts_of(window.page)

    # From its page to the player, by the routine it is part of.
    routines = world.open_page(PageKey.ROUTINES)
    name = world.services.library.routine_name(EVERY_KIND)
    world.click(routines, "At the desk")
    world.qtbot.waitUntil(lambda: name in texts_of(routines))
    world.click(routines, f"Start {name}")
    assert world.player.isVisible()
    assert world.player.windowTitle() == name

    every_kind_of_phase_is_played_and_heard(world, tones)

    # How it felt.
    player = world.player
    player.after.card.effort.set_value(4)
    player.after.card.pain.scales["pain_after"].set_value(1)
    player.after.card.note.setText("Good")
    world.qtbot.mouseClick(player.after.card.save, Qt.MouseButton.LeftButton)
    world.settle()
    assert world.program.sessions.player is None

    # In the log, and ticked off.
    (session,) = world.services.training.history()
    assert (session.kind, session.outcome) == (SessionKind.SESSION, Outcome.COMPLETED)
    assert (session.effort, session.pain_after, session.note) == (4, 1, "Good")
    assert (session.ended_at - session.started_at).total_seconds() == 122
    timeline = world.services.library.timeline(EVERY_KIND)
    work = [each for each in timeline.phases if each.kind is PhaseKind.WORK]
    assert [each.planned_seconds for each in session.sets] == [each.seconds for each in work]
    assert [each.actual_seconds for each in session.sets] == [each.seconds for each in work]
    assert session.planned is not None
    plan = texts_of(world.open_page(PageKey.PLAN))
    assert any(text.endswith("2 min, done") for text in plan)
    log = world.open_page(PageKey.LOG)
    world.qtbot.waitUntil(lambda: log.is_settled)
    (row,) = [each for each in log.rows if each.entry is not None]
    assert row.title == name
    assert "effort 4" in row.spoken


def every_kind_of_phase_is_played_and_heard(world: World, tones: FakeTones) -> None:
    kinds = []
    world.play(lambda player: kinds.append(player.conductor.view().phase.kind) is not None)
    assert set(kinds) == {
        PhaseKind.GET_READY,
        PhaseKind.WORK,
        PhaseKind.SWITCH_SIDES,
        PhaseKind.REST,
    }
    assert {Tone.GET_READY, Tone.WORK, Tone.REST} <= set(tones.tones)


def test_todays_session_is_started_there_and_done_with_no_other_routine(world: World) -> None:
    plan_for_today(world, "desk-1min-micro")
    today = world.open_page(PageKey.TODAY)
    assert any("6:30" in text for text in texts_of(today))

    def done() -> list[bool]:
        planning = world.services.planning
        return [each.done for each in planning.between(*planning.today())]

    world.click(today, "2 min")
    world.click(today, "quick_start")
    world.play()
    world.player.close_now()
    world.settle()
    assert len(world.services.training.history()) == 1
    assert done() == [False], "another routine"
    assert not any("Done" in text for text in texts_of(today))

    world.click(today, "start_session")
    world.play()
    world.player.close_now()
    world.settle()
    assert done() == [True]
    assert any("Done" in text for text in texts_of(today))


def test_half_an_hour_of_sitting_ends_in_a_routine_and_starts_anew(world: World) -> None:
    program = world.program
    prompter = program.stage.prompter
    world.hands.type()
    program.stage.tick()

    sit_at_work(world, 29 * 60 + 29)
    assert prompter.bar is None
    world.sit(1)
    assert prompter.bar is not None
    assert prompter.bar.isVisible()

    # A pause in the typing lets it grow, not before the half hour.
    world.sit(31)
    assert not prompter.grown.is_open
    world.hands.rest()
    world.sit(3)
    assert prompter.grown.is_open
    (screen,) = prompter.grown.windows

    # One second long keys are ignored, then the routine is chosen by its key.
    world.qtbot.keyClick(screen, Qt.Key.Key_R)
    world.qtbot.mouseClick(
        next(each for each in screen.buttons if each.look.answer is BreakAnswer.ROUTINE),
        Qt.MouseButton.LeftButton,
    )
    world.settle()
    # It plays where it was asked for, and the window is still the same.
    assert prompter.grown.windows == [screen]
    assert program.sessions.player is None
    assert screen.shown is world.routine.session
    assert world.routine.conductor.live.session.routine.startswith("desk-")

    world.play_break()
    assert program.sessions.player is None  # nobody wants a form eight times a day
    assert screen.shown is screen.done
    world.qtbot.keyClick(screen, Qt.Key.Key_Space)
    assert not prompter.grown.is_open

    (session,) = world.services.training.history()
    assert (session.kind, session.outcome) == (SessionKind.BREAK, Outcome.COMPLETED)
    view = program.breaks.view()
    assert view is not None
    assert view.today.taken == 1
    assert view.sitting_seconds == 0
    assert view.prompt is PromptLook.CLOSED

    # The next one is half an hour after the first input.
    world.hands.type()
    program.stage.tick()
    sit_at_work(world, 29 * 60 + 29)
    assert prompter.bar is None
    world.sit(1)
    assert prompter.bar is not None


def test_a_session_holds_the_prompts_and_serves_and_a_break_saves_its_form(world: World) -> None:
    """The player stays open after a session until somebody answers, and that may take a while."""
    program = world.program
    world.hands.type()
    program.stage.tick()
    world.sit(29 * 60)
    world.begin("sun-salutation-5")
    while not world.player.conductor.is_over:
        world.clock.advance(max(world.player.conductor.live.next_call() or 0, STRIDE))
        world.player.tick()
        program.stage.tick()
        assert program.stage.prompter.bar is None
    view = program.breaks.view()
    assert view is not None
    assert (view.sitting_seconds, view.today.natural) == (0, 1)

    world.player.after.card.effort.set_value(7)
    world.hands.type()
    program.stage.tick()
    world.sit(30 * 60)
    world.hands.rest()
    world.sit(3)
    program.stage.prompter.grown.answered.emit(BreakAnswer.ROUTINE)
    world.settle()
    assert program.sessions.player is None
    assert not world.routine.conductor.is_over
    world.play_break()

    broke, before = world.services.training.history()
    assert (broke.kind, broke.outcome) == (SessionKind.BREAK, Outcome.COMPLETED)
    assert before.effort == 7
    view = program.breaks.view()
    assert view is not None
    assert (view.today.taken, view.today.natural) == (1, 1)


def test_planned_moved_skipped_removed_and_undone(world: World) -> None:
    """The plan page does to the data what it shows."""
    entry = plan_for_today(world)
    planning = world.services.planning
    page = world.open_page(PageKey.PLAN)

    world.click(page, "Skip")
    assert [each.start.day for each in planning.next(1)] == [3]
    world.program.window.undo()
    world.settle()
    assert [each.start.day for each in planning.next(1)] == [2]

    world.click(page, "Move")
    dialog = world.program.window.findChild(MoveDialog)
    dialog._at.setTime(dialog._at.time().addSecs(3600))
    world.click(dialog, "Move")
    (moved,) = planning.next(1)
    assert moved.start == datetime(2026, 3, 2, 19, 30, tzinfo=BERLIN)
    assert any("7:30" in text for text in texts_of(page))

    world.click(page, "Remove Evening session")
    assert planning.entries() == []
    world.program.window.activateWindow()
    world.settle()
    world.qtbot.keyClick(world.program.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [each.id for each in planning.entries()] == [entry]
