"""What a break offers, in words: what it is called, and why it is this.

Every reason is a whole sentence, true as the log has it.
"""

from collections.abc import Sequence
from typing import Final

from coreapp.domain.rotation import Region, Why, WhyKind
from coreapp.i18n import _, format_list, format_number, ngettext
from coreapp.services.library import Library

_A_PAIR: Final = 2


def reason_line(why: Why) -> str:
    """Return why something is offered."""
    if why.region is not None:
        return _of_region(why.kind, why.region)
    match why.kind:
        case WhyKind.WALK_FIRST:
            return _("A walk comes first after long sitting and at lunch.")
        case WhyKind.WALK_TURN:
            return _("Every fourth break is a walk.")
        case WhyKind.LONG_AGO:
            return ngettext(
                "Not done for {count} day.", "Not done for {count} days.", why.days
            ).format(count=format_number(why.days))
        case _:
            return _("It is its turn.")


def _of_region(kind: WhyKind, region: Region) -> str:
    match kind:
        case WhyKind.NOTHING_TODAY:
            return _nothing_today(region)
        case WhyKind.LEAST:
            return _least(region)
        case _:
            return _change(region)


def _nothing_today(region: Region) -> str:
    texts = {
        Region.UPPER: _("Nothing for neck and shoulders yet today."),
        Region.TRUNK: _("Nothing for your trunk yet today."),
        Region.HIPS: _("Nothing for your hips yet today."),
        Region.LEGS: _("Nothing for your legs yet today."),
    }
    return texts[region]


def _least(region: Region) -> str:
    texts = {
        Region.UPPER: _("Neck and shoulders moved least in the last days."),
        Region.TRUNK: _("Your trunk moved least in the last days."),
        Region.HIPS: _("Your hips moved least in the last days."),
        Region.LEGS: _("Your legs moved least in the last days."),
    }
    return texts[region]


def _change(before: Region) -> str:
    texts = {
        Region.UPPER: _("The last break was mostly for neck and shoulders."),
        Region.TRUNK: _("The last break was mostly for your trunk."),
        Region.HIPS: _("The last break was mostly for your hips."),
        Region.LEGS: _("The last break was mostly for your legs."),
    }
    return texts[before]


def planned_line(sets: Sequence[int], total: int) -> str:
    """Return which sets of today's session a break does.

    Args:
        sets: their numbers, in order.
        total: how many the session has.
    """
    return ngettext(
        "Set {sets} of {total} of the session that is planned for today.",
        "Sets {sets} of {total} of the session that is planned for today.",
        len(sets),
    ).format(sets=_numbers(sets), total=format_number(total))


def _numbers(sets: Sequence[int]) -> str:
    if len(sets) > _A_PAIR and sets[-1] - sets[0] == len(sets) - 1:
        return _("{first} to {last}").format(
            first=format_number(sets[0]), last=format_number(sets[-1])
        )
    return format_list([format_number(each) for each in sets])


def portion_name(library: Library, session: str) -> str:
    """Return what a portion of a session is called, in the language shown."""
    return _("Part of: {routine}").format(routine=library.routine_name(session))


def repeated_name(library: Library, routine: str, rounds: int) -> str:
    """Return what a routine is called that is gone through more than once."""
    return ngettext("{routine}, {count} round", "{routine}, {count} rounds", rounds).format(
        routine=library.routine_name(routine), count=format_number(rounds)
    )


def done_line(done: int, total: int) -> str:
    """Return how much of a session was done in the breaks of today.

    Args:
        done: how many sets.
        total: how many the session has.
    """
    return ngettext(
        "You did {done} of {count} set of this session in your breaks today.",
        "You did {done} of {count} sets of this session in your breaks today.",
        total,
    ).format(done=format_number(done), count=format_number(total))
