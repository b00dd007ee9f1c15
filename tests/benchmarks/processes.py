"""What a running process and all its children cost, as Linux counts it."""

import ctypes
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import (
    clock_gettime,
    perf_counter,
    sleep,  # noqa: TID251  a process of its own runs on the real clock
)
from typing import Final

LOOK_EVERY: Final = 0.1
"""So often is looked at what is running, in seconds: what a thread did after the last look before
it ended is not counted."""


@dataclass(frozen=True, slots=True)
class Costs:
    """What a stretch of time cost.

    Attributes:
        cpu_ms: milliseconds of processor time a second.
        switches: context switches a second, of all threads, voluntary and not.
    """

    cpu_ms: float
    switches: float


@dataclass(frozen=True, slots=True)
class Member:
    """One process."""

    number: int

    def memory(self) -> int:
        """Return its share of the memory it uses (PSS), in bytes."""
        return self._rolled_up("Pss")

    def resident(self) -> int:
        """Return all memory it uses (RSS), in bytes: the same whatever else runs."""
        return self._rolled_up("Rss")

    def _rolled_up(self, name: str) -> int:
        text = Path(f"/proc/{self.number}/smaps_rollup").read_text()
        (line,) = (each for each in text.splitlines() if each.startswith(f"{name}:"))
        return int(line.split()[1]) * 1024

    def cpu_seconds(self) -> float:
        """Return the processor time it has used, of threads that have ended as well.

        `/proc` says it in hundredths of a second, which is more than a resting program uses in
        many seconds; the clock of the process counts nanoseconds.

        Raises:
            ProcessLookupError: there is no such process.
        """
        clock = ctypes.c_int()
        if ctypes.CDLL(None).clock_getcpuclockid(self.number, ctypes.byref(clock)):
            raise ProcessLookupError(self.number)
        return clock_gettime(clock.value)

    def switches(self) -> dict[int, int]:
        """Return how often each of its threads has been switched, by the thread's number."""
        found = {}
        for task in Path(f"/proc/{self.number}/task").iterdir():
            with suppress(FileNotFoundError, ProcessLookupError):  # it has just ended
                found[int(task.name)] = sum(
                    int(line.split()[1])
                    for line in (task / "status").read_text().splitlines()
                    if "ctxt_switches" in line
                )
        return found


class Usage:
    """What a process and its children use from now on.

    Linux counts switches for each thread and forgets them when it ends. So what has ended keeps the
    last figures that were seen of it: without them less than nothing could come out.
    """

    def __init__(self, process: int) -> None:
        self._process = process
        self._cpu: dict[int, float] = {}
        self._switches: dict[int, int] = {}
        self.look()
        self._began = perf_counter()
        self._before = self._total()

    def look(self) -> None:
        """See what has been used by now."""
        for member in family(self._process):
            with suppress(FileNotFoundError, ProcessLookupError):  # it has just ended
                self._cpu[member.number] = member.cpu_seconds()
                self._switches |= member.switches()

    def costs(self) -> Costs:
        """Return what the time until now cost."""
        self.look()
        seconds = perf_counter() - self._began
        (cpu_before, switches_before), (cpu, switches) = self._before, self._total()
        return Costs((cpu - cpu_before) * 1000 / seconds, (switches - switches_before) / seconds)

    def _total(self) -> tuple[float, int]:
        return sum(self._cpu.values()), sum(self._switches.values())


def watch(process: int, seconds: float) -> Costs:
    """Return what a process and its children cost for some time."""
    usage = Usage(process)
    until = perf_counter() + seconds
    while perf_counter() < until:
        sleep(LOOK_EVERY)
        usage.look()
    return usage.costs()


def family(process: int) -> Iterator[Member]:
    """Yield a process and all its children."""
    yield Member(process)
    for task in Path(f"/proc/{process}/task").iterdir():
        with suppress(FileNotFoundError, ProcessLookupError):
            for child in (task / "children").read_text().split():
                yield from family(int(child))
