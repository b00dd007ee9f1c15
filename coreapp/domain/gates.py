"""Whether a stretch of a course is done well enough to go on with the next one.

The brief's table of phases (section 4): whoever has not met the gate of a phase repeats its last
week, with the same doses. What counts is as many of the newest sessions as the stretch has, so a
week that was repeated takes the place of an older one.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coreapp.domain.programme import Course, CoursePlace, Gate
from coreapp.domain.progression import PainLight

_AMBER_OR_WORSE = frozenset({PainLight.AMBER, PainLight.RED})


@dataclass(frozen=True, slots=True)
class Trained:
    """A session of a course as its gate sees it.

    Attributes:
        complete: whether it was done to its end.
        light: what pain said about it; None if nothing is known.
    """

    complete: bool = True
    light: PainLight | None = None


def sessions_wanting(
    course: Course,
    last: CoursePlace,
    trained: Sequence[Trained],
    is_worse: Callable[[], bool],
) -> int:
    """Return how many sessions without pain it takes until the stretch of `last` may be left.

    0 where it may be left now, and where there is no gate. Pain that grows is asked about in the
    last week alone, and holds back for one week: what it is after that is asked again then.

    Args:
        course: its weeks.
        last: the session done last.
        trained: the sessions of that stretch, newest first.
        is_worse: tells whether pain grew in the week before the last session (rule R7).
    """
    stretch = course.stretch(last.week)
    gate, a_week = stretch.gate, len(course.sessions)
    if gate is None:
        return 0
    count = stretch.weeks * a_week
    needed = next(
        more for more in range(count + 1) if _is_met(gate, [*(Trained(),) * more, *trained][:count])
    )
    asks = gate.pain_not_worse and last.week == course.last_week(last.week)
    return max(needed, a_week) if asks and is_worse() else needed


def _is_met(gate: Gate, trained: Sequence[Trained]) -> bool:
    lights = [each.light for each in trained]
    red = lights.count(PainLight.RED)
    amber = sum(each in _AMBER_OR_WORSE for each in lights)
    return (
        sum(each.complete for each in trained) >= gate.sessions
        and (gate.most_red is None or red <= gate.most_red)
        and (gate.most_amber is None or amber <= gate.most_amber)
    )
