"""What was tried against pain, and how much it helped: asked on the morning after."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from coreapp.domain.day_record import HELPED_MOST, Relief
from coreapp.i18n import _
from coreapp.services.day_words import helped_label, relief_label
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.chip_choice import ChipChoice
from coreapp.ui.widgets.labels import make_label
from coreapp.ui.widgets.single_choice import SingleChoice


class ReliefRow(QWidget):
    """A link that unfolds what may have helped; each that was tried asks how much.

    Attributes:
        more: unfolds it.
        tried: what was tried.

    Signals:
        changed: how much something helped is known, or is no more.
    """

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.more = Button(theme, _("Did anything help against it?"), ButtonKind.LINK)
        self.tried = ChipChoice(
            theme,
            _("What was tried against the pain"),
            [(each.value, relief_label(each)) for each in Relief],
        )
        self._theme = theme
        self._helped: dict[Relief, SingleChoice] = {}
        self._names: dict[Relief, QLabel] = {}
        self._lay_out()
        self.more.clicked.connect(self._turn)
        self.tried.changed.connect(self._follow)
        self._unfold(unfolded=False)

    @property
    def helped(self) -> Mapping[Relief, SingleChoice]:
        """For each how much it helped; made when it is first needed, on few mornings of many."""
        if not self._helped:
            self._make_rows()
        return self._helped

    def helped_by(self) -> Mapping[Relief, int]:
        """Return what was tried of which it is known how much it helped, 0 to 3."""
        tried = map(Relief, self.tried.chosen())
        return {each: int(self.helped[each].value()) for each in tried if self.helped[each].value()}

    def show_known(self, known: Mapping[Relief, int]) -> None:
        """Show what was said before, silently; folded where nothing was."""
        if known or self._helped:
            for each, choice in self.helped.items():
                choice.choose(str(known[each]) if each in known else "")
        self.tried.blockSignals(True)
        self.tried.choose(each.value for each in known)
        self.tried.blockSignals(False)
        self._unfold(unfolded=bool(known))

    def _lay_out(self) -> None:
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.tried)
        column.addWidget(self._rows)
        self.more.setStyleSheet("padding: 0;")  # in line with the words above it

    def _make_rows(self) -> None:
        options = [(str(each), helped_label(each)) for each in range(HELPED_MOST + 1)]
        for line, each in enumerate(Relief):
            what = relief_label(each)
            self._names[each] = name = make_label(what, tone="ink2")
            about = _("How much it helped: {what}").format(what=what)
            self._helped[each] = choice = SingleChoice(self._theme, about, options)
            choice.changed.connect(self.changed)
            self._grid.addWidget(name, line, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(choice, line, 1)
            for widget in (name, choice):
                widget.hide()

    def _turn(self) -> None:
        self._unfold(unfolded=self.tried.isHidden())

    def _unfold(self, *, unfolded: bool) -> None:
        self.tried.setVisible(unfolded)
        self._show_rows()

    def _follow(self) -> None:
        self._show_rows()
        self.changed.emit()

    def _show_rows(self) -> None:
        tried = set(self.tried.chosen()) if not self.tried.isHidden() else set()
        if tried or self._helped:
            for each, choice in self.helped.items():
                choice.setVisible(each.value in tried)
                self._names[each].setVisible(each.value in tried)
        self._rows.setVisible(bool(tried))
