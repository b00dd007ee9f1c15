"""One's data out into a file and in from one: asked for, done off the windows' thread, told."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from coreapp.domain.errors import CancelledError, CoreappError
from coreapp.i18n import _
from coreapp.services.bundle import Kind
from coreapp.services.changes import Change
from coreapp.services.explanations import explain
from coreapp.services.file_transfer import Arrival, FileTransfer
from coreapp.services.transfer import Merged, Undone
from coreapp.services.transfer_words import (
    exported_words,
    merged_words,
    preview_title,
    undone_words,
)
from coreapp.services.watching import Watch
from coreapp.ui.background import Background, Job
from coreapp.ui.dialogs.import_preview import ImportPreview
from coreapp.ui.dialogs.waiting import PatientWatch, Waiting
from coreapp.ui.navigation import Shell
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import ButtonKind

_FILE_NAME = "coreapp"
_ALL_DATA = (Change.LOG, Change.PLAN, Change.BREAKS, Change.LIBRARY)


class DataDesk(QObject):
    """Carries out what the settings ask for; none of its dialogs blocks.

    Signals:
        busy_changed: a file is being read or written now, or that is over.
    """

    busy_changed = Signal(bool)

    def __init__(
        self, theme: Theme, transfer: Callable[[], FileTransfer], shell: Shell, page: QWidget
    ) -> None:
        """Serve a page.

        Args:
            theme: the look of the dialogs.
            transfer: the use case, made when it is first needed.
            shell: says what was done or went wrong.
            page: over which the dialogs open.
        """
        super().__init__(page)
        self._theme = theme
        self._transfer = transfer
        self._shell = shell
        self._page = page
        self._jobs = Background(self)

    def ask_where(self, with_presence: bool) -> None:  # noqa: FBT001  the value of a signal
        """Ask for a file, and write everything into it."""
        dialog = QFileDialog(self._page, _("Save your data"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        endings = {
            _("Everything, for this program (*.json)"): "json",
            _("Tables for spreadsheets, packed (*.zip)"): "zip",
            _("Sessions as one table (*.csv)"): "csv",
        }
        dialog.setNameFilters(list(endings))
        dialog.setDefaultSuffix("json")
        dialog.filterSelected.connect(partial(_follow_format, dialog, endings))
        dialog.selectFile(_FILE_NAME)
        dialog.fileSelected.connect(partial(self.write, with_presence=with_presence))
        _open(dialog)

    def ask_which(self) -> None:
        """Ask for a file, and show what it would bring."""
        dialog = QFileDialog(self._page, _("Bring in a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_("Data (*.json *.csv *.zip)"), _("All files (*)")])
        dialog.fileSelected.connect(self.look_into)
        _open(dialog)

    def write(self, file: str, *, with_presence: bool) -> None:
        """Write everything into a file."""
        path = Path(file)

        def export(watch: Watch) -> Mapping[Kind, int]:
            return self._transfer().export(path, with_presence=with_presence, watch=watch)

        waiting = self._waiting(_("Saving your data"), path.name)
        self._run(export, partial(self._tell_written, path), waiting)

    def look_into(self, file: str) -> None:
        """Read a file, and show what it would bring."""
        path = Path(file)
        waiting = self._waiting(_("Reading the file"), path.name)
        self._run(lambda watch: self._transfer().look_into(path, watch), self._ask, waiting)

    def _tell_written(self, path: Path, counts: Mapping[Kind, int]) -> None:
        self._shell.tell(exported_words(counts, path.name))

    def _ask(self, arrival: Arrival) -> None:
        if arrival.preview.changes_nothing:
            self._shell.tell(preview_title(arrival.preview))
            return
        question = ImportPreview(self._theme, arrival, self._page)
        question.add_answer(_("Cancel"))
        take_in = partial(self._take_in, arrival)
        question.add_answer(_("Bring in"), take_in, ButtonKind.PRIMARY)
        question.open()

    def _take_in(self, arrival: Arrival) -> None:
        waiting = self._waiting(_("Bringing in the file"), arrival.file.name)
        self._run(
            lambda watch: self._transfer().take_in(arrival, watch), self._tell_merged, waiting
        )

    def _tell_merged(self, merged: Merged) -> None:
        self._shell.changed(*_ALL_DATA)
        self._shell.tell_with_undo(merged_words(merged.total), partial(self._take_back, merged))

    def _take_back(self, merged: Merged) -> None:
        text = _("What was edited since stays as it is.")
        waiting = self._waiting(_("Taking the import back"), text)
        self._run(merged.undo, self._tell_taken_back, waiting)

    def _tell_taken_back(self, undone: Undone) -> None:
        self._shell.changed(*_ALL_DATA)
        self._shell.tell(undone_words(undone))

    def _waiting(self, title: str, text: str) -> Waiting:
        return Waiting(self._theme, title, text, self._page)

    def _run(
        self, do: Callable[[Watch], object], done: Callable[..., None], waiting: Waiting
    ) -> None:
        self.busy_changed.emit(True)
        watch = PatientWatch(waiting)
        finish = partial(self._finish, watch)
        self._jobs.run(Job(partial(do, watch), partial(finish, done), partial(finish, self._fail)))

    def _finish(self, watch: PatientWatch, done: Callable[..., None], result: object) -> None:
        watch.end()
        self.busy_changed.emit(False)
        done(result)

    def _fail(self, error: CoreappError) -> None:
        if isinstance(error, CancelledError):
            self._shell.tell(explain(error))
        else:
            self._shell.show_error(error)


def _follow_format(dialog: QFileDialog, endings: Mapping[str, str], chosen: str) -> None:
    """Let the name that is typed end in what was chosen."""
    dialog.setDefaultSuffix(endings.get(chosen, "json"))


def _open(dialog: QFileDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
