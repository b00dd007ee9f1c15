"""Makes each page when it is asked for, with exactly the services it uses."""

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from coreapp.bootstrap import Services
from coreapp.services.sitting_breaks import SittingBreaks
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.navigation import PageKey, Shell
from coreapp.ui.pages.base import Page
from coreapp.ui.theme.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from coreapp.domain.adherence import DoneBesides
    from coreapp.domain.settings import Settings
    from coreapp.program.sensing import Sensing
    from coreapp.services.sound_check import SoundCheck
    from coreapp.ui.pages.exercises.desk import ExerciseDesk
    from coreapp.ui.pages.exercises.exercise import ExercisePage
    from coreapp.ui.pages.log.day_desk import DayDesk
    from coreapp.ui.pages.programmes.page import ProgrammePage
    from coreapp.ui.pages.routines.desk import RoutineMaking
    from coreapp.ui.pages.settings.data_desk import DataDesk
    from coreapp.ui.pages.settings.page import SettingsPage
    from coreapp.ui.pages.settings.report_desk import ReportDesk
    from coreapp.ui.pages.today.cards import Asking


class PageMaker:
    """Knows what each page needs; imports a page's module with its first visit."""

    def __init__(  # noqa: PLR0913  it hands on all that pages are made of
        self,
        *,
        services: Services,
        theme: Theme,
        art: FigureArt,
        breaks: SittingBreaks,
        shell: Shell,
        is_ready: Callable[[], bool],
        settings_changed: "Callable[[Settings], None]",
        sensing: "Callable[[], Sensing]",
        sound: "Callable[[], SoundCheck]",
        welcome_again: Callable[[], None],
    ) -> None:
        self._services = services
        self._theme = theme
        self._art = art
        self._breaks = breaks
        self._shell = shell
        self._is_ready = is_ready
        self._settings_changed = settings_changed
        self._sensing = sensing
        self._sound = sound
        self._welcome_again = welcome_again

    def make(self, key: PageKey) -> Page:
        """Make a page."""
        makers: dict[PageKey, Callable[[], Page]] = {
            PageKey.TODAY: self._today,
            PageKey.LIBRARY: self._library,
            PageKey.ROUTINES: self._routines,
            PageKey.PLAN: self._plan,
            PageKey.LOG: self._log,
            PageKey.PROGRESS: self._progress,
            PageKey.BREAKS: self._breaks_page,
            PageKey.GUIDE: self._guide,
            PageKey.SETTINGS: self._settings,
        }
        return makers[key]()

    def make_exercise_page(self) -> "ExercisePage":
        """Make the page that shows one exercise."""
        from coreapp.ui.pages.exercises.exercise import ExercisePage  # noqa: PLC0415  with the first visit

        library, actions = self._services.library, self._exercise_desk
        return ExercisePage(self._theme, self._art, library, self._shell, actions)

    @cached_property
    def _exercise_desk(self) -> "ExerciseDesk":
        from coreapp.ui.pages.exercises.desk import ExerciseDesk  # noqa: PLC0415  see above

        services = self._services
        return ExerciseDesk(
            theme=self._theme,
            art=self._art,
            library=services.library,
            own=lambda: services.exercise_editing,
            marks=lambda: services.marks,
            shell=self._shell,
        )

    def make_programme_page(self) -> "ProgrammePage":
        """Make the page that shows one programme."""
        from coreapp.ui.pages.programmes.page import ProgrammePage  # noqa: PLC0415  see above

        services = self._services
        return ProgrammePage(
            theme=self._theme,
            art=self._art,
            library=services.library,
            programmes=lambda: services.programmes,
            shifts=lambda: services.programme_shifts,
            shell=self._shell,
            is_ready=self._is_ready,
        )

    def _today(self) -> Page:
        from coreapp.ui.breaks.sitting_card import SittingCard  # noqa: PLC0415  see above
        from coreapp.ui.pages.today.page import TodayPage  # noqa: PLC0415

        page = TodayPage(
            theme=self._theme,
            art=self._art,
            library=self._services.library,
            planning=lambda: self._services.planning,
            composing=lambda: self._services.composing,
            asking=self._asking(lambda day: self._day_desk.ask(day, page)),
            clock=self._services.clock,
            sitting_card=SittingCard(
                self._theme,
                self._breaks,
                self._services.preferences,
                self._services.clock,
                self._shell,
            ),
            shell=self._shell,
            is_ready=self._is_ready,
            hurts=lambda: self._services.hurts,
            done_besides=self._done_besides,
        )
        if self._services.first_start.answers.asks_first:
            # Under the head, above everything that could be begun.
            page.column.insertWidget(1, self._ask_first_card())
        return page

    def _ask_first_card(self) -> QWidget:
        from coreapp.program.ask_first import make_ask_first_card  # noqa: PLC0415  see above

        return make_ask_first_card(self._services.first_start, self._theme, self._shell)

    def _done_besides(self, first: "date", last: "date") -> "Mapping[date, DoneBesides]":
        return self._services.adherence.done_besides(first, last)

    def _asking(self, open_day: "Callable[[date], None]") -> "Asking":
        from coreapp.ui.pages.today.cards import Asking  # noqa: PLC0415  see above

        services = self._services
        return Asking(
            pictures=lambda: services.picture_reader,
            next_morning=lambda: services.next_morning,
            pain_notes=lambda: services.pain_notes,
            day_questions=lambda: services.day_questions,
            advice=lambda: services.advice,
            goals=lambda: services.goals,
            open_day=open_day,
        )

    def _library(self) -> Page:
        from coreapp.ui.pages.exercises.library import LibraryPage  # noqa: PLC0415  see above

        library, actions = self._services.library, self._exercise_desk
        return LibraryPage(self._theme, self._art, library, self._shell, actions)

    def _routines(self) -> Page:
        from coreapp.ui.pages.routines.page import RoutinesPage  # noqa: PLC0415  see above

        library, making = self._services.library, self._routine_making
        page = RoutinesPage(self._theme, self._art, library, self._shell, making)
        # Under the head, above the chips that choose among routines.
        page.column.insertWidget(1, self._programme_list())
        return page

    def _routine_making(self) -> "RoutineMaking":
        from coreapp.ui.pages.routines.desk import RoutineMaking  # noqa: PLC0415  see above

        services = self._services
        return RoutineMaking(
            services.routine_making, services.routine_sharing, services.routine_editing
        )

    def _programme_list(self) -> QWidget:
        from coreapp.ui.pages.programmes.programme_list import ProgrammeList  # noqa: PLC0415  see above

        services = self._services
        return ProgrammeList(
            self._theme, self._art, lambda: services.programmes, self._shell, self._is_ready
        )

    def _plan(self) -> Page:
        from coreapp.program.plan_page import make_plan_page  # noqa: PLC0415  see above

        return make_plan_page(
            self._services, self._theme, self._art, self._shell, self._day_desk.ask
        )

    def _log(self) -> Page:
        from coreapp.program.log_page import make_log_page  # noqa: PLC0415  see above

        page = make_log_page(
            self._services,
            self._theme,
            self._art,
            self._day_desk,
            self._shell,
            lambda: self._report_desk.ask(page),
        )
        return page

    @cached_property
    def _report_desk(self) -> "ReportDesk":
        from coreapp.ui.pages.settings.report_desk import ReportDesk  # noqa: PLC0415  see above
        from coreapp.ui.printing.desk import PrintDesk  # noqa: PLC0415

        services = self._services

        def prints_on(page: QWidget) -> PrintDesk:
            # A page keeps its desk: a sheet may still be written when the next one is asked for.
            desk = page.findChild(PrintDesk)
            if desk is None:
                desk = PrintDesk(self._theme, self._art, services.library, self._shell, page)
            return desk

        return ReportDesk(self._theme, lambda: services.reports, prints_on, self._shell)

    @cached_property
    def _day_desk(self) -> "DayDesk":
        from coreapp.program.log_page import make_day_desk  # noqa: PLC0415  see above

        return make_day_desk(self._services, self._theme, self._breaks, self._shell)

    def _progress(self) -> Page:
        from coreapp.ui.pages.progress.page import ProgressPage  # noqa: PLC0415  see above

        services = self._services
        page = ProgressPage(
            self._theme, self._art, lambda: services.progress, self._breaks.today, self._shell
        )
        page.report_requested.connect(lambda: self._report_desk.ask(page))
        return page

    def _breaks_page(self) -> Page:
        from coreapp.program.breaks_page import make_breaks_page  # noqa: PLC0415  see above

        return make_breaks_page(
            self._services,
            self._theme,
            self._breaks,
            self._shell,
            self._sensing(),
            self._settings_changed,
        )

    def _guide(self) -> Page:
        from coreapp.ui.pages.guide.page import GuidePage  # noqa: PLC0415  see above

        services = self._services
        return GuidePage(
            self._theme, self._art, services.library, lambda: services.guide, self._shell
        )

    def _settings(self) -> Page:
        from coreapp.ui.pages.settings.page import SettingsPage  # noqa: PLC0415  see above

        page = SettingsPage(
            self._theme,
            self._art,
            self._services.preferences,
            self._shell,
            self._sound(),
            self._services.autostart,
        )
        page.changed.connect(self._settings_changed)
        data = partial(self._data_desk, page)
        page.data.export_requested.connect(lambda presence: data().ask_where(presence))
        page.data.import_requested.connect(lambda: data().ask_which())
        start = self._services.first_start
        page.start.show_ask_first(wanted=start.answers.asks_first)
        page.start.ask_first_switched.connect(self._set_ask_first)
        page.start.again_requested.connect(self._welcome_again)
        return page

    def _data_desk(self, page: "SettingsPage") -> "DataDesk":
        """Return what carries data out and in; made, and imported, when it is first needed."""
        from coreapp.ui.pages.settings.data_desk import DataDesk  # noqa: PLC0415  see above

        desk = page.findChild(DataDesk)
        if desk is None:
            desk = DataDesk(self._theme, lambda: self._services.file_transfer, self._shell, page)
            desk.busy_changed.connect(page.data.set_busy)
        return desk

    def _set_ask_first(self, wanted: bool) -> None:  # noqa: FBT001  the state of a switch
        with self._shell.guarded():
            self._services.first_start.set_ask_first(wanted=wanted)
