"""Whether something that was done is what was planned for that day."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coreapp.domain.activity import ActivityType
from coreapp.domain.training_log import PlannedOccurrence
from coreapp.i18n import _
from coreapp.services.plan_fit import Fit
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.labels import make_label
from coreapp.ui.widgets.single_choice import SingleChoice

Fits = Callable[[ActivityType, date, PlannedOccurrence | None], Sequence[Fit]]
"""What tells which planned sessions something may have been."""


class PlannedChoice(QWidget):
    """The planned sessions of the day that fit; not there at all while none does."""

    def __init__(self, theme: Theme, fits: Fits, own: PlannedOccurrence | None) -> None:
        """Begin with what the activity ticks off already.

        Args:
            theme: the look.
            fits: what tells which planned sessions it may have been.
            own: what it ticks off, or None.
        """
        super().__init__()
        self._theme = theme
        self._look = fits
        self._own = own
        self._fits: Sequence[Fit] = ()
        self._opened_with: tuple[ActivityType, date] | None = None
        self._is_changed = False
        self._choice: SingleChoice | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(make_label(_("It was what I had planned"), Type.BODY_STRONG))

    def planned(self) -> PlannedOccurrence | None:
        """Return what is ticked off, or None.

        What it ticked off already stays where the plan does not offer it any more: nobody has said
        that it was not that. Only as another kind, or on another day, it is not.
        """
        is_offered = any(fit.planned == self._own for fit in self._fits)
        stays = self._own if not is_offered and not self._is_changed else None
        return self._chosen() or stays

    def _chosen(self) -> PlannedOccurrence | None:
        value = "" if self._choice is None else self._choice.value()
        return self._fits[int(value)].planned if value else None

    def follow(self, kind: ActivityType, day: date) -> None:
        """Offer what fits another kind or day; what was chosen stays if it still fits."""
        if self._opened_with is None:
            self._opened_with = (kind, day)
        self._is_changed = (kind, day) != self._opened_with
        chosen = self._own if self._choice is None else self._chosen()
        found = self._look(kind, day, self._own)
        if self._choice is not None and found == self._fits:
            return
        self._fits = found
        if self._choice is not None:
            self._choice.hide()
            self._choice.deleteLater()
        options = [(str(index), fit.words) for index, fit in enumerate(found)]
        self._choice = SingleChoice(self._theme, _("It was what I had planned"), options)
        self._choice.choose(
            next((str(index) for index, fit in enumerate(found) if fit.planned == chosen), "")
        )
        self._column.addWidget(self._choice)
        self.setVisible(bool(found))
