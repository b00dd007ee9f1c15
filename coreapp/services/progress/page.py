"""The page of Progress, ready to be shown."""

from collections.abc import Sequence

from coreapp.domain.progress.time_range import TimeRange
from coreapp.domain.training_log import BreakSpan
from coreapp.i18n import _
from coreapp.services.charts import ExerciseChoice, Panel, PanelKey, ProgressPage
from coreapp.services.library import Library
from coreapp.services.progress.body_words import recovery_panel, running_panel
from coreapp.services.progress.desk_words import adherence_panel, breaks_panel, sitting_panel
from coreapp.services.progress.effort_words import effort_panel
from coreapp.services.progress.empty import empty_panel
from coreapp.services.progress.exercise_words import bests_panel, exercise_panel
from coreapp.services.progress.figures import ExerciseCourse, ProgressFigures
from coreapp.services.progress.movement_words import heat_panel, minutes_panel
from coreapp.services.progress.news_words import news
from coreapp.services.progress.reading import ProgressReader
from coreapp.services.progress.side_words import balance_panel
from coreapp.services.progress.streak_words import streak_panel


class Progress:
    """What can be asked about one's progress."""

    def __init__(self, reader: ProgressReader, library: Library) -> None:
        """Tell of a log.

        Args:
            reader: its figures.
            library: the names of the exercises.
        """
        self._reader = reader
        self._library = library

    def first_range(self) -> TimeRange:
        """Return how far back one looks as long as nothing was chosen.

        Raises:
            CoreappError: the log cannot be read.
        """
        return self._reader.first_range()

    def page(
        self, chosen: TimeRange, today_at_desk: Sequence[BreakSpan] | None = None
    ) -> ProgressPage:
        """Return the page, in the language that is shown.

        Args:
            chosen: how far back one looks.
            today_at_desk: the spans of today up to now, where the breaks are running.

        Raises:
            CoreappError: log or plan cannot be read.
        """
        return self.told(self._reader.read(chosen, today_at_desk))

    def exercise(self, identity: str, chosen: TimeRange) -> Panel:
        """Return the panel of one exercise.

        Raises:
            CoreappError: the log cannot be read.
        """
        return self._exercise(self._reader.course(identity, chosen), chosen)

    def told(self, figures: ProgressFigures) -> ProgressPage:
        """Return some figures as a page."""
        return ProgressPage(
            news=news(figures),
            panels=(
                heat_panel(figures),
                minutes_panel(figures),
                balance_panel(figures, self._name),
                sitting_panel(figures),
                self._first_exercise(figures),
                effort_panel(figures),
                running_panel(figures),
                recovery_panel(figures),
                streak_panel(figures),
                adherence_panel(figures),
                breaks_panel(figures),
                bests_panel(figures, self._name),
            ),
            exercises=tuple(
                ExerciseChoice(each.exercise, self._name(each.exercise, each.name))
                for each in figures.exercises
            ),
        )

    def _first_exercise(self, figures: ProgressFigures) -> Panel:
        if figures.course is None:
            title = _("Holds and repetitions")
            sentence = _("The exercises you do are drawn here, one at a time.")
            return empty_panel(PanelKey.EXERCISE, title, sentence)
        return self._exercise(figures.course, figures.chosen)

    def _exercise(self, course: ExerciseCourse, chosen: TimeRange) -> Panel:
        return exercise_panel(course, chosen, self._name)

    def _name(self, identity: str, logged: str) -> str:
        """Return an exercise's name in the language shown; the logged one where it is gone."""
        known = any(each.id == identity for each in self._library.exercises)
        return self._library.exercise_name(identity) if known or not logged else logged
