"""A window of Windows' that nobody sees, on a thread of its own: the session’s messages go to it.

Not yet tried on the real system.
"""

import ctypes
from collections.abc import Callable
from ctypes import POINTER, Structure, byref, c_int32, c_size_t, c_uint32, c_void_p, c_wchar_p
from typing import Any, Final

SESSION_CHANGED: Final = 0x02B1
"""WM_WTSSESSION_CHANGE."""
_CLOSE: Final = 0x0010
_DESTROYED: Final = 0x0002
_MESSAGES_ONLY: Final = c_void_p(-3)
"""HWND_MESSAGE: a parent whose windows are not shown and get no broadcasts."""
_THIS_SESSION: Final = 0

_CLASS: Final = "CoreappSession"

_Procedure = ctypes.CFUNCTYPE(c_size_t, c_void_p, c_uint32, c_size_t, c_size_t)


class _WindowClass(Structure):
    _fields_ = (
        ("style", c_uint32),
        ("procedure", _Procedure),
        ("class_extra", c_int32),
        ("window_extra", c_int32),
        ("instance", c_void_p),
        ("icon", c_void_p),
        ("cursor", c_void_p),
        ("background", c_void_p),
        ("menu", c_wchar_p),
        ("name", c_wchar_p),
    )


class _Message(Structure):
    _fields_ = (
        ("window", c_void_p),
        ("number", c_uint32),
        ("first", c_size_t),
        ("second", c_size_t),
        ("time", c_uint32),
        ("x", c_int32),
        ("y", c_int32),
        ("_private", c_uint32),
    )


class SessionWindow:
    """Gets a message whenever the session is locked, unlocked, left or come back to."""

    def __init__(self, changed: Callable[[int], None]) -> None:
        """Make the window, on the thread that will call `run`.

        Args:
            changed: gets the WTS number of what happened, on that thread.

        Raises:
            OSError: there are no such libraries, or Windows refuses.
        """
        self._user: Any = ctypes.CDLL("user32")
        self._sessions: Any = ctypes.CDLL("wtsapi32")
        kernel: Any = ctypes.CDLL("kernel32")
        self._declare(kernel)
        self._changed = changed
        self._procedure = _Procedure(
            self._take
        )  # kept: Windows calls it as long as there is a window
        self._instance = kernel.GetModuleHandleW(None)
        kind = _WindowClass(procedure=self._procedure, instance=self._instance, name=_CLASS)
        if not self._user.RegisterClassW(byref(kind)):
            raise OSError("RegisterClassW")
        self._window = self._user.CreateWindowExW(
            0, _CLASS, None, 0, 0, 0, 0, 0, _MESSAGES_ONLY, None, self._instance, None
        )
        if not self._window:
            self._user.UnregisterClassW(_CLASS, self._instance)
            raise OSError("CreateWindowExW")
        if not self._sessions.WTSRegisterSessionNotification(self._window, _THIS_SESSION):
            self._user.DestroyWindow(self._window)
            self._user.UnregisterClassW(_CLASS, self._instance)
            raise OSError("WTSRegisterSessionNotification")

    def run(self) -> None:
        """Take messages until `close`; the thread sleeps while there are none."""
        message = _Message()
        while self._user.GetMessageW(byref(message), None, 0, 0) > 0:
            self._user.DispatchMessageW(byref(message))
        self._user.UnregisterClassW(_CLASS, self._instance)

    def close(self) -> None:
        """Let `run` return; from any thread."""
        self._user.PostMessageW(self._window, _CLOSE, 0, 0)

    def _take(self, window: int, number: int, first: int, second: int) -> int:
        if number == SESSION_CHANGED:
            self._changed(first)
            return 0
        if number == _CLOSE:
            self._sessions.WTSUnRegisterSessionNotification(window)
        elif number == _DESTROYED:
            self._user.PostQuitMessage(0)
        return int(self._user.DefWindowProcW(window, number, first, second))

    def _declare(self, kernel: Any) -> None:  # noqa: ANN401  functions of a library have no types
        kernel.GetModuleHandleW.argtypes = (c_wchar_p,)
        kernel.GetModuleHandleW.restype = c_void_p
        user = self._user
        user.RegisterClassW.argtypes = (POINTER(_WindowClass),)
        user.UnregisterClassW.argtypes = (c_wchar_p, c_void_p)
        user.CreateWindowExW.argtypes = (
            c_uint32,
            c_wchar_p,
            c_wchar_p,
            c_uint32,
            *(c_int32,) * 4,
            *(c_void_p,) * 4,
        )
        user.CreateWindowExW.restype = c_void_p
        user.DestroyWindow.argtypes = (c_void_p,)
        user.DefWindowProcW.argtypes = (c_void_p, c_uint32, c_size_t, c_size_t)
        user.DefWindowProcW.restype = c_size_t
        user.PostMessageW.argtypes = (c_void_p, c_uint32, c_size_t, c_size_t)
        user.GetMessageW.argtypes = (POINTER(_Message), c_void_p, c_uint32, c_uint32)
        user.DispatchMessageW.argtypes = (POINTER(_Message),)
        user.DispatchMessageW.restype = c_size_t
        self._sessions.WTSRegisterSessionNotification.argtypes = (c_void_p, c_uint32)
        self._sessions.WTSUnRegisterSessionNotification.argtypes = (c_void_p,)
