"""The notification of a planned session: the same words and answers as in the window."""

import pytest

from coreapp.domain.errors import DatabaseBusyError
from tests.e2e.test_reminders import (
    ROUTINE,
    at_its_time,
    half_past_six_tomorrow,
    look,
    press,
    train,
)
from tests.e2e.world import World
from tests.fakes.notices import FakeNotifier


@pytest.fixture
def at_half_past_six(notifier: FakeNotifier, tray: list[str], world: World) -> World:
    """A session was planned for now, 18:30, and for every day to come."""
    return at_its_time(world)


def test_it_has_the_same_answers_as_the_banner_and_each_does_what_it_says(
    notifier: FakeNotifier, at_half_past_six: World, tray: list[str]
) -> None:
    world = at_half_past_six
    notice = notifier.on_screen["session"]
    assert (notice.title, notice.text) == ("Planned session", world.banner)
    assert [each.text for each in notice.buttons] == ["Start", "In 10 minutes", "Skip"]
    assert tray == []

    assert not world.program.window.isVisible()
    notifier.click("session")
    assert world.program.window.isVisible(), "a click leads to the window"
    assert world.banner.endswith("Evening session")

    half_past_six_tomorrow(world)
    notifier.press("session", "Start")
    assert world.banner == "", "it was started"
    assert world.player.conductor.live.session.planned is not None
    world.player.close_now()
    world.settle()

    half_past_six_tomorrow(world)
    told = len(notifier.history)
    notifier.press("session", "In 10 minutes")
    assert (world.banner, notifier.on_screen) == ("", {}), "it was put off"
    world.clock.advance(600)
    look(world)
    assert "session" in notifier.on_screen
    assert len(notifier.history) == told + 1

    world.begin(ROUTINE)
    train(world)
    look(world)
    assert (world.banner, notifier.on_screen) == ("", {}), "it was done in the meantime"


def test_it_goes_with_its_banner_and_leaves_what_says_something_else(
    notifier: FakeNotifier, at_half_past_six: World, tray: list[str]
) -> None:
    world = at_half_past_six
    notifier.take_away("session")
    assert world.banner.endswith("Evening session"), "a notification leaves the banner"

    press(world, "In 10 minutes")
    world.clock.advance(600)
    look(world)
    assert "session" in notifier.on_screen
    press(world, "Close this message")
    assert notifier.on_screen == {}, "the banner takes the notification along"

    half_past_six_tomorrow(world)
    world.program.show_error(DatabaseBusyError())
    notifier.press("session", "In 10 minutes")
    assert world.banner.startswith("Another program is using the log.")
    world.clock.advance(600)
    look(world)
    world.program.show_error(DatabaseBusyError())
    press(world, "Close this message")
    assert "session" in notifier.on_screen, "another banner was closed"

    half_past_six_tomorrow(world)
    assert tray == []
    notifier.fail("session")
    assert len(tray) == 1, "where nobody shows it the tray does"
    assert world.banner.endswith("Evening session")

    half_past_six_tomorrow(world)
    assert "session" in notifier.on_screen
    world.stop()
    assert (notifier.on_screen, notifier.closed) == ({}, 1)


def speak(world: World, language: str) -> None:
    world.program.apply_settings(world.services.preferences.change({"language": language}))
    world.settle()


def test_in_another_language_it_is_told_anew_where_it_still_stands(
    notifier: FakeNotifier, at_half_past_six: World
) -> None:
    world = at_half_past_six
    speak(world, "de")
    notice = notifier.on_screen["session"]
    assert (notice.title, notice.text) == ("Geplante Einheit", world.banner)
    assert world.banner.startswith("Geplant für 18:30")
    assert len(notifier.history) == 2
    notifier.press("session", notice.buttons[0].text)
    assert world.banner == ""
    assert world.player.conductor.live.session.planned is not None
    world.player.close_now()
    world.settle()
    speak(world, "en")
    assert (world.banner, notifier.on_screen) == ("", {}), "it was answered"

    half_past_six_tomorrow(world)
    notifier.take_away("session")
    speak(world, "de")
    assert notifier.on_screen == {}, "it was closed"
    assert world.banner.startswith("Geplant für 18:30")
    world.program.window.banner.dismiss()
    speak(world, "en")
    assert world.banner == "", "the banner was closed as well"
