"""The sitting breaks of the program with everything around them faked."""

from itertools import pairwise

from coreapp.services.preferences import Preferences
from coreapp.services.presence_log import PresenceLog
from coreapp.services.sitting_breaks import SittingBreaks
from tests.fakes.clock import FakeClock
from tests.fakes.desktop import FakeDeskSenses, FakeStateFile
from tests.fakes.work import FakeDatabase


class Host:
    """The breaks with everything around them; one can be started after another, as programs are."""

    def __init__(self, **settings) -> None:
        self.clock = FakeClock()
        self.hands = FakeDeskSenses(self.clock)
        self.database = FakeDatabase()
        self.file = FakeStateFile()
        self.settings_file = FakeStateFile({"breaks": settings} if settings else {})
        self.preferences = Preferences(self.settings_file)
        self.ids = 0
        self.breaks = self.make()

    def make(self) -> SittingBreaks:
        log = PresenceLog(self.database, self.new_id)
        made = SittingBreaks(self.clock, self.hands, self.file, log, self.preferences)
        self.facts = []
        made.listen(self.facts.extend)
        return made

    def begin(self) -> "Host":
        self.breaks.start()
        return self

    def restart(self, *, saved: bool = True) -> None:
        """End the program and start it again; killed, if it is not `saved`."""
        if saved:
            self.breaks.stop()
        self.breaks = self.make()
        self.breaks.start()

    def new_id(self) -> str:
        self.ids += 1
        return f"span {self.ids}"

    def live(self, seconds: float, *, typing: bool = True) -> None:
        """Let time pass, called whenever the breaks ask for it."""
        if typing:
            self.hands.type()
        else:
            self.hands.rest()
        self.breaks.tick()
        end = self.clock.reading().boot + seconds
        while (left := end - self.clock.reading().boot) > 0:
            wanted = self.breaks.next_call()
            assert wanted is not None
            self.clock.advance(min(left, max(wanted, 0.01)))
            self.breaks.tick()

    @property
    def view(self):
        view = self.breaks.view()
        assert view is not None
        return view

    @property
    def spans(self):
        kept = self.database.stored.spans.kept.values()
        return sorted(kept, key=lambda each: each.start)


def kinds(spans) -> list[str]:
    return [each.kind for each in spans]


def whole_day(spans) -> bool:
    """Tell whether the spans follow each other without gap or overlap."""
    return all(first.end == second.start for first, second in pairwise(spans))
