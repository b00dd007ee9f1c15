"""A self-test whose answers a test sets."""

from collections.abc import Sequence

from coreapp.services.desk_check import Check, CheckState

WORKS = Check(
    "hands", "Hands resting", CheckState.WORKS, "XScreenSaver", "There is input just now."
)
MISSING = Check("tray", "Tray", CheckState.MISSING, remedy="A small window takes its place.")


class FakeDeskTests:
    """Satisfies `coreapp.services.desk_check.DeskTests`; remembers what it was asked for."""

    def __init__(
        self, senses: Sequence[Check] = (WORKS,), shows: Sequence[Check] = (MISSING,)
    ) -> None:
        self.tells = senses
        self.shown = shows
        self.asked: list[str] = []

    def begin(self) -> None:
        """Everything is known here."""

    def senses(self) -> Sequence[Check]:
        return self.tells

    def shows(self) -> Sequence[Check]:
        return self.shown

    def look(self) -> None:
        self.asked.append("look")

    def show_bar(self) -> None:
        self.asked.append("bar")

    def send_notice(self) -> None:
        self.asked.append("notice")

    def play_tone(self) -> None:
        self.asked.append("tone")
