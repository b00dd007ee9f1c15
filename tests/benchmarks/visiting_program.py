"""The real program, which opens all its pages by itself, closes its window, rests, and tells."""

import json
import os
from typing import Final

from PySide6.QtCore import QTimer

from coreapp import app
from coreapp.bootstrap import build_services
from coreapp.program import tray_rest
from coreapp.program.program import Program
from coreapp.ui.navigation import PageKey, Place
from tests.benchmarks.processes import Member

A_PAGE_MS: Final = 1_000
SETTLED_MS: Final = 15_000
PLACES: Final = (
    *(Place(key) for key in PageKey),
    Place(PageKey.LIBRARY, exercise="side-plank"),
    Place(PageKey.ROUTINES, programme="back-strength-8wk"),
)


class VisitedProgram(Program):
    """Opens each page by itself, closes the window, rests, tells its memory and ends."""

    rest_s = 0.0

    def start(self, words: list[str]) -> None:
        """Start hidden; begin when the start is over."""
        self._left = list(PLACES)
        self._found: dict[str, float] = {}
        self.begun.connect(lambda: QTimer.singleShot(SETTLED_MS, self, self._begin))
        super().start(words)

    def _begin(self) -> None:
        self._note("before")
        self.show_window()
        self._visit()

    def _visit(self) -> None:
        if self._left:
            self.window.go(self._left.pop(0))
            QTimer.singleShot(A_PAGE_MS, self, self._visit)
        else:
            self._note("visited")
            self.window.close()
            QTimer.singleShot(round(self.rest_s * 1000), self, self._end)

    def _end(self) -> None:
        self._note("after")
        print(json.dumps(self._found), flush=True)
        self._quit()

    def _note(self, name: str) -> None:
        me = Member(os.getpid())
        self._found[name] = me.memory()
        self._found[f"{name}, alone"] = me.resident()


def run(rest: float) -> int:
    """Run it until it ends by itself; after a short rest the pages are put away all the same."""
    tray_rest.CLOSED_MS = min(tray_rest.CLOSED_MS, round(rest * 400))  # type: ignore[misc]  for us
    VisitedProgram.rest_s = rest
    return app.run(build_services(), ["hide"], kind=VisitedProgram)
