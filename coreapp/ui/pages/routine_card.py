"""One routine on its card: what it is, how long it takes, its figures, and what is in it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.routine import Routine
from coreapp.domain.timeline import Phase, PhaseKind, Timeline
from coreapp.i18n import _, format_clock, format_list, format_minutes, pgettext
from coreapp.services.library import Library
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.pages.columns import Columns
from coreapp.ui.pages.routine_details import RoutineDetails
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.card import Card
from coreapp.ui.widgets.film_strip import FilmCell, FilmStrip
from coreapp.ui.widgets.icon_label import IconLabel
from coreapp.ui.widgets.labels import make_label, make_text


class RoutineCard(Card):
    """A routine; unfolded it lists its exercises with their doses.

    Args:
        theme: the look.
        art: draws the figures.
        library: names and doses.
        routine: which one.
    """

    start_requested = Signal(str)
    exercise_requested = Signal(str)
    print_requested = Signal(str)
    pdf_requested = Signal(str)
    unfold_requested = Signal(str)
    """The person wants to look through it, or to close it again."""

    def __init__(self, theme: Theme, art: FigureArt, library: Library, routine: Routine) -> None:
        super().__init__()
        self._theme = theme
        self._art = art
        self._library = library
        self._routine = routine
        self._timeline = library.timeline(routine.id)
        self._name = library.routine_name(routine.id)
        self._start = self._make_start(ButtonKind.SECONDARY)
        self._buttons = QHBoxLayout()
        self._fold = Button(theme, "", ButtonKind.QUIET)
        self._strip = FilmStrip(theme, art)
        self._details: RoutineDetails | None = None

        self._lay_out()

        self._fold.clicked.connect(self._ask_to_unfold)
        self._strip.activated.connect(self._ask_for_exercise)

        cells = film_cells(self._timeline, library)
        self._strip.show_cells(cells, current=-1)
        self._strip.setAccessibleName(format_list([cell.name for cell in cells]))
        self.unfold(unfolded=False)

    @property
    def routine(self) -> str:
        """The id of the routine."""
        return self._routine.id

    @property
    def unfolded(self) -> bool:
        """Whether its exercises are listed."""
        return self._details is not None

    def unfold(self, *, unfolded: bool) -> None:
        """List the exercises, or close the list."""
        if self._details is not None:
            self._details.hide()
            self._details.deleteLater()
            self._details = None
        if unfolded:
            self._details = RoutineDetails(self._theme, self._art, self._library, self._routine)
            self._details.exercise_requested.connect(self.exercise_requested)
            self._details.print_requested.connect(self._ask_to_print)
            self._details.pdf_requested.connect(self._ask_for_pdf)
            self.body.addWidget(self._details)
            self._details.show()
        self._fold.setText(_("Close") if unfolded else _("Look through"))
        self._fold.set_icon(Icon.CHEVRON_UP if unfolded else Icon.CHEVRON_DOWN)
        template = _("Close {routine}") if unfolded else _("Look through {routine}")
        self._fold.setAccessibleName(template.format(routine=self._name))

    def set_primary(self, *, primary: bool) -> None:
        """Make its start button the page's one main button, or one of the others."""
        kind = ButtonKind.PRIMARY if primary else ButtonKind.SECONDARY
        if self._start.property("kind") == kind.value:
            return
        start = self._make_start(kind)
        self._buttons.replaceWidget(self._start, start)
        start.show()
        self._start.hide()
        self._start.deleteLater()
        self._start = start

    def _make_start(self, kind: ButtonKind) -> Button:
        start = Button(self._theme, pgettext("button", "Start"), kind, Icon.PLAY)
        start.setAccessibleName(_("Start {routine}").format(routine=self._name))
        start.clicked.connect(self._ask_to_start)
        return start

    def _lay_out(self) -> None:
        seconds = self._timeline.seconds
        time = _("{minutes} · {clock}").format(
            minutes=format_minutes(seconds), clock=format_clock(seconds)
        )
        words = QWidget()
        texts = QVBoxLayout(words)
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(2)
        texts.addWidget(make_text(self._name, Type.HEADING))
        texts.addWidget(make_label(time, Type.BODY, "ink2"))
        buttons = QWidget()
        buttons.setLayout(self._buttons)
        self._buttons.setContentsMargins(0, 0, 0, 0)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self._fold)
        self._buttons.addWidget(self._start)
        head = Columns(self._theme, least=620, gap=16, stacked_gap=8)
        head.add(words)
        head.add(buttons, share=0)
        self.body.addWidget(head)
        self.body.addWidget(self._strip)
        context = self._routine.text_context
        if self._routine.audience:
            audience = pgettext(context, self._routine.audience)
            self.body.addWidget(make_text(audience, Type.BODY, "ink2"))
        if self._routine.not_when:
            self.body.addLayout(self._make_warning(pgettext(context, self._routine.not_when)))

    def _make_warning(self, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(make_text(_("When not to do it"), Type.BODY_STRONG))
        texts.addWidget(make_text(text, Type.BODY, "ink2"))
        mark = IconLabel(self._theme, Icon.WARNING, "ready_text")
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        return row

    def _ask_to_start(self) -> None:
        self.start_requested.emit(self._routine.id)

    def _ask_to_unfold(self) -> None:
        self.unfold_requested.emit(self._routine.id)

    def _ask_to_print(self) -> None:
        self.print_requested.emit(self._routine.id)

    def _ask_for_pdf(self) -> None:
        self.pdf_requested.emit(self._routine.id)

    def _ask_for_exercise(self, cell: int) -> None:
        if cell >= 0:
            cells = film_cells(self._timeline, self._library)
            self.exercise_requested.emit(cells[cell].exercise)


def film_cells(timeline: Timeline, library: Library) -> list[FilmCell]:
    """Return a routine as the cells of a film strip: one a step, a dash for each work phase."""
    doses: dict[int, list[float]] = {}
    first: dict[int, Phase] = {}
    for phase in timeline.phases:
        if phase.kind is PhaseKind.WORK:
            doses.setdefault(phase.step, []).append(phase.seconds)
            first.setdefault(phase.step, phase)
    return [
        FilmCell(
            phase.exercise,
            library.exercise_name(phase.exercise),
            tuple(doses[step]),
            level=phase.level,
        )
        for step, phase in first.items()
    ]
