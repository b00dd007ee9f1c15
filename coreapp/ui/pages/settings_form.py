"""The rows of the settings page: a labelled control each, found by what is typed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from coreapp.domain.search import fold
from coreapp.i18n import _, format_number
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.form import ComboField, FormCard, NumberField, add_row
from coreapp.ui.widgets.labels import make_label
from coreapp.ui.widgets.switch import Switch

FORM_WIDTH = 760
TEXT_WIDTH = 200


@dataclass(frozen=True, slots=True)
class Words:
    """What stands beside a control: its label, and one line of why."""

    label: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """The least and the most of a number, and the step of its buttons."""

    least: int
    most: int
    step: int = 1


class SettingsForm(QVBoxLayout):
    """Sections of rows; each control reports what was chosen, at once."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[tuple[QWidget, str]] = []
        self._sections: list[tuple[QWidget, FormCard]] = []
        self.setSpacing(12)

    @property
    def is_empty(self) -> bool:
        """Whether no section has been made yet."""
        return not self._sections

    def begin_section(self, title: str) -> FormCard:
        """Begin a section; the rows that follow go into it."""
        heading = make_label(title, Type.TITLE)
        heading.setContentsMargins(0, 16, 0, 0)
        card = FormCard(self._theme)
        card.setMaximumWidth(FORM_WIDTH)
        self.addWidget(heading)
        self.addWidget(card)
        self._sections.append((heading, card))
        return card

    def add_control(self, words: Words, control: QWidget) -> None:
        """Add a row with any control."""
        _heading, card = self._sections[-1]
        row = add_row(card, words.label, words.hint, control)
        self._rows.append((row, fold(f"{words.label} {words.hint}")))

    def add_combo(
        self,
        words: Words,
        options: list[tuple[str, str]],
        value: str,
        edited: Callable[[str], object],
    ) -> None:
        """Add a choice of one among several, each a value and its text."""
        combo = ComboField(self._theme)
        for option, text in options:
            combo.addItem(text, option)
        combo.setCurrentIndex(max(0, combo.findData(value)))
        combo.activated.connect(partial(_report_choice, combo, edited))
        self.add_control(words, combo)

    def add_number(
        self, words: Words, limits: Limits, value: int, edited: Callable[[int], object]
    ) -> None:
        """Add a whole number."""
        field = NumberField(self._theme)
        field.setRange(limits.least, limits.most)
        field.setSingleStep(limits.step)
        field.setValue(value)
        least, most = format_number(limits.least), format_number(limits.most)
        field.setToolTip(_("From {least} to {most}").format(least=least, most=most))
        field.valueChanged.connect(edited)
        self.add_control(words, field)

    def add_switch(self, words: Words, value: bool, edited: Callable[[bool], object]) -> None:  # noqa: FBT001  the value of a switch
        """Add something that is on or off."""
        switch = Switch(self._theme)
        switch.setChecked(value)
        switch.toggled.connect(edited)
        self.add_control(words, switch)

    def add_text(self, words: Words, value: str, edited: Callable[[str], bool]) -> None:
        """Add a text; `edited` tells whether it could be used, else the field is marked."""
        field = QLineEdit(value)
        field.setFixedWidth(TEXT_WIDTH)
        field.editingFinished.connect(partial(_take_text, field, edited))
        self.add_control(words, field)

    def show_matches(self, word: str) -> bool:
        """Show the rows that match `word`, and the sections that have any; tell if there are."""
        wanted = fold(word).strip()
        for row, words in self._rows:
            row.setVisible(wanted in words)
        for heading, card in self._sections:
            has_any = any(wanted in words for row, words in self._rows if card.isAncestorOf(row))
            heading.setVisible(has_any)
            card.setVisible(has_any)
        return any(wanted in words for _row, words in self._rows)


def _report_choice(combo: ComboField, edited: Callable[[str], object], _index: int) -> None:
    edited(str(combo.currentData()))


def _take_text(field: QLineEdit, edited: Callable[[str], bool]) -> None:
    if not field.isModified():
        return
    field.setModified(False)
    field.setProperty("invalid", not edited(field.text().strip()))
    field.style().unpolish(field)
    field.style().polish(field)
