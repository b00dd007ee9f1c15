"""Everything that holds the breaks back, in words: since when, and what ends it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import Final

from coreapp.domain.sitting.facts import HoldReason
from coreapp.domain.sitting.hours import local_instant
from coreapp.domain.sitting.settings import BreakSettings
from coreapp.domain.sitting.view import Held, StateWhy, View
from coreapp.i18n import _, format_date, format_time

DAYS_AHEAD = 8
"""So far ahead the next working hours are looked for: a week, and the rest of today."""

_NAMED: Final = {
    StateWhy.OFF_HOURS: HoldReason.OFF_HOURS,
    StateWhy.HELD: HoldReason.MANUAL,
}
"""The hold that the headline tells of, where it is there."""


@dataclass(frozen=True, slots=True)
class HoldLine:
    """One hold, to be read.

    Attributes:
        reason: which.
        title: what it is and since when: "Camera in use since 10:04".
        ends: what ends it, in a sentence.
    """

    reason: HoldReason
    title: str
    ends: str


def hold_lines(
    view: View | None,
    settings: BreakSettings,
    now: datetime,
    zone: tzinfo,
    *,
    said_call: bool = False,
) -> Sequence[HoldLine]:
    """Return all holds there are now, the oldest first.

    Args:
        view: what is so now; None is switched off.
        settings: the rules, for the hours.
        now: the present moment, aware.
        zone: whose clock the times are told by.
        said_call: the call is one that a person told of, so that nothing but a person ends it.
    """
    lines: list[HoldLine] = []
    for held in () if view is None else view.holds:
        ends = _ends(held, settings, now, zone)
        if said_call and held.reason is HoldReason.CALL:
            ends = _plain_end(HoldReason.MANUAL)
        lines.append(HoldLine(held.reason, _title(held, now, zone), ends))
    return lines


def apart_from_headline(
    view: View | None, lines: Sequence[HoldLine]
) -> tuple[Sequence[HoldLine], str]:
    """Return the holds that the headline does not name itself, and what ends the one it names.

    Outside working hours, and paused by hand, the headline says just that: a line that says it once
    more helps nobody.

    Args:
        view: what is so now.
        lines: all holds.
    """
    reason = None if view is None else _NAMED.get(view.why)
    named = [each for each in lines if each.reason is reason]
    others = [each for each in lines if each not in named]
    if view is not None and reason is HoldReason.MANUAL and _is_paused_until(view):
        # The headline tells until when.
        return others, _("You can resume at any time.")
    return others, " ".join(each.ends for each in named)


def _is_paused_until(view: View) -> bool:
    """Tell whether somebody paused until a moment that is known."""
    return any(each.until for each in view.holds if each.reason is HoldReason.MANUAL)


def next_opening(settings: BreakSettings, now: datetime, zone: tzinfo) -> datetime | None:
    """Return when working hours begin next; None if that is more than a week ahead."""
    today = now.astimezone(zone).date()
    for day in (today + timedelta(days=ahead) for ahead in range(DAYS_AHEAD)):
        if day in settings.days_off:
            continue
        for hours in settings.working_hours.days[day.weekday()]:
            start = local_instant(day, hours.start, zone)
            if start > now:
                return start
    return None


def opening_sentence(opens: datetime | None, now: datetime, zone: tzinfo) -> str:
    """Return when working hours begin again, with the day; empty if that is not known."""
    if opens is None:
        return ""
    local = opens.astimezone(zone)
    time = format_time(local)
    days = (local.date() - now.astimezone(zone).date()).days
    if days == 0:
        return _("Your working hours begin again at {time}.").format(time=time)
    if days == 1:
        return _("Your working hours begin again tomorrow at {time}.").format(time=time)
    day = format_date(local.date(), "EEEE")
    return _("Your working hours begin again on {day} at {time}.").format(day=day, time=time)


def _title(held: Held, now: datetime, zone: tzinfo) -> str:
    titles = {
        HoldReason.MANUAL: _("Paused by you since {time}"),
        HoldReason.OFF_HOURS: _("Outside working hours since {time}"),
        HoldReason.QUIET: _("Quiet time since {time}"),
        HoldReason.CALL: _("In a call since {time}"),
        HoldReason.CAMERA: _("Camera in use since {time}"),
        HoldReason.MICROPHONE: _("Microphone in use since {time}"),
        HoldReason.DO_NOT_DISTURB: _("Do not disturb since {time}"),
        HoldReason.FULLSCREEN: _("Full screen since {time}"),
        HoldReason.VIDEO: _("Video since {time}"),
        HoldReason.SESSION: _("Guided session since {time}"),
        HoldReason.LOCKED: _("Screen locked since {time}"),
        HoldReason.UNKNOWN: _("Input not readable since {time}"),
    }
    return titles[held.reason].format(time=_moment(held.since, now, zone))


def _ends(held: Held, settings: BreakSettings, now: datetime, zone: tzinfo) -> str:
    match held.reason:
        case HoldReason.MANUAL if held.until is not None:
            time = _moment(held.until, now, zone)
            return _("Ends at {time}, or when you resume.").format(time=time)
        case HoldReason.OFF_HOURS:
            opens = opening_sentence(next_opening(settings, now, zone), now, zone)
            return opens or _("Ends when your working hours begin.")
        case HoldReason.QUIET:
            until = settings.quiet.state_at(now, zone)[1]
            if until is not None:
                return _("Ends at {time}.").format(time=_moment(until, now, zone))
        case HoldReason.UNKNOWN if held.until is not None:
            time = _moment(held.until, now, zone)
            text = _("Ends with the next answer, or at {time}: then breaks go by the clock.")
            return text.format(time=time)
    return _plain_end(held.reason)


def _plain_end(reason: HoldReason) -> str:
    """Return what ends a hold that has no time of its own."""
    texts = {
        HoldReason.MANUAL: _("Ends when you resume."),
        HoldReason.QUIET: _("Ends with your quiet time."),
        HoldReason.CALL: _("Ends with the call."),
        HoldReason.CAMERA: _("Ends when no program uses the camera any more."),
        HoldReason.MICROPHONE: _("Ends when no program listens any more."),
        HoldReason.DO_NOT_DISTURB: _("Ends when this computer may disturb again."),
        HoldReason.FULLSCREEN: _("Ends when no window fills the screen any more."),
        HoldReason.VIDEO: _("Ends when no program keeps the screen awake any more."),
        HoldReason.SESSION: _("Ends with the session."),
        HoldReason.LOCKED: _("Ends when you unlock it."),
        HoldReason.UNKNOWN: _("Ends with the next answer of this computer."),
    }
    return texts[reason]


def _moment(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """Return a time of day, with the weekday where it is another day."""
    local = moment.astimezone(zone)
    time = format_time(local)
    if local.date() == now.astimezone(zone).date():
        return time
    return _("{day}, {time}").format(day=format_date(local.date(), "EEE"), time=time)
