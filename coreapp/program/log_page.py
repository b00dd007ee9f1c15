"""Makes the page of the log, and what asks how a day was, with the services they use."""

from collections.abc import Callable
from datetime import date

from coreapp.bootstrap import Services
from coreapp.domain.habits import DayNote
from coreapp.services.log_list import LogList
from coreapp.services.log_search import LogSearch
from coreapp.services.sitting_breaks import SittingBreaks
from coreapp.services.sitting_history import SittingHistory
from coreapp.services.training_picture import sensed_note
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.navigation import Shell
from coreapp.ui.pages.log.day_desk import DayDesk
from coreapp.ui.pages.log.desk import LogDesk, LogServices
from coreapp.ui.pages.log.page import LogPageParts, TrainingLogPage
from coreapp.ui.theme.theme import Theme


def make_log_page(
    services: Services,
    theme: Theme,
    art: FigureArt,
    days: DayDesk,
    shell: Shell,
    report: Callable[[], None] | None = None,
) -> TrainingLogPage:
    """Return the page of the log."""
    changing = LogServices(
        services.library,
        services.training,
        services.log_editing,
        lambda: services.activity_log,
    )
    parts = LogPageParts(
        LogList(services.database, services.clock),
        LogSearch(services.database, services.library),
        LogDesk(theme, art, changing, days, shell),
        report,
    )
    return TrainingLogPage(theme, art, parts, shell)


def make_day_desk(services: Services, theme: Theme, breaks: SittingBreaks, shell: Shell) -> DayDesk:
    """Return what asks how a day was, wherever it is asked."""
    history = SittingHistory(breaks, services.database, services.preferences, services.clock)

    def sensed(day: date) -> DayNote:
        return sensed_of(history, day)

    return DayDesk(theme, lambda: services.day_log, sensed, shell)


def sensed_of(history: SittingHistory, day: date) -> DayNote:
    """Return what was sensed of a day's sitting; nothing where nobody sat, or nothing is kept."""
    figures = history.week_of(day).figures_of(day)
    return sensed_note(figures.sitting, figures.longest)
