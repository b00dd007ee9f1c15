"""What this desktop can tell and show, in words: each thing with how it is asked, and the remedy.

A remedy is one sentence somebody can act on; where nothing can be done it says what that means.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from coreapp.i18n import _, ngettext, pgettext
from coreapp.services.desk_remedies import DeskKind, sense_remedy
from coreapp.services.desk_senses import Capability, Health, SenseReport
from coreapp.services.speaking import VoiceState

_LONGEST_TOLD_SECONDS = 3600


class CheckState(StrEnum):
    """How well something works here."""

    WORKS = "works"
    IN_PART = "in_part"
    UNSURE = "unsure"
    OFF = "off"
    """Switched off by the person."""
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing the desktop could tell or show.

    Attributes:
        label: what.
        method: how, in the system's own words; empty if there is none.
        says: what it says now, in a sentence; empty if it says nothing.
        remedy: what to do where it does not work, or what that means; empty where it does.
        key: which one, for tests and object names.
    """

    key: str
    label: str
    state: CheckState
    method: str = ""
    says: str = ""
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class DeskFacts:
    """What is known of everything but the senses, as whoever has it tells it.

    Attributes:
        has_tray: this desktop has one.
        notifier: what shows notifications; empty if nothing does.
        has_buttons: whether they have buttons; None if that is not known.
        tones: what plays tones; `none` if nothing does, None before the first one.
        voice: whether there is one; None if none is wanted.
        voice_trouble: why there is none, in a sentence.
        awake: what keeps the screen awake; empty if nothing does, None if not tried.
        media: what shows a session to the desktop; `none` if nothing does.
        autostart: whether the program starts at log-in; None if that is not known here.
        bar_is_placed: windows can be placed, so the bar stands at the foot of the screen.
    """

    has_tray: bool
    notifier: str
    has_buttons: bool | None
    tones: str | None
    voice: VoiceState | None
    voice_trouble: str
    awake: str | None
    media: str
    autostart: bool | None
    bar_is_placed: bool


class DeskTests(Protocol):
    """Looks this desktop over, and tries out what it can show and play."""

    def begin(self) -> None:
        """Look, once, for what takes a moment to find; somebody is about to see what is found."""

    def senses(self) -> Sequence[Check]:
        """Return what it tells; waits for nothing."""

    def shows(self) -> Sequence[Check]:
        """Return what can be shown and heard on it; waits for nothing."""

    def look(self) -> None:
        """Look everything over again; what is different is known soon."""

    def show_bar(self) -> None:
        """Show the prompt bar for some seconds; nothing it is answered has an effect."""

    def send_notice(self) -> None:
        """Send a notification that asks for nothing."""

    def play_tone(self) -> None:
        """Let tone and voice be heard as they are set."""


def sense_checks(
    reports: Sequence[SenseReport], idle_seconds: float | None, kind: DeskKind
) -> Sequence[Check]:
    """Return how well each sense works.

    Args:
        reports: of the senses, in their order.
        idle_seconds: how long the hands have rested; None if that cannot be told.
        kind: the desktop, for the remedies.
    """
    return [_sense(each, idle_seconds, kind) for each in reports]


def show_checks(facts: DeskFacts, kind: DeskKind) -> Sequence[Check]:
    """Return how well everything can be shown and heard."""
    voice = () if facts.voice is None else (_voice(facts.voice, facts.voice_trouble),)
    autostart = () if facts.autostart is None else (_autostart(is_on=facts.autostart),)
    return [
        _bar(kind, is_placed=facts.bar_is_placed),
        _notifications(facts.notifier, facts.has_buttons),
        _tray(kind, is_there=facts.has_tray),
        *autostart,
        _tones(facts.tones),
        *voice,
        _awake(facts.awake),
        _media(facts.media),
    ]


def summary(checks: Sequence[Check]) -> str:
    """Return in a few words how much works."""
    works = sum(each.state is CheckState.WORKS for each in checks)
    return _("{part} of {whole} work").format(part=works, whole=len(checks))


def state_word(state: CheckState) -> str:
    """Return a state in a word."""
    words = {
        CheckState.WORKS: _("works"),
        CheckState.IN_PART: pgettext("check", "in part"),
        CheckState.OFF: pgettext("check", "off"),
        CheckState.UNSURE: _("unknown"),
        CheckState.MISSING: _("missing"),
    }
    return words[state]


def _sense(report: SenseReport, idle_seconds: float | None, kind: DeskKind) -> Check:
    label, says = _sense_label(report.capability), ""
    if report.health is Health.ABSENT:
        state, remedy = CheckState.UNSURE, sense_remedy(report.capability, kind)
    elif report.health is Health.SILENT:
        state = CheckState.UNSURE
        remedy = _("It has worked and does not answer now; it is asked again by itself.")
    else:
        state, remedy = CheckState.WORKS, ""
        is_hands = report.capability is Capability.HANDS
        says = _hands_say(idle_seconds) if is_hands else _says(report)
    return Check(report.capability.value, label, state, report.method, says, remedy)


def _sense_label(capability: Capability) -> str:
    labels: Mapping[Capability, str] = {
        Capability.HANDS: _("Hands resting"),
        Capability.LOCK: _("Screen lock"),
        Capability.SLEEP: _("Sleep"),
        Capability.DO_NOT_DISTURB: _("Do not disturb"),
        Capability.FULLSCREEN: _("Full screen"),
        Capability.VIDEO: _("Videos"),
        Capability.CAMERA: _("Camera"),
        Capability.MICROPHONE: _("Microphone"),
        Capability.CALL: _("Calls"),
    }
    return labels[capability]


