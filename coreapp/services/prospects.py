"""What comes after a session: the doses, the week or the passes of the next time."""

from dataclasses import dataclass
from typing import Final

from coreapp.domain.exercise import Side
from coreapp.domain.next_dose import DoseReason
from coreapp.domain.programme import Programme
from coreapp.domain.progression import PainLight, Passes


@dataclass(frozen=True, slots=True)
class ExerciseNext:
    """One exercise the next time.

    Attributes:
        now: its dose in the session: seconds or repetitions of a set, for one side.
        dose: the next one, in the same unit.
        in_seconds: the unit.
        base: the dose of the routine, which its ladder begins with; 0 in a programme.
        reason: why; None where the programme's week says so.
        level: the level it is done at; empty if the routine names none.
        short_side: the side that was cut short, if just one was.
    """

    exercise: str
    now: int
    dose: int
    in_seconds: bool
    base: int = 0
    reason: DoseReason | None = None
    level: str = ""
    short_side: Side | None = None


@dataclass(frozen=True, slots=True)
class WeekAhead:
    """With which week of a programme it goes on.

    Attributes:
        light: what pain said in the week of the session; None if nothing is known.
        week: of the session.
        go_on: the week of the same session when it comes again.
        kept_back_by: the programme whose gate lets the week come again; None if none does.
    """

    light: PainLight | None
    week: int
    go_on: int
    kept_back_by: Programme | None = None


@dataclass(frozen=True, slots=True)
class Prospect:
    """What comes after a session.

    Attributes:
        exercises: those that grow, in the order of the session.
        easy_day: an easy day should come first.
        week: for a session of a course.
        passes: for a session of a growing flow.
    """

    exercises: tuple[ExerciseNext, ...] = ()
    easy_day: bool = False
    week: WeekAhead | None = None
    passes: Passes | None = None

    @property
    def can_be_taken(self) -> bool:
        """Whether there are other doses to take over; those of a programme come by themselves."""
        return any(each.base and each.dose != each.now for each in self.exercises)


NOTHING: Final = Prospect()
