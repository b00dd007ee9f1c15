"""The settings: one card for each section, a field that finds any of them."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from coreapp.domain.search import fold
from coreapp.domain.settings import LIMITS, Settings, ThemeChoice
from coreapp.domain.sitting.hours import WEEKDAYS
from coreapp.domain.sitting.settings import WHOLE_NUMBERS, BreakSettings
from coreapp.i18n import _, format_number
from coreapp.services.preferences import Preferences
from coreapp.services.rule_words import weekday_name
from coreapp.ui.navigation import Shell
from coreapp.ui.pages.base import Page
from coreapp.ui.pages.parts import page_head
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.theme import Theme
from coreapp.ui.widgets.form import ComboField, FormCard, NumberField, add_row
from coreapp.ui.widgets.labels import make_label, make_text
from coreapp.ui.widgets.segmented import SegmentedChoice
from coreapp.ui.widgets.switch import Switch

FORM_WIDTH = 760
SEARCH_WIDTH = 280
HOURS_WIDTH = 200


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
        self._rows: list[tuple[QWidget, str]] = []
        self._cards: list[tuple[QWidget, QWidget]] = []
        self._search = QLineEdit()
        self._search.setPlaceholderText(_("Find a setting"))
        self._search.setAccessibleName(_("Find a setting"))
        self._search.setFixedWidth(SEARCH_WIDTH)
        self._search.setClearButtonEnabled(True)
        self._search.textEdited.connect(self._filter)
        self.column.addLayout(page_head(_("Settings"), self._search))
        self._nothing = make_label(_("No setting is called that."), tone="ink2")
        self._nothing.hide()
        self.column.addWidget(self._nothing)
        self._form = QVBoxLayout()
        self._form.setSpacing(12)
        self.column.addLayout(self._form)
        self.column.addStretch(1)

    def focus_search(self) -> None:
        """Begin to search."""
        self._search.setFocus()
        self._search.selectAll()

    def refresh(self) -> None:
        """Make the form once; its fields show what was chosen."""
        if self._cards:
            return
        settings = self._preferences.settings
        self._add_general(settings)
        self._add_session(settings)
        self._add_breaks(settings)
        self._add_hours(settings.breaks)
        self._add_plan(settings)
        self._add_standing_line()

    def _add_general(self, settings: Settings) -> None:
        form = self._section(_("General"))
        languages = [("", _("As the computer")), ("en", "English"), ("de", "Deutsch")]
        self._combo(
            form,
            (_("Language"), _("The whole program changes at once")),
            [*languages, ("nl", "Nederlands")],
            settings.language,
            "language",
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
        themes.chosen.connect(partial(self._change, "theme"))
        self._row(form, _("Colours"), "", themes)
        self._number(
            form,
            (_("Text size"), _("Per cent of what the computer uses")),
            LIMITS["text_percent"],
            settings.text_percent,
            partial(self._change, "text_percent"),
            step=10,
        )
        self._switch(
            form,
            (_("Less movement"), _("Figures and pages change without moving")),
            settings.reduced_motion,
            partial(self._change, "reduced_motion"),
        )

    def _add_session(self, settings: Settings) -> None:
        form = self._section(_("Sessions"))
        self._switch(
            form,
            (_("Tones"), _("A tone at each change, and for the last three seconds")),
            settings.sounds,
            partial(self._change, "sounds"),
        )
        self._number(
            form,
            (_("Volume of the tones"), _("Per cent; your music plays on")),
            LIMITS["volume_percent"],
            settings.volume_percent,
            partial(self._change, "volume_percent"),
            step=10,
        )
        self._number(
            form,
            (_("More time to get ready"), _("Seconds added each time; the totals follow")),
            LIMITS["extra_ready_seconds"],
            settings.extra_ready_seconds,
            partial(self._change, "extra_ready_seconds"),
            step=5,
        )
        self._switch(
            form,
            (_("At my own pace"), _("Every phase waits until you go on; good for beginning")),
            settings.wait_everywhere,
            partial(self._change, "wait_everywhere"),
        )

    def _add_breaks(self, settings: Settings) -> None:
        form = self._section(_("Sitting breaks"))
        self._switch(
            form,
            (_("Remind me to stand up"), _("A small bar that never takes the keyboard")),
            settings.breaks_on,
            partial(self._change, "breaks_on"),
        )
        numbers = (
            ("interval_min", _("Break after"), _("Minutes of sitting")),
            ("break_min", _("Length of a break"), _("Minutes; so long an absence is a break too")),
            ("lead_s", _("The bar comes earlier by"), _("Seconds before the break is due")),
            ("grow_rest_s", _("It grows after a pause of"), _("Seconds without typing")),
            ("snooze_min", _("“Later” means"), _("Minutes")),
            ("snooze_budget_min", _("“Later” in all"), _("Minutes between two breaks")),
            ("away_after_s", _("You count as away after"), _("Seconds without input")),
            ("lock_min_s", _("A locked screen counts after"), _("Seconds")),
            ("long_sit_min", _("Long sitting begins at"), _("Minutes; the break then is a walk")),
            ("standing_min", _("Standing at the desk"), _("Minutes until sitting is offered")),
        )
        for key, label, hint in numbers:
            value = getattr(settings.breaks, key)
            edited = partial(self._change_break, key)
            self._number(form, (label, hint), WHOLE_NUMBERS[key], value, edited)
        self._switch(
            form,
            (_("Cover the screen while I type"), _("Otherwise the bar waits for a pause")),
            settings.breaks.cover_while_typing,
            partial(self._change_break, "cover_while_typing"),
        )
        self._switch(
            form,
            (_("A tone with the bar"), _("Silent otherwise, for the others at the desk")),
            settings.prompt_sound,
            partial(self._change, "prompt_sound"),
        )
        self._text(
            form,
            (_("Walk at lunch"), _("A time such as 12:30; empty for none")),
            str(settings.breaks.to_mapping()["lunch_walk"] or ""),
            self._change_lunch,
        )
        self._text(
            form,
            (_("Breaks at fixed times"), _("Times such as 10:00, 15:30; empty for none")),
            ", ".join(_texts(settings.breaks.to_mapping()["fixed_times"])),
            partial(self._change_times, "fixed_times"),
        )
        self._number(
            form,
            (_("Keep times of sitting for"), _("Days; they are private and stay on this computer")),
            LIMITS["keep_presence_days"],
            settings.keep_presence_days,
            partial(self._change, "keep_presence_days"),
            step=30,
        )

    def _add_hours(self, breaks: BreakSettings) -> None:
        form = self._section(_("Working hours"))
        plain = breaks.to_mapping()
        for key, hint in (
            ("working_hours", _("Such as 08:00-12:00, 13:00-17:30; empty is a free day")),
            ("quiet", _("No bar at these times; sitting counts all the same")),
        ):
            ranges = plain[key]
            if not isinstance(ranges, Mapping):
                continue
            if key == "quiet":
                form.body.addWidget(make_label(_("Quiet times"), Type.BODY_STRONG))
            form.body.addWidget(make_text(hint, Type.CAPTION, "ink2"))
            for index, day in enumerate(WEEKDAYS):
                text = ", ".join(_texts(ranges.get(day)))
                edited = partial(self._change_hours, key, day)
                self._text(form, (weekday_name(index), ""), text, edited)
        self._text(
            form,
            (_("Days off"), _("Dates such as 2026-12-24, 2026-12-25")),
            ", ".join(_texts(plain["days_off"])),
            partial(self._change_times, "days_off"),
        )

    def _add_plan(self, settings: Settings) -> None:
        form = self._section(_("Plan"))
        self._switch(
            form,
            (_("Remind me of planned sessions"), _("At the time they are planned for")),
            settings.reminders,
            partial(self._change, "reminders"),
        )

    def _add_standing_line(self) -> None:
        line = _(
            "General exercise information. This app does not examine you and does not replace a "
            "doctor or physiotherapist."
        )
        self._form.addSpacing(12)
        self._form.addWidget(make_text(line, Type.CAPTION, "ink2"))

    def _section(self, title: str) -> FormCard:
        heading = make_label(title, Type.TITLE)
        heading.setContentsMargins(0, 16, 0, 0)
        form = FormCard(self.theme)
        form.setMaximumWidth(FORM_WIDTH)
        self._form.addWidget(heading)
        self._form.addWidget(form)
        self._cards.append((heading, form))
        return form

    def _row(self, form: FormCard, label: str, hint: str, control: QWidget) -> None:
        row = add_row(form, label, hint, control)
        self._rows.append((row, fold(f"{label} {hint}")))

    def _combo(
        self,
        form: FormCard,
        words: tuple[str, str],
        options: list[tuple[str, str]],
        value: str,
        key: str,
    ) -> None:
        combo = ComboField(self.theme)
        combo.setObjectName(key)
        for option, text in options:
            combo.addItem(text, option)
        combo.setCurrentIndex(max(0, combo.findData(value)))
        combo.activated.connect(partial(self._choose, combo, key))
        self._row(form, *words, combo)

    def _number(
        self,
        form: FormCard,
        words: tuple[str, str],
        limits: tuple[int, int],
        value: int,
        edited: Callable[[int], None],
        step: int = 1,
    ) -> None:
        field = NumberField(self.theme)
        field.setRange(*limits)
        field.setSingleStep(step)
        field.setValue(value)
        field.setToolTip(
            _("From {least} to {most}").format(
                least=format_number(limits[0]), most=format_number(limits[1])
            )
        )
        field.valueChanged.connect(edited)
        self._row(form, *words, field)

    def _switch(
        self, form: FormCard, words: tuple[str, str], value: object, edited: Callable[[bool], None]
    ) -> None:
        switch = Switch(self.theme)
        switch.setChecked(bool(value))
        switch.toggled.connect(edited)
        self._row(form, *words, switch)

    def _text(
        self, form: FormCard, words: tuple[str, str], value: str, edited: Callable[[str], bool]
    ) -> None:
        field = QLineEdit(value)
        field.setFixedWidth(HOURS_WIDTH)
        field.editingFinished.connect(partial(self._take_text, field, edited))
        self._row(form, *words, field)

    def _take_text(self, field: QLineEdit, edited: Callable[[str], bool]) -> None:
        """Take over a text, or mark the field as not usable."""
        if not field.isModified():
            return
        field.setModified(False)
        field.setProperty("invalid", not edited(field.text().strip()))
        field.style().unpolish(field)
        field.style().polish(field)

    def _choose(self, combo: ComboField, key: str, _index: int) -> None:
        self._change(key, combo.currentData())

    def _change_lunch(self, text: str) -> bool:
        return self._change_break("lunch_walk", text or None)

    def _change_times(self, key: str, text: str) -> bool:
        return self._change_break(key, _split(text))

    def _change_hours(self, key: str, day: str, text: str) -> bool:
        plain = self._preferences.settings.breaks.to_mapping()[key]
        hours = dict(plain) if isinstance(plain, Mapping) else {}
        hours[day] = [each.replace(" ", "").replace("–", "-") for each in _split(text)]
        return self._change_break(key, hours)

    def _change_break(self, key: str, value: object) -> bool:
        return self._change("breaks", {key: value})

    def _change(self, key: str, value: object) -> bool:
        """Change one setting; tell whether it could be used."""
        with self._shell.guarded():
            settings = self._preferences.change({key: value})
            self.changed.emit(settings)
            return True
        return False

    def _filter(self, text: str) -> None:
        """Show the rows that match, and the sections that have any."""
        wanted = fold(text).strip()
        for row, words in self._rows:
            row.setVisible(wanted in words)
        for heading, card in self._cards:
            has_any = any(wanted in words for row, words in self._rows if card.isAncestorOf(row))
            heading.setVisible(has_any)
            card.setVisible(has_any)
        self._nothing.setVisible(not any(wanted in words for _row, words in self._rows))


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _texts(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list | tuple) else []
