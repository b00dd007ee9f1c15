"""What the ring shows of the sitting breaks: on the pages, in the list of pages, in the tray."""

import math
from dataclasses import dataclass

from coreapp.domain.sitting.view import StateWhy, View
from coreapp.i18n import _
from coreapp.services.break_words import length
from coreapp.ui.widgets.sitting_ring import RingState, RingTexts

_STATES = {
    StateWhy.BREAK: RingState.IN_BREAK,
    StateWhy.SESSION: RingState.IN_BREAK,
    StateWhy.STANDING: RingState.IN_BREAK,
    StateWhy.PROMPT: RingState.DUE,
    StateWhy.OWED: RingState.OWED,
    StateWhy.HELD: RingState.PAUSED,
    StateWhy.OFF_HOURS: RingState.PAUSED,
    StateWhy.LOCKED: RingState.PAUSED,
    StateWhy.AWAY: RingState.PAUSED,
    StateWhy.SNOOZED: RingState.DUE,
    StateWhy.SITTING: RingState.SITTING,
}


@dataclass(frozen=True, slots=True)
class RingLook:
    """State, share of the ring that is filled (0 to 1), and the texts in it.

    Attributes:
        tells_sat: the texts say how long one has sat.
    """

    state: RingState
    share: float
    texts: RingTexts
    tells_sat: bool = False


def ring_look(view: View | None) -> RingLook:
    """Return how the ring looks now; None is switched off."""
    if view is None:
        return RingLook(RingState.PAUSED, 0.0, RingTexts("–", spoken=_("Switched off")))
    state = _STATES[view.why]
    share = min(1.0, view.sitting_seconds / view.interval_seconds)
    if view.break_running and view.break_left is not None and view.break_length:
        left = view.break_left
        return RingLook(state, 1 - left / view.break_length, _texts(left, _("Break, still")))
    if view.why is StateWhy.PROMPT:
        share = 1.0
    if view.why in {StateWhy.SITTING, StateWhy.SNOOZED} and view.next_break_in is not None:
        return RingLook(state, share, _texts(view.next_break_in, _("Break in")))
    sat = _texts(view.sitting_seconds, _("Sat for"), down=True)
    return RingLook(state, share, sat, tells_sat=True)


def _texts(seconds: float, above: str, *, down: bool = False) -> RingTexts:
    """Return a length in minutes: what is left is rounded up, what has passed down."""
    minutes = math.floor(seconds / 60) if down else math.ceil(seconds / 60)
    spoken = f"{above} {length(minutes * 60)}"
    return RingTexts(str(minutes), above=above, below=_("min"), spoken=spoken)
