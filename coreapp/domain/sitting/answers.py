"""What the person answers: the keys of the grown break, the bar, the tray, and the pause."""

from datetime import datetime

from coreapp.domain.clock import Reading
from coreapp.domain.errors import InvalidValueError, NotNowError, marked
from coreapp.domain.sitting.clockwork import Clockwork
from coreapp.domain.sitting.facts import HoldReason, Step, Why
from coreapp.domain.sitting.moments import micros, utc_micros
from coreapp.domain.sitting.state import Phase


class Answers(Clockwork):
    """The answers, each at any time unless it says otherwise."""

    def stand(self, reading: Reading) -> Step:
        """Answer: I stand up. The clock of the break runs while input rests."""
        self._catch_up(reading)
        if not self._ledger.state.bar.is_break:
            self._course.prompts.begin(Phase.STAND, Why.ANSWER_STAND)
        return self._step()

    def exercise(self, reading: Reading) -> Step:
        """Answer: one exercise; the session has started."""
        return self._begin_session(reading, Why.ANSWER_EXERCISE)

    def routine(self, reading: Reading) -> Step:
        """Answer: a routine of one to five minutes; the session has started."""
        return self._begin_session(reading, Why.ANSWER_ROUTINE)

    def session_started(self, reading: Reading) -> Step:
        """A guided session started that is no answer; it takes the place of an open bar."""
        return self._begin_session(reading, Why.SESSION)

    def session_finished(self, reading: Reading, work_s: float) -> Step:
        """The guided session is over; its seconds of work count as absence."""
        self._catch_up(reading)
        self._course.release(HoldReason.SESSION)
        if self._ledger.state.bar.phase is Phase.SESSION:
            self._course.prompts.finish_session(micros(work_s))
        return self._step()

    def already_stood(self, reading: Reading) -> Step:
        """Answer: I have already stood."""
        self._catch_up(reading)
        self._course.release(HoldReason.SESSION)
        self._course.prompts.take_word()
        return self._step()

    def snooze(self, reading: Reading, minutes: float | None = None) -> Step:
        """Answer: later.

        Args:
            reading: the clocks now.
            minutes: how much later; None for the setting. More than is left is shortened.

        Raises:
            NotNowError: no bar or break is open, or no snooze is left.
            InvalidValueError: not a length.
        """
        self._catch_up(reading)
        wished = self.settings.snooze_min if minutes is None else minutes
        if wished <= 0:
            raise InvalidValueError("minutes", minutes, marked("Give a number above 0."))
        if not self._ledger.state.bar.is_open:
            raise NotNowError(marked("There is no break to snooze now."))
        if self._ledger.budget_left == 0:
            raise NotNowError(marked("No snooze is left until the next break."))
        self._course.release(HoldReason.SESSION)
        self._course.prompts.snooze(wished)
        return self._step()

    def skip(self, reading: Reading, reason: str | None = None) -> Step:
        """Answer: not this one.

        Raises:
            NotNowError: no bar or break is open.
        """
        self._catch_up(reading)
        if not self._ledger.state.bar.is_open:
            raise NotNowError(marked("There is no break to skip now."))
        self._course.release(HoldReason.SESSION)
        self._course.prompts.skip(reason)
        return self._step()

    def pause(self, reading: Reading, until: datetime | None = None) -> Step:
        """Hold all bars by hand, until a moment of real time or until `resume`.

        Raises:
            InvalidValueError: the moment is over.
        """
        self._catch_up(reading)
        holds = self._ledger.state.holds
        length = None if until is None else utc_micros(until) - utc_micros(reading.utc)
        if length is not None and length <= 0:
            raise InvalidValueError("until", until, marked("Give a time to come."))
        self._course.hold(HoldReason.MANUAL, Why.PAUSED)
        holds.pause_until = None if length is None else self._ledger.state.now + length
        return self._step()

    def resume(self, reading: Reading) -> Step:
        """End the pause; without one it changes nothing."""
        self._catch_up(reading)
        self._course.release(HoldReason.MANUAL, Why.RESUMED)
        return self._step()

    def _begin_session(self, reading: Reading, why: Why) -> Step:
        self._catch_up(reading)
        state = self._ledger.state
        if state.bar.phase is not Phase.SESSION:
            self._course.prompts.begin_session(why)
            self._course.hold(HoldReason.SESSION)
        return self._step()
