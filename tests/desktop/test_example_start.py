"""Starting the example: the program once more, in the language that is shown."""

import pytest
from PySide6.QtCore import QProcess

from coreapp.desktop.example_start import start_example
from coreapp.desktop.own_start import this_program
from coreapp.domain.errors import NotNowError


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """What would be started; nothing is."""
    commands: list[tuple[str, ...]] = []

    def start(program: str, words: list[str]) -> tuple[bool, int]:
        commands.append((program, *words))
        return True, 1

    monkeypatch.setattr(QProcess, "startDetached", start)
    return commands


def test_this_installation_is_started_with_the_command(started: list[tuple[str, ...]]) -> None:
    start_example("nl")

    assert started == [(*this_program(), "example", "--language", "nl")]


def test_what_cannot_be_started_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coreapp.desktop.example_start.this_program", lambda: ("/nowhere/coreapp",))

    with pytest.raises(NotNowError, match="cannot be started"):
        start_example("en")
