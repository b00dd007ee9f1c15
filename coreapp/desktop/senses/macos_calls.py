"""What is asked of macOS, one small method for each question. Nothing here decides anything.

By ctypes, of the frameworks' C functions. None of the questions needs a permission. Not yet tried
on the real system.
"""

import ctypes
from ctypes import (
    POINTER,
    Structure,
    byref,
    c_char_p,
    c_double,
    c_int32,
    c_uint32,
    c_void_p,
    sizeof,
)
from typing import Any, Final

_FRAMEWORKS: Final = "/System/Library/Frameworks/{0}.framework/{0}"

_HARDWARE: Final = 1
"""kCGEventSourceStateHIDSystemState: what hands do, and not what programs make up."""
_ANY_INPUT: Final = 0xFFFFFFFF
_UTF_8: Final = 0x08000100

SYSTEM_OBJECT: Final = 1
"""Of both kinds of devices: what has all others."""


class _Address(Structure):
    _fields_ = (("selector", c_uint32), ("scope", c_uint32), ("element", c_uint32))


def four(letters: str) -> int:
    """Return a number that macOS’ headers write as four letters."""
    return int.from_bytes(letters.encode("ascii"), "big")


class MacCalls:
    """The functions of macOS' frameworks; OSError from the constructor where there are none."""

    def __init__(self) -> None:
        # Any: functions of a library have no types; each gets its own below.
        self._graphics: Any = ctypes.CDLL(_FRAMEWORKS.format("CoreGraphics"))
        self._foundation: Any = ctypes.CDLL(_FRAMEWORKS.format("CoreFoundation"))
        self._graphics.CGEventSourceSecondsSinceLastEventType.argtypes = (c_int32, c_uint32)
        self._graphics.CGEventSourceSecondsSinceLastEventType.restype = c_double
        self._graphics.CGSessionCopyCurrentDictionary.restype = c_void_p
        self._foundation.CFStringCreateWithCString.argtypes = (c_void_p, c_char_p, c_uint32)
        self._foundation.CFStringCreateWithCString.restype = c_void_p
        self._foundation.CFDictionaryGetValue.argtypes = (c_void_p, c_void_p)
        self._foundation.CFDictionaryGetValue.restype = c_void_p
        self._foundation.CFRelease.argtypes = (c_void_p,)
        self._foundation.CFRelease.restype = None
        self._false = c_void_p.in_dll(self._foundation, "kCFBooleanFalse").value

    def seconds_since_input(self) -> float:
        """Return seconds since the last input of hands."""
        return float(self._graphics.CGEventSourceSecondsSinceLastEventType(_HARDWARE, _ANY_INPUT))

    def session_says(self, name: str) -> bool | None:
        """Return whether something is so of the session; None if there is no session.

        macOS writes down only what is so, as a number or as a truth.
        """
        session = self._graphics.CGSessionCopyCurrentDictionary()
        if not session:
            return None
        key = self._foundation.CFStringCreateWithCString(None, name.encode(), _UTF_8)
        try:
            value = self._foundation.CFDictionaryGetValue(session, key)
            return bool(value) and value != self._false
        finally:
            self._foundation.CFRelease(key)
            self._foundation.CFRelease(session)


class MacDevices:
    """Sound devices (CoreAudio) or cameras (CoreMediaIO): both are asked in the same way."""

    def __init__(self, framework: str, prefix: str) -> None:
        """Load the framework.

        Args:
            framework: its name.
            prefix: what the names of its functions begin with.

        Raises:
            OSError: there is none.
            AttributeError: it has no such functions.
        """
        library: Any = ctypes.CDLL(_FRAMEWORKS.format(framework))
        self._size: Any = library[f"{prefix}GetPropertyDataSize"]
        self._data: Any = library[f"{prefix}GetPropertyData"]
        # Cameras are asked with the size of the space as well as with where to write the size.
        self._tells_space = prefix == "CMIOObject"
        about = (c_uint32, POINTER(_Address), c_uint32, c_void_p)
        self._size.argtypes = (*about, POINTER(c_uint32))
        space = (c_uint32,) if self._tells_space else ()
        self._data.argtypes = (*about, *space, POINTER(c_uint32), c_void_p)

    def numbers(self, of: int, selector: str, scope: str = "glob") -> list[int]:
        """Return a property that is a list of numbers; empty if the object does not have it."""
        address = _Address(four(selector), four(scope), 0)
        size = c_uint32()
        if self._size(of, byref(address), 0, None, byref(size)) or not size.value:
            return []
        values = (c_uint32 * (size.value // sizeof(c_uint32)))()
        space = (size.value,) if self._tells_space else ()
        if self._data(of, byref(address), 0, None, *space, byref(size), values):
            return []
        return list(values)[: size.value // sizeof(c_uint32)]

    def number(self, of: int, selector: str, scope: str = "glob") -> int:
        """Return a property that is one number; 0 if the object does not have it."""
        return next(iter(self.numbers(of, selector, scope)), 0)


def sound_devices() -> MacDevices:
    """Return what is asked of sound devices; raise OSError or AttributeError if there are none."""
    return MacDevices("CoreAudio", "AudioObject")


def cameras() -> MacDevices:
    """Return what is asked of cameras; raise OSError or AttributeError if there are none."""
    return MacDevices("CoreMediaIO", "CMIOObject")
