"""What the sitting engine is told by the desktop: input, holds, lock, posture, zone, settings."""

from collections.abc import Iterable

from coreapp.domain.clock import Reading
from coreapp.domain.sitting.clockwork import SLEEP_TOLERANCE, Clockwork
from coreapp.domain.sitting.facts import SENSED_OR_SAID, HoldReason, Step
from coreapp.domain.sitting.moments import MINUTE, SECOND, micros
from coreapp.domain.sitting.presence import Hands, Posture
from coreapp.domain.sitting.settings import BreakSettings
from coreapp.domain.sitting.wall import zone_named

SAME_INPUT = SECOND // 10
"""Idle times are rounded by whoever measures them; so little later is not a new input."""

UNKNOWN_HOLDS = 2 * MINUTE
"""A probe that stopped answering holds for this long at most."""


class Senses(Clockwork):
    """What is sensed, or said about the desk."""

    def input_active(self, reading: Reading) -> Step:
        """Input began; it goes on until `input_idle`."""
        self._catch_up(reading)
        self._ledger.state.checked = None
        self._type_from_now()
        return self._step()

    def input_idle(self, reading: Reading, rested_s: float = 0) -> Step:
        """There is no input, and the last was `rested_s` ago."""
        last = self._moment(reading) - micros(rested_s)
        self._run_before_sleep(reading, last)
        self._ledger.state.checked = None
        self._rest_from(last)
        self._catch_up(reading)
        return self._step()

    def input_seen(
        self, reading: Reading, rested_s: float | None, *, return_is_told: bool = False
    ) -> Step:
        """Somebody looked: the last input was `rested_s` ago; None if it cannot be known.

        Args:
            reading: the clocks now.
            rested_s: seconds.
            return_is_told: the desktop tells the first input after a rest by itself, so nobody
                has to look while someone is away.
        """
        state = self._ledger.state
        presence = state.presence
        if rested_s is None:
            self._lose_sight(reading)
            return self._step()
        last = self._moment(reading) - micros(rested_s)
        is_new = presence.hands is not Hands.RESTING or last > presence.last_input + SAME_INPUT
        if is_new:
            if 0 < self._sleep_before(reading) < self.settings.lock_min_s * SECOND:
                self._type_from_now()  # a sleep too short to count is no rest of the hands either
            began = last if presence.absent or state.checked is None else min(state.checked, last)
            self._run_before_sleep(reading, began)
            self._type_from_now()
            self._run_before_sleep(reading, last)
            self._rest_from(last)
        self._catch_up(reading)
        state.checked = None if return_is_told and presence.absent else state.now
        self._course.release(HoldReason.UNKNOWN)
        return self._step()

    def hold(self, reading: Reading, reason: HoldReason) -> Step:
        """A hold from outside began."""
        self._catch_up(reading)
        self._course.hold(reason)
        return self._step()

    def release(self, reading: Reading, reason: HoldReason) -> Step:
        """A hold from outside ended."""
        self._catch_up(reading)
        self._course.release(reason)
        return self._step()

    def sense_holds(self, reading: Reading, reasons: Iterable[HoldReason]) -> Step:
        """Say all holds that are sensed now; the ones not named end. A pause is not touched."""
        self._catch_up(reading)
        sensed = set(reasons)
        for reason in sorted(SENSED_OR_SAID - {HoldReason.MANUAL}):
            if reason in sensed:
                self._course.hold(reason)
            else:
                self._course.release(reason)
        return self._step()

    def lock(self, reading: Reading, *, locked: bool) -> Step:
        """The screen was locked or unlocked."""
        self._catch_up(reading)
        presence = self._ledger.state.presence
        presence.locked = locked
        presence.update(self._ledger.state.now)
        if locked:
            self._course.hold(HoldReason.LOCKED)
        else:
            self._course.release(HoldReason.LOCKED)
        return self._step()

    def change_posture(self, reading: Reading, posture: Posture) -> Step:
        """The person says to sit, to stand, or to be away."""
        self._catch_up(reading)
        self._course.take_posture(posture)
        return self._step()

    def change_zone(self, reading: Reading, zone: str) -> Step:
        """The time zone is another one.

        Raises:
            InvalidValueError: there is no such time zone.
        """
        name = zone_named(zone).key
        self._catch_up(reading)
        self._ledger.state.wall.zone = name
        self._look_and_settle()
        return self._step()

    def change_settings(self, reading: Reading, settings: BreakSettings) -> Step:
        """The settings are other ones from now on."""
        self._catch_up(reading)
        self._ledger.change_settings(settings)
        self._look_and_settle()
        return self._step()

    def _run_before_sleep(self, reading: Reading, moment: int) -> None:
        """Work off what lies before an input that is told late; a sleep hides when it was."""
        if self._sleep_before(reading):
            self._catch_up(reading)
        else:
            self._course.run_to(moment)

    def _sleep_before(self, reading: Reading) -> int:
        """Return the length of a sleep the engine has not been told of yet."""
        slept = micros(reading.boot) - micros(reading.monotonic) - self._ledger.state.slept
        return slept if slept >= SLEEP_TOLERANCE else 0

    def _type_from_now(self) -> None:
        presence = self._ledger.state.presence
        presence.hands = Hands.TYPING
        if presence.posture is Posture.AWAY:
            presence.posture = Posture.SITTING
        presence.update(self._ledger.state.now)
        self._course.settle()

    def _rest_from(self, last: int) -> None:
        presence = self._ledger.state.presence
        presence.last_input = last
        presence.hands = Hands.RESTING
        presence.update(self._ledger.state.now)
        self._course.settle()

    def _lose_sight(self, reading: Reading) -> None:
        """A probe that worked does not answer: from the last answer on nothing is known."""
        state = self._ledger.state
        works = state.presence.hands is not Hands.UNSENSED
        if works and not state.presence.absent:
            state.presence.hands = Hands.UNSENSED
            state.presence.update(state.now)
            self._course.settle()
        self._catch_up(reading)
        if works and HoldReason.UNKNOWN not in state.holds.since:
            state.holds.unknown_until = state.now + UNKNOWN_HOLDS
            state.checked = None
            self._course.hold(HoldReason.UNKNOWN)
