"""Somebody who plays the routines of `session_content`, and the log that is written meanwhile."""

from itertools import count
from typing import Any

from coreapp.domain.player import PlayerOptions
from coreapp.domain.player_view import PlayerState
from coreapp.domain.training_log import PerformedSession
from coreapp.services.playing import LiveSession, Playing, Request
from tests.fakes.clock import FakeClock
from tests.fakes.session_content import session_library
from tests.fakes.work import FakeDatabase

OPTIONS = PlayerOptions()


class World:
    """A person who plays, and the log."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.database = FakeDatabase()
        numbers = count(1)
        self.playing = Playing(
            session_library(), self.database, self.clock, lambda: f"s{next(numbers)}"
        )

    def begin(self, routine: str = "main", **request: Any) -> LiveSession:
        live = self.playing.begin(Request(routine, **request), OPTIONS)
        live.start()
        return live

    def go_on(self, identity: str = "s1") -> LiveSession:
        live = self.playing.go_on(identity, OPTIONS)
        live.start()
        live.resume()
        return live

    def play(self, live: LiveSession, seconds: float = 10_000) -> None:
        """Let time pass and call as asked, until that moment or the end."""
        left = seconds
        while (wait := live.next_call()) is not None and wait <= left:
            self.clock.advance(wait)
            left -= wait
            live.advance()
        if live.player.state is not PlayerState.FINISHED:
            self.clock.advance(left)
            live.advance()

    @property
    def rows(self) -> dict[str, PerformedSession]:
        return self.database.stored.sessions.kept

    @property
    def row(self) -> PerformedSession:
        return self.rows["s1"]
