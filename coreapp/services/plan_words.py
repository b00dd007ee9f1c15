"""What the plan says about a routine that cannot be started."""

from coreapp.domain.errors import UnknownIdError
from coreapp.i18n import _
from coreapp.services.explanations import explain
from coreapp.services.library import Library


def why_not(library: Library, routine: str) -> str:
    """Return why a planned routine cannot be started, as a sentence; empty if it can be.

    The plan keeps what it was given: a routine of one's own may be deleted, its file may be
    damaged, and an entry may come from another computer.
    """
    error = library.trouble_with(routine)
    match error:
        case None:
            return ""
        case UnknownIdError(kind="routine"):
            return _("Cannot be started: this routine is not in the library.")
        case _:
            return _("Cannot be started: {reason}").format(reason=explain(error))


def picture_of(library: Library, routine: str) -> str:
    """Return the exercise whose picture stands for a planned routine; empty if there is none."""
    if library.trouble_with(routine) is not None:
        return ""
    return library.routine(routine).exercises[0]
