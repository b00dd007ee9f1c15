"""The day that is looked at: what is on it, what can be done about it, its mark, and hints."""

from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.day_record import QUIET, DayMark
from coreapp.i18n import _, ngettext
from coreapp.services.library import Library
from coreapp.services.mark_words import mark_label
from coreapp.services.plan_conflicts import conflict_text
from coreapp.services.plan_day_words import day_name, item_line, item_sentence
from coreapp.services.plan_items import DayItem, ItemState, PlanDay
from coreapp.services.plan_words import why_not
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.pages.parts import clear_layout, order_keys
from coreapp.ui.pages.plan.item_picture import ItemPicture
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, ButtonSize, Chip, IconButton
from coreapp.ui.widgets.card import Card
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.icon_label import IconLabel
from coreapp.ui.widgets.labels import make_narrow_text, make_text
from coreapp.ui.widgets.press_row import PressRow

_START_WITHIN: Final = 2
"""So many days around its own a session can be started, and ticks its occurrence off."""


class DayCard(Card):
    """One day. It says what is wanted, and leaves it to others to carry out.

    Attributes:
        note: the button that asks how the day was; of days to come there is nothing to say.

    Signals:
        start_requested, move_requested, skip_requested, edit_requested: a `DayItem`.
        return_requested: a `DayItem` that was moved or skipped is to be as the rule has it.
        mark_chosen: a `DayMark`, or None for no mark.
        days_requested: several days are to be marked.
        note_requested: something is to be written down of the day.
        all_moved, all_skipped: the same for everything that is to be done on the day.
        add_requested: something more is to be planned on the day.
        item_chosen: the key of the item that is looked at.
    """

    start_requested = Signal(object)
    move_requested = Signal(object)
    skip_requested = Signal(object)
    edit_requested = Signal(object)
    return_requested = Signal(object)
    mark_chosen = Signal(object)
    days_requested = Signal()
    note_requested = Signal()
    all_moved = Signal()
    all_skipped = Signal()
    add_requested = Signal()
    item_chosen = Signal(str)

    def __init__(
        self, theme: Theme, art: FigureArt, library: Library, *, has_notes: bool = False
    ) -> None:
        super().__init__()
        self._has_notes = has_notes
        self._theme = theme
        self._art = art
        self._library = library
        self._day = PlanDay(date.min)
        self._today = date.min
        self._item = ""
        self._title = make_text("", Type.TITLE)
        self._held = QWidget()
        self._rows, self._hints = QVBoxLayout(), QVBoxLayout()
        self._rows.setSpacing(4)
        self._hints.setSpacing(8)
        self._add = Button(theme, _("Add to this day"), ButtonKind.LINK, Icon.PLUS)
        self._add.setObjectName("add_to_day")
        self._marks = QWidget()
        self._chips: dict[DayMark, Chip] = {}
        self._lay_out()
        self._add.clicked.connect(self.add_requested)

    @property
    def item(self) -> str:
        """The key of the item that is looked at, empty for none."""
        return self._item

    @property
    def has_start(self) -> bool:
        """Whether the day's session can be started: then that is what the page is for."""
        return self._shown_start

    def show_day(self, day: PlanDay, today: date, item: str = "") -> None:
        """Show a day.

        Args:
            day: what is on it.
            today: the day it is.
            item: the key of what is chosen; empty for the first that is to be done.
        """
        self._day, self._today = day, today
        keys = {each.key for each in day.items}
        self._item = item if item in keys else _first(day)
        self._title.setText(day_name(day.day))
        self._shown_start = False
        had_keys = self._rows_have_keys()
        clear_layout(self._rows)
        for each in day.items:
            self._rows.addWidget(self._row(each))
            if each.key == self._item:
                self._rows.addWidget(self._answers(each))
                if reason := self._why_not(each):
                    self._rows.addWidget(make_text(reason, Type.CAPTION, "ink2"))
        if not day.items:
            self._rows.addWidget(make_text(_("Nothing planned."), tone="ink2"))
        self._show_hints()
        order_keys(self._title, self._held)
        # Of a day that is over nothing can be planned any more.
        self._add.setVisible(day.day >= today)
        self.note.setVisible(self._has_notes and day.day <= today)
        for mark, chip in self._chips.items():
            chip.setChecked(mark is day.mark)
        if had_keys:
            self.take_keys()

    def take_keys(self) -> None:
        """Let the keyboard go to what can be done with the chosen item, or to the first button."""
        answers = self.findChild(QWidget, "answers")
        buttons = (answers or self).findChildren(Button)
        first = next((each for each in buttons if each.isVisibleTo(self)), self._add)
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _rows_have_keys(self) -> bool:
        """Tell whether something has the keys that is about to go."""
        focused = QApplication.focusWidget()
        return focused is not None and self._held.isAncestorOf(focused)

    def _lay_out(self) -> None:
        chips = FlowLayout(6, 6)
        self._marks.setLayout(chips)
        for mark in DayMark:
            chip = Chip(self._theme, mark_label(mark))
            chip.setObjectName(f"mark_{mark.value}")
            chip.setAccessibleDescription(_("Mark this day"))
            chip.clicked.connect(partial(self._choose_mark, mark))
            self._chips[mark] = chip
            chips.addWidget(chip)
        more = Button(self._theme, _("Several days…"), ButtonKind.QUIET, size=ButtonSize.SMALL)
        more.setObjectName("mark_several")
        more.clicked.connect(self.days_requested)
        chips.addWidget(more)
        self.note = Button(self._theme, _("How the day was…"), ButtonKind.LINK, Icon.EDIT)
        self.note.clicked.connect(self.note_requested)
        held, links, marks = QVBoxLayout(self._held), QVBoxLayout(), QVBoxLayout()
        held.setContentsMargins(0, 0, 0, 0)
        held.setSpacing(12)
        held.addLayout(self._rows)
        held.addLayout(self._hints)
        links.setSpacing(0)
        for link in (self._add, self.note):
            link.setStyleSheet("padding: 0;")  # in line with the words above it
            links.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        marks.setSpacing(8)
        marks.addWidget(make_text(_("Mark this day"), Type.CAPTION, "ink2"))
        marks.addWidget(self._marks)
        self.body.setContentsMargins(16, 16, 16, 16)
        self.body.setSpacing(12)
        self.body.addWidget(self._title)
        self.body.addWidget(self._held)
        self.body.addLayout(links)
        self.body.addLayout(marks)
        self.body.addStretch(1)

    def _row(self, item: DayItem) -> QWidget:
        row = PressRow(self._theme, item_sentence(item, self._day.day, self._today))
        row.setObjectName(f"item {item.key}")
        row.line.setContentsMargins(0, 6, 0, 6)
        row.line.setSpacing(12)
        is_open = item.is_open and self._day.day >= self._today
        picture = ItemPicture(self._theme, self._art, item.picture, faded=not is_open)
        row.line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        title_tone = "" if is_open else "ink2"
        words.addWidget(make_narrow_text(item.title, Type.BODY_STRONG, title_tone))
        words.addWidget(self._line(item))
        words.addStretch(1)
        row.line.addLayout(words, 1)
        row.clicked.connect(partial(self._choose_item, item.key))
        return row

    def _line(self, item: DayItem) -> QWidget:
        text = make_narrow_text(item_line(item, self._day.day, self._today), Type.CAPTION, "ink2")
        if item.state is not ItemState.DONE:
            return text
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(IconLabel(self._theme, Icon.CHECK, "done_text", 14))
        row.addWidget(text, 1)
        return line

    def _answers(self, item: DayItem) -> QWidget:
        """Return what can be done about the chosen item."""
        answers = QWidget()
        answers.setObjectName("answers")
        row = FlowLayout(8, 8)
        row.setContentsMargins(0, 2, 0, 6)
        answers.setLayout(row)
        if item.is_open:
            if self._can_start(item):
                self._add_start(row, item)
            for text, signal in (
                (_("Move"), self.move_requested),
                (_("Skip"), self.skip_requested),
            ):
                self._add_answer(row, text, signal, item)
            edit = IconButton(self._theme, Icon.EDIT, _("Edit {title}").format(title=item.title))
            edit.clicked.connect(partial(self.edit_requested.emit, item))
            row.addWidget(edit)
        elif item.entry and not item.done_by:
            self._add_answer(row, _("Bring back"), self.return_requested, item)
        return answers

    def _can_start(self, item: DayItem) -> bool:
        is_near = abs((self._day.day - self._today).days) <= _START_WITHIN
        return is_near and not self._why_not(item)

    def _why_not(self, item: DayItem) -> str:
        """Return why an open item cannot be started at all; empty if it can be."""
        if not item.is_open or item.occurrence is None:
            return ""
        return why_not(self._library, item.occurrence.routine)

    def _add_start(self, row: FlowLayout, item: DayItem) -> None:
        is_today = self._day.day == self._today
        kind = ButtonKind.PRIMARY if is_today else ButtonKind.SECONDARY
        self._shown_start = self._shown_start or is_today
        start = Button(self._theme, _("Start"), kind, Icon.PLAY, ButtonSize.SMALL)
        start.clicked.connect(partial(self.start_requested.emit, item))
        row.addWidget(start)

    def _add_answer(self, row: FlowLayout, text: str, signal: object, item: DayItem) -> None:
        button = Button(self._theme, text, ButtonKind.SECONDARY, size=ButtonSize.SMALL)
        button.setAccessibleDescription(item.title)
        button.clicked.connect(partial(signal.emit, item))  # type: ignore[attr-defined]  # a bound signal
        row.addWidget(button)

    def _show_hints(self) -> None:
        clear_layout(self._hints)
        for each in self._day.conflicts:
            self._hints.addLayout(self._hint(conflict_text(each)))
        count = len(self._day.open)
        if self._day.mark in QUIET and count and self._day.day >= self._today:
            text = ngettext(
                "{count} session is planned on this day. You are not reminded of it.",
                "{count} sessions are planned on this day. You are not reminded of them.",
                count,
            )
            self._hints.addLayout(self._hint(text.format(count=count)))
            row = FlowLayout(6, 6)
            for label, signal in (
                (_("To the next day"), self.all_moved),
                (_("Skip all"), self.all_skipped),
            ):
                button = Button(self._theme, label, size=ButtonSize.SMALL)
                button.clicked.connect(signal)
                row.addWidget(button)
            around = QWidget()
            around.setLayout(row)
            self._hints.addWidget(around)

    def _hint(self, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        icon = IconLabel(self._theme, Icon.INFO, "ready_text", 16)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(make_text(text, Type.CAPTION, "ink2"), 1)
        return row

    def _choose_item(self, key: str) -> None:
        self.show_day(self._day, self._today, key)
        self.item_chosen.emit(key)

    def _choose_mark(self, mark: DayMark) -> None:
        self.mark_chosen.emit(mark if self._chips[mark].isChecked() else None)

    _shown_start = False


def _first(day: PlanDay) -> str:
    """Return what of a day is looked at first: a session to be done before a habit."""
    items = [*(each for each in day.open if not each.is_habit), *day.open]
    return items[0].key if items else ""
