"""A routine in the making in words: a line for each block and step, and what was done to them."""

from dataclasses import replace

from coreapp.domain.routine import Advance, Block, Step
from coreapp.domain.routine_editing.draft import Spot, spots, step_at
from coreapp.domain.routine_editing.faults import Fault
from coreapp.i18n import _, format_clock, ngettext, pgettext
from coreapp.services.dose_words import step_dose, time_text
from coreapp.services.editing_words import fault_text
from coreapp.services.library import Library
from coreapp.services.routine_editing import RoutineEditing
from coreapp.ui.models.routine_model import RoutineLine


def routine_lines(editing: RoutineEditing, library: Library) -> list[RoutineLine]:
    """Return all rows of the routine that is edited."""
    routine, clocked = editing.routine, editing.clocked()
    problems = {fault.at: fault for fault in editing.faults}
    seconds = iter(clocked.steps if clocked is not None else ())
    numbers = {spot: number for number, spot in enumerate(spots(routine), 1)}
    lines: list[RoutineLine] = []
    for index, block in enumerate(routine.blocks):
        spot = Spot(index)
        times = [next(seconds, None) for _step in block.steps]
        total = None if None in times else sum(each or 0.0 for each in times)
        lines.append(_head(block, spot, total, problems.get(spot)))
        for place, (step, time) in enumerate(zip(block.steps, times, strict=True)):
            here = Spot(index, place)
            where = (numbers[here], len(numbers))
            line = _step_line(editing, library, (step, here, time), where)
            lines.append(line if here not in problems else _wrong(line, problems[here]))
    return lines


def block_detail(block: Block) -> str:
    """Return how often a block is gone through, and with what rest."""
    if not block.steps:
        return _("Nothing in it yet")
    rounds = ngettext("{count} round", "{count} rounds", block.rounds).format(count=block.rounds)
    if block.rounds == 1 or not block.rest_seconds:
        return rounds
    rest = _("{time} rest").format(time=time_text(block.rest_seconds))
    return f"{rounds} · {rest}"


def moved_text(editing: RoutineEditing, library: Library) -> str:
    """Return where what is chosen stands now, to be read aloud after a move."""
    routine, chosen = editing.routine, editing.draft.chosen
    step = step_at(routine, chosen)
    if chosen is None:
        return ""
    if step is None:
        return _("Block {number} of {count}").format(
            number=chosen.block + 1, count=len(routine.blocks)
        )
    there = spots(routine)
    return _("{exercise} is now {number} of {count}, in block {block}").format(
        exercise=library.exercise_name(step.exercise),
        number=there.index(chosen) + 1,
        count=len(there),
        block=chosen.block + 1,
    )


def _head(block: Block, spot: Spot, total: float | None, fault: Fault | None) -> RoutineLine:
    title = _("Block {number}").format(number=spot.block + 1)
    detail = block_detail(block)
    time = format_clock(total) if total else ""
    problem = fault_text(fault) if fault is not None else ""
    spoken = ", ".join(filter(None, (title, problem or detail, time)))
    return RoutineLine(spot, title, detail, time, spoken=spoken, problem=problem)


def _step_line(
    editing: RoutineEditing,
    library: Library,
    placed: tuple[Step, Spot, float | None],
    where: tuple[int, int],
) -> RoutineLine:
    step, spot, seconds = placed
    exercise = editing.exercise_of(step)
    name = library.exercise_name(step.exercise)
    parts = [] if exercise is None else [step_dose(step, exercise)]
    if step.sets > 1 and step.rest_seconds:
        parts.append(_("{time} rest").format(time=time_text(step.rest_seconds)))
    if step.advance is Advance.TAP:
        parts.append(pgettext("advance", "After a tap"))
    detail = " · ".join(filter(None, parts))
    time = "" if seconds is None else format_clock(seconds)
    place = _("{number} of {count}").format(number=where[0], count=where[1])
    spoken = ", ".join(filter(None, (name, detail, time, place)))
    return RoutineLine(spot, name, detail, time, step.exercise, step.level, spoken)


def _wrong(line: RoutineLine, fault: Fault) -> RoutineLine:
    problem = fault_text(fault)
    return replace(line, spoken=f"{line.title}: {problem}", problem=problem)
