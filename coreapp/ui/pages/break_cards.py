"""The cards of the page of breaks: why, what happened, the rules, what the desktop can sense."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout

from coreapp.domain.sitting.settings import BreakSettings
from coreapp.domain.sitting.view import View
from coreapp.domain.training_log import BreakSpan
from coreapp.i18n import _, format_time
from coreapp.services.break_day import DayEvent, EventLook
from coreapp.services.break_rules import rules
from coreapp.ui.breaks.day_picture import day_legend, day_view, next_legend
from coreapp.ui.breaks.ring_look import RingLook
from coreapp.ui.pages.parts import clear_layout
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, ButtonSize
from coreapp.ui.widgets.card import Card
from coreapp.ui.widgets.day_strip import DayStrip, Legend
from coreapp.ui.widgets.icon_label import IconLabel
from coreapp.ui.widgets.labels import make_label, make_text
from coreapp.ui.widgets.sitting_ring import SittingRing

RING: Final = 128
EVENTS: Final = 8
_BESIDE: Final = 620


class SenseState(StrEnum):
    """What is known of something the desktop could tell."""

    WORKS = "works"
    UNKNOWN = "unknown"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Sensed:
    """One thing the desktop could tell; `remedy` says what to do or what it means, or is empty."""

    label: str
    state: SenseState
    remedy: str = ""


class WhyCard(Card):
    """The ring, the sentence why, and the day.

    Signals:
        break_requested: a break is wanted now.
        stood_requested: somebody has already stood.
        settings_requested: the breaks are to be switched on.
    """

    break_requested = Signal()
    stood_requested = Signal()
    settings_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._ring = SittingRing(theme, RING)
        self._headline = make_text("", Type.HEADING)
        self._reasons = make_text("", tone="ink2")
        self._now = Button(theme, _("Break now"), ButtonKind.PRIMARY, size=ButtonSize.BIG)
        self._stood = Button(theme, _("I already stood"))
        self._settings = Button(theme, _("Open the settings"), ButtonKind.PRIMARY)
        self._strip = DayStrip(theme, tall=True)
        self._legend = Legend(theme)
        self._next = Legend(theme)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._now.clicked.connect(self.break_requested)
        self._stood.clicked.connect(self.stood_requested)
        self._settings.clicked.connect(self.settings_requested)

    def show_why(
        self, ring: RingLook, headline: str, reasons: Sequence[str], *, is_on: bool
    ) -> None:
        """Show where sitting stands and why."""
        self._ring.show_state(ring.state, ring.share, ring.texts)
        self._headline.setText(headline)
        self._reasons.setText("\n".join(reasons))
        self._now.setVisible(is_on)
        self._stood.setVisible(is_on)
        self._settings.setVisible(not is_on)

    def show_day(
        self,
        spans: Sequence[BreakSpan],
        now: datetime,
        view: View | None,
        settings: BreakSettings,
    ) -> None:
        """Show the day so far."""
        self._strip.show_day(day_view(spans, now, view, settings))
        self._legend.show_entries(day_legend(spans, settings.break_min * 60))
        self._next.show_entries(next_legend(view))

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(8)
        texts.addStretch(1)
        texts.addWidget(self._headline)
        texts.addWidget(self._reasons)
        texts.addStretch(1)
        buttons = QVBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self._now, self._stood, self._settings):
            buttons.addWidget(button)
        buttons.addStretch(1)
        said = QHBoxLayout()
        said.setSpacing(28)
        said.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignVCenter)
        said.addLayout(texts, 1)
        self._row.setSpacing(28)
        self._row.addLayout(said, 1)
        self._row.addLayout(buttons)
        # The card takes the width it is given, and folds its row to it.
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        self.setSizePolicy(policy)
        foot = QHBoxLayout()
        foot.setSpacing(20)
        foot.addWidget(self._legend, 1)
        foot.addWidget(self._next)
        self.body.addLayout(self._row)
        self.body.addSpacing(16)
        self.body.addWidget(self._strip)
        self.body.addLayout(foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the sentence where there is no room beside it."""
        super().resizeEvent(event)
        margins = self.body.contentsMargins()
        room = event.size().width() - margins.left() - margins.right()
        direction = QBoxLayout.Direction
        beside = self._theme.fonts.pixels(_BESIDE) <= room
        self._row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)


