"""Which break is due, and whether its bar may open: the part of the rules that asks people.

Decisions where the rules leave room:

- A break by the time of day is left out when nobody is there or a break runs: whoever is away at
  noon is at lunch. A time the clock is set over, or slept over, has not come.
- At most one bar is open or owed or snoozed, and nothing of it is lost: at the time of the walk at
  lunch it becomes the walk. A fixed time is left out then, for the break it would ask for is there.
- The walk and the fixed times are owed by the clock: a short absence does not make them lapse, a
  sufficient one does.
"""

from coreapp.domain.sitting.facts import Cause, Why
from coreapp.domain.sitting.ledger import Ledger
from coreapp.domain.sitting.prompts import Prompts


class Offers:
    """Opens the bar of what is due, or owes it while something holds it."""

    def __init__(self, ledger: Ledger, prompts: Prompts) -> None:
        self._ledger = ledger
        self._prompts = prompts

    def next_at(self) -> int | None:
        """Return when a break comes due by itself, None if something else has to happen first."""
        state = self._ledger.state
        waits = state.wall.off or state.presence.absent or state.owed is not None
        if waits or state.bar.is_open:
            return None
        if state.snooze_until is not None:
            return state.snooze_until
        lead = 0 if self._is_blocked() else self._ledger.lead
        if state.sitting.since is not None:
            return state.sitting.reaches(state.limit - lead)
        return state.standing.reaches(state.standing_limit - lead)

    def offer(self) -> None:
        """Open the bar that is due, or owe it while something holds it."""
        state = self._ledger.state
        if state.wall.off or state.presence.absent or state.bar.is_open:
            return
        wanted = self._wanted()
        if wanted is not None:
            self._open_or_owe(*wanted)

    def come_by_time(self, cause: Cause) -> None:
        """The time of day of a break has come."""
        state = self._ledger.state
        if state.wall.off or state.presence.absent or state.bar.is_break:
            return
        is_walk = cause is Cause.LUNCH_WALK
        if is_walk:
            state.walk_told = False
        if state.bar.is_open:
            if is_walk:
                self._prompts.become_walk()
        elif state.owed is not None:
            if is_walk:
                state.owed, state.rest_owed = cause, None
        elif is_walk or self._ledger.waiting is not Cause.LUNCH_WALK:
            self._open_or_owe(cause, None)

    def _wanted(self) -> tuple[Cause, Why | None] | None:
        """Return the break that is due now, and why only now."""
        state = self._ledger.state
        if state.owed is not None:
            return state.owed, Why.HOLD_OVER
        if state.snooze_until is not None:
            over = state.snooze_until <= state.now
            return (state.snooze_cause, Why.SNOOZE_OVER) if over else None
        due = self.next_at()
        if due is None or due > state.now:
            return None
        return (Cause.LIMIT if state.sitting.since is not None else Cause.STANDING), None

    def _open_or_owe(self, cause: Cause, why: Why | None) -> None:
        state = self._ledger.state
        if not self._is_blocked():
            self._prompts.open(cause, why, state.rest_owed)
        elif state.owed is None:
            self._ledger.owe(cause, Why.DUE_WHILE_HELD)

    def _is_blocked(self) -> bool:
        state = self._ledger.state
        return bool(state.holds.since) or state.presence.out_since is not None
