"""The timeline of a session as the text that is kept with it while it can be gone on with.

It is a list of phases; where another pace than the planned one was chosen, an object with the pace
beside the phases. Those are always the plan's.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict

from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.exercise import Side
from coreapp.domain.tempo import AS_PLANNED, TEMPOS, Pace
from coreapp.domain.timeline import Phase, PhaseKind, Timeline

LONGEST_PHASE_SECONDS = 86_400
"""No phase of a session lasts a day."""


def encode_timeline(timeline: Timeline, pace: Pace = AS_PLANNED) -> str:
    """Return the phases of a timeline as text, to be kept with the session.

    Args:
        timeline: as it was planned.
        pace: at which it is played.
    """
    phases = [asdict(phase) for phase in timeline.phases]
    return json.dumps(phases if pace == AS_PLANNED else {**asdict(pace), "phases": phases})


def decode_timeline(routine: str, text: str) -> Timeline:
    """Return the timeline that `encode_timeline` wrote.

    Raises:
        InvalidValueError: the text is not one; it may have come from a file.
    """
    try:
        plain = json.loads(text)
        phases = plain["phases"] if isinstance(plain, dict) else plain
        return Timeline(routine, tuple(_phase(each) for each in phases))
    except (TypeError, ValueError, LookupError, RecursionError) as error:
        raise InvalidValueError(
            "timeline", routine, marked("Its phases cannot be read.")
        ) from error


def decode_pace(text: str) -> Pace:
    """Return the pace that stands beside a timeline that can be read; else the planned one."""
    plain = json.loads(text)
    if not isinstance(plain, dict):
        return AS_PLANNED
    tempo = plain.get("tempo")
    known = tempo if isinstance(tempo, int) and tempo in TEMPOS else AS_PLANNED.tempo
    return Pace(known, plain.get("waits") is True)


def _phase(plain: Mapping[str, object]) -> Phase:
    reps = plain["reps"]
    return Phase(
        kind=PhaseKind(str(plain["kind"])),
        seconds=_number(plain["seconds"]),
        exercise=str(plain["exercise"]),
        side=Side(str(plain["side"])),
        set=_whole(plain["set"]),
        sets=_whole(plain["sets"]),
        round=_whole(plain["round"]),
        reps=None if reps is None else _whole(reps),
        until_tapped=plain["until_tapped"] is True,
        step=_whole(plain["step"]),
        marks=tuple(_number(each) for each in _items(plain["marks"])),
        # Sessions that were cut off before phases knew their level have none.
        level=str(plain.get("level", "")),
    )


def _number(value: object) -> float:
    if isinstance(value, int | float) and 0 <= value < LONGEST_PHASE_SECONDS:
        return value
    raise ValueError(value)


def _whole(value: object) -> int:
    if isinstance(value, int) and value >= 0:
        return value
    raise ValueError(value)


def _items(value: object) -> list[object]:
    if isinstance(value, list):
        return value
    raise TypeError(value)
