"""Full screen on a real Wayland compositor: sway, without a screen of its own."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from coreapp.desktop.our_name import APP_ID
from coreapp.desktop.senses.wayland_fullscreen import WaylandFullScreen
from tests.real_desktop.other_window import another_window
from tests.real_desktop.probes import eventually
from tests.real_desktop.session_bus import skip_without

pytestmark = pytest.mark.real_desktop

NOBODY = "65534"
HEADLESS = {
    "WLR_BACKENDS": "headless",
    "WLR_RENDERER": "pixman",
    "WLR_LIBINPUT_NO_DEVICES": "1",
    "LIBSEAT_BACKEND": "noop",
}


@pytest.fixture
def sway(monkeypatch) -> Iterator[Path]:
    """Run sway; return its socket. It refuses to run as root, so there it runs as nobody."""
    skip_without("sway")
    folder = Path(tempfile.mkdtemp(prefix="wl"))  # not the test's own: nobody may not go there
    (folder / "config").write_text("xwayland disable\n")
    command = ["sway", "-c", str(folder / "config")]
    if os.geteuid() == 0:
        skip_without("setpriv")
        os.chown(folder, int(NOBODY), int(NOBODY))
        folder.chmod(0o700)
        rights = ["--inh-caps=-all", "--bounding-set=-all", "--clear-groups"]
        command = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", *rights, *command]
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
    environment |= HEADLESS | {k: v for k, v in os.environ.items() if k == "LD_LIBRARY_PATH"}
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        eventually((folder / "wayland-1").is_socket)
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
        monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-1")
        yield folder / "wayland-1"
    finally:
        process.kill()  # while it starts it does not hear that it should end
        process.wait(10)
        shutil.rmtree(folder)


def test_a_window_becomes_full_screen_and_small_again_and_our_own_never_count(sway) -> None:
    probe = WaylandFullScreen()
    assert probe.look() is False

    with another_window("mpv") as tell:
        tell("full")
        eventually(lambda: probe.look() is True)
        tell("small")
        eventually(lambda: probe.look() is False)

    other = WaylandFullScreen(own_app="somebody else")
    with another_window(APP_ID) as tell:
        tell("full")
        eventually(lambda: other.look() is True)
        assert probe.look() is False
