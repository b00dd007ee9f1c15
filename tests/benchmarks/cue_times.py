"""How punctual the cues of a session are, on the real clock, with every core busy.

    python -m tests.benchmarks.cue_times ROUTINE

plays a routine in the real window, minimised for its middle third, and prints one JSON document:
how late each cue was heard and how far the end was from the plan, in milliseconds. Both are counted
from the moment at which the player began, so the first cue may be late like any other.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QTimer

from coreapp.app import make_application
from coreapp.bootstrap import build_services
from coreapp.domain.cues import Cue, CueKind
from coreapp.domain.player import PlayerOptions
from coreapp.domain.player_events import CueDue, PlayerEvent
from coreapp.domain.timeline import Timeline
from coreapp.services.cue_player import CuePlayer, Tone
from coreapp.services.playing import Request
from coreapp.services.ports import Clock
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.player.player_window import PlayerWindow
from coreapp.ui.theme.theme import load_theme

ROOT = Path(__file__).parents[2]


class Silence:
    """Where tones go that nobody has to hear."""

    name = "silence"

    def play(self, tone: Tone, volume: float) -> None:
        """Play nothing."""


class Listener(CuePlayer):
    """Notes what was to be heard, and when."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(Silence())
        self._clock = clock
        self.given: list[tuple[Cue, float]] = []

    def follow(self, timeline: Timeline, events: Iterable[PlayerEvent], into: float) -> None:
        """Note the moment."""
        events = list(events)
        now = self._clock.reading().monotonic
        self.given += ((each.cue, now) for each in events if isinstance(each, CueDue))
        super().follow(timeline, events, into)


def lateness(timeline: Timeline, origin: float, given: Sequence[tuple[Cue, float]]) -> list[float]:
    """Return by how many milliseconds each cue came later than planned; the end is the last.

    Args:
        timeline: what was played.
        origin: the monotonic moment at which it began.
        given: the cues in order, each with the moment at which it was heard.
    """
    starts = iter(timeline.starts)
    begin, late = 0.0, []
    for cue, moment in given:
        if cue.kind is CueKind.START:
            begin = next(starts)
        late.append((moment - origin - begin - cue.at) * 1000)
    return late


def play(routine: str) -> dict[str, float]:
    """Play it in the real window, and return what was measured."""
    application = make_application()
    services = build_services()
    services.use_language()
    services.open_log()
    assets = services.paths.assets
    theme = load_theme(assets / "themes", assets / "icons" / "icons.toml")
    live = services.playing.begin(Request(routine, unattended=True), PlayerOptions())
    listener = Listener(services.clock)
    window = PlayerWindow(theme, FigureArt(services.figures.find), services.library, live, listener)
    window.conductor.finished.connect(application.quit)
    window.begin()
    reading = services.clock.reading()
    origin = reading.monotonic - live.player.view(reading).session_into
    third = round(live.timeline.seconds * 1000 / 3)
    QTimer.singleShot(third, window.showMinimized)
    QTimer.singleShot(2 * third, window.showNormal)
    application.exec()
    window.close_now()
    services.close()
    late = lateness(live.timeline, origin, listener.given)
    return {
        "seconds": live.timeline.seconds,
        "cues": len(late),
        "median": statistics.median(late),
        "p99": statistics.quantiles(late, n=100, method="inclusive")[98],
        "most": max(late),
        "end": late[-1],
    }


@contextmanager
def busy_cores() -> Iterator[None]:
    """Keep every core busy with something else."""
    idle_away = [sys.executable, "-c", "while True: pass"]
    others = [subprocess.Popen(idle_away) for _ in range(os.cpu_count() or 1)]
    try:
        yield
    finally:
        for each in others:
            each.kill()
            each.wait()


def measure(routine: str) -> Mapping[str, float]:
    """Play a routine in a process of its own while all cores are busy."""
    with tempfile.TemporaryDirectory() as home, busy_cores():
        environment = {**os.environ, "COREAPP_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-m", "tests.benchmarks.cue_times", routine]
        done = subprocess.run(
            command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True
        )
    found: dict[str, float] = json.loads(done.stdout)
    return found


if __name__ == "__main__":
    print(json.dumps(play(sys.argv[1])))
