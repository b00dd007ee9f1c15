"""How often the program wakes up while it rests in the tray: the goal is next to never.

The program runs as a process of its own on an X server and a bus of its own, hidden, with a tray
that has nothing but a name. Somebody types there (a real key every 0.3 s), then nobody does.

A thread that goes to sleep again (a voluntary context switch) had been woken. One piece of work
makes several of them, waiting for the disk or for each other; they are counted as well, by thread.
A wake-up is the first one after a tenth of a second in which no thread of the program had any.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, sleep  # noqa: TID251  a process of its own runs on the real clock

from tests.benchmarks.desk import NEEDED, private_desk, typing_hands
from tests.benchmarks.processes import Member

ROOT = Path(__file__).parents[2]
GOALS = {"typing": 1 / 5, "away": 1 / 10}
"""Wake-ups a second that are not too many."""

LOOK_EVERY = 0.1
"""Switches that are closer together belong to one wake-up."""

SETTLED_AFTER = 15.0
"""Start-up is over, and what follows it."""

AWAY_AFTER = 30.0
"""By then resting hands are an absence (`away_after_s` is 20 here)."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What one stretch of time cost.

    Attributes:
        seconds: how long it was.
        wake_ups: how often the resting process was woken.
        threads: voluntary context switches of each thread, by its number and name.
        cpu_seconds: processor time of the whole process.
        seen: what the program took it for, by the state it keeps; the figures of one that senses
            nothing would say nothing.
    """

    seconds: float
    wake_ups: int
    threads: dict[str, int]
    cpu_seconds: float
    seen: str

    @property
    def a_second(self) -> float:
        """Wake-ups a second."""
        return self.wake_ups / self.seconds


def missing() -> list[str]:
    """Return the programs that are needed and not there."""
    return [name for name in NEEDED if shutil.which(name) is None]


def measure(seconds: float = 20.0) -> dict[str, Stretch]:
    """Run the program in the tray while somebody types and while nobody is there.

    Args:
        seconds: length of each of the two stretches.
    """
    with ExitStack() as world:
        home = Path(world.enter_context(tempfile.TemporaryDirectory()))
        desk = world.enter_context(private_desk())
        _write_settings(home)
        process = world.enter_context(_program(home, desk))
        with typing_hands(desk["DISPLAY"]):
            sleep(SETTLED_AFTER)
            typing = _watch(process, home, seconds)
        sleep(AWAY_AFTER)
        return {"typing": typing, "away": _watch(process, home, seconds)}


def _write_settings(home: Path) -> None:
    """Write settings in which it is never outside of working hours."""
    days = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    hours = {day: ["00:00-24:00"] for day in days}
    breaks = {"working_hours": hours, "away_after_s": 20}
    (home / "settings.json").write_text(json.dumps({"breaks": breaks}), encoding="utf-8")


@contextmanager
def _program(home: Path, desk: dict[str, str]) -> Iterator["subprocess.Popen[bytes]"]:
    process = subprocess.Popen(
        [sys.executable, "-m", "coreapp", "--hidden"],
        cwd=ROOT,
        env=desk | {"COREAPP_HOME": str(home)},
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(30)


def _watch(program: "subprocess.Popen[bytes]", home: Path, seconds: float) -> Stretch:
    if program.poll() is not None:
        raise RuntimeError("the program has ended")
    process = program.pid
    began, used = perf_counter(), Member(process).cpu_seconds()
    first = last = _switches(process)
    counts = dict(first)
    wake_ups, is_awake = 0, False
    while perf_counter() < began + seconds:
        sleep(LOOK_EVERY)
        now = _switches(process)
        ran = now != last
        wake_ups += ran and not is_awake
        last, is_awake = now, ran
        counts |= now  # a thread that has ended keeps what was seen of it last
    switches = {name: count - first.get(name, 0) for name, count in counts.items()}
    return Stretch(
        perf_counter() - began,
        wake_ups,
        {name: count for name, count in switches.items() if count},
        Member(process).cpu_seconds() - used,
        _seen(home),
    )


def _seen(home: Path) -> str:
    kept = json.loads((home / "sitting.json").read_text(encoding="utf-8"))
    presence = kept["engine"]["state"]["presence"]
    if presence["hands"] == "unsensed":
        return "nobody knows"
    return "away" if presence["absent"] else "there"


def _switches(process: int) -> dict[str, int]:
    """Return how often each thread of a process has gone to sleep so far."""
    found = {}
    for task in Path(f"/proc/{process}/task").iterdir():
        with suppress(FileNotFoundError):  # it has just ended
            lines = (task / "status").read_text().splitlines()
            status = dict(line.split(":\t", 1) for line in lines if ":\t" in line)
            found[f"{task.name} {status['Name']}"] = int(status["voluntary_ctxt_switches"])
    return found


def as_json(found: dict[str, Stretch]) -> str:
    """Return the figures for programs."""
    return json.dumps(
        {
            state: {
                "wake_ups_a_second": each.a_second,
                "goal": GOALS[state],
                "seen": each.seen,
                "seconds": each.seconds,
                "cpu_seconds": each.cpu_seconds,
                "switches": each.threads,
            }
            for state, each in found.items()
        }
    )


if __name__ == "__main__":
    print(as_json(measure(*(float(each) for each in sys.argv[1:2]))))
