"""What is sensed of the desk, from all probes together.

Whatever may wait for an answer does so on one thread, the thread of the senses, which sleeps until
a probe tells something, the breaks want to know something, or what failed is to be tried again.
News goes over to the thread of the windows by a signal of Qt.
"""

import logging
import math
import threading
from collections.abc import Callable, Iterable, Sequence
from queue import Empty, SimpleQueue
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

from coreapp.desktop import bus_connection
from coreapp.desktop.senses.buses import Buses
from coreapp.desktop.senses.probe import DeskProbes, IdleProbe
from coreapp.desktop.senses.sense import HandsSense, HoldSense, SleepSense
from coreapp.domain.sitting.facts import HoldReason
from coreapp.services.desk_senses import (
    Capability,
    DeskNews,
    HandsMoved,
    HandsRested,
    Health,
    HoldsSensed,
    ScreenLocked,
    SenseReport,
    Woke,
)
from coreapp.services.ports import Clock

logger = logging.getLogger(__name__)

CLOSE_SECONDS: Final = 0.5
"""So long the probes have to let go in good order."""

_LOOK: Final = "look"
_STOP: Final = "stop"

_Job = str | HoldSense
_AnySense = HandsSense | HoldSense | SleepSense

_REASONS: Final = {
    each: HoldReason(each.value) for each in Capability if each.value in set(HoldReason)
}
"""The capabilities that hold breaks back, as the reasons of the breaks."""

_NOTHING: Final = tuple(SenseReport(each, Health.ABSENT) for each in Capability)


class SystemSenses(QObject):
    """The senses of this computer; satisfies `DeskSenses`."""

    _told = Signal(object)

    def __init__(self, find: Callable[[Buses], DeskProbes], clock: Clock) -> None:
        """Do nothing yet.

        Args:
            find: returns what may be sensed here; called on the thread of the senses.
            clock: for what has to be tried again.
        """
        super().__init__()
        self._find = find
        self._clock = clock
        self._buses = Buses()
        self._listener: Callable[[DeskNews], None] | None = None
        self._jobs: SimpleQueue[_Job] = SimpleQueue()
        self._is_looking = False
        self._is_over = False
        self._thread: threading.Thread | None = None
        # What follows is exchanged as a whole by the thread of the senses.
        self._hands: IdleProbe | None = None
        self._asks = False
        self._reports: Sequence[SenseReport] = _NOTHING
        self._told.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    def start(self, listener: Callable[[DeskNews], None]) -> None:
        """Begin, and hand all news to `listener` from now on."""
        self._listener = listener
        self._thread = threading.Thread(target=self._run, name="senses", daemon=True)
        self._thread.start()

    def idle_seconds(self) -> float | None:
        """Return seconds since the last input; None if it cannot be told now."""
        hands = self._hands
        rested = None if hands is None else hands.idle_seconds()
        if hands is not None and rested is None:
            self.look()  # so that it is noticed, and tried again
        return rested

    @property
    def tells_hands(self) -> bool:
        """Whether the first input after a rest arrives as news."""
        hands = self._hands
        return hands is not None and hands.tells

    @property
    def asks(self) -> bool:
        """Whether something does not tell by itself."""
        return self._asks

    def look(self) -> None:
        """Ask now what does not tell by itself; what is different arrives as news soon."""
        if not self._is_looking:
            self._is_looking = True
            self._jobs.put(_LOOK)

    def reports(self) -> Sequence[SenseReport]:
        """Return how well each sense works, in the order of `Capability`; waits for nothing."""
        return self._reports

    def close(self) -> None:
        """Let go of everything; nothing is told from now on."""
        self._is_over = True
        self._listener = None
        self._hands = None
        if self._thread is None:
            return
        self._jobs.put(_STOP)
        self._thread.join(CLOSE_SECONDS)
        self._buses.close()  # whoever still waits for an answer gets none
        self._thread.join(bus_connection.ANSWER_SECONDS)

    def _pass_on(self, news: DeskNews) -> None:
        if self._listener is not None:
            self._listener(news)

    # What follows runs on the thread of the senses.

    def _run(self) -> None:
        board = _Board(self._find(self._buses), self._jobs.put, self._tell_moved, self._tell_woke)
        told: tuple[DeskNews, ...] = ()
        try:
            jobs: set[_Job] = set()
            while not self._is_over:
                self._buses.begin_round()
                news = board.work(jobs, self._clock.reading().boot)
                before, self._hands = self._hands, board.hands
                self._asks, self._reports = board.asks, board.reports()
                for each in (each for each in news if each not in told):
                    self._told.emit(each)
                if told and before is None:
                    self._tell_hands(board.hands)
                told = news
                jobs = self._next_jobs(board)
        finally:
            self._hands = None
            board.close()
            self._buses.close()

    def _next_jobs(self, board: "_Board") -> set[_Job]:
        """Wait until there is something to do; what has come together is done together."""
        wait = board.next_try - self._clock.reading().boot
        jobs: set[_Job] = set()
        try:
            if wait > 0:
                jobs.add(self._jobs.get(timeout=None if wait == math.inf else wait))
            while True:
                jobs.add(self._jobs.get_nowait())
        except Empty:
            pass
        if _LOOK in jobs:
            self._is_looking = False
        return jobs

    def _tell_hands(self, hands: IdleProbe | None) -> None:
        """Tell how long hands have rested that can be seen again."""
        rested = None if hands is None else hands.idle_seconds()
        if rested is not None:
            self._told.emit(HandsRested(rested))

    def _tell_moved(self) -> None:
        self._told.emit(HandsMoved())

    def _tell_woke(self) -> None:
        self.look()
        self._told.emit(Woke())


