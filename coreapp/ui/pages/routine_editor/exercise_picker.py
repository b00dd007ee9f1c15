"""Finding an exercise by typing, to put it into a routine."""

from typing import Final

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from coreapp.i18n import _
from coreapp.services.dose_words import card_dose
from coreapp.services.library import Library
from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.figure.late import LateFigures
from coreapp.ui.models.exercise_model import ExerciseItem, ExerciseModel, ExerciseRole
from coreapp.ui.pages.routine_editor.figure_rows import (
    FIGURE,
    GAP,
    FigureRowDelegate,
    Index,
    has_keyboard,
)
from coreapp.ui.pages.search_field import SearchField
from coreapp.ui.theme import metrics
from coreapp.ui.theme.edges import paint_ground
from coreapp.ui.theme.focus_ring import OWN_FOCUS_PROPERTY
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.labels import make_text

_AIR: Final = 6
_PLUS: Final = 16


class ExercisePicker(QWidget):
    """A search field over what it finds; Return adds the first, the arrow keys lead to others."""

    exercise_chosen = Signal(str)

    def __init__(self, theme: Theme, art: FigureArt, library: Library) -> None:
        super().__init__()
        self._library = library
        self._model = ExerciseModel()
        self._search = SearchField(
            theme, _("Search an exercise"), QKeySequence(QKeySequence.StandardKey.Find)
        )
        self._found = FoundExercises(theme, art, self._model)
        self._nothing = make_text("", Type.BODY, "ink2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._search)
        column.addWidget(self._nothing)
        column.addWidget(self._found, 1)

        self._search.textChanged.connect(self.refresh)
        self._search.returnPressed.connect(self._choose_first)
        self._search.left_downwards.connect(self._found.take_keyboard)
        self._found.exercise_chosen.connect(self.exercise_chosen)

    def refresh(self) -> None:
        """Look for what is typed."""
        library, word = self._library, self._search.text()
        found = library.search(word)
        names = ((each, library.exercise_name(each.id)) for each in found)
        self._model.show_items([ExerciseItem(e.id, name, card_dose(e)) for e, name in names])
        self._nothing.setText(_("Nothing found for “{word}”").format(word=word.strip()))
        self._nothing.setVisible(not found)
        self._found.setVisible(bool(found))

    def begin(self) -> None:
        """Be ready for typing; what is there is replaced."""
        self.refresh()
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _choose_first(self) -> None:
        if self._model.items:
            self.exercise_chosen.emit(self._model.items[0].id)
            self._search.selectAll()


class FoundExercises(QListView):
    """What was found: figure, name, usual dose; a click or Return adds it."""

    exercise_chosen = Signal(str)

    def __init__(self, theme: Theme, art: FigureArt, model: ExerciseModel) -> None:
        super().__init__()
        self._figures = LateFigures(theme, art, self)
        self._delegate = FoundDelegate(theme, self._figures)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("Exercises found"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setProperty(OWN_FOCUS_PROPERTY, True)
        self.viewport().setAutoFillBackground(False)

        self.clicked.connect(self._choose)
        self._figures.drawn.connect(self.viewport().update)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def take_keyboard(self) -> None:
        """Go on with the keyboard here."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add with Return."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        self.exercise_chosen.emit(str(index.data(ExerciseRole.ID)))


class FoundDelegate(FigureRowDelegate):
    """Paints one exercise that was found."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        return QSize(200, max(self.lines_height(), FIGURE.height()) + 2 * _AIR)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box: QRect = option.rect
        self._paint_ground(painter, box, option)
        shot = FigureShot(str(index.data(ExerciseRole.ID)))
        self.paint_figure(painter, box.left() + _AIR, box.center().y(), shot)
        self.theme.icons.paint(painter, self._plus(box), Icon.PLUS, self.theme.tokens.ink2)
        self.paint_lines(painter, self._words(box), *_texts(index))
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Tell the whole of a row that has no room for it."""
        if not index.isValid():
            return False
        texts = _texts(index)
        has_room = self.lines_width(*texts) <= self._words(option.rect).width()
        QToolTip.showText(event.globalPos(), "" if has_room else "\n".join(texts), view)
        return True

    def _plus(self, box: QRect) -> QRectF:
        side = self.theme.fonts.pixels(_PLUS)
        return QRectF(box.right() - side - GAP, box.center().y() - side / 2, side, side)

    def _words(self, box: QRect) -> QRect:
        """Return where the words of a row stand."""
        words = QRect(box)
        words.setLeft(box.left() + _AIR + FIGURE.width() + GAP)
        words.setRight(round(self._plus(box).left()) - GAP)
        return words

    def _paint_ground(self, painter: QPainter, box: QRect, option: QStyleOptionViewItem) -> None:
        tokens = self.theme.tokens
        flag = QStyle.StateFlag
        is_current = bool(option.state & flag.State_Selected) and has_keyboard(option)
        if option.state & flag.State_MouseOver or is_current:
            paint_ground(painter, QRectF(box), metrics.RADIUS_BUTTON, tokens.hover, tokens)
        if is_current:
            self.paint_ring(painter, box)


def _texts(index: Index) -> tuple[str, str]:
    """Return name and dose."""
    return str(index.data(Qt.ItemDataRole.DisplayRole)), str(index.data(ExerciseRole.DOSE))
