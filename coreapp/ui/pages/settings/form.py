"""The rows of the settings page: a labelled control each, found by what is typed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coreapp.domain.search import fold
from coreapp.i18n import _, format_number
from coreapp.ui.pages.later import Step
from coreapp.ui.pages.text_row import Taken, TextRow
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.fields import ComboField, NumberField
from coreapp.ui.widgets.form import FormCard, FormRow, add_row
from coreapp.ui.widgets.labels import make_text
from coreapp.ui.widgets.laid_out_once import laid_out_once
from coreapp.ui.widgets.switch import Switch


@dataclass(frozen=True, slots=True)
class Words:
    """What stands beside a control: its label, and one line of why."""

    label: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """The least and the most of a number, the step of its buttons, and its unit."""

    least: int
    most: int
    step: int = 1
    unit: str = ""


@dataclass(slots=True, eq=False)
class Group:
    """A card with its rows, and the headings that go with it.

    Attributes:
        left_out: the rows that a search has hidden. Others are not told to be seen: that lays out
            each of them, before the page is there.
        folded_at: for which width and size of text the rows have their shape.
    """

    section: str
    headings: list[QWidget]
    card: FormCard
    rows: list[tuple[QWidget, str]] = field(default_factory=list)
    left_out: list[QWidget] = field(default_factory=list)
    folded_at: tuple[int, float] = (0, 0.0)

    def show(self, is_shown: bool) -> None:  # noqa: FBT001  as `setVisible`
        """Show the card with its headings, or hide them."""
        for widget in (*self.headings, self.card):
            widget.setVisible(is_shown)

    def fold_at(self, width: int, factor: float) -> None:
        """Give each row its shape at a width of the card, before the card comes to be seen."""
        if self.folded_at == (width, factor):
            return
        self.folded_at = (width, factor)
        margins = self.card.body.contentsMargins()
        for row in self.card.findChildren(FormRow):
            row.fold_at(width - margins.left() - margins.right())


@dataclass(frozen=True, slots=True)
class Found:
    """Rows of a card that match what is searched for."""

    group: Group
    rows: set[QWidget]


class SettingsForm(QVBoxLayout):
    """Sections of cards of rows; each control reports what was chosen, at once."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._groups: list[Group] = []
        self._headings: dict[str, QWidget] = {}
        self._section = self._title = self._subtitle = ""
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(12)

    @property
    def is_empty(self) -> bool:
        """Whether no section has been made yet."""
        return not self._groups

    def begin_section(self, key: str, title: str) -> FormCard:
        """Begin a section; the rows that follow go into its first card."""
        heading = make_text(title, Type.HEADING)
        self.addWidget(heading)
        self._headings[key] = heading
        self._section, self._title, self._subtitle = key, title, ""
        return self._add_card([])

    def begin_card(self, title: str) -> FormCard:
        """Begin another card in the same section."""
        heading = make_text(title, Type.TITLE)
        heading.setContentsMargins(0, 12, 0, 0)
        self.addWidget(heading)
        self._subtitle = title
        return self._add_card([heading])

    def add_control(self, words: Words, control: QWidget) -> None:
        """Add a row with any control."""
        self._note_row(add_row(self._groups[-1].card, words.label, words.hint, control), words)

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
        number = NumberField(self._theme)
        number.setRange(limits.least, limits.most)
        number.setSingleStep(limits.step)
        number.setValue(value)
        if limits.unit:
            number.setSuffix(f"\N{NO-BREAK SPACE}{limits.unit}")
        least, most = format_number(limits.least), format_number(limits.most)
        number.setToolTip(_("From {least} to {most}").format(least=least, most=most))
        number.valueChanged.connect(edited)
        self.add_control(words, number)

    def add_switch(self, words: Words, value: bool, edited: Callable[[bool], object]) -> None:  # noqa: FBT001  the value of a switch
        """Add something that is on or off."""
        switch = Switch(self._theme)
        switch.setChecked(value)
        switch.toggled.connect(edited)
        self.add_control(words, switch)

    def add_text(self, words: Words, value: str, edited: Callable[[str], Taken]) -> TextRow:
        """Add a text; what `edited` finds wrong with it is told beneath."""
        row = TextRow(self._theme, words.label, words.hint, value, edited)
        self._groups[-1].card.body.addWidget(row)
        self._note_row(row, words)
        return row

    def show_section(self, key: str) -> None:
        """Show one section."""
        with laid_out_once(self, *(group.card.body for group in self._groups)):
            for group in self._groups:
                for row in group.left_out:
                    row.show()
                group.left_out.clear()
                is_shown = key == group.section
                if is_shown and group.card.isHidden():
                    self._fold(group)
                self._headings[group.section].setVisible(is_shown)
                group.show(is_shown)
            self._part_sections()

    def find(self, word: str) -> list[Found]:
        """Return the cards that have rows which match `word`, in their order."""
        wanted = fold(word).strip()
        every = (
            Found(group, {row for row, words in group.rows if _told_in(words, wanted)})
            for group in self._groups
        )
        return [found for found in every if found.rows]

    def least_height(self, found: Found) -> int:
        """Return the height that a card with these rows has at least, in pixels."""
        pixels, margins = self._theme.fonts.pixels, found.group.card.body.contentsMargins()
        beside = margins.top() + margins.bottom() + self.spacing()
        return pixels(metrics.FORM_ROW) * len(found.rows) + beside

    def show_found(self, found: Sequence[Found]) -> None:
        """Show what was found, and nothing else."""
        shown = [each.group for each in found]
        sections = {group.section for group in shown}
        with laid_out_once(self, *(group.card.body for group in self._groups)):
            for group in self._groups:
                if group not in shown:
                    group.show(False)
            for key, heading in self._headings.items():
                heading.setVisible(key in sections)
            for each in found:
                self._show(each)
            self._part_sections()

    def add_found(self, found: Found) -> None:
        """Show what else was found."""
        with laid_out_once(self, found.group.card.body):
            self._headings[found.group.section].show()
            self._show(found)
            self._part_sections()

    def _show(self, found: Found) -> None:
        group = found.group
        group.left_out = [row for row, _words in group.rows if row not in found.rows]
        for row, _words in group.rows:
            row.setVisible(row in found.rows)
        if group.card.isHidden():
            self._fold(group)
        group.show(True)

    def ready_steps(self) -> list[Step]:
        """Return what lets rows come quicker when they are searched for, a card in each step."""
        return [partial(self._get_ready, group) for group in self._groups]

    def _get_ready(self, group: Group) -> None:
        """Measure the texts of a card that nobody has seen: the first letter would wait for all."""
        width = self.geometry().width()
        if width <= 0 or not group.card.isHidden():
            return
        self._fold(group)
        for each in group.card.findChildren(QWidget):
            each.ensurePolished()
        group.card.resize(width, group.card.heightForWidth(width))
        group.card.body.activate()

    def _note_row(self, row: QWidget, words: Words) -> None:
        """Let a row be found by its words, and by those of the headings above it."""
        told = (words.label, words.hint, self._title, self._subtitle)
        self._groups[-1].rows.append((row, fold(" ".join(told))))

    def _fold(self, group: Group) -> None:
        """Fold the rows that come: else those that are too wide stand on each other for a moment.

        A page that was not laid out yet has no width; it is laid out as a whole.
        """
        width = self.geometry().width()
        if width > 0:
            group.fold_at(width, self._theme.fonts.factor)

    def _part_sections(self) -> None:
        """Leave room above each section but the first that is shown."""
        seen = [heading for heading in self._headings.values() if not heading.isHidden()]
        for index, heading in enumerate(seen):
            heading.setContentsMargins(0, 20 if index else 4, 0, 0)

    def _add_card(self, headings: list[QWidget]) -> FormCard:
        card = FormCard(self._theme)
        self.addWidget(card)
        self._groups.append(Group(self._section, headings, card))
        return card


def _told_in(words: str, wanted: str) -> bool:
    """Tell whether a row has what is searched for; a single letter is in almost all of them."""
    return wanted in words if len(wanted) > 1 else f" {wanted}" in f" {words}"


def _report_choice(combo: ComboField, edited: Callable[[str], object], _index: int) -> None:
    edited(str(combo.currentData()))
