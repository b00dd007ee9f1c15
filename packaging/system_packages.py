"""Finds and installs what Python packages cannot bring: the system libraries that Qt loads.

What is missing is found by trying to load it, which is right on every Linux; only the names of the
packages are Debian's and Ubuntu's. Nothing here waits for a password that nobody can type.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libXext.so.6": "libxext6",
    "libXrandr.so.2": "libxrandr2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libdrm.so.2": "libdrm2",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",  # on Ubuntu 24.04 provided by libglib2.0-0t64
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libpulse.so.0": "libpulse0",
    "libspeechd.so.2": "libspeechd2",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""What PySide6 and its X11, Wayland, sound and speech plugins load, and the packages that bring it.

Read from the libraries themselves (`readelf -d`), PySide6 6.11.3; all names exist on Debian 12 and
on Ubuntu 24.04.
"""

TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "dbus-daemon": "dbus-daemon",
    "dbus-monitor": "dbus-bin",
    "desktop-file-validate": "desktop-file-utils",
    "espeak-ng": "espeak-ng",
    "playerctl": "playerctl",
    "speech-dispatcher": "speech-dispatcher",
    "xdotool": "xdotool",
}
"""What the tests on a real desktop start, with the package that brings it."""

DESKTOP_SERVICES = {
    "dunst": "dunst",
    "gsettings": "libglib2.0-bin",
    "openbox": "openbox",
    "pactl": "pulseaudio-utils",
    "pipewire": "pipewire-bin",
    "pulseaudio": "pulseaudio",
    "sway": "sway",
    "wireplumber": "wireplumber",
}
"""Services of a desktop that tests start to see the program sense them. A test whose service cannot
be had is skipped and says so; not every Debian has all of them."""

DBUSMOCK = "python3-dbusmock"
SYSTEM_MODULES = {"dbusmock": DBUSMOCK, "pyatspi": "python3-pyatspi"}
"""Modules of Debian's own Python and of no other: one plays services on D-Bus, the other reads
windows as a screen reader does."""

SERVICE_FILES = {
    "at-spi2-core": Path("/usr/libexec/at-spi-bus-launcher"),
    "dconf-gsettings-backend": Path("/usr/libexec/dconf-service"),
    "gsettings-desktop-schemas": Path("/usr/share/glib-2.0/schemas/org.gnome.desktop.enums.xml"),
}
"""What is no program on the path, each with a file that comes with it: the bus of screen readers,
and what `gsettings` needs to keep a setting."""

SYSTEM_PYTHON = "/usr/bin/python3"
"""Debian's own."""

SPELLING = {
    "en_GB": "hunspell-en-gb",
    "de_DE": "hunspell-de-de",
    "nl_NL": "hunspell-nl",
}
"""The dictionaries of `make lint`, with the package that brings each. Nothing else needs them, so
where they cannot be had the set-up only says so."""

DICTIONARY_FOLDERS = (Path("/usr/share/hunspell"), Path("/usr/share/myspell/dicts"))

FONT_PACKAGE = "fonts-dejavu-core"


class SystemPackagesError(Exception):
    """The system lacks something and we may not install it; the message says what to do."""


def ensure_system_packages(*, for_tests: bool) -> None:
    """Install what is missing, or say what a person has to install.

    Raises:
        SystemPackagesError: something that is needed is missing and could not be installed.
    """
    if sys.platform != "linux":
        return
    services = missing_services() if for_tests else {}
    wanted = (
        missing_packages(for_tests=for_tests),
        _missing_for_lint(for_tests=for_tests),
        *({name: package} for name, package in services.items()),
    )
    if not any(wanted):
        return
    advice = debian_advice if shutil.which("apt-get") else other_systems_advice
    rights = _rights_to_install() if shutil.which("apt-get") else None
    if rights is not None:
        _install(rights, *wanted)
    missing = missing_packages(for_tests=for_tests)
    if missing:
        raise SystemPackagesError(advice(missing))
    left_out = _missing_for_lint(for_tests=for_tests)
    if left_out:
        print("make lint will not check the spelling.", advice(left_out), flush=True)
    skipped = missing_services() if for_tests else {}
    if skipped:
        print("Tests with services of a desktop are skipped.", advice(skipped), flush=True)


