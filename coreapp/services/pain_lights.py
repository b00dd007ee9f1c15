"""What pain says about the sessions and activities of the log (rule R6)."""

from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.progression import PainLight, pain_light
from coreapp.domain.training_log import PerformedSession


def light_of(session: PerformedSession) -> PainLight | None:
    """Return what pain says about a session; None if too little was entered.

    The rule asks for the pain during it. What was worse afterwards counts as well: a session that
    ends with pain of 7 is not one to repeat.
    """
    known = [each for each in (session.pain_during, session.pain_after) if each is not None]
    return pain_light(
        max(known, default=None),
        before=session.pain_before,
        next_morning=session.pain_next_morning,
        stop_sign=session.stop_sign,
    )


def light_of_activity(performed: PerformedActivity) -> PainLight | None:
    """Return what pain says about something that was entered; None if too little was said."""
    known = [each for each in (performed.pain_during, performed.pain_after) if each is not None]
    return pain_light(
        max(known, default=None),
        before=performed.pain_before,
        next_morning=performed.pain_next_morning,
    )
