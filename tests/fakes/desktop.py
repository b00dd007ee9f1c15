"""A desktop whose hands and files a test moves."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from coreapp.domain.errors import CoreappError
from coreapp.domain.sitting.facts import HoldReason
from coreapp.services.desk_senses import (
    DeskNews,
    HandsMoved,
    HoldsSensed,
    ScreenLocked,
    SenseReport,
)
from tests.fakes.clock import FakeClock


class FakeDeskSenses:
    """Satisfies `coreapp.services.desk_senses.DeskSenses`; hands type until a test lets them rest.

    Attributes:
        is_blind: the hands cannot be seen now.
        is_slow: the first news waits for `tell_all`.
        tells_hands: who comes back is told.
        asks: something has to be looked at.
        looks: how often it was.
        health: how each sense works.
    """

    def __init__(self, clock: FakeClock) -> None:
        self._clock = clock
        self._resting_from: float | None = None
        self._listener: Callable[[DeskNews], None] | None = None
        self.held: frozenset[HoldReason] = frozenset()
        self.locked = False
        self.is_blind = False
        self.is_slow = False
        self.tells_hands = False
        self.asks = False
        self.looks = 0
        self.health: list[SenseReport] = []
        self.closed = False

    def start(self, listener: Callable[[DeskNews], None]) -> None:
        self._listener = listener
        if not self.is_slow:
            self.tell_all()

    def tell_all(self) -> None:
        """Tell what is so, as the senses do as soon as they know what there is."""
        self.tell(HoldsSensed(self.held))
        self.tell(ScreenLocked(self.locked))

    def tell(self, news: DeskNews) -> None:
        """Let the desktop tell something."""
        if self._listener is not None:
            self._listener(news)

    def rest(self) -> None:
        """The last input is now."""
        self._resting_from = self._clock.reading().boot

    def type(self) -> None:
        """Input comes in from now on."""
        self._resting_from = None
        if self.tells_hands:
            self.tell(HandsMoved())

    def hold(self, *reasons: HoldReason) -> None:
        """All that is sensed from now on."""
        self.held = frozenset(reasons)
        self.tell(HoldsSensed(self.held))

    def lock(self, *, locked: bool) -> None:
        """Lock or unlock the screen."""
        self.locked = locked
        self.tell(ScreenLocked(locked))

    def idle_seconds(self) -> float | None:
        if self.is_blind:
            return None
        if self._resting_from is None:
            return 0.0
        return self._clock.reading().boot - self._resting_from

    def look(self) -> None:
        self.looks += 1

    def reports(self) -> list[SenseReport]:
        return self.health

    def close(self) -> None:
        self.closed = True


@dataclass
class FakeStateFile:
    """Satisfies `coreapp.services.ports.StateFile`.

    Attributes:
        failure: raised by every save until it is None again.
    """

    document: dict[str, object] = field(default_factory=dict)
    failure: CoreappError | None = None

    def load(self) -> Mapping[str, object]:
        return dict(self.document)

    def save(self, document: Mapping[str, object]) -> None:
        if self.failure is not None:
            raise self.failure
        self.document = dict(document)


class FakeAutostart:
    """What the system starts, as a switch that somebody else may turn too."""

    is_there = True

    def __init__(self, *, on: bool = False) -> None:
        self.on = on
        self.failure: CoreappError | None = None

    def is_on(self) -> bool:
        return self.on

    def turn_on(self) -> None:
        self._turn(on=True)

    def turn_off(self) -> None:
        self._turn(on=False)

    def _turn(self, *, on: bool) -> None:
        if self.failure is not None:
            raise self.failure
        self.on = on
