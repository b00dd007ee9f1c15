"""Shoes in words: how far they have gone, and what that says; it forbids nothing (rule R13)."""

from coreapp.domain.habits import COMPARE_SHOES_KM, LOOK_AT_SOLES_KM, ShoeState
from coreapp.i18n import _, format_date
from coreapp.services.activity_words import distance_words
from coreapp.services.shoe_rack import WornPair


def pair_line(pair: WornPair) -> str:
    """Return how far a pair has gone, since when there is one, and whether it is worn still."""
    parts = [distance_words(round(pair.metres, -2))]
    shoe = pair.shoe
    if shoe.bought is not None:
        parts.append(_("bought {date}").format(date=format_date(shoe.bought, "medium")))
    if shoe.retired is not None:
        parts.append(_("not worn since {date}").format(date=format_date(shoe.retired, "medium")))
    return " · ".join(parts)


def state_line(pair: WornPair) -> str:
    """Return what the distance of a pair says; empty if nothing, or if it is not worn any more."""
    if pair.shoe.retired is not None:
        return ""
    match pair.state:
        case ShoeState.COMPARE:
            return _("From {km} km on: compare them with a new pair.").format(km=COMPARE_SHOES_KM)
        case ShoeState.LOOK_AT_SOLES:
            return _("From {km} km on: have a look at the soles.").format(km=LOOK_AT_SOLES_KM)
        case _:
            return ""


def rule_line() -> str:
    """Return where the two distances come from."""
    return _(
        "Many runners look at the soles from {first} km on, and compare with a new pair from "
        "{second} km on. Little is known about how far shoes last; what you feel counts more."
    ).format(first=LOOK_AT_SOLES_KM, second=COMPARE_SHOES_KM)
