"""What the player says about a moment of the session, in whole phrases."""

import math
from dataclasses import dataclass

from coreapp.domain.errors import UnknownIdError
from coreapp.domain.exercise import Exercise, ExerciseKind, Side
from coreapp.domain.player_view import PlayerState, PlayerView
from coreapp.domain.timeline import Phase, PhaseKind, Timeline
from coreapp.i18n import _, format_clock, ngettext, pgettext
from coreapp.services.library import Library
from coreapp.services.session_words import phase_label
from coreapp.services.vocabulary import breath_label, side_label
from coreapp.ui.player.beat import repetition_at
from coreapp.ui.player.movement import is_closing_rest, position_at


@dataclass(frozen=True, slots=True)
class Upcoming:
    """What comes after what is shown.

    Attributes:
        phase: the phase whose figure stands beside it; None at the end.
    """

    caption: str
    text: str
    phase: Phase | None


@dataclass(frozen=True, slots=True)
class PhaseTexts:
    """Everything that is written about a moment.

    Attributes:
        state: paused, or how long until time runs again; empty while it runs.
        side: the words in the pill, or empty.
        facts: set, pass, dose; each a phrase of its own.
        repetition: which one it is, or empty where none is counted.
        steps: what to do, in order.
        current: index of the step that is lit.
        numbered: the steps are a sequence.
        hint: what ends the phase if not time, or empty.
    """

    badge: str
    state: str
    digits: str
    title: str
    side: str
    facts: tuple[str, ...]
    repetition: str
    steps: tuple[str, ...]
    current: int
    numbered: bool
    hint: str


