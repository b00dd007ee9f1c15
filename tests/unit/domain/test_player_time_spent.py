"""For how long the time of a session ran: what its minutes are counted from."""

from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.player import Player
from tests.fakes.player_session import PATIENT, PLAN, Session


def spent(session: Session) -> float:
    return round(session.player.spent(session.clock.reading()), 6)


def test_before_it_begins_and_where_it_goes_on_nothing_is_spent():
    assert Player(PLAN).spent(Session().clock.reading()) == 0
    session = Session(start_at=3)
    session.clock.advance(500)
    assert spent(session) == 0


def test_it_runs_through_getting_ready_work_and_rests():
    session = Session().at(60)
    assert spent(session) == 60
    session.play_out()
    assert spent(session) == PLAN.seconds


def test_a_pause_and_its_lead_in_are_left_out():
    session = Session().at(60)
    session.do("pause")
    session.clock.advance(1000)
    assert spent(session) == 60
    session.do("resume")
    session.play(2)
    assert spent(session) == 60
    session.play(1 + 5)
    assert spent(session) == 65


def test_a_machine_that_slept_trained_nobody():
    session = Session().at(60)
    session.clock.sleep(3600)
    session.do("advance")
    assert spent(session) == 60
    session.clock.advance(100)
    assert spent(session) == 60


def test_what_is_skipped_was_not_spent_and_what_is_done_again_was():
    session = Session().at(20)
    session.do("skip")
    assert spent(session) == 20
    session.do("seek", 0.0)
    session.play(20)
    assert spent(session) == 40


def test_waiting_for_a_tap_is_time_spent():
    session = Session(PATIENT).at(40)
    session.play(100)
    session.do("tap")
    assert spent(session) == 140


def test_skipping_in_the_lead_in_spends_nothing_before_time_runs():
    session = Session().at(60)
    session.do("pause")
    session.do("resume")
    session.do("skip")
    session.play(3 + 4)
    assert spent(session) == 64


def test_what_is_ended_stays():
    session = Session().at(60)
    session.do("end")
    session.clock.advance(100)
    assert spent(session) == 60


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["pause", "resume", "skip", "back", "stop_set", "advance"]),
            st.floats(0, 40),
        ),
        max_size=12,
    )
)
def test_it_never_runs_back_nor_faster_than_the_clock(pressed):
    session = Session()
    for command, seconds in pressed:
        before, then = spent(session), session.clock.reading().monotonic
        session.do(command)
        session.play(seconds)
        passed = session.clock.reading().monotonic - then
        assert before <= spent(session) <= before + passed + 1e-6
