"""The page on which a routine of one's own is built."""

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coreapp.domain.routine import Step
from coreapp.domain.routine_editing import chosen_edits
from coreapp.domain.routine_editing.draft import Spot, spots
from coreapp.domain.routine_editing.edits import Edit, SetText, TextPart, is_typed
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
from coreapp.ui.pages.routine_editor.head import EditorHead
from coreapp.ui.pages.routine_editor.head_state import head_state
from coreapp.ui.pages.routine_editor.invitation import make_invitation
from coreapp.ui.pages.routine_editor.keys import Way, way_of
from coreapp.ui.pages.routine_editor.lines import moved_text, routine_lines
from coreapp.ui.pages.routine_editor.panel import RoutinePanel
from coreapp.ui.pages.routine_editor.row_list import RoutineList
from coreapp.ui.pages.routine_editor.sides import EditorSides
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.announce import announce
from coreapp.ui.widgets.buttons import Button, ButtonKind

_MS_TYPING: Final = 500
"""So long after the last letter a text is saved; everything else is saved at once."""


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
        self._art = art
        self._library = library
        self._editing = editing
        self._shell = shell
        self._is_inviting = False
        self._model = RoutineModel()
        self._head = EditorHead(theme)
        self._list = RoutineList(theme, art, self._model)
        self._panel = RoutinePanel(theme, art, library, editing)
        self._add = Button(theme, _("Add exercise"), ButtonKind.SECONDARY, Icon.PLUS)
        self._add_block = Button(theme, _("Add block"), ButtonKind.QUIET, Icon.PLUS)
        self._sides = EditorSides(theme, self._list, (self._add, self._add_block), self._panel)
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

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._head)
        column.addWidget(self._sides, 1)

    def _do(self, edit: Edit) -> None:
        """Carry out an edit, save it, and show what is now."""
        self._editing.do(edit)
        self._after(anew=True)

    def _after(self, *, anew: bool) -> None:
        self.keep()
        self._show_all(anew=anew)

    def _edit_field(self, edit: Edit) -> None:
        """Carry out what was changed in a field; a text is saved when the typing rests."""
        before = self._editing.chosen_step
        self._editing.do(edit)
        if is_typed(edit):
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
        draft = self._editing.draft
        edit = chosen_edits.move(draft, up=up)
        if edit is None and draft.chosen is not None:
            edge = _("It is the first already.") if up else _("It is the last already.")
            announce(self._list, edge)
        self._place(edit)

    def _drop_step(self, at: Spot, gap: Spot) -> None:
        self._place(chosen_edits.drop_step(at, gap))

    def _drop_block(self, index: int, before: int) -> None:
        self._place(chosen_edits.drop_block(index, before))

    def _duplicate(self) -> None:
        self._place(chosen_edits.duplicate(self._editing.draft))

    def _add_exercise(self, identity: str) -> None:
        exercise = self._library.exercise(identity)
        step = step_of(exercise, usual_level(exercise))
        self._place(chosen_edits.add_step(self._editing.draft, step))

    def _place(self, edit: Edit | None) -> None:
        """Carry out an edit, if there is one, and say where what is chosen stands now."""
        if edit is not None:
            self._do(edit)
            announce(self._list, moved_text(self._editing, self._library))

    def _remove(self) -> None:
        edit = chosen_edits.remove(self._editing.draft)
        if edit is not None:
            self._do(edit)
            announce(self._list, _("Taken out. Ctrl Z brings it back."))

    def _append_block(self) -> None:
        self._do(chosen_edits.add_block(self._editing.draft))
        self.begin_picking()

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
        self._invite()
        self._list.show_chosen(self._editing.draft.chosen)
        self._panel.show_chosen(anew=anew)
        self._panel.watch_keys(self)
        self._show_head()

    def _invite(self) -> None:
        """Show how to begin for as long as there is no exercise."""
        is_empty = not spots(self._editing.routine)
        if is_empty == self._is_inviting:
            self._sides.arrange()
            return
        self._is_inviting = is_empty
        invitation = make_invitation(self._theme, self._art) if is_empty else None
        if invitation is not None:
            invitation.action_requested.connect(self.begin_picking)
        self._sides.invite(invitation)

    def _show_head(self) -> None:
        self._head.show_state(head_state(self._editing))


def _fields(step: Step | None) -> tuple[str, bool] | None:
    """Return what decides which fields a step has, and what is in them."""
    return None if step is None else (step.level, step.seconds is None)
