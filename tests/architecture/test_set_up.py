"""Set-up does nothing twice, waits for no password, and says clearly what it cannot do."""

import importlib
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.repository import ROOT

APT_MISSING = {"libEGL.so.1": "libegl1", "a font": "fonts-dejavu-core"}


@pytest.fixture
def system_packages(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "packaging")
    return importlib.import_module("system_packages")


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """A PATH with nothing on it but what the test puts there."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def add_program(folder: Path, name: str, script: str) -> None:
    program = folder / name
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)


def test_missing_packages_are_named_in_one_line_with_the_command(system_packages):
    line = system_packages.debian_advice(APT_MISSING)

    assert line.endswith("sudo apt-get install fonts-dejavu-core libegl1")
    assert "\n" not in line


def test_other_systems_are_told_what_is_missing(system_packages):
    line = system_packages.other_systems_advice(APT_MISSING)

    assert "a font, libEGL.so.1" in line
    assert "\n" not in line


def refused(system_packages, monkeypatch) -> str:
    monkeypatch.setattr(system_packages, "missing_packages", lambda **_: APT_MISSING)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(system_packages.SystemPackagesError) as caught:
        system_packages.ensure_system_packages(for_tests=False)
    return str(caught.value)


@pytest.mark.skipif(sys.platform != "linux", reason="system packages are installed on Linux only")
@pytest.mark.parametrize(
    ("installed", "advice"),
    [
        ([], "Install them with its package manager"),
        (["apt-get"], "sudo apt-get install"),
        (["apt-get", "sudo"], "sudo apt-get install"),
    ],
)
def test_nothing_is_installed_without_the_right_to(
    installed, advice, system_packages, programs, monkeypatch
):
    for name in installed:
        add_program(programs, name, f"echo $0 >> {programs}/called; exit 1")
    monkeypatch.setattr(sys, "stdin", io.StringIO())

    assert advice in refused(system_packages, monkeypatch)
    called = programs / "called"
    assert "apt-get" not in (called.read_text() if called.exists() else "")


@pytest.mark.skipif(shutil.which("ldd") is None, reason="ldd is not installed")
def test_the_system_has_all_that_qt_loads():
    import PySide6

    libraries = (
        "QtMultimedia.abi3.so",
        "QtTextToSpeech.abi3.so",
        "Qt/plugins/multimedia/libffmpegmediaplugin.so",
        "Qt/plugins/platforms/libqoffscreen.so",
        "Qt/plugins/platforms/libqwayland.so",
        "Qt/plugins/platforms/libqxcb.so",
        "Qt/plugins/texttospeech/libqtexttospeech_speechd.so",
        "Qt/plugins/wayland-shell-integration/libxdg-shell.so",
        "Qt/plugins/xcbglintegrations/libqxcb-glx-integration.so",
    )
    here = Path(PySide6.__file__).parent
    ldd = ["ldd", *(here / each for each in libraries)]
    needs = subprocess.run(ldd, capture_output=True, text=True, check=True).stdout

    assert needs.count(f"{here}/") >= len(libraries)
    assert {line.split()[0] for line in needs.splitlines() if "not found" in line} == set()


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A small checkout and the set-up script at work in it, with pip and make-venv only noted."""
    monkeypatch.syspath_prepend(ROOT / "packaging")
    script = importlib.import_module("set_up")
    names = ["requirements.txt", "requirements-dev.txt", "requirements-build.txt"]
    for name in [*names, "system_packages.py", "build_hook.py"]:
        write(tmp_path / "packaging" / name)
    for name in ["pyproject.toml", "coreapp/__init__.py", "translations/de/LC_MESSAGES/coreapp.po"]:
        write(tmp_path / name)
    monkeypatch.setattr(script, "ROOT", tmp_path)
    monkeypatch.setattr(script, "PACKAGING", tmp_path / "packaging")
    monkeypatch.setattr(script, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(script, "PYTHON", tmp_path / ".venv/bin/python")
    monkeypatch.setattr(script, "STATE", tmp_path / ".venv/set-up.json")
    return Checkout(tmp_path, script, monkeypatch)


def write(file: Path, text: str = "") -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


class Checkout:
    """Runs the set-up and tells which of its steps did something."""

    def __init__(self, folder, script, monkeypatch):
        self.folder = folder
        self._script = script
        self._steps = []
        monkeypatch.setattr(script, "_run", self._run)
        monkeypatch.setattr(script, "_pip", self._pip)
        monkeypatch.setattr(script, "ensure_system_packages", self._system)

    def set_up(self, *, for_tests=False):
        self._steps = []
        self._script.SetUp(for_tests=for_tests).run()
        return self._steps

    def _system(self, *, for_tests):
        self._steps.append("system")

    def _pip(self, *arguments):
        self._steps.append(Path(arguments[-1]).name)

    def _run(self, *command):
        self._steps.append(Path(command[-1]).name)
        if "venv" in command:
            write(self.folder / ".venv/bin/python")
        else:
            write(self.folder / "translations/de/LC_MESSAGES/coreapp.mo")


def test_first_call_does_every_step_and_the_second_none(checkout):
    steps = checkout.set_up()

    program = checkout.folder.name
    assert steps == [
        "system", ".venv", "requirements-build.txt", "requirements.txt", program, "build_hook.py",
    ]  # fmt: skip
    assert checkout.set_up() == []


def test_tests_add_what_they_need_and_leave_enough_to_run(checkout):
    checkout.set_up()

    assert checkout.set_up(for_tests=True) == ["system", "requirements-dev.txt"]
    assert checkout.set_up() == []


def test_a_change_repeats_only_its_own_step(checkout):
    checkout.set_up()
    for changed, step in {
        "packaging/requirements.txt": "requirements.txt",
        "translations/de/LC_MESSAGES/coreapp.po": "build_hook.py",
        "packaging/system_packages.py": "system",
    }.items():
        write(checkout.folder / changed, "changed")

        assert checkout.set_up() == [step], changed


def test_a_catalogue_that_was_removed_is_compiled_again(checkout):
    checkout.set_up()
    (checkout.folder / "translations/de/LC_MESSAGES/coreapp.mo").unlink()

    assert checkout.set_up() == ["build_hook.py"]


def test_an_environment_that_lost_its_python_is_made_anew(checkout):
    first = checkout.set_up()
    (checkout.folder / ".venv/bin/python").unlink()

    assert checkout.set_up() == first[1:]


def test_no_catalogues_yet_is_no_failure(checkout):
    (checkout.folder / "translations/de/LC_MESSAGES/coreapp.po").unlink()

    checkout.set_up()
    assert checkout.set_up() == []
