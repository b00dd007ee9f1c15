"""The programmes in the list of routines: what each is, and how far one is with it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.errors import CoreappError
from coreapp.domain.programme import Course, Programme
from coreapp.i18n import _, pgettext
from coreapp.services.programme_standing import CourseStanding, Standing, State
from coreapp.services.programme_words import passes_text, programme_name, week_of
from coreapp.services.programmes import Programmes
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.navigation import Shell
from coreapp.ui.pages.columns import Columns
from coreapp.ui.pages.parts import ExercisePicture, clear_layout
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.icon_label import IconLabel
from coreapp.ui.widgets.labels import make_text
from coreapp.ui.widgets.press_row import PressRow

PICTURE = 72


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
        self._shown: tuple[str, ...] | None = None
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.CARD_GAP_NARROW)
        column.addWidget(make_text(_("Programmes"), Type.HEADING))
        column.addLayout(self._rows)

    def showEvent(self, event: QShowEvent) -> None:
        """Show how far one is now."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Read the programmes, and how far one is with each; what is the same stays as it is."""
        with self._shell.guarded():
            found = [(each, self._state_of(each)) for each in self._programmes().all()]
            states = tuple(state for _programme, state in found)
            if states == self._shown:
                return
            self._shown = states
            clear_layout(self._rows)
            rows = Columns(self._theme, least=700, gap=metrics.CARD_GAP_NARROW, stacked_gap=12)
            for programme, state in found:
                rows.add(self._make_row(programme, state))
            self._rows.addWidget(rows)

    def _make_row(self, programme: Programme, state: str) -> QWidget:
        name = programme_name(programme)
        row = PressRow(self._theme, name, colour="card")
        row.setObjectName(f"programme_{programme.id}")
        row.line.setContentsMargins(16, 12, 16, 12)
        row.line.addWidget(ExercisePicture(self._theme, self._art, _telling(programme), PICTURE))
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addStretch(1)
        texts.addWidget(make_text(name, Type.TITLE))
        summary = pgettext(programme.text_context, programme.summary)
        texts.addWidget(make_text(summary, Type.BODY, "ink2"))
        if state:
            row.setAccessibleDescription(state)
            texts.addWidget(make_text(state, Type.CAPTION_STRONG, "done"))
        texts.addStretch(1)
        row.line.addLayout(texts, 1)
        arrow = QHBoxLayout()
        arrow.addWidget(IconLabel(self._theme, Icon.CHEVRON_RIGHT, "ink2"))
        row.line.addLayout(arrow)
        row.clicked.connect(partial(self._shell.open_programme, programme.id))
        return row

    def _state_of(self, programme: Programme) -> str:
        """Return how far one is; nothing before it has begun, or while nobody knows."""
        if not self._is_ready():
            return ""
        try:
            return _state_text(programme, self._programmes().standing(programme.id))
        except CoreappError as error:
            self._shell.show_error(error)
            return ""


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
