"""How a probe is waited for: it is asked only when it has told that there may be something new."""

import threading
from collections.abc import Callable

PATIENCE_SECONDS = 10.0


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
    for _look in range(200):
        if happened():
            return
        pause.wait(PATIENCE_SECONDS / 200)
    raise AssertionError("it did not happen in time")
