"""Start and stop of the windowed program: one instance, the window first, the log's database after.

The first window must not wait for the database layer: it is shown with what the content files
give, and SQLAlchemy is imported and the log opened on a worker meanwhile.
"""

import logging
import sys
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication

from coreapp import __version__
from coreapp.bootstrap import Services
from coreapp.desktop.display import has_display
from coreapp.desktop.light_start import settle
from coreapp.desktop.logs import catch_qt_messages, log_to
from coreapp.desktop.our_name import APP_ID, OUR_NAME
from coreapp.desktop.quit_signals import QuitRequests, QuitSignals
from coreapp.desktop.senses.hub import SystemSenses
from coreapp.desktop.single_instance import SingleInstance, is_running, tell_running
from coreapp.desktop.tray_finder import tray_is_near
from coreapp.domain.errors import NotNowError, marked
from coreapp.i18n import _
from coreapp.program.program import Program
from coreapp.ui.breaks.watchdog import StackWatchdog
from coreapp.ui.crash import CrashHandler

if TYPE_CHECKING:
    from coreapp.desktop.senses.buses import Buses
    from coreapp.desktop.senses.probe import DeskProbes
    from coreapp.services.ports import Clock

logger = logging.getLogger(__name__)

PIXMAP_CACHE_KB = 64 * 1024
"""Room for the thumbnails of the whole library on a screen with 200 %."""


def run_example(own: Services, language: str | None = None) -> int:
    """Run an example until its window is closed; one's own data is not touched.

    Args:
        own: the use cases of one's own data folder; the example looks like that program.
        language: the language asked for on the command line.

    Raises:
        NotNowError: there is no display.
        OSError: there is no room for it.
    """
    if not has_display():
        raise NotNowError(marked("There is no display for a window here."))
    from coreapp.bootstrap.example import make_example  # noqa: PLC0415  few ever start it
    from coreapp.desktop.example_folder import example_folder  # noqa: PLC0415
    from coreapp.program.example_program import ExampleProgram  # noqa: PLC0415

    with example_folder() as folder:
        return run(make_example(own, folder), ["show"], language, ExampleProgram)


def run(
    services: Services,
    words: list[str],
    language: str | None = None,
    kind: type[Program] = Program,
) -> int:
    """Run the program until it is ended; or hand the words to the one that runs already.

    Args:
        services: the use cases of this data folder.
        words: `["show"]`, `["hide"]` or `["play", ROUTINE]`.
        language: the language asked for on the command line.
        kind: what is run.

    Raises:
        NotNowError: there is no display, and no program runs that could be told.
    """
    folder = services.paths.data
    if not has_display():
        if is_running(folder) and tell_running(folder, words):
            return 0
        raise NotNowError(
            marked("There is no display for a window here; “play ROUTINE --terminal” needs none.")
        )
    app = make_application()
    instance = SingleInstance(folder)
    if not instance.claim():
        if tell_running(folder, words):
            return 0
        print(_("Coreapp runs already but does not answer."), file=sys.stderr)  # noqa: T201
        return 1
    with ExitStack() as undo:
        undo.callback(instance.release)
        log_to(services.paths.log_file)
        catch_qt_messages()
        crash = CrashHandler()
        crash.install(folder / "crash.txt")
        undo.callback(crash.uninstall)
        logger.info("coreapp %s starts", __version__)
        services.use_language(language)
        senses = SystemSenses(partial(_find_probes, services.clock), services.clock)
        program = kind(app, services, senses, StackWatchdog(crash.stacks), tray_is_near)
        undo.callback(program.stop)
        program.begun.connect(partial(QTimer.singleShot, 0, settle))
        instance.asked.connect(program.obey)
        instance.question_came.connect(program.questions.take)
        undo.callback(QuitSignals(app.exit).close)
        undo.callback(QuitRequests(app, app.exit).close)
        program.start(words)
        return app.exec()


def _find_probes(clock: "Clock", buses: "Buses") -> "DeskProbes":
    """Return what may be sensed here; imported on the thread of the senses, not before."""
    from coreapp.desktop.senses.desk_probes import probes_for_desk  # noqa: PLC0415  see above

    return probes_for_desk(clock, buses)


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
    app.setApplicationDisplayName(OUR_NAME)
    app.setDesktopFileName(APP_ID)
    app.setQuitOnLastWindowClosed(False)
    QPixmapCache.setCacheLimit(PIXMAP_CACHE_KB)
    return app
