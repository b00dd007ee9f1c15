"""The part of the page of breaks on which other rules are tried out on a day."""

from collections.abc import Callable, Sequence
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.errors import CoreappError
from coreapp.domain.sitting.facts import FactKind
from coreapp.domain.sitting.settings import BreakSettings
from coreapp.i18n import _, as_heading, format_date, format_skeleton, format_time
from coreapp.services.day_preview import DayPreview, PreviewedDay, PreviewOf, Trial
from coreapp.services.preview_words import PreviewLine, preview_lines, preview_sentence
from coreapp.ui.background import Background, Job
from coreapp.ui.breaks.day_picture import asked_legend, day_legend, past_day_view
from coreapp.ui.pages.breaks.cards import EVENT_LOOKS
from coreapp.ui.pages.breaks.preview_form import PreviewForm
from coreapp.ui.pages.columns import Columns
from coreapp.ui.pages.parts import clear_layout
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, IconButton
from coreapp.ui.widgets.card import Card
from coreapp.ui.widgets.day_legend import Legend
from coreapp.ui.widgets.day_strip import DayStrip
from coreapp.ui.widgets.day_view import DayView
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.icon_label import IconLabel
from coreapp.ui.widgets.labels import make_label, make_text
from coreapp.ui.widgets.segmented import SegmentedChoice

SETTLES_MS: Final = 120
"""So long after the last change the day is tried again: a held button changes many times."""

_BESIDE: Final = 820
_BAR: Final = (Icon.BELL, "ready_text")


