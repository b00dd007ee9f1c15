"""Commands that open a window hand over to the program; here it is only seen that they do."""

import sys
from types import ModuleType

import pytest


@pytest.fixture
def opened(monkeypatch):
    """What the windowed program was asked for; it is not really started."""
    calls = []

    def run(services, words, language=None):
        calls.append((words, language))
        return 7

    program = ModuleType("coreapp.app")
    program.run = run
    program.run_example = lambda _services, language: calls.append(("example", language)) or 7
    monkeypatch.setitem(sys.modules, "coreapp.app", program)
    return calls


@pytest.mark.parametrize(
    ("words", "handed_over"),
    [
        ((), (["show"], None)),
        (("--language", "de"), (["show"], "de")),
        (("--hidden",), (["hide"], None)),
        (("play", "sun-salutation-5"), (["play", "sun-salutation-5", "1.0"], None)),
        (
            ("play", "sun-salutation-5", "--speed", "20", "--language", "nl"),
            (["play", "sun-salutation-5", "20.0"], "nl"),
        ),
        (("example",), ("example", None)),
        (("example", "--language", "nl"), ("example", "nl")),
    ],
)
def test_the_window_is_asked_for(run, opened, words, handed_over):
    assert run(*words).code == 7
    assert opened == [handed_over]


@pytest.mark.parametrize(
    ("words", "look"),
    [
        ((), ("light", (1440, 900), 1, 100)),
        (("--theme", "dark"), ("dark", (1440, 900), 1, 100)),
        (("--size", "1024x680", "--text", "200"), ("light", (1024, 680), 1, 200)),
        (("--size", "3840X2160", "--scale", "1.5"), ("light", (3840, 2160), 1.5, 100)),
    ],
)
def test_the_tour_is_asked_for(run, monkeypatch, tmp_path, words, look):
    taken = []
    guide = ModuleType("coreapp.cli.tour")
    guide.run_tour = lambda _services, command: taken.append(command) or 0
    monkeypatch.setitem(sys.modules, "coreapp.cli.tour", guide)

    assert run("tour", tmp_path / "pictures", *words).code == 0
    (command,) = taken
    assert command.folder == tmp_path / "pictures"
    assert (command.theme, command.size, command.scale, command.text) == look
