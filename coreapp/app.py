"""Start and stop of the windowed program: one instance, the window first, the log's database after.

The first window must not wait for the database layer: it is shown with what the content files
give, and SQLAlchemy is imported and the log opened on a worker meanwhile.
"""

import logging
import signal
import sys
from types import FrameType

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from coreapp import __version__, i18n
from coreapp.bootstrap import Services
from coreapp.desktop.idle import pick_idle_probe
from coreapp.desktop.logs import catch_qt_messages, log_to
from coreapp.desktop.single_instance import SingleInstance, tell_running
from coreapp.i18n import _
from coreapp.program.program import Program
from coreapp.ui.breaks.watchdog import StackWatchdog
from coreapp.ui.crash import CrashHandler

logger = logging.getLogger(__name__)

APP_ID = "io.github.coreapp.Coreapp"

SIGNAL_CHECK_MS = 500
"""So soon the program ends on Ctrl C: Python sees signals only when its own code runs."""


def run(services: Services, words: list[str], language: str | None = None) -> int:
    """Run the program until it is ended; or hand the words to the one that runs already.

    Args:
        services: the use cases of this data folder.
        words: `["show"]`, `["hide"]` or `["play", ROUTINE]`.
        language: the language asked for on the command line.
    """
    app = make_application()
    folder = services.paths.data
    instance = SingleInstance(folder)
    if not instance.claim():
        if tell_running(folder, words):
            return 0
        print(_("Coreapp runs already but does not answer."), file=sys.stderr)  # noqa: T201
        return 1
    log_to(services.paths.log_file)
    catch_qt_messages()
    crash = CrashHandler()
    crash.install(folder / "crash.txt")
    logger.info("coreapp %s starts", __version__)
    services.use_language(language)
    translate_qt(app)
    program = Program(app, services, pick_idle_probe(), StackWatchdog(crash.stacks))
    instance.asked.connect(program.obey)
    timer = _end_on_signals(app)
    program.start(words)
    try:
        return app.exec()
    finally:
        timer.stop()
        program.stop()
        instance.release()
        crash.uninstall()


def make_application() -> QApplication:
    """Return the application object with its names, made once."""
    QCoreApplication.setApplicationName("coreapp")
    QCoreApplication.setApplicationVersion(__version__)
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        QApplication.setHighDpiScaleFactorRoundingPolicy(
            Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
        )
        app = QApplication(["coreapp"])
    app.setApplicationDisplayName("Coreapp")
    app.setDesktopFileName(APP_ID)
    app.setQuitOnLastWindowClosed(False)
    return app


def translate_qt(app: QApplication) -> None:
    """Let Qt's own buttons speak the language that is shown."""
    translator = QTranslator(app)
    from PySide6.QtCore import QLibraryInfo  # noqa: PLC0415  only here

    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{i18n.language()}", folder):
        app.installTranslator(translator)
    QLocale.setDefault(QLocale(i18n.language()))


def _end_on_signals(app: QApplication) -> QTimer:
    """End in good order when the system or Ctrl C asks for it."""

    def end(_number: int, _frame: FrameType | None) -> None:
        app.quit()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    timer = QTimer()
    timer.timeout.connect(_let_python_run)
    timer.start(SIGNAL_CHECK_MS)
    return timer


def _let_python_run() -> None:
    """Do nothing: Python handles signals between its own instructions."""
