"""When a run, a walk or a sport began: just now, yesterday, or any day and time."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QDate, QSignalBlocker, QTime, Signal
from PySide6.QtWidgets import QWidget

from coreapp.i18n import _, pgettext
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Chip
from coreapp.ui.widgets.fields import DateField, TimeField
from coreapp.ui.widgets.flow_layout import FlowLayout

USUAL_MINUTES = 30
"""So long ago it began, until it is said how long it took."""


class WhenFields(QWidget):
    """A day and a time of day; *just now* follows the length, as it has ended just now.

    Signals:
        changed: another day or time.

    Attributes:
        just_now, yesterday: the two chips; not there for what stands in the log already.
        day, at: the fields.
    """

    changed = Signal()

    def __init__(self, theme: Theme, now: datetime, begun: datetime | None) -> None:
        """Begin with now, or with what stands in the log.

        Args:
            theme: the look.
            now: the present moment on the clocks of this place.
            begun: when it began by the clock on the wall, or None for a new one.
        """
        super().__init__()
        self._now = now
        first = begun or _before(now, timedelta(minutes=USUAL_MINUTES))
        self.just_now = Chip(theme, _("Just now"))
        self.yesterday = Chip(theme, _("Yesterday"))
        self.day = DateField(theme, first.date(), now.date())
        self.day.setAccessibleName(_("Day"))
        self.at = TimeField(theme, first.time())
        self.at.setAccessibleName(pgettext("time of day", "Began at"))
        row = FlowLayout(8, 8)
        chips = (self.just_now, self.yesterday)
        for each in (*(chips if begun is None else ()), self.day, self.at):
            row.addWidget(each)
        self.setLayout(row)
        for chip in chips:
            chip.setParent(self)
            chip.setHidden(begun is not None)
        self.just_now.setChecked(begun is None)
        self.just_now.clicked.connect(self._take_now)
        self.yesterday.clicked.connect(self._take_yesterday)
        self.day.dateChanged.connect(self._note_day)
        self.at.timeChanged.connect(self._note_time)
        self._length = timedelta(minutes=USUAL_MINUTES)

    def begun(self) -> datetime:
        """Return when it began, by the clock on the wall and without a zone."""
        return datetime.combine(self.day.day(), self.at.at())

    def set_length(self, seconds: int | None) -> None:
        """Say how long it took; None keeps what was said before."""
        if seconds is not None:
            self._length = timedelta(seconds=seconds)
        if self.just_now.isChecked():
            self._show(_before(self._now, self._length))

    def _take_now(self) -> None:
        self.just_now.setChecked(True)
        self.yesterday.setChecked(False)
        self._show(_before(self._now, self._length))
        self.changed.emit()

    def _take_yesterday(self) -> None:
        self.yesterday.setChecked(True)
        self.just_now.setChecked(False)
        yesterday = self._now.date() - timedelta(days=1)
        self._show(datetime.combine(yesterday, self.at.at()))
        self.changed.emit()

    def _show(self, begun: datetime) -> None:
        """Show a day and a time without taking it for what somebody has entered."""
        with QSignalBlocker(self.day), QSignalBlocker(self.at):
            self.day.setDate(QDate(begun.year, begun.month, begun.day))
            self.at.setTime(QTime(begun.hour, begun.minute))

    def _note_day(self) -> None:
        self.just_now.setChecked(False)
        is_yesterday = self.day.day() == self._now.date() - timedelta(days=1)
        self.yesterday.setChecked(is_yesterday)
        self.changed.emit()

    def _note_time(self) -> None:
        self.just_now.setChecked(False)
        self.changed.emit()


def _before(now: datetime, length: timedelta) -> datetime:
    """Return what clocks here showed so long ago; the way through UTC minds their changes."""
    return (now.astimezone(UTC) - length).astimezone(now.tzinfo)
