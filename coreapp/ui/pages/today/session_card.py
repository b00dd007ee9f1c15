"""The card of the next session: what it is, how long it takes, and one big Start."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy

from coreapp.domain.exercise import Exercise
from coreapp.domain.routine import Routine
from coreapp.i18n import _, format_minutes, format_skeleton, format_time, ngettext
from coreapp.services.library import Library
from coreapp.services.news import NextSession
from coreapp.services.plan_words import picture_of, why_not
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.figure.view import FigureView
from coreapp.ui.pages.parts import FILM, card_padding
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, ButtonSize
from coreapp.ui.widgets.card import StageCard
from coreapp.ui.widgets.figure_label import FigureLabel
from coreapp.ui.widgets.film_cells import film_cells, flow_cells
from coreapp.ui.widgets.film_strip import FilmCell, FilmStrip
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.labels import make_label, make_text, set_kind

STAGE_HEIGHT: Final = 250
NARROW_STAGE: Final = 196
NARROW_HEIGHT: Final = 170
_STAGE_SIDE: Final = 20
_LOW, _HIGH = QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding


@dataclass(frozen=True, slots=True)
class _Film:
    """What the strip shows, and what is said of all of it."""

    cells: tuple[FilmCell, ...]
    name: str = ""
    count: str = ""


class SessionCard(StageCard):
    """The next session with its figures; the strip shows each of them on the stage.

    Signals:
        start_requested: play it.
        look_requested: the id of the routine to look through.
    """

    start_requested = Signal(object)
    look_requested = Signal(str)

    def __init__(self, theme: Theme, art: FigureArt, library: Library) -> None:
        super().__init__(theme)
        self._art = art
        self._library = library
        self._theme = theme
        self._session: NextSession | None = None
        self._film = _Film(())
        self._tag = make_label("")
        self._tag.setProperty("role", "tag")
        self._title = make_text("", Type.PAGE)
        self._part = make_text("", Type.BODY_STRONG, "ink2")
        self._line = make_text("", tone="ink2")
        self._minutes = FigureLabel(theme)
        self._when = make_text("", tone="ink2")
        self._start = Button(theme, _("Start"), ButtonKind.PRIMARY, Icon.PLAY, size=ButtonSize.BIG)
        self._start.setObjectName("start_session")
        self._look = Button(theme, _("Look through"), ButtonKind.QUIET)
        self._figure = FigureView(theme, art, late=True)
        self._figure.setMinimumHeight(STAGE_HEIGHT)
        self._name = make_text("", Type.CAPTION_STRONG)
        self._count = make_label("", Type.CAPTION, "ink2")
        self._strip = FilmStrip(theme, art, size=FILM)
        self._stage_head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._start.clicked.connect(self._ask_to_start)
        self._look.clicked.connect(self._ask_to_look)
        self._strip.current_changed.connect(self._show_cell)
        theme.changed.connect(self._stand_on_the_line)

    def show_session(self, session: NextSession, today: date, tag: str = "") -> None:
        """Show a session that is planned, or suggested; the tag says when, or something else."""
        self._session = session
        self._tag.setText(tag or _tag_text(session, today))
        self._when.setText("")
        if session.occurrence is not None:
            at = format_time(session.occurrence.start)
            self._when.setText(_("planned for {time}").format(time=at))
        reason = why_not(self._library, session.routine)
        self._start.setVisible(not reason)
        self.stage.setVisible(not reason)
        self._look.setText(_("Open the plan") if reason else _("Look through"))
        if reason:
            self._show_reason(session, reason)
        else:
            self._show_routine(self._library.routine(session.routine))
        self._minutes.updateGeometry()

    def set_narrow(self, *, narrow: bool, stacked: bool) -> None:
        """Make do with less room; `stacked` has the whole width of the page for itself."""
        self.set_stage_width(NARROW_STAGE if narrow and not stacked else 0)
        self.set_stacked(stacked=stacked)
        # Beside the words the stage has no room for two texts side by side.
        direction = QBoxLayout.Direction
        is_slim = narrow and not stacked
        self._stage_head.setDirection(direction.TopToBottom if is_slim else direction.LeftToRight)
        self._stage_head.setSpacing(0 if is_slim else 12)
        self._figure.setMinimumHeight(NARROW_HEIGHT if narrow else STAGE_HEIGHT)
        # Narrow, it is as high as the words beside it: what comes below is seen sooner.
        policy = self._figure.sizePolicy()
        policy.setVerticalPolicy(_LOW if is_slim else _HIGH)
        self._figure.setSizePolicy(policy)
        side = card_padding(narrow=narrow)
        self.left.setContentsMargins(side, side - 4, 16, 12)
        self.below.setContentsMargins(side - 8, 12, side - 8, 16)
        at_stage = side if stacked else _STAGE_SIDE
        self.stage.column.setContentsMargins(at_stage, 16, at_stage, 16)
        set_kind(self._title, Type.HEADING if narrow else Type.PAGE)
        self._minutes.set_kind(Type.PAGE if narrow else Type.FIGURE)
        self._stand_on_the_line()

    def play_figure(self, *, moving: bool) -> None:
        """Let the figure move while it is seen."""
        if moving:
            self._figure.play()
        else:
            self._figure.stop()

    def _lay_out(self) -> None:
        tag_row = QHBoxLayout()
        tag_row.addWidget(self._tag)
        tag_row.addStretch(1)
        time_row = QHBoxLayout()
        time_row.setSpacing(16)
        time_row.addWidget(self._minutes)
        time_row.addWidget(self._when, 1, Qt.AlignmentFlag.AlignBottom)
        buttons = FlowLayout(8, 4)
        buttons.addWidget(self._start)
        buttons.addWidget(self._look)
        self.left.addLayout(tag_row)
        self.left.addWidget(self._title)
        self.left.addWidget(self._part)
        self.left.addWidget(self._line)
        self.left.addStretch(1)
        self.left.addLayout(time_row)
        self.left.addSpacing(8)
        self.left.addLayout(buttons)
        self.left.addStretch(2)
        self._stage_head.setSpacing(12)
        self._stage_head.addWidget(self._name, 1)
        self._stage_head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop)
        self.stage.column.addLayout(self._stage_head)
        self.stage.column.addWidget(self._figure, 1)
        self.below.addWidget(self._strip)

    def _show_routine(self, routine: Routine) -> None:
        name = self._library.routine_name(routine.id)
        content = self._library.content_title(routine.id)
        # A session of a programme is called by what it trains; its place stands beneath.
        self._title.setText(content or name)
        self._part.setText(name)
        self._part.setVisible(bool(content))
        self._line.setText(self._contents(routine))
        self._minutes.setText(format_minutes(self._library.timeline(routine.id).seconds))
        self._show_film(routine)

    def _show_reason(self, session: NextSession, reason: str) -> None:
        """Say why a planned session cannot be started; there is nothing to be seen of it."""
        self._title.setText(session.occurrence.title if session.occurrence else session.routine)
        self._part.hide()
        self._line.setText(reason)
        self._minutes.setText("")
        self._film = _Film(())
        self._strip.show_cells(())
        self.set_foot_visible(visible=False)

    def _stand_on_the_line(self) -> None:
        self._when.setContentsMargins(0, 0, 0, self._minutes.drop)

    def _contents(self, routine: Routine) -> str:
        """Return what is in a routine, and where it is done."""
        flow = self._flow_in(routine)
        if flow is not None:
            count = len(flow.positions)
            text = ngettext("{count} position on the mat", "{count} positions on the mat", count)
        elif routine.place == "desk":
            count = len(routine.exercises)
            text = ngettext("{count} exercise at the desk", "{count} exercises at the desk", count)
        else:
            count = len(routine.exercises)
            text = ngettext("{count} exercise on the mat", "{count} exercises on the mat", count)
        return text.format(count=count)

    def _flow_in(self, routine: Routine) -> Exercise | None:
        """Return the flow that is all there is in a routine."""
        if len(routine.exercises) != 1:
            return None
        exercise = self._library.exercise(routine.exercises[0])
        return exercise if self._art.position_moments(exercise) else None

    def _show_film(self, routine: Routine) -> None:
        flow = self._flow_in(routine)
        if flow is None:
            cells = film_cells(self._library.timeline(routine.id), self._library)
            self._film = _Film(tuple(cells))
            first = self._first_cell(routine)
            self._strip.show_cells(cells, current=first)
            self.set_foot_visible(visible=len(cells) > 1)
            self._show_cell(first)
            return
        count = len(flow.positions)
        self._film = _Film(
            tuple(flow_cells(flow, self._art)),
            self._library.exercise_name(flow.id),
            ngettext("{count} position", "{count} positions", count).format(count=count),
        )
        if self._theme.reduced_motion:
            self._strip.show_cells(self._film.cells)
            self.set_foot_visible(visible=True)
            self._figure.show_exercise(flow.id)
            self._show_cell(0)
            return
        # The figure goes through all of them by itself until somebody points at one.
        self._strip.show_cells(self._film.cells, current=-1)
        self.set_foot_visible(visible=True)
        self._name.setText(self._film.name)
        self._count.setText(self._film.count)
        self._figure.show_exercise(flow.id)
        self._figure.set_description(self._film.name)

    def _first_cell(self, routine: Routine) -> int:
        """Return the cell of the exercise that stands for the session in the calendar as well."""
        chosen = picture_of(self._library, routine.id)
        exercises = [cell.exercise for cell in self._film.cells]
        return exercises.index(chosen) if chosen in exercises else 0

    def _show_cell(self, index: int) -> None:
        cells = self._film.cells
        if not 0 <= index < len(cells):
            return
        cell = cells[index]
        self._name.setText(cell.name)
        count = _("{number} of {count}").format(number=index + 1, count=len(cells))
        self._count.setText(count if len(cells) > 1 else "")
        if cell.moment is None:
            self._figure.show_exercise(cell.exercise, level=cell.level)
        else:
            self._figure.stop()
            self._figure.show_moment(cell.moment)
        self._figure.set_description(cell.name)

    def _ask_to_start(self) -> None:
        self.start_requested.emit(self._session)

    def _ask_to_look(self) -> None:
        if self._session is not None:
            self.look_requested.emit(self._session.routine)


def _tag_text(session: NextSession, today: date) -> str:
    if session.occurrence is None:
        return _("A good one to begin with")
    day = session.occurrence.start.date()
    if day == today:
        return _("Today")
    if day == today + timedelta(days=1):
        return _("Tomorrow")
    return format_skeleton(day, "MMMEd")
