"""The layers of ARCHITECTURE.md hold, and each contract is shown to notice when one does not."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]

VIOLATIONS = {
    "Imports only point down": ("domain/planted_up.py", "coreapp.services.ports"),
    "Qt stays in ui, desktop and the entry points": ("services/planted_qt.py", "PySide6"),
    "SQL stays in storage": ("ui/planted_sql.py", "sqlalchemy"),
    "The domain knows only the standard library and dateutil": ("domain/planted_os.py", "os"),
    "No cycles between siblings": ("domain/planted_up.py", "coreapp.services.ports"),
}


def lint_imports(folder, *arguments):
    code = "import sys; from importlinter.cli import lint_imports_command as run; run(sys.argv[1:])"
    command = [sys.executable, "-c", code, "--no-cache", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_imports_keep_the_contracts():
    outcome = lint_imports(ROOT)

    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_every_contract_is_tried_below():
    assert VIOLATIONS.keys() == {contract["name"] for contract in CONTRACTS["contracts"]}


def test_each_contract_notices_a_violation_and_a_new_module_without_a_layer(tmp_path):
    """One look at a program that breaks each contract once: it takes half a second."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    # Bytecode comes and goes while other tests start programs.
    without = shutil.ignore_patterns("__pycache__")
    copy = shutil.copytree(ROOT / "coreapp", tmp_path / "coreapp", ignore=without)
    for place, name in VIOLATIONS.values():
        (copy / place).write_text(f"import {name}\n", "utf-8")
    (copy / "planted.py").touch()

    outcome = lint_imports(tmp_path)

    told = outcome.stdout
    assert outcome.returncode == 1, told + outcome.stderr
    for contract, (place, name) in VIOLATIONS.items():
        module = f"coreapp.{place.removesuffix('.py').replace('/', '.')}"
        # Of a cycle it says which layers are in it.
        reason = ".domain -> .services" if "cycles" in contract else f"{module} -> {name}"

        assert f"{contract} BROKEN" in told
        assert reason in reasons(told, contract), contract
    assert "The following modules are not listed as layers:\n\n- coreapp.planted\n" in told


def reasons(told, contract):
    """Return what stands under its own heading: another contract may name the same import."""
    return told.split("Broken contracts\n")[1].split(f"\n{contract}\n")[1].split("\n\n\n")[0]
