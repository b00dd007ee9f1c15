"""Brings what is seen in the player up to the moment."""

import math

from coreapp.domain.player_view import PlayerState, PlayerView
from coreapp.ui.player.beat import beat_of
from coreapp.ui.player.distance_view import DistanceView
from coreapp.ui.player.movement import Movement
from coreapp.ui.player.session_view import SessionView
from coreapp.ui.player.small_window import SmallWindow
from coreapp.ui.player.tide import TideGround
from coreapp.ui.player.words import SessionWords
from coreapp.ui.theme.phases import PhaseLook
from coreapp.ui.theme.theme import Theme


class Presenter:
    """Shows a view of the session: the words when they differ, the rest with each frame.

    Attributes:
        far: the session is read from across the room.
        figure_lasts: until the figure is another one, in seconds; None if it stands still.
        small: the small window while it is seen, in the place of everything else.
    """

    def __init__(
        self, theme: Theme, words: SessionWords, movement: Movement, ground: TideGround
    ) -> None:
        self._theme = theme
        self._words = words
        self._movement = movement
        self._ground = ground
        self._shown: tuple[object, ...] = ()
        self.far = False
        self.figure_lasts: float | None = None
        self.small: SmallWindow | None = None

    def show_all(
        self, view: PlayerView, near: SessionView, distant: DistanceView | None = None
    ) -> None:
        """Show everything anew."""
        self._shown = ()
        self.show_frame(view, near, distant)

    def show_frame(
        self, view: PlayerView, near: SessionView, distant: DistanceView | None = None
    ) -> None:
        """Show what moves; words only if they are others than before."""
        ground = self.small or self._ground
        ground.show_look(PhaseLook(view.phase.kind.value), far=self.far and self.small is None)
        ground.show_level(self._level(view))
        exercise = self._words.exercise(view.phase.exercise)
        pose = self._movement.pose(view, exercise, still=self._theme.reduced_motion)
        self.figure_lasts = pose.lasts if pose.moving else None
        distant = distant if self.far else None
        shown = self.small or distant or near
        shown.show_frame(view, pose)
        texts = self._words.texts(view)
        beat = beat_of(view, exercise)
        left = math.ceil(round(view.session_left, 3))
        words = (texts, beat, left, view.state, view.pace, self.far)
        if words == self._shown:
            return
        self._shown = words
        upcoming = self._words.upcoming(view)
        if self.small is not None:
            self.small.show_words(view, texts, upcoming)
        elif distant is not None:
            distant.show_words(view, texts, upcoming)
        else:
            near.show_words(view, texts, upcoming, beat)
        near.top.show_place(*self._words.places(view.phase))
        near.top.show_muscles(shown=self._movement.shows_muscles(view, exercise))
        near.figure.set_description(texts.title)

    def switch_muscles(self, view: PlayerView) -> None:
        """Tint what works from now on, or do not; it is to be shown anew."""
        self._movement.switch_muscles(view, self._words.exercise(view.phase.exercise))

    def _level(self, view: PlayerView) -> float:
        """Return the share of the phase that is left; in whole seconds with reduced motion."""
        if view.state is PlayerState.FINISHED:
            return 0.0
        left = view.seconds_left
        if self._theme.reduced_motion:
            left = math.ceil(round(left, 3))
        return left / view.phase.seconds
