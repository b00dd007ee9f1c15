"""What was tried against pain, and how much it helped: asked on the morning after."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

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
        helped: for each how much it helped.

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
        options = [(str(each), helped_label(each)) for each in range(HELPED_MOST + 1)]
        self.helped = {
            each: SingleChoice(
                theme, _("How much it helped: {what}").format(what=relief_label(each)), options
            )
            for each in Relief
        }
        self._names = {each: make_label(relief_label(each), tone="ink2") for each in Relief}
        self._lay_out()
        self.more.clicked.connect(self._turn)
        self.tried.changed.connect(self._follow)
        for choice in self.helped.values():
            choice.changed.connect(self.changed)
        self._unfold(unfolded=False)

    def helped_by(self) -> Mapping[Relief, int]:
        """Return what was tried of which it is known how much it helped, 0 to 3."""
        tried = map(Relief, self.tried.chosen())
        return {each: int(self.helped[each].value()) for each in tried if self.helped[each].value()}

    def show_known(self, known: Mapping[Relief, int]) -> None:
        """Show what was said before, silently; folded where nothing was."""
        for each, choice in self.helped.items():
            choice.choose(str(known[each]) if each in known else "")
        self.tried.blockSignals(True)
        self.tried.choose(each.value for each in known)
        self.tried.blockSignals(False)
        self._unfold(unfolded=bool(known))

    def _lay_out(self) -> None:
        self._rows = QWidget()
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        for line, each in enumerate(Relief):
            grid.addWidget(self._names[each], line, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(self.helped[each], line, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.tried)
        column.addWidget(self._rows)
        self.more.setStyleSheet("padding: 0;")  # in line with the words above it

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
        for each, choice in self.helped.items():
            choice.setVisible(each.value in tried)
            self._names[each].setVisible(each.value in tried)
        self._rows.setVisible(bool(tried))
