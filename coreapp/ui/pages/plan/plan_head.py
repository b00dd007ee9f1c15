"""The head of the plan: which month or week it is, the way to others, and planning."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from coreapp.i18n import _, pgettext
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, IconButton
from coreapp.ui.widgets.labels import make_label
from coreapp.ui.widgets.segmented import SegmentedChoice

MONTH: Final = "month"
WEEK: Final = "week"
_GAP: Final = 16
_NAV_GAP: Final = 14


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
        self._left, self._nav, self._right = QWidget(), QWidget(), QWidget()
        self._named = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._left)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lay_out()
        self._back.clicked.connect(self._turn_back)
        self._on.clicked.connect(self._turn_on)
        self._today.clicked.connect(self.today_requested)
        self._kind.chosen.connect(self.kind_chosen)
        self.add.clicked.connect(self.plan_requested)

    def show_title(self, title: str, kind: str) -> None:
        """Show which month or week it is."""
        self._title.setText(title)
        self._kind.choose(kind)
        is_month = kind == MONTH
        self._back.set_icon(
            Icon.CHEVRON_LEFT, _("Previous month") if is_month else _("Previous week")
        )
        self._on.set_icon(Icon.CHEVRON_RIGHT, _("Next month") if is_month else _("Next week"))
        self._fold()

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of the widest part alone: the others go below it."""
        parts = (self._title, self._nav, self._right)
        wide = max(each.minimumSizeHint().width() for each in parts)
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the controls beside the title, or below it."""
        super().resizeEvent(event)
        self._fold()

    def _lay_out(self) -> None:
        nav = QHBoxLayout(self._nav)
        nav.setContentsMargins(0, 0, 0, 0)
        nav.setSpacing(2)
        nav.addWidget(self._back)
        nav.addWidget(self._on)
        nav.addSpacing(10)
        nav.addWidget(self._today)
        nav.addStretch(1)
        self._named.setContentsMargins(0, 0, 0, 0)
        self._named.setSpacing(_NAV_GAP)
        self._named.addWidget(self._title)
        self._named.addWidget(self._nav, 1)
        right = QHBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(12)
        right.addWidget(self._kind, 0, Qt.AlignmentFlag.AlignVCenter)
        right.addWidget(self.add)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._left, 1)
        self._row.addWidget(self._right, 0, Qt.AlignmentFlag.AlignLeft)

    def _fold(self) -> None:
        """Put below what has no room beside: first the controls, then the way to others too."""
        direction = QBoxLayout.Direction
        named = self._title.sizeHint().width() + _NAV_GAP + self._nav.sizeHint().width()
        for row, needed in (
            (self._named, named),
            (self._row, named + self._right.sizeHint().width() + _GAP),
        ):
            folded = needed > self.width()
            row.setDirection(direction.TopToBottom if folded else direction.LeftToRight)
            row.setSpacing(8 if folded or row is self._row else _NAV_GAP)

    def _turn_back(self) -> None:
        self.turned.emit(-1)

    def _turn_on(self) -> None:
        self.turned.emit(1)
