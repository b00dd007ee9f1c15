"""When there is a bug: one window with details that can be copied; nothing is sent anywhere."""

import faulthandler
import logging
import platform
import sys
import traceback
from pathlib import Path
from types import TracebackType
from typing import Final, TextIO

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)
from shiboken6 import isValid

from coreapp import __version__
from coreapp.i18n import _

logger = logging.getLogger(__name__)

_WIDTH: Final = 560
_DETAILS: Final = 220
_SIDE: Final = 24
"""In pixels."""


def details_of(error: BaseException) -> str:
    """Return what a report of a bug needs."""
    lines = traceback.format_exception(error)
    system = f"coreapp {__version__}, Python {platform.python_version()}, PySide6 {pyside_version}"
    return f"{system}, {platform.platform()}\n\n{''.join(lines)}"


class CrashWindow(QDialog):
    """Says that something went wrong, that the data is safe, and what to do; details unfold.

    It is made of Qt's own widgets: what the program's own ones need may be what is broken.
    """

    def __init__(self, details: str) -> None:
        super().__init__()
        self.setWindowTitle(_("Something went wrong"))
        self.setMinimumWidth(_WIDTH)
        self._text = details
        self._layout = QVBoxLayout(self)
        self._shown = QPlainTextEdit(details)
        self._shown.setReadOnly(True)
        self._shown.setAccessibleName(_("Details for a report"))
        self._shown.setMinimumHeight(_DETAILS)
        self._shown.hide()
        self._unfold = _button(_("Details"), "secondary")
        self._unfold.setCheckable(True)
        copy = _button(_("Copy the details"), "secondary")
        close = _button(_("Close"), "primary")
        close.setDefault(True)
        self._lay_out(copy, close)
        self._unfold.toggled.connect(self._show_details)
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.close)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin without empty room."""
        super().showEvent(event)
        self._fit()

    def _lay_out(self, copy: QPushButton, close: QPushButton) -> None:
        safe = _(
            "Your log is safe: every finished set is saved at once. You can go on; if the program "
            "behaves oddly, start it again."
        )
        helps = _("The details help to find out why. Nothing is sent anywhere.")
        layout = self._layout
        layout.setContentsMargins(_SIDE, _SIDE, _SIDE, _SIDE)
        layout.setSpacing(12)
        for text, role, tone in (
            (self.windowTitle(), "heading", ""),
            (safe, "body", ""),
            (helps, "body", "ink2"),
        ):
            layout.addWidget(_words(text, role, tone))
        layout.addWidget(self._shown, 1)
        answers = QHBoxLayout()
        answers.setSpacing(8)
        answers.addWidget(self._unfold)
        answers.addWidget(copy)
        answers.addStretch(1)
        answers.addWidget(close)
        layout.addSpacing(4)
        layout.addLayout(answers)

    def _show_details(self, shown: bool) -> None:  # noqa: FBT001  the state of a button
        self._shown.setVisible(shown)
        self._fit()

    def _fit(self) -> None:
        """Be as wide as the answers with large letters, and as high as what is shown."""
        self._layout.activate()
        width = max(self.width(), self._layout.totalMinimumSize().width())
        self.resize(width, self._layout.totalHeightForWidth(width))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)


def _words(text: str, role: str, tone: str) -> QLabel:
    """Return a text in the look that the style sheet has for its role."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setProperty("role", role)
    label.setProperty("tone", tone)
    return label


def _button(text: str, kind: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", kind)
    button.setAutoDefault(False)
    return button


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
        _end_painters(trace)
        logger.error("a bug", exc_info=(kind, error, trace))
        # One window at a time: a bug in a timer would open hundreds.
        if self._window is None or not self._window.isVisible():
            self._window = CrashWindow(details_of(error))
            self._window.open()


def _end_painters(trace: TracebackType | None) -> None:
    """End what was painting when an error came.

    A painter lives as long as the error that left it, and a window that is shown while it is still
    painted on takes the process with it.
    """
    for frame, _line in traceback.walk_tb(trace):
        for each in frame.f_locals.values():
            if isinstance(each, QPainter) and isValid(each) and each.isActive():
                each.end()
