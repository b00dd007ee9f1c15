"""Who has a camera open: device files and processes are files in the test's own folder."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from coreapp.desktop.senses import camera as module
from coreapp.desktop.senses import descriptor_watch
from coreapp.desktop.senses.camera import (
    DeviceCamera,
    cameras,
    pipewire_serves_camera,
    serves_camera,
    users_of,
)
from coreapp.desktop.senses.file_opens import FileOpens
from coreapp.desktop.senses.probe import ProbeUnavailableError
from tests.real_desktop.probes import until

OWN = os.getpid()

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="inotify and /proc are Linux'")


class Desk:
    """Cameras and programs."""

    def __init__(self, folder: Path) -> None:
        self.devices, self.processes = folder / "dev", folder / "proc"
        self.known = folder / "udev"
        for each in (self.devices, self.processes / "self" / "fd", self.known):
            each.mkdir(parents=True)
        (self.devices / "null").touch()
        self.served: bool | None = None

    def plug_in(self, name: str = "video0") -> Path:
        (self.devices / name).touch()
        return self.devices / name

    def run(self, number: int, name: str, *opened: Path) -> None:
        folder = self.processes / str(number) / "fd"
        folder.mkdir(parents=True)
        (folder.parent / "comm").write_text(name + "\n")
        for place, file in enumerate(opened):
            (folder / str(place)).symlink_to(file)

    def probe(self) -> DeviceCamera:
        return DeviceCamera(self.devices, self.processes, lambda: self.served, self.known)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch) -> Desk:
    monkeypatch.setattr(module, "_SANDBOX", tmp_path / "no-sandbox")
    monkeypatch.setattr(descriptor_watch, "QUIET_SECONDS", 0.02)
    return Desk(tmp_path)


@pytest.fixture
def probe(desk: Desk) -> Iterator[DeviceCamera]:
    probe = desk.probe()
    yield probe
    probe.close()


def test_without_a_camera_none_is_in_use(desk, probe) -> None:
    desk.run(5, "firefox", desk.devices / "null")

    assert probe.look() is False


def test_a_program_that_has_one_open_uses_it(desk, probe) -> None:
    video = desk.plug_in()
    desk.run(5, "firefox", desk.devices / "null")
    assert probe.look() is False

    desk.run(6, "zoom", desk.devices / "null", video)

    assert probe.look() is True


def test_this_program_does_not_count(desk, probe) -> None:
    desk.run(OWN, "python", desk.plug_in())

    assert probe.look() is False


def test_where_only_pipewire_has_it_open_pipewire_is_asked(desk, probe) -> None:
    video = desk.plug_in()
    desk.run(5, "wireplumber", video)
    desk.run(6, "pipewire", video)
    for desk.served in (True, False, None):
        assert probe.look() is desk.served


def test_what_cannot_be_looked_into_is_passed_over(desk, tmp_path) -> None:
    video = desk.plug_in()
    desk.run(5, "ended")
    (desk.processes / "5" / "fd").rmdir()
    desk.run(6, "nameless", video)
    (desk.processes / "6" / "comm").unlink()
    desk.run(7, "odd")
    (desk.processes / "7" / "fd" / "0").touch()
    (desk.processes / "version").touch()

    assert list(users_of([video], desk.processes, OWN)) == []


def test_video_decoders_are_no_cameras(desk) -> None:
    video = desk.plug_in()
    told = {
        "E:ID_V4L_CAPABILITIES=:capture:\n": [video],
        "E:ID_V4L_CAPABILITIES=:\n": [],
        "E:ID_V4L_CAPABILITIES=:video_output:\n": [],
        "E:ID_VENDOR=somebody\n": [video],
    }

    def found(text: str) -> list[Path]:
        (desk.known / "c0:0").write_text(text)
        return cameras(desk.devices, desk.known)

    assert {text: found(text) for text in told} == told


def test_a_folder_that_is_gone_has_no_cameras(tmp_path) -> None:
    assert cameras(tmp_path / "nowhere", tmp_path) == []


def test_opening_and_closing_is_told(desk) -> None:
    told = threading.Event()
    video = desk.plug_in()
    probe = desk.probe()
    probe.watch(told.set)

    with video.open():
        assert told.wait(5)
        told.clear()
    assert told.wait(5)
    probe.close()
    probe.close()


def test_a_camera_that_is_plugged_in_is_watched(desk, probe) -> None:
    told = threading.Event()
    probe.watch(told.set)

    video = desk.plug_in("video3")
    assert told.wait(5)
    told.clear()
    with video.open():
        desk.run(9, "cheese", video)
        until(told, probe.look, True)


def test_a_camera_that_is_plugged_in_again_is_watched(desk, probe) -> None:
    """It has gone and come before anybody could look."""
    told = threading.Event()
    desk.plug_in()
    probe._heard()
    (desk.devices / "video0").unlink()
    video = desk.plug_in()
    probe.watch(told.set)
    assert told.wait(5)
    told.clear()

    with video.open():
        desk.run(9, "cheese", video)
        until(told, probe.look, True)


def test_a_camera_that_gets_its_rights_after_it_was_plugged_in_is_watched(
    desk, probe, monkeypatch
) -> None:
    told = threading.Event()
    probe.watch(told.set)
    with monkeypatch.context() as early:
        early.setattr(probe._files, "watch", lambda _files: None)  # whoever is root may always
        video = desk.plug_in()
        assert told.wait(5)
    told.clear()

    video.chmod(0o660)
    assert told.wait(5)
    told.clear()

    with video.open():
        desk.run(9, "cheese", video)
        until(told, probe.look, True)


def test_where_opening_can_no_longer_be_told_it_is_to_be_asked(desk, probe, monkeypatch) -> None:
    def broken() -> list[str]:
        raise OSError("broken")

    told = threading.Event()
    probe.watch(told.set)
    assert probe.tells
    monkeypatch.setattr(probe._files, "read", broken)

    desk.plug_in()

    assert told.wait(5)
    probe._watch._thread.join(5)
    assert not probe.tells


def test_other_devices_are_not_told(desk, probe) -> None:
    told = threading.Event()
    probe.watch(told.set)

    (desk.devices / "video").touch()
    (desk.devices / "ttyACM0").touch()
    with (desk.devices / "null").open():
        pass

    assert not told.wait(3 * descriptor_watch.QUIET_SECONDS)


def test_a_file_that_cannot_be_watched_is_left_out(tmp_path) -> None:
    files = FileOpens(tmp_path)

    files.watch([tmp_path / "nothing"])

    assert files.read() == []
    files.close()


def test_in_a_sandbox_there_is_no_probe(desk, monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(module, "_SANDBOX", tmp_path)

    with pytest.raises(ProbeUnavailableError, match="sandbox"):
        desk.probe()


@pytest.mark.parametrize("missing", ["dev", "proc"])
def test_without_devices_or_processes_there_is_none(desk, tmp_path, missing) -> None:
    (tmp_path / missing).rename(tmp_path / "elsewhere")

    with pytest.raises(ProbeUnavailableError):
        desk.probe()


def node(state: str, kind: str) -> dict[str, object]:
    return {"id": 5, "info": {"state": state, "props": {"media.class": kind}}}


def test_pipewire_lists_a_camera_that_runs() -> None:
    lists = [
        ([], False),
        ([node("running", "Video/Source")], True),
        ([node("suspended", "Video/Source"), node("running", "Audio/Source")], False),
        ([{"id": 1}, {"info": None}, {"info": {"state": "running", "props": None}}, 7], False),
    ]

    assert [(each, serves_camera(json.dumps(each).encode())) for each, _serves in lists] == lists


def test_what_is_no_list_is_an_error() -> None:
    for said in (b"", b"{}", b"[", b"\xff"):
        with pytest.raises(ValueError, match=r"."):
            pytest.fail(f"{said!r} is read as {serves_camera(said)}")


@pytest.fixture
def pw_dump(tmp_path: Path, monkeypatch) -> Callable[[str], None]:
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    def write(script: str) -> None:
        program = tmp_path / "pw-dump"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)

    return write


def test_pipewires_tool_is_asked(pw_dump) -> None:
    pw_dump(f"echo '{json.dumps([node('running', 'Video/Source')])}'")

    assert pipewire_serves_camera() is True


def test_a_tool_that_does_not_say_leaves_it_unknown(pw_dump, monkeypatch) -> None:
    for script in ("exit 1", "echo nothing"):
        pw_dump(script)
        assert pipewire_serves_camera() is None, script

    monkeypatch.setattr(module, "ANSWER_SECONDS", 0.05)
    pw_dump("exec sleep 5")
    assert pipewire_serves_camera() is None


def test_without_the_tool_it_is_unknown(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert pipewire_serves_camera() is None


def test_a_real_process_that_has_a_file_open_is_found(tmp_path) -> None:
    file = tmp_path / "video0"
    file.touch()
    with file.open() as opened:
        process = subprocess.Popen(["sleep", "60"], stdin=opened)
    try:
        assert "sleep" in list(users_of([file], Path("/proc"), OWN))
    finally:
        process.kill()
        process.wait()
