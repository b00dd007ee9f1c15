"""The head of the routine editor: name, way back, total, and the whole as a bar."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from coreapp.domain.own import LONGEST_NAME
from coreapp.i18n import _
from coreapp.ui.pages.columns import Columns
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, IconButton
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.labels import make_label, make_text
from coreapp.ui.widgets.timeline_bar import BarPhase, TimelineBar

_BESIDE: Final = 780
"""Width at 100 % text from which the buttons leave the name its room, in pixels."""


_GAP: Final = 8


@dataclass(frozen=True, slots=True)
class HeadState:
    """What the head shows.

    Attributes:
        undo: what undoing is called; empty if there is nothing to undo.
        redo: what doing again is called; empty if there is nothing.
        total: how long it takes, written; empty while that cannot be told.
        status: whether it is saved, and what it lacks.
        is_wrong: whether something in it is, and not only missing so far.
        try_text: what the button to try it out says.
        position: where in the whole the chosen step begins, in seconds.
    """

    name: str
    undo: str
    redo: str
    total: str
    status: str
    is_wrong: bool
    try_text: str
    phases: Sequence[BarPhase] = ()
    position: float = 0.0


class NameField(QLineEdit):
    """The name of the routine."""

    left = Signal()
    """The person went on to something else."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("routine_name")
        self.setMaxLength(LONGEST_NAME)
        self.setAccessibleName(_("Name of the routine"))
        self.setPlaceholderText(_("Name of the routine"))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that typing is over."""
        super().focusOutEvent(event)
        self.setCursorPosition(0)
        self.left.emit()


class EditorHead(QWidget):
    """Asks for what its buttons say; changes nothing itself."""

    back_requested = Signal()
    name_edited = Signal(str)
    name_left = Signal()
    undo_requested = Signal()
    redo_requested = Signal()
    about_requested = Signal()
    try_requested = Signal()
    moment_requested = Signal(float)
    """The person clicked the bar at a second of the session."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._back = IconButton(theme, Icon.BACK, _("All routines"))
        self._name = NameField()
        self._undo = IconButton(theme, Icon.UNDO, _("Undo"))
        self._redo = IconButton(theme, Icon.REDO, _("Redo"))
        self._about = Button(theme, _("Details"), ButtonKind.QUIET, Icon.INFO)
        self._small_about = IconButton(theme, Icon.INFO, _("About this routine"))
        self._try = Button(theme, _("Try it"), ButtonKind.PRIMARY, Icon.PLAY)
        self._total = make_label("", Type.TITLE)
        self._status = make_text("", Type.BODY, "ink2")
        self._bar = TimelineBar(theme)
        self._bar.setAccessibleName(_("Time line"))
        self._about.setAccessibleName(_("About this routine"))
        self._status.setObjectName("routine_status")

        self._lay_out()

        self._back.clicked.connect(self.back_requested)
        self._name.textEdited.connect(self.name_edited)
        self._name.left.connect(self.name_left)
        self._undo.clicked.connect(self.undo_requested)
        self._redo.clicked.connect(self.redo_requested)
        self._about.clicked.connect(self.about_requested)
        self._small_about.clicked.connect(self.about_requested)
        self._try.clicked.connect(self.try_requested)
        self._bar.seek_requested.connect(self.moment_requested)

    def show_state(self, state: HeadState) -> None:
        """Show where things stand."""
        if self._name.text() != state.name:
            self._name.setText(state.name)
            self._name.setCursorPosition(0)
        self._show_way(self._undo, Icon.UNDO, state.undo, _("Nothing to undo"))
        self._show_way(self._redo, Icon.REDO, state.redo, _("Nothing to do again"))
        self._total.setText(state.total)
        self._total.setVisible(bool(state.total))
        self._status.setText(state.status)
        self._status.setProperty("tone", "danger" if state.is_wrong else "ink2")
        self._status.style().unpolish(self._status)
        self._status.style().polish(self._status)
        self._try.setText(state.try_text)
        self._fold()
        self._try.setEnabled(bool(state.phases))
        self._bar.setVisible(bool(state.phases))
        self._bar.show_timeline(state.phases)
        self._bar.show_position(state.position, state.total)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons in one line: the rows are what one works on."""
        super().resizeEvent(event)
        self._fold()

    def begin_name(self) -> None:
        """Be ready for a name to be typed; the one that is there is replaced."""
        self._name.setFocus()
        self._name.selectAll()

    def watch_keys(self, watcher: QObject) -> None:
        """Let somebody see the keys of the name before it does."""
        self._name.installEventFilter(watcher)

    def _fold(self) -> None:
        buttons = (self._undo, self._redo, self._about, self._try)
        needed = sum(each.sizeHint().width() + _GAP for each in buttons) - _GAP
        has_room = needed <= self.width()
        self._about.setVisible(has_room)
        self._small_about.setHidden(has_room)

    def _show_way(self, button: IconButton, icon: Icon, name: str, without: str) -> None:
        button.set_icon(icon, name or without)
        button.setEnabled(bool(name))

    def _lay_out(self) -> None:
        naming, doing = QWidget(), QWidget()
        left = QHBoxLayout(naming)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(_GAP)
        left.addWidget(self._back)
        left.addWidget(self._name, 1)
        right = FlowLayout(_GAP, centred=True)
        doing.setLayout(right)
        for button in (self._undo, self._redo, self._about, self._small_about, self._try):
            right.addWidget(button)
        head = Columns(self._theme, least=_BESIDE, gap=16, stacked_gap=8)
        head.add(naming)
        head.add(doing, share=0)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self._total)
        line.addWidget(self._status, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(head)
        column.addLayout(line)
        column.addWidget(self._bar)
