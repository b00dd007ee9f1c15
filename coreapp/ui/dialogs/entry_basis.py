"""What entering an activity begins with, and whom it may ask."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from coreapp.domain.activity import ActivityType
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.training_log import PlannedOccurrence
from coreapp.services.activity_log import Usual
from coreapp.services.plan_fit import Fit
from coreapp.services.shoe_rack import WornPair
from coreapp.ui.dialogs.planned_choice import Fits

Word = Callable[[ActivityType, date, int, int | None], str]
"""What has something to say of a run: by kind, day, minutes and metres."""


def no_fits(_kind: ActivityType, _day: date, _own: PlannedOccurrence | None) -> Sequence[Fit]:
    """Know no plan."""
    return ()


def no_word(_kind: ActivityType, _day: date, _minutes: int, _metres: int | None) -> str:
    """Have nothing to say."""
    return ""


@dataclass(frozen=True, slots=True)
class EntryBasis:
    """What the dialog begins with.

    Attributes:
        now: the present moment on the clocks of this place.
        usual: what somebody usually enters.
        pairs: all shoes.
        activity: the one that is changed, or None for a new one.
        fits: tells which planned sessions something may have been.
        word: has something to say of a run by kind, day, minutes and metres; mostly nothing.
    """

    now: datetime
    usual: Usual
    pairs: Sequence[WornPair] = ()
    activity: PerformedActivity | None = None
    fits: Fits = no_fits
    word: Word = no_word
