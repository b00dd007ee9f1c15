"""The page on which a routine of one's own is built."""

from functools import partial
from math import sqrt
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.routine import Step
from coreapp.domain.routine_editing.draft import (
    Spot,
    in_gap,
    spot_above,
    spot_after,
    spot_below,
    spots,
)
from coreapp.domain.routine_editing.edits import (
    AddBlock,
    AddStep,
    ChangeStep,
    DuplicateBlock,
    DuplicateStep,
    Edit,
    MoveBlock,
    MoveStep,
    RemoveBlock,
    RemoveStep,
    SetText,
    StepPart,
    TextPart,
)
from coreapp.domain.routine_editing.new_step import step_of
from coreapp.i18n import _
from coreapp.services.changes import Change
from coreapp.services.dose_words import usual_level
from coreapp.services.library import Library
from coreapp.services.playing import Request
from coreapp.services.routine_editing import RoutineEditing
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.models.routine_model import RoutineModel
from coreapp.ui.navigation import Shell
from coreapp.ui.pages.routine_editor_head import EditorHead
from coreapp.ui.pages.routine_editor_state import head_state
from coreapp.ui.pages.routine_keys import Way, way_of
from coreapp.ui.pages.routine_lines import moved_text, routine_lines
from coreapp.ui.pages.routine_list import RoutineList
from coreapp.ui.pages.routine_panel import RoutinePanel
from coreapp.ui.player.announce import announce
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind

_MS_TYPING: Final = 500
"""So long after the last letter a text is saved; everything else is saved at once."""
_SIDE_BY_SIDE: Final = 720
_PANEL: Final = 364
_LEAST_LIST: Final = 260
_LEAST_PANEL: Final = 420
_LEAST_HEIGHT: Final = 300
_AIR: Final = 8
_NO_LIMIT: Final = 16777215
"""What Qt takes for no limit."""


