"""What help can be asked for. The words come with the first question: `help_words`."""

from enum import StrEnum


class HelpTopic(StrEnum):
    """What can be asked about: terms first, then places."""

    EFFORT = "effort"
    PAIN = "pain"
    LEVELS = "levels"
    SITTING = "sitting"
    HOLDS = "holds"
    TENTH = "tenth"
    STREAK = "streak"
    REPEATS = "repeats"
    QUIET = "quiet"
    TODAY = "today"
    LIBRARY = "library"
    ROUTINES = "routines"
    PROGRAMME = "programme"
    PLAN = "plan"
    LOG = "log"
    PROGRESS = "progress"
    GUIDE = "guide"
    SETTINGS = "settings"
    PLAYER = "player"
    FEELING = "feeling"
