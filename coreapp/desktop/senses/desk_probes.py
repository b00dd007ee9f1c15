"""Everything that may be sensed on each system, in the order in which it is tried."""

import sys
from functools import partial

from coreapp.desktop.senses.buses import Buses
from coreapp.desktop.senses.hold_probes import hold_probe_makers
from coreapp.desktop.senses.probe import DeskProbes
from coreapp.services.ports import Clock


def probes_for_desk(clock: Clock, buses: Buses, platform: str = sys.platform) -> DeskProbes:
    """Return what may be sensed here; nothing is asked yet.

    Args:
        clock: for what has to note when it was told something.
        buses: shared by all probes; they do not close them.
        platform: the system, as `sys.platform` calls it.
    """
    # Late imports: each system has libraries of its own, and needs only its part.
    holds = hold_probe_makers(buses, platform)
    match platform:
        case "win32":
            from coreapp.desktop.senses.windows_presence import (  # noqa: PLC0415  see above
                WindowsIdle,
                WindowsLock,
                WindowsSleep,
            )

            return DeskProbes((WindowsIdle,), (WindowsLock,), (WindowsSleep,), holds)
        case "darwin":
            from coreapp.desktop.senses.macos_presence import (  # noqa: PLC0415  see above
                MacIdle,
                MacLock,
                MacSleep,
            )

            return DeskProbes((MacIdle,), (MacLock,), (MacSleep,), holds)
        case "linux":
            from coreapp.desktop.senses.locks import linux_locks  # noqa: PLC0415  see above
            from coreapp.desktop.senses.mutter_idle import MutterIdle  # noqa: PLC0415
            from coreapp.desktop.senses.sleep import ClockSleep, LogindSleep  # noqa: PLC0415
            from coreapp.desktop.senses.wayland_idle import WaylandIdle  # noqa: PLC0415
            from coreapp.desktop.senses.x11_idle import X11Idle  # noqa: PLC0415

            return DeskProbes(
                hands=(
                    X11Idle,
                    partial(MutterIdle, buses.session, clock),
                    partial(WaylandIdle, clock),
                ),
                locks=linux_locks(buses.session, buses.system),
                sleep=(partial(LogindSleep, buses.system), ClockSleep),
                holds=holds,
            )
        case _:
            return DeskProbes(holds=holds)
