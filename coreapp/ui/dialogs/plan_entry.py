"""Planning a routine, once or again and again; and editing what is planned."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coreapp.domain.rule_form import Repeat, RuleForm
from coreapp.domain.schedule import USUAL_TIME, EntryDraft, ScheduleEntry
from coreapp.domain.series_editing import left_to_do
from coreapp.i18n import _, format_minutes, pgettext
from coreapp.services.help_topics import HelpTopic
from coreapp.services.library import Library
from coreapp.services.plan_edits import EntryAnswer, EntryQuestion, Scope, rule_sentence
from coreapp.services.routine_lists import grouped
from coreapp.ui.dialogs.base import answer_row, dialog_width
from coreapp.ui.dialogs.fitting import align_edge
from coreapp.ui.dialogs.routine_film import RoutineFilm
from coreapp.ui.dialogs.rule_fields import RuleFields
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.fields import ComboField, DateField, TimeField
from coreapp.ui.widgets.form import FormCard, add_row
from coreapp.ui.widgets.help_button import HelpButton
from coreapp.ui.widgets.help_topic import set_topic
from coreapp.ui.widgets.labels import make_text
from coreapp.ui.widgets.segmented import SegmentedChoice

WIDTH: Final = 560
_SIDE: Final = 24
_AROUND: Final = 250
"""What a dialog needs above and below its rows, in pixels."""


class PlanEntryDialog(QDialog):
    """Asks for a session of the plan, and how it repeats.

    Signals:
        planned: the `EntryAnswer`; the dialog stays open until it is closed.
    """

    planned = Signal(object)

    def __init__(
        self,
        theme: Theme,
        art: FigureArt,
        library: Library,
        question: EntryQuestion,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._library = library
        self._question = question
        self._film = RoutineFilm(theme, art, library)
        is_new = question.entry is None
        title = _("Plan a session") if is_new else _("Edit what is planned")
        self.setWindowTitle(title)
        self.setMinimumWidth(dialog_width(theme, WIDTH))
        self._make_fields()
        self._lay_out(title)
        self._fill()
        self._scope.chosen.connect(self._show_scope)
        self._rule.changed.connect(self._tell)
        self._at.timeChanged.connect(self._tell)
        self._from.dateChanged.connect(self._tell)
        self._save.clicked.connect(self._plan)
        self._show_film()
        self._routine.currentIndexChanged.connect(self._show_film)
        self._show_scope(self._scope.value())

    def choose_routine(self, identity: str) -> None:
        """Begin with a routine."""
        self._routine.setCurrentIndex(max(0, self._routine.findData(identity)))

    def show_problem(self, sentence: str) -> None:
        """Say what cannot be used."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the rows need, if the screen has the room."""
        super().showEvent(event)
        self._fit()

    def _show_film(self) -> None:
        """Show the routine that is chosen."""
        self._film.show_routine(str(self._routine.currentData()))
        self._fit()

    def _make_fields(self) -> None:
        theme, question = self._theme, self._question
        self._routine = ComboField(theme)
        for routine in (each for _group, some in grouped(self._library) for each in some):
            seconds = self._library.timeline(routine.id).seconds
            name = self._library.routine_name(routine.id)
            self._routine.addItem(f"{name} ({format_minutes(seconds)})", routine.id)
        self._scope = SegmentedChoice(theme)
        self._scope.setAccessibleName(_("What changes"))
        self._scope.set_options(
            [
                (Scope.THIS.value, _("Only this one")),
                (Scope.FOLLOWING.value, _("This and the following")),
                (Scope.ALL.value, pgettext("what changes", "All")),
            ]
        )
        self._scope_hint = make_text("", Type.CAPTION, "ink2")
        self._ask_scope = HelpButton(theme, HelpTopic.REPEATS)
        set_topic(self._scope, HelpTopic.REPEATS)
        self._at = TimeField(theme, USUAL_TIME)
        self._from = DateField(theme, question.day, question.today)
        self._words = make_text("", tone="ink2")
        self._words.setObjectName("rule_in_words")
        self._problem = make_text("", tone="danger")
        self._problem.hide()
        is_new = question.entry is None
        self._save = Button(
            theme, _("Put it into the plan") if is_new else _("Save"), ButtonKind.PRIMARY
        )
        self._save.setDefault(True)
        self._save.setObjectName("put_into_plan")

    def _lay_out(self, title: str) -> None:
        form = FormCard(self._theme, in_dialog=True)
        add_row(form, _("Routine"), "", self._routine)
        form.body.addWidget(self._film)
        self._from_row = add_row(form, _("From"), "", self._from)
        add_row(form, _("Time of day"), _("You are reminded at this time"), self._at)
        question = self._question
        self._rule = RuleFields(self._theme, form, question.day, question.today)
        self._form = form
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(form)
        align_edge(self._area)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, _SIDE, _SIDE, _SIDE)
        column.setSpacing(12)
        column.addWidget(make_text(title, Type.HEADING))
        scope = QHBoxLayout()
        scope.setSpacing(4)
        scope.addWidget(self._scope)
        scope.addWidget(self._ask_scope)
        scope.addStretch(1)
        column.addLayout(scope)
        column.addWidget(self._scope_hint)
        column.addWidget(self._area, 1)
        column.addWidget(self._words)
        column.addWidget(self._problem)
        column.addLayout(answer_row(self._theme, self, self._save))

    def _fill(self) -> None:
        """Show what is to be edited, or what is proposed."""
        question, entry = self._question, self._question.entry
        is_asked = entry is not None and question.occurrence is not None
        self._scope.setVisible(is_asked)
        self._ask_scope.setVisible(is_asked)
        self._scope_hint.setVisible(entry is not None)
        if entry is None:
            if question.routine:
                self.choose_routine(question.routine)
            if question.day != question.today:
                self._rule.show_form(RuleForm(Repeat.ONCE))
            return
        routine = question.occurrence.routine if question.occurrence else entry.routine
        if self._routine.findData(routine) < 0:
            # A session of a programme, or one that is gone, is in no list.
            self._routine.insertItem(0, self._library.entry_title(entry.title, routine), routine)
        self.choose_routine(routine)
        self._at.setTime(entry.at)  # type: ignore[arg-type]  # PySide takes times too
        self._rule.show_rule(entry.rrule)
        if question.occurrence is None:
            self._scope.choose(Scope.ALL.value)

    def _chosen_scope(self) -> Scope | None:
        return Scope(self._scope.value()) if self._question.entry is not None else None

    def _show_scope(self, _value: str) -> None:
        """Ask for what goes with the choice of how much is edited."""
        question, scope = self._question, self._chosen_scope()
        self._rule.set_visible(visible=scope is not Scope.THIS)
        is_one = scope is Scope.THIS
        self._from_row.label.setText(_("Day") if is_one else _("From"))
        if question.entry is not None:
            self._show_first_day(question.entry, scope)
        hints = {
            Scope.THIS: _("The others stay as they are."),
            Scope.FOLLOWING: _("From this day on; what comes before stays as it was."),
            Scope.ALL: _("All that are still to come; what is past stays as it was."),
        }
        self._scope_hint.setText(hints[scope] if scope else "")
        self._tell()
        self._fit()

    def _show_first_day(self, entry: ScheduleEntry, scope: Scope | None) -> None:
        occurrence, today = self._question.occurrence, self._question.today
        goes_on = self._question.goes_on
        match scope:
            case Scope.THIS if occurrence is not None:
                first, at = occurrence.start.date(), occurrence.start.time()
            case Scope.FOLLOWING if occurrence is not None:
                first, at = occurrence.original_date, entry.at
            case _:
                first, at = goes_on or max(today, entry.start_date), entry.at
        self._from.setDate(first)  # type: ignore[arg-type]  # see above
        self._at.setTime(at.replace(tzinfo=None))  # type: ignore[arg-type]  # see above
        if scope is not Scope.THIS:
            self._rule.show_rule(left_to_do(entry, first))

    def _tell(self) -> None:
        """Say in words when it will be."""
        is_told = self._chosen_scope() is not Scope.THIS and bool(self._rule.rule())
        self._words.setText(rule_sentence(self._draft()) if is_told else "")
        self._words.setVisible(is_told)
        self._fit()

    def _fit(self) -> None:
        """Give the rows their height; they scroll where the screen is too small."""
        layout = self._form.layout()
        if layout is None or not self.isVisible():
            return
        layout.activate()
        width = max(self._area.viewport().width(), 1)
        # Rows keep a height of their own, which only the smallest size of the form knows.
        least = self._form.minimumSizeHint().height()
        wanted = max(self._form.heightForWidth(width), least)
        room = self.screen().availableGeometry().height() - _AROUND
        self._area.setMinimumHeight(max(160, min(wanted, room)))
        own = self.layout()
        if own is not None:
            own.activate()
            # What scrolls asks for the height it had at first: fewer rows would drift apart.
            least = self._area.minimumHeight()
            asked = max(self._area.sizeHint().height(), least)
            high = own.totalHeightForWidth(self.width()) - asked + least
            self.resize(self.width(), high)

    def _draft(self) -> EntryDraft:
        entry, identity = self._question.entry, str(self._routine.currentData())
        is_same = entry is not None and identity == entry.routine
        title = entry.title if entry and is_same else self._library.routine_name(identity)
        return EntryDraft(
            title=title,
            routine=identity,
            rrule=self._rule.rule(),
            at=self._at.at().strftime("%H:%M"),
            start_date=self._from.day().isoformat(),
            zone=entry.zone if entry else self._question.zone,
        )

    def _plan(self) -> None:
        scope = self._chosen_scope()
        if scope is not Scope.THIS and not self._rule.rule():
            self.show_problem(_("Choose at least one day."))
            return
        self.show_problem("")
        at = datetime.combine(self._from.day(), self._at.at()) if scope is Scope.THIS else None
        self.planned.emit(EntryAnswer(self._draft(), scope, at))
