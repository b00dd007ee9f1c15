"""What is said about a programme that was shifted in the plan."""

from collections.abc import Sequence

from coreapp.domain.occurrences import Occurrence
from coreapp.i18n import format_skeleton, ngettext
from coreapp.services.programme_plan import A_WEEK


def pushed_text(title: str, days: int) -> str:
    """Return what is told when all that is to come of a programme was pushed back."""
    if days % A_WEEK == 0:
        weeks = days // A_WEEK
        text = ngettext("{title}: {count} week later", "{title}: {count} weeks later", weeks)
        return text.format(title=title, count=weeks)
    text = ngettext("{title}: {count} day later", "{title}: {count} days later", days)
    return text.format(title=title, count=days)


def told_with_conflicts(told: str, conflicts: Sequence[Occurrence]) -> str:
    """Return what is told of a change, and which sessions now fall on days off."""
    if not conflicts:
        return told
    count = len(conflicts)
    text = ngettext(
        "{told}. One session falls on a day off, {date}.",
        "{told}. {count} sessions fall on days off, the first on {date}.",
        count,
    )
    first = min(each.start.date() for each in conflicts)
    return text.format(told=told, count=count, date=format_skeleton(first, "MMMd"))
