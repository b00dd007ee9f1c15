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
    "Imports only point down": ("domain/planted_up.py", "coreapp.services.ports"),
    "Qt stays in ui, desktop and the entry points": ("services/planted_qt.py", "PySide6"),
    "SQL stays in storage": ("ui/planted_sql.py", "sqlalchemy"),
    "The domain knows only the standard library and dateutil": ("domain/planted_os.py", "os"),
    "No cycles between siblings": ("domain/planted_up.py", "coreapp.services.ports"),
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


@pytest.fixture(scope="module")
def told(copied_program):
    """What is said of a program that breaks each contract once: a look takes half a second."""
    planted = [(copied_program / "coreapp" / place, name) for place, name in VIOLATIONS.values()]
    for file, name in planted:
        file.write_text(f"import {name}\n", "utf-8")

    outcome = lint_imports(copied_program)

    for file, _ in planted:
        file.unlink(missing_ok=True)
    assert outcome.returncode == 1, outcome.stdout + outcome.stderr
    return outcome.stdout


@pytest.mark.parametrize("contract", VIOLATIONS)
def test_contract_notices_a_violation(contract, told):
    place, name = VIOLATIONS[contract]
    module = f"coreapp.{place.removesuffix('.py').replace('/', '.')}"
    # Of a cycle it says which layers are in it.
    reason = ".domain -> .services" if "cycles" in contract else f"{module} -> {name}"

    assert f"{contract} BROKEN" in told
    # Under its own heading: another contract may name the same import.
    reasons = told.split("Broken contracts\n")[1].split(f"\n{contract}\n")[1].split("\n\n\n")[0]
    assert reason in reasons


def test_new_top_level_module_must_be_given_a_layer(copied_program):
    planted = copied_program / "coreapp" / "planted.py"
    planted.write_text("", "utf-8")

    outcome = lint_imports(copied_program)

    planted.unlink()
    assert "Imports only point down BROKEN" in outcome.stdout, outcome.stdout + outcome.stderr
