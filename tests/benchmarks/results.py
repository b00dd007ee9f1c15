"""What `make bench` found: told one figure a line while it runs, kept as JSON when it is over."""

import json
import statistics
from collections.abc import Sequence
from pathlib import Path
from typing import Final

KEPT: Final = Path(__file__).parents[2] / "build" / "bench.json"


class Results:
    """Tells each figure as soon as it is known."""

    def __init__(self) -> None:
        self._found: list[dict[str, object]] = []

    def tell(
        self, name: str, value: float, unit: str, more: str = "", *, goal: float | None = None
    ) -> None:
        """Print one figure.

        Args:
            goal: what it should be at most, in the same unit.
        """
        self._found.append({"name": name, "value": round(value, 3), "unit": unit, "goal": goal})
        said = [] if goal is None else [f"goal {goal:g}"]
        beside = "; ".join([*said, *([more] if more else [])])
        rest = f"   ({beside})" if beside else ""
        print(f"{name:60} {value:9.1f} {unit:5}{rest}", flush=True)

    def tell_times(self, name: str, seconds: Sequence[float], *, goal: float | None = None) -> None:
        """Print the median of some runs in milliseconds, with the least and the most."""
        least, most = min(seconds) * 1000, max(seconds) * 1000
        middle = statistics.median(seconds) * 1000
        self.tell(name, middle, "ms", f"{least:.1f} to {most:.1f}", goal=goal)

    def save(self, path: Path = KEPT) -> None:
        """Write all of them as JSON."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(self._found, indent=1, ensure_ascii=False) + "\n", "utf-8")
        print(f"{len(self._found)} figures are in {path.relative_to(path.parents[1])}", flush=True)


def percentile(values: Sequence[float], share: float) -> float:
    """Return what so many of 1 do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
