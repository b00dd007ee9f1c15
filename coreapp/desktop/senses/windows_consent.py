"""Where Windows writes down which programs use a camera or a microphone, since Windows 10 1903.

For each program there is a key with the moments when its last use began and ended; the end is 0
while it lasts. Not yet tried on the real system.
"""

import ctypes
import importlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from ctypes import POINTER, byref, c_int32, c_uint32, c_uint64, c_void_p, c_wchar_p
from dataclasses import dataclass
from typing import Any, Final

STORE: Final = r"Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore"
_CLASSIC: Final = "NonPackaged"
"""Programs that do not come from the store have their keys in this one."""
_BEGAN: Final = "LastUsedTimeStart"
_ENDED: Final = "LastUsedTimeStop"

_NAMES_AND_VALUES: Final = 0x1 | 0x4
_FOREVER: Final = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Use:
    """When a program last used something.

    Attributes:
        program: its package, or its file with # for each backslash.
        began: in Windows' tenths of microseconds since 1601.
        ended: the same; 0 while it lasts.
    """

    program: str
    began: int
    ended: int


def lasting(uses: Iterable[Use], started_at: int, own_program: str) -> list[Use]:
    """Return the uses that last.

    Args:
        uses: all that Windows has written down.
        started_at: when the system started, in the same unit: what began before it was cut off
            by it and has no end.
        own_program: the file of this program, whose use does not count.
    """
    ours = own_program.replace("\\", "#").lower()
    return [
        use
        for use in uses
        if use.began >= started_at and use.ended == 0 and use.program.lower() != ours
    ]


class ConsentStore:
    """What Windows has written down of one thing, such as `webcam` or `microphone`."""

    def __init__(self, what: str) -> None:
        """Open it.

        Raises:
            OSError: this is no Windows, or an older one.
        """
        try:
            # Any: the module has types on Windows only.
            self._registry: Any = importlib.import_module("winreg")
        except ImportError as error:
            raise OSError("no registry") from error
        rights = self._registry.KEY_READ | self._registry.KEY_NOTIFY
        self._key = self._registry.OpenKey(
            self._registry.HKEY_CURRENT_USER, rf"{STORE}\{what}", 0, rights
        )
        self._kernel: Any = ctypes.CDLL("kernel32")
        self._advanced: Any = ctypes.CDLL("advapi32")
        self._declare()
        self._changed = self._kernel.CreateEventW(None, c_int32(0), c_int32(0), None)
        self._closing = self._kernel.CreateEventW(None, c_int32(1), c_int32(0), None)

    def uses(self) -> list[Use]:
        """Return what is written down of all programs.

        Raises:
            OSError: it cannot be read.
        """
        found = list(self._uses_in(self._key))
        with suppress(FileNotFoundError), self._registry.OpenKey(self._key, _CLASSIC) as classic:
            found += self._uses_in(classic)
        return found

    def started_at(self) -> int:
        """Return when the system started, in tenths of microseconds since 1601."""
        now = c_uint64()
        self._kernel.GetSystemTimeAsFileTime(byref(now))
        return int(now.value) - int(self._kernel.GetTickCount64()) * 10_000

    def wait(self) -> bool:
        """Wait until something was written; tell whether it was, and not `stop_waiting`."""
        if self._advanced.RegNotifyChangeKeyValue(
            int(self._key), c_int32(1), _NAMES_AND_VALUES, self._changed, c_int32(1)
        ):
            return False
        events = (c_void_p * 2)(self._changed, self._closing)
        return bool(self._kernel.WaitForMultipleObjects(2, events, c_int32(0), _FOREVER) == 0)

    def stop_waiting(self) -> None:
        """Let `wait` return, now and from now on; from any thread."""
        self._kernel.SetEvent(self._closing)

    def close(self) -> None:
        """Close it, when nobody waits any more."""
        for event in (self._changed, self._closing):
            self._kernel.CloseHandle(event)
        self._key.Close()

    def _uses_in(self, key: Any) -> Iterator[Use]:  # noqa: ANN401  see the module's types above
        for name in list(self._names(key)):
            with suppress(OSError), self._registry.OpenKey(key, name) as program:
                began, _kind = self._registry.QueryValueEx(program, _BEGAN)
                ended, _kind = self._registry.QueryValueEx(program, _ENDED)
                yield Use(name, int(began), int(ended))

    def _names(self, key: Any) -> Iterator[str]:  # noqa: ANN401  see the module's types above
        for number in range(self._registry.QueryInfoKey(key)[0]):
            with suppress(OSError):
                yield self._registry.EnumKey(key, number)

    def _declare(self) -> None:
        self._kernel.CreateEventW.argtypes = (c_void_p, c_int32, c_int32, c_wchar_p)
        self._kernel.CreateEventW.restype = c_void_p
        self._kernel.SetEvent.argtypes = (c_void_p,)
        self._kernel.CloseHandle.argtypes = (c_void_p,)
        self._kernel.GetTickCount64.restype = c_uint64
        self._kernel.GetSystemTimeAsFileTime.argtypes = (POINTER(c_uint64),)
        self._kernel.GetSystemTimeAsFileTime.restype = None
        self._kernel.WaitForMultipleObjects.argtypes = (c_uint32, c_void_p, c_int32, c_uint32)
        self._kernel.WaitForMultipleObjects.restype = c_uint32
        self._advanced.RegNotifyChangeKeyValue.argtypes = (
            c_void_p,
            c_int32,
            c_uint32,
            c_void_p,
            c_int32,
        )
