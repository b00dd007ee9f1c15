"""The settings of running: what is compared, what one wants to come back to, and goals."""

from collections.abc import Callable
from dataclasses import dataclass

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.settings import LIMITS, RunMetric, Settings
from coreapp.i18n import _
from coreapp.services.explanations import explain_remedy
from coreapp.services.written_pace import pace_text, read_pace
from coreapp.ui.pages.settings.form import Limits, SettingsForm, Words
from coreapp.ui.pages.text_row import Taken


@dataclass(frozen=True, slots=True)
class RunningRows:
    """Fills two cards of the plan's section.

    Attributes:
        setter: returns what takes over a new value of a setting.
        try_change: takes over what was typed; returns why it cannot be used, or nothing.
    """

    form: SettingsForm
    setter: Callable[[str], Callable[[object], None]]
    try_change: Callable[[str, object], str]

    def fill(self, settings: Settings) -> None:
        """Make the cards; their fields show what was chosen."""
        self.form.begin_card(_("Goals and questions"))
        self.form.add_switch(
            Words(
                _("Suggest a goal for each week"),
                _("A little more than before; you set it, change it or leave it"),
            ),
            settings.week_goals,
            self.setter("week_goals"),
        )
        self.form.add_switch(
            Words(
                _("Ask about sleep and stress"),
                _("On Today, once a day, and only while you note pain: then they may tell why"),
            ),
            settings.ask_about_days,
            self.setter("ask_about_days"),
        )
        self.form.begin_card(_("Running"))
        self._add_running(settings)

    def _add_running(self, settings: Settings) -> None:
        form = self.form
        form.add_combo(
            Words(_("Compare runs by"), _("For the 10 % from week to week and from run to run")),
            [
                (RunMetric.MINUTES.value, _("Minutes")),
                (RunMetric.KILOMETRES.value, _("Kilometres")),
            ],
            settings.run_metric.value,
            self.setter("run_metric"),
        )
        form.add_number(
            Words(
                _("Runs a week to come back to"),
                _("What was usual before; hints on the order of building up need it. 0: not set"),
            ),
            Limits(*LIMITS["target_sessions"]),
            settings.target_sessions,
            self.setter("target_sessions"),
        )
        form.add_number(
            Words(_("Minutes of running a week"), _("The next step after that. 0: not set")),
            Limits(*LIMITS["target_minutes"], step=5),
            settings.target_minutes,
            self.setter("target_minutes"),
        )
        form.add_text(
            Words(
                _("Pace of easy runs"),
                _("Minutes and seconds for a kilometre, such as 6:30. Empty: not set"),
            ),
            pace_text(settings.target_pace_seconds),
            self._take_pace,
        )
        form.add_number(
            Words(_("Minutes of tempo runs a week"), _("Then intervals may follow. 0: not set")),
            Limits(*LIMITS["target_tempo_minutes"], step=5),
            settings.target_tempo_minutes,
            self.setter("target_tempo_minutes"),
        )

    def _take_pace(self, text: str) -> Taken:
        try:
            seconds = read_pace(text)
        except InvalidValueError as error:
            return Taken(problem=explain_remedy(error))
        problem = self.try_change("target_pace_seconds", seconds)
        return Taken(problem=problem, text=pace_text(seconds))
