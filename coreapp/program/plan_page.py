"""Makes the page of the plan, with exactly the services it uses, and reads for it early."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from coreapp.bootstrap import Services
from coreapp.domain.month import month_weeks
from coreapp.i18n import first_weekday
from coreapp.services.rule_words import describe_entry
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.navigation import Shell
from coreapp.ui.pages.plan import PlanPage
from coreapp.ui.pages.plan.plan_desk import PlanServices
from coreapp.ui.pages.programmes.panel import ProgrammePanel
from coreapp.ui.theme.theme import Theme


def read_plan_ahead(services: Services) -> None:
    """Read this month once: to make its questions and its words takes longer than to ask them.

    Raises:
        CoreappError: log or plan cannot be read.
    """
    calendar = services.plan_calendar
    view = calendar.view(month_weeks(calendar.today(), first_weekday()))
    for each in view.entries:
        describe_entry(each)


def make_plan_page(
    services: Services,
    theme: Theme,
    art: FigureArt,
    shell: Shell,
    ask_how_it_was: Callable[[date, QWidget], None],
) -> PlanPage:
    """Make the page.

    Args:
        services: the use cases.
        theme: the look.
        art: draws the figures.
        shell: says what was done, and plays.
        ask_how_it_was: asks what is to be written down of a day, over a window.
    """
    planning = PlanServices(
        services.library,
        services.planning,
        services.plan_calendar,
        services.plan_changes,
        services.day_marks,
    )

    def make_programme() -> ProgrammePanel:
        return ProgrammePanel(
            theme,
            services.library,
            lambda: services.programmes,
            lambda: services.programme_shifts,
            shell,
        )

    return PlanPage(theme, art, planning, shell, make_programme, ask_how_it_was)