class SessionWords:
    """Puts a session into words, in the language that is shown."""

    def __init__(self, library: Library, timeline: Timeline) -> None:
        self._library = library
        self._timeline = timeline
        groups = dict.fromkeys((phase.round, phase.step) for phase in timeline.phases)
        self._groups = list(groups)
        self._rounds = max(phase.round for phase in timeline.phases)

    def follow(self, timeline: Timeline) -> None:
        """Speak of the same session in another tempo."""
        self._timeline = timeline

    def title(self, kept: str) -> str:
        """Return what the session is called now; `kept` is what the log calls it."""
        return self._library.entry_title(kept, self._timeline.routine)

    def exercise(self, identity: str) -> Exercise | None:
        """Return an exercise; None if the library does not know it any more."""
        try:
            return self._library.exercise(identity)
        except UnknownIdError:
            return None

    def name(self, phase: Phase) -> str:
        """Return the name of a phase's exercise."""
        return self._library.exercise_name(phase.exercise)

    def places(self, phase: Phase) -> tuple[str, str]:
        """Return how far the session is, in exercises; in a phrase, and in a word.

        Nothing is said of a session that is one exercise.
        """
        number, count = self._groups.index((phase.round, phase.step)) + 1, len(self._groups)
        if count == 1:
            return "", ""
        told = _("Exercise {number} of {count}").format(number=number, count=count)
        return told, _("{number} of {count}").format(number=number, count=count)

    def texts(self, view: PlayerView) -> PhaseTexts:
        """Return what is written about a moment."""
        phase, exercise = view.phase, self.exercise(view.phase.exercise)
        kind = exercise.kind if exercise else None
        if phase.kind is PhaseKind.WORK and kind is ExerciseKind.FLOW and phase.marks:
            return self._flow_texts(view, exercise)
        working = phase.kind is PhaseKind.WORK
        steps, current, numbered = self._steps(view, exercise)
        return PhaseTexts(
            badge=phase_label(phase.kind, kind),
            state=state_words(view),
            digits=digits(view),
            title=self.name(phase) if working else self._announced(phase),
            side=self._side(phase, kind),
            facts=self._facts(view, kind),
            repetition=_repetition(view),
            steps=steps,
            current=current,
            numbered=numbered,
            hint=hint(view),
        )

    def upcoming(self, view: PlayerView) -> Upcoming:
        """Return what comes after what is shown: while working the next phase, else the one after.

        A phase that is not work shows in large what it leads to.
        """
        phases, index, caption = self._timeline.phases, view.index, pgettext("caption", "Next")
        if view.phase.kind is not PhaseKind.WORK:
            caption = _("After that")
            index = self._timeline.next_work(index) or index
        if index + 1 >= len(phases):
            return Upcoming(caption, _("The end of the session"), None)
        following = phases[index + 1]
        return Upcoming(caption, self.described(following), following)

    def spoken(self, phase: Phase) -> str:
        """Return a phase in words for those who listen."""
        exercise = self.exercise(phase.exercise)
        kind = exercise.kind if exercise else None
        label, name = phase_label(phase.kind, kind), self.name(phase)
        side = self._side(phase, kind)
        if side:
            return _("{phase}: {exercise}, {side}, {dose}").format(
                phase=label, exercise=name, side=side, dose=dose(phase)
            )
        return _("{phase}: {exercise}, {dose}").format(phase=label, exercise=name, dose=dose(phase))

    def _flow_texts(self, view: PlayerView, exercise: Exercise | None) -> PhaseTexts:
        phase, at = view.phase, position_at(view)
        positions = exercise.positions if exercise else ()
        context = exercise.text_context if exercise else ""
        known = positions[min(at, len(positions) - 1)] if positions else None
        leads = {Side.RIGHT: _("Right leg first"), Side.LEFT: _("Left leg first")}
        facts = [self.name(phase)]
        if phase.sets > 1:
            facts.append(_pass(phase))
        if phase.side in leads:
            facts.append(leads[phase.side])
        return PhaseTexts(
            badge=phase_label(phase.kind, ExerciseKind.FLOW),
            state=state_words(view),
            digits=digits(view),
            title=pgettext(context, known.name) if known else self.name(phase),
            side=breath_label(known.breath) if known else "",
            facts=tuple(facts),
            repetition="",
            steps=tuple(pgettext(context, each.cue) for each in positions),
            current=at,
            numbered=True,
            hint=hint(view),
        )

    def _steps(
        self, view: PlayerView, exercise: Exercise | None
    ) -> tuple[tuple[str, ...], int, bool]:
        """Return the steps, the one that is lit, and whether they are numbered."""
        if exercise is None or (is_closing_rest(view.phase) and self._leads_nowhere(view)):
            return (), 0, False
        steps = tuple(pgettext(exercise.text_context, step) for step in exercise.steps)
        if view.phase.kind is PhaseKind.WORK:
            share = view.seconds_into / view.phase.seconds
            return steps, min(len(steps) - 1, math.floor(share * len(steps))), True
        if view.phase.kind is PhaseKind.SWITCH_SIDES:
            return steps, 0, True
        # Between two sets of one exercise the mat lies there already.
        same = view.phase.kind is PhaseKind.REST and view.phase.set > 1
        first = exercise.breathing if same else exercise.setup
        return (pgettext(exercise.text_context, first), *steps), 0, False

    def _leads_nowhere(self, view: PlayerView) -> bool:
        return self._timeline.next_work(view.index) is None

    def _announced(self, phase: Phase) -> str:
        """Return what a phase that is not work leads to."""
        last = self._timeline.phases[-1]
        if phase is last and phase.kind is PhaseKind.REST:
            return _("Stay and breathe quietly")
        if phase.kind is PhaseKind.SWITCH_SIDES:
            return self.name(phase)
        return _("Next: {exercise}").format(exercise=self.name(phase))

    def _side(self, phase: Phase, kind: ExerciseKind | None) -> str:
        if phase.side is Side.BOTH or kind is ExerciseKind.FLOW:
            return ""
        return side_label(phase.side)

    def _facts(self, view: PlayerView, kind: ExerciseKind | None) -> tuple[str, ...]:
        phase = view.phase
        if phase is self._timeline.phases[-1] and phase.kind is PhaseKind.REST:
            return ()
        facts = []
        if self._rounds > 1:
            facts.append(
                _("Round {number} of {count}").format(number=phase.round, count=self._rounds)
            )
        if phase.sets > 1:
            text = _("Set {number} of {count}").format(number=phase.set, count=phase.sets)
            facts.append(_pass(phase) if kind is ExerciseKind.FLOW else text)
        if phase.kind is not PhaseKind.WORK:
            following = self._work_after(view.index)
            if following is not None:
                facts.append(dose(following))
        elif phase.reps is not None and phase.until_tapped:
            facts.append(dose(phase))
        return tuple(facts)

    def _work_after(self, index: int) -> Phase | None:
        later = self._timeline.next_work(index)
        return None if later is None else self._timeline.phases[later]

    def described(self, phase: Phase) -> str:
        """Return a phase in the few words of the line at the foot, and of the media keys."""
        match phase.kind:
            case PhaseKind.SWITCH_SIDES:
                if phase.side is Side.LEFT:
                    return _("Switch to the left side")
                return _("Switch to the right side")
            case PhaseKind.REST:
                if phase is self._timeline.phases[-1]:
                    return _("A quiet rest")
                return _("Rest, then {exercise}").format(exercise=self.name(phase))
            case PhaseKind.WORK | PhaseKind.GET_READY:
                exercise = self.exercise(phase.exercise)
                kind = exercise.kind if exercise else None
                several = kind is ExerciseKind.FLOW and phase.sets > 1
                told = (self.name(phase), self._side(phase, kind), _pass(phase) if several else "")
                return " · ".join(filter(None, told))


