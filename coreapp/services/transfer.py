"""Taking everything out, and bringing it in: looked at first, done as one step, and taken back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from coreapp.services.bundle import Bundle, Kind
from coreapp.services.log_ports import Database
from coreapp.services.merging import FIRST, LAST, Difference, Tallies, Tally, differences
from coreapp.services.own_transfer import OwnBundle, OwnChanges, OwnThings


@dataclass(frozen=True, slots=True)
class Preview:
    """What a bundle changes, or would change.

    Attributes:
        tallies: of each kind that the bundle has records of.
    """

    tallies: Tallies

    @property
    def total(self) -> Tally:
        """All kinds together."""
        return sum(self.tallies.values(), Tally())

    @property
    def changes_nothing(self) -> bool:
        """Whether everything is there already."""
        return self.total == Tally(same=self.total.same)


@dataclass(frozen=True, slots=True)
class Merged(Preview):
    """What bringing in has changed, and the way back.

    Attributes:
        undo: puts everything back as it was; may raise what storage does.
    """

    undo: Callable[[], None]


class Transfer:
    """Export and import."""

    def __init__(self, database: Database, own: OwnThings | None = None) -> None:
        """Take out and bring in.

        Args:
            database: the log and the plan.
            own: a person's own exercises, routines and marks; None leaves them out.
        """
        self._database = database
        self._own = own

    def collect(self, *, with_presence: bool) -> Bundle:
        """Return everything to be exported; the private spans only if asked for."""
        with self._database.reading() as work:
            return Bundle(
                sessions=tuple(work.sessions.between(None, None)),
                entries=tuple(work.schedule.all()),
                spans=tuple(work.spans.between(FIRST, LAST)) if with_presence else (),
                own=OwnBundle() if self._own is None else self._own.collect(),
                activities=tuple(work.activities.between(None, None)),
                shoes=tuple(work.shoes.all()),
                days=tuple(work.days.between(None, None)),
            )

    def preview(self, bundle: Bundle) -> Preview:
        """Return what a bundle would change; nothing is changed.

        Raises:
            CoreappError: something in it cannot be used, or what is kept cannot be read.
        """
        changes = None if self._own is None else self._own.changes(bundle.own)
        with self._database.reading() as work:
            found = differences(work, bundle)
        return Preview(_tallies(found, bundle, changes))

    def merge(self, bundle: Bundle) -> Merged:
        """Bring a bundle in by id, all or nothing: the same one twice changes nothing.

        Raises:
            CoreappError: something in it cannot be used, or not be stored; nothing is changed.
        """
        own = None if self._own is None else self._own.merge(bundle.own)
        take_back_own = _nothing if own is None else own.undo
        try:
            with self._database.work() as work:
                found = differences(work, bundle)
                for each in found:
                    each.make(work)
        except BaseException:
            take_back_own()
            raise
        tallies = _tallies(found, bundle, None if own is None else own.changes)
        return Merged(tallies, partial(self._take_back, found, take_back_own))

    def _take_back(
        self, made: Sequence[Difference[Any]], take_back_own: Callable[[], None]
    ) -> None:
        with self._database.work() as work:
            for each in reversed(made):
                each.take_back(work)
            # Last: if it fails, the log stays as it was, too.
            take_back_own()


def _tallies(
    found: Sequence[Difference[Any]], bundle: Bundle, changes: OwnChanges | None
) -> Tallies:
    """Return the kinds of which there is something, in the order in which they are told."""
    tallies = {each.kind: each.tally for each in found}
    if changes is not None:
        for name, added in changes.added.items():
            changed = changes.different[name] - added
            same = len(getattr(bundle.own, name)) - added - changed
            tallies[Kind(name)] = Tally(added, changed, same)
    return {kind: tallies[kind] for kind in Kind if tallies.get(kind, Tally()) != Tally()}


def _nothing() -> None:
    """Take nothing back."""
