"""Running shoes: add, change, retire and delete them with undo, and how far each pair has gone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from coreapp.domain.errors import InvalidValueError, UnknownIdError, marked
from coreapp.domain.habits import ShoeState, shoe_state
from coreapp.domain.shoe import Shoe
from coreapp.services.log_ports import Database, Work
from coreapp.services.ports import Clock, Identities


@dataclass(frozen=True, slots=True)
class ShoeDraft:
    """What somebody enters of a pair of shoes. See `Shoe`."""

    name: str
    bought: date | None = None
    start_metres: int = 0


@dataclass(frozen=True, slots=True)
class WornPair:
    """A pair with what the log knows of it.

    Attributes:
        metres: how far it has gone in all.
        state: what that says (rule R13).
    """

    shoe: Shoe
    metres: int
    state: ShoeState


class ShoeRack:
    """All pairs of shoes."""

    def __init__(self, database: Database, clock: Clock, new_id: Identities) -> None:
        self._database = database
        self._clock = clock
        self._new_id = new_id

    def pairs(self) -> Sequence[WornPair]:
        """Return all pairs with their distances: those that are worn first, each oldest first."""
        with self._database.reading() as work:
            shoes = work.shoes.all()
            run = work.activities.metres_by_shoe() if shoes else {}
        in_order = sorted(shoes, key=lambda each: each.retired is not None)
        return [_worn(each, run.get(each.id, 0)) for each in in_order]

    def pair(self, identity: str) -> WornPair:
        """Return one pair.

        Raises:
            UnknownIdError: there is none with that id.
        """
        with self._database.reading() as work:
            shoe = _required(work, identity)
            return _worn(shoe, work.activities.metres_by_shoe().get(identity, 0))

    def find(self, name: str) -> Shoe:
        """Return the pair with a name or an id; of several of a name the one that is worn.

        Raises:
            InvalidValueError: there is none.
        """
        wanted = _plain(name)
        with self._database.reading() as work:
            shoes = work.shoes.all()
        named = [each for each in shoes if name == each.id or wanted == _plain(each.name)]
        if not named:
            raise InvalidValueError("shoe", name, marked("You have no shoes with this name."))
        return min(reversed(named), key=lambda each: each.retired is not None)

    def add(self, draft: ShoeDraft) -> Shoe:
        """Add a pair.

        Raises:
            InvalidValueError: a part of the draft cannot be used.
        """
        shoe = _made(self._new_id(), draft)
        with self._database.work() as work:
            _check_name(shoe, work)
            work.shoes.add(shoe)
        return shoe

    def change(self, identity: str, draft: ShoeDraft) -> Shoe:
        """Change a pair and return it as it was before, for `restore` to undo it.

        Raises:
            UnknownIdError: there is none with that id.
            InvalidValueError: a part of the draft cannot be used.
        """
        with self._database.work() as work:
            former = _required(work, identity)
            changed = replace(_made(identity, draft), retired=former.retired)
            if _plain(changed.name) != _plain(former.name):
                _check_name(changed, work)
            work.shoes.add(changed)
        return former

    def retire(self, identity: str) -> Shoe:
        """Say that a pair is not worn any more from today on; return it as it was before.

        Raises:
            UnknownIdError: there is none with that id.
        """
        today = self._clock.reading().utc.astimezone(ZoneInfo(self._clock.zone())).date()
        return self._set_retired(identity, today)

    def wear_again(self, identity: str) -> Shoe:
        """Say that a pair is worn again; return it as it was before.

        Raises:
            UnknownIdError: there is none with that id.
        """
        return self._set_retired(identity, None)

    def delete(self, identity: str) -> Shoe:
        """Delete a pair and return it, for `restore`; the runs in it stay as they are.

        Raises:
            UnknownIdError: there is none with that id.
        """
        with self._database.work() as work:
            former = _required(work, identity)
            work.shoes.delete(identity)
        return former

    def restore(self, shoe: Shoe) -> None:
        """Put a pair back as it was; the runs in it count again."""
        with self._database.work() as work:
            work.shoes.add(shoe)

    def _set_retired(self, identity: str, day: date | None) -> Shoe:
        with self._database.work() as work:
            former = _required(work, identity)
            work.shoes.add(replace(former, retired=day))
        return former


def _made(identity: str, draft: ShoeDraft) -> Shoe:
    name = " ".join(draft.name.split())
    return Shoe(identity, name, draft.bought, draft.start_metres)


def _worn(shoe: Shoe, run_metres: int) -> WornPair:
    metres = shoe.start_metres + run_metres
    return WornPair(shoe, metres, shoe_state(metres))


def _required(work: Work, identity: str) -> Shoe:
    shoe = work.shoes.get(identity)
    if shoe is None:
        raise UnknownIdError("shoe", identity)
    return shoe


def _check_name(shoe: Shoe, work: Work) -> None:
    """Refuse a name that another pair has: a run entered by that name would be in the wrong one."""
    others = (each for each in work.shoes.all() if each.id != shoe.id)
    if any(_plain(each.name) == _plain(shoe.name) for each in others):
        raise InvalidValueError("name", shoe.name, marked("There are shoes of that name already."))


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
