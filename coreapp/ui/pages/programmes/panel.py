"""The programmes that run, beside the calendar: how far one is, and what shifts them."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from coreapp.domain.programme import Course, Growth, Programme
from coreapp.i18n import _, format_skeleton, ngettext, pgettext
from coreapp.services.library import Library
from coreapp.services.programme_facts import Week
from coreapp.services.programme_plan import A_WEEK
from coreapp.services.programme_shelf import Paused
from coreapp.services.programme_shifts import ProgrammeShifts
from coreapp.services.programme_standing import CourseStanding, GrowthStanding, Standing
from coreapp.services.programme_words import (
    passes_reason,
    passes_text,
    programme_name,
    week_brief,
)
from coreapp.services.programmes import Programmes
from coreapp.ui.navigation import Shell
from coreapp.ui.pages.parts import clear_layout
from coreapp.ui.pages.programmes.desk import ProgrammeDesk
from coreapp.ui.pages.programmes.weeks import course_bars, growth_bars, week_here
from coreapp.ui.theme import metrics
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.buttons import Button, ButtonKind, ButtonSize, IconButton
from coreapp.ui.widgets.card import Card
from coreapp.ui.widgets.labels import make_text
from coreapp.ui.widgets.week_bars import Bar, WeekBars

_TOP: Final = Qt.AlignmentFlag.AlignTop
_INSET: Final = 16
"""As the other cards beside the calendar, which are narrow."""

LATER: Final = (1, 2, 3, A_WEEK, 2 * A_WEEK)
"""By so many days the rest of a programme can be pushed."""


class ProgrammePanel(QWidget):
    """A card for each programme that is in the plan or paused.

    Attributes:
        desk: carries out what the menus ask for.
    """

    def __init__(
        self,
        theme: Theme,
        library: Library,
        programmes: Callable[[], Programmes],
        shifts: Callable[[], ProgrammeShifts],
        shell: Shell,
    ) -> None:
        """Show nothing yet; `refresh` reads.

        Args:
            theme: the look.
            library: the sessions of the programmes.
            programmes: how far one is, made when it is first needed.
            shifts: what can be done with programmes in the plan, likewise.
            shell: opens a programme, and says what was done or went wrong.
        """
        super().__init__()
        self._theme = theme
        self._library = library
        self._programmes = programmes
        self._shifts = shifts
        self._shell = shell
        self.desk = ProgrammeDesk(theme, library, programmes, shifts, shell, self)
        self._cards = QVBoxLayout(self)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(metrics.CARD_GAP_NARROW)

    def refresh(self) -> bool:
        """Show how far one is; tell whether there is a programme in the plan, or a paused one.

        Raises:
            CoreappError: log or plan cannot be read.
        """
        programmes = self._programmes()
        found = []
        for programme in programmes.planned():
            standing = programmes.standing(programme.id)
            paused = self._shifts().paused(programme.id)
            if standing.in_plan is not None or paused is not None:
                found.append(self._card(programme, standing, paused))
        clear_layout(self._cards)
        for card in found:
            self._cards.addWidget(card)
            card.show()
        return bool(found)

    def _card(self, programme: Programme, standing: Standing, paused: Paused | None) -> QWidget:
        card = ProgrammeCard(self._theme, programme)
        self._fill(card, programme, standing)
        if paused is not None:
            card.show_pause(paused)
            card.resume_requested.connect(partial(self.desk.resume, programme.id))
        elif standing.in_plan is not None and standing.in_plan.is_behind:
            card.say(_("It ends before the last week. “Go on from here” lets it reach that one."))
        card.set_menu(self._menu(card, programme, is_paused=paused is not None))
        return card

    def _fill(self, card: "ProgrammeCard", programme: Programme, standing: Standing) -> None:
        match programme.plan, standing:
            case Course() as course, CourseStanding():
                weeks = self._programmes().weeks(programme, course)
                here = week_here(standing)
                text = _("Week {week} of {count}, minutes a week")
                card.set_line(text.format(week=here, count=len(weeks)))
                briefs = _briefs(course, weeks)
                card.show_bars(course_bars(course, weeks, standing), here - 1, briefs)
            case Growth() as growth, GrowthStanding():
                now = standing.passes.count
                card.set_line(_("Now {passes}").format(passes=passes_text(now)))
                bars = growth_bars(self._library, programme, growth, now)
                card.show_bars(bars, len(bars) - 1 - (growth.most - now), ())
                card.say(passes_reason(standing.passes))

    def _menu(self, card: QWidget, programme: Programme, *, is_paused: bool) -> QMenu:
        desk, identity = self.desk, programme.id
        menu = QMenu(card)
        if is_paused:
            menu.addAction(_("Go on from here"), partial(desk.resume, identity))
        else:
            later = menu.addMenu(_("Push the rest back"))
            for days in LATER:
                later.addAction(_later(days), partial(desk.push, identity, days))
            menu.addAction(_("Go on from here"), partial(desk.go_on, identity))
            if isinstance(programme.plan, Course):
                menu.addAction(_("Repeat this week"), partial(desk.repeat_week, identity))
            menu.addAction(pgettext("programme", "Pause"), partial(desk.pause, identity))
        menu.addSeparator()
        menu.addAction(_("Other days…"), partial(desk.ask_for_days, identity))
        menu.addAction(_("Open the programme"), partial(self._shell.open_programme, identity))
        menu.addAction(_("Take out of the plan"), partial(desk.take_out, identity))
        return menu


class ProgrammeCard(Card):
    """How far one is with a programme, in bars and a sentence, with a menu.

    Signals:
        resume_requested: the person wants to go on after a pause.
    """

    resume_requested = Signal()

    def __init__(self, theme: Theme, programme: Programme) -> None:
        super().__init__()
        self._theme = theme
        self._briefs: Sequence[str] = ()
        name = programme_name(programme)
        self._line = make_text("", Type.CAPTION, "ink2")
        self._bars = WeekBars(theme)
        self._sentence = make_text("", Type.BODY, "ink2")
        self.more = IconButton(
            theme, Icon.MORE, _("What can be done with {programme}").format(programme=name)
        )
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(make_text(name, Type.TITLE))
        texts.addWidget(self._line)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addLayout(texts, 1)
        head.addWidget(self.more)
        head.setAlignment(self.more, _TOP)
        self.body.setContentsMargins(_INSET, _INSET, _INSET, _INSET)
        self.body.addLayout(head)
        self.body.addWidget(self._bars)
        self.body.addWidget(self._sentence)
        self._bars.value_chosen.connect(self._say_of)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def set_menu(self, menu: QMenu) -> None:
        """Offer this menu."""
        self.more.setMenu(menu)

    def set_line(self, text: str) -> None:
        """Say beneath the name how far it is."""
        self._line.setText(text)

    def show_bars(self, bars: Sequence[Bar], chosen: int, briefs: Sequence[str]) -> None:
        """Show bars, with what is said about each while it is looked at; perhaps nothing."""
        self._briefs = briefs
        self._bars.show_bars(bars, chosen)
        self._say_of(chosen)

    def show_pause(self, paused: Paused) -> None:
        """Say since when it is paused, and offer to go on."""
        since = format_skeleton(paused.since, "MMMd")
        self.set_line(_("Paused since {date}").format(date=since))
        button = Button(
            self._theme, _("Go on from here"), ButtonKind.SECONDARY, size=ButtonSize.SMALL
        )
        button.setObjectName("resume_programme")
        button.clicked.connect(self.resume_requested)
        self.body.addWidget(button)

    def say(self, sentence: str) -> None:
        """Say something about the bars."""
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def _say_of(self, index: int) -> None:
        if 0 <= index < len(self._briefs):
            self.say(self._briefs[index])


def _briefs(course: Course, weeks: Sequence[Week]) -> list[str]:
    """Return for each week how it differs from the one before, and the one after it from it."""
    said = [week_brief(course, each.number, each.change) for each in weeks]
    return [" ".join(said[index : index + 2]) for index in range(len(said))]


def _later(days: int) -> str:
    if days % A_WEEK == 0:
        weeks = days // A_WEEK
        return ngettext("By {count} week", "By {count} weeks", weeks).format(count=weeks)
    return ngettext("By {count} day", "By {count} days", days).format(count=days)
