"""The session read from across the room: large figures on the phase's saturated colour."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from coreapp.domain.player_view import PlayerView
from coreapp.i18n import _, format_clock
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.player.figure_stage import FigureStage
from coreapp.ui.player.movement import Pose
from coreapp.ui.player.words import PhaseTexts, Upcoming
from coreapp.ui.theme.phases import PhaseLook
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.big_digits import BigDigits
from coreapp.ui.widgets.labels import WrappedLabel
from coreapp.ui.widgets.phase_badge import PhaseBadge

_FULL: Final = (1440, 900)
_DIGITS: Final = 0.385
"""Height of the digits, of the window's; more than the quarter that is promised."""

_CLOCK: Final = 0.30
_NAME_PIXELS: Final = 88
_LINE_PIXELS: Final = 44
_LEAST_PIXELS: Final = 24
_EDGE: Final = 64
_BETWEEN: Final = 24
_LEAST_FIGURE: Final = 200


class DistanceView(QWidget):
    """Time, exercise, side, set and what is next; a click anywhere is the space bar.

    Signals:
        toggle_requested: it was clicked.
    """

    toggle_requested = Signal()

    def __init__(self, theme: Theme, art: FigureArt) -> None:
        super().__init__()
        self._theme = theme
        self.badge = PhaseBadge(theme, _LINE_PIXELS)
        self._left = QLabel()
        self.digits = BigDigits(theme, 346)
        self._figure = FigureStage(theme, art, on_colour=True)
        self.name = WrappedLabel()
        self._facts = WrappedLabel()
        self._next = WrappedLabel()
        self._column = QVBoxLayout(self)

        self._lay_out()

        theme.changed.connect(self._show_look)
        self._show_look()

    def show_words(self, view: PlayerView, texts: PhaseTexts, upcoming: Upcoming) -> None:
        """Show all that changes by the second at most."""
        colours = self._theme.tokens.distance
        word = texts.state or texts.badge
        self.badge.show_phase(PhaseLook(view.phase.kind.value), word, colours.text)
        self._left.setText(_("{time} left").format(time=format_clock(view.session_left)))
        self.digits.show_text(texts.digits, _("{time} left").format(time=texts.digits))
        self._make_room()
        self.name.setText(texts.title)
        facts = (texts.side, *texts.facts, texts.repetition)
        self._facts.setText(" · ".join(filter(None, facts)))
        line = _("{caption}: {text}").format(caption=upcoming.caption, text=upcoming.text)
        self._next.setText(texts.hint or line)

    def show_frame(self, view: PlayerView, pose: Pose) -> None:
        """Show all that changes from frame to frame."""
        self._figure.show_pose(pose)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a click as the space bar."""
        self.toggle_requested.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the size of everything to the window."""
        super().resizeEvent(event)
        self._show_look()
        self._make_room()  # in a pause no second comes that would

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.badge)
        head.addStretch(1)
        head.addWidget(self._left)
        middle = QHBoxLayout()
        middle.setSpacing(_BETWEEN)
        middle.addWidget(self.digits, 5)
        middle.addWidget(self._figure, 6)
        column = self._column
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(middle, 1)
        column.addWidget(self.name)
        column.addWidget(self._facts)
        column.addSpacing(12)
        column.addWidget(self._next)

    def _make_room(self) -> None:
        """Give the digits their height and the width that they need, the figure what is left."""
        share = _CLOCK if len(self.digits.text) > 2 else _DIGITS
        self.digits.set_digit_height(self.height() * share)
        edge = min(_EDGE, round(self.width() * _EDGE / 1000))
        self._column.setContentsMargins(edge, min(edge, 44), edge, min(edge, 44))
        inner = self.width() - 2 * edge
        needed = min(inner, self.digits.sizeHint().width())
        self.digits.setMinimumWidth(needed)
        self._figure.setVisible(inner - needed - _BETWEEN >= _LEAST_FIGURE)

    def _show_look(self) -> None:
        """Set fonts and colours; both follow the window and not the text size of the pages."""
        share = min(self.width() / _FULL[0], self.height() / _FULL[1])
        factor = self._theme.fonts.factor
        line = max(_LEAST_PIXELS, _LINE_PIXELS * share) / factor
        fonts, colours = self._theme.fonts, self._theme.tokens.distance
        name = fonts.sized(_NAME_PIXELS * share / factor, QFont.Weight.Bold, -2.5)
        medium = fonts.sized(line, QFont.Weight.Medium)
        for label, font, colour in (
            (self._left, medium, colours.text2),
            (self.name, name, colours.text),
            (self._facts, medium, colours.text2),
            (self._next, medium, colours.text2),
        ):
            label.setFont(font)
            label.setStyleSheet(f"color: {colour.name()};")
        self.badge.set_pixels(round(line))
        self.digits.set_colour(colours.text)
