"""Sets up a checkout: system packages, `.venv`, locked dependencies, the program, translations.

`make` calls this before everything else. Each step remembers a fingerprint of what it was made
from, so a second call does nothing and a changed lock file or catalogue repeats only its own step.
Runs on the system's bare Python, before anything is installed; hence the standard library alone.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from system_packages import SystemPackagesError, ensure_system_packages

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STATE = VENV / "set-up.json"
OLDEST_PYTHON = (3, 11)


class SetUp:
    """The steps, each done only when what it is made from has changed."""

    def __init__(self, *, for_tests: bool) -> None:
        """Remember what was asked for and read what was done before."""
        self._for_tests = for_tests
        self._done = _read_state()

    def run(self) -> None:
        """Do what is left to do.

        Raises:
            SystemPackagesError: something of the system is missing.
            CalledProcessError: pip or a compiler failed and has said why.
        """
        self._step_with_more_for_tests("system", self._system, [PACKAGING / "system_packages.py"])
        self._make_environment()
        build = PACKAGING / "requirements-build.txt"
        self._step("build tools", self._build_tools, [build])
        locks = sorted(PACKAGING.glob("requirements*.txt"))
        self._step_with_more_for_tests("dependencies", self._dependencies, locks)
        shape = [ROOT / "pyproject.toml", ROOT / "coreapp/__init__.py", PACKAGING / "build_hook.py"]
        self._step("program", self._program, [build, *shape])
        catalogues = sorted(ROOT.glob("translations/*/LC_MESSAGES/coreapp.po"))
        if not all(catalogue.with_suffix(".mo").exists() for catalogue in catalogues):
            self._done.pop("translations", None)
        self._step("translations", self._translations, catalogues)

    def _step(self, name: str, do: Callable[[], None], made_from: Iterable[Path]) -> None:
        fingerprint = _fingerprint(made_from)
        if self._done.get(name) != fingerprint:
            do()
            self._done[name] = fingerprint
            _write_state(self._done)

    def _step_with_more_for_tests(
        self, name: str, do: Callable[[], None], made_from: Sequence[Path]
    ) -> None:
        """Do a step that has two sizes; what was done for the tests is enough to run, too."""
        larger = f"{name} for tests"
        if self._for_tests:
            self._step(larger, do, made_from)
        elif self._done.get(larger) != _fingerprint(made_from):
            self._step(name, do, made_from)

    def _system(self) -> None:
        ensure_system_packages(for_tests=self._for_tests)

    def _make_environment(self) -> None:
        """Make `.venv`, or make it anew where it is broken, was moved or its Python upgraded."""
        wanted = f"Python {sys.version_info.major}.{sys.version_info.minor} in {VENV}"
        if PYTHON.exists() and self._done.get("environment") == wanted:
            return
        print("Making .venv", flush=True)
        _run(sys.executable, "-m", "venv", "--clear", str(VENV))
        kept = {step: done for step, done in self._done.items() if step.startswith("system")}
        self._done = {**kept, "environment": wanted}
        _write_state(self._done)

    def _build_tools(self) -> None:
        print("Installing build tools", flush=True)
        _pip("--require-hashes", "--requirement", str(PACKAGING / "requirements-build.txt"))

    def _dependencies(self) -> None:
        lock = PACKAGING / ("requirements-dev.txt" if self._for_tests else "requirements.txt")
        print(f"Installing {lock.name} (some 200 MB the first time)", flush=True)
        _pip("--require-hashes", "--no-build-isolation", "--requirement", str(lock))

    def _program(self) -> None:
        print("Installing coreapp", flush=True)
        _pip("--no-deps", "--no-build-isolation", "--editable", str(ROOT))

    def _translations(self) -> None:
        print("Compiling translations", flush=True)
        _run(str(PYTHON), str(PACKAGING / "build_hook.py"))


def main() -> int:
    """Set up and return the exit code: 0 if everything is there, 1 after saying what is not."""
    if sys.version_info < OLDEST_PYTHON:
        print(
            f"Coreapp needs Python 3.11 or newer; this is {sys.version.split()[0]}. "
            "Name another: make PYTHON=python3.12",
            file=sys.stderr,
        )
        return 1
    parser = argparse.ArgumentParser(description="Set up this checkout of coreapp.")
    parser.add_argument("--for-tests", action="store_true", help="with what the tests need")
    arguments = parser.parse_args()

    try:
        SetUp(for_tests=arguments.for_tests).run()
    except SystemPackagesError as error:
        print(error, file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as error:
        print(f"Set-up stopped: {' '.join(error.cmd)}", file=sys.stderr)
        return 1
    return 0


def _run(*command: str) -> None:
    subprocess.run(command, check=True, cwd=ROOT)


def _pip(*arguments: str) -> None:
    quiet = () if sys.stdout.isatty() else ("--quiet",)
    _run(str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", *quiet, *arguments)


def _fingerprint(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.relative_to(ROOT).as_posix().encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _read_state() -> dict[str, str]:
    try:
        state = json.loads(STATE.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return (
        {str(name): str(value) for name, value in state.items()} if isinstance(state, dict) else {}
    )


def _write_state(state: dict[str, str]) -> None:
    STATE.parent.mkdir(exist_ok=True)
    STATE.write_text(json.dumps(state, indent=2), "utf-8")


if __name__ == "__main__":
    sys.exit(main())
