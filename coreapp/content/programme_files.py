"""The programmes that ship in assets/programmes/: their schema, and what has to be true of them.

Read when somebody looks at the programmes, or when one of their sessions is asked for.
"""

from collections.abc import Container, Mapping, Sequence
from pathlib import Path
from typing import Annotated, assert_never

from msgspec import Meta, Struct

from coreapp.content.checks import check_id, check_step, check_word, listed
from coreapp.content.loader import content_files, make_step
from coreapp.content.reading import read_file
from coreapp.content.schema import Count, Seconds, StepFile, Text
from coreapp.domain import vocabulary
from coreapp.domain.errors import ContentError
from coreapp.domain.exercise import Exercise, ExerciseKind
from coreapp.domain.programme import (
    Course,
    Gate,
    Growing,
    GrowingStep,
    Grows,
    Growth,
    Programme,
    Stretch,
    WeekSession,
)

Percent = Annotated[int, Meta(ge=10, le=1000)]
Letter = Annotated[str, Meta(pattern="^[a-z]$")]


class GrowingStepFile(StepFile, frozen=True, forbid_unknown_fields=True):
    """A step as it is in the first week, and what of it grows."""

    grows: Grows = Grows.NOTHING
    hold_seconds: Count | None = None


class SessionFile(Struct, frozen=True, forbid_unknown_fields=True):
    """One of the sessions of every week."""

    letter: Letter
    name: Text
    steps: Annotated[tuple[GrowingStepFile, ...], Meta(min_length=1)]


class GateFile(Struct, frozen=True, forbid_unknown_fields=True):
    """What has to be true before the next stretch begins."""

    sessions: Count
    most_red: Annotated[int, Meta(ge=0)] | None = None
    most_amber: Annotated[int, Meta(ge=0)] | None = None
    pain_not_worse: bool = False


class StretchFile(Struct, frozen=True, forbid_unknown_fields=True):
    """Some weeks with one aim."""

    name: Text
    weeks: Count
    goal: Text
    gate: GateFile | None = None


class CourseFile(Struct, frozen=True, forbid_unknown_fields=True):
    """Weeks of sessions."""

    percents: Annotated[tuple[Percent, ...], Meta(min_length=2, max_length=52)]
    stretches: Annotated[tuple[StretchFile, ...], Meta(min_length=1)]
    sessions: Annotated[tuple[SessionFile, ...], Meta(min_length=1, max_length=7)]


class GrowthFile(Struct, frozen=True, forbid_unknown_fields=True):
    """One flow a day, by and by with more passes."""

    step: StepFile
    least: Count
    most: Count
    closing_rest_seconds: Seconds = 0


class ProgrammeFile(Struct, frozen=True, forbid_unknown_fields=True):
    """A file of assets/programmes/."""

    id: Text
    name: Text
    short_name: Text
    place: Text
    group: Text
    summary: Text
    audience: Text
    not_when: Text
    progression: Text
    afterwards: Text
    sources: Annotated[tuple[Text, ...], Meta(min_length=1)]
    then: tuple[Text, ...] = ()
    course: CourseFile | None = None
    growth: GrowthFile | None = None


def load_programmes(
    folder: Path, exercises: Mapping[str, Exercise], routines: Container[str]
) -> dict[str, Programme]:
    """Return all programmes of `folder` by their ids, in the order of the file names.

    Args:
        folder: where the files are.
        exercises: all exercises.
        routines: the ids of all routines.

    Raises:
        ContentError: a file does not say what it should, or there is none.
    """
    programmes = {}
    for path in content_files(folder):
        programme = make_programme(read_file(path, ProgrammeFile), path.name)
        _check(programme, exercises, routines, path.name)
        programmes[programme.id] = programme
    return programmes


def make_programme(file: ProgrammeFile, name: str) -> Programme:
    """Make the domain's programme from its file.

    Raises:
        ContentError: it is neither weeks of sessions nor a growth, or both, or its step has no
            passes to begin with.
    """
    return Programme(
        id=file.id,
        name=file.name,
        short_name=file.short_name,
        summary=file.summary,
        audience=file.audience,
        not_when=file.not_when,
        progression=file.progression,
        afterwards=file.afterwards,
        sources=file.sources,
        plan=_plan(file, name),
        then=file.then,
        place=file.place,
        group=file.group,
    )


def _plan(file: ProgrammeFile, name: str) -> Growing:
    if file.course is not None and file.growth is None:
        return _course(file.course)
    if file.growth is not None and file.course is None:
        return _growth(file.growth, name)
    raise ContentError(
        name, "course", "or growth is what a programme has.", "Write one of the two tables."
    )


