"""What is known of the desk by now, and when to ask again for what does not tell by itself.

Who rests or works is asked as late as possible: shortly before a bar may open, or an absence may
count, so that what is known then is fresh.
"""

import math
from collections.abc import Callable, Iterable
from typing import Final

from coreapp.domain.clock import Reading
from coreapp.domain.settings import Settings
from coreapp.domain.sitting.engine import Engine
from coreapp.domain.sitting.facts import SENSED_OR_SAID, HoldReason, Step
from coreapp.services.desk_senses import DeskNews, DeskSenses, HoldsSensed, ScreenLocked
from coreapp.services.hold_policy import reasons_to_hold

LOOK_AHEAD_SECONDS: Final = 2.0
"""So long before something may happen the desk is looked at: as long as a probe may take."""

LOOK_AGAIN_SECONDS: Final = 12.0
"""A hold whose end does not tell itself is over this much earlier than it is noticed, at most."""

LOOK_SELDOM_SECONDS: Final = 60.0
"""The same where hands have rested for so long: nobody waits for it."""

_OF_A_CALL: Final = frozenset({HoldReason.CALL, HoldReason.CAMERA, HoldReason.MICROPHONE})


class DeskWatch:
    """Keeps what the senses tell; before they do, nothing of it is known."""

    def __init__(self, senses: DeskSenses) -> None:
        self._senses = senses
        self._has_begun = False
        self._knows = False
        self._sensed: frozenset[HoldReason] = frozenset()
        self._said: frozenset[HoldReason] = frozenset()
        self._locked = False
        self._rested: float | None = None
        self._looked = -math.inf

    @property
    def locked(self) -> bool:
        """Whether the screen is locked, as far as was told."""
        return self._locked

    @property
    def said_call(self) -> bool:
        """Whether a person's word for a call is what holds breaks back."""
        return bool(self._said)

    def assume(self, held: Iterable[HoldReason]) -> None:
        """Take what was so when the program ended for what is so, until the senses tell.

        Args:
            held: the reasons that held breaks back then.
        """
        if self._knows:
            return
        reasons = frozenset(held)
        self._sensed = reasons & SENSED_OR_SAID - {HoldReason.MANUAL}
        self._locked = HoldReason.LOCKED in reasons

    def begin(self, listener: Callable[[DeskNews], None]) -> None:
        """Let the senses begin; once is enough."""
        if not self._has_begun:
            self._has_begun = True
            self._senses.start(listener)

    def note(self, news: DeskNews) -> None:
        """Remember what was told."""
        if isinstance(news, ScreenLocked):
            self._locked = news.locked
        if isinstance(news, HoldsSensed):
            self._knows = True  # it is what comes first when everything has been tried
            was_call, is_call = (not _OF_A_CALL.isdisjoint(x) for x in (self._sensed, news.reasons))
            if was_call and not is_call:
                self._said = frozenset()  # the call that a person told of is over by itself
            self._sensed = news.reasons

    def say_call(self, *, going_on: bool) -> bool:
        """Take a person's word for a call; tell whether that changes anything."""
        said = frozenset({HoldReason.CALL}) if going_on else frozenset()
        changes = said != self._said
        self._said = said
        return changes

    def reasons(self, settings: Settings) -> frozenset[HoldReason]:
        """Return all reasons to hold breaks back, sensed or said."""
        return reasons_to_hold(self._sensed, settings) | self._said

    def hands_seen(self, engine: Engine, now: Reading) -> Step:
        """Tell the engine what is known of the hands, if anything can be by now."""
        if not self._knows:
            return Step()
        self._rested = self._senses.idle_seconds()
        return engine.input_seen(now, self._rested, return_is_told=self._senses.tells_hands)

    def looks_at(self, due: float) -> float:
        """Return when to look, in seconds of the boot clock; infinity if that is of no use.

        Args:
            due: when something may happen next.
        """
        if not (self._knows and self._senses.asks):
            return math.inf
        ahead = due - LOOK_AHEAD_SECONDS
        looks = [ahead] if self._looked < ahead else []
        if self._sensed or self._locked:
            looks.append(self._looked + self._rest_between_looks())
        return min(looks, default=math.inf)

    def _rest_between_looks(self) -> float:
        """Return how long the end of something that lasts may go unnoticed."""
        is_gone = self._rested is not None and self._rested >= LOOK_SELDOM_SECONDS
        returns_unnoticed = self._locked and not self._senses.tells_hands
        return LOOK_SELDOM_SECONDS if is_gone and not returns_unnoticed else LOOK_AGAIN_SECONDS

    def look_if_due(self, now: float, due: float) -> None:
        """Look, if it is time to.

        Args:
            now: the present moment, in seconds of the boot clock.
            due: when something may happen next.
        """
        if self.looks_at(due) <= now:
            self._looked = now
            self._senses.look()