class EventsCard(Card):
    """What happened today, the newest first."""

    _LOOKS: Final = {
        EventLook.RELIEF: (Icon.CHECK, "done_text"),
        EventLook.SHORT: (Icon.MINUS, "ink2"),
        EventLook.HELD: (Icon.PAUSE, "rest_text"),
        EventLook.OFF: (Icon.INFO, "ink2"),
    }

    def __init__(self, theme: Theme) -> None:
        super().__init__(_("What happened today"))
        self.title.setMinimumHeight(metrics.HIT_MIN)
        self._theme = theme
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(14)
        self._rows.setVerticalSpacing(14)
        self._rows.setColumnStretch(2, 1)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        self._events: Sequence[DayEvent] | None = None

    def show_events(self, events: Sequence[DayEvent], zone: tzinfo) -> None:
        """Show the newest events; a page that scrolls for ever tells nothing."""
        if events == self._events:
            return
        self._events = events
        clear_layout(self._rows)
        if not events:
            nothing = _("Nothing yet. Breaks, calls and times away will stand here.")
            self._rows.addWidget(make_text(nothing, tone="ink2"), 0, 0, 1, 3)
        top = Qt.AlignmentFlag.AlignTop
        for row, event in enumerate(events[:EVENTS]):
            time = format_time(event.start.astimezone(zone))
            icon, colour = self._LOOKS[event.look]
            texts = QVBoxLayout()
            texts.setSpacing(2)
            texts.addWidget(make_text(event.title, Type.BODY_STRONG))
            texts.addWidget(make_text(event.line, tone="ink2"))
            self._rows.addWidget(make_label(time, tone="ink2"), row, 0, top)
            self._rows.addWidget(IconLabel(self._theme, icon, colour, 18), row, 1, top)
            self._rows.addLayout(texts, row, 2)


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


class DesktopCard(Card):
    """What this desktop can tell the program, with the remedy where it cannot."""

    _LOOKS: Final = {
        SenseState.WORKS: (Icon.CHECK, "done_text", "done"),
        SenseState.UNKNOWN: (Icon.WARNING, "ready_text", "ready"),
        SenseState.MISSING: (Icon.CLOSE, "danger", "danger"),
    }

    def __init__(self, theme: Theme) -> None:
        super().__init__(_("This desktop"))
        self.title.setMinimumHeight(metrics.HIT_MIN)
        self._theme = theme
        self._rows = QVBoxLayout()
        self._rows.setSpacing(16)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        self._sensed: Sequence[Sensed] | None = None

    def show_sensed(self, sensed: Sequence[Sensed]) -> None:
        """Show what is known now."""
        if sensed == self._sensed:
            return
        self._sensed = sensed
        clear_layout(self._rows)
        words = {
            SenseState.WORKS: _("works"),
            SenseState.UNKNOWN: _("unknown"),
            SenseState.MISSING: _("missing"),
        }
        for each in sensed:
            self._rows.addLayout(self._row(each, words[each.state]))

    def _row(self, each: Sensed, word: str) -> QVBoxLayout:
        icon, colour, tone = self._LOOKS[each.state]
        column = QVBoxLayout()
        column.setSpacing(4)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(IconLabel(self._theme, icon, colour, 18))
        line.addWidget(make_text(each.label), 1)
        line.addWidget(make_label(word, Type.CAPTION_STRONG, tone))
        column.addLayout(line)
        if each.remedy:
            column.addWidget(make_text(each.remedy, Type.CAPTION, "ink2"))
        return column
