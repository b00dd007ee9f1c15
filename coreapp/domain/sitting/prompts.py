"""The bar and the break: how they open, grow, begin and end, and when they next need a look.

Decisions where the rules leave room:

- A lock or sleep shorter than `lock_min_s` changes nothing, so a bar does not grow in it and is
  not closed by it; from `lock_min_s` on it is walking away. The `locked` hold keeps bars from
  opening; it never closes one.
  Locking is told like any other walk (`grow` when it counts): nothing covers a lock screen, and
  whoever unlocks early finds the break that runs.
- Rest counts from the last input, also for a bar that opens in it, which then grows at once; the
  lead is what lets it be seen before. It does not end the break before it counts as absence: who
  set a long `away_after_s` was reading.
- `break_start` of a bar that was walked away from is told when the absence counts (or the break is
  over), dated back to the last input. Someone who comes back before has not begun a break.
- Coming back early from such a break ends it (`partial`), credited; if it is then still due, the
  bar stays. A chosen break only stops its clock; sixty seconds of typing in all turn it back into
  the bar, and what was rested is credited and need not be rested again. That minute is `break`.
- What was rested before a break or session was chosen, or is rested on after it was cut short, is
  one rest with it: nothing of it is lost, and nothing is credited twice.
- A hold that cuts a break short owes the rest, and a snoozed bar returns at its time, though the
  rest before it is credited: the one is the rule of holds, the other was asked for.
- `lunch_walk` is told when the bar of the walk is in sight for the first time.
- A session goes on under a lock, for it can be heard; in sleep it stands still.
- A break that has begun may end outside working hours; a waiting bar lapses there.
"""

from coreapp.domain.sitting.facts import Cause, FactKind, Outcome, SpanKind, Why
from coreapp.domain.sitting.ledger import Ledger
from coreapp.domain.sitting.moments import MINUTE, SECOND, seconds
from coreapp.domain.sitting.state import Bar, Phase

_WHY_PROMPT = {
    Cause.LIMIT: Why.SITTING_LIMIT,
    Cause.STANDING: Why.STANDING_LIMIT,
    Cause.LUNCH_WALK: Why.LUNCH_TIME,
    Cause.FIXED_TIME: Why.FIXED_TIME,
}


