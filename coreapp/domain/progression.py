"""How training grows with what the log says: the brief's rules R5, R6 and R12 (section 8.3).

All sums are in whole numbers. What was not entered never counts as 0: nobody is moved up because a
form was left empty.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

FIRST_PERCENT: Final = 100
LAST_PERCENT: Final = 150
PERCENT_STEP: Final = 10
"""A rung of the ladder of doses, in per cent of the first week; one a week at most."""

MOST_EFFORT: Final = 4
"""Above this effort nothing grows (CR10)."""

AMBER_PAIN: Final = 4
RED_PAIN: Final = 6
"""From these figures on (NRS), the pain during a session is amber, or red."""

WORSE_MORNING: Final = 2
"""So much more pain on the next morning than before the session is amber; red from 4 on."""

RED_MORNING: Final = 4

WINDOW: Final = timedelta(days=7)
PRACTICE_DAYS: Final = 5
"""On so many of seven days the passes have to be done before one is added."""

FEW_DAYS: Final = 3
"""On fewer days than these it was hardly practised."""

MEMORY: Final = timedelta(days=60)
"""Who has not practised for longer begins again with the first passes."""


class PainLight(StrEnum):
    """What pain says about a session, as a traffic light."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


_ORDER: Final = tuple(PainLight)


def pain_light(
    during: int | None,
    *,
    before: int | None = None,
    next_morning: int | None = None,
    stop_sign: bool = False,
) -> PainLight | None:
    """Return the light of a session (rule R6); None if too little was entered to say green.

    Args:
        during: the worst pain during the session, 0 to 10.
        before: pain before it.
        next_morning: pain on the day after.
        stop_sign: a sign to stop at once was noticed.
    """
    worse = 0
    if before is not None and next_morning is not None:
        worse = next_morning - before
    woke_up_worse = worse >= WORSE_MORNING
    worst = during or 0
    if stop_sign or worst >= RED_PAIN or (woke_up_worse and (next_morning or 0) >= RED_MORNING):
        return PainLight.RED
    if worst >= AMBER_PAIN or woke_up_worse:
        return PainLight.AMBER
    return None if during is None else PainLight.GREEN


def worst_light(lights: Sequence[PainLight | None]) -> PainLight | None:
    """Return the worst of some lights; None if none is known."""
    return max((each for each in lights if each is not None), key=_ORDER.index, default=None)


def next_percent(percent: int, lights: Sequence[PainLight | None]) -> int:
    """Return the dose of the week after, in per cent of the first (rule R5).

    One rung up only if all sessions of the week were green; amber, or a session of which too little
    is known, repeats it; red goes two rungs down, not below 100 %.
    """
    worst = worst_light(lights)
    if worst is PainLight.RED:
        return max(FIRST_PERCENT, percent - 2 * PERCENT_STEP)
    if worst is not PainLight.GREEN or None in lights:
        return percent
    return min(LAST_PERCENT, percent + PERCENT_STEP)


