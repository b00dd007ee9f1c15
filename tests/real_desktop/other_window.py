"""A window of another program that becomes full screen when it is told to."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tests.real_desktop.processes import changing_window


@contextmanager
def another_window(app: str, platform: str = "wayland") -> Iterator[Callable[[str], None]]:
    """Open a window of another program; give what tells it what to do."""
    process = subprocess.Popen(
        [sys.executable, changing_window.__file__, app],
        env={**os.environ, "QT_QPA_PLATFORM": platform},
        stdin=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )

    def tell(word: str) -> None:
        process.stdin.write(word + "\n")
        process.stdin.flush()

    with process:
        try:
            yield tell
        finally:
            tell("end")
