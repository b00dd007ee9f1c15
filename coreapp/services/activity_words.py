"""Runs, walks and sports in words: their labels, and how far, how long and how fast."""

from collections.abc import Callable, Sequence
from functools import partial

from coreapp.domain.activity import ActivityType, Hills, Surface
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.i18n import (
    LANGUAGES,
    _,
    format_clock,
    format_minutes,
    format_number,
    pgettext,
    pgettext_in,
)

_METRES_A_KM = 1000


def type_label(kind: ActivityType) -> str:
    """Return the label of a kind of activity."""
    return _label(kind, pgettext)


def type_names(kind: ActivityType) -> Sequence[str]:
    """Return what a kind of activity is called in every language, for searching."""
    return [_label(kind, partial(pgettext_in, each)) for each in LANGUAGES]


def _label(kind: ActivityType, pgettext: Callable[[str, str], str]) -> str:
    """Return the label of a kind in the language of `pgettext`."""
    labels = {
        ActivityType.RUN_EASY: pgettext("activity", "Easy run"),
        ActivityType.RUN_TEMPO: pgettext("activity", "Tempo run"),
        ActivityType.RUN_INTERVAL: pgettext("activity", "Intervals"),
        ActivityType.RUN_WALK: pgettext("activity", "Run and walk"),
        ActivityType.DRILLS: pgettext("activity", "Running drills"),
        ActivityType.STRENGTH: pgettext("activity", "Strength"),
        ActivityType.CORE: pgettext("activity", "Core"),
        ActivityType.FLOW: pgettext("activity", "Sun salutation"),
        ActivityType.STRETCH: pgettext("activity", "Stretching"),
        ActivityType.WARMUP: pgettext("activity", "Warm-up"),
        ActivityType.COOLDOWN: pgettext("activity", "Cool-down"),
        ActivityType.DESK_BREAK: pgettext("activity", "Break at the desk"),
        ActivityType.WALK: pgettext("activity", "Walk"),
        ActivityType.SWIM: pgettext("activity", "Swimming"),
        ActivityType.CYCLE: pgettext("activity", "Cycling"),
        ActivityType.YOGA: pgettext("activity", "Yoga"),
        ActivityType.TAI_CHI: pgettext("activity", "Tai chi"),
        ActivityType.OTHER_SPORT: pgettext("activity", "Another sport"),
    }
    return labels[kind]


def surface_label(surface: Surface) -> str:
    """Return the label of what one runs on."""
    labels = {
        Surface.HARD: pgettext("surface", "Hard"),
        Surface.SOFT: pgettext("surface", "Soft"),
        Surface.TRACK: pgettext("surface", "Track"),
        Surface.TREADMILL: pgettext("surface", "Treadmill"),
        Surface.MIXED: pgettext("surface", "Mixed"),
    }
    return labels[surface]


def hills_label(hills: Hills) -> str:
    """Return the label of how the way goes up and down."""
    labels = {
        Hills.FLAT: pgettext("hills", "Flat"),
        Hills.HILLY: pgettext("hills", "Hilly"),
        Hills.DOWNHILL_HEAVY: pgettext("hills", "Much downhill"),
        Hills.STAIRS: pgettext("hills", "Stairs"),
    }
    return labels[hills]


def distance_words(metres: int) -> str:
    """Return a distance with its unit: kilometres, rounded to ten metres."""
    return _("{distance} km").format(distance=format_number(round(metres / _METRES_A_KM, 2)))


def speed_words(kind: ActivityType, seconds: float, metres: int) -> str:
    """Return how fast somebody was, as people of that sport say it; empty without a distance."""
    if metres <= 0 or seconds <= 0:
        return ""
    match kind:
        case ActivityType.CYCLE:
            speed = format_number(round(3.6 * metres / seconds, 1))
            return _("{speed} km/h").format(speed=speed)
        case ActivityType.SWIM:
            return _("{pace} min/100 m").format(pace=_clock(100 * seconds / metres))
        case _:
            return pace_words(_METRES_A_KM * seconds / metres)


def pace_words(seconds_a_km: float) -> str:
    """Return a pace with its unit."""
    return _("{pace} min/km").format(pace=_clock(seconds_a_km))


def activity_line(activity: PerformedActivity) -> str:
    """Return how far, how long and how fast it was, in one line."""
    seconds = 60 * activity.minutes
    if not activity.metres:
        return format_minutes(seconds)
    parts = (
        distance_words(activity.metres),
        format_minutes(seconds),
        speed_words(activity.type, seconds, activity.metres),
    )
    return " · ".join(parts)


def _clock(seconds: float) -> str:
    """Write a pace to the nearest second; `format_clock` alone would round up."""
    return format_clock(round(seconds))