def missing_packages(*, for_tests: bool) -> dict[str, str]:
    """Return what is missing, each with the Debian package that brings it."""
    missing = {name: package for name, package in LIBRARIES.items() if not _loads(name)}
    if importlib.util.find_spec("ensurepip") is None:
        missing["the venv module"] = f"python3.{sys.version_info.minor}-venv"
    if not _has_fonts():
        missing["a font"] = FONT_PACKAGE
    if for_tests:
        programs = TEST_PROGRAMS.items()
        missing |= {name: package for name, package in programs if shutil.which(name) is None}
    return missing


def missing_dictionaries() -> dict[str, str]:
    """Return what the check of the spelling lacks, each with the package that brings it."""
    missing = {
        name: package
        for name, package in SPELLING.items()
        if not any((folder / f"{name}.dic").exists() for folder in DICTIONARY_FOLDERS)
    }
    if shutil.which("hunspell") is None:
        missing["hunspell"] = "hunspell"
    return missing


def missing_services() -> dict[str, str]:
    """Return what some tests on a real desktop lack, each with the package that brings it."""
    programs = DESKTOP_SERVICES.items()
    missing = {name: package for name, package in programs if shutil.which(name) is None}
    missing |= {package: package for package, file in SERVICE_FILES.items() if not file.exists()}
    modules = SYSTEM_MODULES.items()
    missing |= {package: package for module, package in modules if not _has_module(module)}
    return missing


def debian_advice(missing: dict[str, str]) -> str:
    """Return the one line that names the packages and the command, where apt is."""
    packages = " ".join(_names(missing))
    return (
        f"System packages are missing. Run this, then make again: sudo apt-get install {packages}"
    )


def other_systems_advice(missing: dict[str, str]) -> str:
    """Return the one line that names what is missing, where package names are unknown to us."""
    return (
        "Missing on this system: " + ", ".join(sorted(missing)) + ". "
        "Install them with its package manager, then run make again."
    )


def _missing_for_lint(*, for_tests: bool) -> dict[str, str]:
    return missing_dictionaries() if for_tests else {}


def _names(missing: dict[str, str]) -> list[str]:
    return sorted(set(missing.values()))


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_module(name: str) -> bool:
    """Tell whether the system's Python has a module."""
    if not Path(SYSTEM_PYTHON).exists():
        return False
    check = [SYSTEM_PYTHON, "-c", f"import {name}"]
    return not subprocess.run(check, capture_output=True, check=False).returncode


def _has_fonts() -> bool:
    places = [
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        Path("~/.local/share/fonts"),
    ]
    kinds = ("*.ttf", "*.otf", "*.ttc")
    return any(any(place.expanduser().rglob(kind)) for place in places for kind in kinds)


def _rights_to_install() -> list[str] | None:
    """Return what to put before apt-get, or None if we have no right and nobody to ask."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    if subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0:
        return ["sudo", "-n"]
    return ["sudo"] if sys.stdin.isatty() else None


def _install(rights: list[str], *wanted: dict[str, str]) -> None:
    """Install packages; a list that cannot be fetched anew may still do for what we need.

    Each of `wanted` by itself: apt-get installs nothing at all if it does not know one name.
    """
    apt = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    apt += ["-o", "DPkg::Lock::Timeout=120", "-o", "Dpkg::Use-Pty=0"]
    subprocess.run([*apt, "update"], check=False)
    for missing in filter(None, wanted):
        command = [*apt, "install", "--yes", "--no-install-recommends", *_names(missing)]
        print("Installing system packages:", shlex.join(command), flush=True)
        subprocess.run(command, check=False)
