"""The rest of the hands on Wayland, told by a compositor that does as the test says."""

import shutil
import struct
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from coreapp.desktop.senses import wayland_wire
from coreapp.desktop.senses.probe import ProbeUnavailableError
from coreapp.desktop.senses.wayland_idle import WaylandIdle
from coreapp.desktop.senses.wayland_wire import (
    WaylandError,
    WaylandLink,
    number_in,
    socket_path,
    text_in,
)
from tests.desktop.senses.compositor import NOTIFIER, SEAT, Compositor, text
from tests.fakes.clock import FakeClock
from tests.real_desktop.probes import eventually

PATIENCE = 5.0
LONG, SHORT = 5000, 1000


@pytest.fixture
def path() -> Iterator[Path]:
    """A path that leaves room for the name of a socket."""
    folder = tempfile.mkdtemp(prefix="wl")
    yield Path(folder) / "wayland-0"
    shutil.rmtree(folder)


@pytest.fixture
def run(path: Path) -> Iterator[Callable[..., Compositor]]:
    running: list[Compositor] = []

    def run(version: int = 2, *, offers: tuple[str, ...] = (SEAT, NOTIFIER)) -> Compositor:
        running.append(Compositor(path, version, offers=offers))
        running[-1].start()
        return running[-1]

    yield run
    for each in running:
        each.stop()


class Watched:
    """A probe at work, and who came back."""

    def __init__(self, path: Path) -> None:
        self.clock = FakeClock()
        self.probe = WaylandIdle(self.clock, path)
        self.came: SimpleQueue[bool] = SimpleQueue()
        self.probe.watch(lambda: self.came.put(True))

    def wait_until(self, seconds: float | None) -> None:
        """Wait until hands are known to rest for so long; a thread of the probe is told it."""
        eventually(lambda: self.probe.idle_seconds() == seconds)


@pytest.fixture
def compositor(run) -> Compositor:
    return run()


@pytest.fixture
def desk(compositor: Compositor, path: Path) -> Iterator[Watched]:
    desk = Watched(path)
    yield desk
    desk.probe.close()


def test_hands_at_work_have_not_rested(desk: Watched, compositor: Compositor) -> None:
    assert compositor.wait_for(LONG) in compositor.by_input
    assert desk.probe.idle_seconds() == 0
    assert desk.probe.tells


def test_a_long_rest_is_known_from_its_start(desk: Watched, compositor: Compositor) -> None:
    compositor.idle(LONG)
    desk.wait_until(5)

    desk.clock.advance(60)
    assert desk.probe.idle_seconds() == 65


def test_who_comes_back_after_a_rest_is_told(desk: Watched, compositor: Compositor) -> None:
    compositor.idle(LONG)
    desk.wait_until(5)
    desk.clock.advance(60)
    compositor.resume(LONG)

    assert desk.came.get(timeout=PATIENCE)
    assert desk.probe.idle_seconds() == 0


def test_who_thinks_for_some_seconds_is_not_told(desk: Watched, compositor: Compositor) -> None:
    compositor.idle(LONG)
    desk.wait_until(5)
    desk.clock.advance(2)
    compositor.resume(LONG)
    desk.wait_until(0)

    compositor.idle(LONG)  # heard after everything that the return has led to
    desk.wait_until(5)
    assert desk.came.empty()


def test_a_question_makes_short_rests_known_for_a_while(
    desk: Watched, compositor: Compositor
) -> None:
    desk.probe.ask()
    desk.probe.ask()
    compositor.idle(SHORT)
    desk.wait_until(1)
    assert compositor.ordered == [LONG, SHORT]

    desk.clock.advance(11)
    compositor.resume(SHORT)
    compositor.wait_until_gone(SHORT)

    desk.probe.ask()
    compositor.wait_for(SHORT)
    assert compositor.ordered == [LONG, SHORT, SHORT]


def test_a_short_rest_that_begins_late_is_followed_to_its_end(
    desk: Watched, compositor: Compositor
) -> None:
    """Else hands that are at work again would seem to rest on and on."""
    desk.probe.ask()
    desk.clock.advance(11)
    compositor.idle(SHORT)
    desk.wait_until(1)

    desk.clock.advance(1)
    compositor.resume(SHORT)
    compositor.wait_until_gone(SHORT)

    assert desk.probe.idle_seconds() == 0


