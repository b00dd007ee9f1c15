"""The foot of the player: what comes next, the buttons, and the keys to remember."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from coreapp.domain.timeline import Phase
from coreapp.i18n import _, pgettext
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.player.controls import PlayerButton, keep_height, keep_keys
from coreapp.ui.player.movement import still_shot
from coreapp.ui.player.words import Upcoming
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import ButtonKind, IconButton, RoundButton
from coreapp.ui.widgets.key_cap import KeyCap
from coreapp.ui.widgets.labels import make_label, make_text, set_kind

NUDGE_SECONDS = 10
THUMBNAIL = QSize(76, 56)
TOGGLE = 72
BETWEEN, CLOSE = 16, 4
"""The buttons, which are larger than their signs."""
LARGE_TEXT = 1.4
"""From here on words need the room of the small picture."""
VERY_LARGE_TEXT = 1.75
"""From here on they need that which keeps the buttons in the middle, in any window."""
LINES = 2
"""So many lines what comes next has, whether it needs them or not: what is above stays there."""


class UpcomingLine(QWidget):
    """What comes next, with its figure."""

    def __init__(self, theme: Theme, art: FigureArt) -> None:
        super().__init__()
        self._theme = theme
        self._art = art
        self._phase: Phase | None = None
        self._shown = Upcoming("", "", None)
        self._brief = False
        self._picture = QLabel()
        self._picture.setFixedSize(THUMBNAIL)
        self._picture.hide()  # the end of a session, which may be next at once, has none
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

        self._reserve()
        theme.changed.connect(self._show_picture)
        theme.changed.connect(self._reserve)

    @property
    def text(self) -> str:
        """What is said to come next."""
        return self._shown.text

    def show_upcoming(self, upcoming: Upcoming) -> None:
        """Show what comes next."""
        self._shown = upcoming
        self._show_words()
        if upcoming.phase != self._phase:
            self._phase = upcoming.phase
            self._show_picture()

    def set_brief(self, *, brief: bool) -> None:
        """Say it without a caption over it, where height is dear."""
        if brief != self._brief:
            self._brief = brief
            self._caption.setHidden(brief)
            set_kind(self._text, Type.BODY if brief else Type.BODY_STRONG)
            self._reserve()
            self._show_words()

    def _show_words(self) -> None:
        shown = self._shown
        self._caption.setText(shown.caption)
        line = _("{caption}: {text}").format(caption=shown.caption, text=shown.text)
        self._text.setText(line if self._brief and shown.text else shown.text)

    def _reserve(self) -> None:
        """Let what stands over it stay where it is when the next words are fewer or more."""
        kind = Type.BODY if self._brief else Type.BODY_STRONG
        line = QFontMetrics(self._theme.font(kind)).height()
        self._text.setMinimumHeight(LINES * line)

    def _show_picture(self) -> None:
        large = self._theme.fonts.factor >= LARGE_TEXT
        if self._phase is None or large or not self._art.shows(self._phase.exercise):
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
        self._theme = theme
        self.upcoming = UpcomingLine(theme, art)
        self.back = IconButton(theme, Icon.PREVIOUS, "", "ink", player=True)
        quiet = ButtonKind.QUIET
        self.rewind = PlayerButton(theme, "", "", quiet)
        self.toggle = RoundButton(theme, Icon.PLAY, _("Start (Space)"))
        self.toggle.setFixedSize(TOGGLE, TOGGLE)
        self.forward = PlayerButton(theme, "", "", quiet)
        self.next = IconButton(theme, Icon.NEXT, "", "ink", player=True)
        self._row = QHBoxLayout(self)
        self._buttons = QHBoxLayout()
        self._keys = QWidget()
        self._right = QWidget()
        self._space = KeyCap(theme, "")
        self._space_word = make_label(kind=Type.BODY, tone="ink2")
        self._next_word = make_label(kind=Type.BODY, tone="ink2")
        self._help = KeyCap(theme, "?")
        self._help_word = make_label(kind=Type.BODY, tone="ink2")

        keep_height(self)
        self.setMinimumHeight(TOGGLE)
        self._lay_out(theme)
        self._name_all()

        for button in (self.back, self.rewind, self.toggle, self.forward, self.next):
            keep_keys(button)
        self.back.clicked.connect(self.back_requested)
        self.next.clicked.connect(self.next_requested)
        self.toggle.clicked.connect(self.toggle_requested)
        self.rewind.clicked.connect(self._rewind)
        self.forward.clicked.connect(self._forward)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language that is shown."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._name_all()

    def _name_all(self) -> None:
        self.back.set_icon(Icon.PREVIOUS, _("Back (←)"))
        self.rewind.rename(_("−10"), _("10 seconds back (Shift ←)"))
        self.forward.rename(_("+10"), _("10 seconds on (Shift →)"))
        self.next.set_icon(Icon.NEXT, _("Next (→)"))
        self._space.set_text(pgettext("key", "Space"))
        self._next_word.setText(_("Next"))
        self._help_word.setText(_("All keys"))

    def show_toggle(self, icon: Icon, word: str) -> None:
        """Show what the large button and the space bar do now."""
        self.toggle.set_icon(icon, _("{action} (Space)").format(action=word))
        self._space_word.setText(word)

    def set_plain(self) -> None:
        """Leave out what a session of a few minutes can do without."""
        for each in (self.rewind, self.forward, self._help, self._help_word):
            each.hide()

    def set_width(self, width: int, *, narrow: bool) -> None:
        """Leave out the keys where there is no room for them.

        Args:
            width: of the whole row.
            narrow: the window is too small for them in any language.
        """
        beside = (width - self._buttons.sizeHint().width()) / 2 - 2 * self._row.spacing()
        self._keys.setVisible(not narrow and self._keys.sizeHint().width() <= beside)
        # Words of twice the size need the room that only keeps the buttons in the middle.
        most = LARGE_TEXT if narrow else VERY_LARGE_TEXT
        self._right.setVisible(self._theme.fonts.factor < most)
        self.upcoming.set_brief(brief=self._theme.fonts.factor >= most)
        self._buttons.setSpacing(BETWEEN if self._theme.fonts.factor < most else CLOSE)

    def _lay_out(self, theme: Theme) -> None:
        buttons = self._buttons
        buttons.setSpacing(BETWEEN)
        for button in (self.back, self.rewind, self.toggle, self.forward, self.next):
            buttons.addWidget(button)
        keys = QHBoxLayout(self._keys)
        keys.setContentsMargins(0, 0, 0, 0)
        keys.setSpacing(8)
        keys.addStretch(1)
        words = (
            (self._space, self._space_word),
            (KeyCap(theme, "→"), self._next_word),
            (self._help, self._help_word),
        )
        for index, (key, word) in enumerate(words):
            keys.addSpacing(8 if index else 0)
            keys.addWidget(key)
            keys.addWidget(word)
        row = self._row
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        inner = QHBoxLayout(self._right)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._keys)
        row.addWidget(self.upcoming, 1)
        row.addLayout(buttons)
        row.addWidget(self._right, 1)

    def _rewind(self) -> None:
        self.nudge_requested.emit(-NUDGE_SECONDS)

    def _forward(self) -> None:
        self.nudge_requested.emit(NUDGE_SECONDS)
