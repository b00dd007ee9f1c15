"""The self-test: asks everything that this desktop lets the program sense, show and play."""

import os
import sys
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from coreapp.desktop.compositor import can_be_seen_through
from coreapp.i18n import _, format_minutes
from coreapp.services.autostart import Autostart
from coreapp.services.desk_check import Check, DeskFacts, sense_checks, show_checks
from coreapp.services.desk_remedies import DeskKind, desk_kind
from coreapp.services.desk_senses import DeskSenses
from coreapp.services.media_session import MediaSession
from coreapp.services.notifying import Failed, Notice, NoticeButton, NoticeEvent, Notifier, Pressed
from coreapp.services.ports import KeepAwake
from coreapp.services.sound_check import SoundCheck
from coreapp.ui.breaks.answers import BreakAnswer
from coreapp.ui.breaks.prompt_bar import BarButton, BarContent, PromptBar, can_be_placed
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.navigation import Shell
from coreapp.ui.theme.theme import Theme
from coreapp.ui.tray import TrayIcon

BAR_MS = 8_000
"""So long a bar stays that is shown to be tried."""

_NOTICE = "self-test"
_SEEN = "seen"
"""The only button of the notification that is sent to be tried."""


class Outside(Protocol):
    """What shows breaks and reminders outside of the window."""

    @property
    def tray(self) -> TrayIcon:
        """The icon in the tray."""

    @property
    def backed_notifier(self) -> Notifier:
        """Shows notifications."""


class Heard(Protocol):
    """What plays and shows sessions."""

    @property
    def tones_name(self) -> str | None:
        """What plays tones; `none` if nothing does, None before the first one."""

    @property
    def sound_check(self) -> SoundCheck:
        """Tells of the voice."""

    @property
    def awake(self) -> KeepAwake:
        """Keeps the screen awake in a session."""

    @property
    def media(self) -> MediaSession:
        """Shows a session to the desktop."""


@dataclass(frozen=True, slots=True)
class Desktop:
    """Everything that knows something of the desktop."""

    senses: DeskSenses
    outside: Outside
    sessions: Heard
    autostart: Autostart


class Sensing(QObject):
    """Satisfies `coreapp.services.desk_check.DeskTests`."""

    def __init__(self, desktop: Desktop, theme: Theme, art: FigureArt, shell: Shell) -> None:
        """Look for nothing yet: that starts others' programs, and pages are made before a visit.

        Args:
            desktop: what is asked.
            theme: the look of the bar.
            art: draws its figure.
            shell: says what became of a test.
        """
        super().__init__()
        self._senses = desktop.senses
        self._notifier = desktop.outside.backed_notifier
        self._tray = desktop.outside.tray
        self._sessions = desktop.sessions
        self._sound = desktop.sessions.sound_check
        self._autostart = desktop.autostart
        self._theme = theme
        self._art = art
        self._shell = shell
        self._bar: PromptBar | None = None
        self._bar_time = QTimer(self)
        self._bar_time.setSingleShot(True)
        self._bar_time.setInterval(BAR_MS)
        self._bar_time.timeout.connect(self.stop)
        self._has_looked = False

    @property
    def bar(self) -> PromptBar | None:
        """The bar that is shown to be tried, if it is."""
        return self._bar

    def begin(self) -> None:
        """Look for voice and notifications, once, in the background."""
        if not self._has_looked:
            self._has_looked = True
            self._sound.look()
            self._notifier.look()

    def senses(self) -> list[Check]:
        """Return what this desktop tells; waits for nothing."""
        idle = self._senses.idle_seconds()
        return list(sense_checks(self._senses.reports(), idle, _here()))

    def shows(self) -> list[Check]:
        """Return what can be shown and heard on it; waits for nothing."""
        sound, notifier = self._sound, self._notifier
        facts = DeskFacts(
            has_tray=self._tray.available,
            notifier=notifier.method,
            has_buttons=notifier.has_buttons,
            tones=self._sessions.tones_name,
            voice=sound.state if sound.is_wanted else None,
            voice_trouble=sound.trouble,
            awake=self._sessions.awake.method,
            media=self._sessions.media.name,
            autostart=self._autostart.is_on() if self._autostart.is_there else None,
            bar_is_placed=can_be_placed(),
        )
        return list(show_checks(facts, _here()))

    def look(self) -> None:
        """Look everything over again; what is different is known soon."""
        self._senses.look()
        self._notifier.look()
        self._sound.look()

    def show_bar(self) -> None:
        """Show the prompt bar for some seconds; nothing it is answered has an effect."""
        self.stop()
        bar = self._bar = PromptBar(self._theme, self._art, glassy=can_be_seen_through())
        bar.answered.connect(self.stop)
        bar.show_content(
            BarContent(
                title=_("This is how a break asks"),
                line=_("Only a test: what you answer has no effect."),
                exercise="",
                buttons=(
                    BarButton(
                        BreakAnswer.STAND, _("Stand, {time}").format(time=format_minutes(120))
                    ),
                    BarButton(BreakAnswer.SKIP, _("Skip")),
                ),
            )
        )
        bar.open()
        self._bar_time.start()

    def send_notice(self) -> None:
        """Send a notification that asks for nothing."""
        seen = NoticeButton(_SEEN, _("I see it"))
        notice = Notice(
            name=_NOTICE,
            title=_("This is how Coreapp tells something"),
            text=_("Only a test."),
            buttons=(seen,),
        )
        self._notifier.show(notice, self._hear)

    def play_tone(self) -> None:
        """Let tone and voice be heard as they are set."""
        self._sound.listen()

    def stop(self, _answer: object = None) -> None:
        """Take away what is shown to be tried."""
        self._bar_time.stop()
        bar, self._bar = self._bar, None
        if bar is not None:
            bar.dismiss()

    def _hear(self, event: NoticeEvent) -> None:
        match event:
            case Pressed():
                self._shell.tell(_("The button of the notification works."))
            case Failed():
                self._shell.tell(_("This desktop does not show the notification."))
            case _:
                pass


def _here() -> DeskKind:
    """Return which desktop this is."""
    return desk_kind(sys.platform, os.environ)
