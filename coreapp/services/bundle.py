"""What goes out of the program and comes into it, in one piece."""

from dataclasses import dataclass

from coreapp.domain.schedule import ScheduleEntry
from coreapp.domain.training_log import BreakSpan, PerformedSession


@dataclass(frozen=True, slots=True)
class Bundle:
    """Log and plan; the private spans only where a person asked for them."""

    sessions: tuple[PerformedSession, ...] = ()
    entries: tuple[ScheduleEntry, ...] = ()
    spans: tuple[BreakSpan, ...] = ()
