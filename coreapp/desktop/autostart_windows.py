"""Starting with the computer on Windows: a value under the Run key of the person's registry.

Not tried on a real system yet. The task manager keeps its own list of what it was told to leave
out; there an odd first byte means switched off.
"""

import importlib
import subprocess
from typing import Any, Final, Protocol

from coreapp.desktop.own_start import Start
from coreapp.domain.errors import file_error

RUN: Final = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED: Final = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"


class Registry(Protocol):
    """The person's part of the registry."""

    def read(self, key: str, name: str) -> object | None:
        """Return a value, or None.

        Raises:
            OSError: it cannot be read.
        """

    def write(self, key: str, name: str, text: str) -> None:
        """Write a text.

        Raises:
            OSError: it cannot be written.
        """

    def delete(self, key: str, name: str) -> None:
        """Delete a value, if there is one.

        Raises:
            OSError: it cannot be deleted.
        """


class RunKey:
    """A value of the program under the Run key."""

    is_there = True

    def __init__(self, start: Start, registry: Registry) -> None:
        self._name = start.name
        self._command = subprocess.list2cmdline(start.command)
        self._registry = registry

    def is_on(self) -> bool:
        """Tell whether Windows starts the program at log-in."""
        try:
            if not self._registry.read(RUN, self._name):
                return False
            approved = self._registry.read(APPROVED, self._name)
        except OSError:
            return False
        return not (isinstance(approved, bytes) and approved and approved[0] % 2)

    def turn_on(self) -> None:
        """Write the value, and forget that the task manager was told to leave it out.

        Raises:
            CoreappError: it cannot be written.
        """
        try:
            self._registry.write(RUN, self._name, self._command)
            self._registry.delete(APPROVED, self._name)
        except OSError as error:
            raise file_error(f"HKEY_CURRENT_USER\\{RUN}", error) from error

    def turn_off(self) -> None:
        """Take the value away.

        Raises:
            CoreappError: it cannot be taken away.
        """
        try:
            self._registry.delete(RUN, self._name)
        except OSError as error:
            raise file_error(f"HKEY_CURRENT_USER\\{RUN}", error) from error


class WindowsRegistry:
    """The registry itself, by Python's own module for it."""

    def __init__(self) -> None:
        # Any: the module is there, and typed, on Windows only.
        self._winreg: Any = importlib.import_module("winreg")

    def read(self, key: str, name: str) -> object | None:
        """Return a value, or None."""
        winreg = self._winreg
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                value: object = winreg.QueryValueEx(opened, name)[0]
        except FileNotFoundError:
            return None
        return value

    def write(self, key: str, name: str, text: str) -> None:
        """Write a text."""
        winreg = self._winreg
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
            winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, text)

    def delete(self, key: str, name: str) -> None:
        """Delete a value, if there is one."""
        winreg = self._winreg
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, winreg.KEY_SET_VALUE) as opened:
                winreg.DeleteValue(opened, name)
        except FileNotFoundError:
            return