class RoutineEditor(QWidget):
    """Blocks and steps on the left, the figures of what is chosen on the right."""

    left = Signal()
    """The person wants back to all routines."""

    def __init__(
        self,
        theme: Theme,
        art: FigureArt,
        library: Library,
        editing: RoutineEditing,
        shell: Shell,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._library = library
        self._editing = editing
        self._shell = shell
        self._model = RoutineModel()
        self._head = EditorHead(theme)
        self._list = RoutineList(theme, art, self._model)
        self._panel = RoutinePanel(theme, art, library, editing)
        self._add = Button(theme, _("Add exercise"), ButtonKind.SECONDARY, Icon.PLUS)
        self._add_block = Button(theme, _("Add block"), ButtonKind.QUIET, Icon.PLUS)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._has_failed = False
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_MS_TYPING)
        self._list.setAccessibleName(_("Blocks and exercises"))

        self._lay_out()
        self._connect()

    def open_routine(self, identity: str) -> None:
        """Go on with a routine of one's own.

        Raises:
            UnknownIdError: there is none with that id.
        """
        self._editing.begin(identity)
        if not spots(self._editing.routine):
            self._editing.choose(None)
        self._panel.close_picker()
        self._show_all(anew=True)
        if not spots(self._editing.routine):
            # A new one begins with its name, and what it lacks lies open.
            self.begin_picking()
            self._head.begin_name()

    def begin_picking(self) -> None:
        """Let an exercise be looked for."""
        self._panel.open_picker()
        self._panel.watch_keys(self)

    def keep(self) -> None:
        """Save what can be saved, now."""
        self._typing.stop()
        self._has_failed = True
        with self._shell.guarded():
            if self._editing.keep():
                self._shell.changed(Change.LIBRARY)
            self._has_failed = False
        self._show_head()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what was typed last, or could not be saved: the page is left, or all ends."""
        super().hideEvent(event)
        if self._typing.isActive() or self._has_failed:
            self.keep()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand side by side, or one above the other."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Take the keys for undo and redo, which the window has a meaning of its own for."""
        if isinstance(event, QKeyEvent) and self._take_key(event):
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take them from fields too, whose own way back ends at the field."""
        if isinstance(event, QKeyEvent) and self._take_key(event):
            return True
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        way = way_of(event)
        if way is None or (way is Way.CLOSE and not self._panel.is_picking):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            {Way.UNDO: self._undo, Way.REDO: self._redo, Way.CLOSE: self._close_picker}[way]()
            return True
        return False

    def _connect(self) -> None:
        head, rows, panel = self._head, self._list, self._panel
        head.back_requested.connect(self.left)
        head.name_edited.connect(self._rename)
        head.name_left.connect(self._editing.close_field)
        head.watch_keys(self)
        head.undo_requested.connect(self._undo)
        head.redo_requested.connect(self._redo)
        head.about_requested.connect(partial(self._choose, None))
        head.try_requested.connect(self._try)
        head.moment_requested.connect(self._choose_moment)
        rows.spot_chosen.connect(self._choose)
        rows.form_requested.connect(panel.take_keyboard)
        rows.step_dropped.connect(self._drop_step)
        rows.block_dropped.connect(self._drop_block)
        panel.edited.connect(self._edit_field)
        panel.exercise_requested.connect(self._shell.open_exercise)
        panel.exercise_picked.connect(self._add_exercise)
        for asking in (rows, panel):
            asking.up_requested.connect(partial(self._move, up=True))
            asking.down_requested.connect(partial(self._move, up=False))
            asking.duplicate_requested.connect(self._duplicate)
            asking.remove_requested.connect(self._remove)
        self._add.clicked.connect(self.begin_picking)
        self._add_block.clicked.connect(self._append_block)
        self._typing.timeout.connect(self.keep)
        self._theme.changed.connect(self._arrange)

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self._add)
        below.addWidget(self._add_block)
        below.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self._list, 1)
        left.addLayout(below)
        self._sides.setSpacing(16)
        self._sides.addLayout(left, 1)
        self._sides.addWidget(self._panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._head)
        column.addLayout(self._sides, 1)

    def _arrange(self) -> None:
        # The square root: twice the letter needs more room, but wraps as well.
        scale = sqrt(self._theme.fonts.factor)
        stacked = self.width() < _SIDE_BY_SIDE * scale
        direction = QBoxLayout.Direction
        self._sides.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        # Where the form stands below, the list is no higher than its rows.
        most = min(round(_LEAST_LIST * scale), self._list.content_height() + _AIR)
        self._list.setMinimumHeight(most if stacked else _LEAST_HEIGHT)
        self._list.setMaximumHeight(most if stacked else _NO_LIMIT)
        self._panel.setMinimumHeight(round(_LEAST_PANEL * scale) if stacked else _LEAST_HEIGHT)
        width = 0 if stacked else round(_PANEL * scale)
        self._panel.setMinimumWidth(width)
        self._panel.setMaximumWidth(width or _NO_LIMIT)

    def _do(self, edit: Edit, *, anew: bool = True) -> None:
        """Carry out an edit, save it, and show what is now."""
        self._editing.do(edit)
        self._after(anew=anew)

    def _after(self, *, anew: bool) -> None:
        self.keep()
        self._show_all(anew=anew)

    def _edit_field(self, edit: Edit) -> None:
        """Carry out what was changed in a field; a text is saved when the typing rests."""
        before = self._editing.chosen_step
        self._editing.do(edit)
        is_note = isinstance(edit, ChangeStep) and edit.part is StepPart.NOTE
        if is_note or (isinstance(edit, SetText) and edit.part is not TextPart.PLACE):
            self._typing.start()
            self._show_all(anew=False)
        else:
            # Another level, or another manner, brings other fields.
            after = self._editing.chosen_step
            self._after(anew=_fields(before) != _fields(after))

    def _rename(self, name: str) -> None:
        self._edit_field(SetText(TextPart.NAME, name))

    def _choose(self, spot: Spot | None) -> None:
        self._editing.choose(spot)
        self._panel.close_picker()
        self._show_all(anew=True)

    def _choose_moment(self, seconds: float) -> None:
        clocked = self._editing.clocked()
        if clocked is not None:
            phase = clocked.timeline.phases[clocked.timeline.index_at(seconds)]
            self._choose(spots(self._editing.routine)[phase.step])

    def _move(self, *, up: bool) -> None:
        routine, at = self._editing.routine, self._editing.draft.chosen
        if at is None:
            return
        to = spot_above(routine, at) if up else spot_below(routine, at)
        if to is None:
            edge = _("It is the first already.") if up else _("It is the last already.")
            announce(self._list, edge)
            return
        self._do(MoveBlock(at.block, to.block) if at.step is None else MoveStep(at, to))
        announce(self._list, moved_text(self._editing, self._library))

    def _drop_step(self, at: Spot, gap: Spot) -> None:
        self._do(MoveStep(at, in_gap(at, gap)))
        announce(self._list, moved_text(self._editing, self._library))

    def _drop_block(self, index: int, before: int) -> None:
        self._do(MoveBlock(index, before - (before > index)))
        announce(self._list, moved_text(self._editing, self._library))

    def _duplicate(self) -> None:
        at = self._editing.draft.chosen
        if at is not None:
            self._do(DuplicateBlock(at.block) if at.step is None else DuplicateStep(at))
            announce(self._list, moved_text(self._editing, self._library))

    def _remove(self) -> None:
        at = self._editing.draft.chosen
        if at is not None:
            self._do(RemoveBlock(at.block) if at.step is None else RemoveStep(at))
            announce(self._list, _("Taken out. Ctrl Z brings it back."))

    def _append_block(self) -> None:
        self._do(AddBlock(len(self._editing.routine.blocks)))
        self.begin_picking()

    def _add_exercise(self, identity: str) -> None:
        exercise = self._library.exercise(identity)
        at = spot_after(self._editing.routine, self._editing.draft.chosen)
        self._do(AddStep(at, step_of(exercise, usual_level(exercise))))
        announce(self._list, moved_text(self._editing, self._library))

    def _undo(self) -> None:
        self._take_way(self._editing.undo_name, undo=True)

    def _redo(self) -> None:
        self._take_way(self._editing.redo_name, undo=False)

    def _take_way(self, name: str, *, undo: bool) -> None:
        if not name:
            return
        if undo:
            self._editing.undo()
        else:
            self._editing.redo()
        self._after(anew=True)
        announce(self._list, name)

    def _close_picker(self) -> None:
        self._panel.close_picker()
        self._show_all(anew=True)
        self._list.setFocus()

    def _try(self) -> None:
        self.keep()
        with self._shell.guarded():
            self._shell.play(Request(self._editing.try_from_here()))

    def _show_all(self, *, anew: bool) -> None:
        """Show what is now; `anew` also makes the fields at the side anew."""
        self._model.show_lines(routine_lines(self._editing, self._library))
        self._arrange()
        self._list.show_chosen(self._editing.draft.chosen)
        self._panel.show_chosen(anew=anew)
        self._panel.watch_keys(self)
        self._show_head()

    def _show_head(self) -> None:
        self._head.show_state(head_state(self._editing))


def _fields(step: Step | None) -> tuple[str, bool] | None:
    """Return what decides which fields a step has, and what is in them."""
    return None if step is None else (step.level, step.seconds is None)
