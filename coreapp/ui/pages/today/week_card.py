"""This week at a glance."""

from collections.abc import Sequence, Set
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from coreapp.i18n import _, format_date, format_minutes, ngettext
from coreapp.services.library import Library
from coreapp.services.plan_words import picture_of, why_not
from coreapp.services.planning import PlannedSession
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.pages.parts import ExercisePicture, clear_layout
from coreapp.ui.pages.today.first_plan import FirstPlan
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.card import Card, Stage
from coreapp.ui.widgets.labels import make_label, make_text, set_kind
from coreapp.ui.widgets.list_row import DoneMark

PICTURE: Final = 84
NARROW_PICTURE: Final = 48
HEAD: Final = 32
"""The least height of the head, in pixels: beside it stands one with a button."""
_DAYS: Final = 7
_MIDDLE: Final = Qt.AlignmentFlag.AlignHCenter


class WeekCard(Card):
    """What is done this week and what is to come, a figure for each day.

    Signals:
        plan_requested, programmes_requested: nothing is planned, and the person wants to begin.
        example_requested: nothing is planned, and the person wants to look around.
    """

    plan_requested = Signal()
    programmes_requested = Signal()
    example_requested = Signal()

    def __init__(self, theme: Theme, art: FigureArt, library: Library) -> None:
        super().__init__(_("This week"))
        self.head.addStrut(HEAD)
        self._theme = theme
        self._art = art
        self._library = library
        self._picture_size = PICTURE
        self._shown: tuple[date, date, Sequence[PlannedSession], Set[date]] | None = None
        self._summary = make_label("", tone="ink2")
        self.head.addWidget(self._summary)
        self._days = QHBoxLayout()
        self._days.setSpacing(2)
        self._invitation: FirstPlan | None = None
        self._beneath = QVBoxLayout()
        self.body.addLayout(self._days)
        self.body.addLayout(self._beneath)

    def set_narrow(self, *, narrow: bool) -> None:
        """Make do with less room."""
        padding = metrics.CARD_GAP_NARROW if narrow else metrics.CARD_PADDING
        self.body.setContentsMargins(padding, padding, padding, padding)
        size = NARROW_PICTURE if narrow else PICTURE
        if size != self._picture_size:
            self._picture_size = size
            if self._shown is not None:
                self.show_week(*self._shown)

    def show_week(
        self,
        monday: date,
        today: date,
        planned: Sequence[PlannedSession],
        besides: Set[date] = frozenset(),
    ) -> None:
        """Show the sessions planned for the seven days from `monday` on; those of days off are not.

        Args:
            monday: the first day.
            today: stands out.
            planned: what is planned on these days.
            besides: the days on which something was done that was not planned.
        """
        self._shown = (monday, today, planned, besides)
        clear_layout(self._days)
        planned = [each for each in planned if each.done or not each.is_excused]
        done = sum(each.done for each in planned)
        count = len(planned)
        summary = ngettext("{done} of {count} done", "{done} of {count} done", count)
        self._summary.setText(summary.format(done=done, count=count) if planned else "")
        for day in (monday + timedelta(days=offset) for offset in range(_DAYS)):
            of_day = [each for each in planned if each.occurrence.start.date() == day]
            cell = self._day_cell(day, of_day, today, is_active=day in besides)
            self._days.addWidget(cell, 1)

    def invite(self, *, wanted: bool) -> None:
        """Invite to plan something while nothing is; most people never see it again."""
        if wanted and self._invitation is None:
            self._invitation = FirstPlan(self._theme, self._art)
            self._invitation.plan_requested.connect(self.plan_requested)
            self._invitation.programmes_requested.connect(self.programmes_requested)
            self._invitation.example_requested.connect(self.example_requested)
            self._beneath.addWidget(self._invitation)
        if self._invitation is not None:
            self._invitation.setVisible(wanted)

    def _day_cell(
        self, day: date, planned: Sequence[PlannedSession], today: date, *, is_active: bool
    ) -> QWidget:
        is_today, is_past = day == today, day < today
        cell = Stage(self._theme)
        cell.set_colour("accent_soft" if is_today else "card")
        column = cell.column
        column.setContentsMargins(0, 10, 0, 10)
        column.setSpacing(4)
        tone = "accent" if is_today else "ink2"
        column.addWidget(
            make_label(format_date(day, "EEE d"), Type.CAPTION_STRONG, tone), 0, _MIDDLE
        )
        done = [each for each in planned if each.done]
        left = [each for each in planned if not each.done]
        if left and not (is_past and (done or is_active)):
            self._add_left(cell, left, tone if is_today or is_past else "", is_past=is_past)
        elif done:
            cell.column.addWidget(self._picture(done, faded=True), 0, _MIDDLE)
            cell.column.addWidget(self._done_mark(), 0, _MIDDLE)
        elif is_active:
            column.addSpacing(self._picture_size + column.spacing())
            column.addWidget(self._done_mark(), 0, _MIDDLE)
        else:
            column.addWidget(self._dash(), 0, _MIDDLE)
        column.addStretch(1)
        return cell

    def _dash(self) -> QLabel:
        """Return what stands in the place of a picture, as high as one if there are any."""
        dash = make_label("–", Type.BODY, "ink3")
        if self._shown is not None and (self._shown[2] or self._shown[3]):
            dash.setMinimumHeight(self._picture_size)
        return dash

    def _add_left(
        self, cell: Stage, left: Sequence[PlannedSession], tone: str, *, is_past: bool
    ) -> None:
        """Show what is to be done, and how much of it there is; fainter where the day is over."""
        cell.column.addWidget(self._picture(left, faded=is_past), 0, _MIDDLE)
        length = self._length(left, tone)
        if is_past:
            set_kind(length, Type.CAPTION)
        cell.column.addWidget(length)

    def _picture(self, sessions: Sequence[PlannedSession], *, faded: bool) -> ExercisePicture:
        """Return the picture of the longest: with what is daily all days would look the same."""
        routine = max((each.occurrence.routine for each in sessions), key=self._seconds)
        exercise = picture_of(self._library, routine)
        return ExercisePicture(self._theme, self._art, exercise, self._picture_size, faded=faded)

    def _seconds(self, routine: str) -> float:
        if self._library.trouble_with(routine) is not None:
            return 0.0
        return self._library.timeline(routine).seconds

    def _done_mark(self) -> DoneMark:
        brief = self._picture_size == NARROW_PICTURE
        return DoneMark(self._theme, _("Done"), Type.CAPTION_STRONG, brief=brief)

    def _length(self, sessions: Sequence[PlannedSession], tone: str) -> QLabel:
        """Return how long some sessions take; for one that cannot be started a dash says why."""
        timelines, reasons = [], []
        for each in (planned.occurrence for planned in sessions):
            if reason := why_not(self._library, each.routine):
                title = self._library.entry_title(each.title, each.routine)
                reasons.append(f"{title}: {reason}")
            else:
                timelines.append(self._library.timeline(each.routine))
        seconds = sum(each.seconds for each in timelines)
        label = _centred(format_minutes(seconds) if timelines else "–", tone)
        if reasons:
            label.setToolTip("\n".join(reasons))
            label.setAccessibleDescription("\n".join(reasons))
        return label


def _centred(text: str, tone: str) -> QLabel:
    """Return a text in the middle of a cell; large letters break it into lines."""
    label = make_text(text, Type.CAPTION_STRONG, tone)
    label.setAlignment(_MIDDLE)
    return label
