"""The command that starts this installation once more."""

import sys
from pathlib import Path

from coreapp.desktop.own_start import HIDDEN, this_program, this_start


def test_it_is_what_starts_at_log_in_without_its_arguments() -> None:
    assert (*this_program(), HIDDEN) == this_start(world="").command
    assert Path(this_program()[0]).parent == Path(sys.executable).parent