def digits(view: PlayerView) -> str:
    """Return the large figure: what is left, in seconds or as on a stop watch.

    Repetitions that wait for a tap show how many there are, since nobody counts them.
    """
    phase = view.phase
    if phase.kind is PhaseKind.WORK and phase.until_tapped and phase.reps is not None:
        return str(phase.reps)
    left = round(view.seconds_left, 3)
    return str(math.ceil(left)) if left <= 59 else format_clock(left)


def state_words(view: PlayerView) -> str:
    """Return why time does not run; empty while it does."""
    match view.state:
        case PlayerState.PAUSED | PlayerState.READY:
            return _("Paused")
        case PlayerState.LEAD_IN:
            left = math.ceil(round(view.lead_in_left, 3))
            return _("Goes on in {seconds}").format(seconds=max(1, left))
        case PlayerState.RUNNING | PlayerState.FINISHED:
            return ""


def hint(view: PlayerView) -> str:
    """Return what ends a phase that waits for a tap; empty for all others."""
    if not view.phase.until_tapped:
        return ""
    if view.phase.kind is PhaseKind.WORK:
        return _("Press Space when you are done.")
    return _("Press Space when you are ready.")


def all_badges() -> tuple[str, ...]:
    """Return every word that stands for a phase, and those that stand there while time rests."""
    kinds = (None, *ExerciseKind)
    names = dict.fromkeys(phase_label(phase, kind) for phase in PhaseKind for kind in kinds)
    return (*names, _("Paused"), _("Goes on in {seconds}").format(seconds=3))


def dose(phase: Phase) -> str:
    """Return how much of it: repetitions, or the time."""
    if phase.reps is not None and not phase.marks:
        return ngettext("{count} repetition", "{count} repetitions", phase.reps).format(
            count=phase.reps
        )
    if phase.seconds > 59:
        return format_clock(phase.seconds)
    return _("{seconds} s").format(seconds=round(phase.seconds))


def _pass(phase: Phase) -> str:
    """Return which pass of a flow it is."""
    return _("Pass {number} of {count}").format(number=phase.set, count=phase.sets)


def _repetition(view: PlayerView) -> str:
    """Return which repetition it is; those that wait for a tap are not counted."""
    reps = view.phase.reps
    if reps is None or view.phase.until_tapped or view.phase.kind is not PhaseKind.WORK:
        return ""
    number, _share = repetition_at(view)
    return _("Repetition {number} of {count}").format(number=number, count=reps)
