"""The course of time in the sitting engine: what happens next, and what follows from it.

`run_to` works off one deadline after the other, each at its own moment, so it does not matter how
often or how late the engine is called. After each, and after whatever is told from outside,
`settle` draws the conclusions.

Decisions where the rules leave room:

- Resting hands count as sitting until the absence counts; then sitting goes back to the last input.
- `natural_break` is not told where nobody has sat since the last break.
- A hold told from outside closes a bar or break; `locked` and `session` do not, and outside working
  hours everything lapses silently.
- Standing and absence without sitting in between are one relief, also when a hold closed the break
  it was: part of it is credited then, the rest when it is over.
"""

from collections.abc import Callable, Iterator
from functools import partial

from coreapp.domain.sitting.bar_clocks import BarClocks
from coreapp.domain.sitting.facts import (
    SHOWN_AS_HELD,
    Cause,
    FactKind,
    HoldReason,
    Outcome,
    SpanKind,
    Why,
)
from coreapp.domain.sitting.ledger import Ledger
from coreapp.domain.sitting.moments import MINUTE
from coreapp.domain.sitting.offers import Offers
from coreapp.domain.sitting.presence import Hands, Posture
from coreapp.domain.sitting.prompts import Prompts
from coreapp.domain.sitting.spans import Segment
from coreapp.domain.sitting.state import Phase

FRESH_AFTER = 30 * MINUTE
"""After so long a time in which nobody looked, sitting starts at 0."""

MOST_AT_ONE_MOMENT = 100
"""More than this never has to happen at one moment."""

Deadline = tuple[int, Callable[[], None]]


