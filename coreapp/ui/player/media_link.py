"""Ties a session to the media keys: the desktop sees it, and its buttons steer it."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from coreapp.domain.player_view import PlayerState
from coreapp.services.library import Library
from coreapp.services.media_session import (
    MediaCommand,
    MediaSession,
    MediaWish,
    SeekBy,
    SeekTo,
    now_playing,
)
from coreapp.ui.player.player_window import PlayerWindow
from coreapp.ui.player.words import SessionWords


class MediaLink(QObject):
    """Shows a session to the desktop from its beginning to its end. It is a child of its player."""

    def __init__(
        self, media: MediaSession, player: PlayerWindow, library: Library, pace: float = 1.0
    ) -> None:
        """Do nothing before the session moves.

        Args:
            media: where the desktop sees it.
            player: the session's window.
            library: names the exercises.
            pace: seconds of the session in one second of the clock.
        """
        super().__init__(player)
        self._media = media
        self._player = player
        self._conductor = player.conductor
        self._words = SessionWords(library, player.conductor.live.timeline)
        self._pace = pace
        self._commands: dict[MediaCommand, Callable[[], object]] = {
            MediaCommand.PLAY: self._play,
            MediaCommand.PAUSE: self._conductor.pause,
            MediaCommand.TOGGLE: self._conductor.toggle,
            MediaCommand.NEXT: self._conductor.skip,
            MediaCommand.PREVIOUS: self._conductor.back,
            MediaCommand.STOP: self._stop,
            MediaCommand.RAISE: player.bring_to_front,
        }
        media.listen(self._obey)
        self._conductor.moved.connect(self._show)
        self._conductor.finished.connect(media.close)
        player.closed.connect(media.close)

    def _show(self) -> None:
        if self._conductor.is_over:
            return
        view, timeline = self._conductor.view(), self._conductor.live.timeline
        self._words.follow(timeline)
        playing = now_playing(
            view,
            title=self._words.described(view.phase),
            artist=self._words.title(self._conductor.live.session.title),
            length=timeline.seconds,
            pace=self._pace,
        )
        self._media.show(playing)

    def _obey(self, wish: MediaWish) -> None:
        if self._conductor.is_over:
            return
        match wish:
            case SeekBy(seconds):
                self._conductor.nudge(seconds)
            case SeekTo(seconds):
                self._conductor.seek(seconds)
            case _:
                self._commands[wish]()

    def _play(self) -> None:
        """Go on; where a tap is waited for, this is the tap. What runs already runs on."""
        state, waits = self._conductor.state, self._conductor.live.player.phase.until_tapped
        if state is PlayerState.PAUSED or (state is PlayerState.RUNNING and waits):
            self._conductor.toggle()

    def _stop(self) -> None:
        """Ask whether to end, where the question is seen."""
        self._player.bring_to_front()
        self._player.ask_end()
