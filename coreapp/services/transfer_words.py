"""What goes out and what comes in, in words."""

from collections.abc import Mapping

from coreapp.i18n import _, format_list, format_number, ngettext
from coreapp.services.bundle import Kind
from coreapp.services.merging import Tally
from coreapp.services.transfer import Preview, Undone


def kind_label(kind: Kind) -> str:
    """Return what records of a kind are called, as the head of a line."""
    labels = {
        Kind.SESSIONS: _("Sessions"),
        Kind.ACTIVITIES: _("Runs, walks, sports"),
        Kind.DAYS: _("Days"),
        Kind.SHOES: _("Pairs of shoes"),
        Kind.ENTRIES: _("Plan entries"),
        Kind.EXERCISES: _("Exercises of your own"),
        Kind.ROUTINES: _("Routines of your own"),
        Kind.MARKS: _("Marks of exercises"),
        Kind.DOSES: _("Doses taken over"),
        Kind.PROGRAMMES: _("Programmes"),
        Kind.SPANS: _("Stretches at the desk"),
    }
    return labels[kind]


def tally_words(tally: Tally) -> str:
    """Return how many records are new, replace others, or are there already; without zeros."""
    parts = []
    if tally.added:
        new = ngettext("{count} new", "{count} new", tally.added)
        parts.append(new.format(count=format_number(tally.added)))
    if tally.changed:
        changed = ngettext("{count} replaced", "{count} replaced", tally.changed)
        parts.append(changed.format(count=format_number(tally.changed)))
    if tally.same:
        same = ngettext("{count} already there", "{count} already there", tally.same)
        parts.append(same.format(count=format_number(tally.same)))
    return " · ".join(parts)


def preview_lines(preview: Preview) -> list[str]:
    """Return a line for each kind that a file has records of."""
    return [
        _("{kind}: {counts}").format(kind=kind_label(kind), counts=tally_words(tally))
        for kind, tally in preview.tallies.items()
    ]


def preview_title(preview: Preview) -> str:
    """Return the whole of it in one sentence, before anything is done."""
    total = preview.total
    if not preview.tallies:
        return _("There is nothing in this file.")
    if preview.changes_nothing:
        return _("Everything in this file is here already.")
    if not total.changed:
        text = ngettext(
            "{count} record would be added.", "{count} records would be added.", total.added
        )
        return text.format(count=format_number(total.added))
    if not total.added:
        text = ngettext(
            "{count} record would be replaced.", "{count} records would be replaced.", total.changed
        )
        return text.format(count=format_number(total.changed))
    return _("{added} would be added and {changed} replaced.").format(
        added=format_number(total.added), changed=format_number(total.changed)
    )


def merged_words(total: Tally) -> str:
    """Return what bringing in has done."""
    return _("{added} added, {changed} changed, {same} already there.").format(
        added=total.added, changed=total.changed, same=total.same
    )


def undone_words(undone: Undone) -> str:
    """Return what taking an import back has done."""
    if not undone.total_left:
        return _("Everything is as it was before the import")
    text = ngettext(
        "The import is taken back. {count} record was edited since and stays as it is.",
        "The import is taken back. {count} records were edited since and stay as they are.",
        undone.total_left,
    )
    return text.format(count=format_number(undone.total_left))


def exported_words(counts: Mapping[Kind, int], file: str) -> str:
    """Return what has gone into a file."""
    own_kinds = (Kind.EXERCISES, Kind.ROUTINES, Kind.MARKS, Kind.DOSES, Kind.PROGRAMMES)
    always = (Kind.SESSIONS, Kind.ENTRIES) if len(counts) > 1 else tuple(counts)
    others = (Kind.ACTIVITIES, Kind.DAYS, Kind.SHOES, Kind.SPANS)
    told = {kind: counts[kind] for kind in always if kind in counts}
    told |= {kind: counts[kind] for kind in others if counts.get(kind)}
    things = [_counted(kind, count) for kind, count in told.items()]
    if own := sum(counts.get(kind, 0) for kind in own_kinds):
        words = ngettext("{count} thing of your own", "{count} things of your own", own)
        things.append(words.format(count=own))
    all_of_them = sum(told.values()) + own if len(things) == 1 else len(things)
    text = ngettext("{things} is in {file}.", "{things} are in {file}.", all_of_them)
    return text.format(things=format_list(things), file=file)


def _counted(kind: Kind, count: int) -> str:
    texts = {
        Kind.SESSIONS: ngettext("{count} session", "{count} sessions", count),
        Kind.ENTRIES: ngettext("{count} plan entry", "{count} plan entries", count),
        Kind.ACTIVITIES: ngettext("{count} activity", "{count} activities", count),
        Kind.DAYS: ngettext("{count} day", "{count} days", count),
        Kind.SHOES: ngettext("{count} pair of shoes", "{count} pairs of shoes", count),
        Kind.SPANS: ngettext("{count} stretch at the desk", "{count} stretches at the desk", count),
    }
    return texts[kind].format(count=count)
