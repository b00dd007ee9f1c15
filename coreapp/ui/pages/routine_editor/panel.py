"""The side of the routine editor: a form for what is chosen, or the search for an exercise."""

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from coreapp.domain.routine_editing import chosen_edits
from coreapp.i18n import _
from coreapp.services.library import Library
from coreapp.services.routine_editing import RoutineEditing
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.pages.routine_editor.exercise_picker import ExercisePicker
from coreapp.ui.pages.routine_editor.forms import BlockForm, EditorForm, WholeForm
from coreapp.ui.pages.routine_editor.step_form import StepForm
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import IconButton
from coreapp.ui.widgets.card import Card
from coreapp.ui.widgets.labels import make_text

_PADDING: Final = 18
_FIRST_FIELDS: Final = frozenset({"level", "sets", "rounds", "closing_rest"})
"""Where one begins with the keyboard; whatever comes first of them."""


class RoutinePanel(Card):
    """Shows one thing at a time; the form scrolls where it is longer than the panel."""

    edited = Signal(object)
    """The person changed something in the form (an `Edit`)."""

    exercise_requested = Signal(str)
    exercise_picked = Signal(str)
    up_requested = Signal()
    down_requested = Signal()
    duplicate_requested = Signal()
    remove_requested = Signal()

    def __init__(
        self, theme: Theme, art: FigureArt, library: Library, editing: RoutineEditing
    ) -> None:
        super().__init__()
        self._theme = theme
        self._art = art
        self._library = library
        self._editing = editing
        self._picker: QWidget | None = None
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.viewport().setAutoFillBackground(False)
        self.body.setContentsMargins(_PADDING, _PADDING, 6, _PADDING)
        self.body.addWidget(self._area)

    @property
    def is_picking(self) -> bool:
        """Whether an exercise is looked for."""
        return self._picker is not None

    def show_chosen(self, *, anew: bool) -> None:
        """Show the form of what is chosen; with `anew` even if it is there already."""
        if not anew or self.is_picking:
            return
        focused = self._focused_name()
        place = self._area.verticalScrollBar().value()
        form = self._make_form()
        form.setObjectName("page")
        form.setContentsMargins(0, 0, 12, 0)
        if (before := self._area.takeWidget()) is not None:
            # It may be one of its own fields that is telling of a change just now.
            before.hide()
            before.deleteLater()
        self._area.setWidget(form)
        form.setAutoFillBackground(False)
        form.show()
        if focused:
            self._area.verticalScrollBar().setValue(place)
            self._focus(focused)

    def take_keyboard(self) -> None:
        """Go on with the keyboard in the form's first field."""
        form = self._area.widget()
        if form is None or self.is_picking:
            return
        fields = [each for each in form.findChildren(QWidget) if _is_field(each)]
        if fields:
            fields[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_picker(self) -> None:
        """Let an exercise be looked for."""
        if self._picker is None:
            self._picker = self._make_picker()
            self._area.hide()
            self.body.addWidget(self._picker)
            self._picker.show()
        picker = self._picker.findChild(ExercisePicker)
        if picker is not None:
            picker.begin()

    def close_picker(self) -> None:
        """Go back to the form."""
        if self._picker is not None:
            self._picker.hide()
            self._picker.deleteLater()
            self._picker = None
            self._area.show()

    def watch_keys(self, watcher: QObject) -> None:
        """Let somebody see the keys of all fields before they do."""
        for kind in (QLineEdit, QPlainTextEdit, QAbstractSpinBox):
            for field in self.findChildren(kind):
                field.removeEventFilter(watcher)
                field.installEventFilter(watcher)

    def _make_picker(self) -> QWidget:
        around = QWidget()
        column = QVBoxLayout(around)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(make_text(_("Add exercise"), Type.HEADING), 1)
        close = IconButton(self._theme, Icon.CLOSE, _("Done adding (Esc)"))
        close.setObjectName("close_picker")
        close.clicked.connect(self._leave_picker)
        head.addWidget(close)
        picker = ExercisePicker(self._theme, self._art, self._library)
        picker.exercise_chosen.connect(self.exercise_picked)
        column.addLayout(head)
        column.addWidget(picker, 1)
        return around

    def _leave_picker(self) -> None:
        self.close_picker()
        self.show_chosen(anew=True)

    def _make_form(self) -> QWidget:
        form = self._make_filled()
        form.edited.connect(self.edited)
        form.up_requested.connect(self.up_requested)
        form.down_requested.connect(self.down_requested)
        form.duplicate_requested.connect(self.duplicate_requested)
        form.remove_requested.connect(self.remove_requested)
        return form

    def _make_filled(self) -> EditorForm:
        routine, chosen = self._editing.routine, self._editing.draft.chosen
        step = self._editing.chosen_step
        if chosen is None or chosen.block >= len(routine.blocks):
            whole = WholeForm(self._theme, routine)
            whole.fill()
            return whole
        if step is None:
            block = BlockForm(self._theme, routine.blocks[chosen.block], chosen.block)
            self._add_movers(block)
            block.fill()
            return block
        exercise = self._editing.exercise_of(step)
        if exercise is None:
            unknown = EditorForm(self._theme, step.exercise)
            self._add_movers(unknown)
            unknown.column.addStretch(1)
            return unknown
        form = StepForm(self._theme, self._library, exercise, step, chosen)
        form.exercise_requested.connect(self.exercise_requested)
        self._add_movers(form)
        form.fill()
        return form

    def _add_movers(self, form: EditorForm) -> None:
        draft = self._editing.draft
        form.add_movers(
            up=chosen_edits.move(draft, up=True) is not None,
            down=chosen_edits.move(draft, up=False) is not None,
        )

    def _focused_name(self) -> str:
        """Return the name of the field that has the keyboard; empty if none of these has."""
        form: QWidget | None = self._area.widget()
        here: QWidget | None = self.window().focusWidget()
        if form is None or here is None or not form.isAncestorOf(here):
            return ""
        while here is not None and not here.objectName():
            here = here.parentWidget()
        return "" if here is None else here.objectName()

    def _focus(self, name: str) -> None:
        form = self._area.widget()
        field = form.findChild(QWidget, name) if form is not None else None
        if field is not None and field.isEnabled():
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _is_field(widget: QWidget) -> bool:
    """Tell whether a widget is one in which something is chosen or typed."""
    takes_keys = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(takes_keys) and widget.isEnabled() and widget.objectName() in _FIRST_FIELDS