class _Board:
    """All senses, on their thread."""

    def __init__(
        self,
        probes: DeskProbes,
        changed: Callable[[HoldSense], None],
        moved: Callable[[], None],
        woke: Callable[[], None],
    ) -> None:
        self._hands = HandsSense(probes.hands, moved)
        self._sleep = SleepSense(probes.sleep, woke)
        self._locks = [HoldSense(Capability.LOCK, [make], changed) for make in probes.locks]
        self._holds = [
            HoldSense(
                capability,
                [each.make for each in probes.holds if each.capability is capability],
                changed,
            )
            for capability in _REASONS
        ]

    @property
    def hands(self) -> IdleProbe | None:
        """What tells how long hands have rested; None if nothing does now."""
        return self._hands.probe if self._hands.health is Health.WORKS else None

    @property
    def asks(self) -> bool:
        """Whether something has to be asked."""
        return any(each.has_to_be_asked for each in self._all())

    @property
    def next_try(self) -> float:
        """When something is to be tried again, in seconds of the boot clock; may be infinity."""
        return min(each.next_try() for each in self._all())

    def work(self, jobs: set[_Job], now: float) -> tuple[DeskNews, ...]:
        """Do what there is to do; return what is so now."""
        for each in self._all():
            each.retry(now)
            if each in jobs or _LOOK in jobs:
                each.look(now, is_told=each in jobs)
        return (
            HoldsSensed(frozenset(_REASONS[each.capability] for each in self._holds if each.says)),
            ScreenLocked(any(each.says for each in self._locks)),
        )

    def reports(self) -> Sequence[SenseReport]:
        """Return how well each sense works."""
        senses = list(self._all())
        return tuple(
            _report(each, [sense for sense in senses if sense.capability is each])
            for each in Capability
        )

    def close(self) -> None:
        """Let go of all probes."""
        for each in self._all():
            each.close()

    def _all(self) -> Iterable[_AnySense]:
        yield self._hands
        yield from self._locks
        yield self._sleep
        yield from self._holds


def _report(capability: Capability, senses: Sequence[_AnySense]) -> SenseReport:
    """Return what there is to say of one capability, by the senses that work best."""
    for health in (Health.WORKS, Health.SILENT):
        found = [each for each in senses if each.health is health]
        if found:
            answers = [each.says for each in found if each.says is not None]
            says = any(answers) if answers else None
            return SenseReport(capability, health, ", ".join(each.method for each in found), says)
    return SenseReport(capability, Health.ABSENT)
