"""The first start in the window: one question a step, with a large figure beside it.

Nothing has to be answered: what is skipped keeps its default, and what was answered stays.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from coreapp.domain.errors import CoreappError
from coreapp.domain.first_answers import Step
from coreapp.i18n import _
from coreapp.services.first_start import FirstStart
from coreapp.services.guide_words import standing_line
from coreapp.services.library import Library
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.figure.view import FigureView
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.welcome.steps import (
    HealthQuestion,
    HoursQuestion,
    LanguageQuestion,
    PlaceQuestion,
    Question,
)
from coreapp.ui.widgets.announce import announce
from coreapp.ui.widgets.buttons import Button, ButtonKind, ButtonSize
from coreapp.ui.widgets.card import Stage
from coreapp.ui.widgets.labels import make_label, make_text, set_kind
from coreapp.ui.widgets.scrolled import ScrolledColumn

WORDS_WIDTH: Final = 520
"""The questions are no wider, in pixels at 100 % text: short lines read well."""

LEAST_WORDS: Final = 440
LEAST_STAGE: Final = 320
LEAST_HEIGHT: Final = 520
"""With less, in pixels at 100 % text, a question needs all of it."""

_ABOVE: Final = 0.12
"""So much of the window's height is free above a question."""

_AROUND: Final = 24
_GAP: Final = 16
_LOW_GAP: Final = 4
_BAR: Final = 12
"""Room at the right for a scroll bar, whether there is one or not."""


@dataclass(frozen=True, slots=True)
class WelcomeParts:
    """What the first start is made of."""

    theme: Theme
    art: FigureArt
    library: Library
    start: FirstStart


