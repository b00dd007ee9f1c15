"""What the desktop is shown of a session, and where it thinks the session is a while later."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.services.media_session import MediaStatus, NowPlaying, now_playing
from tests.fakes.player_session import PATIENT, PLAN, Session

SECONDS = st.floats(0, 400)


def shown(session: Session, pace: float = 1.0) -> NowPlaying:
    length = session.player.timeline.seconds
    return now_playing(session.view, title="Plank", artist="Evening", length=length, pace=pace)


def test_a_session_that_runs_goes_on_to_its_end():
    playing = shown(Session().at(20))

    assert playing.status is MediaStatus.PLAYING
    assert (playing.title, playing.artist, playing.length) == ("Plank", "Evening", 165)
    assert playing.position == pytest.approx(20)
    assert playing.position_after(5) == pytest.approx(25)
    assert playing.position_after(1000) == 165


def test_a_paused_session_stays_where_it_is():
    session = Session().at(20)
    session.do("pause")

    playing = shown(session)

    assert playing.status is MediaStatus.PAUSED
    assert playing.position_after(60) == pytest.approx(20)


def test_a_resumed_session_waits_for_its_lead_in():
    session = Session().at(20)
    session.do("pause")
    session.do("resume")

    playing = shown(session)

    assert playing.status is MediaStatus.PLAYING
    assert playing.position_after(3) == pytest.approx(20)
    assert playing.position_after(4) == pytest.approx(21)


def test_where_a_tap_is_waited_for_time_stands_still():
    playing = shown(Session(PATIENT).at(60))

    assert playing.position_after(20) == pytest.approx(80)
    assert playing.position_after(21) == pytest.approx(80)


def test_a_session_that_is_over_does_not_run():
    session = Session()
    session.play_out()

    assert shown(session).status is MediaStatus.PAUSED


def test_a_faster_clock_moves_it_faster():
    playing = shown(Session().at(20), pace=10)

    assert playing.position_after(2) == pytest.approx(40)


@given(start=st.floats(0, PLAN.seconds - 1), later=SECONDS)
def test_it_says_what_the_player_will_say(start, later):
    session = Session()
    session.play(start)
    playing = shown(session)

    session.play(later)

    assert playing.position_after(later) == pytest.approx(session.view.session_into, abs=1e-6)


@given(start=st.floats(0, PLAN.seconds - 1), steps=st.lists(SECONDS, max_size=4))
def test_a_position_never_goes_back_by_itself_nor_past_the_end(start, steps):
    session = Session()
    session.play(start)
    playing = shown(session)

    places = [playing.position_after(seconds) for seconds in sorted(steps)]

    assert places == sorted(places)
    assert all(playing.position <= place <= playing.length for place in places)
