"""A routine for here and now, made for the minutes there are."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from coreapp.domain.errors import InvalidValueError, filled
from coreapp.domain.vocabulary import AREAS
from coreapp.domain.wish import DESK, FOCUS_AREAS, LEVELS, MAT, WHOLE_BODY, WISH_PLACES, Wish
from coreapp.i18n import _, format_clock, format_list, pgettext
from coreapp.services.library import Library
from coreapp.services.vocabulary import area_label, place_label
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.pages.hurts_menu import HurtsMenu
from coreapp.ui.pages.parts import FILM, card_padding
from coreapp.ui.pages.wish_choices import ChoiceLines, MenuChoice, MinutesChoice, SparedChoice
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.card import Card
from coreapp.ui.widgets.film_cells import film_cells
from coreapp.ui.widgets.film_strip import FilmStrip
from coreapp.ui.widgets.labels import make_label, make_text

if TYPE_CHECKING:
    from coreapp.domain.composer import Composition
    from coreapp.services.composing import Composing

LONGEST_AT_DESK: Final = 5
"""Up to so many minutes the desk is offered first, then the mat."""

USUAL_LEVEL: Final = 2

_BESIDE: Final = 12
"""Between the title and what is to be spared, in pixels."""

_GAP: Final = 10
_CLOSE: Final = 2
"""Between the lines of the card, and between a line and what belongs to it, in pixels."""

ROOM_LINES: Final = 2.4
"""Two lines of text with the air between them."""


class QuickCard(Card):
    """How many minutes there are and what for, and the routine that fills them.

    The routine is made after the card has been painted for the first time, so that the first
    window does not wait for it.

    Args:
        theme: the look.
        art: draws the figures.
        library: names and doses.
        composing: makes the routines; asked for when one is needed.
        recent: the exercises done last, as far as they are known.
        hurts: what hurts today, asked with what is to be spared; None does not ask.

    Signals:
        play_requested: the id of the routine.
        exercise_requested: the id of an exercise to be shown.
    """

    play_requested = Signal(str)
    exercise_requested = Signal(str)

    def __init__(
        self,
        theme: Theme,
        art: FigureArt,
        library: Library,
        composing: "Callable[[], Composing]",
        recent: Callable[[], Sequence[str]],
        hurts: HurtsMenu | None = None,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._library = library
        self._composing = composing
        self._recent = recent
        self._day: date | None = None
        self._skipped = 0
        self._is_due = False
        self._place_chosen = False
        self._shown: Composition | None = None
        self._minutes = MinutesChoice(theme)
        self._place = _place_choice(theme)
        self._area = _area_choice(theme)
        self._level = _level_choice(theme)
        self._choices = ChoiceLines(self._place, self._area, self._level)
        self._spared = SparedChoice(theme, FOCUS_AREAS)
        self._title = make_text(_("I have a few minutes"), Type.TITLE)
        self._head = QHBoxLayout()
        self._strip = FilmStrip(theme, art, size=FILM)
        self._time = make_label("", Type.TITLE)
        self._why = make_text("", Type.CAPTION, "ink2")
        self._foot = QGridLayout()
        self._start = Button(theme, pgettext("button", "Start"), icon=Icon.PLAY)
        self._start.setObjectName("quick_start")
        self._other = Button(theme, _("Another one"), ButtonKind.QUIET)
        self._other.setObjectName("quick_other")
        self._lay_out()
        self._minutes.picked.connect(self._take_minutes)
        self._place.chosen.connect(self._take_place)
        self._area.chosen.connect(self._propose)
        self._level.chosen.connect(self._propose)
        self._spared.changed.connect(self._propose)
        if hurts is not None:
            self._spared.take_hurts(hurts)
        self._strip.activated.connect(self._open_exercise)
        self._start.clicked.connect(self._ask_to_play)
        self._other.clicked.connect(self._propose_another)
        self._show_nothing("")

    def refresh(self, today: date) -> None:
        """Make a routine anew, as soon as the card has been painted."""
        if today != self._day:
            self._day = today
            self._skipped = 0
        self._is_due = True
        self.update()

    def set_narrow(self, *, narrow: bool) -> None:
        """Make do with less room."""
        padding = card_padding(narrow=narrow)
        self.body.setContentsMargins(padding, padding, padding, padding)
        # There is always room for as much as it mostly takes: nothing jumps when it comes.
        self._why.ensurePolished()
        self._foot.setRowMinimumHeight(1, round(ROOM_LINES * self._why.fontMetrics().height()))
        self._place_spared()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the title in one line."""
        super().resizeEvent(event)
        self._place_spared()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint; what is to be proposed is made afterwards."""
        super().paintEvent(event)
        if self._is_due:
            self._is_due = False
            QTimer.singleShot(0, self, self._propose)

    def _lay_out(self) -> None:
        self._head.setSpacing(_BESIDE)
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._spared)
        # The second row of Today is to be seen without scrolling on a screen of 1440 x 900.
        self.body.setSpacing(_GAP)
        self.body.addLayout(self._head)
        self.body.addWidget(self._minutes)
        self.body.addWidget(self._choices)
        self.body.addWidget(self._strip)
        self._why.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._foot.setHorizontalSpacing(8)
        self._foot.setVerticalSpacing(_CLOSE)
        self._foot.setColumnStretch(0, 1)
        self._foot.addWidget(self._time, 0, 0)
        self._foot.addWidget(self._other, 0, 1)
        self._foot.addWidget(self._start, 0, 2)
        self._foot.addWidget(self._why, 1, 0, 1, 3)
        self.body.addLayout(self._foot)
        self.body.addStretch(1)

    def _place_spared(self) -> None:
        """Put what is to be spared beside the title, as it holds for all of it.

        Where it has no room there it goes to the choices, whose line it would break else.
        """
        margins = self.body.contentsMargins()
        room = self.width() - margins.left() - margins.right() - _BESIDE
        words = self._title.fontMetrics().horizontalAdvance(self._title.text())
        is_beside = words + self._spared.sizeHint().width() <= room
        if is_beside is (self._head.indexOf(self._spared) >= 0):
            return
        if is_beside:
            self._choices.remove(self._spared)
            self._head.addWidget(self._spared)
        else:
            self._head.removeWidget(self._spared)
            self._choices.add(self._spared)

    def _take_minutes(self, minutes: int) -> None:
        """Take other minutes; the place goes with them until somebody chooses one."""
        if not self._place_chosen:
            self._place.choose(DESK if minutes <= LONGEST_AT_DESK else MAT)
        self._propose()

    def _take_place(self) -> None:
        self._place_chosen = True
        self._propose()

    def _propose_another(self) -> None:
        self._skipped += 1
        self._propose()

    def _propose(self) -> None:
        """Make the routine of the present choices and show it."""
        from coreapp.services.composing import first_seed  # noqa: PLC0415  after the first paint

        self._spared.refresh()
        seed = first_seed(self._day or date.min) + self._skipped
        try:
            composition = self._composing().propose(self._wish(), seed, self._recent())
        except InvalidValueError as error:
            self._show_nothing(filled(_(error.remedy), error.values))
        else:
            self._show(composition)

    def _wish(self) -> Wish:
        return Wish(
            minutes=self._minutes.minutes,
            place=self._place.value(),
            area=self._area.value(),
            level=int(self._level.value()),
            not_today=self._spared.areas(),
        )

    def _show(self, composition: "Composition") -> None:
        from coreapp.services.composing_words import explanation  # noqa: PLC0415  see above

        self._shown = composition
        timeline = self._library.timeline(composition.routine.id)
        cells = film_cells(timeline, self._library)
        self._strip.show_cells(cells, current=-1)
        self._strip.setAccessibleName(format_list([cell.name for cell in cells]))
        self._strip.show()
        self._time.setText(format_clock(timeline.seconds))
        self._why.setText(explanation(composition.wish, composition.reasons))
        name = self._library.routine_name(composition.routine.id)
        self._start.setAccessibleName(_("Start {routine}").format(routine=name))
        self._start.setEnabled(True)
        self._other.setEnabled(True)

    def _show_nothing(self, remedy: str) -> None:
        """Show that there is no routine, with what to do about it."""
        self._shown = None
        self._strip.show_cells(())
        self._strip.setVisible(not remedy)
        self._time.setText(_("Nothing fits") if remedy else "")
        self._why.setText(remedy)
        self._start.setEnabled(False)
        self._other.setEnabled(False)

    def _ask_to_play(self) -> None:
        if self._shown is not None:
            self.play_requested.emit(self._shown.routine.id)

    def _open_exercise(self, cell: int) -> None:
        if self._shown is not None:
            timeline = self._library.timeline(self._shown.routine.id)
            cells = film_cells(timeline, self._library)
            self.exercise_requested.emit(cells[cell].exercise)


def _place_choice(theme: Theme) -> MenuChoice:
    options = [(each, place_label(each)) for each in WISH_PLACES]
    return MenuChoice(theme, pgettext("wish", "Place"), options, DESK)


def _area_choice(theme: Theme) -> MenuChoice:
    areas = (WHOLE_BODY, *(each for each in AREAS if each != WHOLE_BODY))
    options = [(each, area_label(each)) for each in areas]
    return MenuChoice(theme, pgettext("wish", "Body area"), options, WHOLE_BODY)


def _level_choice(theme: Theme) -> MenuChoice:
    options = [(str(each), _("Level {number}").format(number=each)) for each in LEVELS]
    return MenuChoice(theme, pgettext("wish", "Level"), options, str(USUAL_LEVEL))
