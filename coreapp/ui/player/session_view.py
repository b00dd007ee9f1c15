"""The session as it is played: head, figure, words, time line, controls."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.player import PlayerState, PlayerView
from coreapp.domain.timeline import Timeline
from coreapp.i18n import _
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.player.controls import TimeRow, TopBar, Transport
from coreapp.ui.player.figure_stage import FigureStage
from coreapp.ui.player.movement import Pose
from coreapp.ui.player.notice import Notice
from coreapp.ui.player.side_panel import SidePanel
from coreapp.ui.player.words import PhaseTexts, Upcoming
from coreapp.ui.theme import metrics
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.phases import PhaseLook
from coreapp.ui.theme.theme import Theme

PANEL_WIDTH: Final = 504
NARROW_PANEL: Final = 0.37
"""Share of a small window's height that the words may have; the figure above gets the rest."""

LEAST_FIGURE: Final = 112
SPACES: Final = 24 + 8 + 8 + 8
"""What the rows stand apart, all together."""


class SessionView(QWidget):
    """Everything that is seen while a session is played near the screen.

    Attributes:
        question: asks whether to go on, after an absence or a cut.
        line: says something in passing, or what is wrong with the log.
    """

    def __init__(self, theme: Theme, art: FigureArt, title: str, timeline: Timeline) -> None:
        super().__init__()
        self.top = TopBar(theme, title)
        self.figure = FigureStage(theme, art)
        self.panel = SidePanel(theme)
        self.question = Notice(theme)
        self.line = Notice(theme)
        self.time = TimeRow(theme, timeline)
        self.transport = Transport(theme, art)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._column = QVBoxLayout(self)

        self._lay_out()

    def show_words(self, view: PlayerView, texts: PhaseTexts, upcoming: Upcoming) -> None:
        """Show all that changes by the second at most."""
        self.panel.show_texts(texts, PhaseLook(view.phase.kind.value))
        self.transport.upcoming.show_upcoming(upcoming)
        self.time.show_view(view)
        self._show_toggle(view)
        self._fit()

    def show_frame(self, view: PlayerView, pose: Pose) -> None:
        """Show all that changes from frame to frame."""
        self.figure.show_pose(pose)
        self.panel.show_pulse(view)

    def minimumSizeHint(self) -> QSize:
        """Leave it to the window: the content fits itself to what there is."""
        return QSize(640, 480)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the figure beside the words, or above them in a small window."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        self._middle.setSpacing(metrics.CARD_GAP)
        self._middle.addWidget(self.figure, 1)
        self._middle.addWidget(self.panel)
        self._column.setSpacing(0)
        self._column.addWidget(self.top)
        self._column.addSpacing(24)
        self._column.addLayout(self._middle, 1)
        self._column.addSpacing(8)
        for notice in (self.question, self.line):
            self._column.addWidget(notice)
        self._column.addSpacing(8)
        self._column.addWidget(self.time)
        self._column.addSpacing(8)
        self._column.addWidget(self.transport)

    def _fit(self) -> None:
        narrow = self.width() < metrics.NARROW_BELOW
        margin = metrics.PAGE_MARGIN_NARROW if narrow else metrics.PAGE_MARGIN
        self._column.setContentsMargins(margin, margin - 20 if not narrow else 16, margin, 20)
        direction = QBoxLayout.Direction
        self._middle.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._middle.setSpacing(8 if narrow else metrics.CARD_GAP)
        width = min(PANEL_WIDTH, round(self.width() * 0.38))
        if narrow:
            width = self.width() - 2 * margin
        self.panel.setFixedWidth(width)
        self.panel.set_narrow(narrow=narrow)
        self.transport.set_narrow(narrow=narrow)
        room = self._room()
        if narrow:
            needed = self.panel.needed_height(width, self.height())
            seen = room - needed >= LEAST_FIGURE
            self.figure.setVisible(seen)
            room = max(needed, round(self.height() * NARROW_PANEL)) if seen else room
            room = min(room, self._room() - LEAST_FIGURE) if seen else room
        else:
            self.figure.show()
        self.panel.setMaximumHeight(room)
        self.panel.fit(width, room, self.height())

    def _room(self) -> int:
        """Return the height that is left for figure and words."""
        margins = self._column.contentsMargins()
        others: list[QWidget] = [self.top, self.time, self.transport]
        others += [notice for notice in (self.question, self.line) if not notice.isHidden()]
        inner = self.width() - margins.left() - margins.right()
        taken = sum(
            each.heightForWidth(inner) if each.hasHeightForWidth() else each.sizeHint().height()
            for each in others
        )
        return self.height() - margins.top() - margins.bottom() - taken - SPACES

    def _show_toggle(self, view: PlayerView) -> None:
        running = view.state is PlayerState.RUNNING
        taps = running and view.phase.until_tapped
        self.top.pause.setVisible(taps)
        if taps:
            self.transport.show_toggle(Icon.CHECK, _("Done"))
        elif running or view.state is PlayerState.LEAD_IN:
            self.transport.show_toggle(Icon.PAUSE, _("Pause"))
        else:
            self.transport.show_toggle(Icon.PLAY, _("Go on"))
