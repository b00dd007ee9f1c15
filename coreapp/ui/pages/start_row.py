"""A routine in a line of a page: its name, how long it takes, and the button that starts it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coreapp.i18n import _, pgettext
from coreapp.services.dose_words import total_text
from coreapp.services.library import Library
from coreapp.ui.pages.columns import Columns
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.labels import make_label, make_text


class StartRow(Columns):
    """One routine that can be started; where it is narrow the button goes below.

    Signals:
        start_requested: the person wants the routine of this id.
    """

    start_requested = Signal(str)

    def __init__(
        self, theme: Theme, library: Library, routine: str, kind: ButtonKind, least: int
    ) -> None:
        """Show a routine; narrower than `least` pixels the button stands below the name."""
        super().__init__(theme, least=least, gap=16, stacked_gap=8)
        self._routine = routine
        name, seconds = library.routine_name(routine), library.timeline(routine).seconds
        start = Button(theme, pgettext("button", "Start"), kind, Icon.PLAY)
        start.setAccessibleName(_("Start {routine}").format(routine=name))
        naming = QWidget()
        texts = QVBoxLayout(naming)
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(2)
        texts.addWidget(make_text(name, Type.BODY_STRONG))
        texts.addWidget(make_label(total_text(seconds), Type.CAPTION, "ink2"))
        self.add(naming)
        self.add(start, 0)
        start.clicked.connect(self._ask)

    def _ask(self) -> None:
        self.start_requested.emit(self._routine)
