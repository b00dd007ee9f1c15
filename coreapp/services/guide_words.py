"""What the chosen signs ask for, in words: level, reason, next step; three short sentences."""

from dataclasses import dataclass
from typing import assert_never

from coreapp.domain.emergency import EmergencyNumbers, Region
from coreapp.domain.guide import SERIOUS_PAIN, Advice, Urgency, Verdict, is_serious
from coreapp.domain.progression import AMBER_PAIN, PainLight, pain_light
from coreapp.domain.training_log import Feeling
from coreapp.i18n import _, ngettext, pgettext


@dataclass(frozen=True, slots=True)
class VerdictWords:
    """What is said about the signs, a sentence each.

    Attributes:
        level: how pressing it is.
        reason: why.
        step: what to do next.
    """

    level: str
    reason: str
    step: str

    @property
    def spoken(self) -> str:
        """Return everything as it is read aloud."""
        return f"{self.level} {self.reason} {self.step}"


def standing_line() -> str:
    """Return what is said wherever something is advised."""
    return _(
        "General exercise information. This app does not examine you and does not replace a "
        "doctor or physiotherapist."
    )


def pain_line(before: int | None, now: int | None) -> str:
    """Return what is said about figures of pain (0 to 10, None if not given); empty if nothing."""
    if not is_serious(before, now):
        return ""
    worst = max(before or 0, now or 0)
    if worst >= SERIOUS_PAIN:
        text = _(
            "You put your pain at {pain} of 10. A doctor or physiotherapist can look into this."
        )
        return text.format(pain=worst)
    text = _(
        "Your pain went from {before} to {now} of 10. If it stays so, a doctor or physiotherapist "
        "can look into this."
    )
    return text.format(before=before, now=now)


def concern_line(feeling: Feeling) -> str:
    """Return the one sentence about pain that should be looked at; empty if there is none.

    It follows the rules that also decide what comes next (`domain/progression`, R6).
    """
    if feeling.stop_sign:
        return _("You noticed a sign to stop. Stop for today, and look at the signs to watch for.")
    known = [each for each in (feeling.pain_during, feeling.pain_after) if each is not None]
    worst, before, morning = (
        max(known, default=None),
        feeling.pain_before,
        feeling.pain_next_morning,
    )
    serious = pain_line(before, worst)
    if serious:
        return serious
    light = pain_light(worst, before=before, next_morning=morning)
    if light not in {PainLight.AMBER, PainLight.RED}:
        return ""
    if (worst or 0) >= AMBER_PAIN:
        return _("With pain of 4 or 5, do the same the next time rather than more.")
    text = _(
        "Your pain went from {before} to {morning} of 10 by the next morning. If it stays so, a "
        "doctor or physiotherapist can look into this."
    )
    return text.format(before=before, morning=morning)


def doctor_link() -> str:
    """Return what the way to the check of the signs is called, wherever it begins."""
    return _("When to see a doctor")


def numbers_text(emergency: EmergencyNumbers) -> str:
    """Return the numbers alone, the usual one first."""
    if len(emergency.numbers) == 1:
        return emergency.numbers[0]
    usual, other = emergency.numbers
    return _("{number} or {other}").format(number=usual, other=other)


def call_text(emergency: EmergencyNumbers) -> str:
    """Return whom to call, as it stands in a sentence."""
    numbers = numbers_text(emergency)
    if emergency.is_certain:
        return numbers
    return _("{number} or your local emergency number").format(number=numbers)


def verdict_words(verdict: Verdict, emergency: EmergencyNumbers) -> VerdictWords:
    """Return what is said about the chosen signs."""
    count = len(verdict.signs)
    match verdict.advice:
        case None:
            return VerdictWords(
                _("Tick what is true for you."),
                _("What you can do is said here at once; nothing is stored."),
                _("If none of it is true, moving is usually safe."),
            )
        case Advice.EMERGENCY:
            return VerdictWords(
                _("Get emergency help now."),
                ngettext(
                    "You ticked a sign that should not wait.",
                    "You ticked {count} signs that should not wait.",
                    count,
                ).format(count=count),
                _("Call {number}.").format(number=call_text(emergency)),
            )
        case Advice.DOCTOR:
            return _doctor_words(verdict, emergency)
        case Advice.STOP:
            return VerdictWords(
                _("Stop for today."),
                ngettext(
                    "You ticked a sign to stop an exercise or a run.",
                    "You ticked {count} signs to stop an exercise or a run.",
                    count,
                ).format(count=count),
                _("Take it easy for a day; if it is still there then, see a doctor within days."),
            )
        case Advice.ASK_FIRST:
            return ask_first_words()
        case _:
            assert_never(verdict.advice)


def ask_first_words() -> VerdictWords:
    """Return what is said to who should ask a doctor or midwife before the first session."""
    return VerdictWords(
        _("Ask before your first session."),
        _("You ticked something that exercise may have to be fitted to."),
        _("A doctor or midwife can tell you what suits you."),
    )


def ask_first_reasons() -> str:
    """Return the reasons for it (RF-19) in one line, as the check of signs has them."""
    return pgettext(
        "guide when-to-see-a-doctor",
        "Pregnancy, a recent operation, a known fracture, an inflammatory disease, or taking blood "
        "thinners",
    )


def _doctor_words(verdict: Verdict, emergency: EmergencyNumbers) -> VerdictWords:
    """Return what is said where a doctor should look at it, sooner or later."""
    count = len(verdict.signs)
    reason = ngettext(
        "You ticked a sign that a doctor can look into.",
        "You ticked {count} signs that a doctor can look into.",
        count,
    ).format(count=count)
    match verdict.urgency:
        case Urgency.TODAY if emergency.on_duty:
            step = _("Call your practice, or when it is closed: {service}.")
            return VerdictWords(
                _("See a doctor today."), reason, step.format(service=emergency.on_duty)
            )
        case Urgency.TODAY:
            step = _("Call your practice now, and leave exercise out until then.")
            return VerdictWords(_("See a doctor today."), reason, step)
        case Urgency.WEEKS:
            return VerdictWords(
                _("See a doctor or physiotherapist within weeks."),
                reason,
                _("Make an appointment; until then the easy level may go on."),
            )
        case Urgency.DAYS | None:
            return VerdictWords(
                _("See a doctor within days."),
                reason,
                _("Make an appointment, and do not step up until then."),
            )
        case _:
            assert_never(verdict.urgency)


def region_name(region: Region) -> str:
    """Return the name of a region for the settings."""
    names = {
        Region.AUTO: _("As the computer"),
        Region.GERMANY: _("Germany"),
        Region.AUSTRIA: _("Austria"),
        Region.SWITZERLAND: _("Switzerland"),
        Region.NETHERLANDS: _("Netherlands"),
        Region.BELGIUM: _("Belgium"),
        Region.UNITED_KINGDOM: _("United Kingdom"),
        Region.IRELAND: _("Ireland"),
        Region.UNITED_STATES: _("United States"),
        Region.EUROPEAN_UNION: _("Another country of the EU"),
        Region.OTHER: _("Another country"),
    }
    return names[region]