class BreakPreview(QWidget):
    """A day under rules that are not in use yet.

    Signals:
        back_requested: the page of breaks is wanted again.
        settings_wanted: these `BreakSettings` are to be used.
        failed: a `CoreappError`.
    """

    back_requested = Signal()
    settings_wanted = Signal(object)
    failed = Signal(object)

    def __init__(
        self, theme: Theme, preview: DayPreview, in_use: Callable[[], BreakSettings]
    ) -> None:
        super().__init__()
        self._theme = theme
        self._preview = preview
        self._in_use = in_use
        self._jobs = Background(self)
        self._running: Trial | None = None
        self._shown: PreviewedDay | None = None
        self._which = SegmentedChoice(theme)
        self._which.setAccessibleName(_("Which day"))
        self._title = make_text("", Type.TITLE)
        self._sentence = make_text("", tone="ink2")
        self._told = make_text("", tone="ink2")
        self._strip = DayStrip(theme, tall=True)
        self._legend = Legend(theme)
        self._form = PreviewForm(theme)
        self._use = Button(theme, _("Use these settings"), ButtonKind.PRIMARY)
        self._reset = Button(theme, _("As they are now"))
        self._list = _PreviewList(theme)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLES_MS)
        self._lay_out()
        self._which.chosen.connect(self._choose_day)
        self._form.changed.connect(self._note_change)
        self._settle.timeout.connect(self._try)
        self._use.clicked.connect(self._want_settings)
        self._reset.clicked.connect(self._take_settings_in_use)
        self._strip.span_told.connect(self._tell_span)

    @property
    def is_settled(self) -> bool:
        """Whether what is shown is the answer to what is chosen."""
        return self._running is None and not self._settle.isActive()

    def begin(self) -> None:
        """Start with the rules in use, on a typical day."""
        recorded = None
        try:
            recorded = self._preview.find_recorded()
        except CoreappError as error:
            self.failed.emit(error)
        options = [(PreviewOf.TYPICAL.value, _("A typical day"))]
        if recorded is not None:
            text = format_skeleton(recorded, "MMMEd")
            options.append((PreviewOf.RECORDED.value, text))
        self._which.set_options(options)
        self._form.let_get_up(gets_up=True)
        self._take_settings_in_use()

    def stop(self) -> None:
        """Try nothing more."""
        self._settle.stop()
        self._jobs.wait()

    def _lay_out(self) -> None:
        back = IconButton(self._theme, Icon.BACK, _("Back to the breaks"))
        back.clicked.connect(self.back_requested)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(back)
        head.addWidget(make_text(_("Preview my day"), Type.PAGE), 1)
        buttons = QWidget()
        flow = FlowLayout(spacing=8, line_spacing=8)
        flow.addWidget(self._use)
        flow.addWidget(self._reset)
        buttons.setLayout(flow)
        rules = QWidget()
        left = QVBoxLayout(rules)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(16)
        left.addWidget(self._form)
        left.addWidget(buttons)
        left.addStretch(1)
        below = Columns(self._theme, _BESIDE, metrics.CARD_GAP, metrics.CARD_GAP)
        below.add(rules, 10)
        below.add(self._list, 11)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.CARD_GAP)
        column.addLayout(head)
        column.addWidget(self._day_card())
        column.addWidget(below)
        column.addStretch(1)

    def _day_card(self) -> Card:
        card = Card()
        explained = _("The breaks of this program, run on a day that is made up or was recorded.")
        card.body.addWidget(make_text(explained, tone="ink2"))
        card.body.addWidget(self._which)
        card.body.addSpacing(4)
        row = QHBoxLayout()
        row.addWidget(self._title, 2)
        row.addWidget(self._told, 3)
        self._told.hide()
        card.body.addLayout(row)
        card.body.addWidget(self._strip)
        card.body.addWidget(self._legend)
        card.body.addWidget(self._sentence)
        return card

    def _tell_span(self, text: str) -> None:
        self._told.setText(text)
        self._told.setVisible(bool(text))

    def _choose_day(self, which: str) -> None:
        # Who was recorded did what they did: they get up only if that is asked for.
        self._form.let_get_up(gets_up=which == PreviewOf.TYPICAL.value)
        self._shown = None
        self._try()

    def _take_settings_in_use(self) -> None:
        self._shown = None
        self._form.begin(self._in_use(), 0)
        self._note_change()
        self._settle.stop()
        self._try()

    def _want_settings(self) -> None:
        self.settings_wanted.emit(self._form.settings)
        self._note_change()

    def _note_change(self) -> None:
        is_other = self._form.settings != self._in_use()
        self._use.setEnabled(is_other)
        self._reset.setEnabled(is_other)
        self._settle.start()

    def _try(self) -> None:
        """Run the day on a worker; what changes meanwhile is tried after it."""
        self._settle.stop()
        if self._running is not None:
            return
        self._running = trial = self._trial()
        self._jobs.run(Job(lambda: self._preview.run(trial), self._show, self._fail))

    def _trial(self) -> Trial:
        which = PreviewOf(self._which.value() or PreviewOf.TYPICAL.value)
        return Trial(which, self._form.settings, self._form.gets_up)

    def _show(self, day: PreviewedDay | None) -> None:
        asked, self._running = self._running, None
        if asked != self._trial():
            self._try()
            return
        if day is None:
            self._show_nothing()
            return
        if self._shown is None:
            self._form.begin(self._form.settings, day.day.weekday())
        self._shown = day
        zone = ZoneInfo(day.zone)
        settings = self._form.settings
        prompts = [each.utc for each in day.answer.events if each.kind is FactKind.PROMPT]
        self._title.setText(as_heading(format_date(day.day, "full")))
        self._strip.show_day(past_day_view(day.spans, day.day, zone, settings, prompts))
        legend = day_legend(day.spans, settings.break_min * 60)
        self._legend.show_entries([*legend, asked_legend()])
        self._sentence.setText(preview_sentence(day.answer))
        self._list.show_lines(preview_lines(day.answer, zone))

    def _show_nothing(self) -> None:
        """Say that there is no day to be tried."""
        self._title.setText(_("No working hours"))
        self._sentence.setText(_("Nothing is counted on any day of the coming week."))
        self._strip.show_day(DayView(0.0, 1.0))
        self._legend.show_entries([])
        self._list.show_lines([])

    def _fail(self, error: CoreappError) -> None:
        self._running = None
        self.failed.emit(error)


class _PreviewList(Card):
    """What would happen, line by line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(_("What would happen"))
        self._theme = theme
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(12)
        self._rows.setVerticalSpacing(10)
        self._rows.setColumnStretch(2, 1)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)

    def show_lines(self, lines: Sequence[PreviewLine]) -> None:
        """Show these instead of the ones before."""
        clear_layout(self._rows)
        top = Qt.AlignmentFlag.AlignTop
        for row, line in enumerate(lines):
            icon, colour = _BAR if line.look is None else EVENT_LOOKS[line.look]
            time = make_label(format_time(line.at), tone="ink2")
            self._rows.addWidget(time, row, 0, top)
            self._rows.addWidget(IconLabel(self._theme, icon, colour, 18), row, 1, top)
            self._rows.addWidget(make_text(line.text), row, 2)
