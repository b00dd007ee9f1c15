"""Opens the break under a real watchdog, and then goes wrong: `frozen_break.py LOG HOW`."""

import sys
from pathlib import Path

from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QApplication

from coreapp.desktop.clock import SystemClock
from coreapp.ui.breaks.answers_page import BreakContent
from coreapp.ui.breaks.grown_break import GrownBreak
from coreapp.ui.breaks.watchdog import StackWatchdog
from tests.fakes.shipped import shipped_art, shipped_theme

PATIENCE_SECONDS = 1.0
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


def go_wrong() -> None:
    """Do what was asked for."""
    assert grown.main is not None
    match how:
        case "hang":
            hang_here_for_ever()
        case "unpainted":
            grown.main.setUpdatesEnabled(False)
        case "closed":
            grown.close()
            QThread.msleep(FAR_LONGER_MS // 2)
        case "hidden":
            grown.main.hide()


grown.open(CONTENT)
QTimer.singleShot(600, go_wrong)
QTimer.singleShot(FAR_LONGER_MS, app.quit)
app.exec()
grown.shut()
print("ended in good order")
