"""`coreapp breaks` to a program that really runs, as a person types it.

The program is a process of its own. So is a command where it is the process that matters; the many
others are carried out within this one, which saves a Python for each.
"""

import json
import signal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coreapp.cli import main
from tests.e2e.processes import LONGEST_SECONDS, run, running
from tests.e2e.test_two_starts import wait_for_start

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SETTINGS = {
    "language": "en",
    "breaks": {"working_hours": {day: ["00:00-24:00"] for day in DAYS}},
}


@pytest.fixture
def home(coreapp_home: Path) -> Path:
    coreapp_home.mkdir(exist_ok=True)
    (coreapp_home / "settings.json").write_text(json.dumps(SETTINGS), encoding="utf-8")
    return coreapp_home


class Commands:
    """`coreapp breaks` with the words of a test, within this process."""

    def __init__(self, capfd: pytest.CaptureFixture[str]) -> None:
        self._capfd = capfd

    def tried(self, *words: str) -> tuple[int, str, str]:
        """Return how a command ended, and what it printed: for people, and of its failure."""
        code = main(["breaks", *words])
        printed = self._capfd.readouterr()
        return code, printed.out, printed.err

    def said(self, *words: str) -> str:
        """Return what a command printed for people."""
        code, out, err = self.tried(*words)
        assert (code, err) == (0, "")
        return out

    def told(self, *words: str) -> dict[str, object]:
        """Return what a command printed for programs."""
        document: dict[str, object] = json.loads(self.said(*words, "--json"))
        return document

    def failed(self, code: int, *words: str) -> str:
        """Return the one line of a command that failed."""
        ended, out, err = self.tried(*words)
        assert (ended, out) == (code, "")
        assert err.count("\n") == 1
        return err


@pytest.fixture
def breaks(home: Path, capfd: pytest.CaptureFixture[str]) -> Commands:
    return Commands(capfd)


def test_a_day_by_commands(qtbot: QtBot, home: Path, breaks: Commands) -> None:
    told, failed = breaks.told, breaks.failed
    with running(home, "--hidden") as program:
        who_asks_while_it_starts_is_answered_when_it_has(qtbot, home, breaks)
        wait_for_start(qtbot, home)

        status = told("status")
        assert status["state"] == "sitting"
        assert status["owed"] is False
        assert status["holds"] == []
        assert str(status["next_break_at"])[-6] in "+-"
        assert {"due", "taken", "natural", "skipped"} <= status["today"].keys()
        assert breaks.said("status").startswith("Next break at")
        german = run(home, "breaks", "status", "--language", "de")
        assert german.stdout.startswith("Nächste Pause um")

        assert "no break to snooze" in failed(1, "snooze", "--minutes", "3")
        assert "no break to skip" in failed(1, "skip", "--reason", "a train")

        assert told("now")["break_running"] is True
        assert told("skip", "--reason", "a train")["today"]["skipped"] == 1
        assert told("stood")["today"]["taken"] == 1

        (hold,) = told("pause", "--for", "1h30m")["holds"]
        assert hold["reason"] == "manual"
        assert breaks.said("status").startswith("Paused")
        (hold,) = told("pause", "--until", "tomorrow")["holds"]
        assert "T00:00:00" in hold["until"]
        assert told("pause")["holds"][0]["until"] is None
        assert told("resume")["holds"] == []

        assert told("posture", "standing")["posture"] == "standing"
        assert told("posture", "sitting")["posture"] == "sitting"

        for wrong in ("--for soon", "--for 0", "--until 2020-01-01T10:00", "--until nonsense"):
            failed(1, "pause", *wrong.split())
        for wrong in ("pause --for 1h --until 9:00", "snooze --minutes 0", "posture lying", ""):
            failed(2, *wrong.split())

        # What a break offers is begun in the program.
        assert {"session"} == {each["reason"] for each in told("routine")["holds"]}
        assert "session is running" in failed(1, "exercise")

        program.send_signal(signal.SIGINT)
        assert program.wait(LONGEST_SECONDS) == 0
    assert "is not running" in failed(1, "status")


def who_asks_while_it_starts_is_answered_when_it_has(
    qtbot: QtBot, home: Path, breaks: Commands
) -> None:
    qtbot.waitUntil((home / "running.lock").exists, timeout=60_000)

    code, _out, err = breaks.tried("status", "--json")

    # Between the lock and the first word that is heard lies less than a millisecond.
    assert code == 0 or "does not answer" in err


def test_without_a_running_program_one_line_says_so(home: Path, breaks: Commands) -> None:
    told = "coreapp: Coreapp is not running. Start it first: “coreapp --hidden” does.\n"
    for words in ("status", "status --json", "now", "pause --for 1h", "resume"):
        assert breaks.failed(1, *words.split()) == told, words
        assert not (home / "running.lock").exists(), words