class WelcomePage(QWidget):
    """Asks step by step.

    Signals:
        settings_changed: the `Settings` as they are now, after an answer.
        failed: a `CoreappError`; what was asked for did not happen.
        left: the questions are over, or skipped.
        start_requested: the same, and the routine with this id is to be played.
        plan_requested: the same, and the suggestion is to be planned.
        example_requested: the person wants to look around first; the questions stay.
    """

    settings_changed = Signal(object)
    failed = Signal(object)
    left = Signal()
    start_requested = Signal(str)
    plan_requested = Signal()
    example_requested = Signal()

    def __init__(self, parts: WelcomeParts) -> None:
        super().__init__()
        self._parts = parts
        theme = parts.theme
        self._theme = theme
        self._start = parts.start
        self._question: Question | None = None
        self._place = make_label("", Type.CAPTION, "ink2")
        self._title = make_text("", Type.PAGE)
        self._sentence = make_text("", Type.READING, "ink2")
        self._answers = QVBoxLayout()
        policy = QSizePolicy.Policy
        self._above = QSpacerItem(0, 0, policy.Minimum, policy.Maximum)
        self._standing = make_text("", Type.CAPTION, "ink2")
        self._back = Button(theme, "", ButtonKind.QUIET)
        self._skip = Button(theme, "", ButtonKind.QUIET)
        self._next = Button(theme, "", ButtonKind.PRIMARY, size=ButtonSize.BIG)
        self._example = Button(theme, "", ButtonKind.LINK)
        self._example.setStyleSheet("padding: 0;")  # in line with the words around it
        self._scroll = QScrollArea()
        self._stage = Stage(theme)
        self._figure = FigureView(theme, parts.art, late=True)
        for button, name in (
            (self._back, "welcome_back"),
            (self._skip, "welcome_skip"),
            (self._next, "welcome_next"),
            (self._example, "welcome_example"),
        ):
            button.setObjectName(name)
        for button in (self._back, self._skip):
            button.stand_flush()
        self._lay_out()
        self._back.clicked.connect(self._go_back)
        self._skip.clicked.connect(self.left)
        self._next.clicked.connect(self._go_on)
        self._example.clicked.connect(self._show_example)
        self.speak()

    @property
    def step(self) -> Step:
        """The question that is on."""
        return self._start.answers.step

    def speak(self) -> None:
        """Say everything anew in the language that is shown; what was answered stays."""
        self._back.setText(_("Back"))
        self._standing.setText(standing_line())
        self._show_step()

    def begin(self) -> None:
        """Put the keyboard on the question; the window must have taken the page in."""
        if self._question is not None:
            self._question.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, back with Esc; a button that has the keyboard is meant itself."""
        focused = self.focusWidget()
        match Qt.Key(event.key()):
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if isinstance(focused, QAbstractButton) and not focused.isCheckable():
                    focused.click()
                elif not self._next.isHidden():
                    self._next.click()
            case Qt.Key.Key_Escape if not self._back.isHidden():
                self._back.click()
            case _:
                super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring into sight what gets the keyboard from a person."""
        if isinstance(event, QFocusEvent) and isinstance(watched, QWidget):
            by_itself = event.reason() == Qt.FocusReason.OtherFocusReason
            if event.gotFocus() and not by_itself:
                self._scroll.ensureWidgetVisible(watched, 0, _AROUND)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the figure what the words leave; none where that is too little."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        content = ScrolledColumn()
        content.setObjectName("page")
        column = self._column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, _BAR, 0)
        column.setSpacing(8)
        column.addSpacerItem(self._above)
        for label in (self._place, self._title, self._sentence):
            column.addWidget(label)
        column.addLayout(self._answers)
        column.addStretch(1)
        self._scroll.setWidget(content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.setContentsMargins(0, 0, _BAR, 0)  # it ends where the answers end
        foot.addWidget(self._back)
        foot.addWidget(self._skip)
        foot.addStretch(1)
        foot.addWidget(self._next)
        self._words = QVBoxLayout()
        self._words.addWidget(self._scroll, 1)
        self._words.addLayout(foot)
        self._place_asides(is_scarce=False)
        self._stage.set_round_corners(frozenset())
        self._stage.column.addWidget(self._figure)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._row.addLayout(self._words, 1)
        self._row.addWidget(self._stage)

    def _place_asides(self, *, is_scarce: bool) -> None:
        """Put what is said aside around the buttons, which stay where they are from step to step.

        With large letters the question needs the height: its words are a step smaller, and it ends
        with what is said aside then.
        """
        left = Qt.AlignmentFlag.AlignLeft
        gap = _LOW_GAP if is_scarce else _GAP
        self._is_scarce = is_scarce
        set_kind(self._title, Type.HEADING if is_scarce else Type.PAGE)
        set_kind(self._sentence, Type.BODY if is_scarce else Type.READING)
        self._next.set_size(ButtonSize.NORMAL if is_scarce else ButtonSize.BIG)
        self._answers.setContentsMargins(0, gap + 4, 0, 0)
        self._words.setSpacing(gap)
        if self._question is not None:
            self._question.make_low(is_low=is_scarce)
        if is_scarce:
            self._column.addWidget(self._example, 0, left)
            self._column.addWidget(self._standing)
        else:
            self._words.insertWidget(1, self._example, 0, left)
            self._words.addWidget(self._standing)

    def _fit(self) -> None:
        narrow = self.width() < metrics.NARROW_BELOW
        margin = metrics.PAGE_MARGIN_NARROW if narrow else metrics.PAGE_MARGIN
        pixels = self._theme.fonts.pixels
        words = pixels(WORDS_WIDTH) + 2 * margin
        room = self.width() - max(pixels(LEAST_WORDS) + 2 * margin, self.width() // 2)
        stage = min(room, max(LEAST_STAGE, self.width() - words)) if room >= LEAST_STAGE else 0
        is_scarce = self.height() < pixels(LEAST_HEIGHT)
        if is_scarce != self._is_scarce:
            self._place_asides(is_scarce=is_scarce)
        self._stage.setVisible(stage > 0)
        self._stage.setFixedWidth(max(stage, 1))
        aside = max(0, (self.width() - stage - words) // 2)
        self._words.setContentsMargins(margin + aside, margin, margin + aside, margin)
        self._row.setContentsMargins(0, 0, 0, 0)
        # Of the height, not in its middle: the title stays where it is from step to step. A
        # question that needs the room takes it.
        above = 0 if is_scarce else round(_ABOVE * self.height())
        self._above.changeSize(0, above, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum)
        self._column.invalidate()

    def _show_example(self) -> None:
        """Say at once that it comes: a second window needs its moment."""
        self._example.setText(_("The example opens in a window of its own."))
        self.example_requested.emit()

    def _go_on(self) -> None:
        if self.step is Step.SUGGESTION:
            self.left.emit()
        else:
            self._go(1)

    def _go_back(self) -> None:
        self._go(-1)

    def _go(self, way: int) -> None:
        try:
            self._start.go(way)
        except CoreappError as error:
            self.failed.emit(error)
            return
        self._show_step()

    def _show_step(self) -> None:
        step = self.step
        before, self._question = self._question, self._make_question(step)
        question = self._question
        if before is not None:
            self._answers.removeWidget(before)
            before.hide()
            before.deleteLater()
        question.make_low(is_low=self._is_scarce)
        self._answers.addWidget(question)
        question.show()  # at once: only what is shown takes the keyboard
        number = list(Step).index(step) + 1
        self._place.setText(_("{number} of {count}").format(number=number, count=len(Step)))
        self._title.setText(question.title)
        self._sentence.setText(question.sentence)
        is_last = step is Step.SUGGESTION
        self._back.setHidden(step is Step.LANGUAGE)
        self._example.setHidden(step is not Step.LANGUAGE)
        self._example.setText(_("Look around with an example"))
        self._skip.setHidden(is_last)
        self._skip.setText(_("Skip all questions"))
        self._next.set_kind(ButtonKind.SECONDARY if is_last else ButtonKind.PRIMARY)
        self._next.setText(_("Not now") if is_last else _("Next"))
        self._figure.show_exercise(question.exercise)
        self._figure.play()
        self._scroll.verticalScrollBar().setValue(0)
        self.setAccessibleName(question.title)
        announce(self, f"{question.title} {question.sentence}")
        question.focus_first()

    def _make_question(self, step: Step) -> Question:
        theme, start = self._theme, self._start
        makers: dict[Step, Callable[[], Question]] = {
            Step.LANGUAGE: lambda: LanguageQuestion(theme, start),
            Step.PLACE: lambda: PlaceQuestion(theme, start),
            Step.HOURS: lambda: HoursQuestion(theme, start),
            Step.HEALTH: lambda: HealthQuestion(theme, start),
            Step.SUGGESTION: self._make_suggestion,
        }
        question = makers[step]()
        question.settings_changed.connect(self.settings_changed)
        question.failed.connect(self.failed)
        for part in question.findChildren(QWidget):
            part.installEventFilter(self)
        return question

    def _make_suggestion(self) -> Question:
        # What draws a routine is not imported before the first window.
        from coreapp.ui.welcome.suggestion import SuggestionStep  # noqa: PLC0415

        parts = self._parts
        made = SuggestionStep(parts.theme, parts.art, parts.library, parts.start)
        made.start_requested.connect(self.start_requested)
        made.plan_requested.connect(self.plan_requested)
        return made
