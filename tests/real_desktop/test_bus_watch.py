"""A bus that is listened to: what is heard, what is asked, and a bus that dies meanwhile."""

import shutil
import struct
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue

import pytest

from coreapp.desktop import bus_connection, bus_watch
from coreapp.desktop.bus_connection import BusConnection, BusError, Service
from coreapp.desktop.bus_messages import Call, News
from coreapp.desktop.bus_watch import BusWatch
from tests.real_desktop.session_bus import Daemon, skip_without

pytestmark = pytest.mark.real_desktop

ECHO = Service("org.example.Echo", "/org/example/Echo", "org.example.Echo")
PATIENCE = 5.0


class Echo(threading.Thread):
    """A service that says what it is told: as an answer, or to everybody; or says nothing."""

    def __init__(self, address: str) -> None:
        super().__init__(name="echo")
        self.bus = BusConnection(address)
        assert self.bus.take_name(ECHO.name)
        self._is_over = False

    def run(self) -> None:
        while not self._is_over:
            try:
                call = self.bus.receive()
            except BusError:
                break
            if call is not None:
                self._obey(call)
        self.bus.close()

    def stop(self) -> None:
        self._is_over = True
        with suppress(OSError):  # its bus may be gone
            self.bus.wake()
        self.join()

    def _obey(self, call: Call) -> None:
        match call.member:
            case "Say":
                self.bus.answer(call, "s", call.arguments)
            case "Tell":
                self.bus.tell(ECHO.path, News(ECHO.interface, "Told", "s", call.arguments))
                self.bus.answer(call, "", ())
            case "Refuse":
                self.bus.refuse(call, "org.example.Error.No", "not today")


@pytest.fixture
def daemon(tmp_path: Path) -> Iterator[Daemon]:
    skip_without("dbus-daemon")
    folder = tempfile.mkdtemp(prefix="bus")  # a short path: sockets have no room for more
    daemon = Daemon(tmp_path, f"unix:path={folder}/bus")
    daemon.start()
    yield daemon
    daemon.stop()
    shutil.rmtree(folder)


@pytest.fixture
def address(daemon: Daemon, tmp_path: Path) -> str:
    text = (tmp_path / "bus.conf").read_text()
    return text.partition("<listen>")[2].partition("</listen>")[0]


@pytest.fixture
def start_echo(address: str) -> Iterator[Callable[[], Echo]]:
    started: list[Echo] = []

    def start() -> Echo:
        started.append(Echo(address))
        started[-1].start()
        return started[-1]

    yield start
    for echo in started:
        echo.stop()


