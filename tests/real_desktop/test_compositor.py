"""On an X server windows are seen through only while a compositor runs, which may come and go."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from coreapp.desktop.compositor import can_be_seen_through

pytestmark = pytest.mark.real_desktop

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture
def compositor(x_server: str) -> Iterator[None]:
    """Own the selection of a compositor; that is all a program can see of one."""
    import xcffib  # only where there is an X server
    import xcffib.xproto

    connect: Any = xcffib.connect
    connection = connect(display=x_server)
    name = "_NET_WM_CM_S0"
    atom = connection.core.InternAtom(False, len(name), name).reply().atom
    window, root = connection.generate_id(), connection.get_setup().roots[0].root
    connection.core.CreateWindow(0, window, root, 0, 0, 1, 1, 0, 1, 0, 0, [])
    connection.core.SetSelectionOwnerChecked(window, atom, 0).check()
    yield
    connection.disconnect()


@pytest.mark.usefixtures("x_server")
def test_without_a_compositor_they_are_black() -> None:
    assert not can_be_seen_through("linux")


@pytest.mark.usefixtures("x_server")
def test_nothing_else_has_to_be_imported_first() -> None:
    asked = "from coreapp.desktop.compositor import can_be_seen_through as asked; print(asked())"
    done = subprocess.run(
        [sys.executable, "-c", asked],
        env=os.environ | {"PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    assert done.stdout.strip() == "False"


@pytest.mark.usefixtures("compositor")
def test_with_one_they_are_seen_through() -> None:
    assert can_be_seen_through("linux")
