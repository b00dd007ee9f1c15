"""The library: a card for each exercise, found while typing."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.exercise import Exercise
from coreapp.i18n import _, ngettext, pgettext
from coreapp.services.dose_words import card_dose
from coreapp.services.library import Library
from coreapp.services.library_filter import fits
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.models.exercise_model import ExerciseItem, ExerciseModel
from coreapp.ui.navigation import Shell
from coreapp.ui.pages.base import Page
from coreapp.ui.pages.columns import Columns
from coreapp.ui.pages.exercise_grid import ExerciseGrid
from coreapp.ui.pages.library_filters import LibraryFilters
from coreapp.ui.pages.search_field import SearchField
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.empty_state import EmptyState, EmptyTexts
from coreapp.ui.widgets.labels import make_label

_EMPTY_FIGURE = "desk-march"


class LibraryPage(Page):
    """All exercises, or those that match what is typed and chosen."""

    def __init__(self, theme: Theme, art: FigureArt, library: Library, shell: Shell) -> None:
        super().__init__(theme)
        self._art = art
        self._library = library
        self._shell = shell
        self._is_filled = False
        self._model = ExerciseModel()
        self._count = make_label("", Type.BODY, "ink2")
        self._search = SearchField(
            theme, _("Search, in any language"), QKeySequence(QKeySequence.StandardKey.Find)
        )
        self._filters = LibraryFilters(theme)
        self._grid = ExerciseGrid(theme, art, self._model)
        self._empty_place = QVBoxLayout()
        self._empty: EmptyState | None = None

        self._lay_out()

        self._search.textChanged.connect(self._show_found)
        self._search.returnPressed.connect(self._open_first)
        self._search.left_downwards.connect(self._grid.take_keyboard)
        self._filters.changed.connect(self._show_found)
        self._grid.exercise_chosen.connect(shell.open_exercise)
        self._grid.current_moved.connect(self._keep_in_sight)

    def focus_search(self) -> None:
        """Put the keyboard into the search field; what is there is replaced by typing."""
        self._search.setFocus()
        self._search.selectAll()
        self.ensureWidgetVisible(self._search)

    def refresh(self) -> None:
        """Read the exercises."""
        if not self._is_filled:
            self._filters.fill(list(self._library.exercises))
            self._is_filled = True
        self._show_found()

    def hidden(self) -> None:
        """Let no figure move."""
        self._grid.stop()

    def _lay_out(self) -> None:
        title = make_label(pgettext("page", "Library"), Type.PAGE)
        naming = QWidget()
        words = QHBoxLayout(naming)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(16)
        words.addWidget(title)
        words.addWidget(self._count)
        words.addStretch(1)
        head = Columns(self.theme, least=640, gap=24, stacked_gap=12)
        head.add(naming, 3)
        head.add(self._search, 2)
        self.column.setSpacing(20)
        self.column.addWidget(head)
        self.column.addWidget(self._filters)
        self.column.addWidget(self._grid)
        self.column.addLayout(self._empty_place)
        self.column.addStretch(1)

    def _show_found(self) -> None:
        chosen = self._filters.chosen
        found = [each for each in self._library.search(self._search.text()) if fits(each, chosen)]
        self._model.show_items([self._item(each) for each in found])
        count = len(found)
        self._count.setText(
            ngettext("{count} exercise", "{count} exercises", count).format(count=count)
        )
        self._grid.setVisible(count > 0)
        self._show_empty(wanted=count == 0)

    def _item(self, exercise: Exercise) -> ExerciseItem:
        name = self._library.exercise_name(exercise.id)
        return ExerciseItem(exercise.id, name, card_dose(exercise))

    def _show_empty(self, *, wanted: bool) -> None:
        if self._empty is not None:
            self._empty.hide()
            self._empty.deleteLater()
            self._empty = None
        if not wanted:
            return
        self._empty = EmptyState(self.theme, self._art, _EMPTY_FIGURE, self._empty_texts())
        self._empty.action_requested.connect(self._show_all)
        self._empty_place.addWidget(self._empty)
        self._empty.show()

    def _empty_texts(self) -> EmptyTexts:
        word = self._search.text().strip()
        if self._filters.chosen:
            return EmptyTexts(
                _("No exercise fits everything you chose"),
                _("Take one filter away, or try another word."),
                _("Show all exercises"),
            )
        return EmptyTexts(
            _("Nothing found for “{word}”").format(word=word),
            _("Try another word, in English, German or Dutch."),
            _("Show all exercises"),
        )

    def _show_all(self) -> None:
        self._filters.clear()
        self._search.clear()
        self._search.setFocus()
        self._show_found()

    def _open_first(self) -> None:
        if self._model.items:
            self._shell.open_exercise(self._model.items[0].id)

    def _keep_in_sight(self, card: QRect) -> None:
        page = self.content.parentWidget()
        if page is not None:
            middle = self._grid.viewport().mapTo(page, card.center())
            self.ensureVisible(middle.x(), middle.y(), card.width() // 2, card.height() // 2)
