"""Routines for here and now, by the minutes there are."""

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.routine import Routine
from coreapp.i18n import _, format_minutes
from coreapp.services.library import Library
from coreapp.services.routine_lists import LENGTHS, fitting
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.pages.parts import ExercisePicture, clear_layout
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonSize
from coreapp.ui.widgets.card import Card
from coreapp.ui.widgets.labels import make_text
from coreapp.ui.widgets.segmented import SegmentedChoice

PICTURE: Final = 44


class QuickCard(Card):
    """How many minutes there are, and a row for each routine that fills them.

    Signals:
        play_requested: the id of the routine.
    """

    play_requested = Signal(str)

    def __init__(self, theme: Theme, art: FigureArt, library: Library) -> None:
        super().__init__(_("I have a few minutes"))
        self._theme = theme
        self._art = art
        self._library = library
        self._minutes = SegmentedChoice(theme)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._minutes.setAccessibleName(_("I have a few minutes"))
        self._minutes.set_options([(str(each), format_minutes(each * 60)) for each in LENGTHS])
        self.body.addWidget(self._minutes)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        self._minutes.chosen.connect(self.show_routines)

    def set_narrow(self, *, narrow: bool) -> None:
        """Make do with less room."""
        padding = metrics.CARD_GAP_NARROW if narrow else metrics.CARD_PADDING
        self.body.setContentsMargins(padding, padding, padding, padding)

    def show_routines(self) -> None:
        """Show the routines that fill the chosen minutes."""
        clear_layout(self._rows)
        for routine in fitting(self._library, int(self._minutes.value())):
            self._rows.addWidget(self._row(routine))

    def _row(self, routine: Routine) -> QWidget:
        name = self._library.routine_name(routine.id)
        length = format_minutes(self._seconds_of(routine))
        start = Button(self._theme, length, icon=Icon.PLAY, size=ButtonSize.SMALL)
        start.setAccessibleName(_("Start {routine}, {length}").format(routine=name, length=length))
        start.setObjectName(f"quick_{routine.id}")
        start.clicked.connect(partial(self.play_requested.emit, routine.id))
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setSpacing(12)
        layout.addWidget(ExercisePicture(self._theme, self._art, routine.exercises[0], PICTURE))
        layout.addWidget(make_text(name, Type.BODY_STRONG), 1)
        layout.addWidget(start)
        return row

    def _seconds_of(self, routine: Routine) -> float:
        return self._library.timeline(routine.id).seconds