def allowed_count(previous: int) -> int:
    """Return up to how many of a small number one may go: 10 % more, or else one more (R5)."""
    return max(11 * previous // 10, previous + 1)


@dataclass(frozen=True, slots=True)
class Attempt:
    """How an exercise went in one session.

    Attributes:
        complete: all its sets were done.
        form_ok: it was done cleanly; None if not said.
        effort: of the session, 0 to 10; None if not said.
        light: of the session; None if nothing was entered.
    """

    complete: bool
    form_ok: bool | None
    effort: float | None
    light: PainLight | None


def may_move_up(last: Sequence[Attempt]) -> bool:
    """Tell whether an exercise may go to its next level: rule G-UP, over the last two sessions.

    All sets complete, form good, effort 4 or less, pain 3 or less and not worse next morning.
    """
    return len(last) >= 2 and all(_was_easy(each) for each in last[-2:])


def _was_easy(attempt: Attempt) -> bool:
    return (
        attempt.complete
        and attempt.form_ok is True
        and attempt.effort is not None
        and attempt.effort <= MOST_EFFORT
        and attempt.light is PainLight.GREEN
    )


class PassesReason(StrEnum):
    """Why it is so many passes."""

    BEGIN = "begin"
    """Nothing was practised lately."""
    MORE = "more"
    """Enough days, easy, without pain: one more."""
    FEWER = "fewer"
    """The last time was red: one fewer."""
    STAY_DAYS = "stay_days"
    """Not enough days yet."""
    STAY_WEEK = "stay_week"
    """Seven days have not passed since the last change."""
    STAY_PAIN = "stay_pain"
    """There was pain of 4 or more."""
    STAY_EFFORT = "stay_effort"
    """The last time was hard, or nobody said how hard."""
    MOST = "most"
    """There is nothing to add."""


@dataclass(frozen=True, slots=True)
class Practice:
    """One day of practice.

    Attributes:
        planned: the passes of the day's session.
        done: the passes that were done, in the day's best session.
        effort: of the last session; None if not said.
        light: the worst of the day; None if nothing was entered.
    """

    day: date
    planned: int
    done: int
    effort: float | None = None
    light: PainLight | None = None


@dataclass(frozen=True, slots=True)
class Passes:
    """How many passes are next, and why.

    Attributes:
        count: the passes.
        reason: why so many.
        days: on how many of the seven days before today all passes were done.
    """

    count: int
    reason: PassesReason
    days: int = 0


@dataclass(frozen=True, slots=True)
class PassesRange:
    """The passes to begin with, and the fewest and the most there are."""

    first: int = 5
    least: int = 3
    most: int = 10


FIVE_TO_TEN: Final = PassesRange()


def next_passes(
    practices: Sequence[Practice], today: date, limits: PassesRange = FIVE_TO_TEN
) -> Passes:
    """Return the passes for today (rule R12).

    The day's own session names the passes that were the aim then, so nothing has to be kept beside
    the log. One more after seven days with at least five on which all of them were done, if the
    last effort was 4 or less and no pain was amber or red; one fewer after red; at most one more in
    seven days. So it takes five weeks at least from 5 to 10.

    Args:
        practices: days before today, in order; what is older than 60 days is not looked at.
        today: the day that it is asked for.
        limits: of the passes.
    """
    known = [each for each in practices if today - MEMORY <= each.day < today]
    if not known:
        return Passes(limits.first, PassesReason.BEGIN)
    last = known[-1]
    count = min(limits.most, max(limits.least, last.planned))
    since = _same_since(known)
    recent = [each for each in known if each.day >= today - WINDOW and each.day >= since]
    days = sum(each.done >= count for each in recent)
    if last.light is PainLight.RED:
        return Passes(max(limits.least, count - 1), PassesReason.FEWER, days)
    reason = _why_not(recent, days, today - since)
    if reason is not None:
        return Passes(count, reason, days)
    if count >= limits.most:
        return Passes(limits.most, PassesReason.MOST, days)
    return Passes(min(limits.most, allowed_count(count)), PassesReason.MORE, days)


def _why_not(recent: Sequence[Practice], days: int, passed: timedelta) -> PassesReason | None:
    """Return what speaks against one more; None if nothing does."""
    if worst_light([each.light for each in recent]) in {PainLight.AMBER, PainLight.RED}:
        return PassesReason.STAY_PAIN
    if days < PRACTICE_DAYS:
        return PassesReason.STAY_DAYS
    if passed < WINDOW:
        return PassesReason.STAY_WEEK
    effort = recent[-1].effort
    if effort is None or effort > MOST_EFFORT:
        return PassesReason.STAY_EFFORT
    return None


def _same_since(known: Sequence[Practice]) -> date:
    """Return the first day of those at the end that had as many passes as the last one."""
    since = known[-1].day
    for each in reversed(known):
        if each.planned != known[-1].planned:
            break
        since = each.day
    return since
