"""How long each session really took: one that was cut off and gone on with counted the gap.

And how far each pair of shoes has run, which its index says alone again: walks do not count.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

UNTOLD_REST = 120.0
IN_DOUBT = 900.0
"""As `estimated` in the domain had them when this was written; seconds."""

OF_SHOES = "ix_activity_shoe_metres"
OF_RUNS_IN_SHOES = "ix_activity_shoe_type_metres"

SESSION = sa.table(
    "session",
    sa.column("id", sa.String),
    sa.column("started_at", sa.DateTime),
    sa.column("ended_at", sa.DateTime),
    sa.column("spent_seconds", sa.Double),
)
SET = sa.table(
    "performed_set",
    sa.column("session_id", sa.String),
    sa.column("actual_seconds", sa.Double),
    sa.column("rest_seconds", sa.Double),
)


def upgrade() -> None:
    """Add the column, and fill it where sets and rests cannot account for the time that passed.

    Elsewhere it stays empty: nobody measured, and start and end are the best there is.
    """
    op.add_column("session", sa.Column("spent_seconds", sa.Double(), nullable=True))
    op.drop_index(OF_SHOES, "activity")
    op.create_index(OF_RUNS_IN_SHOES, "activity", ["shoe", "type", "metres"])
    # What is written to be carried out elsewhere cannot ask what is stored.
    if not op.get_context().as_sql:
        _estimate(op.get_bind())


def downgrade() -> None:
    """Drop the column, and make the index as it was."""
    op.drop_index(OF_RUNS_IN_SHOES, "activity")
    op.create_index(OF_SHOES, "activity", ["shoe", "metres"])
    op.drop_column("session", "spent_seconds")


def _estimate(connection: sa.Connection) -> None:
    rests = sa.func.count(SET.c.rest_seconds)
    query = (
        sa.select(
            SESSION.c.id,
            SESSION.c.started_at,
            SESSION.c.ended_at,
            sa.func.sum(SET.c.actual_seconds),
            sa.func.coalesce(sa.func.sum(SET.c.rest_seconds), 0.0),
            sa.func.count() - rests,
        )
        .join_from(SESSION, SET, SESSION.c.id == SET.c.session_id)
        .group_by(SESSION.c.id, SESSION.c.started_at, SESSION.c.ended_at)
    )
    found = []
    for identity, started, ended, worked, rested, untold in connection.execute(query):
        accounted = worked + rested + UNTOLD_REST * (untold + 1)
        if (ended - started).total_seconds() > accounted + IN_DOUBT:
            found.append({"of": identity, "spent": round(accounted, 3)})
    if found:
        same = SESSION.c.id == sa.bindparam("of")
        change = sa.update(SESSION).where(same).values(spent_seconds=sa.bindparam("spent"))
        connection.execute(change, found)
