"""What became of the plan, in words."""

from coreapp.domain.adherence import Fate, Figures
from coreapp.i18n import _, ngettext, pgettext


def fate_name(fate: Fate) -> str:
    """Return what became of a planned session, in a word or two."""
    return {
        Fate.ON_TIME: pgettext("planned session", "on time"),
        Fate.MOVED: pgettext("planned session", "on another day"),
        Fate.MISSED: pgettext("planned session", "not done"),
        Fate.SKIPPED: pgettext("planned session", "skipped"),
        Fate.EXCUSED: pgettext("planned session", "day off"),
        Fate.OPEN: pgettext("planned session", "to come"),
    }[fate]


def kept_sentence(figures: Figures) -> str:
    """Return how much of the plan was done, and what besides it, in a sentence or two."""
    if not figures.due:
        kept = _("Nothing was due.")
    elif figures.moved:
        kept = ngettext(
            "{kept} of {count} planned session done, {moved} on another day.",
            "{kept} of {count} planned sessions done, {moved} on another day.",
            figures.due,
        )
    else:
        kept = ngettext(
            "{kept} of {count} planned session done, on its day.",
            "{kept} of {count} planned sessions done, each on its day.",
            figures.due,
        )
    if figures.due and not figures.kept:
        kept = ngettext(
            "{count} planned session, not done.",
            "{count} planned sessions, none done.",
            figures.due,
        )
    told = kept.format(kept=figures.kept, count=figures.due, moved=figures.moved)
    if not figures.extra:
        return told
    text = ngettext(
        "{told} {count} besides the plan.", "{told} {count} besides the plan.", figures.extra
    )
    return text.format(told=told, count=figures.extra)
