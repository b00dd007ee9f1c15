"""Other ways to live through a scripted day: asked for the input, or started anew with a gap."""

from coreapp.domain.sitting.engine import Engine
from coreapp.domain.sitting.happenings import Happening, InputEvent, LockEvent, SleepEvent
from coreapp.domain.sitting.moments import MINUTE, SECOND, micros
from coreapp.domain.sitting.script import parse_script
from coreapp.domain.sitting.simulation import Day, _Simulation
from tests.unit.domain.sitting.days import Document


class _Asked(_Simulation):
    """A desktop that has to be asked: at `next_call`, before any other call, and at first keys."""

    def __init__(self, script, *, return_is_told: bool):
        super().__init__(script)
        self._return_is_told = return_is_told
        self._last_input = 0
        self._locked = False

    def run(self) -> Day:
        self._ask()
        return super().run()

    def _pass_to(self, moment: int) -> None:
        while (at := micros(self._engine.next_call)) < moment:
            if self._session_until is not None and self._session_until <= at:
                break
            self._now = max(self._now, at)
            self._ask()
        ends = self._session_until
        if ends is not None and ends <= moment:
            self._now = max(self._now, ends)
            self._ask()
            super()._pass_to(self._now)
            self._pass_to(moment)
            return
        super()._pass_to(moment)
        self._ask()

    def _happen(self, what: Happening) -> None:
        if isinstance(what, InputEvent):
            self._hands(active=what.active)
            return
        if isinstance(what, LockEvent):
            self._note_input()
            self._locked = what.locked
        if isinstance(what, SleepEvent):
            self._fall_asleep(min(what.length, self._script.until - self._now))
        else:
            super()._happen(what)
        self._ask()

    def _fall_asleep(self, length: int) -> None:
        self._now += length
        self._slept += length
        if self._session_until is not None:
            self._session_until += length

    def _hands(self, *, active: bool) -> None:
        self._note_input()
        self._typing = active
        if active:
            self._ask()

    def _note_input(self) -> None:
        if self._typing and not self._locked:
            self._last_input = self._now

    def _ask(self) -> None:
        self._note_input()
        rested = (self._now - self._last_input) / SECOND
        step = self._engine.input_seen(self._reading(), rested, return_is_told=self._return_is_told)
        self._take(step)


class _Gaps(_Simulation):
    """A program that takes a while to start again, on the same boot or on a new one."""

    def __init__(self, script, gap: int, *, new_boot: bool):
        super().__init__(script)
        self._gap = gap
        self._new_boot = new_boot
        self._boots = 0
        self._away_from_zero = 0

    def _restart(self) -> None:
        before = self._reading()
        self._take(self._engine.advance(before))
        saved = self._engine.save(before)
        self._now += self._gap
        if self._new_boot:
            self._boots += 1
            self._away_from_zero = self._now - MINUTE
            self._slept = 0
        boot = f"boot {self._boots}"
        if not self._boots:
            boot = "simulated"
        self._engine = Engine.restore(
            self._script.settings, saved, self._reading(), self._zone, boot
        )

    def _reading(self):
        reading = super()._reading()
        if not getattr(self, "_boots", 0):
            return reading
        gone = self._away_from_zero / SECOND
        return type(reading)(reading.utc, reading.monotonic - gone, reading.boot - gone)


def asked(document: Document, *, return_is_told: bool = False) -> Day:
    """Return the day of a desktop that is asked for the input.

    Args:
        document: the script.
        return_is_told: whoever comes back need not be looked for.
    """
    return _Asked(parse_script(document), return_is_told=return_is_told).run()


def with_gaps(document: Document, gap_s: float, *, new_boot: bool) -> Day:
    """Return the day of a program whose every restart takes so long."""
    return _Gaps(parse_script(document), micros(gap_s), new_boot=new_boot).run()
