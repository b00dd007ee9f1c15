"""The player's window, one at a time, and the offer to go on with a session that was cut off."""

from PySide6.QtCore import QObject

from coreapp.bootstrap import Services
from coreapp.desktop.sound import LateTones, pick_tones
from coreapp.domain.errors import CoreappError
from coreapp.domain.player import PlayerOptions
from coreapp.domain.settings import Settings
from coreapp.domain.timeline import PhaseKind
from coreapp.domain.training_log import Outcome, PerformedSession, SessionKind
from coreapp.i18n import _
from coreapp.services.changes import Change
from coreapp.services.cue_player import CuePlayer, Tone
from coreapp.services.playing import LiveSession, Request
from coreapp.services.sitting_breaks import SittingBreaks
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.main_window import MainWindow
from coreapp.ui.navigation import Shell
from coreapp.ui.player.player_window import PlayerWindow
from coreapp.ui.player.resume_offer import ResumeOffer
from coreapp.ui.theme.theme import Theme


class SessionStage(QObject):
    """Opens the player, and tells the log's pages and the sitting breaks about the session."""

    def __init__(
        self,
        *,
        services: Services,
        theme: Theme,
        art: FigureArt,
        breaks: SittingBreaks,
        window: MainWindow,
        shell: Shell,
    ) -> None:
        super().__init__()
        self._services = services
        self._theme = theme
        self._art = art
        self._breaks = breaks
        self._window = window
        self._shell = shell
        self._player: PlayerWindow | None = None
        self._offer: ResumeOffer | None = None
        self._share_out_of_chair = 1.0
        folder = services.paths.assets / "sounds"
        self._tones = LateTones(lambda: pick_tones(folder))
        self._cues = CuePlayer(self._tones)
        self.apply_settings(services.preferences.settings)

    @property
    def player(self) -> PlayerWindow | None:
        """The player's window, if a session is open."""
        return self._player

    @property
    def offer(self) -> ResumeOffer | None:
        """The offer to go on, if it is open."""
        return self._offer

    @property
    def tones_name(self) -> str:
        """What plays tones; `none` if nothing does."""
        return self._tones.name

    def apply_settings(self, settings: Settings) -> None:
        """Take over how loud it is."""
        self._cues.muted = not settings.sounds
        self._cues.volume_percent = settings.volume_percent

    def begin(self, request: Request) -> None:
        """Play a routine; while another session is open, show that one instead.

        Raises:
            CoreappError: there is no such routine, or the log cannot be written.
        """
        if self._player is not None:
            self._player.raise_()
            self._player.activateWindow()
            self._shell.tell(_("A session is open already."))
            return
        try:
            live = self._services.playing.begin(request, PlayerOptions())
        except CoreappError:
            if request.kind is SessionKind.BREAK:
                # The engine was told already that it begins.
                self._breaks.session_finished(0)
            raise
        if request.kind is SessionKind.SESSION:
            self._breaks.session_started()
        self._open(live)

    def sound_prompt(self) -> None:
        """Let the soft tone of a break prompt be heard."""
        self._tones.play(Tone.GET_READY, self._cues.volume_percent / 100)

    def offer_to_resume(self) -> None:
        """Offer to go on with a session that was cut off, if there is one.

        Raises:
            CoreappError: the log cannot be read.
        """
        session = self._services.playing.interrupted()
        if session is None or self._player is not None:
            return
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
        if self._player is not None:
            self._player.close_now()

    def _open(self, live: LiveSession) -> None:
        player = PlayerWindow(self._theme, self._art, self._services.library, live, self._cues)
        self._share_out_of_chair = _share_out_of_chair(live)
        player.session_saved.connect(self._note_log)
        player.finished.connect(self._serve_breaks)
        player.closed.connect(self._forget_player)
        self._player = player
        player.begin()
        self._shell.changed(Change.LOG)

    def _go_on(self, identity: str) -> None:
        with self._shell.guarded():
            live = self._services.playing.go_on(identity, PlayerOptions())
            self._breaks.session_started()
            self._open(live)

    def _keep(self, identity: str) -> None:
        with self._shell.guarded():
            self._services.playing.keep(identity)
            self._shell.changed(Change.LOG)

    def _note_log(self) -> None:
        self._shell.changed(Change.LOG)

    def _serve_breaks(self, _outcome: Outcome, work_seconds: float) -> None:
        """Let the seconds of work count as absence from the chair."""
        away = work_seconds * self._share_out_of_chair
        with self._shell.guarded():
            self._breaks.session_finished(round(away, 3))
        self._shell.changed(Change.LOG, Change.PLAN, Change.BREAKS)

    def _forget_player(self, session: PerformedSession) -> None:
        player, self._player = self._player, None
        if player is not None:
            player.deleteLater()
        if session.outcome is Outcome.INTERRUPTED:
            # Closed in the middle: nothing told the breaks yet that it is over.
            self._serve_breaks(session.outcome, session.work_seconds)
        self._shell.changed(Change.LOG, Change.PLAN)

    def _forget_offer(self) -> None:
        self._offer = None


def _share_out_of_chair(live: LiveSession) -> float:
    """Return how much absence from the chair a second of work stands for.

    In a session only work counts. A desk routine that answers a prompt is done standing from its
    first second to its last: each set brings its share of getting ready and of rest with it, so
    that the two-minute routine serves the two-minute break.
    """
    if live.session.kind is not SessionKind.BREAK:
        return 1.0
    phases = live.timeline.phases
    work = sum(phase.seconds for phase in phases if phase.kind is PhaseKind.WORK)
    return live.timeline.seconds / work
