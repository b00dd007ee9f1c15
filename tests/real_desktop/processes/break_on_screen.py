"""Bar and break on a real screen: does what it is told by lines, and says what came of it."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSocketNotifier
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication

from coreapp.desktop.focus_keeper import pick_focus_keeper
from coreapp.ui.breaks import break_ground
from coreapp.ui.breaks.answer_button import AnswerLook
from coreapp.ui.breaks.answers import BreakAnswer
from coreapp.ui.breaks.answers_page import BreakContent
from coreapp.ui.breaks.grown_break import GrownBreak
from coreapp.ui.breaks.prompt_bar import BarButton, BarContent, PromptBar
from coreapp.ui.breaks.watchdog import NullWatchdog
from tests.fakes.clock import FakeClock
from tests.fakes.shipped import shipped_art, shipped_theme

ANSWERS = (AnswerLook(BreakAnswer.STAND, "Stand"), AnswerLook(BreakAnswer.SKIP, "Skip"))
BREAK = BreakContent("Up", "30 min", "2:00", "9:30", "desk-march", ANSWERS)
BAR = BarContent("Up", "30 min", "", (BarButton(BreakAnswer.STAND, "Stand"),))

# Shorter than in the program, and still longer than it takes until a key that is held repeats.
break_ground.ESC_SECONDS = 0.8


class Keys(QObject):
    """Counts the keys that were let go, by when they have been heard of."""

    heard = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count, and keep nothing back."""
        self.heard += isinstance(watched, QWindow) and event.type() == QEvent.Type.KeyRelease
        return False


app = QApplication([])
app.setQuitOnLastWindowClosed(False)
keys = Keys()
app.installEventFilter(keys)
theme, art = shipped_theme(), shipped_art()
clock = FakeClock()  # however busy the machine is, the first second lasts until it is told
grown = GrownBreak(theme, art, clock, NullWatchdog(), focus=pick_focus_keeper())
bar = PromptBar(theme, art)


def say(line: str) -> None:
    """Tell whoever started this."""
    print(line, flush=True)


def answer(given: BreakAnswer) -> None:
    """Take an answer as the prompter does: the screens are given back."""
    grown.close()
    say(f"answered {given.value}")


def where() -> str:
    """Return the middle of a button of the bar."""
    button = bar.button(BreakAnswer.STAND)
    assert button is not None
    middle = button.mapTo(bar, button.rect().center())
    return f"{middle.x()} {middle.y()}"


def screens() -> str:
    """Return which window is on which screen, in its size."""
    shown = (each for each in grown.windows if each.isVisible())
    return " ".join(
        f"{type(each).__name__}@{each.screen().name()}:{each.width()}x{each.height()}"
        for each in shown
    )


def is_over() -> bool:
    """Tell whether the mouse is over that button."""
    button = bar.button(BreakAnswer.STAND)
    return button is not None and button.underMouse()


def is_esc_held() -> bool:
    """Tell whether the break would be left if nobody did anything more."""
    return grown.main is not None and grown.main._esc._down.isActive()


QUESTIONS: dict[str, Callable[[], object]] = {
    "where": where,
    "screens": screens,
    "over": is_over,
    "esc": is_esc_held,
    "keys": lambda: keys.heard,
    "active": lambda: grown.main is not None and grown.main.isActiveWindow(),
}


def obey() -> None:
    """Do what the next line says, or answer it."""
    match sys.stdin.readline().strip():
        case question if question in QUESTIONS:
            say(f"{question} {QUESTIONS[question]()}")
        case "bar":
            bar.show_content(BAR)
            bar.open()
            say("bar")
        case "break":
            bar.hide()
            grown.open(BREAK)
            say("break")
        case "later":
            clock.advance(1.2)
            say("later")
        case _:
            bar.dismiss()
            grown.shut()
            app.quit()


grown.answered.connect(answer)
bar.answered.connect(answer)
notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
notifier.activated.connect(obey)
say("ready")
app.exec()
