"""Whether someone is at the desk: hands, lock, sleep, and the holds that explain resting hands.

An absence starts at the last input. It counts once the hands rested long enough, or a lock or
sleep lasted long enough; then it counts whole. Until it counts it is only possible.

Decisions where the rules leave room:

- A call, microphone, camera or video that begins while nobody is there makes someone present at
  once: while it lasts resting hands are never absence. It is answered or started by somebody, and
  waiting for the first input would lose the whole of a call that is only listened to.
- Whatever is said about the desk while it is locked does not make anybody present: lock and sleep
  outrank all else. It holds from the unlocking on.
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
        rests_since: since when the hands rest or nobody can be there; None while someone is.
        engaged: a call, microphone, camera or video explains resting hands.
        engaged_end: when the last such hold ended.
        floor: no absence reaches back before this; what was before has been credited.
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
    rests_since: int | None = None
    floor: int = 0
    absent: bool = False

    @property
    def is_typing(self) -> bool:
        """Input is coming in just now."""
        return self.hands is Hands.TYPING and self.out_since is None

    @property
    def rest_from(self) -> int | None:
        """Where the present absence starts, possible or counted; None if there is none.

        Of an absence that was credited in part only what came after the credit is left.
        """
        return None if self.rests_since is None else max(self.rests_since, self.floor)

    def update(self, now: int) -> None:
        """Work out the absence after something changed at `now`."""
        if self.locked or self.asleep or self.posture is Posture.AWAY:
            if self.out_since is None:
                self.out_since = now
                self.rests_since = now if self.rests_since is None else self.rests_since
            return
        self.out_since = None
        if self.hands is not Hands.RESTING or self.engaged:
            self.rests_since = None
            self.absent = False
        elif not self.absent:
            self.rests_since = max(self.last_input, self.engaged_end)

    def engage(self, now: int, *, engaged: bool) -> None:
        """Take over whether a hold explains resting hands."""
        if self.engaged and not engaged:
            self.engaged_end = now
        self.engaged = engaged
        self.update(now)

    def credit(self, now: int) -> None:
        """Take note that all absence before `now` has been credited; it may go on."""
        self.floor = now

    def wait_for_input(self) -> None:
        """After a break nobody sits until the first input, if input can be sensed at all."""
        sits = self.posture is Posture.SITTING
        if sits and self.hands is Hands.RESTING and not self.engaged:
            self.absent = True

    def is_here(self, now: int) -> None:
        """The person has said something about the desk, and so is there, if it is not locked."""
        if not (self.locked or self.asleep):
            self.absent = False
            self.last_input = max(now, self.last_input)
        self.update(now)

    def begin_anew(self, now: int) -> None:
        """Forget lock, sleep and absence after time in which nobody looked."""
        self.locked = self.asleep = self.absent = False
        self.posture = Posture.SITTING
        self.out_since = None
        self.last_input = max(now, self.last_input)
        self.floor = now
        self.update(now)

    def counts_at(self, settings: BreakSettings) -> int | None:
        """Return when the possible absence will count, None if there is none or it counts."""
        if self.rests_since is None or self.absent:
            return None
        rested = self.rests_since + settings.away_after_s * SECOND
        if self.out_since is None:
            return rested
        shut = self.out_since + settings.lock_min_s * SECOND
        return shut if self.engaged or self.hands is Hands.UNSENSED else min(shut, rested)
