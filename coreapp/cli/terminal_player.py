"""`play --terminal`: the same engine and the same log, without a window.

On a terminal, Enter is the tap, `p` pauses and goes on, `n` goes to the next phase and `q` ends.
Without one nothing is asked: what waits for a tap is taken at its estimate, and how it felt stays
empty.
"""

import queue
import sys
import threading
from argparse import Namespace
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TextIO

from coreapp.bootstrap import Services
from coreapp.cli.data_commands import session_document
from coreapp.cli.output import print_json
from coreapp.cli.running import tell_changed
from coreapp.desktop.clock import ScaledClock, SystemClock, wait
from coreapp.domain.cues import CueKind
from coreapp.domain.errors import CoreappError, InvalidValueError, marked
from coreapp.domain.guide import WHEN_TO_SEE_A_DOCTOR
from coreapp.domain.player import PlayerOptions
from coreapp.domain.player_events import (
    CueDue,
    Finished,
    Paused,
    PhaseLeft,
    PhaseStarted,
    PlayerEvent,
    RestTaken,
    Resumed,
)
from coreapp.domain.player_view import PlayerState
from coreapp.domain.timeline import TimelineOptions
from coreapp.domain.training_log import Feeling
from coreapp.i18n import _, format_clock, pgettext
from coreapp.services.changes import Change
from coreapp.services.explanations import explain
from coreapp.services.guide_words import pain_line
from coreapp.services.offer_words import done_line
from coreapp.services.playing import LiveSession, Playing, Request
from coreapp.services.session_words import phase_label
from coreapp.services.vocabulary import side_label

END = "q"
"""What is typed to end the session."""

LONGEST_WAIT_SECONDS = 0.2
"""So soon a key that was typed is noticed, in real seconds."""


def play_here(services: Services, command: Namespace) -> int:
    """Play a routine in this terminal; 130 if it was broken off by Ctrl C."""
    clock = ScaledClock(SystemClock(), command.speed)
    services.clock = clock
    settings = services.preferences.settings
    playing = Playing(services.library, services.database, clock, services.new_id)
    # Questions have no place in a document for programs.
    keys = Keys(sys.stdin) if _is_terminal(sys.stdin) and not command.json else None
    request = Request(
        command.routine,
        planned=services.planning.due_now(command.routine),
        options=TimelineOptions(settings.extra_ready_seconds, settings.wait_everywhere),
        unattended=keys is None,
    )
    # A faster clock makes the same real hiccup a longer gap.
    options = PlayerOptions(gap_seconds=PlayerOptions().gap_seconds * max(1.0, command.speed))
    if not command.json:
        _tell_of_breaks(services, command.routine)
    live = playing.begin(request, options)
    player = TerminalPlayer(services, live, quiet=command.json)
    try:
        player.run(command.speed, keys)
    except KeyboardInterrupt:
        player.show(live.end())
        tell_changed(services, Change.LOG, Change.PLAN)
        return 130
    if live.trouble:
        raise live.trouble
    if keys:
        ask_feeling(live, keys)
    tell_changed(services, Change.LOG, Change.PLAN)
    if command.json:
        print_json(session_document(live.session))
    return 0


def _tell_of_breaks(services: Services, routine: str) -> None:
    """Say that some of the session is done already: here it is played whole, and nobody is asked.

    What is left can be played in the window; in a terminal a command does what it says.
    """
    rest = services.plan_breaks.rest(routine)
    if rest is not None:
        print(done_line(rest.done, rest.total), _("Here it is played whole."))


def _is_terminal(stream: TextIO | None) -> bool:
    """Tell whether somebody is there to type; no stream at all is there without a console."""
    return stream is not None and stream.isatty()


