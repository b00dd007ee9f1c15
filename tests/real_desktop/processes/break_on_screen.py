"""Bar and break on a real screen: does what it is told by lines, and says what came of it."""

import sys

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

from coreapp.desktop.focus_keeper import pick_focus_keeper
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

app = QApplication([])
app.setQuitOnLastWindowClosed(False)
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


def obey() -> None:
    """Do what the next line says."""
    match sys.stdin.readline().strip():
        case "bar":
            bar.show_content(BAR)
            bar.open()
            say("bar")
        case "where":
            button = bar.button(BreakAnswer.STAND)
            assert button is not None
            middle = button.mapTo(bar, button.rect().center())
            say(f"where {middle.x()} {middle.y()}")
        case "break":
            bar.hide()
            grown.open(BREAK)
            say("break")
        case "screens":
            shown = [
                f"{type(each).__name__}@{each.screen().name()}:{each.width()}x{each.height()}"
                for each in grown.windows
                if each.isVisible()
            ]
            say(f"screens {' '.join(shown)}")
        case "later":
            clock.advance(1.2)
            say("later")
        case "active":
            say(f"active {grown.main is not None and grown.main.isActiveWindow()}")
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
