"""What a start brings into memory, seen in a process of its own: nothing that few ask for."""

import json
import subprocess
import sys

STEPS = """
import json, sys
from coreapp.cli import _parser_for

_parser_for(["--hidden"])
commands = ("coreapp.cli.parser", "coreapp.services.transfer", "coreapp.services.report")
brought = {"a start without a command": [name for name in commands if name in sys.modules]}

import coreapp.app, coreapp.program.program
from coreapp.cli.parser import make_parser

make_parser()
guide = [name for name in sys.modules if "guide" in name and ".cli." not in name]
brought["the program and its commands"] = guide

import coreapp.program.session_stage

brought["a session"] = [name for name in ("wakepy", "jeepney") if name in sys.modules]
print(json.dumps(brought))
"""


def test_commands_the_guide_and_what_keeps_awake_wait_until_they_are_asked_for() -> None:
    command = [sys.executable, "-c", STEPS]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)

    assert json.loads(done.stdout) == {
        "a start without a command": [],
        "the program and its commands": [],
        "a session": [],
    }
