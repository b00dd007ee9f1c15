"""The guide: articles to read, and the signs that somebody should look at.

Texts are the English originals of the content files; whoever shows one translates it with the
article's `text_context` (see `coreapp.services.guide`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

WHEN_TO_SEE_A_DOCTOR: Final = "when-to-see-a-doctor"
"""The article with the signs; it comes first wherever the articles are listed."""

SERIOUS_PAIN: Final = 6
"""From this figure on (0 to 10) pain during an exercise is a sign to stop: RF-16 of the brief."""

SERIOUS_RISE: Final = 3
"""So many points more than before are a sign to stop as well: RF-16 too."""


class Advice(StrEnum):
    """What a sign asks for, the most pressing first."""

    EMERGENCY = "emergency"
    """Emergency care now."""
    DOCTOR = "doctor"
    """A doctor, or where that is said a physiotherapist, within the time of the `Urgency`."""
    STOP = "stop"
    """Stop this exercise or run now, and watch it for a day or two."""
    ASK_FIRST = "ask_first"
    """Ask a doctor or midwife before the first session."""


class Urgency(StrEnum):
    """How soon a doctor should look at it, the soonest first."""

    TODAY = "today"
    DAYS = "days"
    WEEKS = "weeks"


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of the check list.

    Attributes:
        id: its key in the brief, such as `RF-01`.
        text: what a person ticks, in neutral words.
        advice: what it asks for.
        urgency: how soon; only with `Advice.DOCTOR`.
    """

    id: str
    text: str
    advice: Advice
    urgency: Urgency | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of an article; the first one has no heading."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One article.

    Attributes:
        summary: one sentence, for the list.
        order: its place in the list, from 1.
        exercises: ids of the exercises it is about.
        routines: ids of routines that fit it.
        see: ids of other articles.
        facts: keys of the brief's facts that it takes up; never shown.
        signs: the check list; empty in all articles but one.
    """

    id: str
    title: str
    summary: str
    order: int
    exercises: tuple[str, ...]
    routines: tuple[str, ...]
    see: tuple[str, ...]
    facts: tuple[str, ...]
    sources: tuple[str, ...]
    sections: tuple[Section, ...]
    signs: tuple[Sign, ...] = ()

    @property
    def text_context(self) -> str:
        """The gettext context of every text of this article."""
        return f"guide {self.id}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the chosen signs ask for together.

    Attributes:
        advice: the most pressing advice; None if no sign was chosen.
        urgency: how soon, with `Advice.DOCTOR`.
        signs: those that ask for just this, in the order they were given.
    """

    advice: Advice | None = None
    urgency: Urgency | None = None
    signs: tuple[Sign, ...] = ()

    @property
    def allows_exercise(self) -> bool:
        """Whether exercises may be offered beside it: not before somebody has looked."""
        return self.advice is not Advice.EMERGENCY and self.urgency is not Urgency.TODAY


def advice_for(signs: Iterable[Sign]) -> Verdict:
    """Return what these signs ask for: the highest level wins, and within it the soonest."""
    chosen = tuple(signs)
    if not chosen:
        return Verdict()
    first = min(chosen, key=_rank)
    alike = tuple(each for each in chosen if _rank(each) == _rank(first))
    return Verdict(first.advice, first.urgency, alike)


def is_serious(before: int | None, now: int | None) -> bool:
    """Tell whether figures of pain are such that the way to a doctor should be shown.

    Args:
        before: pain before the session, 0 to 10; None if nothing was said.
        now: pain after it, likewise.
    """
    worst = max(before or 0, now or 0)
    rise = 0 if before is None or now is None else now - before
    return worst >= SERIOUS_PAIN or rise >= SERIOUS_RISE


def _rank(sign: Sign) -> tuple[int, int]:
    """Return how pressing a sign is, smaller is more."""
    urgency = 0 if sign.urgency is None else list(Urgency).index(sign.urgency)
    return list(Advice).index(sign.advice), urgency
