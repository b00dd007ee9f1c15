"""An X server of its own for each test that needs one."""

import os
import shutil
import subprocess
from collections.abc import Iterator

import pytest

from tests.e2e.conftest import (  # noqa: F401  fixtures: the whole program, on the test's clock
    _plain_look,
    open_world,
    paints_figures,
    quits,
    tones,
)

NEEDED = ("Xvfb", "xdotool")


@pytest.fixture
def x_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Return the name of a display without a window manager; skip where none can be had."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        pytest.skip(f"{' and '.join(missing)} not installed (see packaging/packages)")
    reader, writer = os.pipe()
    # -noreset: else it starts anew when its last client leaves, and drops who connects meanwhile.
    options = ["-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), *options],
        pass_fds=[writer],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as told:
        number = told.readline().strip()
    try:
        assert number, "the X server did not start"
        display = f":{number}"
        monkeypatch.setenv("DISPLAY", display)
        for name in ("WAYLAND_DISPLAY", "XDG_SESSION_TYPE"):
            monkeypatch.delenv(name, raising=False)
        yield display
    finally:
        server.terminate()
        server.wait(10)
