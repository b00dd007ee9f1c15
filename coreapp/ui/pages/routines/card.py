"""One routine on its card: what it is, how long it takes, its figures, and what is in it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from coreapp.domain.routine import Routine
from coreapp.i18n import _, format_list, pgettext
from coreapp.services.dose_words import total_text
from coreapp.services.library import Library
from coreapp.services.routine_lists import group_of
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.pages.columns import Columns
from coreapp.ui.pages.routines.card_head import CardHead
from coreapp.ui.pages.routines.details import RoutineDetails
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, IconButton
from coreapp.ui.widgets.card import Card
from coreapp.ui.widgets.film_cells import told_cells
from coreapp.ui.widgets.film_strip import LARGE, FilmStrip
from coreapp.ui.widgets.icon_label import IconLabel
from coreapp.ui.widgets.labels import make_text

_MARK = 16
_ADVICE = 640


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
    edit_requested = Signal(str)
    duplicate_requested = Signal(str)
    share_requested = Signal(str)
    delete_requested = Signal(str)
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
        self._is_own = library.is_own_routine(routine.id)
        self._start = self._make_start(ButtonKind.SECONDARY)
        self._head = CardHead(theme, self._name, total_text(self._timeline.seconds))
        self._fold = Button(theme, "", ButtonKind.QUIET)
        self._strip = FilmStrip(theme, art, size=LARGE)
        self._details: RoutineDetails | None = None

        self._lay_out()

        self._fold.clicked.connect(self._ask_to_unfold)
        self._strip.activated.connect(self._ask_for_exercise)

        self._cells = told_cells(self._timeline, library, art)
        self._strip.show_cells(self._cells, current=-1)
        self._strip.setAccessibleName(format_list([cell.name for cell in self._cells]))
        self.unfold(unfolded=False)

    @property
    def routine(self) -> str:
        """The id of the routine."""
        return self._routine.id

    @property
    def group(self) -> str:
        """What it stands under."""
        return group_of(self._routine, self._library)

    @property
    def unfolded(self) -> bool:
        """Whether its exercises are listed."""
        return self._details is not None

    def is_up_to_date(self, routine: Routine) -> bool:
        """Tell whether it shows what the library says now; of one's own it is not known."""
        timeline = self._library.timeline(routine.id)
        is_same = routine == self._routine and timeline == self._timeline
        if not is_same or self._is_own:
            return False
        return told_cells(timeline, self._library, self._art) == self._cells

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
        if unfolded:
            self._head.say(self._fold, _("Close"), Icon.CHEVRON_UP, _("Look through"))
        else:
            self._head.say(self._fold, _("Look through"), Icon.CHEVRON_DOWN, _("Close"))
        template = _("Close {routine}") if unfolded else _("Look through {routine}")
        self._fold.setAccessibleName(template.format(routine=self._name))

    def fit(self, width: int) -> None:
        """Be ready to be so wide, in pixels."""
        margins = self.body.contentsMargins()
        self._head.fit(width - margins.left() - margins.right())

    def set_primary(self, *, primary: bool) -> None:
        """Make its start button the page's one main button, or one of the others."""
        kind = ButtonKind.PRIMARY if primary else ButtonKind.SECONDARY
        if self._start.property("kind") != kind.value:
            self._start.set_kind(kind)

    def _make_start(self, kind: ButtonKind) -> Button:
        start = Button(self._theme, pgettext("button", "Start"), kind, Icon.PLAY)
        start.setAccessibleName(_("Start {routine}").format(routine=self._name))
        start.clicked.connect(self._ask_to_start)
        return start

    def _make_more(self) -> IconButton:
        """Make the button whose menu has what is wanted less often."""
        name = _("More for {routine}").format(routine=self._name)
        more = IconButton(self._theme, Icon.MORE, name)
        menu = QMenu(more)
        identity = self._routine.id
        # A menu that opens beside what it is about needs no name of the routine.
        entries = [(_("Duplicate and edit"), self.duplicate_requested)]
        if self._is_own:
            entries.append((_("Share as a file…"), self.share_requested))
        entries += [(_("Print…"), self.print_requested), (_("Save as PDF…"), self.pdf_requested)]
        if self._is_own:
            entries.append((_("Delete"), self.delete_requested))
        for text, signal in entries:
            menu.addAction(text).triggered.connect(partial(signal.emit, identity))
        more.setMenu(menu)
        more.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        return more

    def _lay_out(self) -> None:
        buttons: list[QWidget] = [self._make_more()]
        if self._is_own:
            edit = Button(self._theme, "", ButtonKind.QUIET)
            edit.setAccessibleName(_("Edit {routine}").format(routine=self._name))
            edit.clicked.connect(partial(self.edit_requested.emit, self._routine.id))
            self._head.say(edit, _("Edit"), Icon.EDIT)
            buttons.append(edit)
        self._head.add_buttons([*buttons, self._fold, self._start])
        self.body.addWidget(self._head)
        self.body.addWidget(self._strip)
        if self._routine.audience or self._routine.not_when:
            self.body.addWidget(self._make_advice())

    def _make_advice(self) -> Columns:
        """Make two short texts side by side: for whom it is, and when it is not."""
        context = self._routine.text_context
        advice = Columns(self._theme, least=_ADVICE, gap=32, stacked_gap=8)
        for title, text, icon, colour in (
            (_("For whom"), self._routine.audience, Icon.PERSON, "ink2"),
            (_("When not to do it"), self._routine.not_when, Icon.WARNING, "ready_text"),
        ):
            if text:
                advice.add(self._make_note(title, pgettext(context, text), icon, colour))
        return advice

    def _make_note(self, title: str, text: str, icon: Icon, colour: str) -> QWidget:
        note = QWidget()
        row = QHBoxLayout(note)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(make_text(title, Type.CAPTION_STRONG, "ink2"))
        texts.addWidget(make_text(text, Type.CAPTION, "ink2"))
        texts.addStretch(1)
        mark = IconLabel(self._theme, icon, colour, _MARK)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        return note

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
            self.exercise_requested.emit(self._cells[cell].exercise)
