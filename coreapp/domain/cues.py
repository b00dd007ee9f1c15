"""Cues as data: what is announced at which moment of a phase, and how each kind may be given."""

from dataclasses import dataclass
from enum import StrEnum

from coreapp.domain.exercise import Side
from coreapp.domain.timeline import Phase, PhaseKind

HALFWAY_FROM_SECONDS = 20
"""Shorter work has no halfway cue: it would come too close to the others."""

COUNTDOWN_FROM_SECONDS = 5
"""Shorter phases are not counted out."""

COUNTDOWN = (3, 2, 1)
"""The seconds before the end that are counted."""

REPETITION_FROM_SECONDS = 1.5
"""Faster repetitions are not counted: a number takes a second to say."""

COUNTING_FROM_SECONDS = 3
"""Before that the work itself is announced."""

LAST_THREE_FROM = 8
"""In sets of so many repetitions the last three are announced as such."""

REMINDER_FROM_SECONDS = 20
"""Shorter work has no reminders of breath and posture."""

REMINDERS = (0.25, 0.6)
"""At which share of the work: of the breath, then of the posture; each clear of *halfway*."""


class CueKind(StrEnum):
    """What a cue announces."""

    START = "start"
    NEXT_UP = "next_up"
    HALFWAY = "halfway"
    COUNTDOWN = "countdown"
    REPETITION = "repetition"
    POSITION = "position"
    REMINDER = "reminder"
    FINISHED = "finished"


class CueTopic(StrEnum):
    """What a person can have announced by voice, by a tone, by both or not at all."""

    START = "start"
    """A phase begins: get ready, work, rest."""
    NEXT_UP = "next_up"
    """What comes next, with how to set up for it."""
    SIDE_CHANGE = "side_change"
    HALFWAY = "halfway"
    COUNTDOWN = "countdown"
    """The last three seconds."""
    REPETITION = "repetition"
    """Each repetition, counted."""
    BREATH = "breath"
    """Breath and position of a flow."""
    REMINDER = "reminder"
    """Breath and posture in the middle of the work."""
    FINISHED = "finished"
    """The end of the session."""


class CueChannel(StrEnum):
    """How a topic is announced."""

    VOICE = "voice"
    TONE = "tone"
    BOTH = "both"
    OFF = "off"

    @property
    def has_voice(self) -> bool:
        """Whether it is spoken."""
        return self in {CueChannel.VOICE, CueChannel.BOTH}

    @property
    def has_tone(self) -> bool:
        """Whether there is a tone."""
        return self in {CueChannel.TONE, CueChannel.BOTH}


@dataclass(frozen=True, slots=True)
class Cue:
    """One announcement.

    Attributes:
        at: seconds from the start of the phase.
        number: the second counted, the repetition that begins (from 2), the index of the flow's
            position, or of the reminder; 0 otherwise.
    """

    at: float
    kind: CueKind
    number: int = 0


def cues_of(phase: Phase) -> tuple[Cue, ...]:
    """Return the cues of a phase in the order in which they come due.

    The quiet rest that ends a session has a cue for what is next, as every rest; whoever gives
    cues knows the timeline, and that nothing is.
    """
    cues = [Cue(0, CueKind.START)]
    if phase.kind in {PhaseKind.GET_READY, PhaseKind.REST}:
        cues.append(Cue(0, CueKind.NEXT_UP))
    cues += (Cue(mark, CueKind.POSITION, i) for i, mark in enumerate(phase.marks) if i)
    if not phase.until_tapped:
        cues += _cues_by_the_clock(phase)
    return tuple(sorted(cues, key=lambda cue: cue.at))


def topic_of(phase: Phase, cue: Cue) -> CueTopic:
    """Return what a person knows a cue of `phase` as.

    Where no time is given to switch sides, the work of the other side announces the change.
    """
    if cue.kind is CueKind.POSITION:
        return CueTopic.BREATH
    if cue.kind is CueKind.START and begins_other_side(phase):
        return CueTopic.SIDE_CHANGE
    return CueTopic(cue.kind.value)


def begins_other_side(phase: Phase) -> bool:
    """Whether `phase` is the change of sides, or the work on the side that comes second."""
    if phase.kind is PhaseKind.SWITCH_SIDES:
        return True
    # In a flow the sides are the leading legs of its passes: nothing changes within a pass.
    return phase.kind is PhaseKind.WORK and phase.side is Side.RIGHT and not phase.marks


def _cues_by_the_clock(phase: Phase) -> list[Cue]:
    """Return the cues that make sense only where the length is certain."""
    cues = []
    if phase.kind is PhaseKind.WORK and not phase.marks:
        if phase.seconds >= HALFWAY_FROM_SECONDS:
            cues.append(Cue(phase.seconds / 2, CueKind.HALFWAY))
        cues += _repetitions(phase) + _reminders(phase)
    if phase.seconds >= COUNTDOWN_FROM_SECONDS:
        cues += (Cue(phase.seconds - left, CueKind.COUNTDOWN, left) for left in COUNTDOWN)
    return cues


def _repetitions(phase: Phase) -> list[Cue]:
    """Return a cue for each repetition but the first, which begins with the work itself.

    Of fast repetitions the second is not counted either: the work is still being announced.
    """
    if not phase.reps or phase.seconds / phase.reps < REPETITION_FROM_SECONDS:
        return []
    length = phase.seconds / phase.reps
    return [
        Cue(i * length, CueKind.REPETITION, i + 1)
        for i in range(1, phase.reps)
        if i * length >= COUNTING_FROM_SECONDS
    ]


def _reminders(phase: Phase) -> list[Cue]:
    """Return the reminders; where repetitions are counted, each comes with one of them."""
    if phase.seconds < REMINDER_FROM_SECONDS:
        return []
    moments = [phase.seconds * share for share in REMINDERS]
    if phase.reps:
        length = phase.seconds / phase.reps
        moments = [int(phase.reps * share) * length for share in REMINDERS]
    return [Cue(moment, CueKind.REMINDER, i) for i, moment in enumerate(moments) if moment > 0]