class Prompts:
    """What can be done with the one bar."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    @property
    def bar(self) -> Bar:
        """The bar or break that is open, or a closed one."""
        return self._ledger.state.bar

    def open(self, cause: Cause, why: Why | None, need: int | None) -> None:
        """Open the bar.

        Args:
            cause: what it is about.
            why: why only now, None if it comes when it was to come.
            need: rest that ends the break, None for a whole one.
        """
        ledger = self._ledger
        state = ledger.state
        ahead = 0
        if cause is Cause.LIMIT and need is None:
            ahead = max(0, state.limit - ledger.sitting_now)
        if cause is Cause.STANDING:
            ahead = max(0, state.standing_limit - state.standing.at(state.now))
        state.bar = Bar(
            phase=Phase.BAR,
            cause=cause,
            opened_at=state.now,
            limit_at=state.now + ahead,
            need=ledger.break_length if need is None else need,
        )
        ledger.lapse()
        if cause is Cause.LUNCH_WALK:
            self._tell_walk()
        ledger.tell(
            FactKind.PROMPT,
            why or _WHY_PROMPT[cause],
            cause=cause,
            long_sit=state.escalated or None,
        )

    def become_walk(self) -> None:
        """The time of the walk at lunch has come while a bar waits: it is about the walk now."""
        self.bar.cause = Cause.LUNCH_WALK
        self.bar.need = self._ledger.break_length
        self._tell_walk()

    def close(self) -> None:
        """Close whatever is open and tell nothing."""
        self._ledger.state.bar = Bar()

    def grow(self, why: Why) -> None:
        """Grow into the break."""
        self.bar.grown = True
        if self.bar.phase is Phase.BAR:
            self.bar.phase = Phase.GROWN
        self._ledger.tell(FactKind.GROW, why)

    def walk_away(self, since: int) -> None:
        """Begin the break of a bar that was walked away from, at the last input."""
        bar, state = self.bar, self._ledger.state
        if not bar.grown and bar.limit_at <= state.now:
            self.grow(Why.WALKED_AWAY)
        bar.phase = Phase.WALKED
        bar.begun_at = bar.known_from = bar.resting_from = since
        bar.told = True
        bar.typed, bar.typing_from = 0, None
        state.spans.turn(since, SpanKind.BREAK)
        self._ledger.tell(FactKind.BREAK_START, Why.WALKED_AWAY, at=since, cause=bar.cause)

    def begin(self, phase: Phase, why: Why) -> None:
        """Begin the break that somebody chose, from the bar, from what is owed, or unasked."""
        state = self._ledger.state
        if not self.bar.is_open:
            self._take_up(self._ledger.waiting or Cause.ASKED)
            self._ledger.lapse()
        if not self.bar.told:
            self.bar.begun_at = state.now
            self.bar.told = True
            self._ledger.tell(FactKind.BREAK_START, why, cause=self.bar.cause)
        self._enter(phase)

    def begin_session(self, why: Why) -> None:
        """A guided session takes the place of whatever is open; unasked it is no break yet."""
        if why is not Why.SESSION or self.bar.is_open or self._ledger.state.owed is not None:
            self.begin(Phase.SESSION, why)
            return
        self._take_up(Cause.ASKED)
        self._enter(Phase.SESSION)

    def finish_session(self, work: int) -> None:
        """The session is over; its work counts as absence, like all rest right before it."""
        ledger, bar = self._ledger, self.bar
        rest = self._rested_in_session(work)
        enough = rest >= bar.need
        if enough and bar.told:
            self.finish(Why.SESSION, rest=rest)
        elif bar.told:
            self.end_early(Outcome.PARTIAL, Why.SESSION, rest=rest)
        elif enough:
            self.close()
            ledger.natural_break(rest, Why.SESSION)
            self._rest_on()
        else:
            self._credit(rest, Why.SESSION)

    def take_word(self) -> None:
        """Somebody says to have stood already: taken."""
        ledger = self._ledger
        self.close()
        ledger.sufficient_break()
        ledger.tell_end(Outcome.TAKEN, Why.ANSWER_ALREADY_STOOD)
        ledger.state.presence.credit(ledger.state.now)
        self._rest_on()

    def finish(self, why: Why = Why.RESTED_ENOUGH, *, rest: int | None = None) -> None:
        """End the break: taken."""
        ledger, bar = self._ledger, self.bar
        if bar.is_unanswered:
            since = ledger.state.presence.rest_from
            self.walk_away(ledger.state.now if since is None else since)
        rested = bar.rested_at(ledger.state.now) if rest is None else rest
        ledger.state.sitting.stop(bar.begun_at)
        self.close()
        ledger.sufficient_break()
        ledger.tell_end(Outcome.TAKEN, why, rest=rested)
        self._rest_on()

    def end_early(self, outcome: Outcome, why: Why, *, rest: int | None = None) -> int:
        """End a break that was too short, credit it in proportion, and close the bar.

        Args:
            outcome: partial or skipped.
            why: what ended it.
            rest: what was rested, None to take it from the clock of the break.

        Returns:
            What is left to rest, in microseconds.
        """
        rested = self.bar.rested_at(self._ledger.state.now) if rest is None else rest
        self._ledger.tell_end(outcome, why, rest=rested)
        return self._credit(rested, why)

    def hold_began(self) -> None:
        """Close the bar or break for a hold that has just begun; what is not served is owed."""
        bar, ledger = self.bar, self._ledger
        if bar.phase in {Phase.CLOSED, Phase.SESSION}:
            return
        rest = self.end_early(Outcome.PARTIAL, Why.HOLD_BEGAN) if bar.told else None
        self.close()
        if self._is_still_wanted(bar.cause):
            ledger.owe(bar.cause, Why.HOLD_BEGAN, rest)

    def typed_out(self) -> None:
        """Turn the break back into the bar, because someone types on."""
        bar, now = self.bar, self._ledger.state.now
        need = self.end_early(Outcome.PARTIAL, Why.TYPING) if bar.told else bar.need
        self.close()
        ledger = self._ledger
        if not self._is_still_wanted(bar.cause):
            return
        if ledger.state.holds.since:
            ledger.owe(bar.cause, Why.TYPING, need)
        else:
            ledger.state.bar = Bar(Phase.BAR, bar.cause, now, now, need=need)

    def came_back(self) -> None:
        """End a break that was walked into and cut short; the bar stays if it is still due."""
        ledger, bar, now = self._ledger, self.bar, self._ledger.state.now
        ledger.tell_end(Outcome.PARTIAL, Why.CAME_BACK, rest=now - bar.begun_at)
        bar.phase = Phase.BAR
        bar.rest, bar.resting_from = 0, None
        bar.grown = bar.told = False

    def drop_if_not_due(self) -> None:
        """Close a bar that a credit has made needless."""
        if self._ledger.state.wall.off or not self._ledger.is_due(self.bar.cause):
            self.close()

    def snooze(self, minutes: float) -> None:
        """Send the bar away for a while, no longer than the budget allows."""
        ledger, bar = self._ledger, self.bar
        granted = min(round(minutes * MINUTE), ledger.budget_left)
        if bar.told:
            self.end_early(Outcome.PARTIAL, Why.ANSWER_SNOOZE)
        self.close()
        state = ledger.state
        state.snooze_until = state.now + granted
        state.snooze_cause = Cause.LIMIT if bar.cause is Cause.ASKED else bar.cause
        state.snooze_used += granted
        state.tally.snoozed += 1
        ledger.tell(
            FactKind.SNOOZED,
            Why.ANSWER_SNOOZE,
            minutes=seconds(granted // 60),
            budget_left_min=seconds(ledger.budget_left // 60),
        )

    def skip(self, reason: str | None) -> None:
        """Do without this break: the next limit is one interval later, nothing is reset."""
        ledger, bar = self._ledger, self.bar
        state = ledger.state
        sat, stood = ledger.sitting_now, state.standing.at(state.now)
        if bar.told:
            self.end_early(Outcome.SKIPPED, Why.ANSWER_SKIP)
        self.close()
        ledger.lapse()
        while state.limit - ledger.lead <= sat:
            state.limit += ledger.interval
        while state.standing_limit - ledger.lead <= stood:
            state.standing_limit += ledger.settings.standing_min * MINUTE
        state.snooze_used = 0
        state.tally.skipped += 1
        ledger.tell(FactKind.SKIPPED, Why.ANSWER_SKIP, reason=reason, outcome=Outcome.SKIPPED)

    def _tell_walk(self) -> None:
        state = self._ledger.state
        if not state.walk_told:
            state.walk_told = True
            self._ledger.tell(FactKind.LUNCH_WALK, Why.LUNCH_TIME)

    def _take_up(self, cause: Cause) -> None:
        """Make room for a break that no bar was open for."""
        state = self._ledger.state
        need = state.rest_owed or self._ledger.relief_needs
        state.bar = Bar(cause=cause, opened_at=state.now, limit_at=state.now, need=need)
        state.bar.begun_at = state.now

    def _enter(self, phase: Phase) -> None:
        """Go over to a break that somebody chose; what was rested up to now is part of it."""
        bar, state = self.bar, self._ledger.state
        if bar.is_break:
            bar.rest = bar.rested_at(state.now)
        else:
            unserved = None if state.served else state.relief_from
            bar.known_from = state.now if unserved is None else unserved
            bar.rest = state.now - bar.known_from
        bar.resting_from = None
        bar.phase = phase
        bar.grown = True
        bar.typed, bar.typing_from = 0, None
        state.relief_from = state.relief_need = None
        state.served = False

    def _rested_in_session(self, work: int) -> int:
        """Return the rest of a session: its work, or the absence at its end if that is longer."""
        bar, state = self.bar, self._ledger.state
        since = state.presence.rest_from if state.presence.absent else None
        if since is None or bar.resting_from is None:
            return bar.rest + work
        return bar.rest + max(work, state.now - max(since, bar.resting_from))

    def _rest_on(self) -> None:
        """After a break that was long enough nobody sits until the first input."""
        state = self._ledger.state
        self._ledger.stand_anew(state.now)
        state.presence.wait_for_input()
        state.relief_from = state.now

    def _credit(self, rested: int, why: Why) -> int:
        """Close the bar and credit what was rested; who rests on needs only what is left."""
        ledger, state, need = self._ledger, self._ledger.state, self.bar.need
        self.close()
        ledger.credit(rested, need, why)
        state.presence.credit(state.now)
        left = max(SECOND, need - rested)
        state.relief_from, state.relief_need = None, left
        state.served = False
        return left

    def _is_still_wanted(self, cause: Cause) -> bool:
        """Return whether a break that was cut short is still to be had."""
        if cause is Cause.STANDING and not self._ledger.is_due(cause):
            return False
        return cause is not Cause.ASKED and not self._ledger.state.wall.off
