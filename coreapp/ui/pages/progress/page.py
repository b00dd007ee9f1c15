"""Progress: what weeks and months of training come to, in pictures, sentences and tables."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication

from coreapp.domain.errors import CoreappError
from coreapp.domain.progress.time_range import TimeRange
from coreapp.domain.training_log import BreakSpan
from coreapp.i18n import _, pgettext
from coreapp.services import charts
from coreapp.services.changes import Change
from coreapp.services.charts import Panel, PanelKey
from coreapp.services.progress.time_words import range_name
from coreapp.ui.background import Background, Job
from coreapp.ui.charts.saving import ChartPictureDialog
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.navigation import PageKey, Shell
from coreapp.ui.pages.base import Page
from coreapp.ui.pages.later import LaterSteps
from coreapp.ui.pages.progress.chart_panel import ChartPanel
from coreapp.ui.pages.progress.news_head import NewsHead
from coreapp.ui.pages.progress.panel_rows import PanelRows
from coreapp.ui.pages.progress.parts import empty_progress, once_after, waiting_ground
from coreapp.ui.theme import metrics
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.empty_state import EmptyState
from coreapp.ui.widgets.fields import ComboField
from coreapp.ui.widgets.segmented import SegmentedChoice

AT_ONCE: Final = 4
"""So many panels fill the window; the ones beneath are made when it has been painted."""
PATIENCE_MS: Final = 300
"""What takes longer than that to read shows the ground on which it will stand."""


class Figures(Protocol):
    """What the page asks of `coreapp.services.progress`."""

    def first_range(self) -> TimeRange:
        """Return how far back one looks first; works on any thread.

        Raises:
            CoreappError: the log cannot be read.
        """

    def page(
        self, chosen: TimeRange, today_at_desk: Sequence[BreakSpan] | None = None
    ) -> charts.ProgressPage:
        """Return everything in words and figures; works on any thread.

        Raises:
            CoreappError: the log cannot be read.
        """

    def exercise(self, identity: str, chosen: TimeRange) -> Panel:
        """Return the panel of one exercise.

        Raises:
            CoreappError: the log cannot be read.
        """


class ProgressPage(Page):
    """The charts of the log, over twelve weeks, a year or all time.

    Signals:
        report_requested: all of it is wanted on paper.
    """

    report_requested = Signal()

    concerns = frozenset({Change.LOG, Change.PLAN, Change.SETTINGS, Change.LIBRARY})

    def __init__(
        self,
        theme: Theme,
        art: FigureArt,
        progress: Callable[[], Figures],
        today_at_desk: Callable[[], Sequence[BreakSpan]],
        shell: Shell,
    ) -> None:
        super().__init__(theme)
        self._today_at_desk = today_at_desk
        self._art = art
        self._progress = progress
        self._shell = shell
        self._jobs = Background(self)
        self._asked: TimeRange | None = None
        self._is_read = False
        self._cards: dict[PanelKey, ChartPanel] = {}
        self._later = LaterSteps(self.content)
        self._ground = waiting_ground(theme)
        self._patience = once_after(self, PATIENCE_MS, self._ground.show)
        self._empty: EmptyState | None = None
        self._range = SegmentedChoice(theme)
        self._range.setAccessibleName(_("How far back"))
        self._range.set_options(
            [
                (TimeRange.TWELVE_WEEKS.value, _("12 weeks")),
                (TimeRange.YEAR.value, _("Year")),
                (TimeRange.ALL.value, pgettext("range of time", "All")),
            ]
        )
        # It is there when the log has said how much of it there is.
        self._range.hide()
        self._has_range = False
        self._head = NewsHead(_("Progress"), self._range)
        self._exercise = ComboField(theme)
        self._exercise.setAccessibleName(_("Exercise"))
        self._rows = PanelRows(theme)
        self._report = Button(theme, _("Report as PDF…"), ButtonKind.QUIET, Icon.PRINT)
        self._report.setStyleSheet("padding: 0;")  # in line with the cards above it
        self._report.hide()
        self.column.setSpacing(metrics.CARD_GAP)
        self.column.addWidget(self._head)
        self.column.addWidget(self._ground)
        self.column.addWidget(self._rows)
        self.column.addWidget(self._report, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self._report.clicked.connect(self.report_requested)
        self._range.chosen.connect(self.refresh)
        self._exercise.activated.connect(self._show_exercise)

    def kept(self) -> dict[str, object]:
        """Return how far back is looked."""
        return {**super().kept(), "range": self._range.value() if self._has_range else ""}

    def take_up(self, kept: Mapping[str, object]) -> None:
        """Look as far back."""
        super().take_up(kept)
        self._range.choose(str(kept["range"]))
        self._has_range = bool(kept["range"])

    def hidden(self) -> None:
        """Read anew with the next visit: the day may be another one, and sitting goes on."""
        self._is_stale = True

    def refresh(self) -> None:
        """Read the log on a worker: the page is there at once, and nothing stands still."""
        chosen = TimeRange(self._range.value()) if self._has_range else None
        self._asked = chosen
        self._is_read = False
        with self._shell.guarded():
            # What the engine has not stored yet is asked for here: it lives on this thread.
            read = partial(self._read, chosen, self._today_at_desk())
            if not self._cards and self._empty is None:
                self._patience.start()
            self._jobs.run(Job(read, partial(self._take, chosen), self._fail))

    @property
    def cards(self) -> dict[PanelKey, ChartPanel]:
        """The panels by what they are about."""
        return self._cards

    @property
    def is_complete(self) -> bool:
        """Whether what was asked for is there, with every card."""
        return self._is_read and self._later.is_settled

    def _read(
        self, chosen: TimeRange | None, desk: Sequence[BreakSpan]
    ) -> tuple[TimeRange, charts.ProgressPage]:
        progress = self._progress()
        found = chosen or progress.first_range()
        return found, progress.page(found, desk)

    def _take(self, asked: TimeRange | None, found: tuple[TimeRange, charts.ProgressPage]) -> None:
        """Show what was read, where somebody looks.

        Cards that come out of sight are laid out and painted with the next visit, all at once.
        """
        if self._is_seen:
            self._show(asked, found)
        else:
            self._later.begin([partial(self._show, asked, found)])

    def _show(self, asked: TimeRange | None, found: tuple[TimeRange, charts.ProgressPage]) -> None:
        if asked is not self._asked:
            # Another range was chosen meanwhile.
            return
        self._asked, page = found
        self._range.choose(self._asked.value)
        self._has_range = True
        self._is_read = True
        self._end_waiting()
        self._head.set_news(page.news)
        is_empty = all(each.chart is None and not each.table().rows for each in page.panels)
        # Who has only sat so far is invited as well, above what sitting comes to.
        has_moved = not page.panel(PanelKey.HEAT_MAP).is_empty
        self._show_empty(is_empty=is_empty, invites=is_empty or not has_moved)
        if is_empty:
            return
        exercise = self._fill_exercises(page)
        waiting = [each for each in page.panels if each.key not in self._cards]
        for each in page.panels:
            if each.key in self._cards:
                self._cards[each.key].show_panel(each, range_name(self._asked))
        self._rows.set_short(short=self._asked is TimeRange.TWELVE_WEEKS)
        at_once = max(0, AT_ONCE - len(self._cards))
        for each in waiting[:at_once]:
            self._make_card(each)
        if at_once:
            self._place_cards()
        later = [partial(self._make_card, each) for each in waiting[at_once:]]
        self._later.begin([*later, self._place_cards])
        if exercise and exercise != page.exercises[0].id:
            self._show_exercise()

    def _fail(self, error: CoreappError) -> None:
        self._end_waiting()
        self._shell.show_error(error)

    def _end_waiting(self) -> None:
        self._patience.stop()
        self._ground.hide()

    def _make_card(self, panel: Panel) -> None:
        """Make the card of a panel, which has no place yet."""
        said = range_name(TimeRange(self._range.value()))
        card = ChartPanel(self.theme, self._art, panel, said)
        card.table_requested.connect(self._show_table)
        card.copy_requested.connect(self._copy_table)
        card.picture_requested.connect(self._ask_for_file)
        if panel.key is PanelKey.EXERCISE:
            card.put_chooser(self._exercise)
        self._cards[panel.key] = card

    def _place_cards(self) -> None:
        """Lay out the cards that were made, all at once: each takes its place among the others."""
        self._rows.set_cards(self._cards)

    def _show_empty(self, *, is_empty: bool, invites: bool) -> None:
        """Invite the first session where there is nothing to show."""
        self._range.setVisible(not is_empty)
        self._rows.setVisible(not is_empty)
        self._report.setVisible(not is_empty)
        if self._empty is not None:
            self._empty.setVisible(invites)
        elif invites:
            self._empty = empty_progress(self.theme, self._art)
            self._empty.action_requested.connect(self._open_routines)
            self._empty.link_requested.connect(self._shell.show_example)
            self.column.insertWidget(1, self._empty)

    def _fill_exercises(self, page: charts.ProgressPage) -> str:
        """Offer the exercises of this range; return the one that stays chosen."""
        before = self._exercise.currentData()
        self._exercise.clear()
        for each in page.exercises:
            self._exercise.addItem(each.name, each.id)
        self._exercise.setVisible(len(page.exercises) > 1)
        kept = max(0, self._exercise.findData(before))
        self._exercise.setCurrentIndex(kept)
        return self._exercise.currentData() or ""

    def _show_exercise(self) -> None:
        """Read the exercise that was chosen, on the worker as well."""
        exercise, chosen = self._exercise.currentData(), TimeRange(self._range.value())
        read = partial(self._read_exercise, exercise, chosen)
        show = partial(self._show_panel_of, exercise, chosen)
        self._jobs.run(Job(read, show, self._shell.show_error))

    def _read_exercise(self, exercise: str, chosen: TimeRange) -> Panel:
        return self._progress().exercise(exercise, chosen)

    def _show_panel_of(self, exercise: str, chosen: TimeRange, panel: Panel) -> None:
        is_wanted = (exercise, chosen) == (self._exercise.currentData(), self._asked)
        if is_wanted and PanelKey.EXERCISE in self._cards:
            self._cards[PanelKey.EXERCISE].show_panel(panel, range_name(chosen))

    def _show_table(self, panel: Panel) -> None:
        from coreapp.ui.dialogs.chart_table import (  # noqa: PLC0415  when one is asked for
            ChartTableDialog,
        )

        with self._shell.guarded():
            dialog = ChartTableDialog(self.theme, panel.title, panel.table(), self)
            dialog.copy_requested.connect(partial(self._copy_table, panel))
            dialog.open()

    def _copy_table(self, panel: Panel) -> None:
        from coreapp.ui.dialogs.chart_table import as_text  # noqa: PLC0415  see above

        with self._shell.guarded():
            QGuiApplication.clipboard().setText(as_text(panel.table()))
            self._shell.tell(_("The table is copied."))

    def _ask_for_file(self, panel: Panel) -> None:
        dialog = ChartPictureDialog(panel.key.value, self)
        dialog.fileSelected.connect(partial(self._save_picture, panel))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _save_picture(self, panel: Panel, file: str) -> None:
        from coreapp.ui.charts.picture import save_panel  # noqa: PLC0415  see above

        with self._shell.guarded():
            save_panel(Path(file), panel, self.theme)
            self._shell.tell(_("The picture is saved as {file}.").format(file=Path(file).name))

    def _open_routines(self) -> None:
        self._shell.open_page(PageKey.ROUTINES)
