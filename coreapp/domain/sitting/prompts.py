"""The bar and the break: how they open, grow, begin and end, and when they next need a look.

Decisions where the rules leave room:

- A lock or sleep shorter than `lock_min_s` changes nothing, so a bar does not grow in it and is
  not closed by it; from `lock_min_s` on it is walking away. The `locked` hold keeps bars from
  opening; it never closes one.
- Rest before the bar opened does not make it grow on the spot: it grows after `grow_rest_s` with
  the bar in sight.
- `break_start` of a bar that was walked away from is told when the absence counts (or the break is
  over), dated back to the last input. Someone who comes back before has not begun a break.
- Coming back early from such a break ends it (`partial`), credited; if sitting is then still over
  the limit, the bar stays. A chosen break only stops its clock; sixty seconds of typing in all
  turn it back into the bar, and what was rested is credited and need not be rested again.
- A break that has begun may end outside working hours; a waiting bar lapses there.
"""

from coreapp.domain.sitting.facts import Cause, FactKind, Outcome, SpanKind, Why
from coreapp.domain.sitting.ledger import Ledger
from coreapp.domain.sitting.moments import MINUTE, SECOND, seconds
from coreapp.domain.sitting.presence import Hands
from coreapp.domain.sitting.state import Bar, Phase

STANDS_OUT_AFTER = 30 * SECOND
"""A bar that is ignored becomes more visible after this."""

