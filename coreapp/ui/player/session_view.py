"""The session as it is played: head, figure, words, time line, controls."""

from dataclasses import replace
from typing import Final, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.player_view import PlayerView
from coreapp.domain.tempo import TEMPOS, has_tempo
from coreapp.domain.timeline import Timeline
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.player.beat import Beat, share_done
from coreapp.ui.player.beat_row import BeatRow
from coreapp.ui.player.controls import TopBar
from coreapp.ui.player.figure_stage import FigureStage
from coreapp.ui.player.movement import Pose
from coreapp.ui.player.notice import Notice
from coreapp.ui.player.side_panel import FIGURE_SHAPE, SidePanel
from coreapp.ui.player.time_row import TimeRow
from coreapp.ui.player.toggle import is_on, toggle_look, waits
from coreapp.ui.player.transport import Transport
from coreapp.ui.player.words import PhaseTexts, Upcoming
from coreapp.ui.theme import metrics
from coreapp.ui.theme.phases import PhaseLook
from coreapp.ui.theme.theme import Theme

PANEL_WIDTH: Final = 504
"""At 100 % text; large text gets more, as long as the figure keeps most of the window."""

LEAST_PANEL: Final = 0.35
MOST_PANEL: Final = 0.38
"""Shares of the window's width; the first counts on large screens."""

SMALL_PANEL: Final = 0.42
"""The same in a small window; beside the words the figure is three times as large as above them."""

STACKED_BELOW: Final = 920
"""At 100 % text, a window that is narrower has no room for two columns."""

STACKED_SHAPE: Final = 1.15
"""Nor has one that is hardly wider than high; above the words there is more room for the figure."""

NARROW_PANEL: Final = 0.37
"""Share of a narrow window's height that the words may have; the figure above gets the rest."""

LEAST_FIGURE: Final = 112
WORTH_A_ROW: Final = 1.3
"""So much higher is the figure above the words, or it stands at their side."""
WORTH_A_BEAT: Final = 200
"""So high is a figure at the side of the words, or the beat is a fact among them."""

BEAT_GAP: Final = 8
NARROW_GAP: Final = 8
"""Between the figure of a narrow window and its words."""

SPACES: Final = 24 + 4 + 8
"""What the rows stand apart, all together."""


class _Shares(NamedTuple):
    """How a narrow window's height is shared; in pixels.

    Attributes:
        above: of a figure above the words, 0 if it has no room there.
        beneath: of a figure at the side of the words.
        panel: of the words beneath a figure.
    """

    above: int
    beneath: int
    panel: int

    @property
    def figure(self) -> int:
        """The height of the figure where it has more."""
        return max(self.above, self.beneath)


