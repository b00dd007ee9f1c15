"""Entering a run, a walk or a sport in ten seconds: what, how long, how far, and Enter."""

from collections.abc import Sequence
from functools import cached_property
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from coreapp.domain.activity import RUNS, ActivityType
from coreapp.domain.activity_draft import ActivityDraft, draft_of
from coreapp.domain.errors import InvalidValueError
from coreapp.domain.training_log import Feeling
from coreapp.i18n import _
from coreapp.services.explanations import explain_remedy
from coreapp.services.guide_words import concern_line, doctor_link
from coreapp.services.help_topics import HelpTopic
from coreapp.services.shoe_rack import WornPair
from coreapp.services.written_amounts import whole_minutes
from coreapp.ui.dialogs.activity_amounts import AmountFields
from coreapp.ui.dialogs.activity_more import MoreFields, named, nothing_said
from coreapp.ui.dialogs.activity_time import WhenFields
from coreapp.ui.dialogs.base import answer_row
from coreapp.ui.dialogs.entry_basis import EntryBasis
from coreapp.ui.dialogs.fitting import SCROLL_BAR, align_edge, fit_dialog
from coreapp.ui.dialogs.kind_choice import KindChoice
from coreapp.ui.dialogs.planned_choice import PlannedChoice
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.effort_input import EffortInput
from coreapp.ui.widgets.help_button import named_with_help
from coreapp.ui.widgets.labels import make_label, make_text
from coreapp.ui.widgets.scrolled import scrolled

WIDTH: Final = 664
_SIDE: Final = 24

WITH_DISTANCE: Final = RUNS | {
    ActivityType.WALK,
    ActivityType.DRILLS,
    ActivityType.CYCLE,
    ActivityType.SWIM,
    ActivityType.OTHER_SPORT,
}
"""What goes somewhere; of other things no distance is asked."""


