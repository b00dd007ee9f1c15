"""One's data out into a file and in from one: asked for, done off the windows' thread, told."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from coreapp.domain.errors import CoreappError
from coreapp.i18n import _
from coreapp.services.bundle import Kind
from coreapp.services.changes import Change
from coreapp.services.file_transfer import Arrival, FileTransfer
from coreapp.services.transfer import Merged
from coreapp.services.transfer_words import exported_words, merged_words, preview_title
from coreapp.ui.background import Background, Job
from coreapp.ui.dialogs.import_preview import ImportPreview
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

        def export() -> Mapping[Kind, int]:
            return self._transfer().export(path, with_presence=with_presence)

        self._run(export, partial(self._tell_written, path))

    def look_into(self, file: str) -> None:
        """Read a file, and show what it would bring."""
        self._run(lambda: self._transfer().look_into(Path(file)), self._ask)

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
        self._run(lambda: self._transfer().take_in(arrival), self._tell_merged)

    def _tell_merged(self, merged: Merged) -> None:
        self._shell.changed(*_ALL_DATA)
        self._shell.tell_with_undo(merged_words(merged.total), partial(self._take_back, merged))

    def _take_back(self, merged: Merged) -> None:
        self._run(merged.undo, self._tell_taken_back)

    def _tell_taken_back(self, _nothing: None) -> None:
        self._shell.changed(*_ALL_DATA)
        self._shell.tell(_("Everything is as it was before the import"))

    def _run(self, do: Callable[[], object], done: Callable[..., None]) -> None:
        self.busy_changed.emit(True)
        self._jobs.run(Job(do, partial(self._finish, done), partial(self._finish, self._fail)))

    def _finish(self, done: Callable[..., None], result: object) -> None:
        self.busy_changed.emit(False)
        done(result)

    def _fail(self, error: CoreappError) -> None:
        self._shell.show_error(error)


def _follow_format(dialog: QFileDialog, endings: Mapping[str, str], chosen: str) -> None:
    """Let the name that is typed end in what was chosen."""
    dialog.setDefaultSuffix(endings.get(chosen, "json"))


def _open(dialog: QFileDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
