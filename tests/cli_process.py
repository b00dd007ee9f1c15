"""Starts the command line in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parents[1]


def process(
    words: Sequence[object], stdout: IO[str] | int = subprocess.PIPE, **environment: str
) -> subprocess.Popen[str]:
    """Start a command with nothing on its input; what Python warns of ends it."""
    return subprocess.Popen(
        [sys.executable, "-m", "coreapp", *(str(word) for word in words)],
        cwd=ROOT,
        # Output is kept until there is enough of it, as it is for people.
        env={**os.environ, "PYTHONUNBUFFERED": "", "PYTHONWARNINGS": "error", **environment},
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
