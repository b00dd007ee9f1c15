"""Pairs of shoes, as rows."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from coreapp.domain.shoe import Shoe
from coreapp.storage.tables import ShoeRow


class SqlShoes:
    """Pairs of shoes."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, shoe: Shoe) -> None:
        """Store a pair; one with the same id is replaced."""
        self._session.merge(
            ShoeRow(
                id=shoe.id,
                name=shoe.name,
                bought=shoe.bought,
                start_metres=shoe.start_metres,
                retired=shoe.retired,
            )
        )

    def get(self, identity: str) -> Shoe | None:
        """Return one pair, or None."""
        row = self._session.get(ShoeRow, identity)
        return None if row is None else to_shoe(row)

    def all(self) -> Sequence[Shoe]:
        """Return all pairs, oldest first: ids sort by the time they were made."""
        query = select(ShoeRow).order_by(ShoeRow.id)
        return [to_shoe(row) for row in self._session.scalars(query)]

    def delete(self, identity: str) -> bool:
        """Delete a pair; activities keep its id. Tell whether there was one."""
        row = self._session.get(ShoeRow, identity)
        if row is not None:
            self._session.delete(row)
            self._session.flush()
        return row is not None


def to_shoe(row: ShoeRow) -> Shoe:
    """Return what is stored in a row.

    Raises:
        InvalidValueError: its name is empty, or a figure is out of its range.
    """
    return Shoe(row.id, row.name, row.bought, row.start_metres, row.retired)