@dataclass(slots=True)
class TerminalPlayer:
    """Plays one session and prints what happens."""

    services: Services
    live: LiveSession
    quiet: bool

    def run(self, speed: float, keys: "Keys | None") -> None:
        """Play to the end.

        Args:
            speed: so many times as fast as the real clock runs the session's.
            keys: what is typed; None if nobody is there.
        """
        self.show(self.live.start())
        while (state := self.live.player.state) is not PlayerState.FINISHED:
            if keys is not None and (line := keys.typed()) is not None:
                self.show(self._obey(line))
            elif keys is None and state is PlayerState.PAUSED:
                # The machine slept or stood still; nobody is here to be asked.
                self.show(self.live.resume())
            else:
                due = self.live.next_call()
                wait(min(LONGEST_WAIT_SECONDS, (due if due is not None else 1.0) / speed))
                self.show(self.live.advance())

    def _obey(self, line: str) -> list[PlayerEvent]:
        running = self.live.player.state is PlayerState.RUNNING
        commands: dict[str, Callable[[], list[PlayerEvent]]] = {
            "": self.live.tap,
            "p": self.live.pause if running else self.live.resume,
            "n": self.live.skip,
            "b": self.live.back,
            END: self.live.end,
        }
        command = commands.get(line.strip().lower())
        return command() if command else []

    def show(self, events: list[PlayerEvent]) -> None:
        """Print what happened, a line each."""
        for event in events:
            line = self._line(event)
            if line and not self.quiet:
                print(line, flush=True)

    def _line(self, event: PlayerEvent) -> str:
        match event:
            case PhaseStarted(index):
                return self._phase_line(index)
            case CueDue(index, cue) if cue.kind is CueKind.POSITION:
                return "    " + self._position(index, cue.number)
            case Paused():
                return _("Paused. Enter p to go on.")
            case Resumed():
                return _("Going on.")
            case Finished():
                return _("Done. It is in the log.")
            case CueDue() | PhaseLeft() | RestTaken():
                return ""

    def _phase_line(self, index: int) -> str:
        phase = self.live.timeline.phases[index]
        name = self.services.library.exercise_name(phase.exercise)
        parts = [format_clock(phase.seconds), phase_label(phase.kind), name]
        return "  ".join([*parts, side_label(phase.side)])

    def _position(self, index: int, number: int) -> str:
        exercise = self.services.library.exercise(self.live.timeline.phases[index].exercise)
        return pgettext(exercise.text_context, exercise.positions[number].name)


class Keys:
    """Lines typed at the terminal, read on a thread so that time goes on meanwhile."""

    def __init__(self, source: Iterable[str]) -> None:
        self._source = source
        self._lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._is_over = False
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in self._source:
            self._lines.put(line.rstrip("\r\n"))
        self._lines.put(None)

    def typed(self) -> str | None:
        """Return a line that was typed, or None; the end of all input ends the session."""
        try:
            line = self._lines.get_nowait()
        except queue.Empty:
            return None
        self._is_over = line is None
        return END if line is None else line

    def ask(self, question: str) -> str:
        """Ask a question and wait for the answer; empty if there will be none."""
        print(question, end=" ", flush=True)
        answer = None if self._is_over else self._lines.get()
        self._is_over = answer is None
        return answer or ""


def ask_feeling(live: LiveSession, keys: Keys) -> None:
    """Ask how it felt; an empty answer leaves a figure out."""
    try:
        feeling = Feeling(
            effort=_figure(keys.ask(_("Effort, 0 to 10 (Enter leaves it out):"))),
            pain_after=_figure(keys.ask(_("Pain, 0 to 10 (Enter leaves it out):"))),
        )
        live.save_feeling(feeling)
        if line := pain_line(feeling.pain_before, feeling.pain_after):
            print(f"{line} (coreapp guide {WHEN_TO_SEE_A_DOCTOR})")
    except CoreappError as error:
        print(explain(error))


def _figure(text: str) -> int | None:
    if not text.strip():
        return None
    if not (text.strip().isascii() and text.strip().isdecimal()):
        raise InvalidValueError("figure", text, marked("Give a figure from 0 to 10."))
    return int(text)
