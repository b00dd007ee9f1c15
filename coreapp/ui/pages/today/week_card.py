"""This week at a glance."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from coreapp.domain.adherence import DoneBesides
from coreapp.i18n import _, format_date, format_minutes, ngettext
from coreapp.services.library import Library
from coreapp.services.plan_words import picture_of, picture_of_activity, why_not
from coreapp.services.planning import PlannedSession
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.pages.parts import ExercisePicture, card_padding, clear_layout
from coreapp.ui.pages.today.first_plan import FirstPlan
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.card import Card, Stage
from coreapp.ui.widgets.labels import make_label, make_text, set_kind
from coreapp.ui.widgets.list_row import DoneMark

PICTURE: Final = 76
NARROW_PICTURE: Final = 48
MOST_WITH_WORD: Final = 1.4
"""Above this text factor, a day has room for the tick of what is done, but not for its word."""
HEAD: Final = 32
"""The least height of the head, in pixels: beside it stands one with a button."""
_DAYS: Final = 7
_GAP: Final = 2
_AIR: Final = 6
"""Between two days, and at least between the names of two days, in pixels."""
_MIDDLE: Final = Qt.AlignmentFlag.AlignHCenter
_NOTHING: Final[Mapping[date, DoneBesides]] = {}


_Week = tuple[date, date, Sequence[PlannedSession], Mapping[date, DoneBesides]]


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
        self._is_brief = False
        self._shown: _Week | None = None
        self._summary = make_label("", tone="ink2")
        self.head.addWidget(self._summary)
        self._days = QHBoxLayout()
        self._days.setSpacing(_GAP)
        self._names: dict[QLabel, str] = {}
        self._invitation: FirstPlan | None = None
        self._beneath = QVBoxLayout()
        self.body.addLayout(self._days)
        self.body.addLayout(self._beneath)

    def set_narrow(self, *, narrow: bool, stacked: bool = False) -> None:
        """Make do with less room; `stacked` has the whole width of the page."""
        padding = card_padding(narrow=narrow)
        self.body.setContentsMargins(padding, padding, padding, padding)
        size = NARROW_PICTURE if narrow and not stacked else PICTURE
        is_brief = narrow or (not stacked and self._theme.fonts.factor > MOST_WITH_WORD)
        if (size, is_brief) != (self._picture_size, self._is_brief):
            self._picture_size, self._is_brief = size, is_brief
            if self._shown is not None:
                self.show_week(*self._shown)
        self._name_days()

    def show_week(
        self,
        monday: date,
        today: date,
        planned: Sequence[PlannedSession],
        besides: Mapping[date, DoneBesides] = _NOTHING,
    ) -> None:
        """Show the sessions planned for the seven days from `monday` on; those of days off are not.

        Args:
            monday: the first day.
            today: stands out.
            planned: what is planned on these days.
            besides: what was done that was not planned, by the day.
        """
        self._shown = (monday, today, planned, besides)
        clear_layout(self._days)
        self._names.clear()
        planned = [each for each in planned if each.done or not each.is_excused]
        done = sum(each.done for each in planned)
        count = len(planned)
        summary = ngettext("{done} of {count} done", "{done} of {count} done", count)
        self._summary.setText(summary.format(done=done, count=count) if planned else "")
        for day in (monday + timedelta(days=offset) for offset in range(_DAYS)):
            of_day = [each for each in planned if each.occurrence.start.date() == day]
            cell = self._day_cell(day, of_day, today, besides.get(day))
            self._days.addWidget(cell, 1)
        self._name_days()

    def invite(self, *, wanted: bool, has_begun: bool = False) -> None:
        """Invite to plan something while nothing is; most people never see it again.

        Args:
            wanted: nothing is planned.
            has_begun: something was done this week all the same.
        """
        if wanted and self._invitation is None:
            self._invitation = FirstPlan(self._theme, self._art)
            self._invitation.plan_requested.connect(self.plan_requested)
            self._invitation.programmes_requested.connect(self.programmes_requested)
            self._invitation.example_requested.connect(self.example_requested)
            self._beneath.addWidget(self._invitation)
        if self._invitation is not None:
            self._invitation.setVisible(wanted)
            self._invitation.set_begun(has_begun=has_begun)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name the days as there is room."""
        super().resizeEvent(event)
        self._name_days()

    def _name_days(self) -> None:
        """Put the number of each day beneath its weekday where one of them has no room beside."""
        margins = self.body.contentsMargins()
        room = self.width() - margins.left() - margins.right() - (_DAYS - 1) * _GAP
        metric = QFontMetricsF(self._theme.font(Type.CAPTION_STRONG))
        widest = max(map(metric.horizontalAdvance, self._names.values()), default=0.0)
        is_broken = widest + _AIR > room / _DAYS
        for label, name in self._names.items():
            label.setText(name.replace(" ", "\n") if is_broken else name)

    def _day_cell(
        self,
        day: date,
        planned: Sequence[PlannedSession],
        today: date,
        besides: DoneBesides | None,
    ) -> QWidget:
        is_today, is_past = day == today, day < today
        cell = Stage(self._theme)
        # All days are as wide as each other, whatever is on them.
        cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        cell.set_colour("accent_soft" if is_today else "card")
        column = cell.column
        column.setContentsMargins(0, 10, 0, 10)
        column.setSpacing(4)
        tone = "accent" if is_today else "ink2"
        name = make_label("", Type.CAPTION_STRONG, tone)
        name.setAlignment(_MIDDLE)
        self._names[name] = format_date(day, "ccc d")  # "Mo 23": no full stop where it is a label
        column.addWidget(name)
        done = [each for each in planned if each.done]
        left = [each for each in planned if not each.done]
        if left and not (is_past and (done or besides)):
            self._add_left(cell, left, tone if is_today or is_past else "", is_past=is_past)
        elif done:
            cell.column.addWidget(self._picture(done, faded=True), 0, _MIDDLE)
            cell.column.addWidget(self._done_mark(), 0, _MIDDLE)
        elif besides is not None:
            self._add_besides(cell, besides)
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

    def _add_besides(self, cell: Stage, besides: DoneBesides) -> None:
        """Show what was done without a plan; a sport has no figure of ours."""
        column = cell.column
        if besides.activity is not None:
            exercise = picture_of_activity(besides.activity)
        else:
            exercise = picture_of(self._library, besides.routine)
        if exercise:
            picture = self._exercise(exercise, faded=True)
            column.addWidget(picture, 0, _MIDDLE)
        else:
            column.addSpacing(self._picture_size + column.spacing())
        column.addWidget(self._done_mark(), 0, _MIDDLE)

    def _picture(self, sessions: Sequence[PlannedSession], *, faded: bool) -> ExercisePicture:
        """Return the picture of the longest: with what is daily all days would look the same."""
        routine = max((each.occurrence.routine for each in sessions), key=self._seconds)
        return self._exercise(picture_of(self._library, routine), faded=faded)

    def _exercise(self, exercise: str, *, faded: bool) -> ExercisePicture:
        return ExercisePicture(self._theme, self._art, exercise, self._picture_size, faded=faded)

    def _seconds(self, routine: str) -> float:
        if self._library.trouble_with(routine) is not None:
            return 0.0
        return self._library.timeline(routine).seconds

    def _done_mark(self) -> DoneMark:
        return DoneMark(self._theme, _("Done"), Type.CAPTION_STRONG, brief=self._is_brief)

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
