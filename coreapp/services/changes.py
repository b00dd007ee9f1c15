"""What a use case altered, so that pages refresh if it concerns them."""

from enum import StrEnum


class Change(StrEnum):
    """A kind of data that is different now."""

    LOG = "log"
    PLAN = "plan"
    SETTINGS = "settings"
    BREAKS = "breaks"
    LIBRARY = "library"
    """Own exercises or routines, or the marks of exercises."""
