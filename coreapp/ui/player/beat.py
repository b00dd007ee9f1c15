"""The counted beat: which repetition of how many, and which part of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from coreapp.domain.exercise import Exercise, ExerciseKind
from coreapp.domain.player_view import PlayerView
from coreapp.domain.timeline import PhaseKind
from coreapp.i18n import _, pgettext
from coreapp.services.vocabulary import breath_label
from coreapp.ui.player.movement import position_at


@dataclass(frozen=True, slots=True)
class BeatPart:
    """One part of a repetition: what it is called, and its share of the repetition's time."""

    word: str
    share: float


@dataclass(frozen=True, slots=True)
class Beat:
    """What is counted now, in a language.

    Attributes:
        number: the repetition or position, from 1.
        parts: of one repetition, in order; those without time are left out.
    """

    number: int
    count: int
    parts: tuple[BeatPart, ...]

    @property
    def text(self) -> str:
        """The count in words."""
        return _("{number} of {count}").format(number=self.number, count=self.count)


def beat_of(view: PlayerView, exercise: Exercise | None) -> Beat | None:
    """Return what is counted at a moment; None where nobody counts.

    Repetitions that wait for a tap are done in one's own time.
    """
    phase = view.phase
    if phase.kind is not PhaseKind.WORK or phase.until_tapped:
        return None
    if phase.marks:
        at = position_at(view)
        positions = exercise.positions if exercise else ()
        word = breath_label(positions[at].breath) if at < len(positions) else ""
        return Beat(at + 1, len(phase.marks), (BeatPart(word, 1.0),))
    if phase.reps is None or phase.reps < 2:
        return None
    return Beat(repetition_at(view)[0], phase.reps, tuple(_parts(exercise)))


def share_done(view: PlayerView) -> float:
    """Return how much of the repetition or position has passed, 0 to 1."""
    phase = view.phase
    if phase.marks:
        at = position_at(view)
        start, end = list(pairwise((*phase.marks, phase.seconds)))[at]
        return min(1.0, (view.seconds_into - start) / (end - start)) if end > start else 1.0
    return repetition_at(view)[1]


def repetition_at(view: PlayerView) -> tuple[int, float]:
    """Return the number of the repetition, from 1, and how much of it has passed, 0 to 1."""
    phase, reps = view.phase, view.phase.reps or 1
    done = view.seconds_into * reps / phase.seconds if phase.seconds else reps
    number = min(reps, int(done) + 1)
    return number, min(1.0, done - number + 1)


def _parts(exercise: Exercise | None) -> Iterator[BeatPart]:
    """Yield the parts of a repetition; a hold that is counted has one."""
    words = (pgettext("beat", "Go"), pgettext("beat", "Hold"), pgettext("beat", "Back"))
    tempo = exercise.tempo if exercise else ()
    if not tempo:
        holds = exercise is not None and exercise.kind is ExerciseKind.HOLD
        yield BeatPart(words[1] if holds else "", 1.0)
        return
    total = sum(tempo)
    for word, seconds in zip(words, tempo, strict=False):
        if seconds > 0:
            yield BeatPart(word, seconds / total)
