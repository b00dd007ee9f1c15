"""What the player is steered by: the bar at the head, the time line and the buttons at the foot."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from coreapp.domain.player import PlayerView
from coreapp.domain.timeline import Phase, Timeline
from coreapp.i18n import _, format_clock, pgettext
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.player.movement import still_shot
from coreapp.ui.player.words import Upcoming
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.phases import PhaseLook
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, IconButton, RoundButton
from coreapp.ui.widgets.key_cap import KeyCap
from coreapp.ui.widgets.labels import ElidingLabel, make_label, make_text
from coreapp.ui.widgets.timeline_bar import BarPhase, TimelineBar

NUDGE_SECONDS = 10
THUMBNAIL = QSize(76, 56)
TOGGLE = 72
LARGE_TEXT = 1.4
"""From here on words need the room of the small picture."""


def keep_keys(button: QAbstractButton) -> None:
    """Let a click leave the keyboard where it is, so that Space goes on meaning pause."""
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)


def _keep_height(widget: QWidget) -> None:
    """Give what is in short supply to others, and take none from them."""
    widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)


class PlayerButton(Button):
    """A button with a text, large enough to be hit without looking closely."""

    def __init__(self, theme: Theme, text: str, name: str, kind: ButtonKind) -> None:
        self._least = theme.fonts.pixels(metrics.HIT_PLAYER)
        super().__init__(theme, text, kind)
        self.setAccessibleName(name)
        self.setToolTip(name)
        keep_keys(self)

    def sizeHint(self) -> QSize:
        """Return the text's size, at least what a finger hits."""
        return super().sizeHint().expandedTo(QSize(self._least, self._least))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()


class TopBar(QWidget):
    """Title, place in the session, and what concerns the window.

    Signals:
        mute_requested, full_screen_requested, help_requested, end_requested: a button was pressed.
        pause_requested: pause, while the large button is taken by the tap.
    """

    pause_requested = Signal()
    mute_requested = Signal()
    full_screen_requested = Signal()
    help_requested = Signal()
    end_requested = Signal()

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._title = ElidingLabel(title, Type.TITLE)
        self._place = make_label(kind=Type.BODY, tone="ink2")
        self.pause = IconButton(theme, Icon.PAUSE, _("Pause (P)"), player=True)
        self.mute = IconButton(theme, Icon.SOUND, _("Tones off (M)"), player=True)
        self.full_screen = IconButton(theme, Icon.FULL_SCREEN, _("Full screen (F)"), player=True)
        self.help = IconButton(theme, Icon.HELP, _("All keys (?)"), player=True)
        name = _("End the session (Esc)")
        self.end = PlayerButton(theme, _("End…"), name, ButtonKind.OUTLINE)
        _keep_height(self)

        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._title)
        row.addSpacing(8)
        row.addWidget(self._place)
        row.addStretch(1)
        for icon in (self.pause, self.mute, self.full_screen, self.help):
            row.addWidget(icon)
        row.addSpacing(12)
        row.addWidget(self.end)

        for button, signal in (
            (self.pause, self.pause_requested),
            (self.mute, self.mute_requested),
            (self.full_screen, self.full_screen_requested),
            (self.help, self.help_requested),
            (self.end, self.end_requested),
        ):
            keep_keys(button)
            button.clicked.connect(signal)
        self.pause.hide()

    def show_place(self, text: str) -> None:
        """Say which exercise of how many it is."""
        self._place.setText(text)

    def show_muted(self, *, muted: bool) -> None:
        """Show whether tones are heard."""
        if muted:
            self.mute.set_icon(Icon.SOUND_OFF, _("Tones on (M)"))
        else:
            self.mute.set_icon(Icon.SOUND, _("Tones off (M)"))


