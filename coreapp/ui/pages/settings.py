"""The settings: one card for each section, a field that finds any of them."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from coreapp.domain.errors import CoreappError
from coreapp.domain.settings import LIMITS, Settings, ThemeChoice
from coreapp.domain.sitting.hours import WEEKDAYS
from coreapp.domain.sitting.settings import WHOLE_NUMBERS, BreakSettings
from coreapp.i18n import _
from coreapp.services.preferences import Preferences
from coreapp.services.rule_words import weekday_name
from coreapp.ui.navigation import Shell
from coreapp.ui.pages.base import Page
from coreapp.ui.pages.parts import page_head
from coreapp.ui.pages.settings_form import Limits, SettingsForm, Words
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.labels import make_label, make_text
from coreapp.ui.widgets.segmented import SegmentedChoice

SEARCH_WIDTH = 280


class SettingsPage(Page):
    """Every setting, changed at once when it is touched.

    Signals:
        changed: the settings as they are now, after a change.
    """

    changed = Signal(object)

    def __init__(self, theme: Theme, preferences: Preferences, shell: Shell) -> None:
        super().__init__(theme)
        self._preferences = preferences
        self._shell = shell
        self._search = QLineEdit()
        self._search.setPlaceholderText(_("Find a setting"))
        self._search.setAccessibleName(_("Find a setting"))
        self._search.setFixedWidth(SEARCH_WIDTH)
        self._search.setClearButtonEnabled(True)
        self._nothing = make_label(_("No setting is called that."), tone="ink2")
        self._nothing.hide()
        self._form = SettingsForm(theme)
        self.column.addLayout(page_head(_("Settings"), self._search))
        self.column.addWidget(self._nothing)
        self.column.addLayout(self._form)
        self.column.addStretch(1)
        self._search.textChanged.connect(self._find)

    def focus_search(self) -> None:
        """Begin to search."""
        self._search.setFocus()
        self._search.selectAll()

    def refresh(self) -> None:
        """Make the form once; its fields show what was chosen."""
        if not self._form.is_empty:
            return
        settings = self._preferences.settings
        self._add_general(settings)
        self._add_sessions(settings)
        self._add_breaks(settings)
        self._add_hours(settings.breaks)
        self._add_plan(settings)
        self._add_standing_line()

    def _add_general(self, settings: Settings) -> None:
        form = self._form
        form.begin_section(_("General"))
        languages = [("", _("As the computer")), ("en", "English"), ("de", "Deutsch")]
        form.add_combo(
            Words(_("Language"), _("The whole program changes at once")),
            [*languages, ("nl", "Nederlands")],
            settings.language,
            self._setter("language"),
        )
        themes = SegmentedChoice(self.theme)
        themes.set_options(
            [
                (ThemeChoice.AUTO.value, _("As the computer")),
                (ThemeChoice.LIGHT.value, _("Light")),
                (ThemeChoice.DARK.value, _("Dark")),
            ]
        )
        themes.choose(settings.theme.value)
        themes.chosen.connect(self._setter("theme"))
        form.add_control(Words(_("Colours")), themes)
        form.add_number(
            Words(_("Text size"), _("Per cent of what the computer uses")),
            Limits(*LIMITS["text_percent"], step=10),
            settings.text_percent,
            self._setter("text_percent"),
        )
        form.add_switch(
            Words(_("Less movement"), _("Figures and pages change without moving")),
            settings.reduced_motion,
            self._setter("reduced_motion"),
        )

    def _add_sessions(self, settings: Settings) -> None:
        form = self._form
        form.begin_section(_("Sessions"))
        form.add_switch(
            Words(_("Tones"), _("A tone at each change, and for the last three seconds")),
            settings.sounds,
            self._setter("sounds"),
        )
        form.add_number(
            Words(_("Volume of the tones"), _("Per cent; your music plays on")),
            Limits(*LIMITS["volume_percent"], step=10),
            settings.volume_percent,
            self._setter("volume_percent"),
        )
        form.add_number(
            Words(_("More time to get ready"), _("Seconds added each time; the totals follow")),
            Limits(*LIMITS["extra_ready_seconds"], step=5),
            settings.extra_ready_seconds,
            self._setter("extra_ready_seconds"),
        )
        form.add_switch(
            Words(_("At my own pace"), _("Every phase waits until you go on; good to begin with")),
            settings.wait_everywhere,
            self._setter("wait_everywhere"),
        )

    def _add_breaks(self, settings: Settings) -> None:
        form, breaks = self._form, settings.breaks
        form.begin_section(_("Sitting breaks"))
        form.add_switch(
            Words(_("Remind me to stand up"), _("A small bar that never takes the keyboard")),
            settings.breaks_on,
            self._setter("breaks_on"),
        )
        for key, words in _number_words().items():
            value, limits = getattr(breaks, key), Limits(*WHOLE_NUMBERS[key])
            form.add_number(words, limits, value, self._break_setter(key))
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
        form.add_number(
            Words(_("Keep times of sitting for"), _("Days; private, they stay on this computer")),
            Limits(*LIMITS["keep_presence_days"], step=30),
            settings.keep_presence_days,
            self._setter("keep_presence_days"),
        )

    def _add_hours(self, breaks: BreakSettings) -> None:
        plain = breaks.to_mapping()
        for key, title, hint in (
            (
                "working_hours",
                _("Working hours"),
                _("Such as 08:00-12:00, 13:00-17:30; empty is a free day"),
            ),
            ("quiet", _("Quiet times"), _("No bar opens then; sitting counts all the same")),
        ):
            card = self._form.begin_section(title)
            card.body.addWidget(make_text(hint, Type.CAPTION, "ink2"))
            ranges = plain[key]
            for index, day in enumerate(WEEKDAYS):
                of_day = ranges.get(day) if isinstance(ranges, Mapping) else None
                words = Words(weekday_name(index))
                text = ", ".join(_texts(of_day))
                self._form.add_text(words, text, partial(self._set_hours, key, day))
        self._form.add_text(
            Words(_("Days off"), _("Dates such as 2026-12-24, 2026-12-25")),
            ", ".join(_texts(plain["days_off"])),
            partial(self._set_list, "days_off"),
        )

    def _add_plan(self, settings: Settings) -> None:
        self._form.begin_section(_("Plan"))
        self._form.add_switch(
            Words(_("Remind me of planned sessions"), _("At the time they are planned for")),
            settings.reminders,
            self._setter("reminders"),
        )

    def _add_standing_line(self) -> None:
        line = _(
            "General exercise information. This app does not examine you and does not replace a "
            "doctor or physiotherapist."
        )
        self._form.addSpacing(12)
        self._form.addWidget(make_text(line, Type.CAPTION, "ink2"))

    def _setter(self, key: str) -> Callable[[object], None]:
        """Return what takes over a new value of a setting."""

        def take(value: object) -> None:
            self._change(key, value)

        return take

    def _break_setter(self, key: str) -> Callable[[object], None]:
        """Return what takes over a new value of a setting of the breaks."""

        def take(value: object) -> None:
            self._change("breaks", {key: value})

        return take

    def _set_lunch(self, text: str) -> bool:
        return self._change("breaks", {"lunch_walk": text or None})

    def _set_list(self, key: str, text: str) -> bool:
        return self._change("breaks", {key: _split(text)})

    def _set_hours(self, key: str, day: str, text: str) -> bool:
        plain = self._preferences.settings.breaks.to_mapping()[key]
        hours = dict(plain) if isinstance(plain, Mapping) else {}
        # People write ranges with a dash and with spaces.
        hours[day] = [each.replace(" ", "").replace("–", "-") for each in _split(text)]
        return self._change("breaks", {key: hours})

    def _change(self, key: str, value: object) -> bool:
        """Change one setting; tell whether it could be used."""
        try:
            settings = self._preferences.change({key: value})
        except CoreappError as error:
            self._shell.show_error(error)
            return False
        self.changed.emit(settings)
        return True

    def _find(self, word: str) -> None:
        self._nothing.setVisible(not self._form.show_matches(word))


def _number_words() -> dict[str, Words]:
    """Return label and hint of each setting of the breaks that is a number."""
    return {
        "interval_min": Words(_("Break after"), _("Minutes of sitting")),
        "break_min": Words(_("Length of a break"), _("Minutes; so long an absence is a break too")),
        "lead_s": Words(_("The bar comes earlier by"), _("Seconds before the break is due")),
        "grow_rest_s": Words(_("It grows after a pause of"), _("Seconds without typing")),
        "snooze_min": Words(_("“Later” means"), _("Minutes")),
        "snooze_budget_min": Words(_("“Later” in all"), _("Minutes between two breaks")),
        "away_after_s": Words(_("You count as away after"), _("Seconds without input")),
        "lock_min_s": Words(_("A locked screen counts after"), _("Seconds")),
        "long_sit_min": Words(_("Long sitting begins at"), _("Minutes; the break then is a walk")),
        "standing_min": Words(_("Standing at the desk"), _("Minutes until sitting is offered")),
    }


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _texts(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list | tuple) else []
