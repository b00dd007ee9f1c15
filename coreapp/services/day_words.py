"""What is said of a day, in words: where it hurt, what helped, how one slept."""

from coreapp.domain.day_record import PainTrigger, Relief
from coreapp.domain.pain import PainPlace
from coreapp.i18n import pgettext


def place_label(place: PainPlace) -> str:
    """Return the label of a place where it hurts."""
    labels = {
        PainPlace.LOW_BACK_LEFT: pgettext("pain place", "Lower back, left"),
        PainPlace.LOW_BACK_RIGHT: pgettext("pain place", "Lower back, right"),
        PainPlace.LOW_BACK_MIDDLE: pgettext("pain place", "Lower back, middle"),
        PainPlace.BUTTOCK_LEFT: pgettext("pain place", "Buttock, left"),
        PainPlace.BUTTOCK_RIGHT: pgettext("pain place", "Buttock, right"),
        PainPlace.THIGH_BACK: pgettext("pain place", "Back of the thigh"),
        PainPlace.BELOW_KNEE: pgettext("pain place", "Below the knee"),
        PainPlace.MID_BACK: pgettext("pain place", "Middle of the back"),
        PainPlace.UPPER_BACK: pgettext("pain place", "Upper back"),
        PainPlace.NECK: pgettext("pain place", "Neck"),
        PainPlace.OTHER: pgettext("pain place", "Somewhere else"),
    }
    return labels[place]


def trigger_label(trigger: PainTrigger) -> str:
    """Return the label of what brings the pain on."""
    labels = {
        PainTrigger.LEANING_BACK: pgettext("pain trigger", "Leaning back"),
        PainTrigger.BENDING: pgettext("pain trigger", "Bending forward"),
        PainTrigger.STANDING: pgettext("pain trigger", "Standing"),
        PainTrigger.SITTING: pgettext("pain trigger", "Sitting"),
        PainTrigger.DOWNHILL: pgettext("pain trigger", "Going downhill"),
        PainTrigger.FOOT_STRIKE: pgettext("pain trigger", "Each step of a run"),
        PainTrigger.TURNING: pgettext("pain trigger", "Turning"),
        PainTrigger.COUGHING: pgettext("pain trigger", "Coughing"),
    }
    return labels[trigger]


def relief_label(relief: Relief) -> str:
    """Return the label of what was tried against it."""
    labels = {
        Relief.HEAT: pgettext("relief", "Heat"),
        Relief.COLD: pgettext("relief", "Cold"),
        Relief.REST: pgettext("relief", "Rest"),
        Relief.WALKING: pgettext("relief", "Walking"),
        Relief.STRETCH: pgettext("relief", "Stretching"),
        Relief.OTHER: pgettext("relief", "Something else"),
    }
    return labels[relief]


def helped_label(helped: int) -> str:
    """Return how much something helped, 0 to 3, in a word."""
    words = (
        pgettext("helped", "not at all"),
        pgettext("helped", "a little"),
        pgettext("helped", "well"),
        pgettext("helped", "very well"),
    )
    return words[helped]


def sleep_label(quality: int) -> str:
    """Return how good the night was, 1 to 5, in a word."""
    words = (
        pgettext("sleep", "poor"),
        pgettext("sleep", "restless"),
        pgettext("sleep", "fair"),
        pgettext("sleep", "good"),
        pgettext("sleep", "very good"),
    )
    return words[quality - 1]


def stress_labels() -> dict[int, str]:
    """Return words for stress, each with its figure of 0 to 10; from 7 on it is much (rule R11)."""
    return {
        0: pgettext("stress", "none"),
        2: pgettext("stress", "a little"),
        5: pgettext("stress", "some"),
        7: pgettext("stress", "much"),
        9: pgettext("stress", "very much"),
    }
