"""Says as JSON what the break and the bar do on the screens that the platform has."""

import json

from PySide6.QtCore import QRect
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from coreapp.desktop.clock import SystemClock
from coreapp.ui.breaks.answers import BreakAnswer
from coreapp.ui.breaks.answers_page import BreakContent
from coreapp.ui.breaks.grown_break import GrownBreak
from coreapp.ui.breaks.prompt_bar import BarButton, BarContent, PromptBar
from coreapp.ui.breaks.watchdog import NullWatchdog
from tests.fakes.shipped import shipped_art, shipped_theme

BREAK = BreakContent("Up", "30 min", "2:00", "9:30", "desk-march", ())
BAR = BarContent("Up", "30 min", "", (BarButton(BreakAnswer.STAND, "Stand"),))


def box(place: QRect) -> list[int]:
    """Return left, top, width and height."""
    return [place.x(), place.y(), place.width(), place.height()]


def seen(window: QWidget) -> dict[str, object]:
    """Return where a window is, and how finely it is painted."""
    picture = window.grab()
    return {
        "kind": type(window).__name__,
        "screen": window.screen().name(),
        "box": box(window.geometry()),
        "pixels": [picture.width(), picture.height()],
        "full": window.isFullScreen(),
        "visible": window.isVisible(),
    }


app = QApplication([])
theme, art = shipped_theme(), shipped_art()
grown = GrownBreak(theme, art, SystemClock(), NullWatchdog())
grown.open(BREAK)
app.processEvents()
told: dict[str, object] = {"open": [seen(each) for each in grown.windows]}

# Qt's platform without a screen plugs nothing out by itself; what it tells then is told here.
primary = QGuiApplication.primaryScreen()
second = next(each for each in QGuiApplication.screens() if each is not primary)
told["primary"] = primary.name()
app.screenRemoved.emit(second)
told["lost"] = [seen(each) for each in grown.windows]
app.screenAdded.emit(second)
app.screenAdded.emit(second)
told["waiting"] = len(grown.windows)
waited = 0
while len(grown.windows) < len(QGuiApplication.screens()) and waited < 200:
    app.thread().msleep(20)
    app.processEvents()
    waited += 1
told["back"] = [seen(each) for each in grown.windows]
grown.shut()

QCursor.setPos(second.geometry().center())
bar = PromptBar(theme, art, placed=True)
bar.show_content(BAR)
bar.open()
app.processEvents()
told["bar"] = seen(bar)
told["mouse"] = QGuiApplication.screenAt(QCursor.pos()).name()
bar.dismiss()
print(json.dumps(told))
