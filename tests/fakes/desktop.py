"""A desktop whose hands and files a test moves."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from coreapp.domain.errors import CoreappError
from tests.fakes.clock import FakeClock


class FakeIdleProbe:
    """Satisfies `coreapp.services.ports.IdleProbe`: hands type until a test lets them rest."""

    name = "fake"

    def __init__(self, clock: FakeClock) -> None:
        self._clock = clock
        self._resting_from: float | None = None
        self.is_blind = False
        self.closed = False

    def rest(self) -> None:
        """The last input is now."""
        self._resting_from = self._clock.reading().boot

    def type(self) -> None:
        """Input comes in from now on."""
        self._resting_from = None

    def idle_seconds(self) -> float | None:
        if self.is_blind:
            return None
        if self._resting_from is None:
            return 0.0
        return self._clock.reading().boot - self._resting_from

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
