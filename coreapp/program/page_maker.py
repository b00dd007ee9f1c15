"""Makes each page when it is first visited, with exactly the services it uses."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from coreapp.bootstrap import Services
from coreapp.services.sitting_breaks import SittingBreaks
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.navigation import PageKey, Shell
from coreapp.ui.pages.base import Page
from coreapp.ui.theme.theme import Theme

if TYPE_CHECKING:
    from coreapp.domain.settings import Settings
    from coreapp.ui.pages.break_cards import Sensed
    from coreapp.ui.pages.exercise import ExercisePage


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
        sensed: "Callable[[], Sequence[Sensed]]",
    ) -> None:
        self._services = services
        self._theme = theme
        self._art = art
        self._breaks = breaks
        self._shell = shell
        self._is_ready = is_ready
        self._settings_changed = settings_changed
        self._sensed = sensed

    def make(self, key: PageKey) -> Page:
        """Make a page."""
        makers: dict[PageKey, Callable[[], Page]] = {
            PageKey.TODAY: self._today,
            PageKey.LIBRARY: self._library,
            PageKey.ROUTINES: self._routines,
            PageKey.PLAN: self._plan,
            PageKey.LOG: self._log,
            PageKey.BREAKS: self._breaks_page,
            PageKey.GUIDE: self._guide,
            PageKey.SETTINGS: self._settings,
        }
        return makers[key]()

    def make_exercise_page(self) -> "ExercisePage":
        """Make the page that shows one exercise."""
        from coreapp.ui.pages.exercise import ExercisePage  # noqa: PLC0415  with the first visit

        return ExercisePage(self._theme, self._art, self._services.library, self._shell)

    def _today(self) -> Page:
        from coreapp.ui.breaks.sitting_card import SittingCard  # noqa: PLC0415  see above
        from coreapp.ui.pages.today import TodayPage  # noqa: PLC0415

        return TodayPage(
            theme=self._theme,
            art=self._art,
            library=self._services.library,
            planning=lambda: self._services.planning,
            composing=lambda: self._services.composing,
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
        )

    def _library(self) -> Page:
        from coreapp.ui.pages.library import LibraryPage  # noqa: PLC0415  see above

        return LibraryPage(self._theme, self._art, self._services.library, self._shell)

    def _routines(self) -> Page:
        from coreapp.ui.pages.routines import RoutinesPage  # noqa: PLC0415  see above

        return RoutinesPage(self._theme, self._art, self._services.library, self._shell)

    def _plan(self) -> Page:
        from coreapp.ui.pages.plan import PlanPage  # noqa: PLC0415  see above

        services = self._services
        return PlanPage(
            self._theme, self._art, services.library, services.planning, services.clock, self._shell
        )

    def _log(self) -> Page:
        from coreapp.ui.pages.training_log import TrainingLogPage  # noqa: PLC0415  see above

        services = self._services
        return TrainingLogPage(
            self._theme, self._art, services.library, services.training, self._shell
        )

    def _breaks_page(self) -> Page:
        from coreapp.ui.pages.breaks import BreaksPage  # noqa: PLC0415  see above

        services = self._services
        return BreaksPage(
            theme=self._theme,
            breaks=self._breaks,
            preferences=services.preferences,
            clock=services.clock,
            shell=self._shell,
            sensed=self._sensed,
        )

    def _guide(self) -> Page:
        from coreapp.ui.pages.guide import GuidePage  # noqa: PLC0415  see above

        services = self._services
        return GuidePage(
            self._theme, self._art, services.library, lambda: services.guide, self._shell
        )

    def _settings(self) -> Page:
        from coreapp.ui.pages.settings import SettingsPage  # noqa: PLC0415  see above

        page = SettingsPage(self._theme, self._art, self._services.preferences, self._shell)
        page.changed.connect(self._settings_changed)
        return page
