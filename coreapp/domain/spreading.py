"""A planned session in portions: its sets, spread over the breaks of a day.

A set is the smallest part, both sides of it together: nobody trains the left side at ten and the
right one at eleven. The sets of a session are numbered from 1 in the order in which they would be
played whole, round by round; a portion is some of them in that order, as a routine of its own
whose id says which: `core-basics-runners--sets-4to6-9`. So the log knows, without a record beside
it, what of a session was done in breaks, and what is left.

Passes of a flow belong in a row (the brief has five sun salutations "in a row, once a day"): they
are sets like all others to whoever counts what is left, but a break offers none.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from coreapp.domain.exercise import Exercise, ExerciseKind
from coreapp.domain.identity import MOST_CHARACTERS
from coreapp.domain.routine import Block, Routine, Step
from coreapp.domain.timeline import PLAIN, PhaseKind, TimelineOptions, compile_timeline
from coreapp.domain.training_log import PerformedSet

_MARK: Final = "--sets-"
_NUMBERS: Final = re.compile(r"[1-9][0-9]*(?:to[1-9][0-9]*)?(?:-[1-9][0-9]*(?:to[1-9][0-9]*)?)*")

MOST_SETS: Final = 999
"""No session has as many: an id that names more was not written by this program."""


@dataclass(frozen=True, slots=True)
class SessionSet:
    """One set of a session.

    Attributes:
        number: from 1, in the order of the whole session.
        step: of the routine, without its count of sets; its get-ready time is its own.
        place: index of its block, number of the round in it, and index of its step: what goes on
            with it needs no new preparation.
    """

    number: int
    step: Step
    place: tuple[int, int, int]

    @property
    def exercise(self) -> str:
        """The id of its exercise."""
        return self.step.exercise


def sets_of(routine: Routine, exercises: Mapping[str, Exercise]) -> tuple[SessionSet, ...]:
    """Return all sets of a routine in order."""
    found: list[SessionSet] = []
    for block_index, block in enumerate(routine.blocks):
        for round_number in range(1, block.rounds + 1):
            for step_index, step in enumerate(block.steps):
                place = (block_index, round_number, step_index)
                for each in _single_sets(step, exercises):
                    found.append(SessionSet(len(found) + 1, each, place))
    return tuple(found)


def _single_sets(step: Step, exercises: Mapping[str, Exercise]) -> Iterable[Step]:
    """Return a step set by set; a flow is one, however many passes and sets it has."""
    if exercises[step.exercise].kind is ExerciseKind.FLOW:
        return (step,)
    return (replace(step, sets=1),) * step.sets


def portion_id(session: str, numbers: Iterable[int]) -> str:
    """Return the id of the routine that is some sets of a session."""
    runs = []
    for _offset, run in groupby(enumerate(sorted(numbers)), lambda each: each[1] - each[0]):
        members = [number for _index, number in run]
        last = f"to{members[-1]}" if len(members) > 1 else ""
        runs.append(f"{members[0]}{last}")
    return f"{session}{_MARK}{'-'.join(runs)}"


def split_portion(identity: str) -> tuple[str, tuple[int, ...]] | None:
    """Return the session and the sets that a routine's id names; None if it names none."""
    session, mark, runs = identity.rpartition(_MARK)
    if not session or not mark or _NUMBERS.fullmatch(runs) is None:
        return None
    numbers: list[int] = []
    for run in runs.split("-"):
        first, _to, last = run.partition("to")
        begin, end = int(first), int(last or first)
        if not (numbers[-1] if numbers else 0) < begin <= end <= MOST_SETS:
            return None
        numbers += range(begin, end + 1)
    return session, tuple(numbers)


def session_of(identity: str) -> str:
    """Return the id of the session that a routine is a portion of; the id itself if of none."""
    parts = split_portion(identity)
    return parts[0] if parts else identity


def make_portion(session: Routine, sets: Sequence[SessionSet]) -> Routine:
    """Return some sets of a session as a routine; those of one step stay one step.

    The rest between two rounds becomes time to get ready.

    Args:
        session: the whole.
        sets: of it, in order, at least one.
    """
    steps: list[Step] = []
    before = sets[0].place
    for place, group in groupby(sets, lambda each: each.place):
        together = list(group)
        step = together[0].step
        if (place[0], place[1] - 1) == before[:2]:
            pause = session.blocks[place[0]].rest_seconds
            step = replace(step, ready_seconds=step.ready_seconds + pause)
        # A flow is one set whatever it counts.
        steps.append(replace(step, sets=max(step.sets, len(together))))
        before = place
    return replace(
        session,
        id=portion_id(session.id, (each.number for each in sets)),
        blocks=(Block(tuple(steps)),),
        closing_rest_seconds=0,
        expected_seconds=None,
        context=session.text_context,
    )


