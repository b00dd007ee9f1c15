"""How large the program is: the wheel, and what `make run` brings into the virtual environment."""

import importlib.metadata
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.benchmarks.results import Results

ROOT: Final = Path(__file__).parents[2]
GOAL_WHEEL_MB: Final = 3.0


def bench(results: Results) -> None:
    """Build the wheel, and weigh it and everything the program needs."""
    results.tell("wheel", wheel_size() / 1e6, "MB", goal=GOAL_WHEEL_MB)
    sizes = {name: installed_size(name) for name in needed("coreapp")}
    results.tell("installed with the program, in all", sum(sizes.values()) / 1e6, "MB")
    for name, size in sorted(sizes.items(), key=lambda each: -each[1]):
        results.tell(f"installed with the program: {name}", size / 1e6, "MB")


def wheel_size() -> int:
    """Return the bytes of a wheel that is built for this."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        (wheel,) = Path(folder).glob("*.whl")
        return wheel.stat().st_size


def needed(name: str) -> set[str]:
    """Return what a distribution needs here, directly or not; extras are not among it."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        for requirement in _requirements(waiting.pop()):
            if requirement not in found:
                found.add(requirement)
                waiting.append(requirement)
    return found


def _requirements(name: str) -> Iterator[str]:
    for line in importlib.metadata.requires(name) or ():
        requirement, _, marker = line.partition(";")
        if "extra ==" in marker:
            continue
        wanted = re.split(r"[\s<>=!~\[(]", requirement.strip())[0]
        try:
            yield importlib.metadata.distribution(wanted).name
        except importlib.metadata.PackageNotFoundError:
            continue  # for another system


def installed_size(name: str) -> int:
    """Return the bytes of all files a distribution has brought."""
    distribution = importlib.metadata.distribution(name)
    paths = (Path(str(distribution.locate_file(each))) for each in distribution.files or ())
    return sum(path.stat().st_size for path in paths if path.is_file())
