"""Which settings there are, in which section, in which words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from coreapp.domain.emergency import Region
from coreapp.domain.settings import LIMITS, FigureBuild, Settings, ThemeChoice
from coreapp.domain.sitting.hours import WEEKDAYS
from coreapp.domain.sitting.settings import WHOLE_NUMBERS, BreakSettings
from coreapp.i18n import _, pgettext
from coreapp.services.guide_words import region_name
from coreapp.services.preferences import Preferences
from coreapp.services.rule_words import weekday_name
from coreapp.services.sound_check import SoundCheck
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.pages.settings_form import Limits, SettingsForm, Words
from coreapp.ui.pages.skin_field import SkinField
from coreapp.ui.pages.sound_rows import SoundRows
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.labels import make_text
from coreapp.ui.widgets.nav_list import NavPage

GENERAL, SESSIONS, SOUNDS, PLAN, BREAKS, HOURS, QUIET = (
    "settings_general",
    "settings_sessions",
    "settings_sounds",
    "settings_plan",
    "settings_breaks",
    "settings_hours",
    "settings_quiet",
)
"""The keys of the sections."""

_PER_CENT, _SECONDS = "%", "s"


def section_list() -> list[NavPage]:
    """Return the sections in their order, with their names in the language that is shown."""
    return [
        NavPage(GENERAL, _("General"), Icon.EYE),
        NavPage(SESSIONS, _("Sessions"), Icon.PLAY),
        NavPage(SOUNDS, _("Voice and tones"), Icon.SOUND),
        NavPage(PLAN, _("Plan"), Icon.PLAN),
        NavPage(BREAKS, _("Sitting breaks"), Icon.BREAKS),
        NavPage(HOURS, _("Working hours"), Icon.DESK),
        NavPage(QUIET, _("Quiet times"), Icon.SOUND_OFF),
    ]


@dataclass(frozen=True, slots=True)
class SettingsRows:
    """Fills the form.

    Attributes:
        change: takes over a setting by its name; tells whether the value could be used.
    """

    theme: Theme
    art: FigureArt
    form: SettingsForm
    preferences: Preferences
    sound: SoundCheck
    change: Callable[[str, object], bool]

    def fill(self) -> None:
        """Make all sections; their fields show what was chosen."""
        settings = self.preferences.settings
        names = {each.key: each.text for each in section_list()}
        self.form.begin_section(GENERAL, names[GENERAL])
        self._add_general(settings)
        self.form.begin_section(SESSIONS, names[SESSIONS])
        self._add_sessions(settings)
        card = self.form.begin_section(SOUNDS, names[SOUNDS])
        SoundRows(self.theme, self.form, self.sound, self._setter).fill(card, settings)
        self.form.begin_section(PLAN, names[PLAN])
        self.form.add_switch(
            Words(_("Remind me of planned sessions"), _("At the time they are planned for")),
            settings.reminders,
            self._setter("reminders"),
        )
        self.form.begin_section(BREAKS, names[BREAKS])
        self._add_breaks(settings)
        self._add_hours(settings.breaks, names)

    def _add_general(self, settings: Settings) -> None:
        form = self.form
        languages = [("", _("As the computer")), ("en", "English"), ("de", "Deutsch")]
        form.add_combo(
            Words(_("Language"), _("The whole program changes at once")),
            [*languages, ("nl", "Nederlands")],
            settings.language,
            self._setter("language"),
        )
        form.add_combo(
            Words(_("Country"), _("For the emergency numbers in the guide")),
            [(each.value, region_name(each)) for each in Region],
            settings.region.value,
            self._setter("region"),
        )
        themes = [
            (ThemeChoice.AUTO.value, _("As the computer")),
            (ThemeChoice.LIGHT.value, _("Light")),
            (ThemeChoice.DARK.value, _("Dark")),
            (ThemeChoice.CONTRAST.value, _("High contrast")),
        ]
        form.add_combo(Words(_("Colours")), themes, settings.theme.value, self._setter("theme"))
        form.add_number(
            Words(_("Text size"), _("Per cent of what the computer uses")),
            Limits(*LIMITS["text_percent"], step=10, unit=_PER_CENT),
            settings.text_percent,
            self._setter("text_percent"),
        )
        form.add_switch(
            Words(_("Less movement"), _("Figures and pages change without moving")),
            settings.reduced_motion,
            self._setter("reduced_motion"),
        )
        skins = SkinField(self.theme, self.art)
        skins.choose(settings.figure_skin)
        skins.chosen.connect(self._setter("figure_skin"))
        form.add_control(Words(_("Skin of the figures"), _("In all pictures of exercises")), skins)
        builds = [
            (FigureBuild.SLIM.value, _("Slim")),
            (FigureBuild.MEDIUM.value, pgettext("build", "Medium")),
            (FigureBuild.STRONG.value, pgettext("build", "Strong")),
        ]
        form.add_combo(
            Words(_("Build of the figures")),
            builds,
            settings.figure_build.value,
            self._setter("figure_build"),
        )

    def _add_sessions(self, settings: Settings) -> None:
        form = self.form
        form.add_number(
            Words(_("More time to get ready"), _("Seconds added each time; the totals follow")),
            Limits(*LIMITS["extra_ready_seconds"], step=5, unit=_SECONDS),
            settings.extra_ready_seconds,
            self._setter("extra_ready_seconds"),
        )
        form.add_switch(
            Words(_("At my own pace"), _("Every phase waits until you go on; good to begin with")),
            settings.wait_everywhere,
            self._setter("wait_everywhere"),
        )
        form.add_switch(
            Words(_("Large figures by themselves"), _("When nothing is touched for 20 seconds")),
            settings.distance_by_itself,
            self._setter("distance_by_itself"),
        )

    def _add_breaks(self, settings: Settings) -> None:
        form, breaks = self.form, settings.breaks
        form.add_switch(
            Words(_("Remind me to stand up"), _("A small bar that never takes the keyboard")),
            settings.breaks_on,
            self._setter("breaks_on"),
        )
        self._add_numbers(breaks, _rhythm_words())
        form.begin_card(_("The bar"))
        self._add_numbers(breaks, _bar_words())
        form.add_switch(
            Words(_("Cover the screen while I type"), _("Otherwise the bar waits for a pause")),
            breaks.cover_while_typing,
            self._break_setter("cover_while_typing"),
        )
        form.add_switch(
            Words(_("A tone with the bar"), _("Silent otherwise, for the others at the desk")),
            settings.prompt_sound,
            self._setter("prompt_sound"),
        )
        form.begin_card(_("At fixed times"))
        plain = breaks.to_mapping()
        form.add_text(
            Words(_("Walk at lunch"), _("A time such as 12:30; empty for none")),
            str(plain["lunch_walk"] or ""),
            self._set_lunch,
        )
        form.add_text(
            Words(_("Breaks at fixed times"), _("Times such as 10:00, 15:30; empty for none")),
            ", ".join(_texts(plain["fixed_times"])),
            partial(self._set_list, "fixed_times"),
        )
        form.begin_card(_("Being away"))
        self._add_numbers(breaks, _away_words())
        form.add_number(
            Words(_("Keep times of sitting for"), _("Days; private, they stay on this computer")),
            Limits(*LIMITS["keep_presence_days"], step=30),
            settings.keep_presence_days,
            self._setter("keep_presence_days"),
        )

    def _add_numbers(self, breaks: BreakSettings, numbers: Mapping[str, Words]) -> None:
        """Add settings of the breaks; the end of a name tells its unit."""
        for key, words in numbers.items():
            unit = _SECONDS if key.endswith("_s") else _("min")
            limits = Limits(*WHOLE_NUMBERS[key], unit=unit)
            self.form.add_number(words, limits, getattr(breaks, key), self._break_setter(key))

    def _add_hours(self, breaks: BreakSettings, names: Mapping[str, str]) -> None:
        plain = breaks.to_mapping()
        for section, key, hint in (
            (HOURS, "working_hours", _("Such as 08:00-12:00, 13:00-17:30; empty is a free day")),
            (QUIET, "quiet", _("No bar opens then; sitting counts all the same")),
        ):
            card = self.form.begin_section(section, names[section])
            explained = make_text(hint, Type.BODY, "ink2")
            explained.setContentsMargins(0, 10, 0, 4)
            card.body.addWidget(explained)
            ranges = plain[key]
            for index, day in enumerate(WEEKDAYS):
                of_day = ranges.get(day) if isinstance(ranges, Mapping) else None
                text = ", ".join(_texts(of_day))
                self.form.add_text(
                    Words(weekday_name(index)), text, partial(self._set_hours, key, day)
                )
            if section == HOURS:
                self.form.add_text(
                    Words(_("Days off"), _("Dates such as 2026-12-24, 2026-12-25")),
                    ", ".join(_texts(plain["days_off"])),
                    partial(self._set_list, "days_off"),
                )

    def _setter(self, key: str) -> Callable[[object], None]:
        """Return what takes over a new value of a setting."""

        def take(value: object) -> None:
            self.change(key, value)

        return take

    def _break_setter(self, key: str) -> Callable[[object], None]:
        """Return what takes over a new value of a setting of the breaks."""

        def take(value: object) -> None:
            self.change("breaks", {key: value})

        return take

    def _set_lunch(self, text: str) -> bool:
        return self.change("breaks", {"lunch_walk": text or None})

    def _set_list(self, key: str, text: str) -> bool:
        return self.change("breaks", {key: _split(text)})

    def _set_hours(self, key: str, day: str, text: str) -> bool:
        plain = self.preferences.settings.breaks.to_mapping()[key]
        hours = dict(plain) if isinstance(plain, Mapping) else {}
        # People write ranges with a dash and with spaces.
        hours[day] = [each.replace(" ", "").replace("–", "-") for each in _split(text)]
        return self.change("breaks", {key: hours})


def _rhythm_words() -> Mapping[str, Words]:
    return {
        "interval_min": Words(_("Break after"), _("Minutes of sitting")),
        "break_min": Words(_("Length of a break"), _("Minutes; so long an absence is a break too")),
        "long_sit_min": Words(_("Long sitting begins at"), _("Minutes; the break then is a walk")),
        "standing_min": Words(_("Standing at the desk"), _("Minutes until sitting is offered")),
    }


def _bar_words() -> Mapping[str, Words]:
    return {
        "lead_s": Words(_("The bar comes earlier by"), _("Seconds before the break is due")),
        "grow_rest_s": Words(_("It grows after a pause of"), _("Seconds without typing")),
        "snooze_min": Words(_("“Later” means")),
        "snooze_budget_min": Words(_("“Later” in all"), _("Minutes between two breaks")),
    }


def _away_words() -> Mapping[str, Words]:
    return {
        "away_after_s": Words(_("You count as away after"), _("Seconds without input")),
        "lock_min_s": Words(_("A locked screen counts after")),
    }


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _texts(value: object) -> Sequence[str]:
    return [str(each) for each in value] if isinstance(value, list | tuple) else []
