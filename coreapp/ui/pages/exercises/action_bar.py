"""What can be done with the exercise that is shown: try, like, copy or edit, a menu of the rest."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from coreapp.domain.marks import Liking
from coreapp.i18n import _
from coreapp.ui.pages.exercises.desk import ExerciseDesk
from coreapp.ui.pages.short_buttons import ShortButtons
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, IconButton
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.labels import make_label

_GAP: Final = 4


class ActionBar(QWidget):
    """A heart, one button, the menu, and the way to try it; in words what is marked.

    Signals:
        try_requested: the exercise is to be played by itself.
    """

    try_requested = Signal()

    def __init__(self, theme: Theme, desk: ExerciseDesk, page: QWidget) -> None:
        """Show nothing yet.

        Args:
            theme: the look.
            desk: carries out what is asked for.
            page: over which dialogs open.
        """
        super().__init__()
        self._desk = desk
        self._page = page
        self._exercise = ""
        self._marks = make_label("", Type.BODY, "ink2")
        self._heart = IconButton(theme, Icon.HEART, _("Like"))
        self._heart.setObjectName("like")
        self._copy = Button(theme, "", ButtonKind.QUIET)
        self._edit = Button(theme, "", ButtonKind.QUIET)
        self._short = ShortButtons()
        for button, text, icon in (
            (self._copy, _("Duplicate…"), Icon.COPY),
            (self._edit, _("Edit…"), Icon.EDIT),
        ):
            self._short.say(button, text, icon)
            button.setAccessibleName(text)
        self._more = IconButton(theme, Icon.MORE, _("More"))
        self._menu = QMenu(self._more)
        self._more.setMenu(self._menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._try = Button(theme, _("Try it"), ButtonKind.PRIMARY, Icon.PLAY)
        self._parts = (self._marks, self._heart, self._copy, self._edit, self._more)
        # With large text one row of them is wider than the page, even with icons alone.
        self._flow = FlowLayout(_GAP, 8, centred=True)
        self.setLayout(self._flow)
        self._is_try_first = True
        self.put_try(first=False)
        self._try.clicked.connect(self.try_requested)
        self._heart.clicked.connect(self._like)
        self._copy.clicked.connect(self._duplicate)
        self._edit.clicked.connect(self._open_editor)
        self._menu.aboutToShow.connect(self._fill)

    def show_exercise(self, exercise: str) -> None:
        """Show what there is for an exercise."""
        self._exercise = exercise
        mark = self._desk.marks.of(exercise)
        is_liked = mark.liking is Liking.LIKED
        self._heart.set_icon(
            Icon.HEART_FULL if is_liked else Icon.HEART, _("Liked") if is_liked else _("Like")
        )
        is_own = self._desk.is_own(exercise)
        self._edit.setVisible(is_own)
        self._copy.setVisible(not is_own)
        words = []
        if mark.liking is Liking.DISLIKED:
            words.append(_("Chosen last"))
        if not self._desk.marks.is_for_today(exercise):
            words.append(_("Not today"))
        if mark.hidden:
            words.append(_("Hidden"))
        self._marks.setText(" · ".join(words))
        self._marks.setVisible(bool(words))

    def put_try(self, *, first: bool) -> None:
        """Let the way to try it come first, or stand at the right edge where the bar ends there."""
        if first is self._is_try_first:
            return
        self._is_try_first = first
        order = (self._try, *self._parts) if first else (*self._parts, self._try)
        for part in order:
            self._flow.remove(part)
            self._flow.addWidget(part)
        # Qt gives a label no place among those that take the keys.
        for before, after in pairwise(each for each in order if each is not self._marks):
            QWidget.setTabOrder(before, after)

    def fit(self, width: int) -> None:
        """Leave out the words that icons say as well, where one row of all is wider than this."""
        needed = self._short.full_width((*self._parts, self._try), _GAP)
        self._short.shorten(is_short=width < needed)

    @property
    def menu(self) -> QMenu:
        """The menu of everything that can be done."""
        return self._menu

    def _fill(self) -> None:
        self._menu.clear()
        self._desk.fill(self._menu, self._exercise, self._page)

    def _like(self) -> None:
        self._desk.toggle_liked(self._exercise)

    def _duplicate(self) -> None:
        self._desk.duplicate(self._exercise, self._page)

    def _open_editor(self) -> None:
        self._desk.edit(self._exercise, self._page)
