"""The head of the plan: which month or week it is, the way to others, and planning."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coreapp.i18n import _, pgettext
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, IconButton
from coreapp.ui.widgets.labels import make_label
from coreapp.ui.widgets.segmented import SegmentedChoice

MONTH: Final = "month"
WEEK: Final = "week"
_GAP: Final = 8
_LINE_GAP: Final = 8
_MOST_LINES: Final = 3

Lines = tuple[tuple[QWidget, ...], ...]
"""What stands in each line of the head."""


class PlanHead(QWidget):
    """Title and controls; in a narrow window the controls go below.

    Signals:
        turned: one month or week back (-1) or on (1).
        today_requested: back to today.
        kind_chosen: `MONTH` or `WEEK`.
        plan_requested: something is to be planned.

    Attributes:
        add: the button that plans.
    """

    turned = Signal(int)
    today_requested = Signal()
    kind_chosen = Signal(str)
    plan_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title = make_label("", Type.PAGE)
        self._back = IconButton(theme, Icon.CHEVRON_LEFT, "")
        self._on = IconButton(theme, Icon.CHEVRON_RIGHT, "")
        self._today = Button(theme, _("Today"), ButtonKind.QUIET)
        self._kind = SegmentedChoice(theme)
        self._kind.setAccessibleName(_("What the calendar shows"))
        self._kind.set_options(
            [(MONTH, pgettext("calendar", "Month")), (WEEK, pgettext("calendar", "Week"))]
        )
        self.add = Button(theme, _("Plan a session"), ButtonKind.SECONDARY, Icon.PLUS)
        self.add.setObjectName("plan_a_session")
        self._nav, self._right = QWidget(), QWidget()
        self._lines = [QHBoxLayout() for _line in range(_MOST_LINES)]
        self._placed: Lines = ()
        self._long = self._short = ""
        self._lay_out()
        self._back.clicked.connect(self._turn_back)
        self._on.clicked.connect(self._turn_on)
        self._today.clicked.connect(self.today_requested)
        self._kind.chosen.connect(self.kind_chosen)
        self.add.clicked.connect(self.plan_requested)

    def show_title(self, title: str, kind: str, short: str = "") -> None:
        """Show which month or week it is.

        Args:
            title: in full.
            kind: `MONTH` or `WEEK`.
            short: in fewer letters, for where they save a line of the head; empty if there are
                none.
        """
        self._long, self._short = title, short or title
        self._title.setAccessibleName(title)
        self._kind.choose(kind)
        is_month = kind == MONTH
        self._back.set_icon(
            Icon.CHEVRON_LEFT, _("Previous month") if is_month else _("Previous week")
        )
        self._on.set_icon(Icon.CHEVRON_RIGHT, _("Next month") if is_month else _("Next week"))
        self._fold()

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of the widest part alone: the others go below it."""
        wide = max(each.minimumSizeHint().width() for each in self._parts())
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the controls beside the title, or below it."""
        super().resizeEvent(event)
        self._fold()

    def _parts(self) -> tuple[QWidget, QWidget, QWidget, QWidget]:
        """Return what stays together in one line, in the order of reading."""
        return self._title, self._nav, self._today, self._right

    def _lay_out(self) -> None:
        for place, gap, inner in (
            (self._nav, 2, (self._back, self._on)),
            (self._right, 12, (self._kind, self.add)),
        ):
            row = QHBoxLayout(place)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(gap)
            for each in inner:
                row.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for line in self._lines:
            line.setSpacing(_GAP)
            column.addLayout(line)
        self._fold()

    def _fold(self) -> None:
        """Stand in as few lines as there is room for; with large letters under a shorter title."""
        self._title.setText(self._long)
        lines = self._ways()
        if self._short != self._long and len(lines) == _MOST_LINES:
            self._title.setText(self._short)
            fewer = self._ways()
            if len(fewer) == _MOST_LINES:
                self._title.setText(self._long)
            else:
                lines = fewer
        self._place(lines)

    def _ways(self) -> Lines:
        """Return what stands in each line for the title that is shown."""
        title, nav, today, right = self._parts()
        ways: tuple[Lines, ...] = (
            ((title, nav, today, right),),
            ((title, nav, today), (right,)),
            ((title, nav), (today, right)),
            ((title,), (nav, today, right)),
            ((title,), (nav, today), (right,)),
        )
        return next((way for way in ways if self._has_room(way)), ways[-1])

    def _place(self, lines: Lines) -> None:
        if lines == self._placed:
            return
        self._placed = lines
        for row in self._lines:
            while row.takeAt(0) is not None:
                pass
            row.setContentsMargins(0, 0, 0, 0)
        for number, (row, parts) in enumerate(zip(self._lines, lines, strict=False)):
            row.setContentsMargins(0, _LINE_GAP if number else 0, 0, 0)
            for each in parts:
                if each is self._right and len(lines) == 1:
                    row.addStretch(1)
                row.addWidget(each)
            if len(lines) > 1:
                row.addStretch(1)

    def _has_room(self, lines: Lines) -> bool:
        return all(
            sum(each.sizeHint().width() for each in line) + _GAP * (len(line) - 1) <= self.width()
            for line in lines
        )

    def _turn_back(self) -> None:
        self.turned.emit(-1)

    def _turn_on(self) -> None:
        self.turned.emit(1)
