"""What a command has changed is told to the program that runs."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coreapp.desktop.single_instance import SingleInstance

KILLED = """
import os, sys
from PySide6.QtCore import QLockFile
lock = QLockFile(sys.argv[1])
lock.tryLock(0)
os._exit(0)
"""
"""Holds the lock and goes without letting it go."""

ADD = ("activity", "add", "walk", "--minutes", "5")


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[list[str]]]:
    """The words the running program would hear: here it is this process, which cannot answer."""
    heard: list[list[str]] = []
    monkeypatch.setattr(
        "coreapp.desktop.single_instance.tell_running",
        lambda _folder, words: heard.append(words),
    )
    return heard


def test_a_program_that_runs_is_told(
    run, qtbot: QtBot, coreapp_home: Path, told: list[list[str]]
) -> None:
    coreapp_home.mkdir()
    instance = SingleInstance(coreapp_home)
    assert instance.claim()

    identity = run(*ADD, "--json").json["id"]
    run("activity", "remove", identity)
    run("activity", "list")

    assert told == [["changed", "log"], ["changed", "log", "plan"]]
    instance.release()


def test_one_that_was_killed_is_not(run, coreapp_home: Path, told: list[list[str]]) -> None:
    coreapp_home.mkdir()
    lock = coreapp_home / "running.lock"
    subprocess.run([sys.executable, "-c", KILLED, str(lock)], check=True)
    assert lock.exists()

    assert run(*ADD).code == 0

    assert told == []


def test_without_one_nobody_is_told(run, told: list[list[str]]) -> None:
    assert run(*ADD).code == 0

    assert told == []


def test_what_changes_in_the_plan_is_told_so_that_its_reminder_comes_in_time(
    run, qtbot: QtBot, coreapp_home: Path, told: list[list[str]]
) -> None:
    coreapp_home.mkdir()
    instance = SingleInstance(coreapp_home)
    assert instance.claim()
    rule = ("--rrule", "FREQ=DAILY", "--at", "18:30", "--from", "2026-11-23")

    identity = run("schedule", "add", "core-four", *rule, "--json").json["id"]
    run("schedule", "move", identity, "2026-11-24", "--to", "2026-11-24T20:00")
    run("schedule", "skip", identity, "2026-11-25")
    run("schedule", "remove", identity)
    run("schedule", "next")
    run("programme", "sun-salutation-5-to-10", "--days", "MO,TH")
    run("programme", "sun-salutation-5-to-10")

    assert told == [["changed", "plan"]] * 5
    instance.release()


def test_what_was_played_in_a_terminal_is_told(
    run, qtbot: QtBot, coreapp_home: Path, told: list[list[str]]
) -> None:
    coreapp_home.mkdir()
    instance = SingleInstance(coreapp_home)
    assert instance.claim()

    run("play", "desk-1min-micro", "--terminal", "--speed", "6000")

    assert told == [["changed", "log", "plan"]]
    instance.release()
