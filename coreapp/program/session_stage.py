"""The player's window, one at a time, and the offer to go on with a session that was cut off."""

import sys
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from coreapp.bootstrap import Services
from coreapp.desktop.keep_awake import pick_keep_awake
from coreapp.desktop.media_session import pick_media_session
from coreapp.desktop.sound import LateTones, pick_tones
from coreapp.desktop.speech import QtSpeech
from coreapp.domain.errors import CoreappError
from coreapp.domain.guide import WHEN_TO_SEE_A_DOCTOR
from coreapp.domain.player import PlayerOptions
from coreapp.domain.settings import Settings
from coreapp.domain.timeline import TimelineOptions
from coreapp.domain.training_log import Outcome, PerformedSession, SessionKind
from coreapp.i18n import _
from coreapp.program.break_player import BreakPlayer, BreakSound, share_out_of_chair
from coreapp.program.dose_desk import DoseDesk
from coreapp.program.hurry import HURRY_MS, options_at, playing_at
from coreapp.program.rest_desk import RestDesk
from coreapp.services.changes import Change
from coreapp.services.cue_player import CuePlayer, Tone, voice_manner
from coreapp.services.playing import LiveSession, Request
from coreapp.services.sitting_breaks import SittingBreaks
from coreapp.services.sound_check import SoundCheck
from coreapp.services.speaking import VoiceState
from coreapp.services.spoken_words import SpokenWords
from coreapp.storage.state_file import JsonFile
from coreapp.ui.breaks.grown_break import GrownBreak
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.main_window import MainWindow
from coreapp.ui.navigation import Shell
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme

if TYPE_CHECKING:
    from coreapp.ui.player.player_window import PlayerWindow
    from coreapp.ui.player.resume_offer import ResumeOffer


