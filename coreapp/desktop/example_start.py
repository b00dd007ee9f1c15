"""Starts the example: the program once more, with a folder of its own."""

from PySide6.QtCore import QProcess

from coreapp.desktop.own_start import this_program
from coreapp.domain.errors import NotNowError, marked

COMMAND = "example"


def start_example(language: str) -> None:
    """Open the example beside this program; it does not end with it.

    Args:
        language: the one that is shown now.

    Raises:
        NotNowError: it cannot be started.
    """
    program, *words = this_program()
    begun, _process = QProcess.startDetached(program, [*words, COMMAND, "--language", language])
    if not begun:
        raise NotNowError(marked("The example cannot be started. Nothing was changed."))
