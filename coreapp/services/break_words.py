"""The sitting breaks in words: where sitting stands, why a bar is open, and why not.

Every text is a whole sentence; where two stand together, they are two sentences.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo
from typing import assert_never

from coreapp.domain.sitting.facts import Cause, HoldReason
from coreapp.domain.sitting.view import Held, PromptLook, StateWhy, View
from coreapp.i18n import (
    _,
    format_list,
    format_minutes,
    format_skeleton,
    format_time,
    ngettext,
    pgettext,
)

_JUST_SECONDS = 60
_NEARLY_SECONDS = 30
_IN_HOURS_FROM = 120

_SITTING_ON = frozenset(
    {StateWhy.SITTING, StateWhy.SNOOZED, StateWhy.PROMPT, StateWhy.OWED, StateWhy.HELD}
)
"""Where somebody goes on sitting."""


def headline(view: View | None, zone: tzinfo) -> str:
    """Return where sitting stands in a few words; None is switched off."""
    if view is None:
        return _("The breaks are switched off")
    match view.why:
        case StateWhy.SITTING | StateWhy.SNOOZED:
            return _next_break(view, zone)
        case StateWhy.PROMPT:
            return prompt_title(view)
        case StateWhy.OWED:
            return _owed_headline(view.owed_since, zone)
        case StateWhy.HELD:
            return _held_headline(view.holds, zone)
        case _:
            return _quiet_headline(view.why)


def explanation(
    view: View | None,
    zone: tzinfo,
    opens: datetime | None = None,
    *,
    with_holds: bool = True,
) -> str:
    """Return why a break comes when it does, or why not now.

    Args:
        view: what is so now; None is switched off.
        zone: whose clock the times are told by.
        opens: when working hours begin again, if that is soon and outside of them.
        with_holds: name the holds; where they stand in a list beneath, they are left out.
    """
    if view is None:
        return _("Nothing is counted and no bar opens. The settings switch them on.")
    said = _explanation(view, zone, opens, with_holds=with_holds)
    if view.long_sit and view.why in _SITTING_ON:
        return _both(said, _("That is long on end: walk for a few minutes as soon as it suits."))
    return said


def _explanation(view: View, zone: tzinfo, opens: datetime | None, *, with_holds: bool) -> str:
    match view.why:
        case StateWhy.SITTING | StateWhy.SNOOZED | StateWhy.PROMPT:
            return _both(sat_sentence(view.sitting_seconds), _what_comes(view, zone))
        case StateWhy.OWED:
            return _owed_sentence(view.holds, zone, with_holds=with_holds)
        case StateWhy.HELD:
            return _held_sentence(view, zone, with_holds=with_holds)
        case StateWhy.OFF_HOURS:
            return _off_hours_sentence(opens, zone)
        case _:
            return _quiet_sentence(view)


def clock_mode_sentence() -> str:
    """Return what it means that the input cannot be sensed."""
    return _("Whether your hands rest cannot be told here, so breaks go by the clock alone.")


def prompt_title(view: View) -> str:
    """Return what an open bar says, by what it is about."""
    match view.cause:
        case Cause.STANDING:
            return _("Time to sit or walk")
        case Cause.LUNCH_WALK:
            return _("Time for your walk at lunch")
        case Cause.FIXED_TIME:
            return _("Time for your break")
        case Cause.LIMIT | Cause.ASKED | None:
            return _("Time for a walk") if view.long_sit else _("Time to stand up")
        case _:
            assert_never(view.cause)


def prompt_line(view: View) -> str:
    """Return the line under the title of a bar."""
    if view.prompt is PromptLook.STANDING_OUT:
        return _("Your break waits for a pause in your work.")
    if view.cause is Cause.STANDING:
        return _stood_sentence(view.standing_seconds)
    # The bar comes up to half a minute before the limit, and is about the whole of it.
    return sat_sentence(view.sitting_seconds + _NEARLY_SECONDS)


def leads_with_walk(view: View) -> bool:
    """Tell whether a walk is what the break asks for first."""
    return view.long_sit or view.cause is Cause.LUNCH_WALK


def sat_sentence(seconds: float) -> str:
    """Return how long somebody has sat."""
    if seconds < _JUST_SECONDS:
        return _("You have just sat down.")
    return _with_length(_("You have sat for {time}."), seconds)


def _stood_sentence(seconds: float) -> str:
    """Return how long somebody has stood."""
    if seconds < _JUST_SECONDS:
        return _("You have just stood up.")
    return _with_length(_("You have stood for {time}."), seconds)


def _with_length(sentence: str, seconds: float) -> str:
    """Return a sentence with time that has passed, in whole minutes as the ring counts them."""
    told = sentence.format(time=length(seconds // 60 * 60))
    # An abbreviation brings its own stop: "2 Std. 31 Min."
    return told.replace("..", ".")


def length(seconds: float) -> str:
    """Return a length of time in full words: "18 minutes"; from two hours on "2 hr 5 min"."""
    minutes = round(seconds / 60)
    if minutes > _IN_HOURS_FROM:
        return format_minutes(minutes * 60)
    return ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)


def hold_name(reason: HoldReason) -> str:
    """Return what holds the bars, as it stands in a sentence."""
    names = {
        HoldReason.MANUAL: pgettext("hold", "pause"),
        HoldReason.OFF_HOURS: pgettext("hold", "outside working hours"),
        HoldReason.QUIET: pgettext("hold", "quiet time"),
        HoldReason.CALL: pgettext("hold", "call"),
        HoldReason.CAMERA: pgettext("hold", "camera in use"),
        HoldReason.MICROPHONE: pgettext("hold", "microphone in use"),
        HoldReason.DO_NOT_DISTURB: pgettext("hold", "do not disturb"),
        HoldReason.FULLSCREEN: pgettext("hold", "full screen"),
        HoldReason.VIDEO: pgettext("hold", "video"),
        HoldReason.SESSION: pgettext("hold", "guided session"),
        HoldReason.LOCKED: pgettext("hold", "locked screen"),
        HoldReason.UNKNOWN: pgettext("hold", "input not readable"),
    }
    return names[reason]


def holds_text(holds: Sequence[Held], zone: tzinfo) -> str:
    """Return all holds, each with since when."""
    return format_list([_hold_since(each, zone) for each in holds])


def _hold_since(held: Held, zone: tzinfo) -> str:
    if held.reason is HoldReason.MANUAL and held.until is not None:
        return _("{reason} until {time}").format(
            reason=hold_name(held.reason), time=_end_of(held.since, held.until, zone)
        )
    return _("{reason} since {time}").format(
        reason=hold_name(held.reason), time=format_time(held.since.astimezone(zone))
    )


def _end_of(since: datetime, until: datetime, zone: tzinfo) -> str:
    """Return when a pause ends, with the day where the time alone would be taken for today's."""
    begin, end = since.astimezone(zone), until.astimezone(zone)
    time = format_time(end)
    if end.date() == begin.date() + timedelta(days=1) and end.time() == datetime.min.time():
        return pgettext("pause until", "tomorrow")
    if until - since < timedelta(days=1):
        return time
    return _("{day}, {time}").format(day=format_skeleton(end, "MMMEd"), time=time)


