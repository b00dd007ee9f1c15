"""How a probe is waited for: it is asked only when it has told that there may be something new."""

import threading
from collections.abc import Callable

PATIENCE_SECONDS = 30.0
"""Programs of others start within a second; with many beside them they take ten times as long."""

LOOK_SECONDS = 0.05


def until(told: threading.Event, look: Callable[[], object], wanted: object) -> None:
    """Wait until the probe has told something and then says what is wanted."""
    while True:
        assert told.wait(PATIENCE_SECONDS), f"nothing was told, and it is {look()}"
        told.clear()
        if look() is wanted:
            return


def eventually(happened: Callable[[], bool]) -> None:
    """Wait for another program that tells nothing when it is ready."""
    pause = threading.Event()
    for _look in range(round(PATIENCE_SECONDS / LOOK_SECONDS)):
        if happened():
            return
        pause.wait(LOOK_SECONDS)
    raise AssertionError("it did not happen in time")
