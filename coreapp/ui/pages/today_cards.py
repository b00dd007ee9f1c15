"""The cards of the Today page."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from coreapp.domain.routine import Routine
from coreapp.domain.timeline import PhaseKind, Timeline
from coreapp.i18n import (
    _,
    format_date,
    format_minutes,
    format_skeleton,
    format_time,
    ngettext,
    pgettext,
)
from coreapp.services.library import Library
from coreapp.services.news import NextSession
from coreapp.services.planning import PlannedSession
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.figure.view import FigureView
from coreapp.ui.pages.parts import ExercisePicture, clear_layout
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, ButtonSize
from coreapp.ui.widgets.card import Card, Stage, StageCard
from coreapp.ui.widgets.film_strip import FilmCell, FilmStrip
from coreapp.ui.widgets.labels import make_label, make_text, set_kind

WEEK_PICTURE, NARROW_WEEK_PICTURE = 72, 48
QUICK_PICTURE = 44
NARROW_PADDING = 14
STAGE_HEIGHT = 250
NARROW_STAGE = 204
NARROW_FIGURE = 170


class SessionCard(StageCard):
    """The next session, with its figures and one big Start.

    Signals:
        start_requested: play it.
        look_requested: the id of the routine to look through.
    """

    start_requested = Signal(object)
    look_requested = Signal(str)

    def __init__(self, theme: Theme, art: FigureArt, library: Library) -> None:
        super().__init__(theme)
        self._library = library
        self._session: NextSession | None = None
        self._names: list[tuple[str, str]] = []
        self._tag = make_label("")
        self._tag.setProperty("role", "tag")
        self._title = make_text("", Type.PAGE)
        self._line = make_text("", tone="ink2")
        self._minutes = make_label("", Type.FIGURE)
        self._when = make_label("", tone="ink2")
        self._start = Button(theme, _("Start"), ButtonKind.PRIMARY, Icon.PLAY, size=ButtonSize.BIG)
        self._start.setObjectName("start_session")
        self._look = Button(theme, _("Look through"), ButtonKind.QUIET)
        self._figure = FigureView(theme, art)
        self._figure.setMinimumHeight(STAGE_HEIGHT)
        self._name = make_label("", Type.CAPTION_STRONG)
        self._count = make_label("", Type.CAPTION, "ink2")
        self._strip = FilmStrip(theme, art)
        self._lay_out()
        self._start.clicked.connect(self._ask_to_start)
        self._look.clicked.connect(self._ask_to_look)
        self._strip.current_changed.connect(self._show_exercise)

    def show_session(self, session: NextSession, today: date) -> None:
        """Show a session that is planned, or suggested."""
        self._session = session
        timeline = self._library.timeline(session.routine)
        routine = self._library.routine(session.routine)
        self._tag.setText(_tag_text(session, today))
        self._title.setText(self._library.routine_name(session.routine))
        self._line.setText(pgettext(routine.text_context, routine.audience))
        self._minutes.setText(format_minutes(timeline.seconds))
        self._when.setText("")
        if session.occurrence is not None:
            at = format_time(session.occurrence.start)
            self._when.setText(_("planned for {time}").format(time=at))
        exercises = _steps_of(timeline)
        self._names = [(each, self._library.exercise_name(each)) for each, _doses in exercises]
        self._strip.show_cells(
            [FilmCell(each, self._library.exercise_name(each), doses) for each, doses in exercises]
        )
        self._show_exercise(0)

    def set_narrow(self, *, narrow: bool) -> None:
        """Make do with less room."""
        self.set_stage_width(NARROW_STAGE if narrow else 0)
        self._figure.setMinimumHeight(NARROW_FIGURE if narrow else STAGE_HEIGHT)
        side = 20 if narrow else 32
        self.left.setContentsMargins(side, side - 4, 16, 12)
        set_kind(self._title, Type.HEADING if narrow else Type.PAGE)
        set_kind(self._minutes, Type.PAGE if narrow else Type.FIGURE)

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
        time_row.setSpacing(12)
        time_row.addWidget(self._minutes)
        time_row.addWidget(self._when, 1, Qt.AlignmentFlag.AlignBottom)
        self._when.setContentsMargins(0, 0, 0, 8)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self._start)
        buttons.addWidget(self._look)
        buttons.addStretch(1)
        self.left.addLayout(tag_row)
        self.left.addWidget(self._title)
        self.left.addWidget(self._line)
        self.left.addStretch(1)
        self.left.addLayout(time_row)
        self.left.addSpacing(8)
        self.left.addLayout(buttons)
        self.left.addStretch(2)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._count)
        self.stage.column.addLayout(head)
        self.stage.column.addWidget(self._figure, 1)
        self.below.addWidget(self._strip)

    def _show_exercise(self, index: int) -> None:
        if not 0 <= index < len(self._names):
            return
        exercise, name = self._names[index]
        self._name.setText(name)
        self._count.setText(
            _("{number} of {count}").format(number=index + 1, count=len(self._names))
        )
        self._figure.show_exercise(exercise)
        self._figure.set_description(name)

    def _ask_to_start(self) -> None:
        self.start_requested.emit(self._session)

    def _ask_to_look(self) -> None:
        if self._session is not None:
            self.look_requested.emit(self._session.routine)


class QuickCard(Card):
    """Short routines for here and now.

    Signals:
        play_requested: the id of the routine.
    """

    play_requested = Signal(str)

    def __init__(self, theme: Theme, art: FigureArt, library: Library) -> None:
        super().__init__(_("I have a few minutes"))
        self._theme = theme
        self._art = art
        self._library = library
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)

    def set_narrow(self, *, narrow: bool) -> None:
        """Make do with less room."""
        _set_padding(self, narrow=narrow)

    def show_routines(self) -> None:
        """Show all routines, the shortest first."""
        clear_layout(self._rows)
        for routine in sorted(self._library.routines, key=self._seconds_of):
            row = QWidget()
            layout = QHBoxLayout(row)
            layout.setContentsMargins(0, 2, 0, 2)
            layout.setSpacing(12)
            picture = ExercisePicture(self._theme, self._art, routine.exercises[0], QUICK_PICTURE)
            layout.addWidget(picture)
            name = self._library.routine_name(routine.id)
            layout.addWidget(make_text(name, Type.BODY_STRONG), 1)
            length = format_minutes(self._seconds_of(routine))
            start = Button(self._theme, length, icon=Icon.PLAY, size=ButtonSize.SMALL)
            start.setAccessibleName(
                _("Start {routine}, {length}").format(routine=name, length=length)
            )
            start.setObjectName(f"quick_{routine.id}")
            start.clicked.connect(partial(self.play_requested.emit, routine.id))
            layout.addWidget(start)
            self._rows.addWidget(row)

    def _seconds_of(self, routine: Routine) -> float:
        return self._library.timeline(routine.id).seconds


class WeekCard(Card):
    """This week at a glance: what is done, what is to come."""

    def __init__(self, theme: Theme, art: FigureArt, library: Library) -> None:
        super().__init__(_("This week"))
        self._theme = theme
        self._art = art
        self._library = library
        self._picture_size = WEEK_PICTURE
        self._shown: tuple[date, date, Sequence[PlannedSession]] | None = None
        self._summary = make_label("", tone="ink2")
        self.head.addWidget(self._summary)
        self._days = QGridLayout()
        self._days.setHorizontalSpacing(4)
        self.body.addLayout(self._days, 1)

    def set_narrow(self, *, narrow: bool) -> None:
        """Make do with less room."""
        _set_padding(self, narrow=narrow)
        size = NARROW_WEEK_PICTURE if narrow else WEEK_PICTURE
        if size != self._picture_size:
            self._picture_size = size
            if self._shown is not None:
                self.show_week(*self._shown)

    def show_week(self, monday: date, today: date, planned: Sequence[PlannedSession]) -> None:
        """Show the sessions planned for the seven days from `monday` on."""
        self._shown = (monday, today, planned)
        clear_layout(self._days)
        done = sum(each.done for each in planned)
        self._summary.setText(
            ngettext("{done} of {count} done", "{done} of {count} done", len(planned)).format(
                done=done, count=len(planned)
            )
            if planned
            else ""
        )
        for offset in range(7):
            day = monday + timedelta(days=offset)
            of_day = [each for each in planned if each.occurrence.start.date() == day]
            self._days.addWidget(self._day_cell(day, of_day, is_today=day == today), 0, offset)
            self._days.setColumnStretch(offset, 1)

    def _day_cell(self, day: date, planned: Sequence[PlannedSession], *, is_today: bool) -> QWidget:
        cell = Stage(self._theme)
        cell.set_colour("accent_soft" if is_today else "card")
        column = cell.column
        column.setContentsMargins(2, 12, 2, 12)
        head = make_label(
            format_date(day, "EEE d"), Type.CAPTION_STRONG, "accent" if is_today else "ink2"
        )
        column.addWidget(head, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._picture(planned), 1, Qt.AlignmentFlag.AlignCenter)
        column.addWidget(_state_label(self._library, planned), 0, Qt.AlignmentFlag.AlignHCenter)
        return cell

    def _picture(self, planned: Sequence[PlannedSession]) -> QWidget:
        exercise = ""
        if planned:
            exercise = self._library.routine(planned[0].occurrence.routine).exercises[0]
        return ExercisePicture(self._theme, self._art, exercise, self._picture_size)


def _set_padding(card: Card, *, narrow: bool) -> None:
    padding = NARROW_PADDING if narrow else metrics.CARD_PADDING
    card.body.setContentsMargins(padding, padding, padding, padding)


def _state_label(library: Library, planned: Sequence[PlannedSession]) -> QLabel:
    if not planned:
        return make_label("–", Type.CAPTION, "ink3")
    if all(each.done for each in planned):
        return make_label("✓ " + _("Done"), Type.CAPTION_STRONG, "done")
    seconds = sum(library.timeline(each.occurrence.routine).seconds for each in planned)
    return make_label(format_minutes(seconds), Type.CAPTION_STRONG)


def _tag_text(session: NextSession, today: date) -> str:
    if session.occurrence is None:
        return _("A good one to begin with")
    day = session.occurrence.start.date()
    if day == today:
        return _("Today")
    if day == today + timedelta(days=1):
        return _("Tomorrow")
    return format_skeleton(day, "MMMEd")


def _steps_of(timeline: Timeline) -> list[tuple[str, tuple[float, ...]]]:
    """Return the steps of a timeline: the exercise and the length of each of its sets."""
    steps: dict[tuple[int, int], tuple[str, list[float]]] = {}
    for phase in timeline.phases:
        if phase.kind is PhaseKind.WORK:
            key = (phase.step, phase.round)
            steps.setdefault(key, (phase.exercise, []))[1].append(phase.seconds)
    return [(exercise, tuple(doses)) for exercise, doses in steps.values()]
