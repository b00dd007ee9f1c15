"""The side of the routine editor: the figures of a step, of a block, or of the whole routine."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.own import LONGEST_WORK, MOST_ROUNDS
from coreapp.domain.routine import Block, Routine
from coreapp.domain.routine_editing.edits import (
    SetClosingRest,
    SetRoundRest,
    SetRounds,
    SetText,
    TextPart,
)
from coreapp.domain.vocabulary import ROUTINE_PLACES
from coreapp.i18n import _, pgettext
from coreapp.services.vocabulary import place_label
from coreapp.ui.pages.routine_editor.fields import (
    Figure,
    FigureFields,
    Labelled,
    NoteField,
    TextField,
)
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import IconButton
from coreapp.ui.widgets.labels import make_text
from coreapp.ui.widgets.segmented import SegmentedChoice

_INSET = 8
"""Between the edge of a button and its icon."""


class EditorForm(QWidget):
    """A title with what can be done, and fields beneath.

    Attributes:
        column: what stands below the title.
    """

    edited = Signal(object)
    """The person changed something (an `Edit`)."""

    up_requested = Signal()
    down_requested = Signal()
    duplicate_requested = Signal()
    remove_requested = Signal()

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(14)
        self._words = QVBoxLayout()
        self._words.setSpacing(2)
        self._words.addWidget(make_text(title, Type.HEADING))
        self.column.addLayout(self._words)

    def add_line(self, text: str) -> None:
        """Add a line under the title."""
        self._words.addWidget(make_text(text, Type.BODY, "ink2"))

    def add_movers(self, *, up: bool, down: bool) -> QHBoxLayout:
        """Add the buttons for whoever does not drag: up, down, duplicate, take out.

        More can be put at the end of the row that is returned.
        """
        row = QHBoxLayout()
        row.setSpacing(0)
        # The icons stand on the left edge, like all that is above and below.
        row.setContentsMargins(-_INSET, 0, 0, 0)
        for icon, name, signal, is_possible in (
            (Icon.CHEVRON_UP, _("Move up (Alt Up)"), self.up_requested, up),
            (Icon.CHEVRON_DOWN, _("Move down (Alt Down)"), self.down_requested, down),
            (Icon.COPY, _("Duplicate (Ctrl D)"), self.duplicate_requested, True),
            (Icon.TRASH, _("Take out (Delete)"), self.remove_requested, True),
        ):
            button = IconButton(self._theme, icon, name)
            button.setObjectName(f"do_{icon.value}")
            button.setEnabled(is_possible)
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)
        return row

    def add_text(
        self, key: str, label: str, text: str, changed: Callable[[str], None], *, long: bool = True
    ) -> None:
        """Add a text of a few lines, or of one."""
        field = TextField(key, text, changed) if long else NoteField(key, text, changed)
        self.column.addWidget(Labelled(label, field))

    def add_choice(
        self,
        key: str,
        label: str,
        options: list[tuple[str, str]],
        chosen: str,
        changed: Callable[[str], None],
    ) -> None:
        """Add a choice of one among a few."""
        choice = SegmentedChoice(self._theme)
        choice.setObjectName(key)
        choice.setAccessibleName(label)
        choice.set_options(options)
        choice.choose(chosen)
        choice.chosen.connect(changed)
        around = Labelled(label, choice)
        self.column.addWidget(around)


class BlockForm(EditorForm):
    """How often a block is gone through."""

    def __init__(self, theme: Theme, block: Block, index: int) -> None:
        super().__init__(theme, _("Block {number}").format(number=index + 1))
        self._block = block
        self._index = index

    def fill(self) -> None:
        """Make the fields."""
        fields = FigureFields(self._theme)
        fields.add(
            Figure("rounds", pgettext("dose field", "Rounds"), self._block.rounds, 1, MOST_ROUNDS),
            self._set_rounds,
        )
        fields.add(
            Figure(
                "round_rest",
                pgettext("dose field", "Rest between rounds"),
                self._block.rest_seconds,
                0,
                LONGEST_WORK,
                5,
                in_seconds=True,
                none=_("none"),
            ),
            self._set_rest,
        )
        self.column.addWidget(fields)
        hint = _("The exercises of a block are done one after the other, as many times as it says.")
        self.column.addWidget(make_text(hint, Type.BODY, "ink2"))
        self.column.addStretch(1)

    def _set_rounds(self, rounds: int) -> None:
        self.edited.emit(SetRounds(self._index, rounds))

    def _set_rest(self, seconds: int) -> None:
        self.edited.emit(SetRoundRest(self._index, seconds))


class WholeForm(EditorForm):
    """What is said about the routine as a whole."""

    def __init__(self, theme: Theme, routine: Routine) -> None:
        super().__init__(theme, _("About this routine"))
        self._routine = routine

    def fill(self) -> None:
        """Make the fields."""
        routine = self._routine
        places = [(each, place_label(each)) for each in ROUTINE_PLACES]
        self.add_choice(
            "place", _("Where"), places, routine.place, partial(self._set, TextPart.PLACE)
        )
        fields = FigureFields(self._theme)
        fields.add(
            Figure(
                "closing_rest",
                _("Quiet at the end"),
                routine.closing_rest_seconds,
                0,
                LONGEST_WORK,
                5,
                in_seconds=True,
                none=_("none"),
            ),
            self._set_closing_rest,
        )
        self.column.addWidget(fields)
        for part, label, text in (
            (TextPart.AUDIENCE, _("Who it is for"), routine.audience),
            (TextPart.NOT_WHEN, _("When not to do it"), routine.not_when),
            (TextPart.FREQUENCY, _("How often"), routine.frequency),
            (TextPart.PROGRESSION, _("How to go on"), routine.progression),
        ):
            self.add_text(part.value, label, text, partial(self._set, part))
        self.column.addStretch(1)

    def _set(self, part: TextPart, text: str) -> None:
        self.edited.emit(SetText(part, text))

    def _set_closing_rest(self, seconds: int) -> None:
        self.edited.emit(SetClosingRest(seconds))
