"""`make help` explains everything that `make` can do."""

import re
import shutil
import subprocess

import pytest

from tests.architecture.repository import ROOT

PROMISED = {"run", "test", "lint", "bench", "soak", "format", "translations", "help", "clean"}


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
def test_help_explains_every_target():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z][a-z-]*):", makefile, re.MULTILINE))
    outcome = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    explained = dict(re.findall(r"^  make (\S+) +(\S.*)$", outcome.stdout, re.MULTILINE))

    assert targets == explained.keys()
    assert targets >= PROMISED