class TimeRow(QWidget):
    """Elapsed, the whole session as a bar, and what is left."""

    seek_requested = Signal(float)

    def __init__(self, theme: Theme, timeline: Timeline) -> None:
        super().__init__()
        self._elapsed = make_label(kind=Type.BODY, tone="ink2")
        self._left = make_label(kind=Type.BODY, tone="ink2")
        self._left.setTextFormat(Qt.TextFormat.RichText)
        self.bar = TimelineBar(theme)
        self.bar.setAccessibleName(_("Time line"))
        self.bar.setToolTip(_("Click to go there"))
        self.bar.show_timeline(_bar_phases(timeline))
        _keep_height(self)

        times = QHBoxLayout()
        times.setContentsMargins(0, 0, 0, 0)
        times.addWidget(self._elapsed)
        times.addStretch(1)
        times.addWidget(self._left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(times)
        column.addWidget(self.bar)

        self.bar.seek_requested.connect(self.seek_requested)

    def show_view(self, view: PlayerView) -> None:
        """Show where the session is."""
        elapsed, left = format_clock(int(view.session_into)), format_clock(view.session_left)
        self._elapsed.setText(elapsed)
        self._left.setText(_("{time} left").format(time=f"<b>{left}</b>"))
        self._left.setAccessibleName(_("{time} left").format(time=left))
        spoken = _("{elapsed} gone, {left} left").format(elapsed=elapsed, left=left)
        self.bar.show_position(view.session_into, spoken)


class UpcomingLine(QWidget):
    """What comes next, with its figure."""

    def __init__(self, theme: Theme, art: FigureArt) -> None:
        super().__init__()
        self._theme = theme
        self._art = art
        self._phase: Phase | None = None
        self._picture = QLabel()
        self._picture.setFixedSize(THUMBNAIL)
        self._caption = make_label(kind=Type.BODY, tone="ink2")
        self._text = make_text(kind=Type.BODY_STRONG)

        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._caption)
        words.addWidget(self._text)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._picture)
        row.addLayout(words, 1)

        theme.changed.connect(self._show_picture)

    @property
    def text(self) -> str:
        """What is said to come next."""
        return self._text.text()

    def show_upcoming(self, upcoming: Upcoming) -> None:
        """Show what comes next."""
        self._caption.setText(upcoming.caption)
        self._text.setText(upcoming.text)
        if upcoming.phase != self._phase:
            self._phase = upcoming.phase
            self._show_picture()

    def _show_picture(self) -> None:
        large = self._theme.fonts.factor >= LARGE_TEXT
        if self._phase is None or large or not self._art.has(self._phase.exercise):
            self._picture.hide()
            return
        self._picture.show()
        shot, dpr = still_shot(self._phase), self.devicePixelRatioF()
        self._picture.setPixmap(self._art.pixmap(shot, THUMBNAIL, self._theme.tokens, dpr))


class Transport(QWidget):
    """What comes next, the buttons, and the keys to remember.

    Signals:
        back_requested, next_requested, toggle_requested: a button was pressed.
        nudge_requested: go so many seconds on, or back if negative.
    """

    back_requested = Signal()
    next_requested = Signal()
    toggle_requested = Signal()
    nudge_requested = Signal(float)

    def __init__(self, theme: Theme, art: FigureArt) -> None:
        super().__init__()
        self.upcoming = UpcomingLine(theme, art)
        self.back = IconButton(theme, Icon.PREVIOUS, _("Back (←)"), "ink", player=True)
        quiet = ButtonKind.QUIET
        self.rewind = PlayerButton(theme, _("−10"), _("10 seconds back (Shift ←)"), quiet)
        self.toggle = RoundButton(theme, Icon.PLAY, _("Start (Space)"))
        self.toggle.setFixedSize(TOGGLE, TOGGLE)
        self.forward = PlayerButton(theme, _("+10"), _("10 seconds on (Shift →)"), quiet)
        self.next = IconButton(theme, Icon.NEXT, _("Next (→)"), "ink", player=True)
        self._keys = QWidget()
        self._space_word = make_label(kind=Type.BODY, tone="ink2")

        _keep_height(self)
        self.setMinimumHeight(TOGGLE)
        self._lay_out(theme)

        for button in (self.back, self.rewind, self.toggle, self.forward, self.next):
            keep_keys(button)
        self.back.clicked.connect(self.back_requested)
        self.next.clicked.connect(self.next_requested)
        self.toggle.clicked.connect(self.toggle_requested)
        self.rewind.clicked.connect(self._rewind)
        self.forward.clicked.connect(self._forward)

    def show_toggle(self, icon: Icon, word: str) -> None:
        """Show what the large button and the space bar do now."""
        self.toggle.set_icon(icon, _("{action} (Space)").format(action=word))
        self._space_word.setText(word)

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave out the keys where there is no room for them."""
        self._keys.setVisible(not narrow)

    def _lay_out(self, theme: Theme) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(16)
        for button in (self.back, self.rewind, self.toggle, self.forward, self.next):
            buttons.addWidget(button)
        keys = QHBoxLayout(self._keys)
        keys.setContentsMargins(0, 0, 0, 0)
        keys.setSpacing(8)
        keys.addStretch(1)
        words = (
            (pgettext("key", "Space"), self._space_word),
            ("→", make_label(_("Next"), Type.BODY, "ink2")),
            ("?", make_label(_("All keys"), Type.BODY, "ink2")),
        )
        for index, (key, word) in enumerate(words):
            keys.addSpacing(8 if index else 0)
            keys.addWidget(KeyCap(theme, key))
            keys.addWidget(word)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        right = QWidget()
        inner = QHBoxLayout(right)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._keys)
        row.addWidget(self.upcoming, 1)
        row.addLayout(buttons)
        row.addWidget(right, 1)

    def _rewind(self) -> None:
        self.nudge_requested.emit(-NUDGE_SECONDS)

    def _forward(self) -> None:
        self.nudge_requested.emit(NUDGE_SECONDS)


def _bar_phases(timeline: Timeline) -> list[BarPhase]:
    """Return the phases as the bar shows them, grouped by exercise."""
    groups = {key: number for number, key in enumerate(dict.fromkeys(map(_group, timeline.phases)))}
    return [
        BarPhase(PhaseLook(phase.kind.value), phase.seconds, groups[_group(phase)])
        for phase in timeline.phases
    ]


def _group(phase: Phase) -> tuple[int, int]:
    return phase.round, phase.step
