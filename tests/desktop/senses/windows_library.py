"""Windows' libraries, with functions that a test makes up."""

import ctypes
from collections.abc import Callable


class Function:
    """A function of a library; it may be given types, as ctypes' may."""

    def __init__(self, library: "Library", name: str) -> None:
        self._library, self._name = library, name
        self.argtypes: tuple = ()
        self.restype: object = ctypes.c_int

    def __call__(self, *arguments: object) -> object:
        if self.argtypes:
            assert len(arguments) == len(self.argtypes), self._name
            for kind, given in zip(self.argtypes, arguments, strict=True):
                kind.from_param(given)
        self._library.called.append(self._name)
        return self._library.behave.get(self._name, lambda *_given: 0)(*arguments)


class Library:
    """All of Windows' libraries in one."""

    def __init__(self, **behave: Callable[..., object]) -> None:
        self.behave = behave
        self.called: list[str] = []
        self._functions: dict[str, Function] = {}

    def __getattr__(self, name: str) -> Function:
        return self._functions.setdefault(name, Function(self, name))
