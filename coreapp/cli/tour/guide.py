"""Leads through the stages, and says which of them did not happen."""

import json
import os
import shutil
import sys
import tempfile
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from coreapp.bootstrap import Services
from coreapp.cli.output import print_json
from coreapp.cli.tour.world import TourClock, TourHands, paths_in
from coreapp.desktop.logs import catch_qt_messages
from coreapp.domain.errors import CoreappError, FileUnreadableError
from coreapp.i18n import _
from coreapp.services.explanations import explain

PLATFORM_VARIABLE = "QT_QPA_PLATFORM"
SCALE_VARIABLE = "QT_SCALE_FACTOR"
DPI = 96


def run_tour(services: Services, command: Namespace) -> int:
    """Take the tour; 0 only if every stage really happened.

    It has data of its own in a temporary folder, so a person's log is not touched, and its windows
    are never on a screen.

    Raises:
        FileUnreadableError: the folder for the pictures cannot be made.
    """
    try:
        command.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileUnreadableError(str(command.folder), error.strerror or str(error)) from error
    data = Path(tempfile.mkdtemp(prefix="coreapp-tour-"))
    # Before Qt is imported: its application object chooses the platform when it is made.
    os.environ[PLATFORM_VARIABLE] = _platform(data / "screens.json", command)
    os.environ[SCALE_VARIABLE] = f"{command.scale:g}"
    try:
        return _take(services, command, data)
    finally:
        shutil.rmtree(data, ignore_errors=True)


def _platform(screens: Path, command: Namespace) -> str:
    """Return the platform whose windows are on no screen, with the screen they believe in.

    The platform's own screen has 800 pixels, on which small windows fold up.
    """
    if ":" in str(screens):
        return "offscreen"  # Qt parts its options at colons, as in the paths of Windows
    width, height = (round(side * command.scale) for side in command.size)
    screen = {"name": "tour", "x": 0, "y": 0, "width": width, "height": height}
    screen |= {"logicalDpi": DPI, "logicalBaseDpi": DPI, "dpr": 1.0}
    screens.write_text(json.dumps({"screens": [screen]}), "utf-8")
    return f"offscreen:configfile={screens}"


def _take(services: Services, command: Namespace, data: Path) -> int:
    from PySide6.QtCore import QSize  # noqa: PLC0415  after the platform

    from coreapp.app import make_application  # noqa: PLC0415
    from coreapp.cli.tour.stages import STAGES  # noqa: PLC0415
    from coreapp.cli.tour.tourist import StageError, Tourist  # noqa: PLC0415
    from coreapp.program.program import Program  # noqa: PLC0415
    from coreapp.ui.breaks.watchdog import NullWatchdog  # noqa: PLC0415

    catch_qt_messages()
    catch_qt_messages()
    app = make_application()
    clock = TourClock()
    hands = TourHands(clock)
    world = Services(paths_in(services.paths, data), clock)
    language = command.language or services.preferences.settings.language
    look = {"theme": command.theme, "text_percent": command.text}
    world.preferences.change({"language": language, "sounds": False} | look)
    world.use_language(language)
    program = Program(app, world, hands, NullWatchdog())
    tourist = Tourist(program, clock, hands, command.folder, QSize(*command.size))
    failures: dict[str, str] = {}
    try:
        for name, stage in STAGES.items():
            with _bugs_told() as bugs:
                try:
                    stage(tourist)
                except StageError as error:
                    failures[name] = str(error)
                except CoreappError as error:
                    failures[name] = explain(error)
            if bugs:
                failures[name] = repr(bugs[0])
    finally:
        program.stop()
    _report(command, tourist.pictures, failures)
    return int(bool(failures))


@contextmanager
def _bugs_told() -> Iterator[list[BaseException]]:
    """Note what goes wrong in slots: Qt's loop goes on after it, and the stage might as well."""
    bugs: list[BaseException] = []
    before = sys.excepthook

    def note(
        _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        bugs.append(error)

    sys.excepthook = note
    try:
        yield bugs
    finally:
        sys.excepthook = before


def _report(command: Namespace, pictures: list[Path], failures: dict[str, str]) -> None:
    if command.json:
        names = [picture.name for picture in pictures]
        print_json({"folder": str(command.folder), "pictures": names, "failures": failures})
    else:
        print(
            _("{count} pictures are in {folder}").format(count=len(pictures), folder=command.folder)
        )
    for name, reason in failures.items():
        print(f"coreapp: {name}: {reason}", file=sys.stderr)
