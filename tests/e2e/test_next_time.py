"""Two easy sessions: the suggested dose is taken over, played the next time, and given back."""

import pytest
from PySide6.QtTest import QTest

from coreapp.domain.routine import Block, Routine, Step
from coreapp.domain.timeline import PhaseKind
from coreapp.ui.navigation import PageKey
from coreapp.ui.pages.today.morning_card import MorningCard
from tests.e2e.world import World

DAY = 86_400
SHORT = Routine("short", "Short", (Block((Step("plank", sets=1, seconds=20),)),))


@pytest.fixture
def world(world: World, tray: list[str]) -> World:
    world.services.library.put_routine(SHORT)
    return world


def do(world: World, keys: str = "3n", choose: str = "") -> None:
    """Play the routine, answer with some keys, and choose what to do with the doses."""
    world.begin(SHORT.id)
    world.play()
    after = world.player.after
    QTest.keyClicks(after.card.effort, keys)
    if choose:
        world.click(after, choose)
    world.click(after, "Save")
    world.settle()


def planned(world: World) -> list[float]:
    phases = world.services.library.timeline(SHORT.id).phases
    return [each.seconds for each in phases if each.kind is PhaseKind.WORK]


def test_a_dose_is_taken_over_that_is_undone_and_it_is_given_back(world: World) -> None:
    do(world)
    world.clock.advance(3 * DAY)
    do(world)
    assert planned(world) == [20], "seen, but not chosen"

    world.clock.advance(3 * DAY)
    do(world, choose="Use this next time")
    assert planned(world) == [22]
    world.program.window.undo()
    assert planned(world) == [20]

    world.clock.advance(3 * DAY)
    do(world, choose="Use this next time")
    assert planned(world) == [22]
    world.clock.advance(DAY)
    do(world, choose="Use the routine’s own doses")
    (last, *_earlier) = world.services.training.history()
    assert last.sets[0].planned_seconds == 22
    assert planned(world) == [20]

    today_asks_for_the_morning_after(world)


def today_asks_for_the_morning_after(world: World) -> None:
    world.clock.advance(DAY)
    page = world.open_page(PageKey.TODAY)
    card = page.findChild(MorningCard)
    assert card.isVisible()
    QTest.keyClicks(card.scale, "2")
    assert world.services.training.history()[0].pain_next_morning == 2
