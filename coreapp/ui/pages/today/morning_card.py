"""The question on the day after a session: how much pain there was in the morning."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coreapp.domain.guide import WHEN_TO_SEE_A_DOCTOR
from coreapp.domain.performed_activity import PAINS
from coreapp.domain.training_log import PerformedSession, feeling_of
from coreapp.i18n import _
from coreapp.services.changes import Change
from coreapp.services.guide_words import concern_line, doctor_link
from coreapp.services.log_days import local_start
from coreapp.ui.navigation import Shell
from coreapp.ui.pages.columns import Columns
from coreapp.ui.pages.today.question_card import QuestionCard
from coreapp.ui.pages.today.relief_row import ReliefRow
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, IconButton
from coreapp.ui.widgets.labels import make_text
from coreapp.ui.widgets.scale_input import ScaleInput

if TYPE_CHECKING:
    from coreapp.services.next_morning import NextMorning
    from coreapp.services.pain_notes import PainNotes

_BESIDE: Final = 760
"""Width at 100 % text from which the scale stands beside the question, in pixels."""


class MorningCard(QuestionCard):
    """One line; what is chosen is stored at once and can be changed until the page is left."""

    def __init__(
        self,
        theme: Theme,
        next_morning: "Callable[[], NextMorning]",
        shell: Shell,
        pain_notes: "Callable[[], PainNotes]",
    ) -> None:
        super().__init__(theme, shell)
        self._next_morning = next_morning
        self._pain_notes = pain_notes
        self._asked: PerformedSession | None = None

    def _make(self) -> None:
        theme = self._theme
        self._question = make_text(kind=Type.BODY_STRONG)
        self._noted = make_text(tone="ink2")
        self.scale = ScaleInput(theme, _("Pain this morning"), _("no pain"), _("worst imaginable"))
        self.doctor = Button(theme, doctor_link(), ButtonKind.LINK)
        self.doctor.setStyleSheet("padding: 0;")  # in line with the words above it
        self.relief = ReliefRow(theme)
        self.dismiss = IconButton(theme, Icon.CLOSE, _("Do not ask"))
        self._lay_out(theme)
        self.scale.value_changed.connect(self._answer)
        self.dismiss.clicked.connect(self._dismiss)
        self.doctor.clicked.connect(self._show_doctor)
        self.relief.changed.connect(self._keep_relief)

    def refresh(self) -> None:
        """Ask if there is something to ask; an answer stays until the page is left.

        Raises:
            CoreappError: the log cannot be read.
        """
        if self._answered:
            return
        self._asked = self._next_morning().session()
        if self._asked is not None:
            self._begin_asking()
            text = _("How much pain was there this morning, after “{title}” yesterday?")
            self._question.setText(text.format(title=self._asked.title))
            self.scale.set_value(None)
            self._tell("", concerned=False)
            self.relief.hide()
        self.setVisible(self._asked is not None)

    def _lay_out(self, theme: Theme) -> None:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._question)
        column.addWidget(self._noted)
        column.addWidget(self.doctor, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        columns = Columns(theme, least=_BESIDE, gap=24, stacked_gap=8)
        columns.add(words)
        columns.add(self.scale, share=0)
        self.scale.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(columns, 1)
        row.addWidget(self.dismiss, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.body.addWidget(self.relief)

    def _tell(self, text: str, *, concerned: bool) -> None:
        self._noted.setText(text)
        self._noted.setVisible(bool(text))
        self.doctor.setVisible(concerned)

    def _answer(self, pain: int | None) -> None:
        if self._asked is None or pain is None:
            return
        with self._shell.guarded():
            session = self._next_morning().answer(self._asked.id, pain)
            self._answered = True
            concern = concern_line(feeling_of(session))
            self._tell(concern or _("It is kept with the session."), concerned=bool(concern))
            self._ask_about_relief(session)
            self._shell.changed(Change.LOG)

    def _ask_about_relief(self, session: PerformedSession) -> None:
        """Ask what helped where there was pain; what is shown already stays as it is.

        It comes with the first answer: until then the card is one line.
        """
        hurt = any(getattr(session, each) for each in PAINS)
        if hurt and self.relief.isHidden():
            self.relief.show_known(self._pain_notes().reliefs(local_start(session).date()))
        self.relief.setVisible(hurt)

    def _keep_relief(self) -> None:
        if self._asked is not None:
            with self._shell.guarded():
                day = local_start(self._asked).date()
                self._pain_notes().keep_reliefs(day, self.relief.helped_by())
                self._answered = True
                self._shell.changed(Change.LOG)

    def _dismiss(self) -> None:
        self._answered = False
        self.hide()
        if self._asked is not None:
            with self._shell.guarded():
                self._next_morning().dismiss(self._asked.id)

    def _show_doctor(self) -> None:
        self._shell.open_article(WHEN_TO_SEE_A_DOCTOR)
