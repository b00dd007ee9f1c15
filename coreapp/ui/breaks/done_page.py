"""What is seen for a moment when the routine of a break is over."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coreapp.i18n import _, format_clock
from coreapp.ui.breaks.esc_hint import EscHint, WayOut
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.player.figure_stage import FigureStage
from coreapp.ui.player.movement import Pose
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.phases import PhaseLook
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.announce import announce
from coreapp.ui.widgets.labels import make_text, set_kind
from coreapp.ui.widgets.phase_badge import PhaseBadge

_BADGE_PIXELS: Final = 40
_LINE_PIXELS: Final = 20
_ROOMY: Final = 640


@dataclass(frozen=True, slots=True)
class DoneWords:
    """What is said when a routine is over.

    Attributes:
        pose: what its figure came to rest in; None if there is none.
    """

    badge: str
    title: str
    line: str
    pose: Pose | None = None


def done_words(title: str, missing: float, pose: Pose | None = None) -> DoneWords:
    """Return what is said at the end of a routine.

    Args:
        title: of the routine.
        missing: seconds of rest that the break still needs; 0 if it was served.
        pose: what its figure came to rest in.
    """
    line = _("That was your break. Sitting counts anew from your next key press.")
    if missing > 0:
        line = _("Another {time} on your feet, and the break is whole.").format(
            time=format_clock(missing)
        )
    return DoneWords(_("Done"), title, line, pose)


class DonePage(QWidget):
    """The tick, what was done, and what comes of it; the next key or click takes it away.

    Signals:
        dismissed: it was clicked.
    """

    dismissed = Signal()

    def __init__(self, theme: Theme, art: FigureArt) -> None:
        super().__init__()
        self._theme = theme
        self._figure = FigureStage(theme, art)
        self._badge = PhaseBadge(theme, _BADGE_PIXELS)
        self._title = make_text("", Type.FIGURE)
        self._line = make_text("", tone="ink2")
        self._line.setProperty("role", "lead")  # between two steps of the scale
        self._outer = QVBoxLayout(self)
        self._lay_out(EscHint(theme, WayOut.ANY_KEY))
        theme.changed.connect(self._scale)

    @property
    def line(self) -> str:
        """What comes of it."""
        return self._line.text()

    def show_words(self, words: DoneWords) -> None:
        """Say what was done."""
        self._badge.show_phase(PhaseLook.DONE, words.badge)
        self._title.setText(words.title)
        self._line.setText(words.line)
        if words.pose is not None:
            self._figure.show_pose(words.pose)
        announce(self, f"{words.badge}. {words.line}")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a click as the wish to go on with the day."""
        self.dismissed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the proportions on large and small screens."""
        super().resizeEvent(event)
        self._scale()

    def _lay_out(self, hint: EscHint) -> None:
        words = QVBoxLayout()
        words.setSpacing(16)
        words.addStretch(2)
        words.addWidget(self._badge)
        words.addSpacing(8)
        words.addWidget(self._title)
        words.addWidget(self._line)
        words.addStretch(3)
        both = QHBoxLayout()
        both.setSpacing(48)
        both.addWidget(self._figure, 11)
        both.addLayout(words, 9)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(hint)
        self._outer.addLayout(both, 1)
        self._outer.addLayout(foot)

    def _scale(self) -> None:
        side, top = round(self.width() * 0.06), round(self.height() * 0.055)
        self._outer.setContentsMargins(max(24, side), max(24, top), max(24, side), max(20, top))
        roomy = self.height() >= self._theme.fonts.pixels(_ROOMY)
        set_kind(self._title, Type.FIGURE if roomy else Type.PAGE)
        self._line.setFont(self._theme.fonts.sized(_LINE_PIXELS, QFont.Weight.Normal))
