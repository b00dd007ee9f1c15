"""Which probes are tried where."""

import sys
from collections import Counter

import pytest

from coreapp.desktop.senses.buses import Buses
from coreapp.desktop.senses.hold_probes import hold_probe_makers
from coreapp.desktop.senses.probe import ProbeUnavailableError
from coreapp.services.desk_senses import Capability

ALL = {
    Capability.DO_NOT_DISTURB,
    Capability.FULLSCREEN,
    Capability.VIDEO,
    Capability.CAMERA,
    Capability.MICROPHONE,
}


def test_each_system_has_its_own() -> None:
    systems = {
        "linux": ALL | {Capability.CALL},
        "win32": ALL - {Capability.VIDEO},
        "darwin": {Capability.VIDEO, Capability.CAMERA, Capability.MICROPHONE},
        "plan9": set(),
    }

    def about(platform: str) -> set[Capability]:
        return {candidate.capability for candidate in hold_probe_makers(Buses(), platform, {})}

    assert {platform: about(platform) for platform in systems} == systems


def test_a_desktops_own_switch_is_looked_at_there_only() -> None:
    more = {"GNOME": 2, "ubuntu:GNOME": 2, "XFCE": 1, "KDE": 0, "X-Cinnamon": 2, "": 0}

    def switches(environment: dict[str, str]) -> int:
        found = hold_probe_makers(Buses(), "linux", environment)
        return Counter(each.capability for each in found)[Capability.DO_NOT_DISTURB]

    found = {name: switches({"XDG_CURRENT_DESKTOP": name}) - switches({}) for name in more}
    assert found == more


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_where_nothing_is_there_each_says_so(platform, monkeypatch, tmp_path) -> None:
    if platform == sys.platform != "linux":
        pytest.skip("here the real ones are there")
    monkeypatch.setenv("PULSE_SERVER", "tcp:nowhere")
    for name in ("WAYLAND_DISPLAY", "XDG_SESSION_TYPE"):
        monkeypatch.delenv(name, raising=False)
    for candidate in hold_probe_makers(Buses(), platform, {"XDG_CURRENT_DESKTOP": "GNOME:XFCE"}):
        if (platform, candidate.capability) == ("linux", Capability.CAMERA):
            continue  # needs nothing but the kernel
        with pytest.raises(ProbeUnavailableError, match=r"."):
            candidate.make()
