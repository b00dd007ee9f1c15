"""The probes that tell whether breaks are to be held back, for each system.

Several may be about one thing; the first that works is used.
"""

import os
import sys
from collections.abc import Mapping
from functools import partial

from coreapp.desktop.senses.buses import Buses
from coreapp.desktop.senses.probe import Candidate, HoldProbeMaker
from coreapp.services.desk_senses import Capability


def hold_probe_makers(
    buses: Buses, platform: str = sys.platform, environment: Mapping[str, str] = os.environ
) -> tuple[Candidate, ...]:
    """Return the probes that may work on a system, in the order in which they are tried.

    Args:
        buses: shared by all probes; they do not close them.
        platform: the system, as `sys.platform` calls it.
        environment: of this session.
    """
    # Late imports: each system has libraries of its own, and needs only its part.
    match platform:
        case "win32":
            from coreapp.desktop.senses.windows_holds import (  # noqa: PLC0415  see above
                windows_hold_candidates,
            )

            return windows_hold_candidates()
        case "darwin":
            from coreapp.desktop.senses.macos_holds import (  # noqa: PLC0415  see above
                macos_hold_candidates,
            )

            return macos_hold_candidates()
        case "linux":
            return _linux(buses, environment)
        case _:
            return ()


def _linux(buses: Buses, environment: Mapping[str, str]) -> tuple[Candidate, ...]:
    from coreapp.desktop.senses.camera import DeviceCamera  # noqa: PLC0415  see above
    from coreapp.desktop.senses.microphone import (  # noqa: PLC0415  see above
        PulseCall,
        PulseMicrophone,
    )
    from coreapp.desktop.senses.wayland_fullscreen import (  # noqa: PLC0415  see above
        WaylandFullScreen,
    )
    from coreapp.desktop.senses.x11_fullscreen import X11FullScreen  # noqa: PLC0415  see above

    return (
        *_do_not_disturb(buses, environment),
        Candidate(Capability.FULLSCREEN, partial(X11FullScreen, environment)),
        Candidate(Capability.FULLSCREEN, WaylandFullScreen),
        *_video(buses, environment),
        Candidate(Capability.CAMERA, DeviceCamera),
        Candidate(Capability.MICROPHONE, PulseMicrophone),
        Candidate(Capability.CALL, PulseCall),
    )


def _do_not_disturb(buses: Buses, environment: Mapping[str, str]) -> tuple[Candidate, ...]:
    from coreapp.desktop.senses import do_not_disturb  # noqa: PLC0415  see above
    from coreapp.desktop.senses.bus_probe import BusProbe  # noqa: PLC0415  see above
    from coreapp.desktop.senses.desktop_settings import (  # noqa: PLC0415  see above
        SWITCHES,
        SettingProbe,
        current_desktops,
        portal_question,
    )

    desktops = current_desktops(environment)
    questions = list(do_not_disturb.QUESTIONS)
    if "XFCE" in desktops:
        questions.append(do_not_disturb.ON_XFCE)
    switches = [switch for switch in SWITCHES if switch.desktop in desktops]
    questions += [portal_question(switch) for switch in switches]
    makers: tuple[HoldProbeMaker, ...] = (
        *(partial(BusProbe, buses.session, question) for question in questions),
        *(partial(SettingProbe, buses.session, switch) for switch in switches),
    )
    return tuple(Candidate(Capability.DO_NOT_DISTURB, make) for make in makers)


def _video(buses: Buses, environment: Mapping[str, str]) -> tuple[Candidate, ...]:
    from coreapp.desktop.senses import inhibitors  # noqa: PLC0415  see above
    from coreapp.desktop.senses.bus_probe import BusProbe  # noqa: PLC0415  see above
    from coreapp.desktop.senses.desktop_settings import (  # noqa: PLC0415  see above
        current_desktops,
    )

    of_session = [inhibitors.ON_GNOME, inhibitors.ON_KDE, inhibitors.ON_OLDER_KDE]
    if "XFCE" in current_desktops(environment):
        of_session.append(inhibitors.ON_XFCE)
    makers = (
        *(partial(BusProbe, buses.session, question) for question in of_session),
        partial(BusProbe, buses.system, inhibitors.ON_LOGIND),
    )
    return tuple(Candidate(Capability.VIDEO, make) for make in makers)
