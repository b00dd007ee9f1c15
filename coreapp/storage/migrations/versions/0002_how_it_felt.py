"""More of how a session felt, and the rest that was really taken after a set."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

FELT = ("pain_during", "pain_next_morning")


def upgrade() -> None:
    """Add the columns; sessions from before know nothing of them."""
    for name in FELT:
        op.add_column("session", sa.Column(name, sa.Integer(), nullable=True))
    op.add_column("session", sa.Column("form_ok", sa.Boolean(), nullable=True))
    op.add_column(
        "session",
        sa.Column("stop_sign", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.add_column("performed_set", sa.Column("rest_seconds", sa.Double(), nullable=True))


def downgrade() -> None:
    """Drop the columns."""
    op.drop_column("performed_set", "rest_seconds")
    for name in ("stop_sign", "form_ok", *reversed(FELT)):
        op.drop_column("session", name)
