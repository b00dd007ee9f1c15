"""Planned sessions whose routine is not there: shown with their titles, not started, explained."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from coreapp.domain.schedule import EntryDraft, make_entry
from coreapp.services.changes import Change
from coreapp.ui.navigation import PageKey
from coreapp.ui.widgets.buttons import Button
from tests.e2e.test_day import plan_for_today
from tests.e2e.test_reminders import look
from tests.e2e.world import World, texts_of

GONE = "Cannot be started: this routine is not in the library."


def plan_gone(world: World, title: str = "From elsewhere", at: str = "18:30") -> None:
    """Put an entry into the plan as an import does, without a look at its routine."""
    draft = EntryDraft(title, "gone", "FREQ=DAILY", at, "2026-03-02", "Europe/Berlin")
    world.services.planning.restore(make_entry("elsewhere", draft))
    world.program.changed(Change.PLAN)


@pytest.mark.usefixtures("tray")
def test_today_says_why_and_leads_to_the_plan_and_shows_a_session_again(world: World) -> None:
    plan_gone(world)
    today = world.open_page(PageKey.TODAY)
    seen = texts_of(today)
    assert {"From elsewhere", GONE} <= set(seen)
    assert not any(each.isVisible() for each in today.findChildren(Button, "start_session"))
    world.click(today, "Open the plan")
    assert world.program.window.place.page is PageKey.PLAN
    seen = texts_of(world.program.window.page)
    assert "From elsewhere" in seen
    assert any(GONE in text for text in seen)
    assert "Start" not in seen
    world.click(world.program.window.page, "Remove From elsewhere")
    assert world.services.planning.entries() == []

    today = world.open_page(PageKey.TODAY)
    assert {"Start", "Look through", "Dead bug"} <= set(texts_of(today))
    assert "Open the plan" not in texts_of(today)

    what_can_be_started_the_same_day_goes_first(world)


def what_can_be_started_the_same_day_goes_first(world: World) -> None:
    plan_gone(world, at="06:00")
    plan_for_today(world, "sun-salutation-5", "18:30")

    today = world.open_page(PageKey.TODAY)
    assert "From elsewhere" not in texts_of(today)
    world.click(today, "start_session")
    assert world.player.conductor.live.session.routine == "sun-salutation-5"
    world.player.close_now()


def test_the_reminder_does_not_offer_to_start_it(tray: list[str], world: World) -> None:
    look(world)
    plan_gone(world)
    world.clock.advance(9.5 * 3600)
    look(world)
    world.settle()

    world.open_page(PageKey.LOG)
    assert world.banner.endswith(f"From elsewhere. {GONE}")
    assert tray == [f"Planned session: {world.banner}"]
    assert "Start" not in texts_of(world.program.window.banner)
    world.click(world.program.window.banner, "Open the plan")
    assert world.program.window.place.page is PageKey.PLAN


def test_a_damaged_routine_of_ones_own_says_what_is_wrong(
    open_world: Callable[..., World],
) -> None:
    world = open_world().start("hide")
    copy = world.services.routine_making.duplicate("desk-1min-micro")
    plan_for_today(world, copy.id, "18:30")
    world.stop()
    damage(world.home / "routines" / f"{copy.id}.json", place="moon")

    again = open_world().start()
    again.open_page(PageKey.TODAY)
    (reason,) = [text for text in texts_of(again.program.window.page) if "moon" in text]
    assert reason.startswith("Cannot be started: place: “moon” cannot be used.")
    again.open_page(PageKey.PLAN)
    assert any("moon" in text for text in texts_of(again.program.window.page))


def damage(path: Path, **changes: object) -> None:
    """Change a document on the disk as nobody should."""
    document = json.loads(path.read_text()) | changes
    path.write_text(json.dumps(document))
