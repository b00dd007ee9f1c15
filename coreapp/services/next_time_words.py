"""What changes the next time, in sentences: first what to do, then the reason."""

from collections.abc import Sequence
from typing import Final

from coreapp.domain.exercise import Exercise, Level, Side
from coreapp.domain.next_dose import DoseReason
from coreapp.i18n import _, format_list, ngettext, pgettext
from coreapp.services.dose_words import time_text
from coreapp.services.library import Library
from coreapp.services.programme_words import gate_hint, go_on_hint, passes_reason, passes_text
from coreapp.services.prospects import ExerciseNext, Prospect, WeekAhead

EASY_ROUTINE: Final = "easy-day-mobility"

_CHANGES: Final = (
    DoseReason.FEWER_RED,
    DoseReason.FEWER_SHORT,
    DoseReason.MORE,
    DoseReason.LEVEL_UP,
)
"""What is told one by one, the most urgent first; the rest by its reason."""


def next_time_lines(prospect: Prospect, library: Library) -> Sequence[str]:
    """Return what changes the next time and why, the most important first; none if unknown."""
    lines = [_easy_day(library)] if prospect.easy_day else []
    if prospect.week is not None:
        lines += _week_lines(prospect.week, prospect.exercises, library)
        return lines
    if prospect.passes is not None:
        head = _("The next time: {passes}.").format(passes=passes_text(prospect.passes.count))
        return [*lines, f"{head} {passes_reason(prospect.passes)}"]
    for reason in _CHANGES:
        same = [each for each in prospect.exercises if each.reason is reason]
        lines += _changes(same, reason, library)
    lines += (_short(each, library) for each in prospect.exercises if _is_one_sided(each))
    for reason in DoseReason:
        same = [
            each for each in prospect.exercises if each.reason is reason and not _is_one_sided(each)
        ]
        if same and reason is DoseReason.TOP:
            lines += (_top(each, library) for each in same)
        elif same and reason not in _CHANGES:
            lines.append(f"{_stays(same, library)} {_why(reason)}")
    return lines


def dose_amount(exercise: ExerciseNext, amount: int) -> str:
    """Return an amount in the unit of an exercise, such as "22 s" or "11 times"."""
    if exercise.in_seconds:
        return time_text(amount)
    return ngettext("{count} time", "{count} times", amount).format(count=amount)


def _easy_day(library: Library) -> str:
    text = _("Take an easy day next, for example with “{routine}”.")
    return text.format(routine=library.routine_name(EASY_ROUTINE))


def _week_lines(
    week: WeekAhead, exercises: Sequence[ExerciseNext], library: Library
) -> Sequence[str]:
    hint = go_on_hint(week.light, week.week, week.go_on)
    if week.kept_back_by is not None:
        hint = gate_hint(week.kept_back_by, week.week)
    if hint:
        return [hint]
    changed = [each for each in exercises if each.dose != each.now]
    if not changed:
        return []
    head = _("This session comes again in week {week} of the programme.").format(week=week.go_on)
    return [head, *(_instead(each, library) for each in changed)]


def _instead(each: ExerciseNext, library: Library) -> str:
    return _("{exercise}: {next} instead of {now}.").format(
        exercise=library.exercise_name(each.exercise),
        next=dose_amount(each, each.dose),
        now=dose_amount(each, each.now),
    )


def _changes(
    exercises: Sequence[ExerciseNext], reason: DoseReason, library: Library
) -> Sequence[str]:
    """Return a line for each, and a reason that several have in common only once, before them."""
    if reason is DoseReason.LEVEL_UP:
        return [_level_up(each, library) for each in exercises]
    lines = [_instead(each, library) for each in exercises]
    if not lines:
        return []
    return [f"{lines[0]} {_why(reason)}"] if len(lines) == 1 else [_why(reason), *lines]


def _level_up(each: ExerciseNext, library: Library) -> str:
    exercise = library.exercise(each.exercise)
    name = library.exercise_name(each.exercise)
    levels = exercise.levels
    at = levels.index(_level(exercise, each.level))
    if at + 1 >= len(levels):
        text = _("{exercise} stays at {now}: this is the top level, and it is easy for you.")
        return text.format(exercise=name, now=dose_amount(each, each.now))
    text = _("{exercise} may go to the next level, it was clean and easy twice: {level}.")
    harder = pgettext(exercise.text_context, levels[at + 1].text)
    return text.format(exercise=name, level=harder.rstrip("."))


def _top(each: ExerciseNext, library: Library) -> str:
    """Return that it grows no more, with the rule for the next level."""
    exercise = library.exercise(each.exercise)
    rule = pgettext(exercise.text_context, _level(exercise, each.level).move_up)
    return f"{_stays([each], library)} {rule}"


def _level(exercise: Exercise, identity: str) -> Level:
    found = (each for each in exercise.levels if each.id == identity)
    return next(found, exercise.levels[0])


def _is_one_sided(each: ExerciseNext) -> bool:
    return each.reason is DoseReason.STAY_SHORT and each.short_side is not None


def _short(each: ExerciseNext, library: Library) -> str:
    left = each.short_side is Side.LEFT
    why = _("It was cut short on the left.") if left else _("It was cut short on the right.")
    return f"{_stays([each], library)} {why}"


def _stays(exercises: Sequence[ExerciseNext], library: Library) -> str:
    names = format_list([library.exercise_name(each.exercise) for each in exercises])
    if len(exercises) == 1:
        (only,) = exercises
        text = _("{exercise} stays at {now}.")
        return text.format(exercise=names, now=dose_amount(only, only.now))
    return _("{exercises} stay as they are.").format(exercises=names)


def _why(reason: DoseReason) -> str:
    red = _("There was pain of 6 or more, a sign to stop, or much more pain on the next morning.")
    return {
        DoseReason.MORE: _("The last sessions were complete and easy, with pain of 3 or less."),
        DoseReason.FEWER_RED: red,
        DoseReason.STAY_RED: red,
        DoseReason.FEWER_SHORT: _("It was cut short in two sessions in a row."),
        DoseReason.STAY_SHORT: _("Not all of it was done this time."),
        DoseReason.STAY_PAIN: _("There was pain of 4 or more, or more pain on the next morning."),
        DoseReason.STAY_EFFORT: _(
            "More comes after two sessions of effort 4 or less, done cleanly."
        ),
        DoseReason.STAY_UNKNOWN: _("More comes after two sessions with effort and pain entered."),
        DoseReason.STAY_FEW: _("More comes after two complete and easy sessions with this dose."),
        DoseReason.STAY_WEEK: _("One step at most every seven days."),
        DoseReason.LEVEL_WAITS: _("One exercise at a time goes to the next level."),
    }[reason]
