"""Reminding of planned sessions at their time: by one timer, in the window and from the tray."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer

from coreapp.bootstrap import Services
from coreapp.domain.errors import CoreappError
from coreapp.domain.schedule import Occurrence
from coreapp.i18n import _, format_time, ngettext
from coreapp.services.plan_words import why_not
from coreapp.services.playing import Request
from coreapp.services.reminding import LONGEST_SLEEP, Reminding
from coreapp.storage.state_file import JsonFile
from coreapp.ui.messages import Banner
from coreapp.ui.navigation import PageKey, Shell
from coreapp.ui.theme.icons import Icon

REMIND_LATER_MS = 10 * 60 * 1000


class Reminders(QObject):
    """Looks for what is due when there may be something, and tells it."""

    def __init__(
        self,
        services: Services,
        banner: Banner,
        notify: Callable[[str, str], object],
        shell: Shell,
        parent: QObject | None = None,
    ) -> None:
        """Make it; nothing is looked for yet.

        Args:
            services: the use cases.
            banner: tells it in the window, with what can be done.
            notify: tells a title and a sentence outside of the window.
            shell: starts the session.
            parent: who owns it.
        """
        super().__init__(parent)
        self._services = services
        self._banner = banner
        self._notify = notify
        self._shell = shell
        file = JsonFile(services.paths.reminders)
        self._reminding = Reminding(services.planning, services.clock, file)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(REMIND_LATER_MS)
        self._later.timeout.connect(self.remind_again)
        self._put_off: Occurrence | None = None

    def look(self) -> None:
        """Remind of what is due, and come back in time for the next."""
        wait = LONGEST_SLEEP.total_seconds()
        try:
            found = self._reminding.due()
            wait = self._reminding.next_look()
        except CoreappError as error:
            # A log that another program holds now may be free again by the next look.
            self._shell.show_error(error)
            return
        finally:
            self._timer.start(round(wait * 1000))
        if found and self._services.preferences.settings.reminders:
            self._remind(found)

    def remind_again(self) -> None:
        """Remind of what was put off, unless it was done, moved or skipped in the meantime."""
        occurrence, self._put_off = self._put_off, None
        if occurrence is None:
            return
        just_after = occurrence.start + timedelta(microseconds=1)
        with self._shell.guarded():
            planned = self._services.planning.between(occurrence.start, just_after)
            if any(each.occurrence == occurrence and not each.done for each in planned):
                self._remind([occurrence])

    def stop(self) -> None:
        """Stop looking."""
        self._timer.stop()
        self._later.stop()

    def _remind(self, due: Sequence[Occurrence]) -> None:
        """Tell what is planned for now; what was missed meanwhile in the same breath."""
        newest = due[-1]
        text = ngettext(
            "Planned for {time}: {title}",
            "{count} planned sessions, the last at {time}: {title}",
            len(due),
        )
        title = self._services.library.entry_title(newest.title, newest.routine)
        text = text.format(count=len(due), time=format_time(newest.start), title=title)
        if reason := why_not(self._services.library, newest.routine):
            text = f"{text}. {reason}"
            self._banner.show_message(text, Icon.BELL, "accent")
            self._banner.add_action(
                _("Open the plan"), partial(self._shell.open_page, PageKey.PLAN)
            )
        else:
            self._banner.show_message(text, Icon.BELL, "accent")
            request = Request(newest.routine, planned=newest.planned)
            self._banner.add_action(_("Start"), partial(self._shell.play, request))
            self._banner.add_action(_("In 10 minutes"), partial(self._put_it_off, newest))
        self._notify(_("Planned session"), text)

    def _put_it_off(self, occurrence: Occurrence) -> None:
        self._put_off = occurrence
        self._later.start()
