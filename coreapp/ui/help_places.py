"""What F1 tells about in each place of the main window."""

from typing import Final

from coreapp.services.help_topics import HelpTopic
from coreapp.ui.navigation import PageKey, Place

_TOPICS: Final = {
    PageKey.TODAY: HelpTopic.TODAY,
    PageKey.LIBRARY: HelpTopic.LIBRARY,
    PageKey.ROUTINES: HelpTopic.ROUTINES,
    PageKey.PLAN: HelpTopic.PLAN,
    PageKey.LOG: HelpTopic.LOG,
    PageKey.PROGRESS: HelpTopic.PROGRESS,
    PageKey.BREAKS: HelpTopic.SITTING,
    PageKey.GUIDE: HelpTopic.GUIDE,
    PageKey.SETTINGS: HelpTopic.SETTINGS,
}


def place_topic(place: Place) -> HelpTopic:
    """Return the topic of a page, of an exercise, or of a programme."""
    if place.exercise:
        return HelpTopic.LEVELS
    return HelpTopic.PROGRAMME if place.programme else _TOPICS[place.page]
