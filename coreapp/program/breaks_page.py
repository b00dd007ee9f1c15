"""Makes the page of the sitting breaks, with exactly the services it uses."""

from collections.abc import Callable

from coreapp.bootstrap import Services
from coreapp.domain.settings import Settings
from coreapp.domain.sitting.view import View
from coreapp.program.sensing import Sensing
from coreapp.services.call_hint import call_hint
from coreapp.services.corrections import Corrections
from coreapp.services.sitting_breaks import SittingBreaks
from coreapp.services.sitting_history import SittingHistory
from coreapp.ui.breaks.hurts_row import HurtsRow
from coreapp.ui.navigation import Shell
from coreapp.ui.pages.breaks.page import BreaksPage, BreaksPageDesk
from coreapp.ui.theme.theme import Theme


def make_breaks_page(
    services: Services,
    theme: Theme,
    breaks: SittingBreaks,
    shell: Shell,
    tests: Sensing,
    settings_changed: Callable[[Settings], None],
) -> BreaksPage:
    """Make the page.

    Args:
        services: the use cases.
        theme: the look.
        breaks: the sitting that is counted.
        shell: says what was done or went wrong.
        tests: the self-test, and what can be tried out.
        settings_changed: lets settings that were changed have their effect.
    """
    clock, preferences = services.clock, services.preferences
    history = SittingHistory(breaks, services.database, preferences, clock)

    def hint(view: View | None) -> str:
        """Return what can be done in a call, without what is hidden or hurts."""
        return call_hint(view, services.taste().avoided)

    return BreaksPage(
        theme=theme,
        breaks=breaks,
        history=history,
        preferences=preferences,
        clock=clock,
        shell=shell,
        desk=BreaksPageDesk(
            tests=tests,
            hint=hint,
            settings_changed=settings_changed,
            corrections=Corrections(history, services.database, clock, services.new_id),
        ),
        hurts=HurtsRow(theme, services.hurts, services.library),
    )
