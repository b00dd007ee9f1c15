"""What the rules of training say today: a line each, with the reason on request.

A line can be put away for the day, or from its reason for longer; what is about safety stays.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, assert_never

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coreapp.domain.guide import WHEN_TO_SEE_A_DOCTOR
from coreapp.i18n import _
from coreapp.services.advice import Advice, Away
from coreapp.services.advice_words import hint_words
from coreapp.services.guide_words import doctor_link
from coreapp.services.hint_words import Said
from coreapp.services.hints import Hint, ShoesWorn, is_safety
from coreapp.services.library import Library
from coreapp.services.next_time_words import EASY_ROUTINE
from coreapp.services.training_picture import Picture
from coreapp.ui.navigation import Shell
from coreapp.ui.pages.columns import Columns
from coreapp.ui.pages.parts import clear_layout
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, IconButton
from coreapp.ui.widgets.card import Card
from coreapp.ui.widgets.icon_label import IconLabel
from coreapp.ui.widgets.labels import make_text

_ICON: Final = 20
_GAP: Final = 24
"""Between the words and the link to the reason: they are not one sentence."""
_BESIDE: Final = 420
"""Width at 100 % text from which the reason is asked for beside the words, in pixels."""


class AdviceLine(QWidget):
    """One hint.

    Attributes:
        why: shows the reason, or hides it again.
        doctor: the way to *when to see a doctor*, where pain is spoken of.
        not_today: puts it away for the day.
        not_soon: puts it away for longer; it stands with the reason.

    Signals:
        doctor_requested: the person wants to read when to see a doctor.
        put_away: for how long, an `Away`.
    """

    doctor_requested = Signal()
    put_away = Signal(object)

    def __init__(self, theme: Theme, hint: Hint, said: Said) -> None:
        super().__init__()
        self._theme = theme
        safety = is_safety(hint)
        self._can_go = not safety
        longer = Away.FOR_GOOD if isinstance(hint, ShoesWorn) else Away.WEEK
        self._reason = make_text(said.reason, tone="ink2")
        self.why = Button(theme, _("Why?"), ButtonKind.LINK)
        self.doctor = Button(theme, doctor_link(), ButtonKind.LINK)
        self.doctor.setVisible(safety)
        self.not_today = IconButton(theme, Icon.CLOSE, _("Not today"))
        self.not_today.setVisible(self._can_go)
        self.not_soon = Button(theme, _away_text(longer), ButtonKind.LINK)
        for widget in (self.why, self.not_today, self.not_soon):
            widget.setAccessibleDescription(said.text)
        self._show_reason(shown=False)
        self._sign_place, self._texts, self._why_place = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        icon = Icon.WARNING if safety else Icon.INFO
        text = make_text(said.text, Type.BODY_STRONG if safety else Type.BODY)
        self._lay_out(IconLabel(theme, icon, "ready_text" if safety else "ink2", _ICON), text)
        self._stand_in_line()
        theme.changed.connect(self._stand_in_line)
        self.why.clicked.connect(self._turn)
        self.doctor.clicked.connect(self.doctor_requested)
        self.not_today.clicked.connect(partial(self.put_away.emit, Away.TODAY))
        self.not_soon.clicked.connect(partial(self.put_away.emit, longer))

    @property
    def reason_is_shown(self) -> bool:
        """Whether the reason is to be seen."""
        return not self._reason.isHidden()

    def _turn(self) -> None:
        self._show_reason(shown=not self.reason_is_shown)

    def _show_reason(self, *, shown: bool) -> None:
        self._reason.setVisible(shown)
        self.not_soon.setVisible(shown and self._can_go)
        self.why.setText(_("Less") if shown else _("Why?"))

    def _lay_out(self, icon: QWidget, said: QWidget) -> None:
        words = QWidget()
        words.setLayout(self._texts)
        self._texts.setSpacing(4)
        self._texts.addWidget(said)
        self._texts.addWidget(self._reason)
        self._texts.addStretch(1)
        self._sign_place.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(self._sign_place)
        # Beside large letters it would take a third of their room: there it goes beneath.
        columns = Columns(self._theme, least=_BESIDE, gap=_GAP, stacked_gap=0)
        columns.add(words)
        columns.add(self._at_the_top(), share=0)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(columns)
        for link in (self.doctor, self.not_soon):
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            link.setStyleSheet("padding: 0;")  # in line with the words above it
        column.addStretch(1)
        row.addLayout(column, 1)
        row.addWidget(self.not_today, 0, Qt.AlignmentFlag.AlignTop)

    def _at_the_top(self) -> QWidget:
        """Return the button that asks for the reason, no larger than it has to be."""
        place = QWidget()
        place.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        place.setLayout(self._why_place)
        self._why_place.addWidget(self.why, 0, Qt.AlignmentFlag.AlignLeft)
        self._why_place.addStretch(1)
        self.why.setStyleSheet("padding: 0;")  # in line with the words where it stands beneath
        return place

    def _stand_in_line(self) -> None:
        """Let the first line of the words have the middle of what stands beside it."""
        fonts = self._theme.fonts
        for place, high in (
            (self._sign_place, fonts.pixels(_ICON)),
            (self._texts, fonts.line_height(Type.BODY)),
            (self._why_place, fonts.pixels(metrics.HIT_MIN)),
        ):
            above = (fonts.pixels(metrics.BUTTON) - high) / 2
            place.setContentsMargins(0, round(above), 0, 0)


class AdviceCard(Card):
    """All hints of today; hidden where there are none.

    Attributes:
        lines: the hints from above to below.
    """

    def __init__(
        self, theme: Theme, advice: Callable[[], Advice], library: Library, shell: Shell
    ) -> None:
        super().__init__()
        self.make_low()
        self._theme = theme
        self._advice = advice
        self._library = library
        self._shell = shell
        self._shown: Sequence[Hint] = ()
        self.lines: list[AdviceLine] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        self.body.addLayout(self._column)
        self.hide()

    @property
    def is_about_safety(self) -> bool:
        """Whether one of the hints is."""
        return any(is_safety(each) for each in self._shown)

    def refresh(self, picture: Picture | None = None) -> None:
        """Ask the rules again; a reason that is read stays while nothing else is said.

        Args:
            picture: what they look at; without it, it is read.

        Raises:
            CoreappError: the log cannot be read.
        """
        hints = self._advice().today(picture)
        if hints != self._shown:
            self._shown = hints
            clear_layout(self._column)
            self.lines.clear()
            easy = self._library.routine_name(EASY_ROUTINE)
            for hint in hints:
                line = AdviceLine(self._theme, hint, hint_words(hint, easy))
                line.doctor_requested.connect(self._show_doctor)
                line.put_away.connect(partial(self._put_away, hint))
                self._column.addWidget(line)
                self.lines.append(line)
        self.setVisible(bool(hints))

    def _put_away(self, hint: Hint, how_long: Away) -> None:
        with self._shell.guarded():
            self._advice().put_away(hint, how_long)
            self.refresh()
            self._shell.tell_with_undo(_told(how_long), partial(self._bring_back, hint))

    def _bring_back(self, hint: Hint) -> None:
        with self._shell.guarded():
            self._advice().bring_back(hint)
            self.refresh()

    def _show_doctor(self) -> None:
        self._shell.open_article(WHEN_TO_SEE_A_DOCTOR)


def _away_text(how_long: Away) -> str:
    if how_long is Away.FOR_GOOD:
        return _("Not again for this pair")
    return _("Not for seven days")


def _told(how_long: Away) -> str:
    match how_long:
        case Away.TODAY:
            return _("Put away for today.")
        case Away.WEEK:
            return _("Put away for seven days.")
        case Away.FOR_GOOD:
            return _("Put away for this pair.")
        case _:
            assert_never(how_long)
