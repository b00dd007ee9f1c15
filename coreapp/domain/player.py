"""The guided session as a state machine: a compiled timeline, deadlines, and what happened.

Nothing is counted down. A running phase has a deadline on the monotonic clock; when it passes,
the next phase begins at that deadline and not at the moment somebody noticed. Every call takes
one reading of the clocks and returns what happened since the last one.

A command means the phase that was shown when it was given. If that phase turns out to have ended
by itself in the meantime, skipping it, stopping it or tapping has nothing left to do.
"""

from dataclasses import dataclass, field, replace

from coreapp.domain.clock import Reading
from coreapp.domain.cues import Cue, CueKind, cues_of
from coreapp.domain.player_events import (
    CueDue,
    Finished,
    Paused,
    PauseReason,
    PhaseLeft,
    PhaseResult,
    PhaseStarted,
    PlayerEvent,
    Resumed,
)
from coreapp.domain.player_place import Place, Stopwatch
from coreapp.domain.player_tally import HALF_A_MILLISECOND, Tally
from coreapp.domain.player_view import PlayerState, PlayerView
from coreapp.domain.tempo import AS_PLANNED, Pace, paced
from coreapp.domain.timeline import Phase, PhaseKind, Timeline
from coreapp.domain.training_log import Outcome

BACK_RESTARTS_AFTER_SECONDS = 3
"""Later than this in a phase, going back means its start; earlier, the phase before it."""


@dataclass(frozen=True, slots=True)
class PlayerOptions:
    """How the player treats pauses.

    Attributes:
        lead_in_seconds: from resuming until time runs.
        gap_seconds: so long without a call means that nobody was there to play; a clock that is
            made to run faster needs a longer one.
    """

    lead_in_seconds: float = 3
    gap_seconds: float = 5


PLAIN = PlayerOptions()


