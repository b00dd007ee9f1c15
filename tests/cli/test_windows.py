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


def test_the_tour_is_asked_for(run, monkeypatch, tmp_path):
    taken = []
    guide = ModuleType("coreapp.cli.tour")
    guide.run_tour = lambda _services, command: taken.append((command.folder, command.theme)) or 0
    monkeypatch.setitem(sys.modules, "coreapp.cli.tour", guide)

    assert run("tour", tmp_path / "pictures", "--theme", "dark").code == 0
    assert taken == [(tmp_path / "pictures", "dark")]