def _course(file: CourseFile) -> Course:
    return Course(
        percents=file.percents,
        stretches=tuple(_stretch(each) for each in file.stretches),
        sessions=tuple(
            WeekSession(each.letter, each.name, tuple(_growing_step(step) for step in each.steps))
            for each in file.sessions
        ),
    )


def _stretch(file: StretchFile) -> Stretch:
    gate = None
    if (found := file.gate) is not None:
        gate = Gate(found.sessions, found.most_red, found.most_amber, found.pain_not_worse)
    return Stretch(file.name, file.weeks, file.goal, gate)


def _growing_step(file: GrowingStepFile) -> GrowingStep:
    return GrowingStep(make_step(file), file.grows, file.hold_seconds or 0)


def _growth(file: GrowthFile, name: str) -> Growth:
    step = make_step(file.step)
    if step.reps is None:
        raise ContentError(name, "growth.step.reps", "is missing.", "Add the passes to begin with.")
    return Growth(step, step.reps, file.least, file.most, file.closing_rest_seconds)


def _check(
    programme: Programme, exercises: Mapping[str, Exercise], routines: Container[str], file: str
) -> None:
    check_id(programme.id, file)
    check_word(file, "place", programme.place, vocabulary.ROUTINE_PLACES)
    check_word(file, "group", programme.group, vocabulary.ROUTINE_GROUPS)
    for number, identity in enumerate(programme.then, 1):
        if identity not in routines:
            raise ContentError(
                file,
                f"then[{number}]",
                f"there is no routine {identity!r}.",
                "Use the id of one, or remove it.",
            )
    match programme.plan:
        case Course() as course:
            _check_course(course, exercises, file)
        case Growth() as growth:
            _check_growth(growth, exercises, file)
        case _:
            assert_never(programme.plan)


def _check_course(course: Course, exercises: Mapping[str, Exercise], file: str) -> None:
    weeks = sum(each.weeks for each in course.stretches)
    if weeks != len(course.percents):
        raise ContentError(
            file,
            "course.stretches",
            f"have {weeks} weeks, but there are {len(course.percents)} percents.",
            "Give each week its percentage, and to one stretch.",
        )
    for number, stretch in enumerate(course.stretches, 1):
        count = stretch.weeks * len(course.sessions)
        if stretch.gate is not None and stretch.gate.sessions > count:
            raise ContentError(
                file,
                f"course.stretches[{number}].gate.sessions",
                f"asks for {stretch.gate.sessions} of {count} sessions.",
                "Nobody could go on: ask for no more than there are.",
            )
    letters = [each.letter for each in course.sessions]
    if letters != sorted(set(letters)):
        raise ContentError(
            file,
            "course.sessions",
            f"have the letters {listed(letters)}.",
            "Give each its own, in the order of the alphabet.",
        )
    for number, session in enumerate(course.sessions, 1):
        _check_steps(session.steps, exercises, file, f"course.sessions[{number}]")


def _check_steps(
    steps: Sequence[GrowingStep], exercises: Mapping[str, Exercise], file: str, under: str
) -> None:
    for number, each in enumerate(steps, 1):
        key = f"{under}.steps[{number}]"
        check_step(each.step, exercises, file, key)
        holds = each.grows is Grows.HOLD
        if holds != bool(each.hold_seconds):
            raise ContentError(
                file,
                f"{key}.hold_seconds",
                'belongs to a step with grows = "hold", and to no other.',
                "Add it, or remove it.",
            )
        if holds and (each.step.seconds_per_rep or 0) < each.hold_seconds:
            raise ContentError(
                file,
                f"{key}.seconds_per_rep",
                "is shorter than the hold, or missing.",
                "Give the whole repetition: the way there, the hold, the way back.",
            )


def _check_growth(growth: Growth, exercises: Mapping[str, Exercise], file: str) -> None:
    check_step(growth.step, exercises, file, "growth.step")
    if exercises[growth.step.exercise].kind is not ExerciseKind.FLOW:
        raise ContentError(
            file, "growth.step.exercise", "is not a flow.", "Only passes of a flow grow so."
        )
    if not growth.least <= growth.first <= growth.most:
        raise ContentError(
            file,
            "growth.step.reps",
            f"is {growth.first}, not from {growth.least} to {growth.most}.",
            "Begin between the fewest and the most passes.",
        )
