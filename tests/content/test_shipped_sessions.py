"""Every routine that ships, played on a simulated clock: the plan is kept, and the log adds up."""

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.player import PlayerOptions
from coreapp.domain.player_view import PlayerState
from coreapp.domain.tempo import TEMPOS, Pace
from coreapp.domain.timeline import PhaseKind
from coreapp.domain.training_log import Outcome
from coreapp.services.playing import LiveSession, Playing, Request
from tests.fakes.clock import FakeClock
from tests.fakes.shipped import shipped_library
from tests.fakes.work import FakeDatabase

ROUTINES = sorted(routine.id for routine in shipped_library().routines)
TEN_MILLISECONDS = 0.01

plain_commands = st.sampled_from(
    ["advance", "pause", "resume", "tap", "stop_set", "skip", "back"]
).map(lambda name: (name,))
commands = st.one_of(
    plain_commands,
    st.tuples(st.just("nudge"), st.sampled_from([-10, 10])),
    st.tuples(st.just("seek"), st.floats(0, 2000)),
    st.tuples(st.just("adopt"), st.builds(Pace, st.sampled_from(TEMPOS), waits=st.booleans())),
)
presses = st.lists(st.tuples(st.floats(0, 90), commands), max_size=25)


class Room:
    """A person with a mat, a clock and a log."""

    def __init__(self, routine: str) -> None:
        self.clock = FakeClock()
        self.database = FakeDatabase()
        numbers = count(1)
        playing = Playing(shipped_library(), self.database, self.clock, lambda: f"s{next(numbers)}")
        request = Request(routine, unattended=True)
        self.live: LiveSession = playing.begin(request, PlayerOptions())
        self.live.start()

    def play(self, seconds: float) -> None:
        """Let time pass, called as asked."""
        while (wait := self.live.next_call()) is not None and wait <= seconds:
            self.clock.advance(wait)
            seconds -= wait
            self.live.advance()
        self.clock.advance(seconds)
        self.live.advance()

    def play_out(self) -> None:
        """Go on to the end; what waits for a tap gets it when its time is over."""
        self.live.resume()
        while (wait := self.live.next_call()) is not None:
            self.clock.advance(wait)
            self.live.advance()
            if not self.live.view().seconds_left:
                self.live.tap()

    @property
    def row(self):
        return self.database.stored.sessions.kept["s1"]


@pytest.mark.parametrize("routine", ROUTINES)
def test_a_routine_left_alone_ends_when_its_plan_says(routine):
    room = Room(routine)
    began = room.clock.reading().monotonic
    room.play_out()

    timeline, row = room.live.timeline, room.row
    passed = room.clock.reading().monotonic - began
    assert abs(passed - timeline.seconds) <= TEN_MILLISECONDS
    work = {i: p for i, p in enumerate(timeline.phases) if p.kind is PhaseKind.WORK}
    assert row.outcome is Outcome.COMPLETED
    assert [each.phase for each in row.sets] == sorted(work)
    for each in row.sets:
        assert each.actual_seconds == each.planned_seconds == round(work[each.phase].seconds, 3)
        assert each.actual_reps == each.planned_reps == work[each.phase].reps
        assert not each.skipped


@given(routine=st.sampled_from(ROUTINES), pressed=presses)
def test_whatever_is_pressed_the_log_adds_up(routine, pressed):
    room = Room(routine)
    began = room.clock.reading().monotonic
    for seconds, (command, *arguments) in pressed:
        room.play(seconds)
        getattr(room.live, command)(*arguments)
    room.play_out()

    row, player = room.row, room.live.player
    phases = player.plan.phases  # whatever the tempo, that is what was planned
    assert player.state is PlayerState.FINISHED
    assert row == room.live.session
    assert {each.phase for each in row.sets} == set(player.results)
    for each in row.sets:
        phase, result = phases[each.phase], player.results[each.phase]
        assert (each.exercise, each.side, each.set) == (phase.exercise, phase.side, phase.set)
        assert (each.planned_seconds, each.planned_reps) == (phase.seconds, phase.reps)
        assert (each.actual_seconds, each.actual_reps) == (
            result.actual_seconds,
            result.actual_reps,
        )
        assert each.skipped == result.skipped
    passed = room.clock.reading().monotonic - began
    assert row.work_seconds <= passed + TEN_MILLISECONDS
    done = any(not each.skipped for each in row.sets)
    assert row.outcome is (Outcome.COMPLETED if done else Outcome.ENDED_EARLY)
