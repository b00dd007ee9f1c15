"""Opens the break under a real watchdog, and then goes wrong or not: `frozen_break.py LOG HOW`."""

import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QThread, QTimer
from PySide6.QtWidgets import QApplication

from coreapp.desktop.clock import SystemClock
from coreapp.ui.breaks.answers_page import BreakContent
from coreapp.ui.breaks.grown_break import GrownBreak
from coreapp.ui.breaks.watchdog import StackWatchdog
from tests.fakes.shipped import shipped_art, shipped_theme

PATIENCE_SECONDS = 1.0
LONGER_MS = 1400
FAR_LONGER_MS = 4000
CONTENT = BreakContent("Up", "30 min", "2:00", "9:30", "", ())

log, how = Path(sys.argv[1]), sys.argv[2]
app = QApplication([])
watchdog = StackWatchdog(log.open("w", encoding="utf-8"), PATIENCE_SECONDS)
grown = GrownBreak(shipped_theme(), shipped_art(), SystemClock(), watchdog)


def hang_here_for_ever() -> None:
    """Do what a program does that hangs."""
    while True:
        QThread.msleep(10)


def go_on(milliseconds: int) -> None:
    """Run, with nothing else to do."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def stay_well() -> None:
    """Outlast the watchdog's patience in each way in which nobody is trapped."""
    print("open")
    go_on(LONGER_MS)
    grown.close()
    print("closed and busy")
    QThread.msleep(LONGER_MS)
    grown.open(CONTENT)
    assert grown.main is not None
    grown.main.hide()
    print("hidden")
    go_on(LONGER_MS)


grown.open(CONTENT)
assert grown.main is not None
go_on(100)  # it has been painted by then
match how:
    case "hang":
        hang_here_for_ever()
    case "unpainted":
        grown.main.setUpdatesEnabled(False)
        go_on(FAR_LONGER_MS)
    case "well":
        stay_well()
grown.shut()
print("ended in good order")
