"""The notification of a planned session: the same words and answers as in the window."""

import pytest

from coreapp.domain.errors import DatabaseBusyError
from tests.e2e.test_reminders import ROUTINE, at_its_time, look
from tests.e2e.world import World
from tests.fakes.notices import FakeNotifier


@pytest.fixture
def at_half_past_six(notifier: FakeNotifier, tray: list[str], world: World) -> World:
    """A session was planned for now, 18:30."""
    return at_its_time(world)


def test_a_notification_has_the_same_answers_and_leads_to_the_window(
    notifier: FakeNotifier, at_half_past_six: World, tray: list[str]
) -> None:
    world = at_half_past_six
    notice = notifier.on_screen["session"]
    assert (notice.title, notice.text) == ("Planned session", world.banner)
    assert [each.text for each in notice.buttons] == ["Start", "In 10 minutes", "Skip"]
    assert tray == []

    world.program.window.hide()
    notifier.click("session")

    assert world.program.window.isVisible()
    assert world.banner.endswith("Evening session")


def test_whichever_is_taken_away_first(notifier: FakeNotifier, at_half_past_six: World) -> None:
    world = at_half_past_six
    notifier.take_away("session")
    assert world.banner.endswith("Evening session"), "a notification leaves the banner"

    press_later_and_wait(world)
    assert "session" in notifier.on_screen
    world.click(world.program.window.banner, "Close this message")
    assert notifier.on_screen == {}, "the banner takes the notification along"


def press_later_and_wait(world: World) -> None:
    """Put the session off in the window, and let it come again."""
    world.click(world.program.window.banner, "In 10 minutes")
    world.clock.advance(600)
    look(world)


def speak_german(world: World) -> None:
    world.program.apply_settings(world.services.preferences.change({"language": "de"}))
    world.settle()


def test_banner_and_notification_are_told_anew_in_another_language(
    notifier: FakeNotifier, at_half_past_six: World
) -> None:
    world = at_half_past_six
    speak_german(world)
    notice = notifier.on_screen["session"]

    assert (notice.title, notice.text) == ("Geplante Einheit", world.banner)
    assert world.banner.startswith("Geplant für 18:30")
    assert len(notifier.history) == 2
    notifier.press("session", notice.buttons[0].text)
    assert world.banner == ""
    assert world.player.conductor.live.session.planned is not None
    world.player.close_now()


def test_what_was_closed_or_answered_is_not_told_anew(
    notifier: FakeNotifier, at_half_past_six: World
) -> None:
    world = at_half_past_six
    notifier.take_away("session")
    speak_german(world)
    assert notifier.on_screen == {}
    assert world.banner.startswith("Geplant für 18:30")

    world.program.window.banner.dismiss()
    world.program.apply_settings(world.services.preferences.change({"language": "en"}))
    world.settle()
    assert world.banner == ""


def test_started_from_the_notification_it_is_the_session_that_is_planned(
    notifier: FakeNotifier, at_half_past_six: World
) -> None:
    world = at_half_past_six
    notifier.press("session", "Start")

    assert world.banner == ""
    assert world.player.conductor.live.session.planned is not None
    world.player.close_now()


def test_put_off_from_the_notification_it_comes_again(
    notifier: FakeNotifier, at_half_past_six: World
) -> None:
    world = at_half_past_six
    notifier.press("session", "In 10 minutes")
    assert (world.banner, notifier.on_screen) == ("", {})
    world.clock.advance(600)
    look(world)

    assert "session" in notifier.on_screen
    assert len(notifier.history) == 2


def test_a_banner_that_says_something_else_stays(
    notifier: FakeNotifier, at_half_past_six: World
) -> None:
    world = at_half_past_six
    world.program.show_error(DatabaseBusyError())
    notifier.press("session", "In 10 minutes")
    assert world.banner.startswith("Another program is using the log.")

    world.clock.advance(600)
    look(world)
    world.program.show_error(DatabaseBusyError())
    world.click(world.program.window.banner, "Close this message")

    assert "session" in notifier.on_screen


def test_what_is_done_in_the_meantime_is_not_reminded_of_any_more(
    notifier: FakeNotifier, at_half_past_six: World
) -> None:
    world = at_half_past_six
    world.begin(ROUTINE)
    world.play()
    world.player.close_now()
    look(world)

    assert (world.banner, notifier.on_screen) == ("", {})


def test_where_nobody_shows_it_the_tray_does(
    notifier: FakeNotifier, at_half_past_six: World, tray: list[str]
) -> None:
    notifier.fail("session")

    assert len(tray) == 1
    assert at_half_past_six.banner.endswith("Evening session")


def test_at_the_end_nothing_is_left_on_the_screen(
    notifier: FakeNotifier, at_half_past_six: World
) -> None:
    at_half_past_six.stop()

    assert (notifier.on_screen, notifier.closed) == ({}, 1)
