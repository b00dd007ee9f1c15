"""Doses in words: how much of an exercise is done."""

from coreapp.domain.exercise import Dose, Exercise, ExerciseKind, Level, Sides
from coreapp.domain.routine import Step
from coreapp.i18n import _, format_clock, format_minutes, ngettext


def usual_level(exercise: Exercise) -> Level:
    """Return the level that most people train at, which is also what the routines use.

    It is the second of the levels; the first is for the first week and for bad days.
    """
    return exercise.levels[min(1, len(exercise.levels) - 1)]


def card_dose(exercise: Exercise) -> str:
    """Return the usual dose of an exercise for its card, such as "Hold, 3 × 20 s".

    Where each set has its own number of repetitions it is those, such as "6 + 4 + 2".
    """
    level = usual_level(exercise)
    dose = level.dose
    if dose is None:
        return " + ".join(map(str, level.lifts))
    text = dose_text(dose, exercise)
    if exercise.kind is ExerciseKind.HOLD:
        return _("Hold, {dose}").format(dose=text)
    return text


def step_dose(step: Step, exercise: Exercise) -> str:
    """Return the dose of a step of a routine."""
    return dose_text(Dose(step.sets, step.seconds, step.reps, step.rest_seconds), exercise)


def dose_text(dose: Dose, exercise: Exercise) -> str:
    """Return sets, seconds or repetitions, such as "2 × 8 a side", "3 × 20 s" or "5 passes"."""
    if dose.seconds is not None:
        return _seconds_text(dose.sets, dose.seconds, exercise)
    reps = dose.reps or 0
    if exercise.kind is ExerciseKind.FLOW:
        passes = dose.sets * reps
        return ngettext("{count} pass", "{count} passes", passes).format(count=passes)
    return _reps_text(dose.sets, reps, sided=exercise.sides is not Sides.BILATERAL)


def rest_text(seconds: float) -> str:
    """Return how long one rests between two sets; nothing where one does not."""
    return _("{time} rest between sets").format(time=time_text(seconds)) if seconds else ""


def _seconds_text(sets: int, seconds: float, exercise: Exercise) -> str:
    length = time_text(seconds)
    # A timed exercise alternates within its time; only a held side has a time of its own.
    sided = exercise.sides is Sides.EACH_SIDE
    if sets > 1:
        text = _("{sets} × {time} a side") if sided else _("{sets} × {time}")
        return text.format(sets=sets, time=length)
    return _("{time} a side").format(time=length) if sided else length


def _reps_text(sets: int, reps: int, *, sided: bool) -> str:
    if sets > 1:
        text = _("{sets} × {reps} a side") if sided else _("{sets} × {reps}")
        return text.format(sets=sets, reps=reps)
    if sided:
        text = ngettext("{count} time a side", "{count} times a side", reps)
    else:
        text = ngettext("{count} time", "{count} times", reps)
    return text.format(count=reps)


def time_text(seconds: float) -> str:
    """Return a length of time in whole minutes, or else in seconds."""
    if seconds >= 60 and not seconds % 60:
        return format_minutes(seconds)
    return _("{seconds} s").format(seconds=round(seconds))


def total_text(seconds: float) -> str:
    """Return the length of a routine, in whole minutes and to the second."""
    return _("{minutes} · {clock}").format(
        minutes=format_minutes(seconds), clock=format_clock(seconds)
    )
