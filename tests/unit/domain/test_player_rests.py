"""How long a set really rested: from its end until the next one began."""

from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.player_events import RestTaken
from tests.fakes.player_session import Session, rests


def test_a_session_left_alone_rests_as_planned():
    session = Session()
    session.play_out()
    assert rests(session.told) == {1: 5, 3: 30}


def test_a_rest_that_is_cut_short_is_as_short_as_it_was():
    session = Session().at(95 + 12)
    session.do("skip")
    assert rests(session.told) == {1: 5, 3: 12}


def test_a_pause_in_the_rest_is_rest():
    session = Session().at(95 + 10)
    session.do("pause")
    session.clock.advance(100)
    session.do("resume")
    session.play_out()
    assert rests(session.told)[3] == 10 + 100 + 3 + 20  # with the lead-in


def test_after_a_set_that_was_skipped_there_is_nothing_to_rest_from():
    session = Session().at(60)
    session.do("skip")
    session.play_out()
    assert rests(session.told) == {1: 5}


def test_going_back_to_a_set_and_doing_it_again_counts_the_rest_after_it():
    session = Session().at(95 + 1)
    session.do("back")
    assert 3 not in rests(session.told), "nothing comes between a set and itself"
    session.play_out()
    assert rests(session.told) == {1: 5, 3: 30}


def test_a_session_that_goes_on_after_a_crash_does_not_guess():
    session = Session(start_at=4)
    session.do("resume")
    session.play_out()
    assert rests(session.told) == {}


COMMANDS = st.sampled_from(["skip", "back", "pause", "resume", "stop_set"])


@given(st.lists(st.tuples(st.floats(0, 60), COMMANDS), max_size=12))
def test_a_rest_is_never_negative_and_never_longer_than_the_time_that_passed(pressed):
    session = Session()
    began = session.clock.reading().monotonic
    for seconds, command in pressed:
        session.play(seconds)
        session.do(command)
    session.play_out()
    passed = session.clock.reading().monotonic - began
    for event in session.told:
        if isinstance(event, RestTaken):
            assert 0 <= event.seconds <= passed
            assert session.player.timeline.phases[event.index].kind == "work"