class SessionStage(QObject):
    """Opens the player, and tells the log's pages and the sitting breaks about the session.

    Pages ask for its sound, too: the player's window is imported with the first session.

    Signals:
        ended: a session is over, and its window closed; in a break it closes with the break.
    """

    ended = Signal()

    def __init__(  # noqa: PLR0913  it ties these together
        self,
        *,
        services: Services,
        theme: Theme,
        art: FigureArt,
        breaks: SittingBreaks,
        window: MainWindow,
        shell: Shell,
        host: Callable[[], GrownBreak],
    ) -> None:
        super().__init__()
        self._services = services
        self._theme = theme
        self._art = art
        self._breaks = breaks
        self._window = window
        self._shell = shell
        self._doses = DoseDesk(services, shell)
        self.rests = RestDesk(services, theme, window, self._begin_guarded)
        self._player: PlayerWindow | None = None
        self._offer: ResumeOffer | None = None
        self._share_out_of_chair = 1.0
        self._hurry = QTimer(self)
        self._hurry.setInterval(HURRY_MS)
        folder = services.paths.assets / "sounds"
        self._tones = LateTones(lambda: pick_tones(folder))
        self._speech = QtSpeech(services.clock)
        self._cues = CuePlayer(self._tones, self._speech, SpokenWords(services.library))
        self.sound_check = SoundCheck(self._cues, self._speech, sys.platform)
        self.awake = pick_keep_awake()
        self.media = pick_media_session(services.clock)
        self._cues.take(services.preferences.settings)
        self._speech.listen(self._note_voice)
        self.in_break = BreakPlayer(
            theme=theme,
            art=art,
            library=services.library,
            cues=self._cues,
            sound=BreakSound(self._cues, JsonFile(services.paths.player_state)),
            awake=self.awake,
            breaks=breaks,
            host=host,
            serve=self._serve_breaks,
            changed=self._note_log,
        )
        self.in_break.ended.connect(self.ended)

    @property
    def player(self) -> "PlayerWindow | None":
        """The player's window, if a session is open."""
        return self._player

    @property
    def offer(self) -> "ResumeOffer | None":
        """The offer to go on, if it is open."""
        return self._offer

    @property
    def tones_name(self) -> str | None:
        """What plays tones; `none` if nothing does, None before the first one."""
        return self._tones.found_name

    def apply_settings(self, settings: Settings) -> None:
        """Take over what is heard, and how loud."""
        before = self._cues.settings
        self._cues.take(settings)
        is_known = self._speech.state is not VoiceState.NOT_ASKED
        is_other = is_known and voice_manner(settings) != voice_manner(before)
        if is_other or not before.voice:  # one that is wanted only now is to be listed at once
            self._cues.prepare()

    def begin(self, request: Request, speed: float = 1.0) -> None:
        """Play a routine; while another session runs, show that one instead.

        Args:
            request: what to play.
            speed: so many times as fast as the real clock runs the session's.

        Raises:
            CoreappError: there is no such routine, or the log cannot be written.
        """
        if self._offer is not None:
            # It would lie over the player and take its keys; it is made again another time.
            self._offer.close()
        try:
            if not self._make_room():
                self._forget_break(request)
                return
            if self.rests.asks(request, speed):
                return
            playing = playing_at(self._services, speed)
            live = playing.begin(self._completed(request), options_at(speed))
        except CoreappError:
            self._forget_break(request)
            raise
        self._share_out_of_chair = share_out_of_chair(live)
        if request.kind is SessionKind.BREAK:
            self.in_break.play(live)
            return
        self._breaks.session_started()
        self._open(live, speed)

    def _begin_guarded(self, request: Request, speed: float) -> None:
        with self._shell.guarded():
            self.begin(request, speed)

    def sound_prompt(self) -> None:
        """Let the soft tone of a break prompt be heard."""
        self._cues.sound(Tone.GET_READY)

    def offer_to_resume(self) -> None:
        """Offer to go on with a session that was cut off, if there is one.

        Raises:
            CoreappError: the log cannot be read.
        """
        session = self._services.playing.interrupted()
        if session is None or self._player is not None:
            return
        from coreapp.ui.player.resume_offer import ResumeOffer  # noqa: PLC0415  see the class

        parent = self._window if self._window.isVisible() else None
        self._offer = ResumeOffer(self._theme, session, parent)
        self._offer.go_on_requested.connect(self._go_on)
        self._offer.keep_requested.connect(self._keep)
        self._offer.finished.connect(self._forget_offer)
        self._offer.open()

    def stop(self) -> None:
        """Close the windows; a session that runs stands in the log as cut off."""
        if self._offer is not None:
            self._offer.close()
        self.rests.close()
        if self._player is not None:
            self._player.close_now()
        self.in_break.stop()
        self._speech.close()

    def _make_room(self) -> bool:
        """Tell whether a session can begin; one that is over is closed with what was entered."""
        if self._player is not None and (form := self._player.after) is not None:
            form.save_requested.emit(form.card.feeling())
        if self._player is None and self.in_break.routine is None:
            return True
        if self._player is not None:
            self._player.bring_to_front()
        self._shell.tell(_("A session is open already."))
        return False

    def _completed(self, request: Request) -> Request:
        """Add what the settings say; an unplanned session ticks off what is planned for today."""
        settings = self._services.preferences.settings
        options = TimelineOptions(settings.extra_ready_seconds, settings.wait_everywhere)
        planned = request.planned or self._services.planning.due_now(request.routine)
        return replace(request, planned=planned, options=options)

    def _forget_break(self, request: Request) -> None:
        """Tell the breaks, which were told that a routine begins, that it does not."""
        if request.kind is SessionKind.BREAK:
            self._breaks.session_finished(0)

    def _open(self, live: LiveSession, speed: float = 1.0) -> None:
        from coreapp.ui.player.media_link import MediaLink  # noqa: PLC0415  see the class
        from coreapp.ui.player.player_window import PlayerWindow  # noqa: PLC0415

        player = PlayerWindow(self._theme, self._art, self._services.library, live, self._cues)
        player.look_ahead = self._doses.look_ahead
        player.ending.keep_pain = self._services.pain_notes.keep
        settings = self._services.preferences.settings
        player.untouched.watch(wanted=settings.distance_by_itself)
        player.small.keep_place_in(JsonFile(self._services.paths.player_state))
        player.session_saved.connect(self._note_set)
        player.finished.connect(self._serve_breaks)
        player.closed.connect(self._forget_player)
        player.doctor_requested.connect(self._show_doctor)
        player.running_changed.connect(self._keep_awake)
        MediaLink(self.media, player, self._services.library, speed)
        self._player = player
        self._cues.speed = speed
        self._cues.prepare()
        # Behind the player nobody sees the page: its figures need not move.
        self._window.set_resting(resting=True)
        player.begin()
        if speed != 1:
            self._hurry.timeout.connect(player.tick)
            self._hurry.start()
        self._shell.changed(Change.LOG)

    def _go_on(self, identity: str) -> None:
        with self._shell.guarded():
            live = self._services.playing.go_on(identity, PlayerOptions())
            self._breaks.session_started()
            self._share_out_of_chair = share_out_of_chair(live)
            self._open(live)

    def _keep(self, identity: str) -> None:
        with self._shell.guarded():
            self._services.playing.keep(identity)
            self._shell.changed(Change.LOG)

    def _note_voice(self) -> None:
        """Say in the session why nothing is spoken, and tell the page that lists what works."""
        if self._speech.state is VoiceState.LOOKING:
            return  # whoever made it look is still being shown
        if self.sound_check.trouble:
            if self._player is not None:
                self._player.say(self._voice_trouble, Icon.SOUND_OFF)
            self.in_break.tell_voice_trouble(self._voice_trouble)
        self._shell.changed(Change.BREAKS)

    def _voice_trouble(self) -> str:
        return self.sound_check.trouble

    def _note_log(self) -> None:
        self._shell.changed(Change.LOG)

    def _note_set(self) -> None:
        """Let the pages behind the player read the log when they are seen again."""
        self._window.note(frozenset({Change.LOG}), later=True)

    def _serve_breaks(self, _outcome: Outcome, work_seconds: float) -> None:
        """Let the seconds of work count as absence from the chair."""
        away = work_seconds * self._share_out_of_chair
        with self._shell.guarded():
            self._breaks.session_finished(round(away, 3))
        self._shell.changed(Change.LOG, Change.PLAN, Change.BREAKS)

    def _forget_player(self, session: PerformedSession) -> None:
        self._hurry.stop()
        self.awake.release()
        self._window.set_resting(resting=False)
        player, self._player = self._player, None
        if player is None:
            return
        if player.after is not None:
            self._doses.choose(session, player.after.ahead.choice)
        player.deleteLater()
        if session.outcome is Outcome.INTERRUPTED:
            # Closed in the middle: nothing told the breaks yet that it is over.
            self._serve_breaks(session.outcome, player.conductor.work_seconds)
        self._shell.changed(Change.LOG, Change.PLAN)
        self.ended.emit()

    def _keep_awake(self, is_running: bool) -> None:  # noqa: FBT001  a signal's slot
        """Let the screen sleep in a pause, and not while there is something to follow on it."""
        if is_running:
            self.awake.hold()
        else:
            self.awake.release()

    def _show_doctor(self) -> None:
        """Show when to see a doctor, in front of the player."""
        self._shell.open_article(WHEN_TO_SEE_A_DOCTOR)
        self._window.bring_to_front()

    def _forget_offer(self) -> None:
        self._offer = None
