"""How Windows' functions are called: what goes in and out of memory, with functions made up."""

import ctypes
from collections.abc import Callable
from types import SimpleNamespace

import pytest

from coreapp.desktop.senses import windows_window
from coreapp.desktop.senses.windows_calls import WindowsCalls
from coreapp.desktop.senses.windows_window import SESSION_CHANGED, SessionWindow
from tests.desktop.senses.windows_library import Library


@pytest.fixture
def library(monkeypatch) -> Library:
    library = Library()
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: library)
    return library


def test_the_last_input_is_asked_with_the_size_it_wants(library) -> None:
    def last_input(place) -> int:
        assert place._obj.size == 8
        place._obj.ticks = 4711
        return 1

    library.behave |= {"GetLastInputInfo": last_input, "GetTickCount64": lambda: 5000}
    calls = WindowsCalls()

    assert (calls.ticks(), calls.last_input_ticks()) == (5000, 4711)
    library.behave["GetLastInputInfo"] = lambda _place: 0
    assert calls.last_input_ticks() is None


def test_the_flags_of_the_session_are_at_their_place(library) -> None:
    # Level 1, four bytes to fill up, session 2, state 0 (active), flags 1 (not locked).
    answer = (ctypes.c_uint32 * 25)(1, 0, 2, 0, 1)
    freed: list[int] = []
    size = 0

    def query(_server, session, kind, place, length) -> int:
        assert (session, kind) == (0xFFFFFFFF, 25)
        place._obj.value = ctypes.addressof(answer) if size else None
        length._obj.value = size
        return 1

    library.behave |= {
        "WTSQuerySessionInformationW": query,
        "WTSFreeMemory": lambda place: freed.append(place.value),
    }
    calls = WindowsCalls()

    for size, flags in ((100, 1), (4, None), (0, None)):
        assert calls.session_flags() == flags, size
        assert freed.pop() == (ctypes.addressof(answer) if size else None), size
    assert freed == []
    library.behave["WTSQuerySessionInformationW"] = lambda *_given: 0
    assert calls.session_flags() is None


def test_what_windows_refuses_is_none(library) -> None:
    library.behave |= {
        "SHQueryUserNotificationState": lambda _place: -2147467259,
        "NtQueryWnfStateData": lambda *_given: -1073741772,
    }
    calls = WindowsCalls()

    assert calls.notification_state() is None
    assert calls.quiet_profile() is None
    assert calls.foreground_process() == 0


def test_what_windows_answers_is_read(library) -> None:
    def state(place) -> int:
        place._obj.value = 5
        return 0

    def profile(name, _type, _scope, _stamp, value, size) -> int:
        assert name._obj.value == 0x0D83063EA3BF1C75
        assert size._obj.value == 4
        value._obj.value = 2
        return 0

    def process(window, place) -> int:
        assert window == 77
        place._obj.value = 4711
        return 1

    library.behave |= {
        "SHQueryUserNotificationState": state,
        "NtQueryWnfStateData": profile,
        "GetForegroundWindow": lambda: 77,
        "GetWindowThreadProcessId": process,
    }
    calls = WindowsCalls()

    assert calls.notification_state() == 5
    assert calls.quiet_profile() == 2
    assert calls.foreground_process() == 4711


def test_power_is_told_until_it_is_ended(library) -> None:
    heard: list[int] = []
    registered: list[SimpleNamespace] = []

    def register(kind, subscription, handle) -> int:
        assert kind == 2
        registered.append(SimpleNamespace(tell=subscription._obj.callback))
        handle._obj.value = 99
        return 0

    def unregister(handle) -> int:
        assert handle.value == 99
        return 0

    library.behave |= {
        "PowerRegisterSuspendResumeNotification": register,
        "PowerUnregisterSuspendResumeNotification": unregister,
    }
    end = WindowsCalls().tell_of_power(heard.append)

    assert registered[0].tell(None, 0x12, None) == 0
    end()

    assert heard == [0x12]
    assert library.called[-1] == "PowerUnregisterSuspendResumeNotification"


def test_power_that_is_not_told_is_an_error(library) -> None:
    library.behave["PowerRegisterSuspendResumeNotification"] = lambda *_given: 5

    with pytest.raises(OSError, match="PowerRegister"):
        WindowsCalls().tell_of_power(lambda _kind: None)


class FakeUser:
    """Windows' windows: posts and delivers messages to the one there is."""

    def __init__(self, library: Library) -> None:
        self.posted: list[tuple[int, int, int]] = []
        self._procedure: Callable[..., int] | None = None
        self._is_over = False
        library.behave |= {
            "GetModuleHandleW": lambda _name: 1,
            "RegisterClassW": self._register,
            "CreateWindowExW": lambda *_given: 55,
            "WTSRegisterSessionNotification": lambda _window, _session: 1,
            "PostMessageW": lambda _window, *message: self.posted.append(message),
            "PostQuitMessage": self._quit,
            "DefWindowProcW": self._default,
            "GetMessageW": self._get,
            "DispatchMessageW": self._dispatch,
        }

    def _register(self, kind) -> int:
        self._procedure = kind._obj.procedure
        return 1

    def _quit(self, _code: int) -> None:
        self._is_over = True

    def _default(self, window: int, number: int, _first: int, _second: int) -> int:
        if number == 0x0010:  # WM_CLOSE destroys the window
            self._procedure(window, 0x0002, 0, 0)
        return 0

    def _get(self, message, *_filter: int) -> int:
        if self._is_over or not self.posted:
            return 0
        message._obj.window = 55
        message._obj.number, message._obj.first, message._obj.second = self.posted.pop(0)
        return 1

    def _dispatch(self, message) -> int:
        said = message._obj
        return self._procedure(said.window, said.number, said.first, said.second)


def test_the_sessions_messages_come_until_the_window_is_closed(library) -> None:
    heard: list[int] = []
    user = FakeUser(library)
    window = SessionWindow(heard.append)
    user.posted += [(SESSION_CHANGED, 7, 1), (0x0400, 0, 0), (SESSION_CHANGED, 8, 1)]
    window.close()

    window.run()

    assert heard == [7, 8]
    assert library.called[-1] == "UnregisterClassW"
    assert "WTSUnRegisterSessionNotification" in library.called
    assert "PostQuitMessage" in library.called


@pytest.mark.parametrize(
    "failing", ["RegisterClassW", "CreateWindowExW", "WTSRegisterSessionNotification"]
)
def test_a_window_that_windows_refuses_is_an_error(library, failing) -> None:
    FakeUser(library)
    library.behave[failing] = lambda *_given: 0

    with pytest.raises(OSError, match=failing):
        windows_window.SessionWindow(lambda _what: None)
