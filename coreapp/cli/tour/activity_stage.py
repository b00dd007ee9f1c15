"""The stage of the tour on which a run is entered by hand."""

from coreapp.cli.tour.tourist import StageError, Tourist
from coreapp.domain.activity import ActivityType
from coreapp.i18n import _

MINUTES, METRES = 32, 5200


def enter_run(tourist: Tourist) -> None:
    """A run is entered through the dialog, as people write it."""
    program = tourist.program
    program.enter_activity()
    dialog = program.activities.dialog
    if dialog is None:
        raise StageError(_("the dialog did not open"))
    dialog.kind.take(ActivityType.RUN_EASY)
    dialog.amounts.minutes.setText("32:10")
    dialog.amounts.km.setText("5,2")
    tourist.see("enter-a-run", dialog)
    tourist.click(dialog, "save_activity")
    program.window.toast.hide()
    found = program.services.activity_log.between()
    done = [(each.type, each.minutes, each.metres) for each in found]
    is_there = done == [(ActivityType.RUN_EASY, MINUTES, METRES)]
    tourist.check(is_there, _("the run is not in the log"))
