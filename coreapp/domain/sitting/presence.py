"""Whether someone is at the desk: hands, lock, sleep, and the holds that explain resting hands.

An absence starts at the last input. It counts once the hands rested long enough, or a lock or
sleep lasted long enough; then it counts whole. Until it counts it is only possible.
"""

from dataclasses import dataclass
from enum import StrEnum

from coreapp.domain.sitting.moments import SECOND
from coreapp.domain.sitting.settings import BreakSettings


class Hands(StrEnum):
    """What is known of the input."""

    TYPING = "typing"
    RESTING = "resting"
    UNSENSED = "unsensed"


class Posture(StrEnum):
    """What the person says about the desk."""

    SITTING = "sitting"
    STANDING = "standing"
    AWAY = "away"


@dataclass(slots=True)
class Presence:
    """All that is known about who is there; moments in microseconds.

    Attributes:
        hands: typing (until something else is told), resting since `last_input`, or not sensed:
            then whoever has not locked counts as present.
        last_input: the moment of the last input, while resting.
        posture: sitting, standing, or said to be away.
        locked: the screen is locked.
        asleep: the machine sleeps.
        out_since: since when it is locked, asleep or said to be away without a gap.
        engaged: a call, microphone, camera or video explains resting hands.
        engaged_end: when the last such hold ended.
        floor: no absence reaches back before this; what was before has been credited.
        rest_from: where the present absence, possible or counted, starts; None if there is none.
        absent: the absence counts.
    """

    hands: Hands = Hands.UNSENSED
    last_input: int = 0
    posture: Posture = Posture.SITTING
    locked: bool = False
    asleep: bool = False
    out_since: int | None = None
    engaged: bool = False
    engaged_end: int = 0
    floor: int = 0
    rest_from: int | None = None
    absent: bool = False

    @property
    def is_typing(self) -> bool:
        """Input is coming in just now."""
        return self.hands is Hands.TYPING and self.out_since is None

    def update(self, now: int) -> None:
        """Work out the absence after something changed at `now`."""
        if self.locked or self.asleep or self.posture is Posture.AWAY:
            if self.out_since is None:
                self.out_since = now
                self.rest_from = now if self.rest_from is None else self.rest_from
            if self.posture is Posture.AWAY:
                self.absent = True
            return
        self.out_since = None
        if self.hands is not Hands.RESTING or self.engaged:
            self.rest_from = None
            self.absent = False
        elif not self.absent:
            self.rest_from = max(self.last_input, self.engaged_end, self.floor)

    def engage(self, now: int, *, engaged: bool) -> None:
        """Take over whether a hold explains resting hands."""
        if self.engaged and not engaged:
            self.engaged_end = now
        self.engaged = engaged
        self.update(now)

    def credit(self, now: int) -> None:
        """Take note that all absence before `now` has been credited."""
        self.floor = now
        self.absent = False
        if self.rest_from is not None:
            self.rest_from = now
        self.update(now)

    def wait_for_input(self, now: int) -> None:
        """After a break nobody sits until the first input, if input can be sensed at all."""
        sits = self.posture is Posture.SITTING
        if sits and self.hands is Hands.RESTING and not self.engaged and not self.absent:
            self.rest_from = now if self.rest_from is None else self.rest_from
            self.absent = True

    def is_here(self, now: int) -> None:
        """The person has said something about the desk, and so is there."""
        self.absent = False
        self.last_input = max(now, self.last_input)
        self.rest_from = None
        self.update(now)

    def begin_anew(self, now: int) -> None:
        """Forget lock, sleep and absence after time in which nobody looked."""
        self.locked = self.asleep = self.absent = False
        self.posture = Posture.SITTING
        self.out_since = None
        self.rest_from = None
        self.floor = now
        self.update(now)

    def counts_at(self, settings: BreakSettings) -> int | None:
        """Return when the possible absence will count, None if there is none or it counts."""
        if self.rest_from is None or self.absent:
            return None
        rested = self.rest_from + settings.away_after_s * SECOND
        if self.out_since is None:
            return rested
        shut = self.out_since + settings.lock_min_s * SECOND
        return shut if self.engaged or self.hands is Hands.UNSENSED else min(shut, rested)
