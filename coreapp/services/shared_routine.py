"""What goes from one person to another in a routine's file."""

from dataclasses import dataclass

from coreapp.domain.exercise import Exercise
from coreapp.domain.routine import Routine

ENDING = ".coreapp-routine.json"
"""The ending of the file's name."""


@dataclass(frozen=True, slots=True)
class SharedRoutine:
    """A routine with what the other side may lack.

    Attributes:
        exercises: the exercises of one's own that it uses; their pictures stay where they are.
        needs: ids of the shipped exercises that it uses.
    """

    routine: Routine
    exercises: tuple[Exercise, ...] = ()
    needs: tuple[str, ...] = ()
