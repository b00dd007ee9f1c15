"""What can be done in a call that nobody sees: one seated movement, in words and without a window.

In a call no bar opens. Where a break has become due meanwhile, tray and page say one movement from
the seated variants of the desk exercises; the break itself stays owed, since none of this is
getting up.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from coreapp.domain.sitting.facts import HoldReason
from coreapp.domain.sitting.view import View
from coreapp.i18n import _

IN_CALL: Final = frozenset({HoldReason.CALL, HoldReason.MICROPHONE, HoldReason.CAMERA})


@dataclass(frozen=True, slots=True)
class _Hint:
    """A movement; it is left out with the exercise that it is the seated variant of."""

    exercise: str
    text: str


def call_hint(view: View | None, avoided: Collection[str] = frozenset()) -> str:
    """Return a movement for the call that holds a break; empty if there is no such call.

    It stays the same until one more break is due: a tooltip that changes with every look says
    nothing.

    Args:
        view: where sitting stands; None is switched off.
        avoided: ids of the exercises that are hidden, not for today, or hurt.
    """
    if view is None or not view.owed:
        return ""
    calls = [held for held in view.holds if held.reason in IN_CALL]
    hints = [each for each in _hints() if each.exercise not in avoided]
    if not calls or not hints:
        return ""
    return hints[(calls[0].since.toordinal() + view.today.due) % len(hints)].text


def _hints() -> tuple[_Hint, ...]:
    return (
        _Hint(
            "desk-chin-tuck",
            _("Unseen in a call: glide your chin straight back, hold for 3 seconds, six times."),
        ),
        _Hint(
            "glute-bridge",
            _("Unseen in a call: squeeze both buttocks for 5 seconds and let go, eight times."),
        ),
        _Hint(
            "desk-calf-raise",
            _("Unseen in a call: lift both heels and lower them slowly, ten times."),
        ),
        _Hint(
            "desk-shoulder-squeeze",
            _("Unseen in a call: hands on your thighs, draw your shoulder blades back, six times."),
        ),
        _Hint(
            "desk-sit-to-stand",
            _("Unseen in a call: straighten one knee after the other under the desk, eight times."),
        ),
    )
