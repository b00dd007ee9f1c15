"""The layers of ARCHITECTURE.md hold, and each contract is shown to notice when one does not."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]

VIOLATIONS = {
    "Imports only point down": ("domain/planted.py", "import coreapp.services.ports"),
    "Qt stays in ui, desktop and the entry points": ("services/planted.py", "import PySide6"),
    "SQL stays in storage": ("ui/planted.py", "import sqlalchemy"),
    "The domain knows only the standard library and dateutil": ("domain/planted.py", "import os"),
    "No cycles between siblings": ("domain/planted.py", "import coreapp.services.ports"),
}


@pytest.fixture(scope="module")
def copied_program(tmp_path_factory):
    copy = tmp_path_factory.mktemp("program")
    shutil.copy(ROOT / "pyproject.toml", copy)
    # Bytecode comes and goes while other tests start programs.
    without = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "coreapp", copy / "coreapp", ignore=without)
    return copy


def lint_imports(folder, *arguments):
    code = "import sys; from importlinter.cli import lint_imports_command as run; run(sys.argv[1:])"
    command = [sys.executable, "-c", code, "--no-cache", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_imports_keep_the_contracts():
    outcome = lint_imports(ROOT)

    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_every_contract_is_tried_below():
    assert VIOLATIONS.keys() == {contract["name"] for contract in CONTRACTS["contracts"]}


@pytest.mark.parametrize("contract", VIOLATIONS)
def test_contract_notices_a_violation(contract, copied_program):
    place, line = VIOLATIONS[contract]
    planted = copied_program / "coreapp" / place
    planted.write_text(line + "\n", "utf-8")

    outcome = lint_imports(copied_program)

    planted.unlink()
    assert outcome.returncode == 1, outcome.stdout + outcome.stderr
    assert f"{contract} BROKEN" in outcome.stdout


def test_new_top_level_module_must_be_given_a_layer(copied_program):
    planted = copied_program / "coreapp" / "planted.py"
    planted.write_text("", "utf-8")

    outcome = lint_imports(copied_program)

    planted.unlink()
    assert "Imports only point down BROKEN" in outcome.stdout, outcome.stdout + outcome.stderr
