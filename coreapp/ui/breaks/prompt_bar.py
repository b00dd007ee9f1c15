"""The small bar at the foot of the screen: it asks, and never takes the keyboard.

A click on its ground gives it the keys; until then no window system hands it any. In a Wayland
session nothing can be placed, kept on top or refused the focus: there the bar is an ordinary small
window, shown without being activated.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QScreen,
)
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coreapp.i18n import _
from coreapp.ui.breaks.answers import KEYS, LETTERS, BreakAnswer
from coreapp.ui.breaks.bar_ground import BarGround
from coreapp.ui.breaks.screens import ScreenWatch
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.figure.view import FigureView
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.announce import announce
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.card import Stage
from coreapp.ui.widgets.icon_label import IconLabel
from coreapp.ui.widgets.labels import make_label, set_kind

SIZE: Final = QSize(700, 80)
STANDING_OUT_HEIGHT: Final = 104
FROM_EDGE: Final = 28
PICTURE: Final = 56
MOST_ENLARGED: Final = 1.5
"""So much larger is the picture beside large text; beyond it the bar would hide too much."""


@dataclass(frozen=True, slots=True)
class BarButton:
    """A button of the bar; the first one is the primary one."""

    answer: BreakAnswer
    text: str


@dataclass(frozen=True, slots=True)
class BarContent:
    """What the bar shows.

    Attributes:
        exercise: whose figure stands in it; empty for none.
        stands_out: it has been ignored for a while: larger, outlined, with a bell.
    """

    title: str
    line: str
    exercise: str
    buttons: tuple[BarButton, ...]
    stands_out: bool = False


class PromptBar(BarGround):
    """One bar, made anew for each prompt.

    Signals:
        answered: a `BreakAnswer`.
    """

    answered = Signal(object)

    def __init__(
        self, theme: Theme, art: FigureArt, *, placed: bool | None = None, glassy: bool = True
    ) -> None:
        is_placed = can_be_placed() if placed is None else placed
        super().__init__(theme, placed=is_placed, glassy=glassy)
        self._content: BarContent | None = None
        self._buttons: dict[BreakAnswer, Button] = {}
        self._dismissed = False
        self.setWindowTitle(_("Sitting break"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._stage = Stage(theme)
        self._stage.column.setContentsMargins(4, 4, 4, 4)
        self._figure = FigureView(theme, art)
        self._bell = IconLabel(theme, Icon.BELL, "ready_text", 24)
        self._title = make_label("", Type.TITLE)
        self._line = make_label("", tone="ink2")
        self._answers = QHBoxLayout()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._home: QScreen | None = None
        self._watch = ScreenWatch(self)
        self._lay_out()
        self._watch.settled.connect(self._fit)

    def show_content(self, content: BarContent) -> None:
        """Show what the bar says now, in its place; nothing is done if it says so already."""
        if content == self._content:
            return
        before, self._content = self._content, content
        self._title.setText(content.title)
        self._line.setText(content.line)
        self._figure.show_exercise(content.exercise)
        self._figure.set_description(content.title)
        self._stage.setVisible(bool(content.exercise))
        self._stage.set_colour("ready_soft")
        self._bell.setVisible(content.stands_out)
        set_kind(self._title, Type.HEADING if content.stands_out else Type.TITLE)
        self._show_buttons(content.buttons)
        self._fit()
        self.stand_out(stands_out=content.stands_out)
        if before is None or before.stands_out != content.stands_out:
            announce(self, f"{content.title}. {content.line}")

    def open(self) -> None:
        """Come up without taking the focus."""
        self._fit()
        self.show()

    def dismiss(self) -> None:
        """Go away, and answer nothing."""
        self._dismissed = True
        self._watch.stop()
        self.close()
        self.deleteLater()

    @property
    def buttons(self) -> Mapping[BreakAnswer, Button]:
        """The buttons from left to right."""
        return self._buttons

    def button(self, answer: BreakAnswer) -> Button | None:
        """Return the button of an answer; None where it is not offered."""
        return self._buttons.get(answer)

    @property
    def bell(self) -> QWidget:
        """The sign of a bar that stands out."""
        return self._bell

    def _lay_out(self) -> None:
        self._stage.column.addWidget(self._figure)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addStretch(1)
        texts.addWidget(self._title)
        texts.addWidget(self._line)
        texts.addStretch(1)
        told = QHBoxLayout()
        told.setSpacing(12)
        told.addWidget(self._stage)
        told.addWidget(self._bell)
        told.addLayout(texts, 1)
        self._answers.setSpacing(8)
        margin = self.margin
        self._row.setContentsMargins(margin + 12, margin + 12, margin + 16, margin + 12)
        self._row.setSpacing(16)
        self._row.addLayout(told, 1)
        self._row.addLayout(self._answers)
        self.setLayout(self._row)

    def _show_buttons(self, wanted: tuple[BarButton, ...]) -> None:
        shown = {answer: button.text() for answer, button in self._buttons.items()}
        if shown == {each.answer: each.text for each in wanted}:
            return
        for button in self._buttons.values():
            self._answers.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()
        for index, each in enumerate(wanted):
            kind = ButtonKind.SECONDARY if index else ButtonKind.PRIMARY
            if each.answer is BreakAnswer.SKIP:
                kind = ButtonKind.QUIET
            button = Button(self._theme, each.text, kind)
            # The style sheet sets the least height; up to here the row may stretch it.
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
            button.setSizePolicy(policy)
            button.setMaximumHeight(self._theme.fonts.pixels(44))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setToolTip(
                _("Key {letter}, after a click on the bar").format(letter=LETTERS[each.answer])
            )
            button.clicked.connect(self._answerer(each.answer))
            self._answers.addWidget(button)
            button.show()  # at once: the size of the bar follows from it
            self._buttons[each.answer] = button

    def _answerer(self, answer: BreakAnswer) -> Callable[[], None]:
        def emit() -> None:
            self.answered.emit(answer)

        return emit

    def _fit(self) -> None:
        """Take the size the texts need, at the foot of the screen where it is told."""
        screen = self._find_home()
        if screen is None:
            return  # a laptop that is docked: the next screen is its home
        room = screen.availableGeometry()
        side = round(PICTURE * min(MOST_ENLARGED, self._theme.fonts.factor))
        self._stage.setFixedSize(side, side)
        margin = self.margin
        widest = room.width() - 2 * FROM_EDGE + 2 * margin
        self._row.setDirection(QBoxLayout.Direction.LeftToRight)
        if self._row.sizeHint().width() > widest:
            self._row.setDirection(QBoxLayout.Direction.TopToBottom)
        hint = self._row.sizeHint()
        stands_out = self._content is not None and self._content.stands_out
        height = STANDING_OUT_HEIGHT if stands_out else SIZE.height()
        width = min(widest, max(SIZE.width() + 2 * margin, hint.width()))
        size = QSize(width, max(height + 2 * margin, hint.height()))
        if not self._placed:
            self.resize(size)
            return
        box = QRect(0, 0, size.width(), size.height())
        box.moveCenter(room.center())
        box.moveBottom(room.bottom() - FROM_EDGE + margin)
        self.setGeometry(box)

    def _find_home(self) -> QScreen | None:
        """Return where the mouse was when it came up: it does not run after it from then on."""
        if self._home is None or self._home not in QGuiApplication.screens():
            place = self.cursor().pos()
            self._home = QGuiApplication.screenAt(place) or QGuiApplication.primaryScreen()
        return self._home

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the keys: somebody clicked on the bar to answer by key."""
        super().mousePressEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            # The window itself is told, not the widget: that would make it anew.
            handle.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, False)
        self.activateWindow()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by key."""
        answer = KEYS.get(Qt.Key(event.key()))
        if answer in self._buttons and not event.isAutoRepeat():
            self.answered.emit(answer)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Come later, or not at all, when the window is closed by anybody but the program."""
        super().closeEvent(event)
        if not self._dismissed:
            later = BreakAnswer.LATER in self._buttons
            self.answered.emit(BreakAnswer.LATER if later else BreakAnswer.SKIP)


def can_be_placed() -> bool:
    """Tell whether windows can be placed and refuse the focus here: nowhere under Wayland."""
    return not QGuiApplication.platformName().startswith("wayland")
