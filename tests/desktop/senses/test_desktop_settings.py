"""Do not disturb as a setting: which one, who hands it out, and when it was written."""

from pathlib import Path

import pytest

from coreapp.desktop.bus_connection import BusError
from coreapp.desktop.senses import desktop_settings as module
from coreapp.desktop.senses.bus_probe import BusProbe
from coreapp.desktop.senses.desktop_settings import (
    PORTAL,
    SWITCHES,
    SettingProbe,
    Switch,
    current_desktops,
    portal_question,
    read_setting,
    writes,
)
from coreapp.desktop.senses.probe import ProbeUnavailableError
from tests.fakes.bus import FakeBus

GNOME, CINNAMON, MATE = SWITCHES
PLACE = "/org/gnome/desktop/notifications/show-banners"


@pytest.fixture(autouse=True)
def _no_sandbox(monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(module, "_SANDBOX", tmp_path / "no-sandbox")


def test_the_desktop_has_several_names() -> None:
    names = {"GNOME": {"GNOME"}, "ubuntu:GNOME": {"ubuntu", "GNOME"}, "": {""}}

    assert {named: current_desktops({"XDG_CURRENT_DESKTOP": named}) for named in names} == names
    assert current_desktops({}) == {""}


def test_each_desktop_says_it_in_its_way() -> None:
    says = {(GNOME, False): True, (GNOME, True): False, (CINNAMON, False): True, (MATE, True): True}

    def look(switch: Switch, value: bool) -> bool | None:
        return SettingProbe(FakeBus, switch, lambda _switch: value).look()

    assert {said: look(*said) for said in says} == says


def test_it_is_read_again_when_it_was_written() -> None:
    told: list[str] = []
    values = [True]
    bus = FakeBus()
    probe = SettingProbe(lambda: bus, GNOME, lambda _switch: values[-1])
    probe.watch(lambda: told.append("changed"))
    assert probe.name == "org.gnome.desktop.notifications show-banners"

    values.append(False)
    writer = ("ca.desrt.dconf.Writer", "Notify")
    bus.tell(*writer, ("/org/gnome/desktop/interface/font", [""], "tag"), module._WRITER_PATH)
    assert told == []
    bus.tell(*writer, (PLACE, [""], "tag"), module._WRITER_PATH)

    assert told == ["changed"]
    assert probe.look() is True
    probe.close()
    assert bus.listeners == 0


def test_what_was_written_covers_the_setting_or_not() -> None:
    written = [
        ((PLACE, [""], "tag"), True),
        (("/org/gnome/desktop/notifications/", ["show-in-lock-screen"], "tag"), False),
        (("/org/gnome/desktop/notifications/", ["x", "show-banners"], "tag"), True),
        (("/org/gnome/desktop/", ["notifications/"], "tag"), True),
        (("/", [""], "tag"), True),
        (("/org/gnome/desktop/notifications", [""], "tag"), False),
        (("another form",), True),
    ]

    assert [(body, writes(body, GNOME.place)) for body, _covers in written] == written


def test_a_setting_that_cannot_be_read_is_no_probe() -> None:
    with pytest.raises(ProbeUnavailableError):
        SettingProbe(FakeBus, GNOME, lambda _switch: None)


def test_nor_is_one_nobody_tells_of() -> None:
    def no_bus() -> None:
        raise BusError("no session bus")

    with pytest.raises(ProbeUnavailableError):
        SettingProbe(no_bus, GNOME, lambda _switch: True)


def test_nor_is_the_one_of_a_sandbox(monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(module, "_SANDBOX", tmp_path)

    with pytest.raises(ProbeUnavailableError, match="sandbox"):
        SettingProbe(FakeBus, GNOME, lambda _switch: True)


def test_the_portal_wraps_the_value_twice() -> None:
    told: list[str] = []
    bus = FakeBus()
    bus.running.add(PORTAL.name)
    bus.answers["Read"] = (("v", ("b", False)),)
    probe = BusProbe(lambda: bus, portal_question(GNOME))
    probe.watch(lambda: told.append("changed"))

    assert probe.look() is True
    for key in ("show-in-lock-screen", "show-banners"):
        body = (GNOME.schema, key, ("b", True))
        bus.tell(PORTAL.interface, "SettingChanged", body, PORTAL.path)
    assert told == ["changed"]


def test_gsettings_says_it_in_words(tmp_path: Path, monkeypatch) -> None:
    says = {
        "echo true": True,
        "echo false": False,
        "echo 7": None,
        "echo No such schema >&2; exit 1": None,
    }
    program = gsettings(tmp_path, monkeypatch)

    def read(script: str) -> bool | None:
        program.write_text(f"#!/bin/sh\n{script}\n")
        return read_setting(GNOME)

    assert {script: read(script) for script in says} == says


def test_a_gsettings_that_hangs_is_not_waited_for(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(module, "ANSWER_SECONDS", 0.05)
    gsettings(tmp_path, monkeypatch).write_text("#!/bin/sh\nexec sleep 5\n")

    assert read_setting(GNOME) is None


def gsettings(folder: Path, monkeypatch) -> Path:
    """Return a program of this name that comes before all others."""
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    program = folder / "gsettings"
    program.touch(0o755)
    return program


def test_without_gsettings_there_is_no_value(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert read_setting(GNOME) is None
