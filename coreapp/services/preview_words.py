"""A day that was tried out, in words: when the bar would ask, what would hold it, what would count.

Every line is a whole sentence.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from coreapp.domain.sitting.facts import Fact, FactKind, Outcome, Why
from coreapp.domain.sitting.simulation import Day
from coreapp.i18n import _, format_minutes, format_number, ngettext
from coreapp.services.break_day import EventLook, held_title


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """Something that would happen.

    Attributes:
        at: when, in the zone that is shown.
        look: what it would be, for its sign; None for the bar.
    """

    at: datetime
    look: EventLook | None
    text: str


def preview_lines(day: Day, zone: tzinfo) -> Sequence[PreviewLine]:
    """Return what would happen, in order; what says nothing of its own is left out."""
    told = ((fact, _told(fact)) for fact in day.events)
    return [
        PreviewLine(fact.utc.astimezone(zone), said[0], said[1])
        for fact, said in told
        if said is not None
    ]


def preview_sentence(day: Day) -> str:
    """Return what the whole day would come to."""
    totals = day.totals
    asked = sum(1 for each in day.events if each.kind is FactKind.PROMPT)
    had = totals.taken + totals.natural
    bars = ngettext("The bar would ask once.", "The bar would ask {count} times.", asked)
    breaks = ngettext("There would be {count} break.", "There would be {count} breaks.", had)
    longest = _("The longest sit would be {time}, and {total} would be spent sitting.").format(
        time=_whole(totals.longest_sit_s), total=_whole(totals.sitting_s)
    )
    counted = bars.format(count=format_number(asked)), breaks.format(count=format_number(had))
    return " ".join((*counted, longest))


def _told(fact: Fact) -> tuple[EventLook | None, str] | None:
    """Return sign and sentence of a fact; None where it says nothing of its own."""
    tellers: Mapping[FactKind, tuple[EventLook | None, Callable[[Fact], str]]] = {
        FactKind.PROMPT: (None, _asks),
        FactKind.BREAK_END: (EventLook.SHORT, _ended_early),
        FactKind.NATURAL_BREAK: (EventLook.RELIEF, _natural),
        FactKind.PARTIAL_CREDIT: (EventLook.SHORT, _credited),
        FactKind.OWED: (EventLook.OFF, _owed),
        FactKind.HELD: (EventLook.HELD, _held),
        FactKind.ESCALATE: (EventLook.OFF, _long_sit),
    }
    found = tellers.get(fact.kind)
    # A break that is taken follows from the bar, and is seen in the strip.
    if found is None or fact.outcome is Outcome.TAKEN:
        return None
    return found[0], found[1](fact)


def _ended_early(_fact: Fact) -> str:
    return _("The break ends early.")


def _natural(_fact: Fact) -> str:
    return _("Away long enough: that counts as a break.")


def _credited(fact: Fact) -> str:
    return _("Away for {time}: {left} of sitting are left.").format(
        time=format_minutes(fact.absence_s or 0), left=_whole(fact.sitting_s or 0)
    )


def _owed(_fact: Fact) -> str:
    return _("A break is due and waits.")


def _held(fact: Fact) -> str:
    return f"{held_title(fact.reason or '')}."


def _long_sit(fact: Fact) -> str:
    text = _("Sitting reaches {time}: the next break begins with a walk.")
    return text.format(time=_whole(fact.sitting_s or 0))


def _asks(fact: Fact) -> str:
    # The bar comes some seconds before its time: half a minute is not worth a figure of its own.
    sat = _whole((fact.sitting_s or 0) + 30)
    texts = {
        Why.SITTING_LIMIT: _("The bar asks, after {time} of sitting."),
        Why.HOLD_OVER: _("Nothing holds it any more: the bar asks, after {time} of sitting."),
        Why.LUNCH_TIME: _("The bar asks for your walk at lunch."),
        Why.FIXED_TIME: _("The bar asks, at the time you chose."),
    }
    return texts.get(fact.why, _("The bar asks.")).format(time=sat)


def _whole(seconds: float) -> str:
    return format_minutes(seconds // 60 * 60)