@dataclass(slots=True)
class Player:
    """One guided run of a timeline. Every method takes a reading and returns what happened.

    `advance` must be called at `next_call()` at the latest.

    Attributes:
        timeline: as it is played; before the first change of pace that is the plan.
        plan: the timeline as it was planned.
        start_at: index of the phase to go on with after a crash; None begins anew.
        results: results of work phases, by index; those of an earlier run go in.
        pace: how it is played from the present phase on.
    """

    timeline: Timeline
    options: PlayerOptions = PLAIN
    start_at: int | None = None
    results: dict[int, PhaseResult] = field(default_factory=dict)
    state: PlayerState = PlayerState.READY
    pace: Pace = AS_PLANNED
    plan: Timeline = field(init=False)
    _place: Place = field(init=False)
    _last: Reading | None = None
    _tally: Tally = field(init=False)
    _watch: Stopwatch = field(default_factory=Stopwatch)

    def __post_init__(self) -> None:
        self._place = Place(max(0, min(self.start_at or 0, len(self.timeline.phases) - 1)))
        self._tally = Tally(self.results)
        self.plan = self.timeline
        self._keep_pace(self._place.index)

    @property
    def goes_on(self) -> bool:
        """Whether this run goes on with one that was cut off."""
        return self.start_at is not None

    @property
    def phase(self) -> Phase:
        """The phase the session is in."""
        return self.timeline.phases[self._place.index]

    def start(self, reading: Reading) -> list[PlayerEvent]:
        """Begin; one that goes on waits in pause until it is resumed."""
        if self.state is not PlayerState.READY:
            return []
        self._last = reading
        self._place.anchor = reading.monotonic
        if self.goes_on:
            self.state = PlayerState.PAUSED
            return [PhaseStarted(self._place.index), Paused(PauseReason.ASKED)]
        self.state = PlayerState.RUNNING
        self._watch.begin(reading.monotonic)
        return [PhaseStarted(0), *self._run(reading.monotonic)]

    def advance(self, reading: Reading) -> list[PlayerEvent]:
        """Move to where the session is at `reading`."""
        last, self._last = self._last, reading
        if last is None or not self._is_moving:
            return []
        slept = (reading.boot - reading.monotonic) - (last.boot - last.monotonic)
        unwatched = reading.monotonic - last.monotonic
        if max(slept, unwatched) > self.options.gap_seconds:
            return self._stop(last.monotonic, PauseReason.GAP)
        return self._run(reading.monotonic)

    def next_call(self) -> float | None:
        """Return the monotonic moment at which `advance` must be called; None if never."""
        if self._last is None or not self._is_moving:
            return None
        watched = self._last.monotonic + self.options.gap_seconds / 5
        place = self._place
        if self.state is PlayerState.LEAD_IN:
            return min(watched, place.anchor)
        cues = cues_of(self.phase)[place.cues_given :]
        moments = [self._moment_of(cue.at) for cue in cues[:1]]
        if not self.phase.until_tapped:
            moments.append(self._moment_of(self.phase.seconds))
        return min([watched, *moments])

    def pause(self, reading: Reading) -> list[PlayerEvent]:
        """Stop time; the place is kept."""
        events = self.advance(reading)
        if self._is_moving:
            events += self._stop(reading.monotonic, PauseReason.ASKED)
        return events

    def resume(self, reading: Reading) -> list[PlayerEvent]:
        """Let time run again after the lead-in."""
        if self.state is not PlayerState.PAUSED:
            return self.advance(reading)
        self._last = reading
        self.state = PlayerState.LEAD_IN
        self._place.anchor = reading.monotonic + self.options.lead_in_seconds
        return self._run(reading.monotonic)

    def tap(self, reading: Reading) -> list[PlayerEvent]:
        """Say that a phase that waits for it is done."""
        shown, events = self._place.index, self.advance(reading)
        waits = self.state is PlayerState.RUNNING and self.phase.until_tapped
        if waits and self._place.index == shown:
            events += self._leave(reading.monotonic, tapped=True)
            events += self._go(reading.monotonic, shown + 1)
        return events

    def stop_set(self, reading: Reading) -> list[PlayerEvent]:
        """End the work here and now; what was done is the truth that is logged.

        Outside of work there is nothing to stop.
        """
        if self.phase.kind is not PhaseKind.WORK:
            return self.advance(reading)
        return self._pass_by(reading, skipped=False)

    def skip(self, reading: Reading) -> list[PlayerEvent]:
        """Go to the next phase."""
        return self._pass_by(reading, skipped=True)

    def back(self, reading: Reading) -> list[PlayerEvent]:
        """Go to the start of this phase, or at its very beginning to the one before."""
        events = self.advance(reading)
        into = self._into(reading.monotonic)
        step = 0 if into > BACK_RESTARTS_AFTER_SECONDS else 1
        return events + self._jump(reading.monotonic, max(0, self._place.index - step), 0)

    def seek(self, reading: Reading, seconds: float) -> list[PlayerEvent]:
        """Go to a moment of the session, in seconds from its start; kept within it."""
        events = self.advance(reading)
        seconds = min(max(seconds, 0.0), self.timeline.seconds)
        index = self.timeline.index_at(seconds)
        return events + self._jump(reading.monotonic, index, seconds - self.timeline.starts[index])

    def nudge(self, reading: Reading, seconds: float) -> list[PlayerEvent]:
        """Go `seconds` forward, or back if negative."""
        events = self.advance(reading)
        place = self.timeline.starts[self._place.index] + self._into_shown(reading.monotonic)
        return events + self.seek(reading, place + seconds)

    def adopt(self, reading: Reading, pace: Pace) -> list[PlayerEvent]:
        """Play on at another pace from here on; the place within a repetition stays."""
        self.pace, events = pace, self.advance(reading)
        if self.state is PlayerState.FINISHED:
            return events
        place, now = self._place, reading.monotonic
        place.into, place.worked = self._into(now), self._worked(now)
        place.anchor = max(now, place.anchor)
        place.stretch(self._keep_pace(place.index))
        if place.cues_given:
            # What was heard is not said again, although the last digit may differ now.
            place.cues_given = _cues_before(self.phase, place.into + HALF_A_MILLISECOND)
        if not self.phase.until_tapped:  # What has waited longer than planned ends here and now.
            place.into = min(place.into, self.phase.seconds)
        return events + self._run(now)

    def end(self, reading: Reading) -> list[PlayerEvent]:
        """End the session here; what was done is kept."""
        events = self.advance(reading)
        if self.state in {PlayerState.READY, PlayerState.FINISHED}:
            return events
        if self._worked(reading.monotonic) > 0:
            events += self._leave(reading.monotonic)
        self._halt(reading.monotonic, PlayerState.FINISHED)
        return [*events, Finished(Outcome.ENDED_EARLY)]

    def spent(self, reading: Reading) -> float:
        """Return the seconds for which time has run in this run, without pauses and lead-ins."""
        return self._watch.at(reading.monotonic)

    def view(self, reading: Reading) -> PlayerView:
        """Return what is to be shown at `reading`, without moving on."""
        place, phase = self._place, self.phase
        into = self._into_shown(reading.monotonic)
        session_into = self.timeline.starts[place.index] + into
        lead_in = place.anchor - reading.monotonic if self.state is PlayerState.LEAD_IN else 0.0
        return PlayerView(
            state=self.state,
            index=place.index,
            phase=phase,
            seconds_into=into,
            seconds_left=phase.seconds - into,
            session_into=session_into,
            session_left=self.timeline.seconds - session_into,
            lead_in_left=max(0.0, lead_in),
            pace=self.pace,
        )

    @property
    def _is_moving(self) -> bool:
        return self.state in {PlayerState.RUNNING, PlayerState.LEAD_IN}

    def _moment_of(self, into: float) -> float:
        """Return the monotonic moment at which a running phase is `into` seconds old.

        Whatever is due is compared by this figure only: computed in two ways it could differ in
        the last digit, and a call at exactly `next_call()` would find nothing to do.
        """
        return self._place.anchor + into - self._place.into

    def _since_anchor(self, now: float) -> float:
        return max(0.0, now - self._place.anchor) if self.state is PlayerState.RUNNING else 0.0

    def _into(self, now: float) -> float:
        return self._place.into + self._since_anchor(now)

    def _into_shown(self, now: float) -> float:
        """Return the position in the phase; one that waits for a tap stays at its end."""
        return min(self._into(now), self.phase.seconds)

    def _worked(self, now: float) -> float:
        return self._place.worked + self._since_anchor(now)

    def _run(self, now: float) -> list[PlayerEvent]:
        """Let everything happen that is due by `now`."""
        events: list[PlayerEvent] = []
        if self.state is PlayerState.LEAD_IN and now >= self._place.anchor:
            self.state = PlayerState.RUNNING
            self._watch.begin(self._place.anchor)
            events.append(Resumed())
        while self.state is PlayerState.RUNNING:
            events += self._give_cues(now)
            deadline = self._moment_of(self.phase.seconds)
            if self.phase.until_tapped or now < deadline:
                break
            events += self._leave(deadline)
            events += self._enter(deadline, self._place.index + 1)
        return events

    def _give_cues(self, now: float) -> list[PlayerEvent]:
        place = self._place
        cues = cues_of(self.phase)[place.cues_given :]
        due = [cue for cue in cues if self._moment_of(cue.at) <= now]
        place.cues_given += len(due)
        return [CueDue(place.index, cue) for cue in due]

    def _stop(self, now: float, reason: PauseReason) -> list[PlayerEvent]:
        self._halt(now, PlayerState.PAUSED)
        return [Paused(reason)]

    def _halt(self, now: float, state: PlayerState) -> None:
        """Keep the place of this moment; time does not run in `state`."""
        place = self._place
        place.into, place.worked = self._into(now), self._worked(now)
        self._watch.halt(now)
        self.state = state

    def _pass_by(self, reading: Reading, *, skipped: bool) -> list[PlayerEvent]:
        shown, events = self._place.index, self.advance(reading)
        over = self.state in {PlayerState.READY, PlayerState.FINISHED}
        if over or self._place.index != shown:
            return events
        events += self._leave(reading.monotonic, skipped=skipped)
        return events + self._go(reading.monotonic, self._place.index + 1)

    def _jump(self, now: float, index: int, into: float) -> list[PlayerEvent]:
        """Go to a place; work that is jumped over and was never done counts as skipped."""
        if self.state in {PlayerState.READY, PlayerState.FINISHED}:
            return []
        place = self._place
        if index == place.index and into > 0:
            place.worked = self._worked(now)
            place.into, place.anchor = into, max(now, place.anchor)
            place.cues_given = _cues_before(self.phase, into)
            return [PhaseStarted(index), *self._run(now)]
        if index > place.index or self._worked(now) > 0:
            events = self._leave(now, skipped=True)
        else:  # It had not begun, and it still lies ahead.
            events = [PhaseLeft(place.index, self.results.get(place.index))]
        for passed in range(place.index + 1, index):
            events.append(self._tally.pass_over(passed, self.timeline.phases[passed]))
        return events + self._go(now, index, into)

    def _go(self, now: float, index: int, into: float = 0) -> list[PlayerEvent]:
        return [*self._enter(now, index, into), *self._run(now)]

    def _enter(self, now: float, index: int, into: float = 0) -> list[PlayerEvent]:
        """Enter a phase at the moment `now`; past the last one the session is finished."""
        if index >= len(self.timeline.phases):
            self._place.into = self.phase.seconds
            self._watch.halt(now)
            self.state = PlayerState.FINISHED
            done = any(not result.skipped for result in self.results.values())
            outcome = Outcome.COMPLETED if done else Outcome.ENDED_EARLY
            cue = Cue(self.phase.seconds, CueKind.FINISHED)
            return [CueDue(index - 1, cue), Finished(outcome)]
        anchor = max(now, self._place.anchor) if self.state is PlayerState.LEAD_IN else now
        into *= self._keep_pace(index)
        self._place = Place(index, into=into, anchor=anchor)
        self._place.cues_given = _cues_before(self.phase, into)
        return [*self._tally.enter(index, self.phase, anchor), PhaseStarted(index)]

    def _leave(
        self, now: float, *, skipped: bool = False, tapped: bool = False
    ) -> list[PlayerEvent]:
        """Write down what became of the present phase."""
        place = replace(self._place, worked=self._worked(now), anchor=now)
        return [self._tally.leave(self.phase, place, skipped=skipped, tapped=tapped)]

    def _keep_pace(self, index: int) -> float:
        """Give the pace to a phase and all after it; return how many times as long it is now."""
        before = self.timeline.phases[index].seconds
        self.timeline = paced(self.plan, self.timeline, index, self.pace)
        return self.timeline.phases[index].seconds / before if before else 1.0


def _cues_before(phase: Phase, into: float) -> int:
    """Return how many cues lie behind someone who enters a phase at `into`."""
    return sum(cue.at < into for cue in cues_of(phase))
