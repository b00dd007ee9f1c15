"""hunspell is installed where that is allowed; where it is not, set-up says so and goes on."""

import importlib
import os
import shutil
import subprocess
import sys
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="packages are those of Linux")


@pytest.fixture
def system(monkeypatch, tmp_path):
    """The script on a Debian that has everything but hunspell, and what it would install."""
    monkeypatch.syspath_prepend(ROOT / "packaging")
    script = importlib.import_module("system_packages")
    monkeypatch.setattr(script, "missing_packages", lambda **_: {})
    monkeypatch.setattr(script, "missing_services", dict)
    monkeypatch.setattr(script, "DICTIONARY_FOLDERS", (tmp_path,))
    return script


def run(script, monkeypatch, *, root: bool, for_tests: bool = True, apt: bool = True) -> list[str]:
    installed: list[str] = []
    programs = {"apt-get": "/usr/bin/apt-get"} if apt else {}
    monkeypatch.setattr(shutil, "which", programs.get)
    monkeypatch.setattr(os, "geteuid", lambda: 0 if root else 1000)
    monkeypatch.setattr(
        script, "_install", lambda _rights, *wanted: installed.extend(chain.from_iterable(wanted))
    )
    script.ensure_system_packages(for_tests=for_tests)
    return installed


def test_the_check_of_the_spelling_is_installed_for_the_tests(system, monkeypatch):
    installed = run(system, monkeypatch, root=True)

    assert sorted(installed) == ["de_DE", "en_GB", "hunspell", "nl_NL"]


def test_running_the_program_needs_no_dictionary(system, monkeypatch, capsys):
    assert run(system, monkeypatch, root=True, for_tests=False) == []
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("apt", [True, False])
def test_without_the_right_to_install_it_goes_on_and_says_so(system, monkeypatch, capsys, apt):
    assert run(system, monkeypatch, root=False, apt=apt) == []

    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("make lint will not check the spelling.")
    assert ("sudo apt-get install hunspell hunspell-de-de" in line) == apt


def test_what_is_needed_still_stops_the_set_up(system, monkeypatch):
    monkeypatch.setattr(system, "missing_packages", lambda **_: {"libEGL.so.1": "libegl1"})

    with pytest.raises(system.SystemPackagesError, match="libegl1"):
        run(system, monkeypatch, root=False)


def test_a_dictionary_that_cannot_be_had_keeps_nothing_else_out(system, monkeypatch):
    commands: list[list[str]] = []
    monkeypatch.setattr(subprocess, "run", lambda command, **_: commands.append(command))
    monkeypatch.setattr(shutil, "which", {"apt-get": "/usr/bin/apt-get"}.get)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    lacking = iter([{"libEGL.so.1": "libegl1"}, {}])
    monkeypatch.setattr(system, "missing_packages", lambda **_: next(lacking))

    system.ensure_system_packages(for_tests=True)

    installed = [
        command[command.index("--no-install-recommends") + 1 :] for command in commands[1:]
    ]
    assert installed == [
        ["libegl1"],
        ["hunspell", "hunspell-de-de", "hunspell-en-gb", "hunspell-nl"],
    ]


def test_services_for_tests_are_installed_one_by_one_and_may_be_lacking(
    system, monkeypatch, capsys
):
    """apt-get installs nothing at all if it does not know one of the names."""
    lacking = {"dunst": "dunst", "wireplumber": "wireplumber"}
    monkeypatch.setattr(system, "missing_services", lambda: lacking)

    installed = run(system, monkeypatch, root=True)
    run(system, monkeypatch, root=True, for_tests=False)

    assert {"dunst", "wireplumber"} < set(installed)
    lines = capsys.readouterr().out.splitlines()
    (line,) = [line for line in lines if line.startswith("Tests with services")]
    assert line.endswith("sudo apt-get install dunst wireplumber")


@pytest.mark.parametrize("python", ["/bin/true", "/bin/false", "/nowhere/python3"])
def test_a_module_of_the_system_s_python_is_looked_for_there(monkeypatch, python):
    monkeypatch.syspath_prepend(ROOT / "packaging")
    script = importlib.import_module("system_packages")
    monkeypatch.setattr(script, "SYSTEM_PYTHON", python)

    assert (script.DBUSMOCK in script.missing_services()) == (python != "/bin/true")


def test_a_dictionary_is_found_in_its_folder(system, tmp_path):
    for name in system.SPELLING:
        (tmp_path / f"{name}.dic").touch()

    assert set(system.missing_dictionaries()) <= {"hunspell"}