def _next_break(view: View, zone: tzinfo) -> str:
    if view.next_break_at is None:
        return _("No break is due")
    time = format_time(view.next_break_at.astimezone(zone))
    return _("Next break at {time}").format(time=time)


def _held_headline(holds: Sequence[Held], zone: tzinfo) -> str:
    paused = next((each for each in holds if each.reason is HoldReason.MANUAL), None)
    if paused is not None and paused.until is not None:
        time = _end_of(paused.since, paused.until, zone)
        return _("Paused until {time}").format(time=time)
    if paused is not None:
        time = format_time(paused.since.astimezone(zone))
        return _("Paused since {time}").format(time=time)
    return _("On hold: {reason}").format(reason=_hold_since(holds[0], zone))


def _owed_headline(since: datetime | None, zone: tzinfo) -> str:
    if since is None:
        return _("A break is due")
    time = format_time(since.astimezone(zone))
    return _("A break is due since {time}").format(time=time)


def _held_sentence(view: View, zone: tzinfo, *, with_holds: bool) -> str:
    goes_on = _("Sitting goes on counting; only the bar waits.")
    paused = any(each.reason is HoldReason.MANUAL for each in view.holds)
    shown = [each for each in view.holds if each.reason is not HoldReason.MANUAL]
    more = shown if paused else shown[1:]
    sat = _both(sat_sentence(view.sitting_seconds), goes_on)
    if not (more and with_holds):
        return sat
    return _both(sat, _("Also on hold: {reasons}.").format(reasons=holds_text(more, zone)))


def _owed_sentence(holds: Sequence[Held], zone: tzinfo, *, with_holds: bool) -> str:
    if not holds:
        return _("It is offered as soon as you are back at the desk.")
    if not with_holds:
        return _("It waits, and is offered as soon as nothing holds it any more.")
    held = _("It is held: {reasons}.").format(reasons=holds_text(holds, zone))
    return _both(held, _("It is offered as soon as that is over."))


def _what_comes(view: View, zone: tzinfo) -> str:
    if view.why is StateWhy.SITTING:
        return _("Nothing is in the way.")
    if view.why is StateWhy.SNOOZED and view.snoozed_until is not None:
        time = format_time(view.snoozed_until.astimezone(zone))
        return _("You asked for a little more time, until {time}.").format(time=time)
    if view.why is StateWhy.SNOOZED:
        return _("You asked for a little more time.")
    if view.prompt is PromptLook.GROWN:
        return _("The break is on the screen and waits for your answer.")
    return _("The bar is on the screen and waits for a pause in your work.")


def _off_hours_sentence(opens: datetime | None, zone: tzinfo) -> str:
    nothing = _("Nothing is counted now and no bar opens.")
    if opens is None:
        return nothing
    time = format_time(opens.astimezone(zone))
    return _both(nothing, _("Your working hours begin again at {time}.").format(time=time))


def _quiet_headline(why: StateWhy) -> str:
    """Return the headline of the states in which nothing is asked of anybody."""
    texts = {
        StateWhy.OFF_HOURS: _("Outside working hours"),
        StateWhy.SESSION: _("A session is running"),
        StateWhy.BREAK: _("You are on a break"),
        StateWhy.LOCKED: _("The screen is locked"),
        StateWhy.AWAY: _("You are away from the desk"),
        StateWhy.STANDING: _("You are standing"),
    }
    return texts[why]


def _quiet_sentence(view: View) -> str:
    if view.why is StateWhy.STANDING:
        stood = _stood_sentence(view.standing_seconds)
        return _both(stood, _("Standing counts as a break from sitting."))
    texts = {
        StateWhy.SESSION: _("Its seconds of work count as a break."),
        StateWhy.BREAK: _("Its clock runs while your hands rest."),
        StateWhy.LOCKED: _("The time away counts, as a break if it is long enough."),
        StateWhy.AWAY: _("The time away counts; sitting begins with your next key press."),
    }
    return texts[view.why]


def _both(first: str, second: str) -> str:
    """Put two sentences side by side."""
    return f"{first} {second}"
