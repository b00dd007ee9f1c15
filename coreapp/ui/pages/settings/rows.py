"""Which settings there are, in which section, in which words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from coreapp.domain.emergency import Region
from coreapp.domain.settings import LIMITS, FigureBuild, Settings, ThemeChoice
from coreapp.i18n import LANGUAGE_NAMES, _, pgettext
from coreapp.services.guide_words import region_name
from coreapp.services.preferences import Preferences
from coreapp.services.sound_check import SoundCheck
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.pages.later import Step
from coreapp.ui.pages.settings.break_rows import BreakSettingRows
from coreapp.ui.pages.settings.data_rows import DataRows
from coreapp.ui.pages.settings.form import Limits, SettingsForm, Words
from coreapp.ui.pages.settings.running_rows import RunningRows
from coreapp.ui.pages.settings.skin_field import SkinField
from coreapp.ui.pages.settings.sound_rows import SoundRows
from coreapp.ui.pages.settings.start_rows import StartRows
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.form import FormCard
from coreapp.ui.widgets.nav_list import NavPage

GENERAL, SESSIONS, SOUNDS, PLAN, BREAKS, HOURS, QUIET, DATA = (
    "settings_general",
    "settings_sessions",
    "settings_sounds",
    "settings_plan",
    "settings_breaks",
    "settings_hours",
    "settings_quiet",
    "settings_data",
)
"""The keys of the sections."""

_RANGES = {HOURS: "working_hours", QUIET: "quiet"}
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
        NavPage(DATA, _("Your data"), Icon.DATA),
    ]


@dataclass(frozen=True, slots=True)
class SettingsRows:
    """Fills the form.

    Attributes:
        change: takes over a setting by its name; tells a failure in its own way.
        try_change: the same for what is typed; returns why it cannot be used, or nothing.
    """

    theme: Theme
    art: FigureArt
    form: SettingsForm
    preferences: Preferences
    sound: SoundCheck
    change: Callable[[str, object], bool]
    try_change: Callable[[str, object], str]

    def steps(
        self, add_general: Callable[[], object], start: StartRows, data: DataRows
    ) -> list[Step]:
        """Return what makes the sections, one after the other; their fields show what was chosen.

        Of what comes after the paint a long section is made in several steps.

        Args:
            add_general: adds what is general and no setting of ours, after the languages.
            start: what the first start has asked, at the end of what is general.
            data: what can be done with one's data, in the last section.
        """
        breaks = BreakSettingRows(self.form, self.preferences, self._setter, self.try_change)

        def general(_card: FormCard) -> None:
            settings = self.preferences.settings
            self._add_general(settings, add_general)
            self._add_look(settings)
            self._add_figures(settings)
            self.form.begin_card(pgettext("settings", "About you"))
            start.fill(self.form)

        fills: dict[str, Callable[[FormCard], None]] = {
            GENERAL: general,
            SESSIONS: lambda _card: self._add_sessions(self.preferences.settings),
            SOUNDS: self._add_sounds,
            PLAN: self._add_plan,
            BREAKS: lambda _card: breaks.fill(),
            HOURS: lambda card: breaks.fill_week(card, _RANGES[HOURS]),
            QUIET: lambda card: breaks.fill_week(card, _RANGES[QUIET]),
            DATA: lambda _card: data.fill(self.form),
        }
        more: dict[str, Sequence[Step]] = {
            SOUNDS: (self._add_announced,),
            BREAKS: (breaks.fill_bar, breaks.fill_away),
        }
        steps: list[Step] = []
        for each in section_list():
            steps.append(partial(self._make, each, fills[each.key]))
            steps += more.get(each.key, ())
        return steps

    def _make(self, section: NavPage, fill: Callable[[FormCard], None]) -> None:
        fill(self.form.begin_section(section.key, section.text))

    def _add_sounds(self, card: FormCard) -> None:
        self._sounds().fill(card, self.preferences.settings)

    def _add_announced(self) -> None:
        self._sounds().fill_announced(self.preferences.settings)

    def _sounds(self) -> SoundRows:
        return SoundRows(self.theme, self.form, self.sound, self._setter)

    def _add_plan(self, _card: FormCard) -> None:
        settings = self.preferences.settings
        self.form.add_switch(
            Words(_("Remind me of planned sessions"), _("At the time they are planned for")),
            settings.reminders,
            self._setter("reminders"),
        )
        RunningRows(self.form, self._setter, self.try_change).fill(settings)

    def _add_general(self, settings: Settings, add_more: Callable[[], object]) -> None:
        form = self.form
        form.add_combo(
            Words(_("Language"), _("The whole program changes at once")),
            [("", _("As the computer")), *LANGUAGE_NAMES.items()],
            settings.language,
            self._setter("language"),
        )
        form.add_combo(
            Words(_("Country"), _("For the emergency numbers in the guide")),
            [(each.value, region_name(each)) for each in Region],
            settings.region.value,
            self._setter("region"),
        )
        add_more()

    def _add_look(self, settings: Settings) -> None:
        form = self.form
        form.begin_card(pgettext("settings", "Look"))
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

    def _add_figures(self, settings: Settings) -> None:
        form = self.form
        form.begin_card(pgettext("settings", "Figures"))
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

    def _setter(self, key: str) -> Callable[[object], None]:
        """Return what takes over a new value of a setting."""

        def take(value: object) -> None:
            self.change(key, value)

        return take
