"""The sitting engine: it is told what happened, and answers what follows and when to call again.

Every call takes one reading of all clocks and returns a `Step`: the facts (some dated back) and the
spans that are certain from now on. `view` says what to show; `next_call` says when to call
`advance` at the latest. Calling it more often changes nothing.

Input reaches it in one of two ways. A desktop that can tell says `input_active` and `input_idle`.
A desktop that has to be asked is asked at `next_call`, and before any other call, and the answer
goes to `input_seen`; `next_call` is always early enough for that.
"""

from collections.abc import Mapping

from coreapp.domain.clock import Reading
from coreapp.domain.sitting.answers import Answers
from coreapp.domain.sitting.moments import micros, utc_micros
from coreapp.domain.sitting.restart import continue_from, saved_state
from coreapp.domain.sitting.senses import Senses
from coreapp.domain.sitting.settings import BreakSettings
from coreapp.domain.sitting.state import State
from coreapp.domain.sitting.wall import Wall, zone_named


class Engine(Senses, Answers):
    """The sitting breaks of one person at one desk."""

    @classmethod
    def start(
        cls, settings: BreakSettings, reading: Reading, zone: str, boot_id: str = ""
    ) -> "Engine":
        """Begin with nothing remembered.

        Args:
            settings: the settings.
            reading: the clocks now.
            zone: the name of the time zone.
            boot_id: names the time since the machine was started; empty if it is not known.

        Raises:
            InvalidValueError: there is no such time zone.
        """
        now = micros(reading.boot)
        wall = Wall(zone_named(zone).key, utc_micros(reading.utc) - now)
        state = State.fresh(now, now - micros(reading.monotonic), wall, settings)
        engine = cls(settings, state, boot_id)
        engine._look_and_settle()
        return engine

    @classmethod
    def restore(
        cls,
        settings: BreakSettings,
        saved: Mapping[str, object],
        reading: Reading,
        zone: str,
        boot_id: str = "",
    ) -> "Engine":
        """Go on from what `save` returned; what happened meanwhile comes with the next step.

        Raises:
            InvalidValueError: `saved` is not readable, or there is no such time zone.
        """
        name = zone_named(zone).key
        state, was, gone = continue_from(saved, reading, boot_id)
        engine = cls(settings, state, boot_id)
        engine._course.run_to(was)
        if gone is not None:
            engine._course.was_not_running(until=was + gone)
        engine._catch_up(reading)
        state.wall.zone = name
        engine._look_and_settle()
        return engine

    def save(self, reading: Reading) -> dict[str, object]:
        """Return everything remembered as plain values; call it right after the call it follows.

        The time between this moment and `restore` counts as not running: save again at least every
        minute while somebody is present.
        """
        return saved_state(self._ledger.state, reading, self._boot_id)
