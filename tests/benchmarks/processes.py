"""What a running process and all its children cost, as Linux counts it in /proc."""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path


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
        """Return the processor time it has used."""
        fields = Path(f"/proc/{self.number}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def switches(self) -> int:
        """Return how often its threads have been switched."""
        count = 0
        for task in Path(f"/proc/{self.number}/task").iterdir():
            with suppress(FileNotFoundError):  # it has just ended
                for line in (task / "status").read_text().splitlines():
                    if "ctxt_switches" in line:
                        count += int(line.split()[1])
        return count


@dataclass(frozen=True, slots=True)
class Usage:
    """What a family has used since it began."""

    cpu_seconds: float
    switches: int

    @classmethod
    def of(cls, process: int) -> "Usage":
        """Read what a process and its children have used so far."""
        members = list(family(process))
        return cls(
            sum(each.cpu_seconds() for each in members), sum(each.switches() for each in members)
        )

    def since(self, before: "Usage", seconds: float) -> Costs:
        """Return what the time since then cost."""
        return Costs(
            (self.cpu_seconds - before.cpu_seconds) * 1000 / seconds,
            (self.switches - before.switches) / seconds,
        )


def family(process: int) -> Iterator[Member]:
    """Yield a process and all its children."""
    yield Member(process)
    for task in Path(f"/proc/{process}/task").iterdir():
        with suppress(FileNotFoundError):
            for child in (task / "children").read_text().split():
                yield from family(int(child))