class SessionView(QWidget):
    """Everything that is seen while a session is played near the screen.

    Signals:
        tapped: figure or time were clicked, which is the space bar.

    Attributes:
        question: asks whether to go on, after an absence or a cut.
        line: says something in passing, or what is wrong with the log.
    """

    tapped = Signal()

    def __init__(self, theme: Theme, art: FigureArt, title: str, timeline: Timeline) -> None:
        super().__init__()
        self._theme = theme
        self.top = TopBar(theme, title)
        self.figure = FigureStage(theme, art)
        self.beat = BeatRow(theme)
        self.panel = SidePanel(theme)
        self.question = Notice(theme)
        self.line = Notice(theme)
        self.time = TimeRow(theme, timeline)
        self.transport = Transport(theme, art)
        self._movement = QVBoxLayout()
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._column = QVBoxLayout(self)
        self._texts: PhaseTexts | None = None
        self._look = PhaseLook.GET_READY
        self._shown: tuple[PhaseTexts, PhaseLook] | None = None
        self._counts = self._counted = False
        self._fitted: tuple[object, ...] | None = None

        self._lay_out()

        for notice in (self.question, self.line):
            notice.changed.connect(self._fit)

    def set_plain(self, way_out: QWidget) -> None:
        """Keep to what a few minutes at the desk need.

        Args:
            way_out: says how to leave, in the place of the button that ends a session.
        """
        self.top.set_plain(way_out)
        self.transport.set_plain()

    def show_words(
        self, view: PlayerView, texts: PhaseTexts, upcoming: Upcoming, beat: Beat | None
    ) -> None:
        """Show all that changes by the second at most."""
        self._texts, self._look = texts, PhaseLook(view.phase.kind.value)
        self._counts = has_tempo(view.phase)
        self.beat.bar.show_beat(beat)
        tempo = view.pace.tempo
        self.beat.tempo.show_tempo(tempo, slowest=tempo == TEMPOS[0], fastest=tempo == TEMPOS[-1])
        self.transport.upcoming.show_upcoming(upcoming)
        self.time.show_view(view)
        self._show_toggle(view)
        self._follow(texts, (self._counts, upcoming, view.state, view.pace.waits))

    def show_frame(self, view: PlayerView, pose: Pose) -> None:
        """Show all that changes from frame to frame."""
        self.figure.show_pose(pose)
        self.panel.show_pulse(view)
        self.beat.bar.show_share(share_done(view))

    def minimumSizeHint(self) -> QSize:
        """Leave it to the window: the content fits itself to what there is."""
        return QSize(640, 480)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click on figure or time as the space bar."""
        if event.button() is Qt.MouseButton.LeftButton and is_on(
            event, self.figure, self.panel.digits
        ):
            self.tapped.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the figure beside the words, or above them in a narrow window."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        self._middle.setSpacing(metrics.CARD_GAP)
        self._movement.setSpacing(BEAT_GAP)
        self._movement.addWidget(self.figure, 1)
        self._movement.addWidget(self.beat)
        self._middle.addLayout(self._movement, 1)
        self._middle.addWidget(self.panel)
        self._column.setSpacing(0)
        self._column.addWidget(self.top)
        self._column.addSpacing(24)
        self._column.addLayout(self._middle, 1)
        self._column.addSpacing(4)
        for notice in (self.question, self.line):
            self._column.addWidget(notice)
        self._column.addSpacing(8)
        self._column.addWidget(self.time)
        self._column.addWidget(self.transport)

    def _follow(self, texts: PhaseTexts, seen: tuple[object, ...]) -> None:
        """Fit what is shown into its room; from second to second only the digits change."""
        digits = "0" * len(texts.digits)
        same = (replace(texts, digits=digits), self._look, self._theme.fonts, seen)
        if same == self._fitted:
            self._show_texts(counted=self._counted)
        else:
            self._fitted = same
            self._fit()

    def _fit(self) -> None:
        small, narrow = self.width() < metrics.NARROW_BELOW, self._is_narrow()
        margin = metrics.PAGE_MARGIN_NARROW if small else metrics.PAGE_MARGIN
        self._column.setContentsMargins(margin, margin - 20 if not small else 16, margin, 20)
        self._middle.setSpacing(NARROW_GAP if narrow else metrics.CARD_GAP)
        # One at a time: what is asked first, and the line in passing when it is answered.
        self.line.give_way(wanted=not self.question.isHidden())
        width = self._panel_width(small=small)
        if narrow:
            width = self.width() - 2 * margin
        self.panel.setFixedWidth(width)
        self.panel.set_size(narrow=narrow, small=small)
        self.transport.set_width(self.width() - 2 * margin, narrow=small)
        beat = self.beat.sizeHint().height() + BEAT_GAP if self._counts else 0
        self._show_texts(counted=bool(beat))
        self.panel.fit_words(width, self._room(), self.height())
        if narrow:
            self._share_height(width, beat)
        else:
            self._middle.setDirection(QBoxLayout.Direction.LeftToRight)
            self._place_figure(beneath=False)
            self._place_line(among=False)
            self.figure.show()
            self.transport.show()
            self._fit_panel(width, self._room())

    def _is_narrow(self) -> bool:
        """Tell whether the figure stands above the words."""
        if self.width() >= metrics.NARROW_BELOW:
            return False
        least = self._theme.fonts.pixels(STACKED_BELOW)
        return self.width() < max(least, self.height() * STACKED_SHAPE)

    def _panel_width(self, *, small: bool) -> int:
        wanted = max(PANEL_WIDTH * self._theme.fonts.factor, self.width() * LEAST_PANEL)
        return round(min(wanted, self.width() * (SMALL_PANEL if small else MOST_PANEL)))

    def _share_height(self, width: int, beat: int) -> None:
        """Give the words of a narrow window what they need, then the figure, then the beat.

        What would take the figure's room gives way: a line in passing stands where the steps are,
        and a question in the place of the buttons, whose answers do what they would.
        """
        room = self._room()
        shares = self._shares(width, room, beat)
        if beat and not shares.above and shares.beneath < WORTH_A_BEAT:
            beat = 0
            self._show_texts(counted=False)
            shares = self._shares(width, room, beat)
        among = asks = False
        if shares.figure < LEAST_FIGURE and not self.question.isHidden():
            more = room + self._height_of(self.transport)
            instead = self._shares(width, more, beat)
            asks = instead.figure >= LEAST_FIGURE or room < self.panel.least_height(width)
            if asks:
                room, shares = more, instead
        self.transport.setHidden(asks)
        if shares.figure < LEAST_FIGURE and not self.line.isHidden():
            more = room + self._height_of(self.line)
            beneath = self.panel.room_beneath(width, more)
            words = self.panel.height_with(self.line, width)
            among = beneath >= LEAST_FIGURE and words <= more
            if among:
                room, shares = more, _Shares(0, beneath, words)
        self._place_line(among=among)
        self._place_shares(width, room - beat, shares)

    def _shares(self, width: int, room: int, beat: int) -> _Shares:
        needed = self.panel.needed_height(width)
        left = room - beat - NARROW_GAP
        panel = min(max(needed, round(self.height() * NARROW_PANEL)), left - LEAST_FIGURE)
        above = left - panel if left - needed >= LEAST_FIGURE else 0
        return _Shares(above, self.panel.room_beneath(width, room - beat), panel)

    def _place_shares(self, width: int, room: int, shares: _Shares) -> None:
        above, beneath, panel = shares
        # Large text leaves little room above the words, but more at their side.
        is_beneath = beneath * WORTH_A_ROW > min(above, width / FIGURE_SHAPE)
        self._place_figure(beneath=is_beneath)
        # Without the figure the beat stands alone, and nearer to the time line.
        direction = QBoxLayout.Direction
        self._middle.setDirection(direction.BottomToTop if is_beneath else direction.TopToBottom)
        self.figure.setVisible(shares.figure >= LEAST_FIGURE)
        self._fit_panel(width, room if is_beneath or not above else panel)

    def _place_figure(self, *, beneath: bool) -> None:
        """Let the figure stand over the words or beside them, or in their first column."""
        if beneath is self.panel.isAncestorOf(self.figure):
            return
        if beneath:
            self.panel.take_beneath(self.figure)
        else:
            self.panel.give_back(self.figure)
            self._movement.insertWidget(0, self.figure, 1)

    def _place_line(self, *, among: bool) -> None:
        """Let the line in passing stand among the words, or over the time line."""
        if among is self.panel.isAncestorOf(self.line):
            return
        shown = not self.line.isHidden()
        if among:
            self.panel.take_note(self.line)
        else:
            self.panel.give_back_note()
            self._column.insertWidget(self._column.indexOf(self.question) + 1, self.line)
        self.line.setVisible(shown)  # who gets another parent is hidden by that

    def _fit_panel(self, width: int, room: int) -> None:
        self.panel.setMaximumHeight(room)
        self.panel.fit(width, room, self.height())

    def _show_texts(self, *, counted: bool) -> None:
        """Show the words; what is counted beneath the figure is not written beside it again."""
        self._counted = counted
        self.beat.setVisible(counted)
        if self._texts is None:
            return
        facts = self._texts.facts
        if self._texts.repetition and not counted:
            facts += (self._texts.repetition,)
        shown = (replace(self._texts, facts=facts), self._look)
        if shown != self._shown:
            self._shown = shown
            self.panel.show_texts(*shown)

    def _room(self) -> int:
        """Return the height that is left for figure and words."""
        margins = self._column.contentsMargins()
        others: list[QWidget] = [self.top, self.time, self.transport]
        others += [notice for notice in (self.question, self.line) if not notice.isHidden()]
        taken = sum(map(self._height_of, others))
        return self.height() - margins.top() - margins.bottom() - taken - SPACES

    def _height_of(self, widget: QWidget) -> int:
        """Return how high a row is over the whole width."""
        if not widget.hasHeightForWidth():
            return widget.sizeHint().height()
        margins = self._column.contentsMargins()
        return widget.heightForWidth(self.width() - margins.left() - margins.right())

    def _show_toggle(self, view: PlayerView) -> None:
        self.top.show_pause(shown=waits(view))
        self.top.show_pace(waits=view.pace.waits)
        self.transport.show_toggle(*toggle_look(view))
