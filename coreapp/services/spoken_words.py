"""What the voice says: for each cue the wordings there are, the longest first.

Everything here is short, whole, and said as people say it. Which wording fits before the next cue
is decided by whoever speaks (`CuePlayer`).
"""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import product
from typing import Final, assert_never

from coreapp.domain.cues import LAST_THREE_FROM, Cue, CueKind
from coreapp.domain.errors import UnknownIdError
from coreapp.domain.exercise import Exercise, ExerciseKind, Side
from coreapp.domain.timeline import Phase, PhaseKind, Timeline
from coreapp.i18n import _, ngettext, pgettext
from coreapp.services.library import Library
from coreapp.services.vocabulary import breath_label, side_label

NAMING_SECONDS: Final = 8
"""So long before work there is time enough to say what comes; each language has long names."""

FEWEST_WORDS: Final = 3
"""A clause of fewer says too little alone."""

_CUT: Final = re.compile(r"[.;](?=\s)")
"""Where a clause ends for certain; what stands before a comma may be half of a list."""
_ASIDE: Final = re.compile(r"\s*\([^)]*\)")


class SpokenWords:
    """Puts the cues of a session into words, in the language that is shown."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def wordings(self, timeline: Timeline, index: int, cues: Sequence[Cue]) -> Sequence[str]:
        """Return what may be said at one moment, the longest first.

        Args:
            timeline: the session.
            index: of the phase.
            cues: what is due at this moment and is to be spoken; the weightiest of them is in
                every wording, the others are left out where there is no room.
        """
        phase = timeline.phases[index]
        options = {cue: tuple(self._of(timeline, index, cue)) for cue in cues}
        spoken = [cue for cue in cues if options[cue]]
        if phase.kind is PhaseKind.GET_READY and len(spoken) > 1:
            # To hear what is next is to be told to get ready; the time is better spent on how.
            spoken = [cue for cue in spoken if cue.kind is not CueKind.START]
        if not spoken:
            return ()
        weightiest = min(spoken, key=lambda cue: _weight(phase, cue))
        choices = [options[cue] if cue is weightiest else (*options[cue], "") for cue in spoken]
        joined = {speakable(_joined(parts)) for parts in product(*choices)}
        return sorted(joined, key=len, reverse=True)

    def _of(self, timeline: Timeline, index: int, cue: Cue) -> Iterable[str]:
        """Return the wordings of one cue; none where there is nothing to say."""
        phase = timeline.phases[index]
        makers: dict[CueKind, Callable[[], Iterable[str]]] = {
            CueKind.START: lambda: self._start(timeline, index),
            CueKind.NEXT_UP: lambda: self._next_up(timeline, index),
            CueKind.HALFWAY: lambda: (pgettext("spoken", "Halfway"),),
            # Where repetitions are counted, a second count would only confuse.
            CueKind.COUNTDOWN: lambda: () if phase.reps else (str(cue.number),),
            CueKind.REPETITION: lambda: (_repetition(phase, cue.number),),
            CueKind.POSITION: lambda: self._position(phase, cue.number),
            CueKind.REMINDER: lambda: self._reminder(phase, cue),
            CueKind.FINISHED: _finished,
        }
        return makers[cue.kind]()

    def _start(self, timeline: Timeline, index: int) -> Iterable[str]:
        phase = timeline.phases[index]
        match phase.kind:
            case PhaseKind.GET_READY:
                return (pgettext("spoken", "Get ready"),)
            case PhaseKind.REST:
                if timeline.next_work(index) is None:
                    return (pgettext("spoken", "Rest and breathe quietly"), _rest())
                return (_rest(),)
            case PhaseKind.SWITCH_SIDES:
                side = side_label(phase.side)
                text = pgettext("spoken", "Switch sides: {side}").format(side=side)
                return (text, side)
            case PhaseKind.WORK:
                return self._work(timeline, index)
            case _:
                assert_never(phase.kind)

    def _work(self, timeline: Timeline, index: int) -> Iterable[str]:
        """Return how work begins: with its name where there was no time to say it before."""
        phase, exercise = timeline.phases[index], self._exercise(timeline.phases[index])
        if phase.marks and exercise is not None:
            return self._flow(phase, exercise)
        before = timeline.phases[index - 1] if index else phase
        is_told = before.kind is PhaseKind.SWITCH_SIDES or (
            before.kind is not PhaseKind.WORK and before.seconds >= NAMING_SECONDS
        )
        name = () if is_told else (self._name(phase),)
        side = () if phase.side in {Side.BOTH, Side.ALTERNATING} else (side_label(phase.side),)
        dose = _dose(phase)
        named = [", ".join((*name, *side))] if name else []
        whole = [", ".join((*name, *side, dose)), *named, ", ".join((*side, dose)), *side]
        return tuple(dict.fromkeys(whole))

    def _flow(self, phase: Phase, exercise: Exercise) -> Iterable[str]:
        """Return how a pass begins: the leading leg, and the first position."""
        leads = {Side.RIGHT: _("Right leg first"), Side.LEFT: _("Left leg first")}
        first = tuple(self._position(phase, 0))
        lead = leads.get(phase.side)
        if lead is None:
            return first
        return (*(f"{lead}. {each}" for each in first), lead)

    def _next_up(self, timeline: Timeline, index: int) -> Iterable[str]:
        """Return what comes, with how to set up for it where that is new."""
        following = timeline.next_work(index)
        if following is None:
            return ()
        phase, exercise = timeline.phases[following], self._exercise(timeline.phases[following])
        name, sided = self._name(phase), self._sided(phase, exercise)
        if phase.set > 1:
            return self._next_set(phase, exercise)
        text = pgettext("spoken", "Next: {exercise}")
        named = [text.format(exercise=each) for each in dict.fromkeys((sided, name))]
        if exercise is None:
            return (*named, name)
        setup = clauses(pgettext(exercise.text_context, exercise.setup))
        return (*(f"{named[0]}. {each}" for each in setup), *named, name)

    def _next_set(self, phase: Phase, exercise: Exercise | None) -> Iterable[str]:
        text = pgettext("spoken", "Next: set {number} of {count}")
        if exercise is not None and exercise.kind is ExerciseKind.FLOW:
            text = pgettext("spoken", "Next: pass {number} of {count}")
        plain = text.format(number=phase.set, count=phase.sets)
        if exercise is None or exercise.kind is ExerciseKind.FLOW or phase.side is not Side.LEFT:
            return (plain,)
        return (f"{plain}, {side_label(phase.side)}", plain)

    def _position(self, phase: Phase, number: int) -> Iterable[str]:
        """Return a position of a flow: the breath, its name, what to do."""
        exercise = self._exercise(phase)
        if exercise is None or number >= len(exercise.positions):
            return ()
        position = exercise.positions[number]
        breath = breath_label(position.breath)
        name = pgettext(exercise.text_context, position.name)
        cue = pgettext(exercise.text_context, position.cue)
        return (f"{breath}. {name}. {cue}", f"{breath}. {name}", breath)

    def _reminder(self, phase: Phase, cue: Cue) -> Iterable[str]:
        """Return a reminder: of the breath, then of the step that is lit at this moment."""
        exercise = self._exercise(phase)
        if exercise is None:
            return ()
        text = exercise.breathing
        if cue.number:
            share = cue.at / phase.seconds
            steps = exercise.steps
            text = steps[min(len(steps) - 1, int(share * len(steps)))]
        return clauses(pgettext(exercise.text_context, text))

    def _exercise(self, phase: Phase) -> Exercise | None:
        try:
            return self._library.exercise(phase.exercise)
        except UnknownIdError:
            return None

    def _name(self, phase: Phase) -> str:
        return self._library.exercise_name(phase.exercise)

    def _sided(self, phase: Phase, exercise: Exercise | None) -> str:
        """Return the name with the side that begins, where there is one."""
        name = self._name(phase)
        is_flow = exercise is not None and exercise.kind is ExerciseKind.FLOW
        if is_flow or phase.side in {Side.BOTH, Side.ALTERNATING}:
            return name
        return f"{name}, {side_label(phase.side)}"


def clauses(text: str) -> tuple[str, ...]:
    """Return a text, and its first clause where that says enough alone."""
    for cut in _CUT.finditer(text):
        first = text[: cut.start()]
        if len(first.split()) >= FEWEST_WORDS:
            return (text, first)
    return (text,)


def speakable(text: str) -> str:
    """Return a text as it is said: no asides in brackets, no signs that are only written."""
    plain = _ASIDE.sub("", text).replace("\N{NO-BREAK SPACE}", " ").replace(" – ", ", ")
    return plain.replace("\N{EN DASH}", " ")


def _joined(parts: Iterable[str]) -> str:
    """Return what is said at one moment as one text.

    A number is followed by a comma: with a full stop it would be read as an ordinal in German.
    """
    text = ""
    for part in filter(None, parts):
        mark = "" if not text else ", " if text[-1].isdigit() else ". "
        text = text.rstrip(".") + mark + part
    return text


def _weight(phase: Phase, cue: Cue) -> int:
    """Return the rank of a cue among those of one moment; 0 must be said."""
    leads = phase.kind in {PhaseKind.GET_READY, PhaseKind.REST}
    ranks = {
        CueKind.FINISHED: 0,
        CueKind.START: 4 if leads else 0,
        CueKind.HALFWAY: 1,
        CueKind.POSITION: 1,
        CueKind.NEXT_UP: 2,
        CueKind.REPETITION: 2,
        CueKind.COUNTDOWN: 3,
        CueKind.REMINDER: 5,
    }
    return ranks[cue.kind]


def _repetition(phase: Phase, number: int) -> str:
    reps = phase.reps or 0
    if reps >= LAST_THREE_FROM and number == reps - 2:
        return pgettext("spoken", "Last three")
    return str(number)


def _finished() -> Iterable[str]:
    return (pgettext("spoken", "That was the session."), pgettext("spoken", "Done"))


def _rest() -> str:
    return pgettext("spoken", "Rest")


def _dose(phase: Phase) -> str:
    """Return how much work it is."""
    if phase.reps is not None:
        return ngettext("{count} repetition", "{count} repetitions", phase.reps).format(
            count=phase.reps
        )
    seconds = round(phase.seconds)
    if seconds >= 60 and not seconds % 60:
        minutes = seconds // 60
        return ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)
    return ngettext("{count} second", "{count} seconds", seconds).format(count=seconds)
