"""The programmes in the list of routines: what each is, and how far one is with it."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coreapp.domain.errors import CoreappError
from coreapp.domain.programme import Course, Programme
from coreapp.i18n import _, pgettext
from coreapp.services.programme_standing import CourseStanding, Standing, State
from coreapp.services.programme_words import passes_text, programme_name, week_of
from coreapp.services.programmes import Programmes
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.navigation import Shell
from coreapp.ui.pages.later import LaterSteps
from coreapp.ui.pages.parts import ExercisePicture
from coreapp.ui.pages.programmes.reading_columns import ReadingColumns
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.icon_label import IconLabel
from coreapp.ui.widgets.labels import make_text
from coreapp.ui.widgets.press_row import PressRow

PICTURE: Final = 72
_BESIDE: Final = 700
_STACKED_GAP: Final = 12

_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter
_NO_TEXT: Final = "\u00a0"
"""As high as a line."""


class ProgrammeList(QWidget):
    """A row for each programme; pressed it opens the programme's page.

    Args:
        theme: the look.
        art: draws the figures.
        programmes: gives what there is, late.
        shell: opens the page.
        is_ready: whether the log can be asked how far one is.
    """

    def __init__(
        self,
        theme: Theme,
        art: FigureArt,
        programmes: Callable[[], Programmes],
        shell: Shell,
        is_ready: Callable[[], bool],
    ) -> None:
        super().__init__()
        self._theme = theme
        self._art = art
        self._programmes = programmes
        self._shell = shell
        self._is_ready = is_ready
        self._rows_of: dict[str, _Row] = {}
        self._later = LaterSteps(self)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.CARD_GAP_NARROW)
        column.addWidget(make_text(_("Programmes"), Type.HEADING))
        column.addLayout(self._rows)

    @property
    def is_settled(self) -> bool:
        """Whether it is said how far one is."""
        return self._later.is_settled

    def showEvent(self, event: QShowEvent) -> None:
        """Show how far one is now."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show the programmes; how far one is with each comes after the paint.

        The log is asked for each, and the page need not wait for it.
        """
        with self._shell.guarded():
            programmes = self._programmes().all()
            if not self._rows_of:
                rows = ReadingColumns(self._theme, _BESIDE, metrics.CARD_GAP_NARROW, _STACKED_GAP)
                for programme in programmes:
                    self._rows_of[programme.id] = row = _Row(self._theme, self._art, programme)
                    row.clicked.connect(partial(self._shell.open_programme, programme.id))
                    rows.add(row)
                self._rows.addWidget(rows)
            self._later.begin([partial(self._show_state, each) for each in programmes])

    def _show_state(self, programme: Programme) -> None:
        self._rows_of[programme.id].show_state(self._state_of(programme))

    def _state_of(self, programme: Programme) -> str:
        """Return how far one is; nothing before it has begun, or while nobody knows."""
        if not self._is_ready():
            return ""
        try:
            return _state_text(programme, self._programmes().standing(programme.id))
        except CoreappError as error:
            self._shell.show_error(error)
            return ""


class _Row(PressRow):
    """A programme; until it is known how far one is, there is room for the line that says it."""

    def __init__(self, theme: Theme, art: FigureArt, programme: Programme) -> None:
        name = programme_name(programme)
        super().__init__(theme, name, colour="card")
        self.setObjectName(f"programme_{programme.id}")
        self.line.setContentsMargins(16, 12, 16, 12)
        self.line.addWidget(ExercisePicture(theme, art, _telling(programme), PICTURE))
        self._state = make_text(_NO_TEXT, Type.CAPTION_STRONG)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addStretch(1)
        texts.addWidget(make_text(name, Type.TITLE))
        summary = pgettext(programme.text_context, programme.summary)
        texts.addWidget(make_text(summary, Type.BODY, "ink2"))
        texts.addWidget(self._state)
        texts.addStretch(1)
        self.line.addLayout(texts, 1)
        self.line.addWidget(IconLabel(theme, Icon.CHEVRON_RIGHT, "ink2"), 0, _MIDDLE)

    def show_state(self, state: str) -> None:
        """Say how far one is."""
        self._state.setText(state or _("Not begun yet"))
        self._state.setProperty("tone", "done" if state else "ink2")
        self._state.style().polish(self._state)
        self.setAccessibleDescription(state)


def _state_text(programme: Programme, standing: Standing) -> str:
    if standing.state is State.NOT_BEGUN:
        return _("In the plan") if standing.in_plan else ""
    if not isinstance(standing, CourseStanding):
        return _("Now {passes}").format(passes=passes_text(standing.passes.count))
    if standing.next is None:
        return _("Finished")
    if isinstance(programme.plan, Course):
        return week_of(standing.week, programme.plan)
    return ""


def _telling(programme: Programme) -> str:
    """Return the exercise whose picture stands for a programme."""
    if isinstance(programme.plan, Course):
        growing = [each.step.exercise for each in programme.plan.sessions[0].steps]
        return growing[len(growing) // 3]
    return programme.plan.step.exercise
