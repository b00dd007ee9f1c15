"""Every setting with its default and limits: the one table the settings window is made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import Any

from coreapp.domain.cues import CueChannel, CueTopic
from coreapp.domain.emergency import Region
from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.sitting.settings import BreakSettings


class ThemeChoice(StrEnum):
    """Which colours the windows have."""

    AUTO = "auto"
    """As the system has them."""
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class FigureBuild(StrEnum):
    """How the figures are built."""

    SLIM = "slim"
    MEDIUM = "medium"
    STRONG = "strong"


class PromptStyle(StrEnum):
    """How a sitting break asks."""

    AUTO = "auto"
    """By the bar where windows can be placed, else by a notification."""
    BAR = "bar"
    NOTIFICATION = "notification"


class BreakPlace(StrEnum):
    """Where the desk stands."""

    OFFICE = "office"
    HOME = "home"


class BreakClothes(StrEnum):
    """What is worn at the desk."""

    OFFICE = "office"
    SPORT = "sport"


class RunMetric(StrEnum):
    """What runs are compared by."""

    MINUTES = "minutes"
    KILOMETRES = "km"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person has chosen.

    Attributes:
        language: `en`, `de` or `nl`; empty follows the system.
        region: where the person is, for emergency numbers.
        text_percent: size of all texts, 100 is the system's.
        figure_skin: the skin of the figures, 0 the lightest to 3 the darkest.
        sounds: whether tones are heard in a session.
        volume_percent: of those tones.
        voice: whether a session is spoken; where there is no voice, tones stand in.
        voice_name: as the system calls it; empty takes the first of the language.
        voice_volume_percent: of the voice.
        voice_rate: from slow to fast in ten steps, 0 is the voice's own speed.
        cue_start: how a topic of `CueTopic` is announced; one setting for each of them.
        extra_ready_seconds: added to every get-ready phase.
        wait_everywhere: the beginner mode: every phase waits for a tap.
        distance_by_itself: a session that nobody touches is shown large, to be read from afar.
        prompt_sound: whether a break prompt makes itself heard; silent at the desk by default.
        keep_presence_days: how long the spans of sitting and absence are kept.
        prompt_style: how a sitting break asks.
        hold_camera: no bar opens while a camera is in use.
        hold_microphone: the same for a microphone, and for calls.
        hold_do_not_disturb: the same while the desktop is told not to disturb.
        hold_fullscreen: the same while a window fills the screen.
        hold_video: the same while something else keeps the screen awake, such as a video.
        break_place: where the desk stands; at home there is a floor to lie on.
        break_clothes: what is worn there.
        breaks_from_plan: breaks offer sets of the session that is planned for today.
        run_metric: what weeks and runs are compared by (rules R1 and R2).
        target_sessions: runs a week that somebody wants to come back to; 0 is not set, as in the
            three that follow (rule R3).
        target_minutes: of running a week.
        target_pace_seconds: for a kilometre of an easy run.
        target_tempo_minutes: of tempo runs a week.
        week_goals: a goal is suggested for each week.
        ask_about_days: sleep and stress are asked for, as long as pain is noted.
        breaks: the rules of the sitting breaks.
    """

    language: str = ""
    region: Region = Region.AUTO
    theme: ThemeChoice = ThemeChoice.AUTO
    text_percent: int = 100
    reduced_motion: bool = False
    figure_skin: int = 1
    figure_build: FigureBuild = FigureBuild.MEDIUM
    sounds: bool = True
    volume_percent: int = 60
    voice: bool = True
    voice_name: str = ""
    voice_volume_percent: int = 80
    voice_rate: int = 0
    cue_start: CueChannel = CueChannel.BOTH
    cue_next_up: CueChannel = CueChannel.VOICE
    cue_side_change: CueChannel = CueChannel.BOTH
    cue_halfway: CueChannel = CueChannel.BOTH
    cue_countdown: CueChannel = CueChannel.TONE
    cue_repetition: CueChannel = CueChannel.VOICE
    cue_breath: CueChannel = CueChannel.BOTH
    cue_reminder: CueChannel = CueChannel.VOICE
    cue_finished: CueChannel = CueChannel.BOTH
    extra_ready_seconds: int = 0
    wait_everywhere: bool = False
    distance_by_itself: bool = False
    reminders: bool = True
    breaks_on: bool = True
    prompt_sound: bool = False
    keep_presence_days: int = 365
    prompt_style: PromptStyle = PromptStyle.AUTO
    hold_camera: bool = True
    hold_microphone: bool = True
    hold_do_not_disturb: bool = True
    hold_fullscreen: bool = True
    hold_video: bool = True
    break_place: BreakPlace = BreakPlace.OFFICE
    break_clothes: BreakClothes = BreakClothes.OFFICE
    breaks_from_plan: bool = False
    run_metric: RunMetric = RunMetric.MINUTES
    target_sessions: int = 0
    target_minutes: int = 0
    target_pace_seconds: int = 0
    target_tempo_minutes: int = 0
    week_goals: bool = True
    ask_about_days: bool = True
    breaks: BreakSettings = field(default_factory=BreakSettings)

    def __post_init__(self) -> None:
        for key, (least, most) in LIMITS.items():
            value = getattr(self, key)
            if not least <= value <= most:
                raise InvalidValueError(
                    key,
                    value,
                    marked("Give a number from {least} to {most}."),
                    least=least,
                    most=most,
                )

    def channel(self, topic: CueTopic) -> CueChannel:
        """Return how a topic of a session is announced."""
        channel: CueChannel = getattr(self, cue_key(topic))
        return channel

    def to_mapping(self) -> dict[str, object]:
        """Return the settings as plain data."""
        plain = {each.name: getattr(self, each.name) for each in fields(self)}
        words = {key: value.value for key, value in plain.items() if isinstance(value, StrEnum)}
        return plain | words | {"breaks": self.breaks.to_mapping()}


