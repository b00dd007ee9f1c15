"""What every rule of the engine needs: state, settings, a voice, and the arithmetic of credit."""

from typing import TypedDict, Unpack, assert_never

from coreapp.domain.sitting.facts import Cause, Fact, FactKind, Outcome, Why
from coreapp.domain.sitting.moments import MINUTE, SECOND, seconds, utc_of
from coreapp.domain.sitting.settings import BreakSettings
from coreapp.domain.sitting.state import State

_ENDED_BY_REST = frozenset(Cause) - {Cause.STANDING}


class Figures(TypedDict, total=False):
    """What a fact may carry; the names are those of `Fact`."""

    sitting_before_s: float
    absence_s: float
    rest_s: float | None
    minutes: float
    budget_left_min: float
    outcome: Outcome
    reason: str | None
    cause: Cause
    long_sit: bool | None


class Ledger:
    """The state under the settings; tells facts and credits absence."""

    def __init__(self, settings: BreakSettings, state: State) -> None:
        self.settings = settings
        self.state = state
        self.facts: list[Fact] = []

    @property
    def interval(self) -> int:
        """The interval in microseconds."""
        return self.settings.interval_min * MINUTE

    @property
    def break_length(self) -> int:
        """A sufficient break in microseconds."""
        return self.settings.break_min * MINUTE

    @property
    def lead(self) -> int:
        """How long before the limit the bar opens, in microseconds."""
        return self.settings.lead_s * SECOND

    @property
    def sitting_now(self) -> int:
        """Sitting so far, in microseconds."""
        return self.state.sitting.at(self.state.now)

    @property
    def budget_left(self) -> int:
        """Snooze that is left until the next sufficient break or skip, in microseconds."""
        return max(0, self.settings.snooze_budget_min * MINUTE - self.state.snooze_used)

    def tell(
        self, kind: FactKind, why: Why, *, at: int | None = None, **figures: Unpack[Figures]
    ) -> None:
        """Tell a fact; without a moment it is now."""
        moment = self.state.now if at is None else at
        self.facts.append(
            Fact(
                kind=kind,
                moment=moment,
                utc=utc_of(moment + self.state.wall.offset),
                why=why,
                sitting_s=seconds(self.state.sitting.at(moment)),
                **figures,
            )
        )

    @property
    def relief_needs(self) -> int:
        """What ends the present relief as a break; less than a whole one if part is credited."""
        return self.state.relief_need or self.break_length

    @property
    def waiting(self) -> Cause | None:
        """What is owed or snoozed."""
        state = self.state
        return state.owed if state.snooze_until is None else state.snooze_cause

    def is_due(self, cause: Cause) -> bool:
        """Return whether there is still reason for a break that came due.

        What came by the time of day is due until it is answered or a break was had.
        """
        state = self.state
        match cause:
            case Cause.LIMIT | Cause.ASKED:
                return self.sitting_now >= state.limit
            case Cause.STANDING:
                return state.standing.at(state.now) >= state.standing_limit - self.lead
            case Cause.LUNCH_WALK | Cause.FIXED_TIME:
                return True
            case _:
                assert_never(cause)

    def credit(self, absence: int, need: int, why: Why) -> None:
        """Lower sitting in proportion to an absence that was too short for a break.

        What was owed or snoozed for sitting lapses when sitting falls below the limit. After a skip
        the limit is never more than one interval ahead of what is left: nobody sits longer without
        an offer, and a short walk does not bring back what was skipped before its time.
        """
        state = self.state
        before = self.sitting_now
        if absence <= 0 or before == 0:
            return
        after = max(0, before * (need - absence) // need)
        state.sitting.begin_again(after, state.now, self.interval)
        state.limit = max(self.interval, min(state.limit, after + self.interval))
        if after < state.limit:
            self.lapse(Cause.LIMIT)
        state.tally.partial += 1
        self.tell(
            FactKind.PARTIAL_CREDIT,
            why,
            absence_s=seconds(absence),
            sitting_before_s=seconds(before),
        )

    def sufficient_break(self) -> None:
        """Begin anew: nobody has sat, nothing is owed, snoozes and the long sit are forgotten.

        What is due for standing is not: whoever stands on has stood no less for it.
        """
        state = self.state
        state.sitting.begin_again(0, state.now, self.interval)
        state.limit = self.interval
        state.escalated = False
        state.snooze_used = 0
        self.lapse(*_ENDED_BY_REST)
        state.served = True
        state.relief_need = None

    def stand_anew(self, moment: int) -> None:
        """Begin to count standing anew; what was due for standing lapses."""
        state = self.state
        state.standing_limit = self.settings.standing_min * MINUTE
        state.standing.begin_again(0, moment, state.standing_limit)
        self.lapse(Cause.STANDING)

    def natural_break(self, absence: int, why: Why) -> None:
        """Begin anew after enough absence without a bar; told where anybody has sat at all."""
        before = self.sitting_now
        self.sufficient_break()
        if before:
            self.state.tally.natural += 1
            self.tell(
                FactKind.NATURAL_BREAK,
                why,
                absence_s=seconds(absence),
                sitting_before_s=seconds(before),
                outcome=Outcome.NATURAL,
            )

    def change_settings(self, settings: BreakSettings) -> None:
        """Go on under other settings; what was granted by a skip is kept."""
        state = self.state
        runs = state.sitting.since is not None
        state.sitting.begin_again(self.sitting_now, state.now, self.interval)
        if runs:
            state.sitting.run(state.now)
        longer = settings.interval_min - self.settings.interval_min
        state.limit = max(settings.interval_min * MINUTE, state.limit + longer * MINUTE)
        longer = settings.standing_min - self.settings.standing_min
        state.standing_limit = max(
            settings.standing_min * MINUTE, state.standing_limit + longer * MINUTE
        )
        self.settings = settings

    def lapse(self, *causes: Cause) -> None:
        """Forget what is owed or snoozed; with causes only what is about one of them."""
        if not causes or self.waiting in causes:
            self.state.owed = None
            self.state.rest_owed = None
            self.state.snooze_until = None

    def owe(self, cause: Cause, why: Why, rest: int | None = None) -> None:
        """Keep a break that cannot be offered now; at most one is owed."""
        state = self.state
        state.owed = cause
        state.rest_owed = rest
        state.snooze_until = None
        self.tell(FactKind.OWED, why, cause=cause)

    def tell_end(self, outcome: Outcome, why: Why, *, rest: int | None = None) -> None:
        """Tell the end of a break, and count it when it was taken."""
        if outcome is Outcome.TAKEN:
            self.state.tally.taken += 1
        rest_s = None if rest is None else seconds(rest)
        self.tell(FactKind.BREAK_END, why, outcome=outcome, rest_s=rest_s)
