"""The clocks of the bar and the break: when it grows, ends, or gives way to typing.

Nothing ticks: the moments follow from what was accrued, and the course of time asks for the next.
"""

from coreapp.domain.sitting.facts import Why
from coreapp.domain.sitting.ledger import Ledger
from coreapp.domain.sitting.moments import SECOND
from coreapp.domain.sitting.presence import Hands
from coreapp.domain.sitting.state import Bar, Phase

STANDS_OUT_AFTER = 30 * SECOND
"""A bar that is ignored becomes more visible after this."""

TYPING_ENDS_BREAK = 60 * SECOND
"""So much typing turns a break back into the bar."""

_GROWS = frozenset({Phase.BAR, Phase.WALKED})
_GIVES_WAY = frozenset({Phase.STAND, Phase.GROWN})


class BarClocks:
    """How long the open bar or break has rested and was typed in."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    @property
    def _bar(self) -> Bar:
        return self._ledger.state.bar

    def grows_at(self) -> tuple[int, Why] | None:
        """Return when and why the bar grows, None if something has to happen first."""
        bar, presence = self._bar, self._ledger.state.presence
        if bar.grown or bar.phase not in _GROWS:
            return None
        if bar.phase is Phase.WALKED:
            return bar.limit_at, Why.WALKED_AWAY
        if presence.out_since is not None:
            return None
        if presence.rest_from is not None:
            rested = presence.rest_from + self._ledger.settings.grow_rest_s * SECOND
            return max(bar.opened_at, bar.limit_at, rested), Why.HANDS_REST
        if self._ledger.settings.cover_while_typing and presence.hands is Hands.TYPING:
            patience = bar.opened_at + STANDS_OUT_AFTER
            return max(bar.limit_at, patience), Why.COVER_WHILE_TYPING
        return None

    def note_rest(self, since: int) -> None:
        """Resting hands turn out to be an absence: what lies before the break is part of it."""
        bar = self._bar
        bar.rest += max(0, bar.known_from - since)
        bar.known_from = min(bar.known_from, since)

    def run(self) -> None:
        """Let the clocks of rest and typing run or stand, as the input is now."""
        bar, now = self._bar, self._ledger.state.now
        typing = self._ledger.state.presence.is_typing
        rests = bar.is_break and not (bar.phase is Phase.STAND and typing)
        if rests and bar.resting_from is None:
            bar.resting_from = now
        elif not rests and bar.resting_from is not None:
            bar.rest += now - bar.resting_from
            bar.resting_from = None
        types = typing and bar.phase in _GIVES_WAY
        types = types and not self._ledger.settings.cover_while_typing
        if types and bar.typing_from is None:
            bar.typing_from = now
        elif not types and bar.typing_from is not None:
            bar.typed += now - bar.typing_from
            bar.typing_from = None

    def ends_at(self) -> int | None:
        """Return when the break has lasted long enough, None if it cannot end by itself."""
        bar, presence = self._bar, self._ledger.state.presence
        if bar.is_unanswered and presence.rest_from is not None and presence.out_since is None:
            return max(presence.rest_from, bar.opened_at) + bar.need
        if bar.resting_from is not None and bar.phase is not Phase.SESSION:
            return bar.resting_from + bar.need - bar.rest
        return None

    def typed_out_at(self) -> int | None:
        """Return when typing will have turned the break back into the bar."""
        bar = self._bar
        return None if bar.typing_from is None else bar.typing_from + TYPING_ENDS_BREAK - bar.typed
