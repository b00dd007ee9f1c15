"""Runs, walks and sports that are entered by hand: add, change, delete with undo, and look up."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from coreapp.domain.activity import ActivityType
from coreapp.domain.activity_draft import ActivityDraft, make_activity
from coreapp.domain.errors import InvalidValueError, UnknownIdError, marked
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.training_log import DateRange
from coreapp.services.log_days import activities_on
from coreapp.services.log_ports import Database, Work
from coreapp.services.ports import Clock, Identities

ALL_DAYS: Final = DateRange()
HABIT: Final = timedelta(days=60)
"""What was done in the last so many days is what is offered first."""

FREQUENT: Final = (
    ActivityType.RUN_EASY,
    ActivityType.RUN_TEMPO,
    ActivityType.RUN_INTERVAL,
    ActivityType.RUN_WALK,
    ActivityType.WALK,
)
"""What is offered to somebody who has entered nothing yet."""


@dataclass(frozen=True, slots=True)
class Usual:
    """What somebody usually enters, for the fields to begin with.

    Attributes:
        types: as many kinds as `FREQUENT`: their own by how often, then those.
        last: the kind of the last activity.
        shoe: the id of the pair that was worn last, or empty.
    """

    types: tuple[ActivityType, ...] = FREQUENT
    last: ActivityType = FREQUENT[0]
    shoe: str = ""


class ActivityLog:
    """Activities in the log."""

    def __init__(self, database: Database, clock: Clock, new_id: Identities) -> None:
        self._database = database
        self._clock = clock
        self._new_id = new_id

    def add(self, draft: ActivityDraft) -> PerformedActivity:
        """Put an activity into the log.

        Raises:
            InvalidValueError: a part of the draft cannot be used.
            UnknownIdError: there are no such shoes.
        """
        activity = make_activity(
            self._new_id(), draft, self._clock.zone(), self._clock.reading().utc, None
        )
        with self._database.work() as work:
            _check_shoe(activity, "", work)
            _check_effort(activity, None)
            work.activities.add(activity)
        return activity

    def change(self, identity: str, draft: ActivityDraft) -> PerformedActivity:
        """Change an activity and return it as it was before, for `restore` to undo it.

        Raises:
            UnknownIdError: there is none with that id, or there are no such shoes.
            InvalidValueError: a part of the draft cannot be used.
        """
        now = self._clock.reading().utc
        with self._database.work() as work:
            former = _required(work, identity)
            zone = former.zone if not draft.zone else draft.zone
            changed = make_activity(
                identity, replace(draft, zone=zone), zone, now, former.started_at
            )
            _check_shoe(changed, former.shoe, work)
            _check_effort(changed, former.effort)
            work.activities.add(changed)
        return former

    def delete(self, identity: str) -> PerformedActivity:
        """Delete an activity and return it, for `restore` to undo it.

        Raises:
            UnknownIdError: there is none with that id.
        """
        with self._database.work() as work:
            former = _required(work, identity)
            work.activities.delete(identity)
        return former

    def restore(self, activity: PerformedActivity) -> None:
        """Put an activity back as it was."""
        with self._database.work() as work:
            work.activities.add(activity)

    def get(self, identity: str) -> PerformedActivity:
        """Return one activity.

        Raises:
            UnknownIdError: there is none with that id.
        """
        with self._database.reading() as work:
            return _required(work, identity)

    def between(self, days: DateRange = ALL_DAYS) -> Sequence[PerformedActivity]:
        """Return the activities begun on these days where they happened, newest first."""
        with self._database.reading() as work:
            return activities_on(work, days)

    def usual(self) -> Usual:
        """Return what was entered in the last weeks, for the fields to begin with."""
        since = self._clock.reading().utc - HABIT
        with self._database.reading() as work:
            recent = work.activities.between(since, None)
            worn = next((each.shoe for each in recent if each.shoe), "")
            pair = work.shoes.get(worn) if worn else None
        if not recent:
            return Usual()
        often = [kind for kind, _count in Counter(each.type for each in recent).most_common()]
        types = tuple(dict.fromkeys((*often, *FREQUENT)))[: len(FREQUENT)]
        last = recent[0].type
        if last not in types:
            types = (*types[:-1], last)
        is_worn = pair is not None and pair.retired is None
        return Usual(types, last, worn if is_worn else "")


def _required(work: Work, identity: str) -> PerformedActivity:
    activity = work.activities.get(identity)
    if activity is None:
        raise UnknownIdError("activity", identity)
    return activity


def _check_shoe(activity: PerformedActivity, former: str, work: Work) -> None:
    """Refuse shoes that there are not; a pair that has been deleted since stays where it was."""
    if activity.shoe not in {"", former} and work.shoes.get(activity.shoe) is None:
        raise UnknownIdError("shoe", activity.shoe)


def _check_effort(activity: PerformedActivity, former: float | None) -> None:
    """Refuse an effort that is entered in other steps than halves; one of a file may have them."""
    effort = activity.effort
    if effort is not None and effort != former and not (2 * effort).is_integer():
        raise InvalidValueError("effort", effort, marked("Give a figure from 0 to 10, in halves."))
