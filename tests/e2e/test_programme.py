"""A programme from end to end: found, planned, trained, and still known after a restart."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QMenu

from coreapp.domain.training_log import Outcome
from coreapp.ui.navigation import PageKey, Place
from coreapp.ui.pages.programmes.panel import ProgrammeCard, ProgrammePanel
from tests.e2e.world import World, texts_of

BACK = "back-strength-8wk"
DAY = 86_400


pytestmark = pytest.mark.usefixtures("tray")


def test_found_planned_and_trained(world: World) -> None:
    program, planning = world.program, world.services.planning
    routines = world.open_page(PageKey.ROUTINES)
    world.click(routines, f"programme_{BACK}")
    assert program.window.place == Place(PageKey.ROUTINES, programme=BACK)
    page = program.window.page

    put_into_the_plan(world)
    assert "In the plan" in texts_of(page)
    assert len(planning.entries()) == 3
    world.click(program.window, "Undo")
    assert planning.entries() == []
    assert "Not in the plan" in texts_of(page)
    put_into_the_plan(world)
    assert "In the plan" in texts_of(page)

    world.open_page(PageKey.TODAY)
    assert "Back strength, week 1, session A" in texts_of(program.window.page)
    world.click(program.window.page, "start_session")
    world.play()
    world.click(world.player, "Save")

    (session,) = world.services.training.history()
    assert (session.routine, session.outcome) == (f"{BACK}-w1-a", Outcome.COMPLETED)
    assert session.title == "Back strength, week 1, session A"
    assert session.planned is not None
    plan = world.open_page(PageKey.PLAN)
    assert any(each.endswith("done") for each in texts_of(plan))

    program.open_programme(BACK)
    assert "Back strength, week 1, session B" in texts_of(program.window.page)
    world.click(program.window.page, "Back")
    assert program.window.place == Place(PageKey.PLAN)


def put_into_the_plan(world: World) -> None:
    """Put the programme whose page is shown into the plan."""
    page = world.program.window.page
    world.click(page, "put_programme_into_plan")
    world.click(page.desk.dialog, "put_into_plan")


def test_after_a_restart_its_choices_are_kept_and_a_session_that_was_cut_off_goes_on(
    world: World, open_world: Callable[..., World]
) -> None:
    world.services.programmes.choose_level(BACK, "plank", "L2")
    world.begin(f"{BACK}-w3-b")
    world.play(until=lambda player: player.conductor.live.session.position > 1)
    world.stop()

    later = open_world(world.clock).start("hide")
    later.open_page(PageKey.PLAN)
    offer = later.program.sessions.offer
    assert offer is not None
    assert any("Back strength, week 3, session B" in each for each in texts_of(offer))
    later.click(offer, "Go on")
    assert later.player.conductor.live.session.routine == f"{BACK}-w3-b"
    later.player.close_now()

    steps = later.services.library.routine(f"{BACK}-w2-a").blocks[0].steps
    assert next(each for each in steps if each.exercise == "plank").level == "L2"


def choose(panel: ProgrammePanel, name: str) -> None:
    """Choose something in the menu of the first card."""
    menu = panel.findChildren(ProgrammeCard)[0].more.menu()
    within = [menu, *menu.findChildren(QMenu)]
    actions = [action for each in within for action in each.actions()]
    next(each for each in actions if each.text() == name).trigger()


def coming(world: World) -> list[str]:
    found = world.services.planning.next(3)
    return [f"{each.start:%b %d} {each.routine[-4:]}" for each in found]


def test_a_programme_is_shifted_beside_the_calendar_when_life_happens(world: World) -> None:
    world.program.open_programme(BACK)
    world.program.show_window()
    put_into_the_plan(world)
    plan = world.open_page(PageKey.PLAN)
    panel = plan.findChild(ProgrammePanel)
    assert panel.isVisible()
    assert "Week 1 of 8, minutes a week" in texts_of(panel)

    choose(panel, "By 1 week")
    assert coming(world) == ["Mar 09 w1-a", "Mar 11 w1-b", "Mar 13 w1-c"]
    world.click(world.program.window, "Undo")
    assert coming(world)[0] == "Mar 02 w1-a"

    choose(panel, "Pause")
    assert coming(world) == []
    assert "Paused since Mar 2" in texts_of(panel)
    world.clock.advance(8 * DAY)
    world.click(panel, "resume_programme")
    assert coming(world)[0] == "Mar 11 w1-a"
    assert "Week 1 of 8, minutes a week" in texts_of(panel)

    choose(panel, "Take out of the plan")
    assert not panel.isVisible()
    assert coming(world) == []
