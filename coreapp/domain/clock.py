"""What the time is, as a value: the domain never reads a clock, it is handed a reading."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Reading:
    """One look at all clocks at once, taken once for each event.

    Attributes:
        utc: the wall clock, aware, in UTC; may jump.
        monotonic: seconds that never jump and stand still while the machine sleeps.
        boot: seconds that never jump and go on while the machine sleeps; comparable only
            within one boot.
    """

    utc: datetime
    monotonic: float
    boot: float

    def later(self, seconds: float) -> "Reading":
        """Return the reading `seconds` of ordinary, waking time after this one."""
        return Reading(
            self.utc + timedelta(seconds=seconds), self.monotonic + seconds, self.boot + seconds
        )

    def after_sleep(self, seconds: float) -> "Reading":
        """Return the reading after the machine slept for `seconds`."""
        return replace(self, utc=self.utc + timedelta(seconds=seconds), boot=self.boot + seconds)
