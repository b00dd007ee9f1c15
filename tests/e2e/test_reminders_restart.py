"""A reminder that nobody answered before the program ended."""

from collections.abc import Callable

from tests.e2e.test_day import plan_for_today
from tests.e2e.world import World


def test_not_answered_it_is_there_again_after_a_restart(
    open_world: Callable[..., World], tray: list[str], world: World
) -> None:
    plan_for_today(world, "sun-salutation-5", "18:30")
    world.clock.advance(9.5 * 3600)
    reminders = world.program._reminders
    assert reminders is not None
    reminders.look()
    world.stop()

    again = open_world(world.clock).start()
    assert again.banner.endswith("Evening session")
    again.click(again.program.window.banner, "Close this message")
    again.stop()

    assert open_world(world.clock).start().banner == ""
