"""The real program, which says when its first window is painted and when the log is open."""

import sys

from PySide6.QtCore import QEvent, QObject, QTimer

from coreapp.app import make_application
from coreapp.bootstrap import build_services
from coreapp.desktop.senses.hub import SystemSenses
from coreapp.desktop.senses.probe import DeskProbes
from coreapp.program.program import Program
from coreapp.ui.breaks.watchdog import NullWatchdog

LATER = (
    "babel.messages",
    "sqlalchemy",
    "alembic",
    "coreapp.content.figures",
    "coreapp.content.programme_files",
    "coreapp.desktop.notifications",
    "coreapp.desktop.senses.desk_probes",
    "coreapp.desktop.sound",
    "coreapp.desktop.speech",
    "coreapp.domain.figure.solver",
    "coreapp.program.break_stage",
    "coreapp.program.reminders",
    "coreapp.program.session_stage",
    "coreapp.services.composing",
    "coreapp.storage.database",
    "coreapp.ui.breaks.prompter",
    "coreapp.ui.charts",
    "coreapp.ui.drawing",
    "coreapp.ui.player",
    "coreapp.ui.tray",
    "PySide6.QtMultimedia",
    "PySide6.QtSvg",
    "PySide6.QtTextToSpeech",
)
"""What the first window does not wait for, with all that lies below."""


class FirstPaint(QObject):
    """Prints a line when the window's first paint is done."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        self._is_told = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the first paint of the page."""
        if event.type() == QEvent.Type.Paint and not self._is_told:
            self._is_told = True
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        print("window", *(name for name in LATER if name in sys.modules), flush=True)

    def tell_log(self) -> None:
        """Say that the log is open, and end."""
        print("log", flush=True)
        QTimer.singleShot(0, make_application().quit)


def run() -> int:
    """Run until the log is open."""
    app = make_application()
    services = build_services()
    services.use_language()
    nothing = SystemSenses(lambda _buses: DeskProbes(), services.clock)
    program = Program(app, services, nothing, NullWatchdog())
    watcher = FirstPaint(program)
    program.window.installEventFilter(watcher)
    program.log_opened.connect(watcher.tell_log)
    program.start(["show"])
    code = app.exec()
    program.stop()
    return code
