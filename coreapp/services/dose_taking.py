"""Taking over the doses that the log suggests, for the next time; nothing changes by itself."""

from collections.abc import Mapping

from coreapp.domain.routine import Routine
from coreapp.domain.taken_doses import TakenDoses, taken_in, with_doses
from coreapp.services.ports import StateFile
from coreapp.services.prospects import Prospect


class DoseTaking:
    """Keeps the doses that were taken over, and puts them into routines."""

    def __init__(self, file: StateFile) -> None:
        self._file = file
        self._doses: TakenDoses | None = None

    @property
    def doses(self) -> TakenDoses:
        """All doses that were taken over."""
        if self._doses is None:
            self._doses = doses_from(self._file.load())
        return self._doses

    def fit(self, routine: Routine) -> Routine:
        """Return a routine as it is done now."""
        return with_doses(routine, self.doses)

    def has_any(self, routine: Routine) -> bool:
        """Tell whether any dose of a routine was taken over."""
        return bool(taken_in(routine, self.doses))

    def take(self, prospect: Prospect) -> TakenDoses:
        """Do the next time what a prospect says; return what was before, for `restore`.

        Raises:
            CoreappError: it cannot be written.
        """
        before = self.doses
        doses = dict(before)
        for each in prospect.exercises:
            if each.base and each.dose != each.now:
                doses[each.exercise, each.base] = each.dose
        # The dose of the routine itself needs no keeping.
        self.restore({key: dose for key, dose in doses.items() if dose != key[1]})
        return before

    def give_back(self, routine: Routine) -> TakenDoses:
        """Do a routine with its own doses again; return what was before, for `restore`.

        Raises:
            CoreappError: it cannot be written.
        """
        before = self.doses
        own = taken_in(routine, before)
        self.restore({key: dose for key, dose in before.items() if key not in own})
        return before

    def restore(self, doses: TakenDoses) -> None:
        """Bring back what was before.

        Raises:
            CoreappError: it cannot be written.
        """
        self._file.save(doses_document(doses))
        self._doses = dict(doses)


def doses_document(doses: TakenDoses) -> dict[str, object]:
    """Return doses as plain values: for each exercise what is done instead of which dose."""
    document: dict[str, dict[str, int]] = {}
    for (exercise, base), dose in doses.items():
        document.setdefault(exercise, {})[str(base)] = dose
    return dict(document)


def doses_from(document: Mapping[str, object]) -> TakenDoses:
    """Return what was kept; whatever somebody else wrote into the file is left out."""
    found: dict[tuple[str, int], int] = {}
    for exercise, table in document.items():
        for base, dose in table.items() if isinstance(table, dict) else ():
            if str(base).isdecimal() and isinstance(dose, int) and 0 < dose <= 2 * int(base):
                found[exercise, int(base)] = dose
    return found
