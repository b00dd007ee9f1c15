"""What goes out of the program and comes into it, in one piece."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from coreapp.domain.day_record import DayRecord
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.schedule import ScheduleEntry
from coreapp.domain.shoe import Shoe
from coreapp.domain.training_log import BreakSpan, PerformedSession
from coreapp.services.own_transfer import OwnBundle


class Kind(StrEnum):
    """The kinds of records in a bundle, in the order in which they are told."""

    SESSIONS = "sessions"
    ACTIVITIES = "activities"
    DAYS = "days"
    SHOES = "shoes"
    ENTRIES = "entries"
    EXERCISES = "exercises"
    ROUTINES = "routines"
    MARKS = "marks"
    DOSES = "doses"
    PROGRAMMES = "programmes"
    SPANS = "spans"


@dataclass(frozen=True, slots=True)
class Bundle:
    """Log, plan and what is one's own; the private spans only where a person asked for them.

    Attributes:
        untold: what the records of a kind do not say, by the names of the fields on the way to it;
            of those that are here already it stays as it is.
    """

    sessions: tuple[PerformedSession, ...] = ()
    entries: tuple[ScheduleEntry, ...] = ()
    spans: tuple[BreakSpan, ...] = ()
    own: OwnBundle = field(default_factory=OwnBundle)
    activities: tuple[PerformedActivity, ...] = ()
    shoes: tuple[Shoe, ...] = ()
    days: tuple[DayRecord, ...] = ()
    untold: Mapping[Kind, Sequence[tuple[str, ...]]] = field(default_factory=dict)

    @property
    def counts(self) -> Mapping[Kind, int]:
        """How many records there are of each kind; a picture belongs to its exercise."""
        return {
            kind: len(getattr(self if hasattr(self, kind) else self.own, kind)) for kind in Kind
        }

    def __len__(self) -> int:
        """Return how many records there are."""
        return sum(self.counts.values())