@pytest.fixture
def watch(address: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[BusWatch]:
    monkeypatch.setattr(bus_watch, "FIRST_PAUSE_SECONDS", 0.01)
    monkeypatch.setattr(bus_watch, "LONGEST_PAUSE_SECONDS", 0.05)
    watch = BusWatch(address)
    yield watch
    watch.close()


def tell(watch: BusWatch, text: str) -> None:
    watch.call(ECHO, "Tell", "s", (text,))


def test_what_is_asked_is_answered(watch, start_echo) -> None:
    start_echo()

    assert watch.call(ECHO, "Say", "s", ("hello",)) == ("hello",)


def test_who_is_there_is_asked_once_until_it_is_to_be_asked_anew(watch, start_echo) -> None:
    assert not watch.has_name(ECHO.name)

    start_echo()

    assert not watch.has_name(ECHO.name)
    watch.forget_names()
    assert watch.has_name(ECHO.name)


def test_what_is_forgotten_is_told_no_more(watch, start_echo, address) -> None:
    told: SimpleQueue[object] = SimpleQueue()
    mine, other = (lambda body: told.put(("mine", *body))), told.put
    watch.listen(ECHO.interface, "Told", mine, sender=ECHO.name)
    watch.follow(ECHO.name, mine)
    watch.listen(ECHO.interface, "Told", other, sender=ECHO.name)

    watch.forget(mine)
    start_echo()
    tell(watch, "hello")

    assert told.get(timeout=PATIENCE) == ("hello",)
    watch.forget(other)
    tell(watch, "anybody there?")
    with pytest.raises(Empty):
        told.get(timeout=0.1)


def test_what_cannot_be_read_costs_the_connection_and_not_the_thread(
    watch, start_echo, monkeypatch, caplog
) -> None:
    start_echo()
    there_again: SimpleQueue[bool] = SimpleQueue()
    watch.follow(ECHO.name, there_again.put)
    assert there_again.get(timeout=PATIENCE)

    def nonsense(_message: object) -> None:
        raise ValueError("nonsense")

    monkeypatch.setattr(watch._bus, "_read_as", nonsense)
    with suppress(BusError):
        watch.call(ECHO, "Say", "s", ("hello",))

    assert [there_again.get(timeout=PATIENCE), there_again.get(timeout=PATIENCE)] == [False, True]
    assert watch.call(ECHO, "Say", "s", ("hello",)) == ("hello",)
    assert "nonsense" in caplog.text


def test_many_threads_each_get_their_own_answer(watch, start_echo) -> None:
    start_echo()
    answers: SimpleQueue[tuple[str, object]] = SimpleQueue()

    def ask(text: str) -> None:
        answers.put((text, watch.call(ECHO, "Say", "s", (text,))[0]))

    threads = [threading.Thread(target=ask, args=(f"{number}",)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    got = [answers.get_nowait() for _thread in threads]
    assert len(got) == 20
    assert all(asked == answer for asked, answer in got)


def test_a_refusal_is_told_with_its_reason(watch, start_echo) -> None:
    start_echo()

    with pytest.raises(BusError, match="not today"):
        watch.call(ECHO, "Refuse")


def test_a_service_that_is_not_there_is_told(watch) -> None:
    with pytest.raises(BusError, match="ServiceUnknown"):
        watch.call(ECHO, "Say", "s", ("hello",))


def test_a_service_that_says_nothing_is_not_waited_for(watch, start_echo, monkeypatch) -> None:
    start_echo()
    monkeypatch.setattr(bus_connection, "ANSWER_SECONDS", 0.1)

    with pytest.raises(BusError, match="does not answer Hang"):
        watch.call(ECHO, "Hang")
    assert watch.call(ECHO, "Say", "s", ("still here",)) == ("still here",)


def test_arguments_that_do_not_fit_harm_only_who_gave_them(watch, start_echo) -> None:
    start_echo()

    with pytest.raises(struct.error):
        watch.call(ECHO, "Say", "u", ("not a number",))
    assert watch.call(ECHO, "Say", "s", ("still here",)) == ("still here",)


def test_a_signal_is_heard_by_those_who_want_it(watch, start_echo) -> None:
    start_echo()
    heard: SimpleQueue[tuple[object, ...]] = SimpleQueue()
    other: SimpleQueue[tuple[object, ...]] = SimpleQueue()
    watch.listen(ECHO.interface, "Told", heard.put, path=ECHO.path, sender=ECHO.name)
    watch.listen(ECHO.interface, "Told", other.put, path="/elsewhere")

    tell(watch, "one")

    assert heard.get(timeout=PATIENCE) == ("one",)
    assert other.empty()


def test_a_signal_of_somebody_else_is_not_believed(watch, start_echo, address) -> None:
    start_echo()
    heard: SimpleQueue[tuple[object, ...]] = SimpleQueue()
    watch.listen(ECHO.interface, "Told", heard.put, sender=ECHO.name)
    watch.listen(ECHO.interface, "Told", lambda _body: None)  # so the bus passes on everybody's
    stranger = BusConnection(address)
    stranger.tell(ECHO.path, News(ECHO.interface, "Told", "s", ("a lie",)))
    stranger.call(ECHO, "Say", "s", ("now it has been passed on",))
    stranger.close()

    tell(watch, "the truth")

    assert heard.get(timeout=PATIENCE) == ("the truth",)


def test_a_service_is_followed_as_it_comes_and_goes(watch, start_echo) -> None:
    seen: SimpleQueue[bool] = SimpleQueue()
    watch.follow(ECHO.name, seen.put)
    first = start_echo()
    came = seen.get(timeout=PATIENCE)
    first.stop()
    went = seen.get(timeout=PATIENCE)
    start_echo()

    assert (came, went, seen.get(timeout=PATIENCE)) == (True, False, True)


def test_who_follows_later_is_told_what_is_so(watch, start_echo) -> None:
    start_echo()
    first: SimpleQueue[bool] = SimpleQueue()
    second: SimpleQueue[bool] = SimpleQueue()
    watch.follow(ECHO.name, first.put)
    assert first.get(timeout=PATIENCE)

    watch.follow(ECHO.name, second.put)

    assert second.get(timeout=PATIENCE)


def test_a_listener_that_fails_leaves_the_others_their_ears(watch, start_echo, caplog) -> None:
    start_echo()
    heard: SimpleQueue[tuple[object, ...]] = SimpleQueue()
    watch.listen(ECHO.interface, "Told", lambda body: body[7])
    watch.listen(ECHO.interface, "Told", heard.put)

    tell(watch, "one")

    assert heard.get(timeout=PATIENCE) == ("one",)
    assert "a listener on the bus failed" in caplog.text


def test_a_listener_may_not_wait_for_its_own_thread(watch, start_echo) -> None:
    start_echo()
    refused: SimpleQueue[str] = SimpleQueue()

    def ask(_body: object) -> None:
        try:
            watch.call(ECHO, "Say", "s", ("hello",))
        except RuntimeError as error:
            refused.put(str(error))

    watch.listen(ECHO.interface, "Told", ask)
    tell(watch, "one")

    assert "may not wait" in refused.get(timeout=PATIENCE)


def test_after_the_bus_was_gone_everything_is_heard_again(watch, daemon, start_echo) -> None:
    echo = start_echo()
    seen: SimpleQueue[bool] = SimpleQueue()
    heard: SimpleQueue[tuple[object, ...]] = SimpleQueue()
    watch.follow(ECHO.name, seen.put)
    watch.listen(ECHO.interface, "Told", heard.put, sender=ECHO.name)
    assert seen.get(timeout=PATIENCE)

    daemon.stop()
    assert not seen.get(timeout=PATIENCE)
    with pytest.raises(BusError):
        watch.call(ECHO, "Say", "s", ("hello",))
    echo.stop()
    daemon.start()
    start_echo()

    assert seen.get(timeout=PATIENCE)
    tell(watch, "again")
    assert heard.get(timeout=PATIENCE) == ("again",)


def test_whoever_waits_is_told_when_the_bus_dies(watch, daemon, start_echo) -> None:
    start_echo()
    told: SimpleQueue[str] = SimpleQueue()

    def ask() -> None:
        try:
            watch.call(ECHO, "Hang")
        except BusError as error:
            told.put(str(error))

    thread = threading.Thread(target=ask)
    thread.start()
    watch.call(ECHO, "Say", "s", ("the other call is on its way",))
    daemon.stop()

    assert told.get(timeout=1.5) in {"the bus is gone", "the bus has closed the connection"}
    thread.join()
    daemon.start()


def test_closed_it_hears_and_asks_nothing(watch, start_echo) -> None:
    start_echo()
    heard: SimpleQueue[tuple[object, ...]] = SimpleQueue()
    watch.listen(ECHO.interface, "Told", heard.put)

    watch.close()
    watch.close()

    with pytest.raises(BusError):
        tell(watch, "one")
    watch.listen(ECHO.interface, "Told", heard.put)
    with pytest.raises(Empty):
        heard.get(timeout=0.05)


def test_it_may_be_closed_while_the_bus_is_gone(watch, daemon) -> None:
    seen: SimpleQueue[bool] = SimpleQueue()
    watch.follow("org.freedesktop.DBus.Nobody", seen.put)
    daemon.stop()

    watch.close()

    daemon.start()


def test_a_listener_may_close_it(watch, start_echo) -> None:
    start_echo()
    closed = threading.Event()

    def close(_body: object) -> None:
        watch.close()
        closed.set()

    watch.listen(ECHO.interface, "Told", close)
    with suppress(BusError):  # the answer may come before the signal, or not at all
        tell(watch, "one")

    assert closed.wait(PATIENCE)


def test_a_bus_that_is_not_there_is_told() -> None:
    with pytest.raises(BusError):
        BusWatch("unix:path=/nowhere/bus")
