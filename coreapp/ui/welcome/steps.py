"""The questions of the first start, a widget each; what is answered is taken over at once."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from coreapp import i18n
from coreapp.domain.errors import CoreappError, InvalidValueError
from coreapp.domain.first_answers import HealthAnswer, Whereabouts
from coreapp.domain.settings import Settings
from coreapp.domain.sitting.hours import WEEKDAYS
from coreapp.i18n import _, pgettext
from coreapp.services.explanations import explain_remedy
from coreapp.services.first_start import FirstStart, OfficeHours
from coreapp.services.guide_words import ask_first_reasons
from coreapp.services.rule_words import weekday_name
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.welcome.ask_first import AskFirstNote
from coreapp.ui.welcome.option_list import OptionList
from coreapp.ui.widgets.buttons import Button, ButtonSize
from coreapp.ui.widgets.chip_choice import ChipChoice
from coreapp.ui.widgets.fields import TimeField
from coreapp.ui.widgets.labels import make_label, make_text, set_kind

_GAP: Final = 12


class Question(QWidget):
    """One step: what is asked, and what it is answered with.

    Attributes:
        title: the question.
        sentence: why it is asked.
        exercise: whose figure stands beside it.
        column: the place of what it is answered with.

    Signals:
        settings_changed: the `Settings` as they are now.
        failed: a `CoreappError`; nothing was taken over.
    """

    settings_changed = Signal(object)
    failed = Signal(object)

    def __init__(self, title: str, sentence: str, exercise: str) -> None:
        super().__init__()
        self.title = title
        self.sentence = sentence
        self.exercise = exercise
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(_GAP)
        self._reading: tuple[QLabel, ...] = ()
        self._large: tuple[Button, ...] = ()

    def focus_first(self) -> None:
        """Put the keyboard where the answer begins."""

    def make_low(self, *, is_low: bool) -> None:
        """Leave as much height as there can be to the answers further below."""
        for options in self.findChildren(OptionList):
            options.make_low(is_low=is_low)
        for text in self._reading:
            set_kind(text, Type.BODY if is_low else Type.READING)
        for button in self._large:
            button.set_size(ButtonSize.NORMAL if is_low else ButtonSize.BIG)

    def _change(self, take_over: Callable[[], Settings]) -> None:
        try:
            settings = take_over()
        except CoreappError as error:
            self.failed.emit(error)
            return
        self.settings_changed.emit(settings)


class LanguageQuestion(Question):
    """Greets, and asks for the language; the whole program speaks it at once."""

    def __init__(self, theme: Theme, start: FirstStart) -> None:
        super().__init__(
            _("Welcome to Coreapp"),
            _(
                "Short sessions that make the trunk stronger, and a nudge to stand up before the "
                "back gets stiff. Everything stays on this computer."
            ),
            "bird-dog",
        )
        self._start = start
        names = list(i18n.LANGUAGE_NAMES.items())
        self._options = OptionList(theme, _("Language"), names, i18n.language())
        self.column.addWidget(self._options)
        self._options.chosen.connect(self._choose)

    def focus_first(self) -> None:
        """Begin with the language that is shown."""
        self._options.focus_chosen()

    def _choose(self, language: str) -> None:
        if language != i18n.language():
            self._change(lambda: self._start.choose_language(language))


class PlaceQuestion(Question):
    """Asks where somebody moves."""

    def __init__(self, theme: Theme, start: FirstStart) -> None:
        title = _("Where do you want to move?")
        sentence = _("At home there is a floor to lie on; in an office nobody does.")
        super().__init__(title, sentence, "glute-bridge")
        self._start = start
        place = start.answers.place
        options = [
            (Whereabouts.HOME.value, _("At home")),
            (Whereabouts.OFFICE.value, _("In the office")),
            (Whereabouts.BOTH.value, _("At home and in the office")),
        ]
        self._options = OptionList(theme, title, options, "" if place is None else place.value)
        self.column.addWidget(self._options)
        self._options.chosen.connect(self._choose)

    def focus_first(self) -> None:
        """Begin with what was chosen."""
        self._options.focus_chosen()

    def _choose(self, place: str) -> None:
        self._change(lambda: self._start.choose_place(Whereabouts(place)))


class HoursQuestion(Question):
    """Asks for the working hours in their simplest form; the settings have all the rest."""

    def __init__(self, theme: Theme, start: FirstStart) -> None:
        super().__init__(
            _("When do you sit at a desk?"),
            _("Sitting counts, and breaks are offered, within these hours only."),
            "desk-side-bend",
        )
        self._start = start
        hours = start.hours()
        days = [(day, weekday_name(index, "EEE")) for index, day in enumerate(WEEKDAYS)]
        self._days = ChipChoice(theme, _("Days at the desk"), days)
        self._days.choose(hours.days)
        self._from = TimeField(theme, hours.start)
        self._to = TimeField(theme, hours.end)
        self._trouble = make_text(tone="danger")
        self._lay_out()
        self._days.changed.connect(self._take)
        self._from.userTimeChanged.connect(self._take)
        self._to.userTimeChanged.connect(self._take)

    def focus_first(self) -> None:
        """Begin with the days."""
        first = self._days.findChild(QWidget, f"chip_{WEEKDAYS[0]}")
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self.column.addWidget(self._days)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        for label, field in (
            (pgettext("hours", "From"), self._from),
            (pgettext("hours", "to"), self._to),
        ):
            name = make_label(label)
            name.setBuddy(field)
            field.setAccessibleName(label)
            row.addWidget(name)
            row.addWidget(field)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(self._trouble)
        more = _("Several ranges a day, days off and quiet times are in the settings.")
        self.column.addWidget(make_text(more, Type.BODY, "ink2"))
        self._trouble.hide()

    def _take(self) -> None:
        """Take over what is seen; nothing while it makes no sense."""
        hours = OfficeHours(self._days.chosen(), self._from.at(), self._to.at())
        try:
            settings = self._start.choose_hours(hours)
        except InvalidValueError as error:
            self._trouble.setText(explain_remedy(error))
            self._trouble.show()
            return
        except CoreappError as error:
            self.failed.emit(error)
            return
        self._trouble.hide()
        self.settings_changed.emit(settings)


class HealthQuestion(Question):
    """Asks whether a doctor or midwife should be asked first (RF-19); a yes says so at once."""

    def __init__(self, theme: Theme, start: FirstStart) -> None:
        title = _("Does one of these apply to you?")
        sentence = _("Which one is not asked, and the answer stays here.")
        super().__init__(title, sentence, "cat-cow")
        self._start = start
        answer = start.answers.health
        options = [
            (HealthAnswer.NO.value, _("No")),
            (HealthAnswer.YES.value, _("Yes, at least one")),
            (HealthAnswer.UNSAID.value, _("I would rather not say")),
        ]
        # Whoever has asked since said yes.
        shown = HealthAnswer.YES if answer is HealthAnswer.SETTLED else answer
        self._options = OptionList(theme, title, options, shown.value)
        self._note = AskFirstNote()
        reasons = make_text(ask_first_reasons(), Type.READING)
        self._reading = (reasons,)
        self.column.addWidget(reasons)
        self.column.addWidget(self._options)
        self.column.addWidget(self._note)
        self._options.chosen.connect(self._choose)
        self._show_hint()

    def focus_first(self) -> None:
        """Begin with what was answered."""
        self._options.focus_chosen()

    def _choose(self, answer: str) -> None:
        try:
            self._start.answer_health(HealthAnswer(answer))
        except CoreappError as error:
            self.failed.emit(error)
            return
        self._show_hint()

    def _show_hint(self) -> None:
        self._note.setVisible(self._start.answers.asks_first)
