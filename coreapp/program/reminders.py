"""Reminding of planned sessions at their time, by one timer: in the window and outside of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from coreapp.bootstrap import Services
from coreapp.domain.errors import CoreappError
from coreapp.domain.occurrences import Occurrence
from coreapp.i18n import _, format_time, ngettext
from coreapp.services.changes import Change
from coreapp.services.log_days import in_zone
from coreapp.services.notifying import (
    Clicked,
    Closed,
    Failed,
    Notice,
    NoticeButton,
    NoticeEvent,
    Notifier,
    Pressed,
)
from coreapp.services.plan_words import why_not
from coreapp.services.playing import Request
from coreapp.services.reminding import LONGEST_SLEEP, Due, Reminding
from coreapp.storage.state_file import JsonFile
from coreapp.ui.messages import Banner
from coreapp.ui.navigation import PageKey, Shell
from coreapp.ui.theme.icons import Icon

NOTICE: Final = "session"
"""The name of the notification."""

_OF_PLAN_AND_LOG: Final = frozenset({Change.PLAN, Change.LOG})


@dataclass(frozen=True, slots=True)
class _Answer:
    """What can be done about a reminder."""

    key: str
    text: str
    carry_out: Callable[[], None]


@dataclass(frozen=True, slots=True)
class _Told:
    """The reminder that was told last, in the language of then."""

    due: Due
    text: str
    answers: tuple[_Answer, ...]
    instead: str

    @property
    def occurrence(self) -> Occurrence:
        """What the answers are about."""
        return (self.due.now or self.due.missed)[-1]


class Reminders(QObject):
    """Looks for what is due when there may be something, and tells it.

    Banner and notification say the same: an answer to one takes the other away.

    Signals:
        window_requested: a notification was clicked.
    """

    window_requested = Signal()

    def __init__(
        self,
        services: Services,
        banner: Banner,
        notifier: Notifier,
        shell: Shell,
        parent: QObject | None = None,
    ) -> None:
        """Make it; nothing is looked for yet.

        Args:
            services: the use cases.
            banner: tells it in the window, with what can be done.
            notifier: tells it outside of the window.
            shell: starts the session.
            parent: who owns it.
        """
        super().__init__(parent)
        self._services = services
        self._banner = banner
        self._notifier = notifier
        self._shell = shell
        file = JsonFile(services.paths.reminders)
        self._reminding = Reminding(services.planning, services.clock, file)
        self._told: _Told | None = None
        self._is_outside = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        banner.dismissed.connect(self._note_dismissal)

    def look(self) -> None:
        """Remind of what is due, and come back in time for the next."""
        wait = LONGEST_SLEEP.total_seconds()
        try:
            self._take_back_what_is_done()
            found = self._reminding.due()
            wait = found.next_look
        except CoreappError as error:
            # A log that another program holds now may be free again by the next look.
            self._shell.show_error(error)
            return
        finally:
            self._timer.start(round(wait * 1000))
        if not found.is_empty and self._services.preferences.settings.reminders:
            self._remind(found)

    def note(self, changes: frozenset[Change]) -> None:
        """Read plan and log anew if they have changed; what was planned may be due soon."""
        if changes & _OF_PLAN_AND_LOG:
            self._reminding.forget()
        if Change.PLAN in changes:
            self.look()

    def stop(self) -> None:
        """Stop looking."""
        self._timer.stop()
        self._notifier.withdraw(NOTICE)

    def speak(self) -> None:
        """Tell it again in the language of now, wherever it still stands."""
        if self._told is None:
            return
        in_banner = self._is_in_banner()
        self._told = told = self._worded(self._told.due)
        if in_banner:
            self._show_banner(told)
        if self._is_outside:
            self._show_notice(told)

    def _remind(self, due: Due) -> None:
        """Tell what is planned for now; what was missed meanwhile in the same breath."""
        self._told = told = self._worded(due)
        if due.now:
            self._reminding.leave_open(told.occurrence)
        self._show_banner(told)
        self._show_notice(told)

    def _worded(self, due: Due) -> _Told:
        """Return what is to be told, with what can be done about it."""
        newest, text = (due.now or due.missed)[-1], self._text(due)
        if not due.now:
            return _Told(due, text, self._answers_to_missed(due.missed), "")
        if reason := why_not(self._services.library, newest.routine):
            return _Told(due, f"{text}. {reason}", (self._plan_answer(),), "")
        instead = _("Open Coreapp to start it or put it off.")
        return _Told(due, text, self._answers(newest), instead)

    def _show_banner(self, told: _Told) -> None:
        self._banner.show_message(told.text, Icon.BELL, "accent")
        for answer in told.answers:
            self._banner.add_action(answer.text, answer.carry_out)

    def _show_notice(self, told: _Told) -> None:
        notice = Notice(
            name=NOTICE,
            title=_("Planned session") if told.due.now else _("Missed sessions"),
            text=told.text,
            buttons=tuple(NoticeButton(each.key, each.text) for each in told.answers),
            instead=told.instead,
            click=_("Open Coreapp"),
            stays=True,
        )
        self._is_outside = True
        self._notifier.show(notice, self._hear)

    def _text(self, due: Due) -> str:
        """Return all there is to tell, in one line."""
        texts = []
        if due.now:
            text = ngettext(
                "Planned for {time}: {title}",
                "{count} planned sessions, the last at {time}: {title}",
                len(due.now),
            )
            newest = due.now[-1]
            here = in_zone(newest.start, self._services.clock.zone())
            title = self._title(newest)
            texts.append(text.format(count=len(due.now), time=format_time(here), title=title))
        if due.missed:
            text = ngettext(
                "Missed while away: {title}",
                "Missed while away: {count} sessions",
                len(due.missed),
            )
            texts.append(text.format(count=len(due.missed), title=self._title(due.missed[-1])))
        return ". ".join(texts)

    def _title(self, occurrence: Occurrence) -> str:
        return self._services.library.entry_title(occurrence.title, occurrence.routine)

    def _answers_to_missed(self, missed: Sequence[Occurrence]) -> tuple[_Answer, ...]:
        """Return what can be done about sessions of earlier days."""
        newest = missed[-1]
        if why_not(self._services.library, newest.routine):
            return (self._plan_answer(),)
        request = Request(newest.routine, planned=newest.planned)
        text = _("Do it now") if len(missed) == 1 else _("Do the last one now")
        start = _Answer("start", text, partial(self._shell.play, request))
        return start, self._plan_answer()

    def _plan_answer(self) -> _Answer:
        open_plan = partial(self._shell.open_page, PageKey.PLAN)
        return _Answer("plan", _("Open the plan"), open_plan)

    def _answers(self, occurrence: Occurrence) -> tuple[_Answer, ...]:
        request = Request(occurrence.routine, planned=occurrence.planned)
        return (
            _Answer("start", _("Start"), partial(self._shell.play, request)),
            _Answer("later", _("In 10 minutes"), partial(self._put_it_off, occurrence)),
            _Answer("skip", _("Skip"), partial(self._skip, occurrence)),
        )

    def _hear(self, event: NoticeEvent) -> None:
        told, self._is_outside = self._told, False
        match event:
            case Pressed(key) if told is not None:
                self._take_back()
                for answer in told.answers:
                    if answer.key == key:
                        answer.carry_out()
            case Clicked():
                self.window_requested.emit()
            case Pressed() | Closed() | Failed():
                pass  # the banner is there all the same

    def _put_it_off(self, occurrence: Occurrence) -> None:
        with self._shell.guarded():
            self._reminding.put_off(occurrence)
            self.look()

    def _skip(self, occurrence: Occurrence) -> None:
        planning = self._services.planning
        with self._shell.guarded():
            before = planning.entry(occurrence.entry)
            planning.skip(occurrence.entry, occurrence.original_date)
            self._shell.changed(Change.PLAN)
            title = self._title(occurrence)
            text = _("Skipped: {title}").format(title=title)

            def put_back() -> None:
                with self._shell.guarded():
                    planning.restore(before)
                    self._shell.changed(Change.PLAN)

            self._shell.tell_with_undo(text, put_back)

    def _take_back_what_is_done(self) -> None:
        """Take a reminder away that has nothing to remind of any more.

        Raises:
            CoreappError: the plan cannot be read.
        """
        if self._told is not None and not self._reminding.is_pending(self._told.occurrence):
            self._take_back()

    def _take_back(self) -> None:
        """Take banner and notification away; a banner that says something else stays."""
        if self._is_in_banner():
            self._banner.dismiss()
        self._put_away()

    def _note_dismissal(self) -> None:
        """A reminder was read or answered in the window."""
        if self._is_in_banner():
            self._put_away()

    def _put_away(self) -> None:
        self._told = None
        self._is_outside = False
        self._reminding.note_answer()
        self._notifier.withdraw(NOTICE)

    def _is_in_banner(self) -> bool:
        return self._told is not None and self._banner.accessibleName() == self._told.text
