"""The clockwork under the sitting engine: readings in, steps out, and when to call again."""

from coreapp.domain.clock import Reading
from coreapp.domain.sitting.course import Course
from coreapp.domain.sitting.facts import Span, Step
from coreapp.domain.sitting.ledger import Ledger
from coreapp.domain.sitting.moments import SECOND, micros, seconds, utc_micros
from coreapp.domain.sitting.settings import BreakSettings
from coreapp.domain.sitting.state import Phase, State
from coreapp.domain.sitting.view import View, look_at, stands_out_at

SLEEP_TOLERANCE = SECOND // 2
"""Two clocks that are read one after the other differ by a little without any sleep."""

CLOCK_TOLERANCE = SECOND // 2
"""A wall clock that is slewed drifts by a little without being set."""


class Clockwork:
    """What all calls have in common."""

    def __init__(self, settings: BreakSettings, state: State, boot_id: str) -> None:
        self._boot_id = boot_id
        self._ledger = Ledger(settings, state)
        self._course = Course(self._ledger)

    @property
    def settings(self) -> BreakSettings:
        """The settings in force."""
        return self._ledger.settings

    @property
    def next_call(self) -> float:
        """When `advance` has to be called at the latest, in seconds of the boot clock."""
        state = self._ledger.state
        moments = [self._course.next_deadline()[0]]
        stands_out = stands_out_at(state)
        if stands_out is not None and stands_out > state.now:
            moments.append(stands_out)
        if state.checked is not None and state.presence.out_since is None:
            moments += [state.checked + each for each in self._asking_again_after()]
        return (max(state.now, min(moments)) - state.base) / SECOND

    @property
    def open_spans(self) -> tuple[Span, ...]:
        """The spans no step has returned yet; they may still change, the last one is open."""
        state = self._ledger.state
        return state.spans.all_until(state.now, state.wall.offset)

    @property
    def longest_sit_seconds(self) -> float:
        """The longest sitting since the engine was first started."""
        return seconds(self._ledger.state.sitting.longest_at(self._ledger.state.now))

    @property
    def due(self) -> int:
        """The breaks that came due since the engine was first started."""
        return self._ledger.state.tally_now(self._ledger.settings).due

    def view(self, reading: Reading) -> View:
        """Return what to show; changes nothing."""
        return look_at(self._ledger, max(self._ledger.state.now, self._moment(reading)))

    def advance(self, reading: Reading) -> Step:
        """Let time pass."""
        self._catch_up(reading)
        return self._step()

    def _catch_up(self, reading: Reading) -> None:
        """Let time pass, and keep what there is to tell for the next step."""
        state = self._ledger.state
        moment = self._moment(reading)
        slept = micros(reading.boot) - micros(reading.monotonic)
        if slept - state.slept >= SLEEP_TOLERANCE:
            self._course.sleep(max(state.now, moment - (slept - state.slept)), moment)
            state.slept = slept
        self._course.run_to(moment)
        offset = utc_micros(reading.utc) - moment
        if abs(offset - state.wall.offset) >= CLOCK_TOLERANCE:
            state.wall.offset = offset
            self._look_and_settle()

    def _step(self) -> Step:
        """Draw the conclusions and hand over what there is to tell."""
        self._course.settle()
        ledger = self._ledger
        state = ledger.state
        rest = state.presence.rest_from
        can_change = rest is not None and not state.presence.absent
        until = min(rest, state.now) if rest is not None and can_change else state.now
        facts = tuple(ledger.facts)
        ledger.facts.clear()
        return Step(facts, state.spans.take_certain(until, state.wall.offset))

    def _moment(self, reading: Reading) -> int:
        return micros(reading.boot) + self._ledger.state.base

    def _look_and_settle(self) -> None:
        self._course.look_at_wall()
        self._course.settle()

    def _asking_again_after(self) -> list[int]:
        """Return how soon the input has to be asked for again, apart from the deadlines."""
        state = self._ledger.state
        if state.bar.phase in {Phase.STAND, Phase.GROWN}:
            return [2 * SECOND]
        rest = state.presence.rest_from
        if state.presence.absent and rest is not None:
            return [min(30 * SECOND, max(2 * SECOND, (state.now - rest) // 20))]
        return []