def cue_key(topic: CueTopic) -> str:
    """Return the name of the setting that says how a topic is announced."""
    return f"cue_{topic.value}"


LIMITS: Mapping[str, tuple[int, int]] = {
    "text_percent": (80, 200),
    "figure_skin": (0, 3),
    "volume_percent": (0, 100),
    "voice_volume_percent": (0, 100),
    "voice_rate": (-5, 5),
    "extra_ready_seconds": (0, 30),
    "keep_presence_days": (1, 3650),
    "target_sessions": (0, 14),
    "target_minutes": (0, 1200),
    "target_pace_seconds": (0, 900),
    "target_tempo_minutes": (0, 600),
}
"""The least and the most of every number here; those of the breaks are in their own table."""


def settings_from(document: Mapping[str, object]) -> tuple[Settings, list[InvalidValueError]]:
    """Read settings from plain data; each that is not usable keeps its default and is told.

    Keys that are not known are passed over: a newer version may have written them.
    """
    settings = Settings()
    problems: list[InvalidValueError] = []
    checked: Any
    for each in fields(Settings):
        if each.name not in document:
            continue
        value = document[each.name]
        try:
            if each.name == "breaks":
                checked, of_breaks = _breaks_from(value)
                problems += of_breaks
            else:
                checked = _checked(each.name, value, getattr(settings, each.name))
            settings = replace(settings, **{each.name: checked})
        except InvalidValueError as problem:
            problems.append(problem)
    return settings, problems


def _breaks_from(value: object) -> tuple[BreakSettings, list[InvalidValueError]]:
    """Read the table of the sitting breaks, one setting at a time."""
    if not isinstance(value, Mapping):
        raise InvalidValueError("breaks", value, marked("Give a table of settings."))
    usable: dict[str, object] = {}
    problems: list[InvalidValueError] = []
    for name, given in value.items():
        if name not in BREAK_NAMES:
            continue
        try:
            BreakSettings.from_mapping({name: given})
            usable[name] = given
        except InvalidValueError as problem:
            problems.append(problem)
    return BreakSettings.from_mapping(usable), problems


def _checked(name: str, value: object, default: object) -> object:
    """Return `value` in the type of its default."""
    if isinstance(default, StrEnum):
        return _word(name, value, type(default))
    if type(value) is not type(default):
        raise InvalidValueError(
            name, value, marked("Give a value such as {example}."), example=_as_in_the_file(default)
        )
    return value


def _word(name: str, value: object, words: type[StrEnum]) -> StrEnum:
    """Return `value` as one of the words that this setting may be."""
    try:
        return words(str(value))
    except ValueError:
        remedy = marked("Give one of: {words}.")
        raise InvalidValueError(name, value, remedy, words=", ".join(words)) from None


def _as_in_the_file(value: object) -> str:
    """Return a plain value as the settings file has it."""
    if isinstance(value, str):
        return f'"{value}"'
    return str(value).lower()


NAMES = frozenset(each.name for each in fields(Settings))
"""Every setting there is."""

BREAK_NAMES = frozenset(each.name for each in fields(BreakSettings))
"""Every setting of the sitting breaks."""
