"""The offer to go on with a session that was cut off."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.timeline import Timeline
from coreapp.domain.training_log import PerformedSession
from coreapp.i18n import _, format_date, format_minutes, format_time, ngettext
from coreapp.services.kept_timeline import decode_timeline
from coreapp.ui.dialogs.base import Question
from coreapp.ui.player.summary import summary_of
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import ButtonKind
from coreapp.ui.widgets.labels import make_text


class ResumeOffer(Question):
    """Says which session was cut off and how far it had come.

    Signals:
        go_on_requested: the session's id.
        keep_requested: the session's id; what was done is to be kept.
    """

    go_on_requested = Signal(str)
    keep_requested = Signal(str)

    def __init__(
        self, theme: Theme, session: PerformedSession, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, _("A session was cut off"), _when(session), parent)
        self._session = session
        timeline = _timeline(session)
        self.column.insertWidget(1, make_text(session.title, Type.TITLE))
        if timeline is not None:
            self.column.insertWidget(3, make_text(_how_far(session, timeline), tone="ink2"))
        self.later = self.add_answer(_("Decide later"), kind=ButtonKind.QUIET)
        keep_kind = ButtonKind.PRIMARY if timeline is None else ButtonKind.SECONDARY
        self.keep = self.add_answer(_("Keep what was done"), self._keep, keep_kind)
        self.go_on = self.add_answer(_("Go on"), self._go_on, ButtonKind.PRIMARY)
        self.go_on.setVisible(timeline is not None)

    def _keep(self) -> None:
        self.keep_requested.emit(self._session.id)

    def _go_on(self) -> None:
        self.go_on_requested.emit(self._session.id)


def _timeline(session: PerformedSession) -> Timeline | None:
    """Return what was to be played; None if it cannot be read, and so cannot go on."""
    try:
        return decode_timeline(session.routine, session.timeline)
    except InvalidValueError:
        return None


def _when(session: PerformedSession) -> str:
    start = session.started_at.astimezone(ZoneInfo(session.zone))
    return _("Started on {date} at {time}.").format(
        date=format_date(start.date()), time=format_time(start)
    )


def _how_far(session: PerformedSession, timeline: Timeline) -> str:
    summary = summary_of(session.outcome, timeline, session.sets)
    position = min(session.position, len(timeline.phases) - 1)
    left = format_minutes(timeline.seconds - timeline.starts[position])
    return ngettext(
        "{done} of {count} set is done, {left} are left.",
        "{done} of {count} sets are done, {left} are left.",
        summary.sets,
    ).format(done=summary.done, count=summary.sets, left=left)
