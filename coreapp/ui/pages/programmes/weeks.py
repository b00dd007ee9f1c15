"""The weeks of a programme, or the passes of a flow: bars, and what the one looked at holds."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from coreapp.domain.programme import Course, Growth, GrowthPlace, Programme, routine_id
from coreapp.i18n import _, format_minutes
from coreapp.services.library import Library
from coreapp.services.programme_facts import Week
from coreapp.services.programme_standing import CourseStanding, GrowthStanding
from coreapp.services.programme_words import (
    passes_reason,
    passes_text,
    week_change,
    week_name,
    week_of,
)
from coreapp.services.programmes import Programmes
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.pages.programmes.cards import BarsCard
from coreapp.ui.pages.programmes.doses import Content, ProgrammeDoses
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.level_ladder import RungState
from coreapp.ui.widgets.week_bars import Bar


class CourseWeeks(QObject):
    """The bars of a course and the card of doses, which show the same week.

    Attributes:
        card: the bars.
        doses: what the week holds; None until it is made.
        tag: which week one is in, for the card of the session.
    """

    def __init__(
        self,
        theme: Theme,
        art: FigureArt,
        library: Library,
        programmes: Programmes,
        content: Content,
        standing: CourseStanding,
    ) -> None:
        course, weeks = content.course, content.weeks
        self.tag = week_of(standing.week, course) if standing.next else ""
        self.card = BarsCard(theme, _("Minutes a week"), self.tag or _("All weeks done"))
        super().__init__(self.card)
        self.doses: ProgrammeDoses | None = None
        self._make = partial(ProgrammeDoses, theme, art, library, programmes, content)
        self._course = course
        self._weeks = weeks
        self._week = standing.week
        self.card.show_bars(course_bars(course, weeks, standing), self._week - 1)
        self.card.say(self._sentence(standing.week))
        self._letter = standing.next.letter if standing.next else course.sessions[0].letter
        self.card.bar_chosen.connect(self._show_bar)

    def make_doses(self) -> ProgrammeDoses:
        """Make the card of what the week holds; it lies below all that one comes for."""
        self.doses = self._make()
        self.doses.show_week(self._week, self._letter)
        return self.doses

    @property
    def looked_at(self) -> tuple[int, str]:
        """The week and the session that are looked at."""
        return self._week, self.doses.letter if self.doses is not None else self._letter

    def look_at(self, week: int, letter: str) -> None:
        """Look at a session of a week."""
        if (week, letter) == self.looked_at:
            return
        self.card.look_at(week - 1)
        self._show(week, letter)

    def _show_bar(self, index: int) -> None:
        self._show(index + 1, self.looked_at[1])

    def _show(self, week: int, letter: str) -> None:
        self._week, self._letter = week, letter
        if self.doses is not None:
            self.doses.show_week(week, letter)

    def _sentence(self, week: int) -> str:
        """Return what changes in the week after this one, and why; in the last one, in this."""
        after = min(week + 1, len(self._weeks))
        change = week_change(self._course, after, self._weeks[after - 1].change)
        return _("{week}: {change}").format(week=week_name(after), change=change)


class GrowthSteps(QObject):
    """The passes of a flow as bars; there is nothing else to look at.

    Attributes:
        card: the bars.
        tag: how many passes it is now.
        exercise: the flow.
    """

    def __init__(
        self,
        theme: Theme,
        library: Library,
        programme: Programme,
        growth: Growth,
        standing: GrowthStanding,
    ) -> None:
        now = standing.passes.count
        self.tag = passes_text(now)
        self.exercise = growth.step.exercise
        self.card = BarsCard(theme, _("Passes a day"), _("Now {passes}").format(passes=self.tag))
        super().__init__(self.card)
        bars = growth_bars(library, programme, growth, now)
        self.card.show_bars(bars, len(bars) - 1 - (growth.most - now))
        self.card.say(passes_reason(standing.passes))


def course_bars(course: Course, weeks: Sequence[Week], standing: CourseStanding) -> list[Bar]:
    """Return the weeks of a course as bars: done, the one to go on with, and those ahead."""
    return [_bar(each, course, standing) for each in weeks]


def growth_bars(library: Library, programme: Programme, growth: Growth, now: int) -> list[Bar]:
    """Return the passes of a flow as bars, from the first or from fewer up to the most."""
    bars = []
    for count in range(min(growth.first, now), growth.most + 1):
        seconds = library.timeline(routine_id(programme.id, GrowthPlace(count))).seconds
        name = _("{passes}, {minutes}").format(
            passes=passes_text(count), minutes=format_minutes(seconds)
        )
        bars.append(Bar(seconds, str(count), name, _state(count, now)))
    return bars


def week_here(standing: CourseStanding) -> int:
    """Return the week to go on with: the plan's, where it has one."""
    in_plan = standing.in_plan
    return (in_plan.goes_on if in_plan else 0) or standing.week


def _bar(week: Week, course: Course, standing: CourseStanding) -> Bar:
    is_done = all(each.place in standing.done for each in week.sessions)
    state = RungState.DONE if is_done else RungState.AHEAD
    if standing.next is not None and week.number == week_here(standing):
        state = RungState.HERE
    name = _("{week}, {minutes}").format(
        week=week_of(week.number, course), minutes=format_minutes(week.seconds)
    )
    return Bar(week.seconds, str(week.number), name, state)


def _state(count: int, now: int) -> RungState:
    if count == now:
        return RungState.HERE
    return RungState.DONE if count < now else RungState.AHEAD
