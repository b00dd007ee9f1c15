"""The pages as the list at the left shows them: a name and an icon each."""

from typing import Final

from coreapp.i18n import _
from coreapp.ui.navigation import PageKey
from coreapp.ui.theme.icons import Icon
from coreapp.ui.widgets.nav_list import NavPage

_ICONS: Final = {
    PageKey.TODAY: Icon.TODAY,
    PageKey.LIBRARY: Icon.LIBRARY,
    PageKey.ROUTINES: Icon.ROUTINES,
    PageKey.PLAN: Icon.PLAN,
    PageKey.LOG: Icon.LOG,
    PageKey.PROGRESS: Icon.PROGRESS,
    PageKey.BREAKS: Icon.BREAKS,
    PageKey.GUIDE: Icon.GUIDE,
    PageKey.SETTINGS: Icon.SETTINGS,
}


def page_list() -> list[NavPage]:
    """Return the pages in their order, with their names in the language that is shown."""
    names = {
        PageKey.TODAY: _("Today"),
        PageKey.LIBRARY: _("Library"),
        PageKey.ROUTINES: _("Routines"),
        PageKey.PLAN: _("Plan"),
        PageKey.LOG: _("Log"),
        PageKey.PROGRESS: _("Progress"),
        PageKey.BREAKS: _("Breaks"),
        PageKey.GUIDE: _("Guide"),
        PageKey.SETTINGS: _("Settings"),
    }
    return [
        NavPage(key.value, names[key], _ICONS[key], at_end=key is PageKey.SETTINGS)
        for key in PageKey
    ]
