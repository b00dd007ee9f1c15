"""Whether a camera is in use: who of the user's programs has one open.

Linux tells by itself when a camera is opened or closed; who has it then is read from /proc, which
shows the programs of the same user. PipeWire serves cameras to other programs and keeps some open
for nobody; where only it has one open, it is asked who uses it.
"""

import json
import logging
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from coreapp.desktop.senses.descriptor_watch import DescriptorWatch
from coreapp.desktop.senses.file_opens import FileOpens
from coreapp.desktop.senses.probe import ProbeUnavailableError
from coreapp.services.desk_senses import Capability

logger = logging.getLogger(__name__)

ANSWER_SECONDS: Final = 2.0
"""PipeWire's tool is given so long."""

SERVERS: Final = frozenset({"pipewire", "wireplumber", "pipewire-media-"})
"""PipeWire itself, as /proc names its processes: by at most fifteen letters."""

_CAMERA: Final = re.compile(r"video\d+")
_SANDBOX: Final = Path("/.flatpak-info")


class DeviceCamera:
    """Cameras as device files."""

    capability = Capability.CAMERA
    name = "/dev/video*"

    def __init__(
        self,
        devices: Path = Path("/dev"),
        processes: Path = Path("/proc"),
        is_served: Callable[[], bool | None] | None = None,
        known: Path = Path("/run/udev/data"),
    ) -> None:
        """Get ready.

        Args:
            devices: where device files are.
            processes: where processes are.
            is_served: asks PipeWire whether it serves a camera to somebody.
            known: what udev has found out of devices.

        Raises:
            ProbeUnavailableError: other programs cannot be seen from here.
        """
        if _SANDBOX.exists():
            raise ProbeUnavailableError("a sandbox shows no programs but its own")
        if not (processes / "self" / "fd").is_dir():
            raise ProbeUnavailableError(f"{processes} tells nothing of programs")
        self._devices = devices
        self._processes = processes
        self._known = known
        self._is_served = is_served or pipewire_serves_camera
        try:
            self._files = FileOpens(devices)
        except (OSError, AttributeError) as error:
            raise ProbeUnavailableError(str(error)) from error
        self._files.watch(self._cameras())
        self._watch = DescriptorWatch("camera", self._files.fileno(), self._heard)

    @property
    def tells(self) -> bool:
        """Whether changes are told; where they cannot be, or no longer, it has to be asked."""
        return self._watch.is_alive

    def watch(self, changed: Callable[[], None]) -> None:
        """Call `changed`, from a thread of ours, when a camera is opened, closed or plugged in."""
        self._watch.start(changed)

    def look(self) -> bool | None:
        """Return whether one is in use; None if only PipeWire has one and does not say for whom."""
        there = self._cameras()
        if not there:
            return False
        users = set(users_of(there, self._processes, os.getpid()))
        if users - SERVERS:
            return True
        return self._is_served() if users else False

    def close(self) -> None:
        """Let go of everything."""
        self._watch.close()
        self._files.close()

    def _cameras(self) -> list[Path]:
        return cameras(self._devices, self._known)

    def _heard(self) -> bool:
        names = self._files.read()
        if any(_CAMERA.fullmatch(name) for name in names):
            self._files.watch(self._cameras())
            return True
        return "" in names


def cameras(devices: Path, known: Path) -> list[Path]:
    """Return the device files of cameras; there may be several for one.

    Video decoders have files of the same names. udev knows which can capture, and a camera need not
    be opened to ask that; where there is no udev, all count.
    """
    with suppress(OSError):
        files = (
            devices / each.name for each in os.scandir(devices) if _CAMERA.fullmatch(each.name)
        )
        return sorted(file for file in files if _captures(file, known))
    return []


def _captures(file: Path, known: Path) -> bool:
    try:
        number = file.stat().st_rdev
        found = (known / f"c{os.major(number)}:{os.minor(number)}").read_text(errors="replace")
    except OSError:
        return True
    return "E:ID_V4L_CAPABILITIES=" not in found or ":capture:" in found


def users_of(files: Iterable[Path], processes: Path, own_process: int) -> Iterator[str]:
    """Return the names of the processes that have one of the files open.

    Processes of other users cannot be looked into and are left out, as is this one.
    """
    wanted = {str(file) for file in files}
    for folder in os.scandir(processes):
        if folder.name.isdecimal() and folder.name != str(own_process) and _opens(folder, wanted):
            with suppress(OSError):
                yield Path(folder.path, "comm").read_text(errors="replace").strip()


def _opens(process: "os.DirEntry[str]", wanted: set[str]) -> bool:
    # It may end while it is looked at.
    with suppress(OSError), os.scandir(f"{process.path}/fd") as descriptors:
        for each in descriptors:
            with suppress(OSError):
                # Thousands of them: a Path for each would take four times as long.
                if os.readlink(each.path) in wanted:  # noqa: PTH115  see above
                    return True
    return False


def pipewire_serves_camera() -> bool | None:
    """Return whether PipeWire serves a camera to somebody; None if it does not say."""
    program = shutil.which("pw-dump")
    if program is None:
        return None
    try:
        done = subprocess.run(  # noqa: S603  a fixed command
            [program, "-N"], capture_output=True, check=True, timeout=ANSWER_SECONDS
        )
        return serves_camera(done.stdout)
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        logger.info("PipeWire does not tell of cameras: %s", error)
        return None


def serves_camera(dump: bytes) -> bool:
    """Tell from what PipeWire lists whether a camera runs.

    Raises:
        ValueError: it is no list of PipeWire's.
    """
    objects = json.loads(dump)
    if not isinstance(objects, list):
        raise ValueError("not a list")  # noqa: TRY004  the text is wrong, not the program
    infos = [each.get("info") for each in objects if isinstance(each, dict)]
    return any(
        info.get("state") == "running"
        and (info.get("props") or {}).get("media.class") == "Video/Source"
        for info in infos
        if isinstance(info, dict)
    )
