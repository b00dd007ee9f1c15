"""A made-up day at the desk, lived through by the real engine of the sitting breaks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import cycle
from typing import Final

from coreapp.domain.clock import Reading
from coreapp.domain.sitting.engine import Engine
from coreapp.domain.sitting.facts import Span, Step
from coreapp.domain.sitting.settings import BreakSettings

BOOT: Final = "example"

_STRETCHES: Final = ((31, 3), (24, 6), (33, 3), (19, 4), (31, 3), (31, 3), (26, 38), (34, 3))
"""Minutes of typing, and of hands that rest after them: asked for, of one's own accord, lunch."""


@dataclass(frozen=True, slots=True)
class DeskDay:
    """What came of a day.

    Attributes:
        spans: those the engine is certain of, oldest first.
        engine: the engine as it was saved, to go on from.
    """

    spans: Sequence[Span]
    engine: Mapping[str, object]


def live_through(
    settings: BreakSettings,
    zone: str,
    begun: datetime,
    home: datetime,
    until: datetime,
    *,
    first: int = 0,
) -> DeskDay:
    """Sit at a desk from a moment on, with breaks; at the end they are held back by hand.

    Args:
        settings: of the breaks.
        zone: where the desk stands.
        begun: when the first key is pressed, UTC.
        home: when nobody sits down again, UTC.
        until: the end of what is told, UTC, not before `begun`.
        first: which stretch the day begins with, so that days differ.

    Raises:
        InvalidValueError: there is no such zone.
    """

    def at(moment: datetime) -> Reading:
        passed = (moment - begun).total_seconds()
        return Reading(moment, passed, passed)

    engine = Engine.start(settings, at(begun), zone, BOOT)
    steps: list[Step] = []
    moment = begun
    order = _STRETCHES[first % len(_STRETCHES) :] + _STRETCHES[: first % len(_STRETCHES)]
    stretches = cycle(order)
    while moment < min(home, until):
        typed, rested = next(stretches)
        steps.append(engine.input_active(at(moment)))
        moment += timedelta(minutes=typed)
        if moment >= until:
            break
        steps.append(engine.input_idle(at(moment)))
        moment += timedelta(minutes=rested)
    steps.append(engine.pause(at(until)))
    spans = [span for step in steps for span in step.spans]
    return DeskDay(spans, engine.save(at(until)))
