"""Which moment of which figure belongs to a moment of the session."""

import math
from dataclasses import dataclass, field, replace

from coreapp.domain.exercise import Exercise, ExerciseKind, Side
from coreapp.domain.player_view import PlayerState, PlayerView
from coreapp.domain.timeline import Phase, PhaseKind
from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.figure.frames import BREATHS_PER_SECOND, LONGEST_S, Frame, frame_at

_EVERYWHERE = "whole_body"
"""What works everywhere is shown nowhere: patches all over a walker tell nothing."""

TURN_SECONDS = 0.7
"""How long the figure takes to turn to its other side."""


@dataclass(frozen=True, slots=True)
class Pose:
    """What the large figure shows.

    Attributes:
        width: share of its width that is seen, below 1 while it turns to its other side.
        moving: it changes from frame to frame, and may be drawn quickly.
        fine: it changes so seldom that it is drawn in full all the same.
        recurs: the same comes again soon, in the next repetition or breath.
        lasts: until the next frame, in seconds; two poses that look alike are the same.
    """

    shot: FigureShot
    width: float = 1.0
    moving: bool = False
    fine: bool = False
    recurs: bool = False
    lasts: float = field(default=math.inf, compare=False)


class Movement:
    """Follows the phases with the figure; with `still` it only changes where it must."""

    def __init__(self, art: FigureArt) -> None:
        self._art = art
        self._wants_muscles: bool | None = None

    def shows_muscles(self, view: PlayerView, exercise: Exercise | None) -> bool:
        """Tell whether what works is tinted while it works: in holds, until somebody chooses.

        A figure that moves is painted thirty times a second; tints take up to three quarters more.
        """
        if self._wants_muscles is not None:
            return self._wants_muscles
        phase = view.phase
        is_hold = exercise is not None and exercise.kind is ExerciseKind.HOLD
        return is_hold and phase.reps is None and self._art.holds_one(phase.exercise, phase.level)

    def switch_muscles(self, view: PlayerView, exercise: Exercise | None) -> None:
        """Show what works from now on in all exercises, or in none."""
        self._wants_muscles = not self.shows_muscles(view, exercise)

    def pose(self, view: PlayerView, exercise: Exercise | None, *, still: bool) -> Pose:
        """Return the pose of this moment.

        Args:
            view: where the session is.
            exercise: what is done, or comes next; None if the library does not know it.
            still: movement is not wanted.
        """
        if not self._art.has(view.phase.exercise):
            # A picture of one's own has one side and does not move.
            return Pose(FigureShot(view.phase.exercise))
        pose = self._pose(view, exercise, still=still)
        is_work = view.phase.kind is PhaseKind.WORK
        if exercise is None or not is_work or not self.shows_muscles(view, exercise):
            return pose
        tints = tuple((muscle, 1.0) for muscle in exercise.muscles if muscle != _EVERYWHERE)
        return replace(pose, shot=replace(pose.shot, tints=tints))

    def _pose(self, view: PlayerView, exercise: Exercise | None, *, still: bool) -> Pose:
        kind = None if exercise is None else exercise.kind
        if view.phase.kind is PhaseKind.SWITCH_SIDES:
            return self._turning(view, still=still)
        if kind is ExerciseKind.FLOW:
            return self._flow_pose(view, exercise, still=still)
        # Short holds are counted: up and down again with each.
        if kind is None or (kind is ExerciseKind.HOLD and view.phase.reps is None):
            return self._hold_pose(view, still=still)
        return self._rep_pose(view, still=still)

    def _turning(self, view: PlayerView, *, still: bool) -> Pose:
        """Turn to the other side in the middle of the time to switch."""
        from_middle = view.seconds_into - view.phase.seconds / 2
        mirror = (view.phase.side is Side.LEFT) is (from_middle >= 0)
        turned = min(1.0, abs(from_middle) / (TURN_SECONDS / 2))
        width = 1.0 if still else math.sin(turned * math.pi / 2)
        return Pose(replace(still_shot(view.phase), mirror=mirror), max(width, 0.02))

    def _hold_pose(self, view: PlayerView, *, still: bool) -> Pose:
        """Show the way into the hold before it, and breathe in it."""
        phase = view.phase
        if phase.kind is PhaseKind.GET_READY:
            return self._rep_pose(view, still=still)
        shot = still_shot(phase)
        span = self._art.hold(phase.exercise, phase.level)
        total = self._art.seconds(phase.exercise, phase.level)
        hold = (span[1] - span[0]) * total
        if phase.kind is not PhaseKind.WORK or still or hold <= 0:
            return Pose(shot)
        if self._art.holds_one(phase.exercise, phase.level):
            frame = frame_at(view.seconds_into % hold / hold, hold, BREATHS_PER_SECOND)
        else:
            # One pose after the other: together they last as long as the work.
            frame = frame_at(view.seconds_into / phase.seconds, phase.seconds)
        frame = frame._replace(moment=span[0] + frame.moment * (span[1] - span[0]))
        one = self._art.holds_one(phase.exercise, phase.level)
        return _moving(view, shot, frame, fine=one, recurs=one and hold <= LONGEST_S)

    def _rep_pose(self, view: PlayerView, *, still: bool) -> Pose:
        """Follow the tempo in work; before it, show the movement at its own pace."""
        phase = view.phase
        own = self._art.seconds(phase.exercise, phase.level)
        working = phase.kind is PhaseKind.WORK
        length = phase.seconds / phase.reps if working and phase.reps else own
        if length <= 0:
            return Pose(FigureShot(phase.exercise))
        done = view.seconds_into / length
        rep = min(math.floor(done), phase.reps - 1) if phase.reps else math.floor(done)
        alternates = phase.side is Side.ALTERNATING and phase.reps is not None
        mirror = phase.side is Side.LEFT or (alternates and rep % 2 == 1)
        shot = replace(still_shot(phase), mirror=mirror)
        if still:
            return Pose(shot)
        waits_for_tap = phase.until_tapped and view.seconds_left <= 0
        frame = self._settled(phase, frame_at(1.0 if waits_for_tap else done - rep, length))
        return _moving(view, shot, frame, recurs=length <= LONGEST_S)

    def _flow_pose(self, view: PlayerView, exercise: Exercise | None, *, still: bool) -> Pose:
        """Go through the positions with their marks; wait at the start, rest at the end."""
        phase = view.phase
        shot = still_shot(phase)
        if phase.kind is not PhaseKind.WORK:
            return Pose(replace(shot, moment=1.0 if is_closing_rest(phase) else 0.0))
        reached = () if exercise is None else self._art.position_moments(exercise)
        if still and len(reached) == len(phase.marks):
            return Pose(replace(shot, moment=reached[position_at(view)]))
        # The figure's key poses take as long as the positions, so one share of time fits all.
        frame = self._settled(phase, frame_at(view.seconds_into / phase.seconds, phase.seconds))
        return _moving(view, shot, frame)

    def _settled(self, phase: Phase, frame: Frame) -> Frame:
        breaths = BREATHS_PER_SECOND
        moment = self._art.settled(phase.exercise, phase.level, frame.moment, breaths)
        return frame._replace(moment=moment)


def _moving(
    view: PlayerView, shot: FigureShot, frame: Frame, *, fine: bool = False, recurs: bool = False
) -> Pose:
    """Return a pose that moves on while the session runs."""
    running = view.state is PlayerState.RUNNING
    shot = replace(shot, moment=frame.moment)
    return Pose(shot, moving=running, fine=fine, recurs=recurs, lasts=frame.lasts)


def position_at(view: PlayerView) -> int:
    """Return the index of a flow's position at this moment."""
    return max(0, sum(mark <= view.seconds_into for mark in view.phase.marks) - 1)


def is_closing_rest(phase: Phase) -> bool:
    """Tell whether a phase of a flow is the quiet rest at the end, which leads to no pass."""
    return phase.kind is PhaseKind.REST and phase.side is Side.BOTH


def still_shot(phase: Phase) -> FigureShot:
    """Return the picture that stands for a phase."""
    return FigureShot(phase.exercise, None, phase.side is Side.LEFT, phase.level)
