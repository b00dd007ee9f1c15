"""The library: a card for each exercise, found while typing."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, QSignalBlocker
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from coreapp.domain.exercise import Exercise
from coreapp.domain.marks import Liking
from coreapp.i18n import _, ngettext, pgettext
from coreapp.services.changes import Change
from coreapp.services.dose_words import card_dose
from coreapp.services.explanations import explain
from coreapp.services.library import Library
from coreapp.services.library_filter import Facet, fits, loosenings
from coreapp.services.library_shelf import Shelf
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.models.exercise_model import ExerciseItem, ExerciseModel
from coreapp.ui.navigation import Shell
from coreapp.ui.pages.base import Page
from coreapp.ui.pages.columns import Columns
from coreapp.ui.pages.exercises.desk import ExerciseDesk
from coreapp.ui.pages.exercises.filters import LibraryFilters
from coreapp.ui.pages.exercises.grid import ExerciseGrid
from coreapp.ui.pages.exercises.nothing_found import NothingFound
from coreapp.ui.pages.later import LaterSteps
from coreapp.ui.pages.parts import clear_layout
from coreapp.ui.pages.search_field import SearchField
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.announce import announce
from coreapp.ui.widgets.buttons import Button
from coreapp.ui.widgets.labels import make_label, make_text

MOST_WAYS = 3
"""So many ways on are offered where nothing is found."""


class LibraryPage(Page):
    """All exercises, or those that match what is typed and chosen."""

    concerns = frozenset({Change.LIBRARY})

    def __init__(
        self, theme: Theme, art: FigureArt, library: Library, shell: Shell, actions: ExerciseDesk
    ) -> None:
        super().__init__(theme)
        self._art = art
        self._library = library
        self._shell = shell
        self._actions = actions
        self._shelf = Shelf({}, actions.is_own)
        self._model = ExerciseModel()
        self._count = make_label("", Type.BODY, "ink2")
        self._search = SearchField(
            theme,
            _("Search, in any language"),
            QKeySequence(QKeySequence.StandardKey.Find),
            pgettext("field", "Search"),
        )
        self._filters = LibraryFilters(theme)
        self._left_out = QVBoxLayout()
        self._grid = ExerciseGrid(theme, art, self._model)
        self._empty_place = QVBoxLayout()
        self._empty: NothingFound | None = None
        self._later = LaterSteps(self._grid)
        self._new = Button(theme, _("New exercise"), icon=Icon.PLUS)
        self._menu = QMenu(self)

        self._lay_out()

        self._search.textChanged.connect(self._show_found)
        self._search.returnPressed.connect(self._open_first)
        self._search.left_downwards.connect(self._grid.take_keyboard)
        self._filters.changed.connect(self._show_found)
        self._grid.exercise_chosen.connect(shell.open_exercise)
        self._grid.menu_requested.connect(self._offer_actions)
        self._new.clicked.connect(self._make_new)
        self._grid.current_moved.connect(self._keep_in_sight)

    def focus_search(self) -> None:
        """Put the keyboard into the search field; what is there is replaced by typing."""
        self._search.setFocus()
        self._search.selectAll()
        self.ensureWidgetVisible(self._search)

    def refresh(self) -> None:
        """Read the exercises and their marks."""
        every = list(self._library.exercises)
        self._shelf = Shelf(self._actions.marks.all, self._actions.is_own)
        self._filters.fill(self._shelf.shown(every), self._shelf.choices(every))
        self._show_found()
        self._tell_left_out()
        self._later.begin(self._library.search_steps())
        # The picture of a card may be another one where its words are the same.
        self._grid.viewport().update()

    def kept(self) -> dict[str, object]:
        """Return what is searched for and the filters."""
        filters = self._filters
        word = self._search.text()
        return {**super().kept(), "word": word, "facets": filters.chosen, "mine": filters.mine}

    def take_up(self, kept: Mapping[str, object]) -> None:
        """Search and filter for the same."""
        super().take_up(kept)
        facets = kept["facets"]
        self._filters.take_up(facets if isinstance(facets, dict) else {}, str(kept["mine"]))
        with QSignalBlocker(self._search):
            self._search.setText(str(kept["word"]))

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
        making = QWidget()
        button = QHBoxLayout(making)
        button.setContentsMargins(0, 0, 0, 0)
        button.addWidget(self._new)
        button.addStretch(1)
        # In one row with each other also where large text puts them beneath the name: the cards
        # are what one has come for.
        finding = Columns(self.theme, least=300, gap=12, stacked_gap=12)
        finding.add(self._search, 1)
        finding.add(making, 0)
        head = Columns(self.theme, least=640, gap=12, stacked_gap=12)
        head.add(naming, 4)
        head.add(finding, 5)
        self.column.setSpacing(20)
        self.column.addWidget(head)
        self.column.addWidget(self._filters)
        self.column.addLayout(self._left_out)
        self.column.addWidget(self._grid)
        self.column.addLayout(self._empty_place)
        self.column.addStretch(1)

    def _tell_left_out(self) -> None:
        """Name the exercises of one's own that cannot be used, and say why."""
        clear_layout(self._left_out)
        for thing in self._library.left_out:
            if thing.kind == "exercise":
                text = _("“{exercise}” cannot be used now. {reason}").format(
                    exercise=thing.name, reason=explain(thing.error)
                )
                self._left_out.addWidget(make_text(text, Type.BODY, "danger"))

    def _show_found(self) -> None:
        chosen = self._filters.chosen
        matches = self._matches()
        found = [each for each in matches if fits(each, chosen)]
        self._model.show_items([self._item(each) for each in found])
        count = len(found)
        told = ngettext("{count} exercise", "{count} exercises", count).format(count=count)
        if self._search.hasFocus() and told != self._count.text():
            # The cards change while one types, and nothing else says so to those who only hear.
            announce(self._count, told)
        self._count.setText(told)
        self._grid.setVisible(count > 0)
        self._show_empty(matches, wanted=count == 0)

    def _matches(self) -> list[Exercise]:
        """Return what matches the word that is typed, whatever is chosen of the facets."""
        found = self._library.search(self._search.text(), self._shelf.liked())
        return self._shelf.shown(found, self._filters.mine)

    def _item(self, exercise: Exercise) -> ExerciseItem:
        name = self._library.exercise_name(exercise.id)
        marks = self._actions.marks
        mark, is_for_today = marks.of(exercise.id), marks.is_for_today(exercise.id)
        words = [card_dose(exercise)]
        if self._actions.is_own(exercise.id):
            words.append(pgettext("exercise", "own"))
        if not is_for_today:
            words.append(pgettext("exercise", "not today"))
        line = " · ".join(each for each in words if each)
        is_liked = mark.liking is Liking.LIKED
        return ExerciseItem(exercise.id, name, line, is_liked, mark.hidden or not is_for_today)

    def _show_empty(self, matches: Sequence[Exercise], *, wanted: bool) -> None:
        if not wanted:
            if self._empty is not None:
                self._empty.hide()
            return
        ways = loosenings(matches, self._filters.chosen)[:MOST_WAYS]
        word = "" if ways or self._filters.chosen else self._search.text().strip()
        near = [] if ways else self._library.nearest(self._search.text(), MOST_WAYS)
        names = [(each.id, self._library.exercise_name(each.id)) for each in near]
        if self._empty is None:
            self._empty = NothingFound(self.theme, self._art)
            self._empty.all_requested.connect(self._show_all)
            self._empty.loosening_requested.connect(self._loosen)
            self._empty.exercise_requested.connect(self._shell.open_exercise)
            self._empty_place.addWidget(self._empty)
        self._empty.offer(word, ways, names)
        self._empty.show()

    def _loosen(self, facet: str) -> None:
        self._filters.loosen(Facet(facet))
        self.refresh()

    def _offer_actions(self, exercise: str, place: QPoint) -> None:
        self._menu.clear()
        self._actions.fill(self._menu, exercise, self)
        self._menu.popup(place)

    def _make_new(self) -> None:
        self._actions.make_new(self)

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