def test_the_long_notice_knows_better_since_when(desk: Watched, compositor: Compositor) -> None:
    """The short one was ordered while hands rested already: it only knows of its own second."""
    desk.probe.ask()
    compositor.idle(SHORT)
    desk.wait_until(1)
    desk.clock.advance(1)
    compositor.idle(LONG)

    desk.wait_until(5)


def test_an_older_compositor_is_asked_in_the_older_way(run, path: Path) -> None:
    compositor = run(version=1)
    desk = Watched(path)

    compositor.wait_for(LONG)

    assert compositor.by_input == set()
    desk.probe.close()


def test_a_compositor_that_goes_away_makes_it_unknown(
    desk: Watched, compositor: Compositor
) -> None:
    compositor.wait_for(LONG)
    compositor.stop()

    desk.wait_until(None)
    desk.probe.ask()


@pytest.mark.parametrize("offers", [(SEAT,), (NOTIFIER,)])
def test_a_compositor_without_notices_is_not_used(run, path: Path, offers) -> None:
    run(offers=offers)

    with pytest.raises(ProbeUnavailableError):
        WaylandIdle(FakeClock(), path)


def test_a_compositor_that_says_nothing_is_not_waited_for(run, path: Path, monkeypatch) -> None:
    monkeypatch.setattr(wayland_wire, "ANSWER_SECONDS", 0.05)
    run().is_mute = True

    with pytest.raises(ProbeUnavailableError, match="timed out"):
        WaylandIdle(FakeClock(), path)


def test_without_a_session_there_is_nothing_to_ask(monkeypatch) -> None:
    for name in ("WAYLAND_DISPLAY", "XDG_SESSION_TYPE"):
        monkeypatch.delenv(name, raising=False)

    with pytest.raises(ProbeUnavailableError, match="no Wayland session"):
        WaylandIdle(FakeClock())


def test_a_compositor_that_is_gone_is_no_failure(path: Path) -> None:
    with pytest.raises(ProbeUnavailableError):
        WaylandIdle(FakeClock(), path)


@pytest.mark.parametrize(
    "sent",
    [
        struct.pack("=III", 1, 12 << 16, 7),
        struct.pack("=II", 1, 4 << 16),
        struct.pack("=III", 1, (8 + 4) << 16 | 0, 3) + b"",
    ],
)
def test_nonsense_ends_it(desk: Watched, compositor: Compositor, sent: bytes) -> None:
    compositor.wait_for(LONG)
    compositor._client.sendall(sent)

    desk.wait_until(None)


def test_a_refusal_is_told_in_the_words_of_the_compositor(run, path: Path) -> None:
    compositor = run()
    link = WaylandLink(path)
    refusal = struct.pack("=II", 3, 1) + text("no such object")
    compositor.send(1, 0, refusal)

    with pytest.raises(WaylandError, match="no such object"):
        link.read()
    link.close()
    with pytest.raises(WaylandError):
        link.send(1, 0, 5)


def test_the_environment_says_where_the_compositor_is() -> None:
    own, whole = {"XDG_RUNTIME_DIR": "/run/u"}, {"WAYLAND_DISPLAY": "/tmp/socket"}
    places = [
        ({}, None),
        ({"WAYLAND_DISPLAY": "wayland-1"}, None),
        (own, None),
        ({"WAYLAND_DISPLAY": "wayland-1", **own}, Path("/run/u/wayland-1")),
        ({**whole, **own}, Path("/tmp/socket")),
        (whole, Path("/tmp/socket")),
        ({"XDG_SESSION_TYPE": "wayland", **own}, Path("/run/u/wayland-0")),
    ]

    assert [(each, socket_path(each)) for each, _found in places] == places


def test_what_is_cut_off_is_no_number() -> None:
    with pytest.raises(WaylandError):
        number_in(b"\1\2", 0)
    assert text_in(text("seat"), 0) == "seat"
