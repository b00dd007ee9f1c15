"""What Today shows of the log besides the plan: questions, advice, the goal of the week.

Its cards are made, and imported, when the log is open: the window comes first.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from coreapp.services.library import Library
from coreapp.ui.navigation import Shell
from coreapp.ui.pages.parts import card_padding
from coreapp.ui.theme.theme import Theme

if TYPE_CHECKING:
    from coreapp.services.advice import Advice
    from coreapp.services.day_questions import DayQuestions
    from coreapp.services.goals import Goals
    from coreapp.services.next_morning import NextMorning
    from coreapp.services.pain_notes import PainNotes
    from coreapp.services.training_picture import PictureReader
    from coreapp.ui.pages.today.advice_card import AdviceCard
    from coreapp.ui.pages.today.day_question_card import DayQuestionCard
    from coreapp.ui.pages.today.goal_row import GoalRow
    from coreapp.ui.pages.today.morning_card import MorningCard


@dataclass(frozen=True, slots=True)
class Asking:
    """The services behind the cards; each is asked for when the log is open.

    Attributes:
        open_day: opens what else can be said of a day.
    """

    pictures: "Callable[[], PictureReader]"
    next_morning: "Callable[[], NextMorning]"
    pain_notes: "Callable[[], PainNotes]"
    day_questions: "Callable[[], DayQuestions]"
    advice: "Callable[[], Advice]"
    goals: "Callable[[], Goals]"
    open_day: Callable[[date], None] | None = None


@dataclass(frozen=True, slots=True)
class _Cards:
    """The cards, when they are made."""

    morning: "MorningCard"
    day: "DayQuestionCard"
    advice: "AdviceCard"
    goal: "GoalRow"


class TodayCards:
    """Makes the cards once, and asks all of them with one look at the log.

    Attributes:
        above: the place of the one thing that comes before the session: advice that is about
            safety, else a question.
        below: the place of all others.
        goal_place: the place of the goal, within the week.
    """

    def __init__(self, theme: Theme, library: Library, shell: Shell, asking: Asking) -> None:
        self._theme = theme
        self._library = library
        self._shell = shell
        self._asking = asking
        self.above = QVBoxLayout()
        self.below = QVBoxLayout()
        self.goal_place = QVBoxLayout()
        self._cards: _Cards | None = None
        self._padding = card_padding(narrow=False)

    @property
    def are_made(self) -> bool:
        """Whether the cards are there, with what was said last."""
        return self._cards is not None

    def refresh(self, today: date) -> None:
        """Ask, advise and show the goal as the log has it now.

        Raises:
            CoreappError: the log cannot be read.
        """
        if self._cards is None:
            self._cards = self._make()
        cards, picture = self._cards, self._asking.pictures().read()
        cards.morning.refresh()
        cards.day.refresh(picture.pain, waits=not cards.morning.isHidden())
        cards.advice.refresh(picture)
        cards.goal.refresh(today, picture)
        self._share_places(cards)

    def _share_places(self, cards: _Cards) -> None:
        """Let one thing stand above the session, which is what the page is for.

        What is about safety is seen without scrolling; then a question can wait at the foot.
        """
        is_safety = cards.advice.is_about_safety
        (self.above if is_safety else self.below).addWidget(cards.advice)
        for each in (cards.morning, cards.day):
            (self.below if is_safety else self.above).addWidget(each)

    def set_narrow(self, *, narrow: bool) -> None:
        """Let all begin at the edge of the cards around them."""
        self._padding = card_padding(narrow=narrow)
        if self._cards is not None:
            self._align(self._cards)

    def forget(self) -> None:
        """Let go what was answered."""
        if self._cards is not None:
            self._cards.morning.forget()
            self._cards.day.forget()

    def _align(self, cards: _Cards) -> None:
        for body in (cards.morning.body, cards.day.body, cards.advice.body):
            margins = body.contentsMargins()
            body.setContentsMargins(self._padding, margins.top(), self._padding, margins.bottom())

    def _make(self) -> _Cards:
        from coreapp.ui.pages.today.advice_card import AdviceCard  # noqa: PLC0415  see above
        from coreapp.ui.pages.today.day_question_card import DayQuestionCard  # noqa: PLC0415
        from coreapp.ui.pages.today.goal_row import GoalRow  # noqa: PLC0415
        from coreapp.ui.pages.today.morning_card import MorningCard  # noqa: PLC0415

        asking, shell = self._asking, self._shell
        made = _Cards(
            MorningCard(self._theme, asking.next_morning, shell, asking.pain_notes),
            DayQuestionCard(self._theme, asking.day_questions, shell, asking.open_day),
            AdviceCard(self._theme, asking.advice, self._library, shell),
            GoalRow(self._theme, asking.goals, shell),
        )
        self.goal_place.addWidget(made.goal)
        self._align(made)
        return made
