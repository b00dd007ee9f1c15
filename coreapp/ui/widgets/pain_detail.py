"""Where it hurts, and what brings it on: asked only where there is pain."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coreapp.domain.day_record import PainTrigger
from coreapp.domain.pain import PainPlace
from coreapp.i18n import _
from coreapp.services.day_words import place_label, trigger_label
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, Chip
from coreapp.ui.widgets.chip_choice import ChipChoice
from coreapp.ui.widgets.labels import make_label


class PainDetail(QWidget):
    """Chips for places and tingling; what brings it on is folded away until it is wanted.

    Attributes:
        places_choice: the places.
        tingling: whether it came with tingling or numbness.
        more: unfolds what brings it on.
        triggers_choice: what brings it on.

    Signals:
        changed: something else is chosen.
    """

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        where = _("Where is the pain?")
        self.places_choice = ChipChoice(
            theme, where, [(each.value, place_label(each)) for each in PainPlace]
        )
        self.tingling = Chip(theme, _("With tingling or numbness"))
        self.more = Button(theme, _("What brings it on?"), ButtonKind.LINK)
        self.triggers_choice = ChipChoice(
            theme,
            _("What brings it on?"),
            [(each.value, trigger_label(each)) for each in PainTrigger],
        )
        self._lay_out(where)
        self.places_choice.changed.connect(self.changed)
        self.tingling.toggled.connect(self.changed)
        self.triggers_choice.changed.connect(self.changed)
        self.more.clicked.connect(self._turn)

    @property
    def places(self) -> frozenset[PainPlace]:
        """Where it hurts."""
        return frozenset(map(PainPlace, self.places_choice.chosen()))

    @property
    def triggers(self) -> frozenset[PainTrigger]:
        """What brings it on."""
        return frozenset(map(PainTrigger, self.triggers_choice.chosen()))

    @property
    def tingled(self) -> bool:
        """Whether it comes with tingling or numbness."""
        return self.tingling.isChecked()

    def set_detail(
        self, places: Iterable[PainPlace], triggers: Iterable[PainTrigger], *, tingled: bool
    ) -> None:
        """Show what was said before; what brings it on is unfolded if there is anything."""
        known = frozenset(triggers)
        self.places_choice.choose(each.value for each in places)
        self.triggers_choice.choose(each.value for each in known)
        self.tingling.setChecked(tingled)
        self.triggers_choice.setVisible(bool(known))

    def _lay_out(self, where: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addWidget(make_label(where, Type.BODY_STRONG))
        column.addWidget(self.places_choice)
        column.addWidget(self.tingling, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.triggers_choice)
        self.more.setStyleSheet("padding: 0;")  # in line with the words above it
        self.triggers_choice.hide()

    def _turn(self) -> None:
        self.triggers_choice.setVisible(self.triggers_choice.isHidden())
