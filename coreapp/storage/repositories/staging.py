"""Many rows, made ready beside a table and taken into it in one short step.

Whoever writes holds up everybody else who wants to. To make a hundred thousand rows takes seconds,
to copy them from one table into another a fraction of one; so they are made in a temporary table,
which belongs to the connection alone, while others go on writing.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, MetaData, Table, delete, insert, select
from sqlalchemy.orm import DeclarativeBase, InstrumentedAttribute, Session
from sqlalchemy.schema import CreateTable, DropTable


class Staging:
    """Rows that wait to be taken into a table, within one transaction."""

    def __init__(self, session: Session, row: type[DeclarativeBase]) -> None:
        """Make the table that they wait in.

        Args:
            session: the transaction.
            row: of the table that they are for.
        """
        self._session = session
        self._target = row.metadata.tables[str(row.__tablename__)]
        self._waiting = _beside(self._target)
        session.execute(CreateTable(self._waiting))

    def add(self, rows: Sequence[Mapping[str, object]]) -> None:
        """Let more of them wait."""
        if rows:
            self._session.execute(insert(self._waiting), rows)

    def among(self, column: InstrumentedAttribute[Any], key: str) -> ColumnElement[bool]:
        """Return whether a column has a value that one of them has in the column called `key`."""
        return column.in_(select(self._waiting.c[key]))

    def replace(self, key: InstrumentedAttribute[Any]) -> None:
        """Take them in, in the place of those that have the same key."""
        self._session.execute(delete(self._target).where(self.among(key, key.key)))
        self.take_in()

    def take_in(self) -> None:
        """Take them in; nothing waits any more."""
        names = [each.name for each in self._target.columns]
        copied = select(*(self._waiting.c[each] for each in names))
        self._session.execute(insert(self._target).from_select(names, copied))
        self._session.execute(DropTable(self._waiting))


def _beside(table: Table) -> Table:
    columns = [Column(each.name, each.type) for each in table.columns]
    return Table(f"incoming_{table.name}", MetaData(), *columns, prefixes=["TEMPORARY"])
