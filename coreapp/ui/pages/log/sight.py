"""What of the log's list is to be seen on its page, and keeping it there while rows come above."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QPoint

from coreapp.ui.models.log_model import LogModel
from coreapp.ui.pages.base import Page
from coreapp.ui.pages.log.stream import Sight
from coreapp.ui.pages.log.view import LogView

_AHEAD: Final = 1.5
"""So many heights of the window are loaded below what is seen."""

_AROUND: Final = 0.5
"""So many above it are kept true."""


class ListSight:
    """The part of a list that is as high as its rows, on a page that scrolls."""

    def __init__(self, page: Page, view: LogView, model: LogModel) -> None:
        self._page = page
        self._view = view
        self._model = model
        self._place: tuple[str, int] | None = None
        self._current: tuple[str, int] | None = None

    def rows(self) -> Sight:
        """Return which rows are to be seen, with those that come next when it scrolls."""
        high = self._page.viewport().height()
        first = self._view.heights.row_at(round(self._above - _AROUND * high))
        return Sight(first, self._view.heights.row_at(round(self._above + (1 + _AHEAD) * high)))

    def remember(self) -> None:
        """Keep in mind which row is the first to be seen, and where the keyboard is."""
        current = self._view.currentIndex().row()
        self._current = None if current < 0 else (self._model.rows[current].key, current)
        number = self._view.heights.row_at(self._above)
        self._place = None
        if self._above > 0 and number < len(self._model.rows):
            beyond = self._above - self._view.heights.top_of(number)
            self._place = self._model.rows[number].key, beyond

    def keep(self) -> None:
        """Leave both where they were, whatever has come above; next to a row that is gone."""
        self._keep_keyboard()
        place, self._place = self._place, None
        number = -1 if place is None else self._model.row_of(place[0])
        if place is None or number < 0:
            return
        self._lay_out()
        top = self._view.heights.top_of(number) + place[1]
        self._page.verticalScrollBar().setValue(self._top + top)

    def start_over(self) -> None:
        """Go to the top of the list, if that is not to be seen: another one begins."""
        bar = self._page.verticalScrollBar()
        bar.setValue(min(bar.value(), self._top))

    def _keep_keyboard(self) -> None:
        current, self._current = self._current, None
        if current is not None:
            number = self._model.row_of(current[0])
            last = len(self._model.rows) - 1
            self._view.choose(number if number >= 0 else min(current[1], last))

    @property
    def _top(self) -> int:
        """Where the list begins on the page."""
        return self._view.mapTo(self._page.content, QPoint(0, 0)).y() + self._page.content.y()

    @property
    def _above(self) -> int:
        """So much of the list lies above the window; less than nothing if it begins below."""
        return self._page.verticalScrollBar().value() - self._top

    def _lay_out(self) -> None:
        """Let the page be as high as the list is by now, at once."""
        for widget in (self._page.content, self._page.widget()):
            layout = None if widget is None else widget.layout()
            if layout is not None:
                layout.activate()
        QCoreApplication.sendEvent(self._page, QEvent(QEvent.Type.LayoutRequest))