TYPING_ENDS_BREAK = 60 * SECOND
"""So much typing turns a break back into the bar."""

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
            ledger.tell(FactKind.LUNCH_WALK, Why.LUNCH_TIME)
        ledger.tell(
            FactKind.PROMPT,
            why or _WHY_PROMPT[cause],
            cause=cause,
            long_sit=state.escalated or None,
        )

    def close(self) -> None:
        """Close whatever is open and tell nothing."""
        self._ledger.state.bar = Bar()

    def grows_at(self) -> tuple[int, Why] | None:
        """Return when and why the bar grows, None if something has to happen first."""
        bar, presence = self.bar, self._ledger.state.presence
        if bar.grown or bar.phase not in {Phase.BAR, Phase.WALKED}:
            return None
        if bar.phase is Phase.WALKED:
            return bar.limit_at, Why.WALKED_AWAY
        if presence.out_since is not None:
            return None
        if presence.rest_from is not None:
            rested = max(presence.rest_from, bar.opened_at)
            rested += self._ledger.settings.grow_rest_s * SECOND
            return max(bar.limit_at, rested), Why.HANDS_REST
        if self._ledger.settings.cover_while_typing and presence.hands is Hands.TYPING:
            patience = bar.opened_at + STANDS_OUT_AFTER
            return max(bar.limit_at, patience), Why.COVER_WHILE_TYPING
        return None

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
        bar.begun_at = since
        bar.told = True
        bar.typed, bar.typing_from = 0, None
        state.spans.turn(since, SpanKind.BREAK)
        self._ledger.tell(FactKind.BREAK_START, Why.WALKED_AWAY, at=since, cause=bar.cause)

    def begin(self, phase: Phase, why: Why) -> None:
        """Begin the break that somebody chose, from the bar, from what is owed, or unasked."""
        ledger = self._ledger
        state, bar = ledger.state, self.bar
        if not bar.is_open:
            need = state.rest_owed or ledger.break_length
            bar = Bar(cause=state.owed or Cause.ASKED, opened_at=state.now, need=need)
            bar.limit_at = state.now
            state.bar = bar
            ledger.lapse()
        if not bar.told:
            bar.begun_at = state.now
            bar.told = True
            ledger.tell(FactKind.BREAK_START, why, cause=bar.cause)
        bar.phase = phase
        bar.grown = True
        bar.typed, bar.typing_from = 0, None
        state.relief_from = None
        state.served = False

    def begin_session(self, why: Why) -> None:
        """A guided session takes the place of whatever is open; unasked it is no break yet."""
        state = self._ledger.state
        if why is not Why.SESSION or self.bar.is_open or state.owed is not None:
            self.begin(Phase.SESSION, why)
            return
        need = self._ledger.break_length
        state.bar = Bar(Phase.SESSION, Cause.ASKED, state.now, begun_at=state.now, need=need)
        state.relief_from = None
        state.served = False

    def finish_session(self, work: int) -> None:
        """The session is over; its work counts as absence."""
        ledger, bar = self._ledger, self.bar
        state = ledger.state
        enough = work >= bar.need
        if enough and bar.told:
            self.finish(Why.SESSION, rest=work)
        elif bar.told:
            self.end_early(Outcome.PARTIAL, Why.SESSION, rest=work)
        elif enough:
            self.close()
            ledger.natural_break(work, Why.SESSION)
            state.presence.wait_for_input(state.now)
            state.relief_from = state.now
        else:
            self.close()
            ledger.credit(work, bar.need, Why.SESSION)
            state.presence.credit(state.now)

    def take_word(self) -> None:
        """Somebody says to have stood already: taken."""
        ledger = self._ledger
        state = ledger.state
        self.close()
        ledger.sufficient_break()
        ledger.tell_end(Outcome.TAKEN, Why.ANSWER_ALREADY_STOOD)
        state.presence.credit(state.now)
        state.presence.wait_for_input(state.now)
        state.relief_from = state.now

    def run_clocks(self) -> None:
        """Let the clocks of rest and typing run or stand, as the input is now."""
        bar, now = self.bar, self._ledger.state.now
        typing = self._ledger.state.presence.is_typing
        rests = bar.phase is Phase.FEET or (bar.phase is Phase.STAND and not typing)
        if rests and bar.resting_from is None:
            bar.resting_from = now
        elif not rests and bar.resting_from is not None:
            bar.rest += now - bar.resting_from
            bar.resting_from = None
        types = typing and bar.phase in {Phase.STAND, Phase.GROWN}
        types = types and not self._ledger.settings.cover_while_typing
        if types and bar.typing_from is None:
            bar.typing_from = now
        elif not types and bar.typing_from is not None:
            bar.typed += now - bar.typing_from
            bar.typing_from = None

    def ends_at(self) -> int | None:
        """Return when the break has lasted long enough, None if it cannot end by itself."""
        bar, presence = self.bar, self._ledger.state.presence
        if bar.phase is Phase.WALKED:
            return bar.begun_at + bar.need
        if bar.is_unanswered and presence.rest_from is not None and presence.out_since is None:
            return presence.rest_from + bar.need
        if bar.resting_from is not None:
            return bar.resting_from + bar.need - bar.rest
        return None

    def typed_out_at(self) -> int | None:
        """Return when typing will have turned the break back into the bar."""
        bar = self.bar
        return None if bar.typing_from is None else bar.typing_from + TYPING_ENDS_BREAK - bar.typed

    def finish(self, why: Why = Why.RESTED_ENOUGH, *, rest: int | None = None) -> None:
        """End the break: taken."""
        ledger, bar = self._ledger, self.bar
        if bar.is_unanswered:
            since = ledger.state.presence.rest_from
            self.walk_away(ledger.state.now if since is None else since)
        rested = bar.rested_at(ledger.state.now) if rest is None else rest
        self._stop_sitting_at(bar.begun_at)
        self.close()
        ledger.sufficient_break()
        ledger.tell_end(Outcome.TAKEN, why, rest=rested)
        ledger.state.presence.wait_for_input(ledger.state.now)
        ledger.state.relief_from = ledger.state.now

    def end_early(self, outcome: Outcome, why: Why, *, rest: int | None = None) -> int:
        """End a break that was too short, credit it in proportion, and close the bar.

        Args:
            outcome: partial or skipped.
            why: what ended it.
            rest: what was rested, None to take it from the clock of the break.

        Returns:
            What is left to rest, in microseconds.
        """
        ledger, bar, now = self._ledger, self.bar, self._ledger.state.now
        rested = bar.rested_at(now) if rest is None else rest
        self.close()
        ledger.tell_end(outcome, why, rest=rested)
        ledger.credit(rested, bar.need, why)
        ledger.state.presence.credit(now)
        ledger.state.relief_from = None
        ledger.state.served = False
        return max(SECOND, bar.need - rested)

    def hold_began(self) -> None:
        """Close the bar or break for a hold that has just begun; what is not served is owed."""
        bar, ledger = self.bar, self._ledger
        if bar.phase in {Phase.CLOSED, Phase.SESSION}:
            return
        rest = self.end_early(Outcome.PARTIAL, Why.HOLD_BEGAN) if bar.told else None
        self.close()
        if bar.cause is not Cause.ASKED and not ledger.state.wall.off:
            ledger.owe(bar.cause, Why.HOLD_BEGAN, rest)

    def typed_out(self) -> None:
        """Turn the break back into the bar, because someone types on."""
        bar, now = self.bar, self._ledger.state.now
        need = self.end_early(Outcome.PARTIAL, Why.TYPING) if bar.told else bar.need
        self.close()
        ledger = self._ledger
        if bar.cause is Cause.ASKED or ledger.state.wall.off:
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
        bar.grown = bar.told = False

    def drop_if_not_due(self) -> None:
        """Close a bar that sitting has fallen below."""
        ledger = self._ledger
        state, cause = ledger.state, self.bar.cause
        standing_due = cause is Cause.STANDING and state.standing.accrued >= state.standing_limit
        still_due = standing_due or ledger.sitting_now >= state.limit
        if state.wall.off or not still_due:
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
        lead = ledger.settings.lead_s * SECOND
        while state.limit - lead <= sat:
            state.limit += ledger.interval
        while state.standing_limit - lead <= stood:
            state.standing_limit += ledger.settings.standing_min * MINUTE
        state.snooze_used = 0
        state.tally.skipped += 1
        ledger.tell(FactKind.SKIPPED, Why.ANSWER_SKIP, reason=reason, outcome=Outcome.SKIPPED)

    def _stop_sitting_at(self, moment: int) -> None:
        """Take back sitting that turned out to be rest."""
        self._ledger.state.sitting.stop(moment)
        self._ledger.state.standing.stop(moment)
