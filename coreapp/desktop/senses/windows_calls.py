"""What is asked of Windows, one small method for each question. Nothing here decides anything.

By ctypes. PySide6 exists for 64-bit Windows only, where all functions are called in one way, so
`CDLL` does for what the headers call `stdcall`. Not yet tried on the real system.
"""

import ctypes
from collections.abc import Callable
from ctypes import POINTER, Structure, byref, c_int32, c_uint32, c_uint64, c_void_p, sizeof
from typing import Any, Final

_QUIET_HOURS: Final = 0x0D83063EA3BF1C75
"""WNF_SHEL_QUIETHOURS_ACTIVE_PROFILE_CHANGED: the only place where Windows tells of it. It is not
documented; 0 is off, 1 priority only (which Windows 11 calls do not disturb), 2 alarms only."""

_CURRENT_SERVER: Final = None
_CURRENT_SESSION: Final = 0xFFFFFFFF
_SESSION_INFO_EX: Final = 25
_CALLBACK: Final = 2
"""DEVICE_NOTIFY_CALLBACK."""

PowerCallback = ctypes.CFUNCTYPE(c_uint32, c_void_p, c_uint32, c_void_p)
"""What Windows calls, on a thread of its own, when it falls asleep or wakes."""


class _LastInput(Structure):
    _fields_ = (("size", c_uint32), ("ticks", c_uint32))


class _SessionInfo(Structure):
    """The beginning of WTSINFOEXW; what follows `level` is aligned to eight bytes."""

    _fields_ = (
        ("level", c_uint32),
        ("_padding", c_uint32),
        ("session", c_uint32),
        ("state", c_int32),
        ("flags", c_int32),
    )


class _PowerSubscription(Structure):
    _fields_ = (("callback", PowerCallback), ("context", c_void_p))


class WindowsCalls:
    """The functions of Windows' libraries; OSError from the constructor where there are none."""

    def __init__(self) -> None:
        # Any: functions of a library have no types; each gets its own below.
        self._user: Any = ctypes.CDLL("user32")
        self._kernel: Any = ctypes.CDLL("kernel32")
        self._shell: Any = ctypes.CDLL("shell32")
        self._sessions: Any = ctypes.CDLL("wtsapi32")
        self._native: Any = ctypes.CDLL("ntdll")
        self._power: Any = ctypes.CDLL("powrprof")
        self._kernel.GetTickCount64.restype = c_uint64
        self._user.GetForegroundWindow.restype = c_void_p
        self._user.GetWindowThreadProcessId.argtypes = (c_void_p, POINTER(c_uint32))
        self._sessions.WTSQuerySessionInformationW.argtypes = (
            c_void_p,
            c_uint32,
            c_int32,
            POINTER(c_void_p),
            POINTER(c_uint32),
        )
        self._sessions.WTSFreeMemory.argtypes = (c_void_p,)
        self._sessions.WTSFreeMemory.restype = None
        self._power.PowerRegisterSuspendResumeNotification.argtypes = (
            c_uint32,
            c_void_p,
            POINTER(c_void_p),
        )
        self._power.PowerUnregisterSuspendResumeNotification.argtypes = (c_void_p,)

    def ticks(self) -> int:
        """Return milliseconds since the start of the system."""
        return int(self._kernel.GetTickCount64())

    def last_input_ticks(self) -> int | None:
        """Return the lower 32 bits of the ticks at the last input; None if that is not told."""
        info = _LastInput(size=sizeof(_LastInput))
        return int(info.ticks) if self._user.GetLastInputInfo(byref(info)) else None

    def session_flags(self) -> int | None:
        """Return 0 if the session is locked, 1 if not, else something else; None for no answer."""
        place, size = c_void_p(), c_uint32()
        if not self._sessions.WTSQuerySessionInformationW(
            _CURRENT_SERVER, _CURRENT_SESSION, _SESSION_INFO_EX, byref(place), byref(size)
        ):
            return None
        try:
            if not place.value or size.value < sizeof(_SessionInfo):
                return None
            return int(_SessionInfo.from_address(place.value).flags)
        finally:
            self._sessions.WTSFreeMemory(place)

    def notification_state(self) -> int | None:
        """Return the QUERY_USER_NOTIFICATION_STATE; None if it is not told."""
        state = c_int32()
        failed = self._shell.SHQueryUserNotificationState(byref(state))
        return None if failed else int(state.value)

    def quiet_profile(self) -> int | None:
        """Return how far the person does not want to be disturbed; None if it is not told."""
        name, stamp, value = c_uint64(_QUIET_HOURS), c_uint32(), c_uint32()
        size = c_uint32(sizeof(value))
        failed = self._native.NtQueryWnfStateData(
            byref(name), None, None, byref(stamp), byref(value), byref(size)
        )
        return None if failed or size.value < sizeof(value) else int(value.value)

    def foreground_process(self) -> int:
        """Return the number of the process whose window is worked in; 0 if there is none."""
        window, process = self._user.GetForegroundWindow(), c_uint32()
        if window:
            self._user.GetWindowThreadProcessId(window, byref(process))
        return int(process.value)

    def tell_of_power(self, happened: Callable[[int], None]) -> Callable[[], None]:
        """Call `happened`, on a thread of Windows', with the PBT number of each change.

        Returns:
            What ends it.

        Raises:
            OSError: Windows refuses.
        """

        def told(_context: object, kind: int, _setting: object) -> int:
            happened(kind)
            return 0

        callback = PowerCallback(told)
        subscription, handle = _PowerSubscription(callback=callback), c_void_p()
        failed = self._power.PowerRegisterSuspendResumeNotification(
            _CALLBACK, byref(subscription), byref(handle)
        )
        if failed:
            raise OSError(failed, "PowerRegisterSuspendResumeNotification")

        # Windows may call until the end, so what it calls has to live as long.
        needed: list[object] = [callback, subscription]

        def end() -> None:
            self._power.PowerUnregisterSuspendResumeNotification(handle)
            needed.clear()

        return end