def _hands_say(seconds: float | None) -> str:
    if seconds is None:
        return ""
    if seconds < 1:
        return _("There is input just now.")
    if seconds >= _LONGEST_TOLD_SECONDS:
        return _("Hands have rested for more than an hour.")
    if seconds >= 120:
        minutes = int(seconds // 60)
        text = ngettext(
            "Hands have rested for {count} minute.",
            "Hands have rested for {count} minutes.",
            minutes,
        )
        return text.format(count=minutes)
    whole = int(seconds)
    text = ngettext(
        "Hands have rested for {count} second.", "Hands have rested for {count} seconds.", whole
    )
    return text.format(count=whole)


def _says(report: SenseReport) -> str:
    """Return what a sense says that is either so or not."""
    if report.says is None:
        return ""
    texts: Mapping[Capability, tuple[str, str]] = {
        Capability.LOCK: (_("Locked now."), _("Not locked now.")),
        Capability.DO_NOT_DISTURB: (_("Switched on now."), _("Switched off now.")),
        Capability.FULLSCREEN: (_("A window fills the screen."), _("No window fills the screen.")),
        Capability.VIDEO: (
            _("A program keeps the screen awake."),
            _("No program keeps the screen awake."),
        ),
        Capability.CAMERA: (
            pgettext("camera", "In use now."),
            pgettext("camera", "Not in use now."),
        ),
        Capability.MICROPHONE: (
            pgettext("microphone", "In use now."),
            pgettext("microphone", "Not in use now."),
        ),
        Capability.CALL: (_("A call is running."), _("No call is running.")),
    }
    so, not_so = texts.get(report.capability, ("", ""))
    return so if report.says else not_so


def _bar(kind: DeskKind, *, is_placed: bool) -> Check:
    label = _("Break prompt")
    if is_placed:
        says = _("The bar stands at the foot of the screen and never takes the keyboard.")
        return Check("bar", label, CheckState.WORKS, kind.value, says)
    remedy = _("Wayland lets no program place a window: a notification with buttons asks instead.")
    return Check("bar", label, CheckState.IN_PART, "", "", remedy)


def _notifications(method: str, has_buttons: bool | None) -> Check:  # noqa: FBT001  two facts of one thing
    label = _("Notifications")
    if not method:
        remedy = _("Nothing here shows them: start a notification service such as dunst or mako.")
        return Check("notifications", label, CheckState.MISSING, "", "", remedy)
    if has_buttons:
        says = _("They have buttons.")
        return Check("notifications", label, CheckState.WORKS, method, says)
    if has_buttons is False:
        remedy = _("They have no buttons here: answer in the tray or in the window.")
        return Check("notifications", label, CheckState.IN_PART, method, "", remedy)
    remedy = _("Whether they have buttons is not known yet: test one.")
    return Check("notifications", label, CheckState.UNSURE, method, "", remedy)


def _tray(kind: DeskKind, *, is_there: bool) -> Check:
    label = _("Tray")
    if is_there:
        return Check("tray", label, CheckState.WORKS)
    remedy = _("There is no tray here: a small window takes its place.")
    if kind in {DeskKind.GNOME_WAYLAND, DeskKind.GNOME_X11}:
        remedy = _(
            "GNOME has no tray of its own: the extension AppIndicator brings one; until then a "
            "small window takes its place."
        )
    # Everything can be reached without one.
    return Check("tray", label, CheckState.IN_PART, "", "", remedy)


def _autostart(*, is_on: bool) -> Check:
    label = _("Start with the computer")
    if is_on:
        return Check("autostart", label, CheckState.WORKS)
    remedy = _("Switched off: breaks begin when you open Coreapp. The settings change that.")
    return Check("autostart", label, CheckState.OFF, "", "", remedy)


def _tones(tones: str | None) -> Check:
    label = _("Tones")
    if tones is None:
        remedy = _("Looked for with the first tone.")
        return Check("tones", label, CheckState.UNSURE, "", "", remedy)
    if tones != "none":
        return Check("tones", label, CheckState.WORKS, tones)
    remedy = _("No sound device was found; everything is shown as well.")
    return Check("tones", label, CheckState.MISSING, "", "", remedy)


def _voice(state: VoiceState, trouble: str) -> Check:
    label = _("Voice")
    if state is VoiceState.READY:
        return Check("voice", label, CheckState.WORKS)
    if trouble:
        return Check("voice", label, CheckState.MISSING, "", "", trouble)
    return Check("voice", label, CheckState.UNSURE, "", "", _("It is being looked for."))


def _awake(method: str | None) -> Check:
    label = _("Screen stays awake")
    if method:
        return Check("awake", label, CheckState.WORKS, method)
    if method is None:
        remedy = _("Tried with the first session.")
        return Check("awake", label, CheckState.UNSURE, "", "", remedy)
    remedy = _("Nothing here does that: let it go dark later in the settings of this computer.")
    return Check("awake", label, CheckState.MISSING, "", "", remedy)


def _media(name: str) -> Check:
    if name != "none":
        return Check("media", _("Media keys"), CheckState.WORKS, name)
    remedy = _("Here they reach only the window of the session, while it is in front.")
    return Check("media", _("Media keys"), CheckState.MISSING, "", "", remedy)
