"""Cards of the page of breaks: what happened on a day, the rules, what hurts."""

from collections.abc import Sequence
from datetime import tzinfo
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from coreapp.domain.guide import WHEN_TO_SEE_A_DOCTOR
from coreapp.domain.sitting.settings import BreakSettings
from coreapp.i18n import _, format_time
from coreapp.services.break_day import DayEvent, EventLook
from coreapp.services.break_rules import rules
from coreapp.services.changes import Change
from coreapp.ui.breaks.hurts_row import HurtsRow
from coreapp.ui.navigation import Shell
from coreapp.ui.pages.parts import clear_layout
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, ButtonSize
from coreapp.ui.widgets.card import Card
from coreapp.ui.widgets.icon_label import IconLabel
from coreapp.ui.widgets.labels import make_label, make_text

EVENTS: Final = 8

EVENT_LOOKS: Final = {
    EventLook.RELIEF: (Icon.CHECK, "done_text"),
    EventLook.SHORT: (Icon.MINUS, "ink2"),
    EventLook.HELD: (Icon.PAUSE, "rest_text"),
    EventLook.OFF: (Icon.INFO, "ink2"),
}
"""The sign of an event and its colour."""


class EventsCard(Card):
    """What happened on a day, the newest first."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(_("What happened"))
        self.title.setMinimumHeight(metrics.HIT_MIN)
        self._theme = theme
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(14)
        self._rows.setVerticalSpacing(14)
        self._rows.setColumnStretch(2, 1)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        self._shown: tuple[Sequence[DayEvent], bool] | None = None

    def show_events(
        self, events: Sequence[DayEvent], zone: tzinfo, *, is_today: bool = True
    ) -> None:
        """Show the newest events; a page that scrolls for ever tells nothing.

        Args:
            events: the newest first.
            zone: whose clock the times are told by.
            is_today: more may come.
        """
        if (events, is_today) == self._shown:
            return
        self._shown = (events, is_today)
        clear_layout(self._rows)
        if not events:
            nothing = _("Nothing yet. Breaks, calls and times away will stand here.")
            if not is_today:
                nothing = _("Nothing is recorded of this day.")
            self._rows.addWidget(make_text(nothing, tone="ink2"), 0, 0, 1, 3)
        top = Qt.AlignmentFlag.AlignTop
        for row, event in enumerate(events[:EVENTS]):
            time = format_time(event.start.astimezone(zone))
            icon, colour = EVENT_LOOKS[event.look]
            texts = QVBoxLayout()
            texts.setSpacing(2)
            texts.addWidget(make_text(event.title, Type.BODY_STRONG))
            texts.addWidget(make_text(event.line, tone="ink2"))
            self._rows.addWidget(make_label(time, tone="ink2"), row, 0, top)
            self._rows.addWidget(IconLabel(self._theme, icon, colour, 18), row, 1, top)
            self._rows.addLayout(texts, row, 2)


class HurtsCard(Card):
    """What hurts today, and what follows from it for the other pages."""

    def __init__(self, row: HurtsRow, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.body.addWidget(row)
        row.changed.connect(self._tell_pages)
        row.doctor_requested.connect(self._open_doctor)
        row.failed.connect(shell.show_error)

    def _tell_pages(self) -> None:
        self._shell.changed(Change.BREAKS, Change.LIBRARY)

    def _open_doctor(self) -> None:
        self._shell.open_article(WHEN_TO_SEE_A_DOCTOR)


class RulesCard(Card):
    """The main settings, to be read.

    Signals:
        change_requested: somebody wants others.
    """

    change_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(_("Your rules"))
        self.title.setMinimumHeight(metrics.HIT_MIN)
        change = Button(theme, _("Change"), ButtonKind.LINK, size=ButtonSize.SMALL)
        change.setAccessibleDescription(_("Opens the settings of the breaks"))
        self.head.addWidget(change)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(16)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        self._settings: BreakSettings | None = None
        change.clicked.connect(self.change_requested)

    def show_rules(self, settings: BreakSettings) -> None:
        """Show the settings as they are."""
        if settings == self._settings:
            return
        self._settings = settings
        clear_layout(self._rows)
        for name, value in rules(settings):
            row = QHBoxLayout()
            row.setSpacing(12)
            text = make_text(value)
            text.setAlignment(Qt.AlignmentFlag.AlignRight)
            row.addWidget(make_text(name, tone="ink2"), 2, Qt.AlignmentFlag.AlignTop)
            row.addWidget(text, 3)
            self._rows.addLayout(row)
