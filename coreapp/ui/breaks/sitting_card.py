"""The card on Today that tells where sitting stands."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from coreapp.domain.sitting.view import View
from coreapp.i18n import _, ngettext
from coreapp.services.break_words import clock_mode_sentence, headline, sat_sentence
from coreapp.services.ports import Clock
from coreapp.services.preferences import Preferences
from coreapp.services.sitting_breaks import Answer, SittingBreaks
from coreapp.ui.breaks.day_picture import day_view
from coreapp.ui.breaks.ring_look import ring_look
from coreapp.ui.navigation import PageKey, Shell
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.card import Card
from coreapp.ui.widgets.day_strip import DayStrip
from coreapp.ui.widgets.labels import make_label, make_text
from coreapp.ui.widgets.sitting_ring import SittingRing

REFRESH_MS = 20_000
RING, NARROW_RING = 176, 132
WIDTH, NARROW_WIDTH = 344, 264
_NO_LIMIT = 16_777_215


class SittingCard(Card):
    """Ring, a sentence, and what can be done about it."""

    def __init__(
        self,
        theme: Theme,
        breaks: SittingBreaks,
        preferences: Preferences,
        clock: Clock,
        shell: Shell,
    ) -> None:
        super().__init__(_("Sitting"))
        self._breaks = breaks
        self._preferences = preferences
        self._clock = clock
        self._shell = shell
        self._count = make_label("", tone="ink2")
        self._ring = SittingRing(theme)
        self._headline = make_text("", Type.BODY_STRONG)
        self._sentence = make_text("", tone="ink2")
        self._strip = DayStrip(theme)
        self._now = Button(theme, _("Break now"))
        self._now.setObjectName("break_now")
        self._more = Button(theme, _("Breaks"), ButtonKind.QUIET)
        self._timer = QTimer(self)
        self._timer.setInterval(REFRESH_MS)
        self.head.addWidget(self._count)
        self.body.addWidget(self._ring, 1, Qt.AlignmentFlag.AlignCenter)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._headline)
        words.addWidget(self._sentence)
        self.body.addLayout(words)
        self.body.addWidget(self._strip)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._now)
        buttons.addWidget(self._more)
        self.body.addLayout(buttons)
        for text in (self._headline, self._sentence):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._timer.timeout.connect(self.refresh)
        self._now.clicked.connect(self._break_now)
        self._more.clicked.connect(self._open_breaks)

    def set_narrow(self, *, narrow: bool, stacked: bool = False) -> None:
        """Make do with less room; `stacked` has the whole width of the page."""
        self._ring.set_diameter(NARROW_RING if narrow else RING)
        padding = 20 if narrow else metrics.CARD_PADDING
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(8 if narrow else 12)
        width = NARROW_WIDTH if narrow else WIDTH
        self.setMinimumWidth(0 if stacked else width)
        self.setMaximumWidth(_NO_LIMIT if stacked else width)

    def refresh(self) -> None:
        """Show where sitting stands now."""
        view = self._breaks.view()
        look = ring_look(view)
        self._ring.show_state(look.state, look.share, look.texts)
        self._headline.setText(headline(view, ZoneInfo(self._clock.zone())))
        self._sentence.setText(_sentence(view, tells_sat=look.tells_sat))
        self._sentence.setVisible(bool(self._sentence.text()))
        self._now.setEnabled(view is not None and not view.break_running)
        breaks = view.today.taken + view.today.natural if view is not None else 0
        self._show_strip(view)
        self._count.setText(
            ngettext("{count} break so far", "{count} breaks so far", breaks).format(count=breaks)
        )

    def _show_strip(self, view: View | None) -> None:
        """Show the day so far; its spans are in the log, which may not be open yet."""
        self._strip.setVisible(view is not None)
        if view is None:
            return
        now = self._clock.reading().utc.astimezone(ZoneInfo(self._clock.zone()))
        with self._shell.guarded():
            spans = self._breaks.today()
            self._strip.show_day(day_view(spans, now, view, self._preferences.settings.breaks))

    def showEvent(self, event: QShowEvent) -> None:
        """Keep up with the clock while it is seen."""
        super().showEvent(event)
        self.refresh()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while it is not."""
        super().hideEvent(event)
        self._timer.stop()

    def _break_now(self) -> None:
        with self._shell.guarded():
            self._breaks.answer(Answer.STAND)

    def _open_breaks(self) -> None:
        self._shell.open_page(PageKey.BREAKS)


def _sentence(view: View | None, *, tells_sat: bool) -> str:
    """Return what the ring does not tell already."""
    if view is None:
        return ""
    if view.clock_mode:
        return clock_mode_sentence()
    return "" if tells_sat else sat_sentence(view.sitting_seconds)
