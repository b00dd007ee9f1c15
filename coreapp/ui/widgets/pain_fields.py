"""Pain around a session: none at all with one key, or a figure for each moment."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from coreapp.i18n import _, pgettext
from coreapp.services.help_topics import HelpTopic
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Chip
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.help_button import HelpButton
from coreapp.ui.widgets.help_topic import set_topic
from coreapp.ui.widgets.labels import make_label
from coreapp.ui.widgets.scale_input import ScaleInput

AROUND: Final = ("pain_before", "pain_during", "pain_after")
"""The moments of the session itself, by their fields of `Feeling`."""

MORNING: Final = "pain_next_morning"

_STACKED: Final = 1.4
"""From this size of text on, the names stand above their scales."""


class PainFields(QWidget):
    """Scales for pain; folded into one line until somebody has something to enter.

    Signals:
        changed: a figure is another.
    """

    changed = Signal()

    def __init__(self, theme: Theme, *, with_morning: bool = False) -> None:
        """Make the fields, empty and folded.

        Args:
            theme: the look.
            with_morning: ask for the next morning as well, and leave everything unfolded.
        """
        super().__init__()
        self._theme = theme
        names = {
            "pain_before": (_("Pain before"), pgettext("pain", "Before")),
            "pain_during": (_("Worst pain during it"), pgettext("pain", "At its worst")),
            "pain_after": (_("Pain now"), pgettext("pain", "Now")),
        }
        if with_morning:
            names["pain_after"] = (_("Pain afterwards"), pgettext("pain", "Afterwards"))
            names[MORNING] = (_("Pain next morning"), pgettext("pain", "Next morning"))
        self.none = Chip(theme, _("No pain"))
        self.some = Chip(theme, _("There was pain"))
        self.some.setParent(self)
        self.some.setHidden(with_morning)
        self.scales = {
            key: ScaleInput(theme, name, "", "") for key, (name, _short) in names.items()
        }
        self._names = {key: short for key, (_name, short) in names.items()}
        self._stays_open = with_morning
        self._rows = QWidget()
        set_topic(self, HelpTopic.PAIN)
        self._lay_out()
        self.none.clicked.connect(self._take_none)
        self.some.clicked.connect(self._take_some)
        for scale in self.scales.values():
            scale.value_changed.connect(self._take_figure)

    def pain(self) -> Mapping[str, int | None]:
        """Return the figures by their fields of `Feeling`; None where nothing was said."""
        return {key: scale.value() for key, scale in self.scales.items()}

    def set_pain(self, figures: Mapping[str, int | None]) -> None:
        """Show figures, silently; folded when there is nothing to see."""
        for key, scale in self.scales.items():
            scale.set_value(figures[key])
        self._show_choice(unfolded=any(figures.values()))

    def choose_none(self) -> None:
        """Say that there was no pain, or take that back."""
        self.none.click()

    def choose_some(self) -> None:
        """Unfold the figures and wait for the first, or fold them again."""
        self.some.click()

    def _lay_out(self) -> None:
        choice = FlowLayout(12, 4, centred=True)
        choice.addWidget(make_label(_("Pain"), Type.BODY_STRONG))
        choice.addWidget(self.none)
        if not self._stays_open:
            choice.addWidget(self.some)
        choice.addWidget(HelpButton(self._theme, HelpTopic.PAIN))
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 6, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        stacked = self._theme.fonts.factor > _STACKED
        for line, (key, scale) in enumerate(self.scales.items()):
            label = make_label(self._names[key], tone="ink2")
            if stacked:
                grid.addWidget(label, 2 * line, 0, 1, 2)
                grid.addWidget(scale, 2 * line + 1, 0, 1, 2)
            else:
                grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignVCenter)
                grid.addWidget(scale, line, 1)
        ends = QHBoxLayout()
        ends.addWidget(make_label(_("no pain"), Type.CAPTION, "ink2"))
        ends.addStretch(1)
        ends.addWidget(make_label(_("worst imaginable"), Type.CAPTION, "ink2"))
        count = len(self.scales)
        if stacked:
            grid.addLayout(ends, 2 * count, 0, 1, 2)
        else:
            grid.addLayout(ends, count, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(choice)
        column.addWidget(self._rows)
        self._rows.setVisible(self._stays_open)

    def _take_none(self) -> None:
        figure = 0 if self.none.isChecked() else None
        for key in AROUND:
            self.scales[key].set_value(figure)
        self._show_choice(unfolded=False)
        self.changed.emit()

    def _take_some(self) -> None:
        wanted = self.some.isChecked()
        for key in AROUND:
            self.scales[key].set_value(None)
        self._show_choice(unfolded=wanted)
        if wanted:
            self.scales[AROUND[0]].setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _take_figure(self) -> None:
        self._show_choice(unfolded=True)
        self.changed.emit()

    def _show_choice(self, *, unfolded: bool) -> None:
        """Show which of the two words is true, and the figures if there is something to see."""
        none = all(self.scales[key].value() == 0 for key in AROUND)
        self.none.setChecked(none)
        self.some.setChecked(unfolded and not none)
        self._rows.setVisible(unfolded or self._stays_open)
