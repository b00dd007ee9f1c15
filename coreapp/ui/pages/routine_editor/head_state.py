"""What the head of the routine editor shows, from the draft."""

from coreapp.domain.routine_editing.draft import Spot, spots
from coreapp.domain.routine_editing.faults import FaultKind
from coreapp.domain.timeline import Phase
from coreapp.i18n import _
from coreapp.services.dose_words import total_text
from coreapp.services.editing_words import fault_text
from coreapp.services.routine_editing import RoutineEditing
from coreapp.ui.pages.routine_editor.head import HeadState
from coreapp.ui.theme.phases import PhaseLook
from coreapp.ui.widgets.timeline_bar import BarPhase


def head_state(editing: RoutineEditing) -> HeadState:
    """Return name, ways back, total, bar and whether all is saved."""
    clocked = editing.clocked()
    return HeadState(
        name=editing.routine.name,
        undo=editing.undo_name,
        redo=editing.redo_name,
        total="" if clocked is None else total_text(clocked.timeline.seconds),
        status=_status(editing),
        is_wrong=any(fault.kind is not FaultKind.NO_STEPS for fault in editing.faults),
        try_text=_try_text(editing),
        phases=() if clocked is None else bar_phases(clocked.timeline.phases),
        position=_position(editing),
    )


def bar_phases(phases: tuple[Phase, ...]) -> tuple[BarPhase, ...]:
    """Return phases as the bar shows them, grouped by step."""
    keys = [(phase.round, phase.step) for phase in phases]
    groups = {key: number for number, key in enumerate(dict.fromkeys(keys))}
    return tuple(
        BarPhase(PhaseLook(phase.kind.value), phase.seconds, groups[key])
        for phase, key in zip(phases, keys, strict=True)
    )


def _status(editing: RoutineEditing) -> str:
    if faults := editing.faults:
        return _("Not saved yet. {remedy}").format(remedy=fault_text(faults[0]))
    return _("Saved") if editing.is_kept else ""


def _try_text(editing: RoutineEditing) -> str:
    is_within = editing.chosen_step is not None and editing.draft.chosen != Spot(0, 0)
    return _("Try from here") if is_within else _("Try it")


def _position(editing: RoutineEditing) -> float:
    clocked, chosen = editing.clocked(), editing.draft.chosen
    there = spots(editing.routine)
    if clocked is None or chosen not in there:
        return 0.0
    return clocked.starts[there.index(chosen)]