def done_sets(
    session: Routine,
    exercises: Mapping[str, Exercise],
    routine: str,
    performed: Iterable[PerformedSet],
) -> frozenset[int]:
    """Return the numbers of the sets of `session` that a record of the log says were done.

    A set is done when all of its work was done and none of it skipped: one side alone is not.

    Args:
        session: the whole, as it is today.
        exercises: of the library.
        routine: what was played: the session, or a portion of it.
        performed: the rows of the log.

    Returns:
        nothing where the session is not what it was when it was played.
    """
    by_number = {each.number: each for each in sets_of(session, exercises)}
    parts = split_portion(routine)
    if routine == session.id:
        chosen, played = list(by_number.values()), session
    elif parts and parts[0] == session.id and by_number.keys() >= set(parts[1]):
        chosen = [by_number[number] for number in parts[1]]
        played = make_portion(session, chosen)
    else:
        return frozenset()
    rows = {each.phase: each for each in performed}
    return frozenset(
        number
        for number, phases in _works(played, exercises, chosen).items()
        if all(_is_done(rows.get(index), exercise) for index, exercise in phases)
    )


def _works(
    played: Routine, exercises: Mapping[str, Exercise], sets: Sequence[SessionSet]
) -> dict[int, list[tuple[int, str]]]:
    """Return for each set the work phases of the time line that belong to it."""
    phases = compile_timeline(played, exercises).phases
    work = ((index, each) for index, each in enumerate(phases) if each.kind is PhaseKind.WORK)
    flows = {each for each, exercise in exercises.items() if exercise.kind is ExerciseKind.FLOW}
    groups = groupby(
        work,
        lambda each: (
            each[1].step,
            each[1].round,
            0 if each[1].exercise in flows else each[1].set,
        ),
    )
    found = [[(index, phase.exercise) for index, phase in group] for _key, group in groups]
    return {each.number: works for each, works in zip(sets, found, strict=True)}


def _is_done(row: PerformedSet | None, exercise: str) -> bool:
    return row is not None and not row.skipped and row.exercise == exercise


def next_portion(
    session: Routine,
    exercises: Mapping[str, Exercise],
    done: Collection[int],
    fits: Collection[str],
    most_seconds: float,
    options: TimelineOptions = PLAIN,
) -> Routine | None:
    """Return the next sets of a session for a break; None if none fits into it.

    They are as many as fit in a row, in the order of the session; one that cannot be done here, or
    alone takes longer than the break, is left for later and those after it come before it.

    Args:
        session: the whole.
        exercises: of the library.
        done: numbers of its sets that are done.
        fits: ids of the exercises that can be done here.
        most_seconds: how long the break lasts.
        options: what the settings add to each get-ready phase.
    """
    chosen: list[SessionSet] = []
    for each in sets_of(session, exercises):
        if each.number in done or not is_for_breaks(each, exercises, fits):
            continue
        portion = make_portion(session, [*chosen, each])
        if compile_timeline(portion, exercises, options).seconds <= most_seconds:
            chosen.append(each)
        elif chosen:
            break
    if not chosen:
        return None
    found = make_portion(session, chosen)
    return found if len(found.id) <= MOST_CHARACTERS else None


def is_for_breaks(
    each: SessionSet, exercises: Mapping[str, Exercise], fits: Collection[str]
) -> bool:
    """Tell whether a set can be done in a break, however long that is."""
    return each.exercise in fits and exercises[each.exercise].kind is not ExerciseKind.FLOW


def rest_of(
    session: Routine, exercises: Mapping[str, Exercise], done: Collection[int]
) -> Routine | None:
    """Return a session without the sets that are done; None if none is left.

    Its quiet at the end stays. Where so little fits into an id that the log could not say which
    sets are left, it is the whole.
    """
    left = [each for each in sets_of(session, exercises) if each.number not in done]
    if not left:
        return None
    rest = replace(make_portion(session, left), closing_rest_seconds=session.closing_rest_seconds)
    return rest if len(rest.id) <= MOST_CHARACTERS else session
