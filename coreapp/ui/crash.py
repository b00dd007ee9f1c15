"""When there is a bug: one window with details that can be copied; nothing is sent anywhere."""

import faulthandler
import logging
import platform
import sys
import traceback
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout

from coreapp import __version__
from coreapp.i18n import _

logger = logging.getLogger(__name__)


def details_of(error: BaseException) -> str:
    """Return what a report of a bug needs."""
    lines = traceback.format_exception(error)
    system = f"coreapp {__version__}, Python {platform.python_version()}, PySide6 {pyside_version}"
    return f"{system}, {platform.platform()}\n\n{''.join(lines)}"


class CrashWindow(QDialog):
    """Says that something went wrong, that the data is safe, and shows the details."""

    def __init__(self, details: str) -> None:
        super().__init__()
        self.setWindowTitle(_("Something went wrong"))
        sentence = QLabel(
            _(
                "Something went wrong that should not. Your log is safe: every finished set is "
                "saved at once. You can go on; if the program behaves oddly, start it again."
            )
        )
        sentence.setWordWrap(True)
        shown = QPlainTextEdit(details)
        shown.setReadOnly(True)
        shown.setAccessibleName(_("Details for a report"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        layout = QVBoxLayout(self)
        layout.addWidget(sentence)
        layout.addWidget(shown)
        layout.addWidget(buttons)
        buttons.rejected.connect(self.close)
        self.resize(720, 420)


class CrashHandler(QObject):
    """Catches what nobody else does, in slots as well as outside of them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window: CrashWindow | None = None
        self._stacks: TextIO | None = None

    @property
    def stacks(self) -> TextIO:
        """Where stacks of hard crashes go."""
        return self._stacks or sys.__stderr__ or sys.stderr

    def install(self, stacks: Path) -> None:
        """Begin to catch; stacks of hard crashes go into the file `stacks`."""
        sys.excepthook = self._handle
        try:
            stacks.touch(mode=0o600)
            self._stacks = stacks.open("a", encoding="utf-8")
            stacks.chmod(0o600)
            faulthandler.enable(self._stacks)
        except OSError:
            logger.warning("hard crashes are not written down")

    def uninstall(self) -> None:
        """Stop catching."""
        sys.excepthook = sys.__excepthook__
        if self._stacks is not None:
            faulthandler.disable()
            self._stacks.close()
            self._stacks = None

    def _handle(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        logger.error("a bug", exc_info=(kind, error, trace))
        # One window at a time: a bug in a timer would open hundreds.
        if self._window is None or not self._window.isVisible():
            self._window = CrashWindow(details_of(error))
            self._window.open()
