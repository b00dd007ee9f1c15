"""The end of the first start: one thing to begin with, begun or planned by one button."""

from PySide6.QtCore import Signal

from coreapp.i18n import _, format_date, format_minutes, format_time, ngettext
from coreapp.services.first_start import FirstStart, Suggestion
from coreapp.services.library import Library
from coreapp.ui.figure.art import FigureArt
from coreapp.ui.theme.fonts import Type
from coreapp.ui.theme.icons import Icon
from coreapp.ui.theme.theme import Theme
from coreapp.ui.welcome.ask_first import AskFirstNote
from coreapp.ui.welcome.steps import Question
from coreapp.ui.widgets.buttons import Button, ButtonKind, ButtonSize
from coreapp.ui.widgets.film_cells import film_cells
from coreapp.ui.widgets.film_strip import LARGE, FilmStrip
from coreapp.ui.widgets.flow_layout import FlowLayout
from coreapp.ui.widgets.labels import make_text


class SuggestionStep(Question):
    """Shows the routine that suits the answers.

    Signals:
        start_requested: the id of the routine to play now.
        plan_requested: it is to be planned.
    """

    start_requested = Signal(str)
    plan_requested = Signal()

    def __init__(self, theme: Theme, art: FigureArt, library: Library, start: FirstStart) -> None:
        found = start.suggestion()
        timeline = library.timeline(found.routine)
        cells = film_cells(timeline, library)
        super().__init__(_("A good first session"), _reason(found), cells[0].exercise)
        self._found = found
        count = ngettext("{count} exercise", "{count} exercises", len(cells))
        minutes = format_minutes(timeline.seconds)
        line = f"{count.format(count=len(cells))} · {minutes}"
        self._strip = FilmStrip(theme, art, size=LARGE)
        self._strip.show_cells(cells, 0)
        self._strip.setAccessibleName(library.routine_name(found.routine))
        self._start = Button(
            theme, _("Start now"), ButtonKind.PRIMARY, Icon.PLAY, size=ButtonSize.BIG
        )
        self._start.setObjectName("welcome_start")
        # With something to ask about first, planning it is the step that comes next.
        kind = ButtonKind.PRIMARY if found.ask_first else ButtonKind.SECONDARY
        self._plan = Button(theme, _("Plan it"), kind, Icon.PLAN, size=ButtonSize.BIG)
        self._plan.setObjectName("welcome_plan")
        self._large = (self._start, self._plan)
        self.column.addWidget(make_text(library.routine_name(found.routine), Type.HEADING))
        self.column.addWidget(make_text(line, tone="ink2"))
        self.column.addWidget(self._strip)
        if found.ask_first:
            self.column.addWidget(AskFirstNote())
        can_plan = found.ask_first or not found.is_break
        buttons = FlowLayout(12, 8)
        for button, is_offered in ((self._start, not found.ask_first), (self._plan, can_plan)):
            if is_offered:
                buttons.addWidget(button)
            else:
                button.setParent(self)
                button.hide()
        self.column.addSpacing(4)
        self.column.addLayout(buttons)
        if can_plan:
            self.column.addWidget(make_text(_plan_line(found), tone="ink2"))
        self._start.clicked.connect(self._ask_to_start)
        self._plan.clicked.connect(self.plan_requested)

    def focus_first(self) -> None:
        """Begin with what is suggested."""
        (self._plan if self._found.ask_first else self._start).setFocus()

    def _ask_to_start(self) -> None:
        self.start_requested.emit(self._found.routine)


def _reason(found: Suggestion) -> str:
    if found.is_break:
        return _(
            "Two minutes beside your chair. Breaks like this one come by themselves when you have "
            "sat for a while."
        )
    return _("Two exercises on a mat or a carpet, and short enough for any day.")


def _plan_line(found: Suggestion) -> str:
    text = _("It would be planned for {day}, {time}.")
    return text.format(day=format_date(found.day, "full"), time=format_time(found.at))
