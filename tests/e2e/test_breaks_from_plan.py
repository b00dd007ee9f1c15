"""A planned session, in part in the breaks of the day, the rest of it in the evening."""

import pytest
from PySide6.QtCore import Qt

from coreapp.domain.hurts import Hurt
from coreapp.domain.routine import Block, Routine, Step
from coreapp.domain.training_log import Outcome, SessionKind
from coreapp.i18n import format_minutes
from coreapp.ui.breaks.answers import BreakAnswer
from coreapp.ui.navigation import PageKey
from coreapp.ui.player.rest_question import RestQuestion
from tests.e2e.test_day import plan_for_today, sit_at_work
from tests.e2e.world import World, texts_of

SESSION = Routine(
    "evening",
    "Evening",
    (Block((Step("plank", sets=3, seconds=60, rest_seconds=30, ready_seconds=10),)),),
)
"""Of its sets a break holds one."""


pytestmark = pytest.mark.usefixtures("tray")


def take_a_break(world: World) -> str:
    """Sit until the break covers the screens, and do its routine; return what it was."""
    world.hands.type()
    world.program.stage.tick()
    sit_at_work(world, 31 * 60)
    world.hands.rest()
    world.sit(3)
    world.program.stage.prompter.grown.answered.emit(BreakAnswer.ROUTINE)
    world.settle()
    routine = world.routine.conductor.live.session.routine
    world.play_break()
    (screen,) = world.program.stage.prompter.grown.windows
    world.qtbot.keyClick(screen, Qt.Key.Key_Space)
    world.settle()
    return routine


def question_of(world: World) -> RestQuestion:
    question = world.program.sessions.rests.question
    assert question is not None, "nothing is asked"
    return question


def begin_planned(world: World) -> None:
    world.click(world.open_page(PageKey.TODAY), "start_session")


def is_done(world: World) -> bool:
    start, end = world.services.planning.today()
    return all(each.done for each in world.services.planning.between(start, end))


def fed_by_the_plan(world: World) -> None:
    world.services.preferences.change(
        {"breaks_from_plan": True, "break_place": "home", "break_clothes": "sport"}
    )
    world.services.library.put_routine(SESSION)
    plan_for_today(world, SESSION.id)


def test_two_breaks_do_some_of_it_and_the_evening_the_rest(world: World) -> None:
    fed_by_the_plan(world)
    sessions = world.program.sessions
    assert take_a_break(world) == f"{SESSION.id}--sets-1"

    begin_planned(world)
    question_of(world).later.click()
    world.settle()
    assert sessions.player is None, "not now begins nothing"
    assert sessions.rests.question is None

    assert take_a_break(world) == f"{SESSION.id}--sets-2"
    assert not is_done(world)

    begin_planned(world)
    assert sessions.player is None
    question = question_of(world)
    assert "You did 2 of 3 sets of this session in your breaks today." in texts_of(question)
    left = world.services.library.timeline(f"{SESSION.id}--sets-3").seconds
    world.click(question, f"What is left, {format_minutes(left)}")
    world.play()
    world.player.close_now()
    world.settle()

    rest, second, first = world.services.training.history()
    assert [each.kind for each in (first, second)] == [SessionKind.BREAK, SessionKind.BREAK]
    assert (rest.kind, rest.outcome) == (SessionKind.SESSION, Outcome.COMPLETED)
    assert rest.routine == f"{SESSION.id}--sets-3"
    assert is_done(world)


def test_all_of_it_can_be_trained_all_the_same_and_an_open_question_goes_with_the_program(
    world: World,
) -> None:
    fed_by_the_plan(world)
    take_a_break(world)
    sessions = world.program.sessions

    begin_planned(world)
    question_of(world).whole.click()
    world.settle()
    assert world.player.conductor.live.session.routine == SESSION.id
    assert sessions.rests.question is None
    world.player.close_now()
    world.settle()

    begin_planned(world)
    begin_planned(world)
    assert question_of(world).isVisible()
    world.stop()
    assert sessions.rests.question is None


def test_what_hurts_is_in_no_break_and_in_no_routine_for_the_moment(world: World) -> None:
    world.services.hurts.say({Hurt.LEANING_BACK})

    routine = take_a_break(world)
    assert routine == "desk-2min-a-reset--spared"
    assert "desk-back-bend" not in world.services.library.routine(routine).exercises
    assert "desk-back-bend" in world.services.taste().avoided


def test_a_break_that_does_the_last_set_ticks_the_plan_off(world: World) -> None:
    world.services.preferences.change({"breaks_from_plan": True})
    plan_for_today(world, "desk-1min-micro")

    assert take_a_break(world) == "desk-1min-micro--sets-1to2"
    assert is_done(world)
    (session,) = world.services.training.history()
    assert (session.kind, session.outcome) == (SessionKind.BREAK, Outcome.COMPLETED)
    plan = texts_of(world.open_page(PageKey.PLAN))
    assert any(text.endswith(", done") for text in plan)
