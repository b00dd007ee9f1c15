"""What goes out of the program and comes into it, in one piece."""

from dataclasses import dataclass, field

from coreapp.domain.schedule import ScheduleEntry
from coreapp.domain.training_log import BreakSpan, PerformedSession
from coreapp.services.own_transfer import OwnBundle


@dataclass(frozen=True, slots=True)
class Bundle:
    """Log, plan and what is one's own; the private spans only where a person asked for them."""

    sessions: tuple[PerformedSession, ...] = ()
    entries: tuple[ScheduleEntry, ...] = ()
    spans: tuple[BreakSpan, ...] = ()
    own: OwnBundle = field(default_factory=OwnBundle)

    def __len__(self) -> int:
        """Return how many records there are."""
        return len(self.sessions) + len(self.entries) + len(self.spans) + len(self.own)
