"""The desktop sees the session, and its buttons steer it."""

import pytest

from coreapp.domain.player_view import PlayerState
from coreapp.services.media_session import MediaCommand, MediaStatus, SeekBy, SeekTo
from coreapp.ui.player.media_link import MediaLink
from tests.fakes.media import FakeMedia
from tests.fakes.session_content import session_library


class Desktop:
    """A session in its window, and the desktop around it."""

    def __init__(self, scene) -> None:
        self.scene = scene
        self.media = FakeMedia()
        MediaLink(self.media, scene.window, session_library())
        scene.window.begin()

    @property
    def last(self):
        return self.media.shown[-1]

    @property
    def state(self) -> PlayerState:
        return self.scene.live.player.state


@pytest.fixture
def desktop(make_scene) -> Desktop:
    return Desktop(make_scene())


@pytest.fixture
def patient(make_scene) -> Desktop:
    """A session that waits for a tap."""
    desktop = Desktop(make_scene("tapped"))
    while not desktop.scene.live.player.phase.until_tapped:
        desktop.media.ask(MediaCommand.NEXT)
    return desktop


def test_it_appears_with_the_beginning(desktop):
    assert desktop.last.title == "Side plank · Left side"
    assert desktop.last.artist == desktop.scene.live.session.title
    assert desktop.last.length == desktop.scene.live.timeline.seconds
    assert desktop.last.status is MediaStatus.PLAYING
    assert desktop.last.position == 0


def test_the_title_follows_the_phases(desktop):
    titles = [desktop.last.title]
    for seconds in (10, 20, 5, 20):
        desktop.scene.wait(seconds)
        titles.append(desktop.last.title)

    assert titles[:3] == [
        "Side plank · Left side",
        "Side plank · Left side",
        "Switch to the right side",
    ]
    assert titles[3] == "Side plank · Right side"
    assert titles[4].startswith("Rest, then ")


def test_play_and_pause_do_only_what_they_say(desktop):
    desktop.media.ask(MediaCommand.PLAY)
    running = desktop.state
    desktop.media.ask(MediaCommand.PAUSE)
    desktop.media.ask(MediaCommand.PAUSE)
    paused, shown = desktop.state, desktop.last.status
    desktop.media.ask(MediaCommand.PLAY)
    desktop.media.ask(MediaCommand.PLAY)

    assert (running, paused) == (PlayerState.RUNNING, PlayerState.PAUSED)
    assert shown is MediaStatus.PAUSED
    assert desktop.state is PlayerState.LEAD_IN
    assert (desktop.last.status, desktop.last.runs_in) == (MediaStatus.PLAYING, 3)


def test_toggle_pauses_and_goes_on(desktop):
    states = []
    for _press in range(3):
        desktop.media.ask(MediaCommand.TOGGLE)
        states.append(desktop.state)

    assert states == [PlayerState.PAUSED, PlayerState.LEAD_IN, PlayerState.PAUSED]


@pytest.mark.parametrize("button", [MediaCommand.PLAY, MediaCommand.TOGGLE])
def test_where_a_tap_is_waited_for_the_button_is_the_tap(patient, button):
    before = patient.scene.index

    patient.media.ask(button)

    assert patient.scene.index == before + 1
    assert patient.scene.live.player.results[before].skipped is False


def test_play_in_the_lead_in_of_a_waiting_phase_changes_nothing(patient):
    patient.media.ask(MediaCommand.PAUSE)
    patient.media.ask(MediaCommand.PLAY)
    patient.media.ask(MediaCommand.PLAY)

    assert patient.state is PlayerState.LEAD_IN


def test_next_and_previous(desktop):
    desktop.media.ask(MediaCommand.NEXT)
    forward = desktop.scene.index
    desktop.media.ask(MediaCommand.PREVIOUS)

    assert (forward, desktop.scene.index) == (1, 0)


def test_places_in_the_session(desktop):
    desktop.media.ask(SeekTo(20))
    first = desktop.scene.into
    desktop.media.ask(SeekBy(-5))

    assert (first, desktop.scene.into) == (20, 15)
    assert desktop.last.position == 15


def test_stop_asks_first(desktop):
    desktop.media.ask(MediaCommand.STOP)

    assert desktop.scene.window._question is not None
    assert desktop.state is PlayerState.PAUSED


def test_the_window_can_be_asked_for(desktop):
    desktop.scene.window.showMinimized()
    desktop.media.ask(MediaCommand.RAISE)

    assert desktop.scene.window.isVisible()
    assert not desktop.scene.window.isMinimized()


def test_it_is_gone_when_the_session_ends(desktop):
    desktop.scene.window.conductor.end()

    assert desktop.media.closed
    assert desktop.media.shown == []


def test_it_is_gone_when_the_window_goes(desktop):
    desktop.scene.window.close_now()

    assert desktop.media.closed
    assert desktop.media.shown == []


def test_after_the_end_a_button_does_nothing(desktop):
    desktop.scene.window.conductor.end()

    for wish in (*MediaCommand, SeekBy(10), SeekTo(0)):
        desktop.media.ask(wish)

    assert desktop.state is PlayerState.FINISHED
    assert desktop.media.shown == []


def test_another_tempo_is_another_length(patient):
    before = patient.last

    patient.scene.window.conductor.change_tempo(faster=False)

    assert patient.last.length > before.length
    assert patient.last.length == patient.scene.live.timeline.seconds
    assert patient.last.title == before.title
