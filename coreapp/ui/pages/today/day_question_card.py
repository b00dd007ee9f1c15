"""The two questions about last night and yesterday: two taps, or none."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.day_record import BEST_SLEEP
from coreapp.domain.pain import PainDays
from coreapp.i18n import _
from coreapp.services.changes import Change
from coreapp.services.day_words import sleep_label, stress_labels
from coreapp.ui.navigation import Shell
from coreapp.ui.pages.columns import Columns
from coreapp.ui.pages.today.question_card import QuestionCard
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, IconButton
from coreapp.ui.widgets.labels import make_text
from coreapp.ui.widgets.single_choice import SingleChoice

if TYPE_CHECKING:
    from coreapp.services.day_questions import DayQuestion, DayQuestions

OpenDay = Callable[[date], None]
"""Opens what can be said of a day besides."""

_BESIDE: Final = 600
"""Width at 100 % text from which the answers stand beside their question, in pixels."""


class DayQuestionCard(QuestionCard):
    """What is chosen is stored at once and can be changed until the page is left.

    Attributes:
        sleep: how the night was.
        stress: how much there was yesterday.
        more: opens the day, where there is a way to.
        dismiss: does not ask any more today.
    """

    def __init__(
        self,
        theme: Theme,
        questions: "Callable[[], DayQuestions]",
        shell: Shell,
        open_day: OpenDay | None = None,
    ) -> None:
        super().__init__(theme, shell)
        self._questions = questions
        self._open_day = open_day
        self._asked: DayQuestion | None = None

    def _make(self) -> None:
        theme = self._theme
        options = [(str(each), sleep_label(each)) for each in range(1, BEST_SLEEP + 1)]
        self.sleep = SingleChoice(theme, _("Sleep last night"), options)
        words = [(str(figure), label) for figure, label in stress_labels().items()]
        self.stress = SingleChoice(theme, _("Stress yesterday"), words)
        self.more = Button(theme, _("More about yesterday…"), ButtonKind.LINK)
        if self._open_day is None:
            self.more.hide()
        self.dismiss = IconButton(theme, Icon.CLOSE, _("Do not ask today"))
        self._noted = make_text(kind=Type.CAPTION, tone="ink2")
        self._night = _block(theme, _("How did you sleep last night?"), self.sleep)
        self._day = _block(theme, _("How much stress was there yesterday?"), self.stress)
        self._lay_out(theme)
        self.sleep.changed.connect(self._say_sleep)
        self.stress.changed.connect(self._say_stress)
        self.more.clicked.connect(self._show_day)
        self.dismiss.clicked.connect(self._close)

    def refresh(self, pain: PainDays, *, waits: bool = False) -> None:
        """Ask if there is something to ask; an answer stays until the page is left.

        Args:
            pain: of the last days.
            waits: something else is asked: never all at once.

        Raises:
            CoreappError: the log cannot be read.
        """
        if self._answered:
            return
        self._asked = asked = None if waits else self._questions().question(pain)
        if asked is None:
            self.hide()
            return
        self._begin_asking()
        self.sleep.choose("")
        self.stress.choose("")
        self._night.setVisible(asked.asks_sleep)
        self._day.setVisible(asked.asks_stress)
        self._noted.setText(
            _("Sleep and stress can help to see why pain stays. No answer is fine, too.")
        )
        self.show()

    def _lay_out(self, theme: Theme) -> None:
        self.more.setStyleSheet("padding: 0;")  # in line with the words beside it
        foot = Columns(theme, least=_BESIDE, gap=24, stacked_gap=0)
        foot.add(self._noted)
        link = QWidget()
        beside = QHBoxLayout(link)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.more)
        beside.addStretch(1)
        foot.add(link, share=0)
        texts = QVBoxLayout()
        texts.setSpacing(8)
        for each in (self._night, self._day, foot):
            texts.addWidget(each)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(texts, 1)
        row.addWidget(self.dismiss, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def _say_sleep(self) -> None:
        quality = int(self.sleep.value()) if self.sleep.value() else None
        if self._asked is not None:
            with self._shell.guarded():
                self._questions().say_sleep(self._asked, quality)
                self._note()

    def _say_stress(self) -> None:
        stress = int(self.stress.value()) if self.stress.value() else None
        if self._asked is not None:
            with self._shell.guarded():
                self._questions().say_stress(self._asked, stress)
                self._note()

    def _note(self) -> None:
        self._answered = True
        self._noted.setText(_("It is kept with the day."))
        self._shell.changed(Change.LOG)

    def _close(self) -> None:
        self._answered = False
        self.hide()
        if self._asked is not None:
            with self._shell.guarded():
                self._questions().close(self._asked)
                self._shell.tell(_("Not asked any more today. The settings can switch it off."))

    def _show_day(self) -> None:
        if self._open_day is not None and self._asked is not None:
            self._open_day(self._asked.yesterday)


def _block(theme: Theme, question: str, answer: QWidget) -> QWidget:
    """Return a question with its answers beside it, or beneath it where there is no room."""
    block = Columns(theme, least=_BESIDE, gap=24, stacked_gap=8)
    block.add(make_text(question, Type.BODY_STRONG), 2)
    block.add(answer, 3)
    return block
