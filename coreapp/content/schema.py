"""What the content files may hold; assets/README.md says it for people.

Only shape, types and limits of single values are here. What needs to look at several values, or at
other files, is in `coreapp.content.checks`.
"""

from typing import Annotated

from msgspec import Meta, Struct

from coreapp.domain.exercise import Breath, ExerciseKind, Sides
from coreapp.domain.routine import Advance

STEP_CHARACTERS = 90
"""Longest step or cue: it is spoken, and read from three metres away."""

Text = Annotated[str, Meta(min_length=1)]
SpokenText = Annotated[str, Meta(min_length=1, max_length=STEP_CHARACTERS)]
Seconds = Annotated[float, Meta(ge=0, le=7200)]
WorkSeconds = Annotated[float, Meta(gt=0, le=7200)]
Count = Annotated[int, Meta(ge=1, le=1000)]
Steps = Annotated[tuple[SpokenText, ...], Meta(min_length=4, max_length=7)]


class DoseFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The dose of a level: seconds for holds and timed exercises, reps for the others."""

    sets: Count
    rest_seconds: Seconds
    seconds: WorkSeconds | None = None
    reps: Count | None = None


class LevelFile(Struct, frozen=True, forbid_unknown_fields=True):
    """A level of an exercise; one whose sets differ has its dose in the text, and its lifts."""

    id: Text
    text: Text
    move_up: Text
    dose: DoseFile | None = None
    lifts: tuple[Count, ...] = ()


class PositionFile(Struct, frozen=True, forbid_unknown_fields=True):
    """A position of a flow."""

    name: Text
    breath: Breath
    seconds: WorkSeconds
    cue: SpokenText


class ExerciseFile(Struct, frozen=True, forbid_unknown_fields=True):
    """A file of assets/exercises/."""

    id: Text
    name: Text
    kind: ExerciseKind
    sides: Sides
    position: Text
    places: tuple[Text, ...]
    equipment: tuple[Text, ...]
    areas: Annotated[tuple[Text, ...], Meta(min_length=1)]
    muscles: Annotated[tuple[Text, ...], Meta(min_length=1)]
    secondary_muscles: tuple[Text, ...]
    purposes: Annotated[tuple[Text, ...], Meta(min_length=1)]
    why: Text
    setup: Text
    steps: Steps
    breathing: Text
    mistakes: tuple[Text, ...]
    stop_if: Annotated[tuple[Text, ...], Meta(min_length=1)]
    cautions: tuple[Text, ...]
    sources: Annotated[tuple[Text, ...], Meta(min_length=1)]
    aliases: dict[str, tuple[Text, ...]]
    levels: Annotated[tuple[LevelFile, ...], Meta(min_length=1)]
    tempo: tuple[Seconds, Seconds, Seconds] | None = None
    positions: tuple[PositionFile, ...] = ()
    easier: Text | None = None
    harder: Text | None = None
    seated: Text = ""
    figure: dict[str, object] = {}


class StepFile(Struct, frozen=True, forbid_unknown_fields=True):
    """A step of a routine: an exercise with its dose."""

    exercise: Text
    level: Text
    sets: Count = 1
    seconds: WorkSeconds | None = None
    reps: Count | None = None
    seconds_per_rep: WorkSeconds | None = None
    rest_seconds: Seconds = 0
    switch_seconds: Seconds = 0
    ready_seconds: Seconds = 0
    advance: Advance = Advance.TIME
    note: str = ""


class BlockFile(Struct, frozen=True, forbid_unknown_fields=True):
    """A block of a routine: steps gone through a number of times."""

    steps: Annotated[tuple[StepFile, ...], Meta(min_length=1)]
    rounds: Count = 1
    rest_seconds: Seconds = 0


class RoutineFile(Struct, frozen=True, forbid_unknown_fields=True):
    """A file of assets/routines/."""

    id: Text
    name: Text
    place: Text
    group: Text
    expected_seconds: WorkSeconds
    audience: str
    not_when: str
    frequency: str
    progression: str
    blocks: Annotated[tuple[BlockFile, ...], Meta(min_length=1)]
    closing_rest_seconds: Seconds = 0