class ActivityDialog(QDialog):
    """Asks for one activity; it stays open until what was entered can be used.

    Signals:
        entered: an `ActivityDraft`; whoever stores it accepts the dialog, or shows the problem.
        shoes_requested: the list of shoes is wanted.
        doctor_requested: the person wants to read when to see a doctor; what was entered is stored,
            or the dialog only hidden: it has what could not be stored.
    """

    entered = Signal(object)
    shoes_requested = Signal()
    doctor_requested = Signal()

    def __init__(self, theme: Theme, basis: EntryBasis, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme = theme
        self._basis = basis
        self._draft = None if basis.activity is None else draft_of(basis.activity)
        self._effort_changed = False
        self._shoe_chosen = self._draft is not None
        is_new = self._draft is None
        self._title = _("Enter an activity") if is_new else _("Change this activity")
        self.setWindowTitle(self._title)
        first = basis.usual.last if self._draft is None else self._draft.type
        self.kind = KindChoice(theme, basis.usual.types, first)
        self.amounts = AmountFields(theme)
        self._word = make_text("", Type.BODY, "ink2")
        self._word.hide()
        self.when = WhenFields(theme, basis.now, None if self._draft is None else self._draft.begun)
        self.effort = EffortInput(theme, _("Effort"), _("very easy"), _("as hard as it gets"))
        planned = None if self._draft is None else self._draft.planned
        self.plan = PlannedChoice(theme, basis.fits, planned)
        self._unfold = Button(theme, "", ButtonKind.QUIET, Icon.CHEVRON_DOWN)
        self._problem = make_text("", Type.BODY_STRONG, "danger")
        self._concern = make_text("", Type.BODY_STRONG)
        self._save = Button(theme, _("Save"), ButtonKind.PRIMARY)
        self._doctor = Button(theme, doctor_link(), ButtonKind.LINK)
        self._lay_out()
        self._show_draft()
        self._connect()
        self._follow_kind()
        self._show_more(shown=not is_new)
        self.amounts.minutes.setFocus(Qt.FocusReason.TabFocusReason)

    @cached_property
    def more(self) -> MoreFields:
        """What may be said beyond that; made when it is first wanted, as most runs do without."""
        more = MoreFields(self._theme, self._basis.pairs, self._basis.activity)
        more.set_kind(self.kind.kind())
        if not self._shoe_chosen:
            more.choose_shoe(self._usual_shoe())
        self._column.insertWidget(self._column.count() - 1, more)
        more.shoe.activated.connect(self._note_shoe)
        more.pain_changed.connect(self._follow_pain)
        more.shoes_requested.connect(self.shoes_requested)
        return more

    @property
    def _has_more(self) -> bool:
        return "more" in self.__dict__

    def draft(self) -> ActivityDraft:
        """Return what is entered now.

        Raises:
            InvalidValueError: minutes or kilometres cannot be read.
        """
        minutes, metres = self.amounts.take()
        before = self._draft
        return ActivityDraft(
            type=self.kind.kind(),
            begun=self.when.begun(),
            minutes=minutes,
            zone="" if before is None else before.zone,
            metres=metres,
            effort=self._effort(),
            planned=self.plan.planned(),
            **(self.more.details() if self._has_more else nothing_said(self._usual_shoe())),
        )

    def show_problem(self, sentence: str) -> None:
        """Say why what was entered cannot be stored."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def offer_shoes(self, pairs: Sequence[WornPair]) -> None:
        """Offer other pairs."""
        self.more.offer_shoes(pairs)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the fields are, now that they have their look."""
        super().showEvent(event)
        self._fit()

    def _show_draft(self) -> None:
        draft = self._draft
        if draft is not None:
            self.amounts.show_amounts(draft.minutes, draft.metres)
            self.effort.set_value(draft.effort)

    def _connect(self) -> None:
        self.kind.changed.connect(self._follow_kind)
        self.amounts.changed.connect(self._follow_amounts)
        self.when.changed.connect(self._follow_day)
        self.effort.value_changed.connect(self._note_effort)
        self._unfold.clicked.connect(self._toggle_more)
        self._save.clicked.connect(self._enter)
        self._doctor.clicked.connect(self._leave_for_doctor)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._enter)

    def _lay_out(self) -> None:
        self._save.setDefault(True)
        self._save.setObjectName("save_activity")
        self._unfold.setObjectName("more_of_activity")
        self._doctor.setStyleSheet("padding: 0;")  # in line with the fields
        self._unfold.setStyleSheet("padding-left: 0;")
        self._fields = self._make_fields()
        self._area = scrolled(self._fields)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_SIDE, _SIDE, _SIDE, _SIDE)
        outer.setSpacing(16)
        outer.addWidget(make_label(self._title, Type.HEADING))
        align_edge(self._area)
        outer.addWidget(self._area, 1)
        outer.addWidget(self._problem)
        outer.addWidget(self._concern)
        outer.addLayout(answer_row(self._theme, self, self._save, self._doctor))
        for each in (self._problem, self._concern, self._doctor):
            each.hide()

    def _make_fields(self) -> QWidget:
        fields = QWidget()
        self._column = column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, SCROLL_BAR, 0)
        column.setSpacing(16)
        column.addWidget(self.kind)
        column.addWidget(self.amounts)
        column.addWidget(self._word)
        column.addWidget(named(_("When it began"), self.when))
        column.addWidget(self.plan)
        effort = named_with_help(self._theme, _("Effort"), HelpTopic.EFFORT, self.effort)
        column.addWidget(effort)
        column.addWidget(self._unfold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return fields

    def _follow_kind(self) -> None:
        kind = self.kind.kind()
        has_distance = kind in WITH_DISTANCE or bool(self._draft and self._draft.metres)
        self.amounts.set_kind(kind, with_km=has_distance)
        self._follow_day()
        if self._has_more:
            self.more.set_kind(kind)
            if not self._shoe_chosen:
                self.more.choose_shoe(self._usual_shoe())

    def _usual_shoe(self) -> str:
        """Return the pair that a new run is taken to be in; for walks nobody knows."""
        return self._basis.usual.shoe if self.kind.kind() in RUNS else ""

    def _follow_amounts(self) -> None:
        self.when.set_length(self.amounts.seconds())
        self._follow_word()
        self.show_problem("")

    def _follow_day(self) -> None:
        was_there = not self.plan.isHidden()
        self.plan.follow(self.kind.kind(), self.when.begun().date())
        if was_there is self.plan.isHidden():
            self._fit()
        self._follow_word()

    def _follow_word(self) -> None:
        """Say what the rules have to say of what stands there now."""
        seconds, day = self.amounts.seconds(), self.when.begun().date()
        text = ""
        if seconds is not None:
            minutes = whole_minutes(seconds)
            text = self._basis.word(self.kind.kind(), day, minutes, self.amounts.metres())
        if text != self._word.text():
            self._word.setText(text)
            self._word.setVisible(bool(text))
            self._fit()

    def _follow_pain(self) -> None:
        pain = self.more.pain.pain()
        felt = Feeling(
            pain_before=pain["pain_before"],
            pain_during=pain["pain_during"],
            pain_after=pain["pain_after"],
            pain_next_morning=pain.get("pain_next_morning"),
        )
        text = concern_line(felt)
        self._concern.setText(text)
        self._concern.setVisible(bool(text))
        self._doctor.setVisible(any(pain.values()))

    def _note_effort(self) -> None:
        self._effort_changed = True

    def _note_shoe(self) -> None:
        self._shoe_chosen = True

    def _effort(self) -> float | None:
        """Return the effort; one of a file that is no half stays while nobody changes it."""
        if self._draft is not None and not self._effort_changed:
            return self._draft.effort
        return self.effort.effort()

    def _toggle_more(self) -> None:
        self._show_more(shown=not self._has_more or self.more.isHidden())

    def _show_more(self, *, shown: bool) -> None:
        if shown or self._has_more:
            self.more.setVisible(shown)
            self._follow_pain()
        self._unfold.setText(_("Less") if shown else _("Shoes, ground, pain, note"))
        self._unfold.set_icon(Icon.CHEVRON_UP if shown else Icon.CHEVRON_DOWN)
        self._fit()

    def _fit(self) -> None:
        fit_dialog(self, self._area, self._theme.fonts.pixels(WIDTH), _SIDE)

    def _leave_for_doctor(self) -> None:
        """Store what was entered, if it can be stored, and go where it says when to see somebody.

        The way there is never barred, not even by minutes that cannot be read: then the dialog is
        out of the way, and has everything when it is opened again.
        """
        self._enter()
        self.hide()
        self.doctor_requested.emit()

    def _enter(self) -> None:
        self.show_problem("")
        try:
            draft = self.draft()
        except InvalidValueError as error:
            sentence = explain_remedy(error)
            self.show_problem(sentence)
            self.amounts.lead_to(error.key, sentence)
            return
        self.entered.emit(draft)
