"""What a restart does: the state is saved as it changes, and the gap is measured.

Within one boot the boot clock tells the gap, else UTC does. Under two minutes it is ignored. The
moments inside the engine go on unbroken: a new boot changes only their distance to its clock.
"""

from collections.abc import Mapping
from typing import cast

from coreapp.domain.clock import Reading
from coreapp.domain.errors import InvalidValueError
from coreapp.domain.sitting.moments import MINUTE, micros, utc_micros
from coreapp.domain.sitting.saving import REMEDY, from_plain, to_plain, whole_number
from coreapp.domain.sitting.state import State

VERSION = 1
IGNORED_GAP = 2 * MINUTE
"""A restart that took less changes nothing."""


def saved_state(state: State, reading: Reading, boot_id: str) -> dict[str, object]:
    """Return the state and the moment it was saved, as plain values."""
    return {
        "version": VERSION,
        "boot_id": boot_id,
        "boot": micros(reading.boot),
        "utc": utc_micros(reading.utc),
        "state": to_plain(state),
    }


def continue_from(
    saved: Mapping[str, object], reading: Reading, boot_id: str
) -> tuple[State, int, int | None]:
    """Read a saved state and fit it to the clocks of now.

    Args:
        saved: what `saved_state` returned.
        reading: the clocks now.
        boot_id: names the present boot; empty if it is not known.

    Returns:
        The state, the moment it was saved, and the length of a gap that is too long to be ignored.

    Raises:
        InvalidValueError: it is not readable.
    """
    if saved.get("version") != VERSION:
        raise InvalidValueError("version", saved.get("version"), REMEDY)
    state = cast(State, from_plain(State, saved.get("state")))
    saved_boot = whole_number(saved.get("boot"), "boot")
    saved_utc = whole_number(saved.get("utc"), "utc")
    boot = micros(reading.boot)
    was = saved_boot + state.base
    same_boot = bool(boot_id) and boot_id == saved.get("boot_id") and boot >= saved_boot
    gap = boot - saved_boot if same_boot else max(0, utc_micros(reading.utc) - saved_utc)
    is_long = gap >= IGNORED_GAP
    if not same_boot:
        state.base = was + gap - boot
    if is_long or not same_boot:
        state.slept = boot - micros(reading.monotonic)
    return state, was, gap if is_long else None
