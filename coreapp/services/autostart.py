"""Starting with the computer: what the settings switch, and what is offered once."""

from collections.abc import Sequence
from typing import Protocol

from coreapp.domain.sitting.facts import Fact, FactKind, Outcome
from coreapp.services.ports import StateFile

OFFERED = "autostart"
"""Under this key it is remembered that it was offered."""


class Autostart(Protocol):
    """The system's own list of what starts when somebody logs in."""

    @property
    def is_there(self) -> bool:
        """Whether this system has such a list that we can change."""

    def is_on(self) -> bool:
        """Tell whether the program is on the list now; what cannot be read counts as off."""

    def turn_on(self) -> None:
        """Put this program on the list, to be started hidden.

        Raises:
            CoreappError: the list cannot be changed.
        """

    def turn_off(self) -> None:
        """Take this program off the list.

        Raises:
            CoreappError: the list cannot be changed.
        """


class NoAutostart:
    """A system without such a list."""

    is_there = False

    def is_on(self) -> bool:
        """Tell that it is off."""
        return False

    def turn_on(self) -> None:
        """Do nothing."""

    def turn_off(self) -> None:
        """Do nothing."""


class AutostartOffer:
    """Whether it is time to offer the start with the computer: once, after the first break.

    Before, nobody knows whether they want it; later, the settings have it.
    """

    def __init__(self, autostart: Autostart, file: StateFile) -> None:
        self._autostart = autostart
        self._file = file
        self._was_offered = bool(file.load().get(OFFERED))

    def is_time(self, facts: Sequence[Fact]) -> bool:
        """Tell whether to offer it after what has just happened."""
        if self._was_offered or not any(_is_break(each) for each in facts):
            return False
        return self._autostart.is_there and not self._autostart.is_on()

    def note(self) -> None:
        """Remember that it was offered.

        Raises:
            CoreappError: the file cannot be written; in this run it is not offered again.
        """
        self._was_offered = True
        self._file.save({**self._file.load(), OFFERED: True})


def _is_break(fact: Fact) -> bool:
    """Tell whether somebody has just had a break."""
    return fact.kind is FactKind.NATURAL_BREAK or (
        fact.kind is FactKind.BREAK_END and fact.outcome is Outcome.TAKEN
    )
