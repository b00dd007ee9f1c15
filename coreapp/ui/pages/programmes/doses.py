"""A week of a programme: its sessions with the doses, and at which level each exercise is done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coreapp.domain.programme import Course, GrowingStep, Grows, Programme
from coreapp.domain.routine import Step
from coreapp.i18n import _, format_clock, format_minutes, ngettext, pgettext
from coreapp.services.dose_words import rest_text
from coreapp.services.library import Library
from coreapp.services.programme_facts import ExerciseLevel, Week
from coreapp.services.programme_words import growing_dose, letter_name, week_change, week_name
from coreapp.services.programmes import Programmes
from coreapp.ui.figure.art import FigureArt, FigureShot
from coreapp.ui.pages.columns import Columns
from coreapp.ui.pages.flow_positions import Thumbnail
from coreapp.ui.pages.parts import clear_layout
from coreapp.ui.pages.wish_choices import MenuChoice
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind
from coreapp.ui.widgets.card import Card
from coreapp.ui.widgets.labels import make_label, make_text
from coreapp.ui.widgets.segmented import SegmentedChoice

_PICTURE: Final = (88, 66)
_BESIDE: Final = 440
_TIME: Final = 40
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Content:
    """What a card of weeks shows.

    Attributes:
        levels: for each exercise, how it is done.
    """

    programme: Programme
    course: Course
    weeks: Sequence[Week]
    levels: Mapping[str, ExerciseLevel]


class ProgrammeDoses(Card):
    """One week at a time, one of its sessions at a time.

    Signals:
        start_requested: the id of the session.
        exercise_requested: the id of an exercise to read about.
        level_chosen: an exercise, and the level it is to be done at.
    """

    start_requested = Signal(str)
    exercise_requested = Signal(str)
    level_chosen = Signal(str, str)

    def __init__(
        self,
        theme: Theme,
        art: FigureArt,
        library: Library,
        programmes: Programmes,
        content: Content,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._art = art
        self._library = library
        self._programmes = programmes
        self._content = content
        self._week = 1
        self._title = make_text("", Type.HEADING)
        self._line = make_text("", Type.BODY, "ink2")
        self._change = make_text("", Type.BODY)
        self._goal = make_text("", Type.BODY, "ink2")
        self._letters = SegmentedChoice(theme)
        self._start = Button(theme, pgettext("button", "Start"), ButtonKind.SECONDARY, Icon.PLAY)
        self._start.setObjectName("start_chosen_session")
        self._name = make_text("", Type.TITLE)
        self._rows = QVBoxLayout()
        self._lay_out()
        self._letters.chosen.connect(self._show_session)
        self._start.clicked.connect(self._ask_to_start)

    def show_week(self, week: int, letter: str) -> None:
        """Show a week, with one of its sessions."""
        course, context = self._content.course, self._content.programme.text_context
        shown = self._content.weeks[week - 1]
        stretch = course.stretch(week)
        self._week = week
        name = pgettext(context, stretch.name)
        self._title.setText(_("{week}: {phase}").format(week=week_name(week), phase=name))
        count = len(shown.sessions)
        text = ngettext("{count} session, {minutes}", "{count} sessions, {minutes}", count)
        self._line.setText(text.format(count=count, minutes=format_minutes(shown.seconds)))
        self._change.setText(week_change(course, week, shown.change))
        goal = pgettext(context, stretch.goal)
        self._goal.setText(_("Goal of these weeks: {goal}").format(goal=goal))
        self._letters.choose(letter)
        self._show_session(letter)

    @property
    def letter(self) -> str:
        """The session that is shown."""
        return self._letters.value()

    def _lay_out(self) -> None:
        sessions = self._content.course.sessions
        self._letters.setAccessibleName(_("Session"))
        self._letters.set_options([(each.letter, letter_name(each.letter)) for each in sessions])
        words = QWidget()
        texts = QVBoxLayout(words)
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(4)
        for each in (self._title, self._line, self._change, self._goal):
            texts.addWidget(each)
        choice = QWidget()
        row = QHBoxLayout(choice)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._letters)
        row.addStretch(1)
        head = Columns(self._theme, least=760, gap=24, stacked_gap=12)
        head.add(words)
        head.add(choice, share=0)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._name, 1)
        line.addWidget(self._start, 0, _MIDDLE)
        self.body.setSpacing(16)
        self.body.addWidget(head)
        self.body.addLayout(line)
        self._rows.setSpacing(10)
        self.body.addLayout(self._rows)

    def _show_session(self, letter: str) -> None:
        programme, course = self._content.programme, self._content.course
        session = course.session(letter)
        shown = next(
            each
            for each in self._content.weeks[self._week - 1].sessions
            if each.place.letter == letter
        )
        self._name.setText(
            _("{name}, {minutes}").format(
                name=pgettext(programme.text_context, session.name),
                minutes=format_minutes(shown.seconds),
            )
        )
        routine = self._library.routine_name(shown.routine)
        self._start.setAccessibleName(_("Start {routine}").format(routine=routine))
        clear_layout(self._rows)
        steps = self._programmes.doses(programme, course, session, self._week)
        before = (
            self._programmes.doses(programme, course, session, self._week - 1)
            if self._week > 1
            else steps
        )
        seconds = self._library.step_seconds(shown.routine)
        for number, (growing, step) in enumerate(steps):
            row = self._make_row(growing, (step, before[number][1]), seconds[number])
            self._rows.addWidget(row)

    def _make_row(self, growing: GrowingStep, steps: tuple[Step, Step], seconds: float) -> QWidget:
        """Return an exercise: its picture, its doses, and at the end its level and its time."""
        step, before = steps
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        shot = FigureShot(step.exercise, level=step.level)
        line.addWidget(Thumbnail(self._theme, self._art, shot, *_PICTURE), 0, _MIDDLE)
        end = QWidget()
        at_end = QHBoxLayout(end)
        at_end.setContentsMargins(0, 0, 0, 0)
        at_end.setSpacing(16)
        choice = self._make_level(growing, step)
        if choice is not None:
            at_end.addWidget(choice, 0, _MIDDLE)
        time = make_label(format_clock(seconds))
        time.setAlignment(_MIDDLE | Qt.AlignmentFlag.AlignRight)
        time.setMinimumWidth(self._theme.fonts.pixels(_TIME))
        at_end.addWidget(time, 0, _MIDDLE)
        # Where letters are large, level and time go below the words; the time alone only where the
        # name has no room beside it.
        least = _BESIDE if choice is not None else 0
        words = Columns(self._theme, least=least, gap=16, stacked_gap=4)
        words.add(self._make_texts(growing, step, before))
        words.add(end, share=0)
        line.addWidget(words, 1)
        return row

    def _make_texts(self, growing: GrowingStep, step: Step, before: Step) -> QWidget:
        exercise = self._library.exercise(step.exercise)
        name = self._library.exercise_name(step.exercise)
        show = Button(self._theme, name, ButtonKind.LINK)
        show.setStyleSheet("padding: 0;")  # in line with the dose below it
        show.setAccessibleName(_("How to do {exercise}").format(exercise=name))
        show.setProperty("exercise", step.exercise)
        show.clicked.connect(self._show_exercise)
        dose = growing_dose(growing, step, exercise)
        earlier = growing_dose(growing, before, exercise)
        line = [dose, rest_text(step.rest_seconds)]
        words = QWidget()
        texts = QVBoxLayout(words)
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(0)
        texts.addStretch(1)
        texts.addWidget(show, 0, Qt.AlignmentFlag.AlignLeft)
        texts.addWidget(make_text(" · ".join(filter(None, line)), Type.BODY, "ink2"))
        if earlier != dose:
            was = _("the week before: {dose}").format(dose=earlier)
            texts.addWidget(make_text(was, Type.CAPTION, "ink2"))
        if step.note:
            note = pgettext(self._content.programme.text_context, step.note)
            texts.addWidget(make_text(note, Type.CAPTION, "ink2"))
        texts.addStretch(1)
        return words

    def _make_level(self, growing: GrowingStep, step: Step) -> QWidget | None:
        """Return the choice of the level, with a word where the log says it may be the next."""
        level = self._content.levels.get(step.exercise)
        exercise = self._library.exercise(step.exercise)
        ids = [each.id for each in exercise.levels]
        if level is None or growing.grows is Grows.NOTHING or len(ids) < 2:
            return None
        names = [_("Level {number}").format(number=number + 1) for number in range(len(ids))]
        name = self._library.exercise_name(step.exercise)
        choice = MenuChoice(self._theme, name, list(zip(ids, names, strict=True)), level.level)
        choice.setProperty("exercise", step.exercise)
        for action, each in zip(choice.menu().actions(), exercise.levels, strict=True):
            action.setToolTip(pgettext(exercise.text_context, each.text))
        choice.menu().setToolTipsVisible(True)
        choice.chosen.connect(self._choose_level)
        if not level.is_ready or level.level == ids[-1]:
            return choice
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(choice, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(make_label(_("ready for the next"), Type.CAPTION_STRONG, "done"))
        return both

    def _choose_level(self, level: str) -> None:
        choice = self.sender()
        if choice is not None:
            self.level_chosen.emit(str(choice.property("exercise")), level)

    def _show_exercise(self) -> None:
        button = self.sender()
        if button is not None:
            self.exercise_requested.emit(str(button.property("exercise")))

    def _ask_to_start(self) -> None:
        sessions = self._content.weeks[self._week - 1].sessions
        letter = self._letters.value()
        self.start_requested.emit(next(s.routine for s in sessions if s.place.letter == letter))
