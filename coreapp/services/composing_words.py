"""The words for a routine that is made for the minutes there are: its name, and why this one."""

from coreapp.domain.chooser import Part
from coreapp.domain.composer import Reasons
from coreapp.domain.errors import UnknownIdError
from coreapp.domain.wish import Wish
from coreapp.i18n import _, format_list, ngettext, pgettext
from coreapp.services.vocabulary import area_label


def routine_name(wish: Wish) -> str:
    """Return the name of a routine for a wish, in the language shown."""
    count = wish.minutes
    names = {
        "core": ngettext("{count} minute for the core", "{count} minutes for the core", count),
        "lower_back": ngettext(
            "{count} minute for the lower back", "{count} minutes for the lower back", count
        ),
        "upper_back": ngettext(
            "{count} minute for the upper back", "{count} minutes for the upper back", count
        ),
        "neck": ngettext("{count} minute for the neck", "{count} minutes for the neck", count),
        "shoulders": ngettext(
            "{count} minute for the shoulders", "{count} minutes for the shoulders", count
        ),
        "arms": ngettext("{count} minute for the arms", "{count} minutes for the arms", count),
        "chest": ngettext("{count} minute for the chest", "{count} minutes for the chest", count),
        "hips": ngettext("{count} minute for the hips", "{count} minutes for the hips", count),
        "buttocks": ngettext(
            "{count} minute for the buttocks", "{count} minutes for the buttocks", count
        ),
        "thighs": ngettext(
            "{count} minute for the thighs", "{count} minutes for the thighs", count
        ),
        "calves": ngettext(
            "{count} minute for the calves", "{count} minutes for the calves", count
        ),
        "feet": ngettext("{count} minute for the feet", "{count} minutes for the feet", count),
        "whole_body": ngettext(
            "{count} minute for the whole body", "{count} minutes for the whole body", count
        ),
    }
    if wish.area not in names:
        raise UnknownIdError("body area", wish.area)
    return names[wish.area].format(count=count)


def explanation(wish: Wish, reasons: Reasons) -> str:
    """Return why it is this routine, in one line."""
    sentences = [
        _focus(reasons) if wish.has_focus else _balance(reasons),
        _frame(reasons),
        _lately(reasons),
        _spared(reasons),
    ]
    return " ".join(each for each in sentences if each)


def _focus(reasons: Reasons) -> str:
    text = ngettext(
        "{count} of {all} exercises is for this area.",
        "{count} of {all} exercises are for this area.",
        reasons.in_focus,
    )
    return text.format(count=reasons.in_focus, all=reasons.exercises)


def _balance(reasons: Reasons) -> str:
    parts = format_list([_part_label(part) for part in reasons.parts])
    return _("A bit of everything: {parts}.").format(parts=parts)


def _frame(reasons: Reasons) -> str:
    if reasons.warm_up and reasons.calm_end:
        return _("A warm-up first, a calm end.")
    if reasons.warm_up:
        return _("A warm-up first.")
    return _("A calm end.") if reasons.calm_end else ""


def _lately(reasons: Reasons) -> str:
    if not reasons.knows_last:
        return ""
    if not reasons.repeated:
        return _("Nothing from your last sessions.")
    text = ngettext(
        "{count} exercise from your last sessions.",
        "{count} exercises from your last sessions.",
        reasons.repeated,
    )
    return text.format(count=reasons.repeated)


def _spared(reasons: Reasons) -> str:
    if not reasons.left_out:
        return ""
    areas = format_list([area_label(area) for area in reasons.left_out])
    return _("Not today: {areas}.").format(areas=areas)


def _part_label(part: Part) -> str:
    labels = {
        Part.FRONT: pgettext("trained part", "belly"),
        Part.BACK: pgettext("trained part", "back"),
        Part.SIDE: pgettext("trained part", "sides"),
        Part.HIPS: pgettext("trained part", "hips"),
        Part.UPPER: pgettext("trained part", "upper body"),
        Part.LEGS: pgettext("trained part", "legs"),
    }
    return labels[part]
