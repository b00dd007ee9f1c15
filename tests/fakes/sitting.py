"""Somebody at a desk: the real sitting breaks on a clock and hands that a test moves."""

from collections.abc import Mapping

from coreapp.domain.sitting.view import View
from coreapp.services.preferences import Preferences
from coreapp.services.presence_log import PresenceLog
from coreapp.services.sitting_breaks import SittingBreaks
from tests.fakes.clock import FakeClock
from tests.fakes.desktop import FakeDeskSenses, FakeStateFile
from tests.fakes.work import FakeDatabase


class Desk:
    """Clock, hands, settings, log and breaks of one person; it is 09:00 on a Monday in Berlin."""

    def __init__(self, settings: Mapping[str, object] | None = None) -> None:
        self.clock = FakeClock()
        self.hands = FakeDeskSenses(self.clock)
        self.database = FakeDatabase()
        self.preferences = Preferences(FakeStateFile(dict(settings or {})))
        self._ids = 0
        log = PresenceLog(self.database, self._new_id)
        self.breaks = SittingBreaks(self.clock, self.hands, FakeStateFile(), log, self.preferences)

    @property
    def view(self) -> View:
        """What there is to show; the breaks must be on."""
        view = self.breaks.view()
        assert view is not None
        return view

    def pass_time(self, seconds: float) -> None:
        """Let time pass, and the engine be called whenever it wants to be."""
        end = self.clock.reading().boot + seconds
        while True:
            left = end - self.clock.reading().boot
            wanted = self.breaks.next_call()
            step = left if wanted is None else min(left, max(wanted, 0.01))
            if left <= 0:
                return
            self.clock.advance(step)
            self.breaks.tick()

    def work(self, minutes: float) -> None:
        """Type for some minutes."""
        self.hands.type()
        self.breaks.tick()
        self.pass_time(minutes * 60)

    def rest(self, seconds: float) -> None:
        """Take the hands off for some seconds."""
        self.hands.rest()
        self.pass_time(seconds)

    def _new_id(self) -> str:
        self._ids += 1
        return f"span {self._ids}"
