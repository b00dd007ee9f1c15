"""The settings of the sitting breaks: every name of their table, and how a break asks."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QHBoxLayout

from coreapp.domain.settings import LIMITS, BreakClothes, BreakPlace, PromptStyle, Settings
from coreapp.domain.sitting.hours import WEEKDAYS
from coreapp.domain.sitting.settings import WHOLE_NUMBERS, BreakSettings
from coreapp.i18n import _, pgettext
from coreapp.services.help_topics import HelpTopic
from coreapp.services.preferences import Preferences
from coreapp.services.rule_words import weekday_name
from coreapp.services.written_times import entries, tidy_date, tidy_range, tidy_time
from coreapp.ui.pages.settings.form import Limits, SettingsForm, Words
from coreapp.ui.pages.settings.hours_strip import HoursStrip
from coreapp.ui.pages.text_row import Taken
from coreapp.ui.theme.fonts import Type
from coreapp.ui.widgets.form import FormCard
from coreapp.ui.widgets.help_button import HelpButton
from coreapp.ui.widgets.labels import make_text

_SECONDS = "s"


@dataclass(frozen=True, slots=True)
class BreakSettingRows:
    """Fills the sections of the sitting breaks, of working hours and of quiet times.

    Attributes:
        setter: returns, for a setting's name, what takes over its new value.
        try_change: changes a setting that was typed; returns why it cannot be used, or nothing.
    """

    form: SettingsForm
    preferences: Preferences
    setter: Callable[[str], Callable[[object], None]]
    try_change: Callable[[str, object], str]

    def fill(self) -> None:
        """Add the rows of the rhythm, with which the section begins."""
        settings = self.preferences.settings
        self._add_switch(
            settings, "breaks_on", _("Remind me to stand up"), _("After a while of sitting")
        )
        self._add_numbers(settings.breaks, _rhythm_words())

    def fill_bar(self) -> None:
        """Add the rows of the bar, and of what holds it back."""
        self._add_bar(self.preferences.settings)
        self._add_holds(self.preferences.settings)

    def fill_away(self) -> None:
        """Add the rows of what a break offers, of its times, and of being away."""
        settings = self.preferences.settings
        self._add_offer(settings)
        self._add_times(settings.breaks)
        self.form.begin_card(_("Being away"))
        self._add_numbers(settings.breaks, _away_words())
        self.form.add_number(
            Words(_("Keep times of sitting for"), _("Days; private, they stay on this computer")),
            Limits(*LIMITS["keep_presence_days"], step=30),
            settings.keep_presence_days,
            self.setter("keep_presence_days"),
        )

    def fill_week(self, card: FormCard, key: str) -> None:
        """Add a row for each weekday.

        Args:
            card: the one that the section began with.
            key: `working_hours` or `quiet`.
        """
        is_work = key == "working_hours"
        hints = [
            _("Such as 08:00-12:00, 13:00-17:30; empty is a free day.")
            if is_work
            else _("Such as 12:00-13:00. No bar opens then; sitting counts all the same."),
            _("22:00-06:00 runs over midnight and belongs to the day it begins on."),
        ]
        explained = make_text(" ".join(hints), Type.BODY, "ink2")
        explained.setContentsMargins(0, 10, 0, 4)
        if is_work:
            card.body.addWidget(explained)
        else:
            row = QHBoxLayout()
            row.addWidget(explained, 1)
            row.addWidget(HelpButton(card.theme, HelpTopic.QUIET))
            card.body.addLayout(row)
        for index, day in enumerate(WEEKDAYS):
            hours = self._hours_of(key, day)
            take = partial(self._take_hours, key, day)
            field = self.form.add_text(Words(weekday_name(index)), hours, take)
            strip = HoursStrip(card.theme, "rest" if is_work else "ink3")
            strip.show_text(hours)
            field.taken.connect(strip.show_text)
            field.put_between(strip)
            field.show_where_empty(
                pgettext("hours", "free") if is_work else pgettext("hours", "none")
            )
        if is_work:
            self.form.add_text(
                Words(_("Days off"), _("Dates such as 2026-12-24, 2026-12-25")),
                self._listed("days_off"),
                partial(self._take_list, "days_off", tidy_date),
            )

    def _add_bar(self, settings: Settings) -> None:
        form, breaks = self.form, settings.breaks
        form.begin_card(_("The bar"))
        styles = [
            (PromptStyle.AUTO.value, _("As this desktop allows")),
            (PromptStyle.BAR.value, _("A small bar")),
            (PromptStyle.NOTIFICATION.value, _("A notification")),
        ]
        form.add_combo(
            Words(_("A break asks by"), _("Neither takes the keyboard from what you write")),
            styles,
            settings.prompt_style.value,
            self.setter("prompt_style"),
        )
        self._add_numbers(breaks, _bar_words())
        form.add_switch(
            Words(_("Cover the screen while I type"), _("Otherwise the bar waits for a pause")),
            breaks.cover_while_typing,
            self._break_setter("cover_while_typing"),
        )
        tone = _("A tone with the bar"), _("Silent otherwise, for the others at the desk")
        self._add_switch(settings, "prompt_sound", *tone)

    def _add_holds(self, settings: Settings) -> None:
        """Add what holds the bar back; each can be switched off where a system misreads it."""
        self.form.begin_card(_("What holds a break back until it is over"))
        for key, (label, hint) in _hold_words().items():
            self._add_switch(settings, key, label, hint)

    def _add_offer(self, settings: Settings) -> None:
        form = self.form
        form.begin_card(_("What a break offers"))
        places = [
            (BreakPlace.OFFICE.value, pgettext("desk", "In an office")),
            (BreakPlace.HOME.value, pgettext("desk", "At home")),
        ]
        form.add_combo(
            Words(_("The desk stands"), _("Lying on the floor is offered at home only")),
            places,
            settings.break_place.value,
            self.setter("break_place"),
        )
        clothes = [
            (BreakClothes.OFFICE.value, _("Office clothes")),
            (BreakClothes.SPORT.value, _("Sports clothes")),
        ]
        form.add_combo(
            Words(_("Clothes at the desk"), _("They matter in an office only")),
            clothes,
            settings.break_clothes.value,
            self.setter("break_clothes"),
        )
        plan = _("Sets of today’s session"), _("Breaks offer parts of what is planned for today")
        self._add_switch(settings, "breaks_from_plan", *plan)

    def _add_times(self, breaks: BreakSettings) -> None:
        form = self.form
        form.begin_card(_("At fixed times"))
        form.add_text(
            Words(_("Walk at lunch"), _("A time such as 12:30; empty for none")),
            str(breaks.to_mapping()["lunch_walk"] or ""),
            self._take_lunch,
        )
        form.add_text(
            Words(_("Breaks at fixed times"), _("Times such as 10:00, 15:30; empty for none")),
            self._listed("fixed_times"),
            partial(self._take_list, "fixed_times", tidy_time),
        )

    def _add_switch(self, settings: Settings, key: str, label: str, hint: str) -> None:
        self.form.add_switch(Words(label, hint), getattr(settings, key), self.setter(key))

    def _add_numbers(self, breaks: BreakSettings, numbers: Mapping[str, Words]) -> None:
        """Add settings of the breaks; the end of a name tells its unit."""
        for key, words in numbers.items():
            unit = _SECONDS if key.endswith("_s") else _("min")
            limits = Limits(*WHOLE_NUMBERS[key], unit=unit)
            self.form.add_number(words, limits, getattr(breaks, key), self._break_setter(key))

    def _break_setter(self, key: str) -> Callable[[object], None]:
        """Return what takes over a new value of a setting of the breaks."""
        take = self.setter("breaks")

        def take_one(value: object) -> None:
            take({key: value})

        return take_one

    def _take_lunch(self, text: str) -> Taken:
        time = tidy_time(text)
        return self._take({"lunch_walk": time or None}, lambda: time)

    def _take_list(self, key: str, tidy: Callable[[str], str], text: str) -> Taken:
        listed = [tidy(each) for each in entries(text)]
        return self._take({key: listed}, lambda: self._listed(key))

    def _take_hours(self, key: str, day: str, text: str) -> Taken:
        hours = self._week(key) | {day: [tidy_range(each) for each in entries(text)]}
        return self._take({key: hours}, lambda: self._hours_of(key, day))

    def _take(self, change: Mapping[str, object], kept: Callable[[], str]) -> Taken:
        problem = self.try_change("breaks", change)
        return Taken(problem) if problem else Taken(text=kept())

    def _listed(self, key: str) -> str:
        return ", ".join(_texts(self.preferences.settings.breaks.to_mapping()[key]))

    def _hours_of(self, key: str, day: str) -> str:
        return ", ".join(_texts(self._week(key).get(day)))

    def _week(self, key: str) -> dict[str, object]:
        plain = self.preferences.settings.breaks.to_mapping()[key]
        return dict(plain) if isinstance(plain, Mapping) else {}


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


def _hold_words() -> Mapping[str, tuple[str, str]]:
    return {
        "hold_camera": (_("Camera"), _("While a program uses it")),
        "hold_microphone": (_("Microphone and calls"), _("While a program listens")),
        "hold_do_not_disturb": (_("Do not disturb"), _("While this computer is set to be silent")),
        "hold_fullscreen": (_("Full screen"), _("While a window fills the screen")),
        "hold_video": (_("Video"), _("While something keeps the screen awake")),
    }


def _away_words() -> Mapping[str, Words]:
    return {
        "away_after_s": Words(_("You count as away after"), _("Seconds without input")),
        "lock_min_s": Words(_("A locked screen counts after")),
    }


def _texts(value: object) -> Sequence[str]:
    return [str(each) for each in value] if isinstance(value, list | tuple) else []
