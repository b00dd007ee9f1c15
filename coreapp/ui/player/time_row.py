"""The time line of a session: what has passed, all phases as a bar, and what is left."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QHBoxLayout, QToolTip, QVBoxLayout, QWidget

from coreapp.domain.player_view import PlayerView
from coreapp.domain.timeline import Phase, Timeline
from coreapp.i18n import _, format_clock
from coreapp.ui.player.controls import keep_height
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.phases import PhaseLook
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.labels import make_label
from coreapp.ui.widgets.timeline_bar import BarPhase, TimelineBar


class TimeRow(QWidget):
    """Elapsed, the whole session as a bar, and what is left."""

    seek_requested = Signal(float)

    def __init__(self, theme: Theme, timeline: Timeline) -> None:
        super().__init__()
        self._elapsed = make_label(kind=Type.BODY, tone="ink2")
        self._left = make_label(kind=Type.BODY, tone="ink2")
        self._left.setTextFormat(Qt.TextFormat.RichText)
        self.bar = TimelineBar(theme)
        self._name_all()
        self.bar.setMinimumHeight(metrics.HIT_PLAYER)
        self.bar.installEventFilter(self)
        self._describe: Callable[[Phase], str] | None = None
        self.show_timeline(timeline)
        keep_height(self)

        times = QHBoxLayout()
        times.setContentsMargins(0, 0, 0, 0)
        times.addWidget(self._elapsed)
        times.addStretch(1)
        times.addWidget(self._left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(times)
        column.addWidget(self.bar)

        self.bar.seek_requested.connect(self.seek_requested)

    def describe_with(self, describe: Callable[[Phase], str]) -> None:
        """Say with `describe` what lies under the mouse."""
        self._describe = describe

    def told_at(self, x: float) -> str:
        """Return what lies at a place on the bar, and when it begins."""
        index = self._timeline.index_at(self.bar.seconds_at(x))
        start = format_clock(int(self._timeline.starts[index]))
        told = self._describe(self._timeline.phases[index]) if self._describe else ""
        return " · ".join(filter(None, (start, told)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say what lies under the mouse in place of the bar's own tool tip."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.told_at(event.pos().x()), self.bar)
            return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language that is shown."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._name_all()

    def _name_all(self) -> None:
        self.bar.setAccessibleName(_("Time line"))
        self.bar.setToolTip(_("Click to go there"))

    def show_timeline(self, timeline: Timeline) -> None:
        """Show the session, or the same one in another tempo."""
        self._timeline = timeline
        self.bar.show_timeline(_bar_phases(timeline))

    def show_view(self, view: PlayerView) -> None:
        """Show where the session is."""
        elapsed, left = format_clock(int(view.session_into)), format_clock(view.session_left)
        self._elapsed.setText(elapsed)
        self._left.setText(_("{time} left").format(time=f"<b>{left}</b>"))
        self._left.setAccessibleName(_("{time} left").format(time=left))
        spoken = _("{elapsed} gone, {left} left").format(elapsed=elapsed, left=left)
        self.bar.show_position(view.session_into, spoken)


def _bar_phases(timeline: Timeline) -> list[BarPhase]:
    """Return the phases as the bar shows them, grouped by exercise."""
    groups = {key: number for number, key in enumerate(dict.fromkeys(map(_group, timeline.phases)))}
    return [
        BarPhase(PhaseLook(phase.kind.value), phase.seconds, groups[_group(phase)])
        for phase in timeline.phases
    ]


def _group(phase: Phase) -> tuple[int, int]:
    return phase.round, phase.step
