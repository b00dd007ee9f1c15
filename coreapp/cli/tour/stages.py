"""The stages of the tour: a person's day, each step through the real windows and read back."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QApplication

from coreapp.cli.tour.activity_stage import enter_run
from coreapp.cli.tour.example_log import write_example_log
from coreapp.cli.tour.tourist import StageError, Tourist
from coreapp.domain.guide import WHEN_TO_SEE_A_DOCTOR
from coreapp.domain.sitting.view import PromptLook
from coreapp.domain.timeline import PhaseKind
from coreapp.domain.training_log import Outcome, PerformedSession, SessionKind
from coreapp.i18n import _
from coreapp.services.changes import Change
from coreapp.services.charts import HeatMap, PanelKey
from coreapp.ui.breaks.answers import BreakAnswer
from coreapp.ui.dialogs.plan_entry import PlanEntryDialog
from coreapp.ui.navigation import PageKey, Place
from coreapp.ui.pages.guide.page import GuidePage
from coreapp.ui.pages.log.page import TrainingLogPage
from coreapp.ui.pages.plan import PlanPage
from coreapp.ui.pages.progress.page import ProgressPage
from coreapp.ui.player.player_window import PlayerWindow

ROUTINE = "core-basics-runners"
EFFORT, PAIN = 4, 1
SIDE_PLANK = "side-plank"
PROGRAMME = "back-strength-8wk"


def open_program(tourist: Tourist) -> None:
    """The window opens, and the log after it."""
    opened: list[bool] = []
    program = tourist.program
    program.log_opened.connect(lambda: opened.append(True))
    program.start(["show"])
    program.window.resize(tourist.size)
    tourist.wait_for(lambda: bool(opened), _("the log did not open"))
    tourist.check(program.window.isVisible(), _("the window is not there"))


def plan_session(tourist: Tourist) -> None:
    """A session is planned for the evening, through the dialog."""
    program = tourist.program
    program.open_page(PageKey.PLAN)
    _plan_page(tourist).ask_for_entry(ROUTINE)
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, PlanEntryDialog):
        raise StageError(_("the dialog did not open"))
    tourist.see("plan-a-session", dialog)
    tourist.click(dialog, "put_into_plan")
    entries = program.services.planning.entries()
    tourist.check([each.routine for each in entries] == [ROUTINE], _("nothing was planned"))


def see_today(tourist: Tourist) -> None:
    """Today shows what is planned, and where sitting stands."""
    tourist.program.open_page(PageKey.TODAY)
    tourist.see("today", tourist.program.window)


def search_library(tourist: Tourist) -> None:
    """The library finds an exercise by a word of another language."""
    program = tourist.program
    program.open_page(PageKey.LIBRARY)
    tourist.see("library", program.window)
    found = program.services.library.search("bruggetje")
    tourist.check([each.id for each in found] == ["glute-bridge"], _("the search did not find it"))
    program.open_exercise(SIDE_PLANK)
    tourist.see("exercise", program.window)
    program.go_back()
    tourist.check(program.window.place == Place(PageKey.LIBRARY), _("going back went elsewhere"))
    program.open_page(PageKey.ROUTINES)
    tourist.see("routines", program.window)
    program.open_programme(PROGRAMME)
    tourist.see("programme", program.window)


def play_session(tourist: Tourist) -> None:
    """The planned session is started from Today and played to its end."""
    program = tourist.program
    program.open_page(PageKey.TODAY)
    tourist.click(program.window, "start_session")
    player = _player(tourist)
    player.resize(tourist.size)
    tourist.see("player-get-ready", player)
    for kind, name in (
        (PhaseKind.WORK, "player-work"),
        (PhaseKind.SWITCH_SIDES, "player-switch-sides"),
        (PhaseKind.REST, "player-rest"),
    ):
        _play_until(tourist, player, kind)
        tourist.play(player, 2)
        tourist.see(name, player)
    tourist.play_until(player, _never)
    tourist.see("player-after", player)
    _fill_in(player)
    session = _newest(tourist)
    tourist.check(session.outcome is Outcome.COMPLETED, _("the session is not completed"))
    tourist.check(session.effort == EFFORT, _("the effort is not in the log"))
    tourist.check(session.pain_after == PAIN, _("the pain is not in the log"))
    done = [each for each in session.sets if each.actual_seconds == each.planned_seconds]
    tourist.check(len(done) == len(session.sets) > 0, _("sets are missing in the log"))
    start, end = program.services.planning.today()
    planned = program.services.planning.between(start, end)
    tourist.check([each.done for each in planned] == [True], _("the plan is not ticked off"))


def see_plan_and_log(tourist: Tourist) -> None:
    """Plan and log show what was done."""
    program = tourist.program
    program.open_page(PageKey.PLAN)
    tourist.see("plan", program.window)
    program.open_page(PageKey.LOG)
    page = program.window.page
    if not isinstance(page, TrainingLogPage):
        raise StageError(_("the log is not to be seen"))
    tourist.wait_for(lambda: page.is_settled, _("the log is not listed"))
    tourist.see("log", program.window)


def take_a_break(tourist: Tourist) -> None:
    """Half an hour of sitting brings the bar, a pause the break, and the break a routine."""
    program, stage = tourist.program, tourist.program.stage
    tourist.hands.type()
    stage.tick()
    tourist.sit(29 * 60)
    tourist.check(_prompt(tourist) is PromptLook.CLOSED, _("the bar came too early"))
    tourist.sit(40)
    bar = stage.prompter.bar
    if bar is None:
        raise StageError(_("no bar opened after half an hour of sitting"))
    tourist.see_on_desktop("prompt-bar", bar)
    tourist.sit(30)
    tourist.hands.rest()
    tourist.sit(4)
    tourist.check(_prompt(tourist) is PromptLook.GROWN, _("the bar did not grow"))
    windows = stage.prompter.grown.windows
    tourist.check(bool(windows), _("the break is not on the screen"))
    windows[0].resize(tourist.size)
    tourist.see("break", windows[0])
    stage.prompter.grown.answered.emit(BreakAnswer.ROUTINE)
    QApplication.processEvents()
    routine = program.sessions.in_break.routine
    if routine is None:
        raise StageError(_("the routine does not play in the break"))
    tourist.play_until(routine, lambda: routine.conductor.view().phase.kind is PhaseKind.WORK)
    tourist.play(routine, 6)
    tourist.see("break-routine", windows[0])
    tourist.play_until(routine, _never)
    stage.prompter.grown.give_way()
    session = _newest(tourist)
    tourist.check(session.kind is SessionKind.BREAK, _("the break is not in the log"))
    view = program.breaks.view()
    tourist.check(view is not None and view.today.taken == 1, _("the break does not count"))
    # After the first break a start with the computer is offered, over every page to come.
    program.window.banner.dismiss()


def see_progress(tourist: Tourist) -> None:
    """Progress draws what was done, here and in the weeks of an example before."""
    program = tourist.program
    written = write_example_log(program.services)
    program.changed(Change.LOG)
    program.open_page(PageKey.PROGRESS)
    page = program.window.page
    if not isinstance(page, ProgressPage):
        raise StageError(_("progress is not to be seen"))
    tourist.wait_for(lambda: page.is_complete, _("progress is not drawn"))
    tourist.see("progress", program.window)
    heat = page.cards[PanelKey.HEAT_MAP].panel.chart
    days = [each for each in heat.cells if each.level] if isinstance(heat, HeatMap) else []
    tourist.check(len(days) > written, _("days are missing in progress"))


def read_guide(tourist: Tourist) -> None:
    """The guide is there, and a ticked sign says at once what to do."""
    program = tourist.program
    program.open_page(PageKey.GUIDE)
    tourist.see("guide", program.window)
    program.open_article("sitting")
    tourist.see("article", program.window)
    program.open_article(WHEN_TO_SEE_A_DOCTOR)
    tourist.click(program.window, "sign_RF-01")
    tourist.see("when-to-see-a-doctor", program.window)
    page = program.window.page
    told = page.panel.text if isinstance(page, GuidePage) else ""
    number = program.services.guide.emergency.numbers[0]
    tourist.check(number in told, _("the emergency number is not said"))


def see_breaks_and_settings(tourist: Tourist) -> None:
    """The page of breaks tells the day; the settings are there."""
    program = tourist.program
    tourist.hands.type()
    program.stage.tick()
    tourist.sit(12 * 60)
    program.open_page(PageKey.BREAKS)
    tourist.see("breaks", program.window)
    program.open_page(PageKey.SETTINGS)
    tourist.see("settings", program.window)
    problems = program.services.database.check()
    tourist.check(not problems, "; ".join(problems))


def see_first_start(tourist: Tourist) -> None:
    """A new person is asked a few questions, and can leave at once."""
    program = tourist.program
    program.welcome_again()
    tourist.see("first-start", program.window)
    for _step in range(4):
        tourist.click(program.window, "welcome_next")
    tourist.see("first-session", program.window)
    tourist.click(program.window, "welcome_next")
    tourist.check(not program.services.first_start.is_wanted, _("the first start is not over"))


STAGES: Mapping[str, Callable[[Tourist], None]] = {
    "open": open_program,
    "plan": plan_session,
    "today": see_today,
    "library": search_library,
    "session": play_session,
    "run": enter_run,
    "log": see_plan_and_log,
    "break": take_a_break,
    "progress": see_progress,
    "guide": read_guide,
    "settings": see_breaks_and_settings,
    "welcome": see_first_start,
}
"""The stages in order, by the name a failure is told with."""


def _plan_page(tourist: Tourist) -> PlanPage:
    page = tourist.program.window.page
    if not isinstance(page, PlanPage):
        raise StageError(_("the plan is not to be seen"))
    return page


def _player(tourist: Tourist) -> PlayerWindow:
    player = tourist.program.sessions.player
    if player is None:
        raise StageError(_("the player did not open"))
    return player


def _prompt(tourist: Tourist) -> PromptLook | None:
    view = tourist.program.breaks.view()
    return None if view is None else view.prompt


def _newest(tourist: Tourist) -> PerformedSession:
    sessions = tourist.program.services.training.history()
    if not sessions:
        raise StageError(_("the log is empty"))
    return sessions[0]


def _play_until(tourist: Tourist, player: PlayerWindow, kind: PhaseKind) -> None:
    """Play until a side plank is in a phase of that kind."""

    def is_there() -> bool:
        phase = player.conductor.live.player.phase
        return (phase.exercise, phase.kind) == (SIDE_PLANK, kind)

    tourist.play_until(player, is_there)
    if not is_there():
        raise StageError(_("the session has no phase “{kind}”").format(kind=kind.value))


def _never() -> bool:
    return False


def _fill_in(player: PlayerWindow) -> None:
    """Say how it felt."""
    if player.after is None:
        raise StageError(_("the dialog did not open"))
    card = player.after.card
    card.effort.set_value(EFFORT)
    card.pain.scales["pain_after"].set_value(PAIN)
    card.save.click()
    QApplication.processEvents()
