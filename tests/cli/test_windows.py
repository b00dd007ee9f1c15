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


def test_the_window_is_asked_for(run, opened):
    play = ("play", "sun-salutation-5")
    handed_over = {
        (): (["show"], None),
        ("--language", "de"): (["show"], "de"),
        ("--hidden",): (["hide"], None),
        play: (["play", "sun-salutation-5", "1.0"], None),
        (*play, "--speed", "20", "--language", "nl"): (["play", "sun-salutation-5", "20.0"], "nl"),
        ("example",): ("example", None),
        ("example", "--language", "nl"): ("example", "nl"),
    }

    for words, asked in handed_over.items():
        assert run(*words).code == 7, words
        assert opened.pop() == asked, words
    assert opened == []


def test_the_tour_is_asked_for(run, monkeypatch, tmp_path):
    taken = []
    guide = ModuleType("coreapp.cli.tour")
    guide.run_tour = lambda _services, command: taken.append(command) or 0
    monkeypatch.setitem(sys.modules, "coreapp.cli.tour", guide)

    for words, look in {
        (): ("light", (1440, 900), 1, 100),
        ("--theme", "dark"): ("dark", (1440, 900), 1, 100),
        ("--size", "1024x680", "--text", "200"): ("light", (1024, 680), 1, 200),
        ("--size", "3840X2160", "--scale", "1.5"): ("light", (3840, 2160), 1.5, 100),
    }.items():
        assert run("tour", tmp_path / "pictures", *words).code == 0, words
        command = taken.pop()
        assert command.folder == tmp_path / "pictures"
        assert (command.theme, command.size, command.scale, command.text) == look, words