class Course:
    """The rules in their order of time."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._prompts = Prompts(ledger)
        self._offers = Offers(ledger, self._prompts)
        self._clocks = BarClocks(ledger)

    @property
    def prompts(self) -> Prompts:
        """The bar and the break."""
        return self._prompts

    def next_deadline(self) -> Deadline:
        """Return the next moment something happens by itself, and what; midnight at the latest."""
        first: Deadline = (self._ledger.state.wall.next_turn, self._wall_turns)
        for each in self._deadlines():
            if each[0] < first[0]:
                first = each
        return first

    def run_to(self, moment: int) -> None:
        """Let everything happen that is due up to a moment.

        Raises:
            RuntimeError: one moment has no end. That is a bug, and better told than a program that
                stands still.
        """
        state = self._ledger.state
        turns = 0
        while True:
            at, happens = self.next_deadline()
            if at > moment:
                break
            turns = turns + 1 if at <= state.now else 0
            if turns > MOST_AT_ONE_MOMENT:
                raise RuntimeError(f"the sitting engine turns in a circle at {at}")
            state.now = max(state.now, at)
            happens()
            self.settle()
        state.now = max(state.now, moment)

    def settle(self) -> None:
        """Draw the conclusions from what is the case now."""
        self._settle_relief()
        self._run_stretches()
        self._offers.offer()
        self._clocks.run()
        self._note_span()

    def hold(self, reason: HoldReason, why: Why = Why.HOLD_BEGAN) -> None:
        """Let a hold begin."""
        state = self._ledger.state
        if reason in state.holds.since:
            return
        state.holds.since[reason] = state.now
        if reason in SHOWN_AS_HELD:
            self._ledger.tell(FactKind.HELD, why, reason=reason.value)
            self._prompts.hold_began()
        if state.holds.engage is not state.presence.engaged:
            state.presence.engage(state.now, engaged=state.holds.engage)

    def release(self, reason: HoldReason, why: Why = Why.HOLD_ENDED) -> None:
        """Let a hold end; one that is not there is no matter."""
        state = self._ledger.state
        if state.holds.since.pop(reason, None) is None:
            return
        if reason is HoldReason.MANUAL:
            state.holds.pause_until = None
        if reason is HoldReason.UNKNOWN:
            state.holds.unknown_until = None
        if reason in SHOWN_AS_HELD:
            self._ledger.tell(FactKind.RELEASED, why, reason=reason.value)
        if state.holds.engage is not state.presence.engaged:
            state.presence.engage(state.now, engaged=state.holds.engage)

    def sleep(self, fell: int, woke: int) -> None:
        """The machine slept from one moment to another."""
        presence = self._ledger.state.presence
        for moment, asleep in ((fell, True), (woke, False)):
            self.run_to(moment)
            bar = self._ledger.state.bar
            was_absent = presence.absent
            presence.asleep = asleep
            presence.update(moment)
            if bar.phase is Phase.SESSION and was_absent and not presence.absent:
                bar.rest += woke - fell
            self.settle()

    def take_posture(self, posture: Posture) -> None:
        """Somebody says to sit, to stand, or to be away."""
        state = self._ledger.state
        bar, presence, before = state.bar, state.presence, state.presence.posture
        if posture is before:
            return
        presence.posture = posture
        if posture is Posture.AWAY:
            presence.update(state.now)
            if not presence.absent:
                self._count_absence()
            return
        presence.is_here(state.now)
        answers = bar.is_unanswered and bar.cause is not Cause.STANDING
        if posture is Posture.STANDING and (answers or bar.phase is Phase.STAND):
            self._prompts.begin(Phase.FEET, Why.STOOD_UP)
        if posture is Posture.SITTING:
            if bar.phase is Phase.FEET:
                self._prompts.end_early(Outcome.PARTIAL, Why.SAT_DOWN)
            elif bar.is_unanswered and bar.cause is Cause.STANDING:
                self._prompts.close()
            self._ledger.stand_anew(state.now)

    def was_not_running(self, until: int) -> None:
        """Nobody looked until then: an open bar or break is over, and sitting stood still.

        From half an hour on sitting starts at 0.
        """
        ledger, state = self._ledger, self._ledger.state
        if state.bar.told:
            ledger.tell_end(Outcome.PARTIAL, Why.NOT_RUNNING)
        self._prompts.close()
        ledger.lapse()
        state.sitting.stop(state.now)
        ledger.stand_anew(state.now)
        if until - state.now >= FRESH_AFTER:
            ledger.sufficient_break()
        state.relief_from = state.relief_need = None
        state.served = False
        state.checked = None
        state.spans.note(Segment(state.now, SpanKind.OFF, Why.NOT_RUNNING))
        state.now = until
        self.release(HoldReason.LOCKED)
        self.release(HoldReason.SESSION)
        state.presence.begin_anew(until)
        self.look_at_wall()
        self.settle()

    def look_at_wall(self) -> None:
        """See what the wall clock says now, and carry out what has changed."""
        ledger = self._ledger
        state, wall = ledger.state, ledger.state.wall
        day = wall.day
        wall.look(state.now, ledger.settings)
        if wall.day != day:
            state.day_began = state.tally_now(ledger.settings)
        if wall.off and HoldReason.OFF_HOURS not in state.holds.since:
            self.hold(HoldReason.OFF_HOURS)
            ledger.lapse()
            if state.bar.is_unanswered:
                self._prompts.close()
        if not wall.off:
            self.release(HoldReason.OFF_HOURS)
        if wall.quiet:
            self.hold(HoldReason.QUIET)
        else:
            self.release(HoldReason.QUIET)

    def _deadlines(self) -> Iterator[Deadline]:
        """Yield what may happen next; of two at the same moment the earlier yielded is first."""
        state = self._ledger.state
        holds, bar = state.holds, state.bar
        if state.sitting.since is not None and not state.escalated:
            level = self._ledger.settings.long_sit_min * MINUTE
            yield state.sitting.since + level - state.sitting.accrued, self._escalate
        if holds.pause_until is not None:
            yield holds.pause_until, self._end_pause
        if holds.unknown_until is not None:
            yield holds.unknown_until, self._give_up_sensing
        counts = state.presence.counts_at(self._ledger.settings)
        if counts is not None:
            yield counts, self._count_absence
        if bar.is_open:
            yield from self._bar_deadlines()
        if state.relief_from is not None and not state.served and not bar.is_break:
            yield state.relief_from + self._ledger.relief_needs, self._serve
        offer = self._offers.next_at()
        if offer is not None:
            yield offer, _nothing

    def _bar_deadlines(self) -> Iterator[Deadline]:
        ends = self._clocks.ends_at()
        if ends is not None:
            yield ends, self._prompts.finish
        typed_out = self._clocks.typed_out_at()
        if typed_out is not None:
            yield typed_out, self._prompts.typed_out
        grows = self._clocks.grows_at()
        if grows is not None:
            yield grows[0], partial(self._prompts.grow, grows[1])

    def _wall_turns(self) -> None:
        state = self._ledger.state
        timed = state.wall.timed_at(state.now, self._ledger.settings)
        self.look_at_wall()
        if timed is not None:
            self._offers.come_by_time(timed)

    def _end_pause(self) -> None:
        self.release(HoldReason.MANUAL, Why.PAUSE_OVER)

    def _give_up_sensing(self) -> None:
        state = self._ledger.state
        self.release(HoldReason.UNKNOWN)
        state.presence.hands = Hands.UNSENSED
        state.presence.update(state.now)

    def _count_absence(self) -> None:
        """The absence counts, and so counts whole."""
        state = self._ledger.state
        rest = state.presence.rest_from
        since = state.now if rest is None else rest
        state.presence.absent = True
        state.sitting.stop(since)
        self._ledger.stand_anew(since)
        if state.bar.is_unanswered:
            self._prompts.walk_away(since)
            return
        state.spans.turn(since, SpanKind.AWAY)
        if state.bar.is_answered:
            self._clocks.note_rest(since)

    def _serve(self) -> None:
        """A relief without a break has become a sufficient one."""
        ledger, state = self._ledger, self._ledger.state
        away = state.now - (state.now if state.relief_from is None else state.relief_from)
        away += ledger.break_length - ledger.relief_needs
        if state.bar.is_unanswered and state.bar.cause is not Cause.STANDING:
            self._prompts.close()
            ledger.sufficient_break()
            ledger.tell_end(Outcome.TAKEN, Why.STOOD_UP, rest=away)
        else:
            ledger.natural_break(away, Why.AWAY_ENOUGH if state.presence.absent else Why.STOOD_UP)

    def _escalate(self) -> None:
        self._ledger.state.escalated = True
        self._ledger.tell(FactKind.ESCALATE, Why.LONG_SIT)

    def _settle_relief(self) -> None:
        state = self._ledger.state
        bar, presence = state.bar, state.presence
        if bar.is_answered:
            return
        came_back = bar.phase is Phase.WALKED and not presence.absent
        if came_back:
            self._prompts.came_back()
        if presence.absent or presence.posture is Posture.STANDING:
            if state.relief_from is None:
                left = presence.rest_from if presence.absent else None
                state.relief_from = state.now if left is None else left
                state.served = False
        elif state.relief_from is not None:
            self._sit_down(bar.need if came_back else self._ledger.relief_needs)
        elif presence.rest_from is None:
            state.relief_need = None
        if came_back:
            self._prompts.drop_if_not_due()

    def _sit_down(self, need: int) -> None:
        """Someone sits again: credit what was too short for a break."""
        state = self._ledger.state
        if state.relief_from is not None and not state.served:
            self._ledger.credit(state.now - state.relief_from, need, Why.CAME_BACK)
        state.relief_from = state.relief_need = None
        state.served = False

    def _run_stretches(self) -> None:
        state = self._ledger.state
        posture = state.presence.posture
        here = not (state.wall.off or state.presence.absent or state.bar.is_answered)
        for stretch, when in ((state.sitting, Posture.SITTING), (state.standing, Posture.STANDING)):
            if here and posture is when:
                stretch.run(state.now)
            elif stretch.since is not None:
                stretch.stop(state.now)

    def _note_span(self) -> None:
        state = self._ledger.state
        kind, reason = self._span_kind()
        state.spans.note(Segment(state.now, kind, reason, state.presence.asleep))

    def _span_kind(self) -> tuple[SpanKind, str]:
        state = self._ledger.state
        presence, bar = state.presence, state.bar
        held = state.holds.shown()
        kinds = (
            (SpanKind.OFF, state.wall.off),
            (SpanKind.ASLEEP, presence.asleep and (presence.absent or bar.is_break)),
            (SpanKind.SESSION, bar.phase is Phase.SESSION),
            (SpanKind.BREAK, bar.is_break),
            (SpanKind.AWAY, presence.absent),
            (SpanKind.STANDING, presence.posture is Posture.STANDING),
        )
        for kind, is_so in kinds:
            if is_so:
                return kind, ""
        return (SpanKind.HELD, held) if held else (SpanKind.SITTING, "")


def _nothing() -> None:
    """Let `settle` do what is due."""
